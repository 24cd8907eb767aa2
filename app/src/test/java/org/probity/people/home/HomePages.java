package org.probity.people.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.home.Application.Ground;
import org.probity.people.home.Application.Takes;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.probity.people.home.Stay.Way;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class HomePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000091");
    private static final UUID BOSS = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000092");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Place SITE = new Place(ID, "HF", Place.Kind.SITE, "Hefei <site>", "合肥基地", null, List.of(ID), null, ID, "CN", "Anhui", "", "", LocalDate.of(2020, 1, 1), null);
    private static final Application ASKED = new Application(ID, "H2026-000017", ID, "000100", "Ren <Jie>", "任杰", ID, "Hefei <site>", "合肥基地", Takes.WOMEN, TODAY, LocalDate.of(2020, 7, 1), "FAR NIGHTS", "Near my <sister>", NOW, TODAY,
            false, null);
    private static final Points POINTS = new Points(12, Map.of(Ground.FAR, 10), 3);
    private static final Houses.House HOUSE = new Houses.House(ID, "HF-N", "North <house>", "北苑", ID, "Hefei <site>", "合肥基地", Takes.WOMEN, 40, 120, 480, 401, 8);

    private static Stay stay(@Nullable String outcome, @Nullable Instant keyed, @Nullable Instant confirmed, @Nullable LocalDate notice, @Nullable Instant left) {
        return new Stay(ID, "B2026-000018", ID, ID, "000100", "Ren <Jie>", "任杰", ID, ID, ID, "North <house>", "北苑", "312-4", TODAY, left == null ? null : TODAY, new BigDecimal("120.00"), TODAY.plusDays(3),
                outcome == null ? "the other is <abroad>" : "", NOW, outcome, outcome == null ? null : outcome.equals("DECLINED") ? "too <far>" : "", outcome == null ? null : NOW, keyed, confirmed, notice, left, null);
    }

    private static Repairs.Fault fault(boolean danger, @Nullable String mended, @Nullable String back) {
        return new Repairs.Fault(ID, "F2026-000019", ID, ID, "North <house>", "北苑", "312", Repairs.Kind.WATER, danger, "The tap <drips>", danger ? TODAY.minusDays(1) : TODAY.plusDays(6), NOW, mended == null ? null : ID, mended,
                mended == null ? null : NOW, back);
    }

    private static StayPage page(Stay it, List<Stay.Walk> walks, boolean own, List<Reason> reasons) {
        return new StayPage(it, walks, own, !own, !own, TODAY, Map.of("words", "A & b"), reasons);
    }

    @Override
    public List<Page> pages() {
        var walk = new Stay.Walk(ID, Way.IN, TODAY, "Two <keys>", BOSS, NOW, null, List.of(new Stay.Line(Item.BED, Found.GOOD), new Stay.Line(Item.WATER, Found.WORN), new Stay.Line(Item.ALARM, Found.MISSING)), List.of(ID, BOSS));
        var waiting = new HomeQueue.Waiting(3, ASKED, POINTS);
        var offered = stay(null, null, null, null, null);
        var accepted = stay("ACCEPTED", null, null, null, null);
        var keyed = stay("ACCEPTED", NOW, null, null, null);
        var lives = stay("ACCEPTED", NOW, NOW, TODAY.plusDays(9), null);
        var left = stay("ACCEPTED", NOW, NOW, TODAY, NOW);
        var bed = new Houses.Bed(ID, ID, "312", 4, new BigDecimal("20.50"), 4, null, ID, "Ren <Jie>", "任杰", null);
        var small = new Houses.Bed(BOSS, ID, "313", 1, new BigDecimal("12.00"), 4, "AREA", null, null, null, null);
        var rules = new RulesView(HomeRule.ALL, List.of(new Rules.Rule("area-least", LocalDate.of(2024, 1, 1), 40, "GB <55025>", null)), true, TODAY, Map.of(), Map.of(), List.of(new Reason("fromDay", "rule.day-past", List.of())));
        return List.of(
                new HomePage(false, List.of(), null, List.of(), List.of(), List.of(), false, TODAY, Map.of(), List.of()),
                new HomePage(true, List.of(), null, List.of(), List.of(), List.of(), false, TODAY, Map.of(), List.of()),
                new HomePage(true, List.of(), null, List.of(stay("DECLINED", null, null, null, null), stay("LAPSED", null, null, null, null), stay("TAKEN_BACK", null, null, null, null)), List.of(fault(false, null, null), fault(true, null, null),
                        fault(false, "New <seal>", null)), List.of(SITE), true, TODAY, Map.of("words", "A & b"), List.of(new Reason("takes", "home.takes-missing", List.of()))),
                new HomePage(true, List.of(ASKED), waiting, List.of(), List.of(), List.of(SITE), false, TODAY, Map.of(), List.of()),
                new HomePage(true, List.of(ASKED), null, List.of(offered), List.of(), List.of(SITE), false, TODAY, Map.of(), List.of()),
                new HomePage(true, List.of(ASKED), null, List.of(accepted), List.of(), List.of(SITE), false, TODAY, Map.of(), List.of()),
                new HomePage(true, List.of(ASKED), null, List.of(keyed), List.of(), List.of(SITE), false, TODAY, Map.of(), List.of()),
                new HomePage(true, List.of(ASKED), null, List.of(lives), List.of(), List.of(SITE), false, TODAY, Map.of(), List.of()),
                new HomePage(true, List.of(ASKED), null, List.of(left), List.of(), List.of(SITE), false, TODAY, Map.of(), List.of()),
                new ListPage(List.of(), null), new ListPage(List.of(waiting), ID),
                page(offered, List.of(), true, List.of()), page(offered, List.of(), false, List.of(new Reason("reason", "home.reason-missing", List.of()))),
                page(stay("DECLINED", null, null, null, null), List.of(), true, List.of()),
                page(accepted, List.of(), false, List.of(new Reason("item-BED", "home.walk-gap", List.of()))), page(keyed, List.of(walk), true, List.of()), page(keyed, List.of(walk), false, List.of()),
                page(lives, List.of(walk), true, List.of(new Reason("kind", "home.kind-missing", List.of()))), page(left, List.of(walk, new Stay.Walk(BOSS, Way.OUT, TODAY, "", BOSS, NOW, NOW, walk.lines(), List.of())), true, List.of()),
                new FaultPage(fault(true, null, null), List.of(ID), true, false, TODAY, Map.of(), List.of()),
                new FaultPage(fault(false, "New <seal>", "It drips <on>"), List.of(), false, true, TODAY, Map.of("words", "x & y"), List.of(new Reason("words", "home.words-missing", List.of()))),
                new FaultPage(fault(false, "New <seal>", null), List.of(), true, true, TODAY, Map.of(), List.of()),
                new DeskPage(List.of(), List.of(), List.of(), List.of(), List.of(), false, TODAY, Map.of(), List.of()),
                new DeskPage(List.of(waiting), List.of(accepted, lives), List.of(fault(true, null, null)), List.of(HOUSE), List.of(SITE), true, TODAY, Map.of("code", "A & b"), List.of(new Reason("code", "home.code-taken", List.of()))),
                new HousePage(HOUSE, List.of(bed, small), true, TODAY, Query.all("/app/homes/houses/" + ID), Map.of("from", "2026-11-22"), List.of(new Reason("file", "home.file-area", List.of("2", "31<2")))),
                new HousePage(HOUSE, List.of(), true, TODAY, Query.all("/app/homes/houses/" + ID), Map.of(), List.of()), new HousePage(HOUSE, List.of(bed), false, TODAY, Query.all("/app/homes/houses/" + ID), Map.of(), List.of()),
                new ApplicationPage(ASKED, POINTS, 3, List.of(small), false, TODAY, Map.of("turn", "x & y"), List.of(new Reason("turn", "home.turn-missing", List.of()))),
                new ApplicationPage(ASKED, POINTS, 3, List.of(), false, TODAY, Map.of(), List.of()), new ApplicationPage(ASKED, POINTS, 0, List.of(), true, TODAY, Map.of(), List.of()),
                new RulesPage(rules));
    }
}
