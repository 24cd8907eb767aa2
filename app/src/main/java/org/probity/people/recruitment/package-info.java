/**
 * How people come to us: a unit asks for them on grounds, two agree, a page is open to everybody, and whoever applies is judged by questions that are the
 * same for all. Screening sees a code and answers about the work; interviewers give their marks before they see others'; a panel of two decides; an offer
 * needs a document that was looked at and the age that law asks. Each refusal names a ground of the work from a closed list. Stage by stage, groups are
 * compared in exact numbers, and cells of few people stay closed.
 *
 * <p>Personal data: an applicant's name, address, telephone, answers and file, with their consent and until the day that the notice names; sex and age band
 * only where they say so themselves, in a table of its own that no page about an application reads. With the private link they see all of it and
 * withdraw; rows and file go, commitments in the log stay, counts that name nobody stay. Marriage, children, pregnancy and household registration are never
 * asked. No program sorts, scores or refuses anybody here.
 */
@ApplicationModule
@NullMarked
package org.probity.people.recruitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
