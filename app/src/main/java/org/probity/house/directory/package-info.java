/**
 * Legal entities, sites and units as a tree with its history, and the people with their engagements: what other rooms count by.
 *
 * <p>Rooms of people ask {@link org.probity.house.directory.Directory}, or join what is published in the schema: {@code directory.places}
 * (the tree on a day, with the way down to each unit, its site and legal entity), {@code directory.engaged} (who was engaged where as
 * what), {@code directory.heads}, {@code directory.managers} (line managers, who follow from heads and are typed by nobody) and
 * {@code directory.name}. Each takes a day and a moment: who belonged where on that day, as known at that moment. {@code Passes} knows
 * which person an account belongs to.
 *
 * <p>Personal data held, and why, stands in {@code PersonalField}. No identity number, birthday, sex, pay or opinion comes in here. What
 * was known earlier is superseded, never overwritten, so that a figure of last year can be computed again; a former member's name goes
 * when two ask for it and the law no longer does ({@code Erasures}). It never decides what anybody owes.
 */
@ApplicationModule
@NullMarked
package org.probity.house.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
