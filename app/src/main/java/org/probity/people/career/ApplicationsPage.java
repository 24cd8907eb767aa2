package org.probity.people.career;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** What was sent in, for human resources. */
public record ApplicationsPage(List<Application> applications, long total, Query query) implements Page {
    static State state(Screen s, Application.State it) {
        var words = s.t("career.state." + it);
        return switch (it) {
            case DRAFT -> State.none(words);
            case SENT -> State.warn(words);
            case PANEL -> State.note(words);
            case DECIDED -> State.good(words);
            case WITHDRAWN -> State.none(words);
        };
    }

    public List<Chip> chips(Screen s) {
        return Stream.concat(Stream.of(Chip.of(query, "state", "", s.t("career.all"))),
                Arrays.stream(Application.State.values()).filter(it -> it != Application.State.DRAFT).map(it -> Chip.of(query, "state", it.name(), s.t("career.state." + it)))).toList();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("career.seek-application")));
    }

    public Table<Application> table(Screen s) {
        return Table.of(s, applications)
                .caption(s.t("career.applications"))
                .head("career.number", it -> new Link(it.number(), "/app/careers/applications/" + it.id())).sorts("number")
                .text("career.person", it -> it.person(s.lang()))
                .text("career.track", it -> it.track(s.lang()))
                .text("career.level", Application::code)
                .state("career.state", it -> state(s, it.state())).sorts("state")
                .day("career.at", Application::at).sorts("at")
                .paged(query, total)
                .downloads();
    }
}
