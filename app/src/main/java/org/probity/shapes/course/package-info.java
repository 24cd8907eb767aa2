/**
 * Short courses that are read on a screen and end with a quiz: pages and questions of one version, how far somebody came, what they answered, and how long
 * they were online. Seconds lie between two signs of life by the clock of the house: whoever is silent for longer than two minutes was not there in between,
 * nobody is online twice in the same second whatever they have open, and a course counts no longer than its room allows.
 *
 * <p>Rooms say what is taught, to whom, what passes and what follows; they keep their own noun beside a taking. Whoever takes one is a circle and an id, as in
 * {@code gathering}: it knows no supplier and nobody employed. It judges answers and nothing else about a person, and what somebody answered is shown to them alone.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.course;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
