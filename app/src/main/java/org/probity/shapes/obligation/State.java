package org.probity.shapes.obligation;

import java.util.Map;
import java.util.Set;

/** Where an obligation stands. Late is not a state: it follows from the day it is due. */
public enum State {
    /** Nothing has come yet. */
    OWED,
    /** A proof has come and waits for a person. */
    SENT_IN,
    /** The proof was not good enough; the reasons were told. */
    SENT_BACK,
    /** Proven, until its last valid day. */
    MET,
    /** It was met, and the proof no longer holds. */
    LAPSED,
    /** Not owed after all, by a reasoned act. */
    WAIVED;

    /** The allowed steps; the picture in the guide is drawn from this. */
    public static final Map<State, Set<State>> STEPS = Map.of(
            OWED, Set.of(SENT_IN, WAIVED),
            SENT_IN, Set.of(SENT_IN, SENT_BACK, MET, WAIVED),
            SENT_BACK, Set.of(SENT_IN, WAIVED),
            MET, Set.of(SENT_BACK, LAPSED),
            LAPSED, Set.of(SENT_IN, WAIVED),
            WAIVED, Set.of());

    public boolean mayBecome(State next) {
        return STEPS.get(this).contains(next);
    }

    /** Whether something recorded elsewhere can meet it without anything being sent in. */
    boolean mayBeMetByARecord() {
        return waitsForParty() || this == SENT_IN;
    }

    /** Whether the one who owes has something to do. */
    public boolean waitsForParty() {
        return switch (this) {
            case OWED, SENT_BACK, LAPSED -> true;
            case SENT_IN, MET, WAIVED -> false;
        };
    }
}
