/**
 * The report: its editions, each frozen, put before a second person, published and sealed; its public pages; the package that a stranger
 * checks offline.
 *
 * <p>It computes nothing itself and changes nothing that was published: a correction is a new edition, and both values stay visible.
 */
@ApplicationModule
@NullMarked
package org.probity.disclosure.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
