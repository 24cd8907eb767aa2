package org.probity.supply.blacklist;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/** A case as the supplier sees it: what is held against it, what it said, what was decided. @param words as typed */
public record StandingPage(Matter it, List<Matters.Statement> statements, List<Ban> decided, LocalDate today, String words, List<Reason> reasons) implements Page {
    public boolean late() {
        return it.running() && it.dueDay().isBefore(today);
    }

    static State state(Screen s, Matter it, LocalDate today) {
        return switch (it.stage(today)) {
            case OPEN -> State.none(s.t("blacklist.portal.running"));
            case HEARING -> State.warn(s.t("blacklist.portal.answer-by", it.dueDay()));
            case HEARD -> it.answers() > 0 ? State.note(s.t("blacklist.portal.answered")) : State.bad(s.t("blacklist.portal.no-answer"));
            case BARRED -> State.bad(it.forGood() ? s.t("blacklist.portal.barred-for-good") : s.t("blacklist.portal.barred-until", it.banUntil()));
            case ENDED -> State.none(s.t("blacklist.portal.over"));
            case DROPPED -> State.good(s.t("blacklist.portal.dropped"));
        };
    }

    public State state(Screen s) {
        return state(s, it, today);
    }
}
