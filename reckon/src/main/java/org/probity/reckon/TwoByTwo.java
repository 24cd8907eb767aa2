package org.probity.reckon;

/**
 * Two groups by chosen or not: the table of every test here.
 *
 * @param chosenOne chosen of the first group
 * @param leftOne not chosen of the first group
 * @param chosenOther chosen of the second group
 * @param leftOther not chosen of the second group
 */
public record TwoByTwo(long chosenOne, long leftOne, long chosenOther, long leftOther) {

    public TwoByTwo {
        if (chosenOne < 0 || leftOne < 0 || chosenOther < 0 || leftOther < 0 || chosenOne + leftOne + chosenOther + leftOther > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(chosenOne + " " + leftOne + " / " + chosenOther + " " + leftOther);
        }
    }

    public static TwoByTwo of(Group one, Group other) {
        return new TwoByTwo(one.chosen(), one.of() - one.chosen(), other.chosen(), other.of() - other.chosen());
    }

    long one() {
        return chosenOne + leftOne;
    }

    long other() {
        return chosenOther + leftOther;
    }

    long chosen() {
        return chosenOne + chosenOther;
    }

    long left() {
        return leftOne + leftOther;
    }

    long all() {
        return one() + other();
    }

    /** A table with an empty margin: whoever was there, nothing could have come out otherwise. */
    boolean settled() {
        return one() == 0 || other() == 0 || chosen() == 0 || left() == 0;
    }
}
