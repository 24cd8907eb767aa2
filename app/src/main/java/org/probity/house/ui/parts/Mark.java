package org.probity.house.ui.parts;

/** How something stands. On screens it is always a shape and a word beside the colour, so that it survives grey paper. */
public enum Mark {
    /** Met, valid, done. */
    GOOD,
    /** Needs somebody soon. */
    WARN,
    /** Wrong, late, refused. */
    BAD,
    /** Not yet. */
    NONE,
    /** Worth knowing, neither good nor bad. */
    NOTE;

    public String css() {
        return switch (this) {
            case GOOD -> "good";
            case WARN -> "warn";
            case BAD -> "bad";
            case NONE -> "none";
            case NOTE -> "note";
        };
    }

    /** The picture that goes with it in a banner. */
    public String icon() {
        return switch (this) {
            case GOOD -> "i-check";
            case WARN, NONE -> "i-clock";
            case BAD -> "i-alert";
            case NOTE -> "i-note";
        };
    }
}
