package org.probity.supply.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.OccasionPage;

/** One campaign: what it teaches, whom it reached, its trainings. */
public record CampaignPage(
        Campaign it, String categoryEn, String categoryZh, List<Course> courses, List<Campaign.Reach> reach, List<Campaign.PartyReach> parties, List<Occasion> trainings,
        boolean holds, Instant now, ZoneId zone) implements Page {
    static final int SHOWN = 100;

    public String path() {
        return "/app/campaigns/" + it.id();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public State state(Screen s) {
        return CampaignsPage.state(s, it, today());
    }

    public long asked() {
        return reach.stream().mapToLong(Campaign.Reach::asked).sum();
    }

    public Chart funnel(Screen s) {
        var read = reach.stream().mapToLong(Campaign.Reach::read).sum();
        var attended = reach.stream().mapToLong(Campaign.Reach::attended).sum();
        var passed = reach.stream().mapToLong(Campaign.Reach::passed).sum();
        return Chart.funnel(s.t("exchange.reach-says", asked(), read, attended, passed), List.of(bar(s, "exchange.asked", asked()), bar(s, "exchange.read", read),
                bar(s, "exchange.attended", attended), bar(s, "exchange.passed", passed)));
    }

    private static Chart.Bar bar(Screen s, String key, long value) {
        return new Chart.Bar(s.t(key), BigDecimal.valueOf(value), s.number(value));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("exchange.from"), s.time(it.fromDay())));
        facts.add(new Fact(s.t("exchange.until"), s.time(it.untilDay())));
        facts.add(new Fact(s.t("exchange.for"), audience(s)));
        courses.forEach(course -> facts.add(new Fact(s.t("exchange.topic." + course.topic()), new Link(course.name().in(s.lang()), "/app/courses/" + course.code()))));
        return facts;
    }

    String audience(Screen s) {
        var category = s.lang() == org.probity.house.ui.Lang.EN ? categoryEn : categoryZh;
        var suppliers = it.suppliers().isEmpty() ? Optional.<String>empty()
                : Optional.of(it.suppliers().equals(Campaigns.ALL) ? s.t("exchange.all-suppliers") : s.t("exchange.suppliers-of", category));
        var procurement = it.procurement() ? Optional.of(s.t("exchange.procurement-staff")) : Optional.<String>empty();
        return java.util.stream.Stream.of(suppliers, procurement).flatMap(Optional::stream).collect(java.util.stream.Collectors.joining(s.t("exchange.comma")));
    }

    public Table<Campaign.Reach> circles(Screen s) {
        return Table.of(s, reach)
                .caption(s.t("exchange.reached"))
                .head("exchange.circle", line -> s.t("exchange.circle." + line.circle()))
                .number("exchange.asked", Campaign.Reach::asked)
                .number("exchange.read", Campaign.Reach::read)
                .number("exchange.attended", Campaign.Reach::attended)
                .number("exchange.passed", Campaign.Reach::passed);
    }

    public boolean more() {
        return parties.size() > SHOWN;
    }

    public Table<Campaign.PartyReach> shown(Screen s) {
        return suppliers(s, parties.stream().limit(SHOWN).toList());
    }

    /** All of them, for the file. */
    public Table<Campaign.PartyReach> suppliers(Screen s) {
        return suppliers(s, parties);
    }

    private static Table<Campaign.PartyReach> suppliers(Screen s, List<Campaign.PartyReach> lines) {
        return Table.of(s, lines)
                .caption(s.t("exchange.by-supplier"), s.t("exchange.by-supplier-text"))
                .head("exchange.supplier", line -> new Link(line.name(s.lang()), "/app/suppliers/" + line.party() + "/exchanges"))
                .id("exchange.supplier-number", Campaign.PartyReach::number)
                .number("exchange.asked", Campaign.PartyReach::asked)
                .number("exchange.read", Campaign.PartyReach::read)
                .number("exchange.attended", Campaign.PartyReach::attended)
                .number("exchange.passed", Campaign.PartyReach::passed)
                .state("exchange.state", line -> line.passed() + line.attended() > 0 ? State.good(s.t("exchange.is-trained")) : State.none(s.t("exchange.not-trained")))
                .downloads();
    }

    public Table<Occasion> sessions(Screen s) {
        return Table.of(s, trainings)
                .caption(s.t("exchange.trainings"))
                .head("exchange.number", training -> new Link(training.number() + " " + training.title(), "/app/gatherings/" + training.id()))
                .text("exchange.topic", training -> ExchangesPage.topics(s, training.topics()))
                .day("exchange.day", training -> training.day(zone))
                .number("exchange.people", training -> training.people() + training.others())
                .state("exchange.state", training -> OccasionPage.state(s, training, now));
    }
}
