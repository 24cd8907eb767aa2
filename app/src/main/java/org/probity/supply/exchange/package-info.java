/**
 * What we learn and talk about with suppliers: campaigns on the six topics of responsible supply with whom they reached, short courses in the browser
 * with a quiz, trainings with their lists, and exchanges (visits, calls, conferences) with minutes and what follows. Procurement's own people learn the
 * same. Courses are files of our own words in versions, in both languages; pass mark and retakes are dated data. Occasions are held by
 * {@code gathering}. It owns three figures.
 *
 * <p>Personal data: who was asked, which pages they read, what they answered in a quiz and whether they passed, kept to prove that a supplier or a
 * colleague was trained; the person sees it under their own data, colleagues see who passed and never the answers. It never grades a person, and
 * nothing here bars anybody.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
