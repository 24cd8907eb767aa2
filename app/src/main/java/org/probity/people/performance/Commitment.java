package org.probity.people.performance;

/**
 * One of the three to five things somebody stands for in a year.
 *
 * @param source where the truth about it is read, so that nobody argues about it at the end
 * @param figure key of a figure that measures it; empty: none does
 */
public record Commitment(int place, Section section, String title, String measure, String target, String source, String figure, int weight) {

    public enum Section {
        /** What the business needs. */
        RESULTS,
        /** Key tasks. */
        TASKS,
        /** People and organisation, of those who lead. */
        PEOPLE,
        /** What they learn. */
        GROWTH
    }
}
