/**
 * What people are promised beside their wage, reckoned to the last fen and share. {@link Gain} says what a period brought by one of four published formulas,
 * {@link GainSplit} who gets how much of it; {@link UnitPlan} what time units pay and when they end; {@link Terms}, {@link Vesting} what of a grant is one's own on
 * a day; {@link Ocf} reads and writes grants in the open cap-table format. Everything is a fraction or a whole number, rounded in one place that is named. It knows no
 * person, no company and no tax; it pays nothing.
 */
@NullMarked
package org.probity.vest;

import org.jspecify.annotations.NullMarked;
