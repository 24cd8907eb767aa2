package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.reward.Plan.Formula;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Gain;

class RewardPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000111");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final Period PERIOD = new Period(ID, ID, FROM, LocalDate.of(2026, 9, 30), 1, new BigDecimal("7000000.00"), new BigDecimal("18000000.00"), null, "Monthly closing <9>", ID, NOW, false, false);
    private static final Part PART = new Part("0a1b2c3d4e5f", "HF-CELL", "16", new BigDecimal("1.2"), "B+", ID, new BigDecimal("1.200"), 66, 3, 123_456);

    private static Plan plan(Formula formula, boolean agreed) {
        var contribution = formula == Formula.CONTRIBUTION;
        return new Plan(ID, ID, "HF-2026", "Gains of <Hefei>", "合肥基地收益分享", formula, LocalDate.of(2026, 1, 1), contribution ? null : new BigDecimal("55000000.00"),
                contribution ? null : new BigDecimal("125000000.00"), formula == Formula.IMPROSHARE ? new BigDecimal("60.00") : null, contribution ? new BigDecimal("10.0000") : null,
                contribution ? new BigDecimal("1000000.00") : null, new BigDecimal("75.00"), new BigDecimal("20.00"), true, "Staff congress & board", agreed);
    }

    private static Split split(long gain, @Nullable Instant agreed) {
        return gain > 0 ? new Split(ID, ID, ID, "x", gain, 69_000_000, gain - 69_000_000, 13_800_000, 0, 55_200_000, 9_252, NOW, ID, agreed)
                : new Split(ID, ID, ID, "x", gain, 0, gain + 500, 0, 500, 0, 0, NOW, ID, agreed);
    }

    private static Plan.Factors factors() {
        return new Plan.Factors(new TreeMap<>(Map.of("NONE", BigDecimal.ONE, "16", new BigDecimal("1.2"))), new TreeMap<>(Map.of("NONE", BigDecimal.ONE, "A", new BigDecimal("1.5"))));
    }

    private static Decision decision(@Nullable Outcome outcome) {
        return new Decision(ID, "reward.plan", ID, "", ID, NOW, outcome, outcome == null ? null : ID, outcome == null ? null : NOW, outcome == null ? null : "");
    }

    @Override
    public List<Page> pages() {
        var plan = plan(Formula.SCANLON, true);
        var own = new Splits.Own(split(92_000_000, NOW), PERIOD, plan, PART);
        var none = new Splits.Own(split(92_000_000, NOW), PERIOD, plan(Formula.IMPROSHARE, true), new Part("0a1b2c3d4e5f", "HF", Plan.NONE, BigDecimal.ONE, Plan.NONE, null, BigDecimal.ONE, 60, 0, 0));
        var units = List.of(new Splits.UnitPart(ID, "HF-CELL", "Cells <1>", "电池车间", new BigDecimal("1.200"), 5_000, 41_000_000), new Splits.UnitPart(ID, "HF-MOD", "Modules", "", BigDecimal.ONE, 0, 0));
        var out = List.of(new Splits.Left(ID, "100009", "Ren <Jie>", "任杰", "reward.out.unit"), new Splits.Left(ID, "100010", "Zhou Tong", "周桐", "reward.out.no-day"));
        var late = List.of(new Splits.Late("100009", "Ren <Jie>", "任杰", "C", "B", 12_345));
        var named = new UnitPlans.Named(ID, ID, "TUP", "Units of <Helia>", "时间单位", 2022, "0,1/3,2/3,1,1", "VOLUNTARY_RETIREMENT=TO_TERM,VOLUNTARY_OTHER=NEXT_DIVIDEND", "Board & congress", true);
        var proposed = new UnitPlans.Named(ID, ID, "TUP", "Units", "时间单位", 2026, "1", "", "Board", false);
        var giving = new Units.Giving(ID, ID, 2022, ID, "x", new BigDecimal("1.000000"), 9_252, 18_000_000, ID, true);
        var asked = new Units.Giving(ID, ID, 2026, ID, "x", new BigDecimal("1.2"), 3, 12_000, ID, false);
        var given = new Units.Given(ID, "16", "A", ID, 10_000, false);
        var lines = named.plan().lines(new org.probity.vest.UnitPlan.Given(10_000, BigDecimal.ONE, 2022), Map.of(2023, new BigDecimal("0.5"), 2024, new BigDecimal("0.5")), Map.of(2026, new BigDecimal("5")),
                java.util.Optional.empty(), 2040);
        var held = new UnitHoldings.Held(named, giving, given, lines);
        var capped = new UnitHoldings.Held(named, giving, new Units.Given(ID, Plan.NONE, "B", null, 500, true), lines);
        var sizes = new UnitPlans.Sizes(new TreeMap<>(Map.of("16 A", 6_000L)), new TreeMap<>(Map.of("16", 20_000L)));
        var words = List.of(new UnitPlans.Word(2025, UnitPlans.Kind.VALUE, new BigDecimal("1.2"), "Valuer <x>"), new UnitPlans.Word(2025, UnitPlans.Kind.DIVIDEND, new BigDecimal("0.5"), "Board"));
        var made = new PayLists.Made(ID, PayLists.Kind.UNITS, ID, 2026, 1, 9_252, ID, NOW);
        var payable = List.of(new PayLists.Line(ID, "100009", "Ren <Jie>", "任杰", "dividend 2026 of 2022", 166_667), new PayLists.Line(ID, "100010", "Zhou Tong", "周桐", "settlement 2026 of 2022", 4_000_000));
        return List.of(
                new PayListPage(made, payable, "He <Min>", "/app/reward/unit-plans/" + ID, Query.all("/app/reward/lists/" + ID)),
                new UnitsPage(List.of(), false), new UnitsPage(List.of(held), true), new UnitsPage(List.of(capped), true),
                new UnitPlansPage(List.of(), false, FROM, Map.of(), List.of()), new UnitPlansPage(List.of(named, proposed), true, FROM, Map.of("code", "<x>"), List.of(new Reason("code", "reward.code-wrong", List.of()))),
                new UnitPlanPage(named, sizes, words, List.of(asked, giving), List.of(made), false, true, false, FROM, Map.of("amount", "x", "number", "<7>"), List.of(new Reason("amount", "reward.amount-wrong", List.of()))),
                new UnitPlanPage(named, sizes, List.of(), List.of(giving), List.of(), false, false, false, FROM, Map.of(), List.of()),
                new UnitPlanPage(proposed, sizes, List.of(), List.of(), List.of(), true, true, true, FROM, Map.of(), List.of()), new UnitPlanPage(proposed, sizes, List.of(), List.of(), List.of(), true, true, false, FROM, Map.of(), List.of()),
                new UnitYearPage(named, 2026, new Units.Preview(named, 2026, new BigDecimal("1.2"), List.of(given), 4, "x"), null, false, List.of()), new UnitYearPage(named, 2022, null, giving, false, List.of()),
                new UnitYearPage(named, 2026, null, asked, true, List.of()), new UnitYearPage(named, 2026, null, asked, false, List.of(new Reason("", "reward.stale", List.of()))),
                new UnitYearPage(named, 2026, null, null, false, List.of(new Reason("", "reward.value-missing", List.of("2025")))),
                new RewardPage(List.of(), false), new RewardPage(List.of(own, none), true), new PartPage(own), new PartPage(none),
                new PlansPage(List.of(), false, FROM, Map.of(), List.of()), new PlansPage(List.of(), true, FROM, Map.of("code", "<x>"), List.of(new Reason("code", "reward.code-wrong", List.of()))),
                new PlansPage(List.of(plan, plan(Formula.RUCKER, false)), true, FROM, Map.of(), List.of()),
                new PlanPage(plan, factors(), decision(Outcome.APPROVED), true, false, List.of()), new PlanPage(plan(Formula.CONTRIBUTION, false), factors(), decision(null), true, false, List.of()),
                new PlanPage(plan(Formula.IMPROSHARE, false), factors(), decision(null), true, true, List.of(new Reason("", "decision.needs-another-person", List.of()))),
                new PlanPage(plan(Formula.RUCKER, false), factors(), decision(Outcome.REJECTED), false, false, List.of()),
                new PeriodsPage(List.of(), List.of(), true, Map.of(), List.of()), new PeriodsPage(List.of(PERIOD), List.of(plan), false, Map.of(), List.of()),
                new PeriodsPage(List.of(), List.of(plan), true, Map.of("source", "x & y"), List.of(new Reason("units", "reward.units-wrong", List.of()), new Reason("file", "reward.file-missing", List.of()))),
                new PeriodPage(PERIOD, plan, null, new Gain.Pool(92_000_000, 69_000_000, 23_000_000, 13_800_000, 0, 55_200_000), units, out, List.of(), List.of(), true, false, "x", List.of()),
                new PeriodPage(PERIOD, plan, null, new Gain.Pool(-100, 0, -100, 0, 0, 0), units, List.of(), List.of(), List.of(), true, false, "x", List.of()),
                new PeriodPage(PERIOD, plan, null, null, List.of(), List.of(), List.of(), List.of(), true, false, "", List.of(new Reason("", "reward.factor-missing", List.of("21", "100009")))),
                new PeriodPage(PERIOD, plan, null, null, List.of(), List.of(), List.of(), List.of(), false, false, "", List.of(new Reason("", "reward.not-yet", List.of()))),
                new PeriodPage(PERIOD, plan, split(92_000_000, null), null, units, out, List.of(), List.of(), true, true, "", List.of()),
                new PeriodPage(PERIOD, plan, split(92_000_000, null), null, units, List.of(), List.of(), List.of(), true, false, "", List.of(new Reason("", "reward.stale", List.of()))),
                new PeriodPage(PERIOD, plan, split(-20_000_000, NOW), null, units, List.of(), List.of(), List.of(), true, false, "", List.of()),
                new PeriodPage(PERIOD, plan, split(92_000_000, NOW), null, units, out, late, List.of(made), true, false, "", List.of()),
                new PeriodPage(PERIOD, plan, split(92_000_000, NOW), null, units, List.of(), List.of(), List.of(), false, false, "", List.of()));
    }
}
