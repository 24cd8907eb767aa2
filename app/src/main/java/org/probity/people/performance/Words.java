package org.probity.people.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Html;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.State;

/** How the same thing is said on several pages of this room. */
final class Words {
    private Words() {}

    /** What comes next for somebody. */
    static State next(Screen s, Standing.Next next) {
        var words = s.t("performance.next." + next);
        return switch (next) {
            case DONE -> State.good(words);
            case ANSWER -> State.bad(words);
            case CLOSE, ACKNOWLEDGE -> State.none(words);
            case COMMIT, AGREE, SELF, RATE, LOOK, TALK -> State.warn(words);
        };
    }

    static String rating(Screen s, Scheme scheme, String code) {
        return scheme.rating(code).map(it -> code + " · " + it.name(s.lang())).orElse(code);
    }

    /** Each rating in its order: who, from what, why. */
    static List<Event> ratings(Screen s, Scheme scheme, List<Assessment> ratings, Map<UUID, String> names) {
        var events = new ArrayList<Event>();
        for (var it : ratings) {
            var who = names.getOrDefault(it.by(), "");
            events.add(new Event(Mark.NOTE, rating(s, scheme, it.rating()), it.words().isEmpty() ? "" : "— " + it.words(),
                    s.t("performance.origin." + it.origin()) + (who.isEmpty() ? "" : " · " + who) + " · " + s.day(LocalDate.ofInstant(it.at(), s.now().getZone()))));
        }
        return events;
    }

    static List<Fact> commitment(Screen s, Commitment it, String result) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("performance.measure"), it.measure()));
        facts.add(new Fact(s.t("performance.target"), it.target()));
        facts.add(new Fact(s.t("performance.source"), it.source()));
        facts.add(new Fact(s.t("performance.weight"), String.valueOf(it.weight())));
        if (!it.figure().isEmpty()) {
            facts.add(new Fact(s.t("performance.read-result"), Html.words(result.isEmpty() ? s.t("performance.not-yet") : result)));
        }
        return facts;
    }
}
