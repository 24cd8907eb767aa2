/**
 * What people are paid beside their wage because work went well. It begins with gain-sharing: a plan says by which published formula a gain is reckoned and how it is
 * shared, finance says with a paper what a period brought, and the pool is split over units and then their people by grade, rating and attendance ({@code vest}), looked at, and agreed to by
 * another. Each person sees the pool, their own part and what made it, and nobody else's; human resources hand payroll a list, which is noted.
 * Time units are given once a year by grade and rating under a cap; dividends and values of years come with papers, each holder sees every line to its end with the sum from which it follows, and why
 * somebody left says what becomes of theirs.
 * Why somebody left ({@code Departures}), the key ({@code PaySeal}) and who holds something ({@code Holders}) serve the room of stock and options, too.
 *
 * <p>What somebody gets lies in the schema {@code pay}, sealed under a key of this room ({@code PaySeal}), and stands in no log entry, no event and no figure: those know sums of units. It must
 * never change a split that was agreed to, type an amount, or count as absence what law counts as presence.
 *
 * <p>Personal data: somebody's factors and part of each split, and why somebody has none. The person sees theirs; whoever hands out the list sees amounts; assurer and union
 * see weights under names that mean nothing outside. When somebody is forgotten their parts go ({@code Leavers}); sums of units stay.
 */
@ApplicationModule
@NullMarked
package org.probity.people.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
