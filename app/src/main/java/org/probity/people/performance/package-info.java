/**
 * Personal business commitments: what somebody and their line manager agree for a year, how it went, the rating and its reasons, calibration by a panel,
 * the talk, and an appeal. Schemes are dated data, changed by two; who belongs to a cycle is read from the directory by rule and frozen with who was left out
 * and why.
 *
 * <p>What is missing is missing and never a zero; nobody types a score, and no share of ratings is forced: a guideline warns. A rating is never
 * changed: whoever moves it adds the next one with a reason, a panel with those who spoke, and after the close only an appeal that was right does. A cycle
 * closes by two people, and only after the final ratings were compared by sex, leave and contract ({@code reckon}); what that warns of is answered in writing.
 *
 * <p>Personal data: commitments, notes, ratings and their reasons, for agreeing and answering work and for what the employer must decide by it. They are seen by
 * the person, who leads them, the second level, the panel that speaks about them, and human resources; figures count that a review was held and never
 * what it said. When somebody is forgotten all words about them go ({@code Leavers}); those that an appeal is about once it is answered. Other rooms read {@code performance.rating_in_force} and keep the assessment's id, which is the rating's version.
 */
@ApplicationModule
@NullMarked
package org.probity.people.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
