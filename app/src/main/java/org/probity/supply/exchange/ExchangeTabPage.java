package org.probity.supply.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.OccasionPage;

/** Exchanges with one supplier, and what its people learned this year and last. */
public record ExchangeTabPage(String number, List<Occasion> occasions, List<Learned> learned, Instant now, ZoneId zone) implements Page {
    /** By topic: people who passed a course, people who were at a training. */
    public record Learned(String topic, long passed, long attended, LocalDate day) {}

    public Table<Occasion> table(Screen s) {
        return Table.of(s, occasions)
                .caption(s.t("exchange.exchange.all"))
                .head("exchange.number", it -> new Link(it.number() + " " + it.title(), "/app/gatherings/" + it.id()))
                .text("exchange.topic", it -> ExchangesPage.topics(s, it.topics()))
                .day("exchange.day", it -> it.day(zone))
                .number("exchange.people", it -> it.people() + it.others())
                .state("exchange.state", it -> OccasionPage.state(s, it, now));
    }

    public Table<Learned> learned(Screen s) {
        return Table.of(s, learned)
                .caption(s.t("exchange.learned"))
                .head("exchange.topic", it -> s.t("exchange.topic." + it.topic()))
                .number("exchange.passed", Learned::passed)
                .number("exchange.attended", Learned::attended)
                .day("exchange.last-day", Learned::day);
    }
}
