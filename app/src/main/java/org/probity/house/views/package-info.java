/**
 * Lists as a person narrowed them, kept under a name of theirs, shown above the list, and shared with a role if they wish.
 *
 * <p>Personal data: a name that its owner chose for a list, and what they narrowed it to, until they remove it. It never decides what
 * somebody may see: a view is an address, and the list behind it asks as always.
 */
@ApplicationModule
@NullMarked
package org.probity.house.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
