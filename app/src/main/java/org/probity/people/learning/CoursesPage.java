package org.probity.people.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Html;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;

/** All courses of our own people, with what was held of each in a year. */
public record CoursesPage(List<Line> lines, Query query, long total, int year, boolean holds, long lost) implements Page {
    public record Line(UUID id, String number, Kind kind, String titleEn, String titleZh, long sessions, long people, long seconds) {
        String title(Lang lang) {
            return switch (lang) {
                case EN -> titleEn;
                case ZH -> titleZh;
            };
        }
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("learning.seek")),
                new Pick("year", s.t("learning.year"), List.of(new Option(String.valueOf(s.now().getYear()), String.valueOf(s.now().getYear())),
                        new Option(String.valueOf(s.now().getYear() - 1), String.valueOf(s.now().getYear() - 1)))));
    }

    public List<Chip> chips(Screen s) {
        var all = new ArrayList<>(List.of(Chip.of(query, "kind", "", s.t("learning.all"))));
        kinds(s).forEach(it -> all.add(Chip.of(query, "kind", it.value(), it.words())));
        return all;
    }

    static List<Option> kinds(Screen s) {
        return Arrays.stream(Kind.values()).map(it -> new Option(it.name(), s.t("learning.kind." + it))).toList();
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("learning.courses-held", String.valueOf(year)))
                .head("learning.course", it -> new Link(it.title(s.lang()), "/app/trainings/" + it.id()))
                .id("learning.number", Line::number).sorts("number")
                .text("learning.kind", it -> s.t("learning.kind." + it.kind()))
                .number("learning.sessions", Line::sessions)
                .number("learning.attendances", Line::people).sorts("people")
                .number("learning.time", it -> Html.words(Trainings.length(it.seconds()))).sorts("seconds")
                .paged(query, total)
                .downloads();
    }
}
