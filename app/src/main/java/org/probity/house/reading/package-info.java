/**
 * The processes in which strangers' files are read, for all rooms of this node together: their heaps and their time are the machine's, not a
 * room's. It decides nothing about what was read and keeps nothing.
 */
@ApplicationModule
@NullMarked
package org.probity.house.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
