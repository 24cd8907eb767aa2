/**
 * What time it is in the house, and the beginning of a new day: one event, the same on every node, none skipped.
 *
 * <p>Rooms take the {@link java.time.Clock} bean and listen to {@code DayHasBegun}; none keeps a timer of its own. Only a demo home can
 * travel, and only forward. This room never decides what falls due.
 */
@ApplicationModule
@NullMarked
package org.probity.house.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
