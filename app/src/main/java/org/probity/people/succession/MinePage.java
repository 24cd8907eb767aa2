package org.probity.people.succession;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/** What somebody was asked, what they lack for it, and their answer. Never who else was asked. */
public record MinePage(List<One> asked, int soonMonths, List<Reason> reasons) implements Page {
    /** @param lacks null: about a project, or not a candidate now */
    public record One(Naming naming, @Nullable Successor lacks) {
        public UUID id() {
            return naming.id();
        }

        public boolean counts() {
            return lacks != null && lacks.counts();
        }

        public List<Successor.Lack> missing() {
            return lacks == null ? List.of() : lacks.lacks();
        }
    }

    public State state(Screen s, One it) {
        return PositionPage.state(s, it.naming().state()).asTag();
    }

    /** How far they are, in words. */
    public State readiness(Screen s, One it) {
        return PositionPage.readiness(s, java.util.Objects.requireNonNull(it.lacks()), soonMonths);
    }
}
