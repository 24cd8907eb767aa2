/**
 * What the company aims at: for a figure and a year a value, who answers for it, and from where it counts as falling behind. One person
 * proposes a target, another approves it, and an earlier one stays in its history.
 *
 * <p>It never says what a figure is: a target is held against the value that rows give.
 */
@ApplicationModule
@NullMarked
package org.probity.disclosure.targets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
