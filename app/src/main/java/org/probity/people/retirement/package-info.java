/**
 * When somebody's work ends by age, and what goes on afterwards: the statutory month and how it comes about, the window in which they choose another, what they hand over, insurance and shares that go on, visits, and coming back
 * as somebody rehired.
 *
 * <p>The month follows from birth and category by dated rows of law; nobody types it. Whoever comes back after that age does so by an engagement of its own kind, for a term: law sees a contract for services and no employment.
 * It must never end somebody's work by itself, choose a month for them, or keep an amount of pension or pay.
 *
 * <p>Personal data: month of birth and category as a paper showed them, which month somebody chose and why, what they handed over, which benefits they have, visits and what was said of them. The person sees all of it, human
 * resources see it, whoever takes something over sees that alone. When somebody is forgotten birth, words and reasons go ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.retirement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
