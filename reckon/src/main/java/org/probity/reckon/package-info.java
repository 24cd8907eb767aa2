/**
 * Reckons with groups of people and says no more than the numbers do. {@link FourFifths} compares shares by whole numbers, {@link Fisher} and {@link PooledZ}
 * ask whether chance alone may have done it, {@link MantelHaenszel} asks again within each stratum, {@link BenjaminiHochberg} reckons with many questions
 * at once, {@link Comparison} puts them together in one of four words. {@link SmallCells} closes what would tell of single people, {@link Releases} says
 * what follows from everything that was published, {@link ReleasePlan} what to publish so that nothing does; {@link Sample}, {@link Difference} and {@link Alpha} say what a scale of answers tells, and {@link Split} divides a whole without losing a unit. Shares are fractions; a {@code double} is only what a test of chance comes to. It decides nothing; people do.
 */
@NullMarked
package org.probity.reckon;

import org.jspecify.annotations.NullMarked;
