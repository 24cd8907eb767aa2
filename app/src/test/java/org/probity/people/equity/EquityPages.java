package org.probity.people.equity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.vest.Allocation;
import org.probity.vest.Facts;
import org.probity.vest.Grant;
import org.probity.vest.Vesting;

class EquityPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000111");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000222");
    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);

    static StockPlan stockPlan(boolean agreed) {
        var steps = StepLines.parse("start = 0 | start\ny1 = 30% | 12 months after start\ny2 = 1/36 | 1 month x 12 after y1\ntarget = rest | happens", Allocation.CUMULATIVE_ROUND_DOWN).terms();
        return new StockPlan(ID, ID, "ESOP-2024", "Options of <Helia>", "股票期权计划", StockPlan.Kind.OPTION, StockPlan.Market.GROWTH, 1_827_617_666L, 23_087_500, new BigDecimal("10.5000"), new BigDecimal("21.0000"), FROM.minusYears(3),
                FROM.plusYears(7), StockPlan.written(StockPlan.TERMS, "ESOP-2024", Objects.requireNonNull(steps)), "FAMILY", 30, "VOLUNTARY_RETIREMENT=GOES_ON", "Shareholders & board", agreed);
    }

    static Holdings.Holding holding(StockPlan plan, Facts facts) {
        var given = new StockVault.Given(UUID.nameUUIDFromBytes(facts.toString().getBytes(StandardCharsets.UTF_8)), ID, ID, "ESOP-1", FROM.minusMonths(30), FROM.minusMonths(30), "10000", "", List.of(), List.of());
        var grant = new Grant(given.day(), Holdings.exact(given.quantity()), new Grant.Plan.ByTerms(plan.steps()));
        var vesting = new Vesting(grant, facts);
        return new Holdings.Holding(plan, given, grant, plan.steps(), facts, vesting.standing(FROM), vesting.instalments(FROM), 12, FROM);
    }

    @Override
    public List<Page> pages() {
        var stock = stockPlan(true);
        var option = holding(stock, new Facts(List.of(new Facts.Happened("start", FROM.minusMonths(30))), List.of(),
                List.of(new Facts.Pause(FROM.minusMonths(16), FROM.minusMonths(13))), List.of(), List.of(new Facts.Ratio(FROM.minusMonths(2), 3, 2)), Optional.empty()));
        var over = holding(stock, new Facts(List.of(new Facts.Happened("start", FROM.minusMonths(30))), List.of(), List.of(), List.of(), List.of(), Optional.of(FROM.minusMonths(1))));
        var granting = new Grantings.Granting(ID, ID, ID, FROM, 178, 13_280_000, false, "", "x", ID, true);
        var asking = new Grantings.Granting(ID, ID, ID, FROM, 102, 5_190_000, false, "", "x", ID, false);
        var happened = List.of(new Happenings.Told(ID, ID, Happenings.Kind.DIVIDED, "", 3, 2, FROM, "Meeting <x>", null, ID, true), new Happenings.Told(ID, ID, Happenings.Kind.HAPPENED, "target", 1, 1, FROM, "Audit", ID, ID, true));
        var waits = List.of(new Happenings.Told(ID, ID, Happenings.Kind.HAPPENED, "target", 1, 1, FROM, "Audit <y>", ID, ID, false));
        var sooner = List.of(new Accelerations.Asked(ID, ID, ID, "100009", "Ren <Jie>", "任杰", 500, "Board <3>", ID, ID));
        var finding = List.of(new Listing.Finding(new Listing.Rule(StockPlan.Market.GROWTH, Listing.Code.YEARS, FROM, new BigDecimal("10.00"), false, "Measures <13>"), "2025-01-01 – 2036-01-01"));
        var standing = new StockBook.Standing(4_617_500, 18_470_000, 12);
        var look = new Grantings.Preview(stock, FROM, List.of(new Grantings.Line(ID, "100009", "Ren <Jie>", "任杰", 5_000)), "", finding, "x");
        return List.of(
                new EquityPage(List.of(), false, "", Map.of(), List.of()), new EquityPage(List.of(option, over), true, "", Map.of(), List.of()),
                new EquityPage(List.of(option), false, ID.toString(), Map.of("shares", "<9>"), List.of(new Reason("shares", "equity.too-many", List.of(5L)))),
                new StockPlansPage(List.of(), false, FROM, Map.of(), List.of()), new StockPlansPage(List.of(stock, stockPlan(false)), true, FROM, Map.of("steps", "<x>"), List.of(new Reason("steps", "equity.terms.CIRCLE", List.of("<a>")))),
                new StockPlanPage(stock, standing, List.of(asking, granting), happened, List.of(), finding, null, false, true, false, OTHER, FROM, Map.of(), List.of()),
                new StockPlanPage(stock, standing, List.of(asking), waits, sooner, List.of(), null, false, true, false, ID, FROM, Map.of("lines", "<x>"), List.of(new Reason("lines", "equity.lines-wrong", List.of("<x>")))),
                new StockPlanPage(stock, standing, List.of(granting), waits, sooner, List.of(), look, false, true, false, OTHER, FROM, Map.of("lines", "100009 = 5000"), List.of()),
                new StockPlanPage(stockPlan(false), standing, List.of(), List.of(), List.of(), finding, null, true, true, true, ID, FROM, Map.of(), List.of()),
                new StockPlanPage(stockPlan(false), standing, List.of(), List.of(), List.of(), finding, null, true, false, false, OTHER, FROM, Map.of(), List.of()),
                new StockRulesPage(finding.stream().map(Listing.Finding::rule).toList(), true, FROM, Map.of("value", "x"), List.of(new Reason("value", "equity.value-wrong", List.of()))),
                new StockRulesPage(finding.stream().map(Listing.Finding::rule).toList(), false, FROM, Map.of(), List.of()),
                new StockImportPage(stock, null, List.of()), new StockImportPage(stock, new EquityPackages.Checked(List.of(), List.of(new EquityPackages.Fault("equity.warning.TWO_STARTS", "x-1")), 3, 2, 4_000, "x"), List.of()),
                new StockImportPage(stock, new EquityPackages.Checked(List.of(new EquityPackages.Fault("equity.terms.CIRCLE", "<a>"), new EquityPackages.Fault("equity.fault.MEMBER", "i.quantity")), List.of(), 0, 0, 0, ""),
                        List.of(new Reason("", "equity.faults", List.of(2)))));
    }
}
