package org.probity.supply.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.OccasionPage;

/** All exchanges, newest first. */
public record ExchangesPage(List<Line> lines, Query query, long total, boolean holds, Instant now, ZoneId zone) implements Page {
    public record Line(
            UUID id, String number, String title, String form, String topics, Instant startsAt, Instant endsAt, @Nullable String withEn, @Nullable String withZh, long people,
            boolean calledOff, boolean allClosed, @Nullable Integer minutesNo, @Nullable Integer minutesReadNo, long open) {
        String with(Lang lang) {
            var with = lang == Lang.EN ? withEn : withZh;
            return with == null ? "" : with;
        }

        Occasion occasion() {
            return new Occasion(id, Kinds.EXCHANGE, number, title, List.of(topics.split(",")), List.of(), id, startsAt, startsAt, endsAt, "", calledOff, allClosed, people, 0,
                    minutesNo, minutesReadNo, id);
        }
    }

    public List<Chip> chips(Screen s) {
        return List.of(Chip.of(query, "state", "", s.t("exchange.all")), Chip.of(query, "state", "open", s.t("exchange.not-complete")), Chip.of(query, "state", "held", s.t("exchange.complete")));
    }

    public List<Pick> picks(Screen s) {
        var year = now.atZone(zone).getYear();
        return List.of(new Pick("q", s.t("exchange.seek")),
                new Pick("topic", s.t("exchange.topic"), Topic.all().stream().map(it -> new Option(it, s.t("exchange.topic." + it))).toList()),
                new Pick("form", s.t("exchange.form"), Arrays.stream(Exchanges.Form.values()).map(it -> new Option(it.name(), s.t("exchange.form." + it))).toList()),
                new Pick("year", s.t("exchange.year"), List.of(new Option(String.valueOf(year), String.valueOf(year)), new Option(String.valueOf(year - 1), String.valueOf(year - 1)))));
    }

    public Table<Line> table(Screen s) {
        return Table.of(s, lines)
                .caption(s.t("exchange.exchange.all"))
                .head("exchange.number", it -> new Link(it.number() + " " + it.title(), "/app/gatherings/" + it.id()))
                .text("exchange.with", it -> it.with(s.lang()))
                .text("exchange.form", it -> s.t("exchange.form." + it.form()))
                .text("exchange.topic", it -> topics(s, List.of(it.topics().split(","))))
                .day("exchange.day", it -> LocalDate.ofInstant(it.startsAt(), zone)).sorts("day")
                .number("exchange.people", Line::people)
                .state("exchange.state", it -> OccasionPage.state(s, it.occasion(), now))
                .number("exchange.open-follow-ups", Line::open)
                .paged(query, total)
                .downloads();
    }

    static String topics(Screen s, List<String> topics) {
        return topics.stream().map(it -> s.t("exchange.topic." + it)).collect(Collectors.joining(s.t("exchange.comma")));
    }
}
