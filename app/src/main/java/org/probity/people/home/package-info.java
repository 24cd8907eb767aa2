/**
 * A bed near the work for whoever needs one: buildings, rooms and beds with their area, held against a dated standard; applications in an order of published points, offers, the key handed over with a list of what was
 * there, faults to their mending, and moving out.
 *
 * <p>Two constraints hold what matters most: no bed has two people on a day, and nobody two beds. An offer holds its bed as a stay does. The room must never offer a bed that falls short of the standard or at a rent above the
 * ceiling, pass somebody over without a written reason, hand a key over on one side's word alone, or ask who somebody is: which house they want to live in they say themselves.
 *
 * <p>Personal data: who asks for a bed and why, where they live and since when, what was found in their room, faults that they told, photos without what a camera writes beside them. The person sees all of it, and human
 * resources and the caretakers of safety see it; line managers do not. The list of who waits shows numbers and points to everybody, and names to nobody else. When somebody is forgotten their words and photos go; stays
 * remain, of whom leads to nobody ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
