/**
 * Which material is in which item: events of the shop floor and of partners, each kept once under its own hash, and what follows from them for a module,
 * a lot, a list of barred parties and the share of silicon that is traced. It keeps what was captured as it came and never changes it; a correction is
 * another event. It asks nobody for events, does not judge whether what an event says is true, and keeps no personal
 * data but who brought a file or a document, said what a place, an article, a charge or a certificate is, and agreed to a chain or a claim, kept a question or had a system told what comes of it.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.traceability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
