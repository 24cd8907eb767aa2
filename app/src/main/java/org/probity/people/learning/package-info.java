/**
 * What our own people learn: courses of several kinds, their sessions with a trainer and a room, who was there for how many seconds, and what followed
 * for whom. Occasions are held by {@code gathering}; a session counts when its list is closed, and a list that was corrected is closed again with what it
 * stated before still to be seen. It owns the figures on training hours.
 *
 * <p>Personal data: who was at which session for how long, kept to prove that people were trained as labour law and our own rules ask; the person sees it
 * under their own data, human resources and those who check a figure see it by name, and everybody else as sums; and how somebody came along in a course online,
 * which they alone see. A quiz says whether they passed; it measures nothing else of how somebody learned,
 * and no course stands in anybody's way to pay.
 */
@ApplicationModule
@NullMarked
package org.probity.people.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
