package org.probity.supply.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.screen.ListSource;

/** The lists, and the form that opens another. */
public record WatchListsPage(List<WatchList.Held> lists, LocalDate today, boolean keeps, Typed typed, List<Reason> reasons) implements Page {
    /** What was typed, when it was refused. */
    public record Typed(String code, String source, String nameEn, String nameZh, String bar, String verdict) {
        static final Typed NOTHING = new Typed("", "OWN", "", "", "80", "WARN");
    }

    public Table<WatchList.Held> table(Screen s) {
        return Table.of(s, lists)
                .caption(s.t("screening.lists"))
                .head("screening.list", it -> new Link(it.list().name(s.lang()), "/app/screening/lists/" + it.list().id()))
                .id("screening.code", it -> it.list().code())
                .text("screening.source", it -> s.t("screening.source." + it.list().source()))
                .text("screening.version", it -> Optional.ofNullable(it.now()).map(WatchList.Version::label))
                .number("screening.age", it -> Optional.ofNullable(it.now()).map(version -> version.age(today)))
                .number("screening.entries", it -> Optional.ofNullable(it.now()).map(WatchList.Version::entries))
                .text("screening.verdict", it -> s.t("screening.verdict." + it.list().verdict()));
    }

    public List<Option> sources(Screen s) {
        return Stream.of(ListSource.values()).map(it -> new Option(it.name(), s.t("screening.source." + it), s.t("screening.source-hint." + it))).toList();
    }

    static List<Option> verdicts(Screen s) {
        return Stream.of(WatchList.Verdict.values()).map(it -> new Option(it.name(), s.t("screening.verdict." + it))).toList();
    }

    /** One person opens a list, so it does something. */
    public List<Option> choices(Screen s) {
        return verdicts(s).stream().filter(it -> !it.value().equals(WatchList.Verdict.NONE.name())).toList();
    }
}
