package org.probity.people.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.State;

/**
 * A course online, before somebody begins it or goes on.
 *
 * @param about what it is about, in the reader's language
 * @param pages of the version they take
 * @param needed percent of the questions that pass; @param tries on a day; @param least minutes from which on the quiz is taken; @param most minutes that count
 */
public record OnlinePage(Online.Offer it, String about, int pages, int questions, int needed, int tries, long least, int most, boolean today, List<Reason> reasons) implements Page {
    static String path(UUID course) {
        return "/app/my-training/online/" + course;
    }

    static String taking(@Nullable UUID taking) {
        return "/app/my-training/takings/" + taking;
    }

    public String path() {
        return path(it.course());
    }

    public String taking() {
        return taking(it.taking());
    }

    static State state(Screen s, Online.Offer it) {
        if (it.passedOn() != null) {
            return it.done(s.now().toLocalDate()) ? State.good(s.t("learning.passed-on", s.day(it.passedOn()))) : State.none(s.t("learning.may-be-taken"));
        }
        return it.taking() == null ? State.none(s.t("learning.may-be-taken")) : it.read() == 0 ? State.note(s.t("learning.begun")) : State.note(s.t("learning.pages-read", it.read()));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("learning.kind"), s.t("learning.kind." + it.kind())));
        facts.add(new Fact(s.t("learning.takes"), s.t("learning.minutes-about", it.minutes())));
        facts.add(new Fact(s.t("learning.consists-of"), s.t("learning.pages-questions", pages, questions)));
        facts.add(new Fact(s.t("learning.passes"), s.t("learning.passes-with", needed, tries)));
        facts.add(new Fact(s.t("learning.quiz-from"), s.t("learning.minutes-from", least)));
        return facts;
    }
}
