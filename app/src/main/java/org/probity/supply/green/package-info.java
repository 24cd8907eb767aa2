/**
 * Green procurement: what we ask of the goods of a category beyond the law, which suppliers show that they meet it, and which share of what we pay goes
 * to them. Criteria are dated data of a category, changed by two; a supplier shows a criterion by a certificate, an environmental product declaration or
 * a statement, each with its strength and validity, and a person reviews it. How green a supplier is is written nowhere: it follows from accepted proofs
 * on a day. It bars nobody, asks for nothing that is not answered by evidence, and keeps no personal data but who sent and who reviewed.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.green;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
