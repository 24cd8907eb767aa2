package org.probity.screen;

/** Compares two names. */
public final class Names {

    /** From here on (thousandths) two names are worth a person's look. Set on one half of labelled pairs; what it means for alarms the benchmark prints. */
    public static final int BAR = 730;

    /** Rises when the same two names may get another score than before. */
    public static final int RULES = 3;

    private Names() {}

    /** How alike two names of one kind are, and why. The same for both orders of the names, but for the sides of the links. */
    public static Alignment compare(String left, String right, Kind kind) {
        boolean person = kind == Kind.PERSON;
        return Aligner.explain(Name.of(left, person), Name.of(right, person));
    }
}
