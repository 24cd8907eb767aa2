/**
 * Restricted stock and options. A plan says by two how many shares stand ready, at which price and by which steps they become somebody's own, which leave moves that and what a reason to leave makes of the rest; grants
 * under it are looked at with the rules of the market, put forward and agreed to by another, out of a reserve that is an account of the book. What a holder has on a day is kept nowhere: it follows from steps, leave that
 * was agreed to, what happened to all, what came sooner and why somebody left ({@code vest}). Grants come and go as packages of the open cap-table format.
 *
 * <p>It must never type a number that follows, let one person alone change what becomes somebody's own, or show a holder to anybody but themselves: pages of plans know sums.
 *
 * <p>Personal data: how many shares somebody was granted, by which steps, what they exercised or got sooner. It lies sealed in the schema {@code pay} under the key of pay beside the wage ({@code PaySeal}) and in no log
 * entry. The person sees all of it; whoever enters hands the registrar a list. When somebody is forgotten it goes ({@code Leavers}); sums of plans stay.
 */
@ApplicationModule
@NullMarked
package org.probity.people.equity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
