package org.probity.people.learning;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** What the people whom somebody manages are enrolled for, and whether they can be spared. */
public record TeamPage(List<Enrolments.Enrolled> people, ZoneId zone, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    static State says(Screen s, Enrolments.Enrolled it) {
        return it.says() == null ? State.none(s.t("learning.no-word")) : it.says().equals("YES") ? State.good(s.t("learning.can-be-spared")) : State.warn(s.t("learning.cannot-be-spared"));
    }

    public Table<Enrolments.Enrolled> table(Screen s) {
        return Table.of(s, people)
                .caption(s.t("learning.team"))
                .head("learning.person", it -> SessionPage.name(s.lang(), it.nameEn(), it.nameZh()))
                .text("learning.course", it -> SessionPage.name(s.lang(), it.titleEn(), it.titleZh()))
                .day("learning.day", it -> it.startsAt().atZone(zone).toLocalDate())
                .state("learning.place-of", it -> it.seated() ? State.good(s.t("learning.has-a-place")) : State.warn(s.t("learning.waits")))
                .state("learning.your-word", it -> says(s, it))
                .why("learning.because", it -> it.words() == null ? "" : it.words());
    }

    public List<Option> choices(Screen s) {
        return people.stream().map(it -> new Option(it.id().toString(), SessionPage.name(s.lang(), it.nameEn(), it.nameZh()) + " · " + SessionPage.name(s.lang(), it.titleEn(), it.titleZh()))).toList();
    }

    public List<Option> words(Screen s) {
        return List.of(new Option("YES", s.t("learning.can-be-spared")), new Option("NO", s.t("learning.cannot-be-spared")));
    }
}
