package org.probity.people.performance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The final ratings of a cycle compared by what must not matter.
 *
 * @param assessments so many ratings were known; one more since makes it stale
 * @param unrated members without a rating; they are in no table
 */
public record Impact(UUID id, UUID cycle, long assessments, int unrated, int warnings, UUID computedBy, Instant computedAt, List<Line> lines) {

    public enum Attribute { SEX, LEAVE, CONTRACT }

    public enum Outcome {
        /** Rated above the middle. */
        ABOVE,
        /** Not rated below it. */
        NOT_BELOW
    }

    /** @param NOT_KNOWN of one group nobody is known, so there is nothing to compare */
    public enum Word { NO_SIGN, SMALL_SAMPLE, DETECTABLE_BUT_SMALL, BOTH, NOT_KNOWN }

    /**
     * One table of two groups.
     *
     * @param unknown of whom the fact is not known; said beside the table, never guessed
     * @param ratio the lower share by the higher, exact; empty when there was nobody to compare
     * @param within what chance within the groups of employees comes to, when two or more tell something
     * @param adjusted the exact test among all questions of this comparison
     */
    public record Line(
            Attribute attribute, Outcome outcome, String one, String other, int chosenOne, int ofOne, int chosenOther, int ofOther, int unknown, String ratio, String fisher,
            String z, int strata, String odds, String within, String adjusted, boolean flagged, Word verdict, boolean warns) {}

    Optional<Line> first(Attribute attribute) {
        return lines.stream().filter(it -> it.attribute() == attribute).findFirst();
    }
}
