/**
 * The aid fund: what colleagues give each other when illness, an accident, a disaster or the cost of studies is more than a household can bear. Whoever wants gives a
 * band's amount a month with their pay and may end that any day; a committee under the union decides by a table, another looks on, and all of it lies in a book
 * ({@code shapes/book}) whose accounts are the fund's and nobody's own, so that every member may read every entry of it and learn no name.
 *
 * <p>It must never make giving a condition of anything at work, pay below the fund's floor, let somebody decide in their own case, or take an entry out of the book: money that comes
 * back is an entry of its own.
 *
 * <p>Personal data: who gives, how much and what was collected; who asked for help, with ground, cost, dependants, words and papers; who sits where and what they said. The person sees all of
 * theirs. The committee sees an application, save a member who is concerned by it. The supervising committee sees number, ground, amount and steps, and no name. The union's officer sees who gives and whom
 * payroll is to pay, and not why. Human resources and line managers see none of it. When somebody is forgotten words, cost, dependants and papers go ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.aid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
