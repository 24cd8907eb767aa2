/**
 * Numbers that are folds over rows, never typed: the definitions rooms register, the live value with its rows, and the frozen ones.
 *
 * <p>A figure has rows, excluded rows with reasons, and a control total from another source; the headline is always the fold over the
 * rows, so it cannot drift from them. No value can be entered here or anywhere else; what another source says may be ({@link org.probity.shapes.figure.StatedTotals}), and is
 * held against the rows.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
