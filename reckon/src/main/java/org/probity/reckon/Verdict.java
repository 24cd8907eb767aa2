package org.probity.reckon;

/** What a comparison comes to, in four words. None of them says that somebody was treated unfairly, and none that nobody was. */
public enum Verdict {
    /** The shares lie within four fifths, and chance alone explains the rest. */
    NO_SIGN,
    /** The shares lie apart and chance may have done it, or so few were there that no outcome could have told. */
    SMALL_SAMPLE,
    /** Chance alone hardly does this, yet the shares lie within four fifths. */
    DETECTABLE_BUT_SMALL,
    /** The shares lie apart, and chance alone hardly does this. */
    BOTH
}
