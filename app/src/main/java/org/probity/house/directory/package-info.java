/**
 * Legal entities, sites and units as a tree with its history, and the people with their engagements: what other rooms count by.
 *
 * <p>Personal data held, and why: staff number, names and work e-mail, to tell people apart and let them in; kind, unit, title and days of
 * each engagement, because who owes a course or is counted in a figure follows from them. No identity number, birthday, pay or opinion
 * comes in here. What was known earlier is superseded, never overwritten, so that a figure of last year can be computed again.
 */
@ApplicationModule
@NullMarked
package org.probity.house.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
