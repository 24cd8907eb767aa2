package org.probity.people.labour;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** Findings of the checks, narrowed; whom each is about only for who may see it. */
public record FindingsPage(List<Finding> lines, Query query, long found, Me me) implements Page {
    public Table<Finding> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("labour.findings"))
                .head("labour.finding", it -> new Link(it.words(s), "/app/labour/findings/" + it.id()))
                .text("labour.check", it -> s.t("labour.check." + it.code()))
                .text("labour.about", it -> it.person() == null ? it.place(s.lang()) : Findings.sees(it, me) ? it.name(s.lang()) : s.t("labour.somebody"))
                .text("labour.site", it -> Optional.of(it.place(s.lang())).filter(words -> !words.isEmpty()))
                .state("labour.stands", it -> it.state(s))
                .state("labour.last-run", it -> it.gone() ? State.note(s.t("labour.gone")) : State.none(s.t("labour.still-there")))
                .day("labour.found", Finding::foundAt)
                .paged(query, found).downloads();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("check", s.t("labour.check"), Checks.ALL.stream().map(it -> new Option(it.code(), s.t("labour.check." + it.code()))).toList()),
                new Pick("stage", s.t("labour.stands"), Stream.concat(Arrays.stream(Finding.Stage.values()).map(it -> new Option(it.name(), s.t("labour.stage." + it))),
                        Stream.of(new Option("ALL", s.t("labour.everything")))).toList()));
    }
}
