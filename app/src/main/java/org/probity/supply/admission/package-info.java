/**
 * Bringing a supplier onto the qualified list, and off it: invitation, review of qualification by topic, certification of systems and
 * materials, the three agreements, the decision by two, and the list itself.
 *
 * <p>Doors for other rooms: the functions {@code admission.qualified(on_day, known)}, {@code admission.certified_material(on_day, known)} and
 * {@code admission.legs(on_day, known)}. Nobody writes a standing, and no job does: it follows from dated facts, so that the day after a
 * certificate ends the list is another. What a day brings only tells people. The room never decides about an order; it says which leg is
 * missing.
 *
 * <p>Personal data: names of those who sign for a supplier and for us with the paper that gives them authority, kept as long as what they
 * signed; what a contact has begun and not sent, until they send it or leave; who said what about a proof, as long as the proof.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
