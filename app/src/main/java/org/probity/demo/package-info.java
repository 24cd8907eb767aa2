/**
 * The invented company of a demo home: its suppliers, two years of their papers, and what waits today. Seeded, so that every demo of a day
 * is the same.
 *
 * <p>It writes nothing itself: everything goes through the doors of the rooms, as real people's work does, only in a time of its own.
 */
@ApplicationModule
@NullMarked
package org.probity.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
