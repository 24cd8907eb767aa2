/**
 * Talking with those who lead: discussion sessions and democratic-life meetings of a site or a department. A meeting has an
 * agenda, on which measures that are still open from earlier meetings of the same row stand by themselves; who was there and the minutes are an occasion's;
 * points that were raised carry no name; what somebody will do about one is a measure with an owner and a day; and what came of it is published to those who
 * work there.
 *
 * <p>A complaint does not belong here: it goes sealed to {@code voice}. It never records who raised a point, and counts no person.
 */
@ApplicationModule
@NullMarked
package org.probity.people.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
