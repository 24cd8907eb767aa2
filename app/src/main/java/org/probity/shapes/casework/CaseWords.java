package org.probity.shapes.casework;

import java.time.LocalDate;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;

/** How cases are said on screens: in the words of the room that opened them. */
public final class CaseWords {
    private CaseWords() {}

    /** What the case is about, as its room calls it. */
    public static String kind(Screen s, Case it) {
        return s.knows(it.kind()) ? s.t(it.kind()) : s.t("casework.correction");
    }

    public static String severity(Screen s, Case it) {
        return severity(s, it.kind(), it.severity());
    }

    static String severity(Screen s, String kind, String severity) {
        var key = kind + "." + severity;
        return s.knows(key) ? s.t(key) : severity;
    }

    /** How it stands, and how many days are left, in the words of both sides. */
    public static State state(Screen s, Case it, LocalDate today) {
        var words = s.t("casework.state." + it.state());
        if (!it.open()) {
            return State.good(words);
        }
        if (it.late(today)) {
            return State.bad(words + " · " + s.t("casework.days-late", -it.daysLeft(today)));
        }
        return new State(it.state().waitsForSupplier() && it.daysLeft(today) <= 7 ? Mark.WARN : mark(it.state()), words);
    }

    static Mark mark(Case.State state) {
        return switch (state) {
            case PLAN_OWED, PLAN_ACCEPTED -> Mark.NONE;
            case PLAN_SENT, DONE_SENT, VERIFIED, NO_ACTION -> Mark.NOTE;
            case PLAN_RETURNED, DONE_RETURNED -> Mark.WARN;
            case CLOSED -> Mark.GOOD;
        };
    }
}
