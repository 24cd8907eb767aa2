/**
 * What people think of working here: a questionnaire once a year and short ones between, answered by whoever is engaged here, and what is made of the answers.
 * Who is asked, and in which group of ten people or more each stands, is frozen as a round is launched. A ballot is put in with a token that was signed blindly,
 * or with a slip drawn from a box; it is kept without a name, a number or an hour. Until a round is over nothing is shown but how many answered. Then a plan made
 * of who stands where, and of no answer, says which groups are shown; what would give fewer than ten people away, held against everything published before, is
 * refused, and the page says by which sum. Units promise measures for what was said and ask the same again.
 *
 * <p>Personal data: that somebody is asked, and in which group, until the round is over; then those rows go. It never knows whether somebody answered, and no
 * reminder can. It holds no answer beside a person, crosses no comment with anything finer than a site, and compares no people over years.
 */
@ApplicationModule
@NullMarked
package org.probity.people.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
