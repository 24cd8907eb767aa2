package org.probity.people.care;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.people.care.Earned.Span;
import org.probity.people.care.Earned.Step;
import org.probity.people.care.Leave.Part;
import org.probity.shapes.book.Account;
import org.probity.shapes.book.Statement;
import org.probity.shapes.figure.SmallCells;
import org.probity.shapes.rule.Rules;
import org.probity.shapes.rule.RulesView;

class CarePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000081");
    private static final UUID BOSS = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000082");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Place UNIT = new Place(ID, "HF", Place.Kind.SITE, "Hefei <site>", "合肥基地", null, List.of(ID), null, ID, "CN", "Anhui", "", "", LocalDate.of(2020, 1, 1), null);

    private static final Closings.Closing CLOSING = new Closings.Closing(ID, 2025, null, null, 2, 4000, 1600, 5, NOW, BOSS);
    private static final Closings.Closed CLOSED = new Closings.Closed(ID, ID, "000100", "Ren <Jie>", "任杰", 2025, 4000, 1600, 5, NOW);
    private static final Cover.Report REPORT = new Cover.Report(ID, LocalDate.of(2026, 10, 1), "Payroll <run 3>", 9253, NOW);

    private static Leave leave(LocalDate from, LocalDate until, Part part, @Nullable String outcome, @Nullable String reason, boolean gone) {
        return new Leave(ID, "L2026-000017", ID, "Ren Jie", "任杰", Kind.ANNUAL, from, until, part, part == Part.WHOLE ? 2400 : 400, "A wedding in <Wuhu>", ID, NOW, outcome, reason,
                outcome == null ? null : BOSS, outcome == null ? null : NOW, gone ? NOW : null, null, null);
    }

    private static LeaveBook.Held held(String kind, long amount) {
        return new LeaveBook.Held(new Account(ID, "leave", "HOUR", kind, ID, 0L), amount);
    }

    private static LeavePage page(Leave it, boolean own, boolean answers, int same, List<Reason> reasons) {
        return new LeavePage(it, own, answers, 1600L, same, it.answeredBy() == null ? "" : "Gao <Yan>", TODAY, Map.of("reason", ""), reasons);
    }

    private static Statement.Line line(String kind, long amount, String other) {
        return new Statement.Line(ID, TODAY, kind, ID, amount, other, other.equals("issued") ? null : ID, null);
    }

    private static FamilyPage family(List<FamilyPage.Group> groups, Set<String> closed, boolean newest) {
        var release = new SmallCells.Release(closed, 5);
        return new FamilyPage(2025, newest, groups, release, release, new SmallCells.Release(Set.of(), 5), new SmallCells.Release(Set.of(), 5));
    }

    @Override
    public List<Page> pages() {
        var steps = List.of(new Step(1, new BigDecimal("5.00"), ID), new Step(10, new BigDecimal("10.00"), ID), new Step(20, new BigDecimal("15.50"), ID));
        var earned = Earned.of(2027, LocalDate.of(2017, 7, 1), List.of(new Span(TODAY, LocalDate.of(2030, 1, 1))), steps);
        var granted = new Grants.Granted(ID, ID, ID, "000100", "Ren Jie", "任杰", 2027, LocalDate.of(2017, 7, 1), 7, new BigDecimal("8.00"), 5600, "CN", "Anhui", NOW);
        var asked = leave(TODAY.plusDays(8), TODAY.plusDays(10), Part.WHOLE, null, null, false);
        var half = leave(TODAY.plusDays(1), TODAY.plusDays(1), Part.MORNING, "AGREED", "", false);
        var refused = leave(TODAY.plusDays(20), TODAY.plusDays(24), Part.WHOLE, "REFUSED", "The line is being <rebuilt> that week", false);
        var gone = leave(TODAY.minusDays(20), TODAY.minusDays(18), Part.WHOLE, "AGREED", "", true);
        var person = new Directory.Person(ID, "000100", "任杰", "Ren Jie", "", List.of());
        var account = new Account(ID, "leave", "HOUR", "annual-2026", ID, 0L);
        var statement = new Statement(account, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 0, 8000, 4800, 3200,
                List.of(line("care.granted", 4000, "issued"), line("care.asked", -2400, "asked"), line("care.refused", 2400, "asked"), line("care.asked", -2400, "asked"), line("care.withdrawn", 1600, "asked")), 5);
        var line = new Grants.Line(ID, "000100", "Ren Jie", "任杰", "CN", "Anhui", earned, new BigDecimal("8.00"), 1600);
        return List.of(
                new CarePage(List.of(), List.of(), false, false, true, true, false, 0, TODAY, Map.of(), List.of()), new CarePage(List.of(), List.of(), true, false, false, false, true, 0, TODAY, Map.of(), List.of()),
                new CarePage(List.of(held("annual-2026", 1600), held("annual-2027", 5600), held("asked", 2400), held("carried-2026", 800), held("owed", 1200), held("taken-annual", 800)), List.of(asked, half, refused, gone), true, true, true, false, false, 3, TODAY,
                        Map.of("from", "2026-12-01", "words", "A & b"), List.of(new Reason("until", "care.too-little", List.of(new BigDecimal("48.00"), new BigDecimal("16.00"), "2026")))),
                page(asked, true, false, 0, List.of()), page(asked, false, true, 2, List.of(new Reason("reason", "care.reason-missing", List.of()))), page(asked, false, true, 0, List.of()),
                page(half, true, false, 0, List.of()), page(refused, true, false, 0, List.of()), page(gone, true, false, 0, List.of()),
                new StatementPage(statement, person, true, Query.all("/app/care/accounts/" + ID)),
                new StatementPage(new Statement(account, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), 0, 0, 0, 0, List.of(), 0), person, false, Query.all("/app/care/accounts/" + ID)),
                new GrantedPage(granted, earned.pieces(), true), new GrantedPage(granted, earned.pieces(), false),
                new GrantsPage(List.of(), List.of(UNIT), Map.of(), TODAY, Map.of(), List.of()),
                new GrantsPage(List.of(new Grants.Granting(ID, 2026, null, null, 9252, 51_234_400, NOW, BOSS), new Grants.Granting(ID, 2027, "Hefei <site>", "合肥基地", 2, 12_000, NOW, ID)), List.of(UNIT),
                        Map.of(BOSS, "He <Min>"), TODAY, Map.of("number", "000100", "source", "x & y"), List.of(new Reason("number", "care.no-such-person", List.of()))),
                new PreviewPage(new Grants.Preview(2027, ID, List.of(line), List.of(new Grants.Out(ID, "7", "A", "甲", "care.out.short"), new Grants.Out(ID, "8", "B", "乙", "care.out.kind.DISPATCH")), "x"),
                        UNIT, Query.all("/app/care/grants/preview").with("year", "2027"), List.of(new Reason("", "care.seen-changed", List.of()))),
                new PreviewPage(new Grants.Preview(2027, null, List.of(), List.of(new Grants.Out(ID, "7", "A", "甲", "care.out.had")), "x"), null, Query.all("/app/care/grants/preview").with("year", "2027"), List.of()),
                page(new Leave(ID, "L2026-000018", ID, "Ren Jie", "任杰", Kind.SICK, TODAY, TODAY.plusDays(2), Part.WHOLE, 2400, "", ID, NOW, null, null, null, null, null, null, null), false, true, 0,
                        List.of(new Reason("paper", "care.paper-missing", List.of()))),
                page(new Leave(ID, "L2026-000019", ID, "Ren Jie", "任杰", Kind.MATERNITY, TODAY, TODAY.plusDays(97), Part.WHOLE, 56_000, "", ID, NOW, "AGREED", "", BOSS, NOW, null, Kind.Paper.DUE_DATE, null), true, false, 0, List.of()),
                new ClosingsPage(List.of(), List.of(UNIT), Map.of(), null, true, TODAY, new RulesView(CareRule.ALL, List.of(new Rules.Rule("carry-days-most", LocalDate.of(2024, 1, 1), 5, "our <rule>", null)), false, TODAY, Map.of(), Map.of(), List.of()),
                        Map.of(), List.of(new Reason("year", "care.year-runs", List.of()))),
                new ClosingsPage(List.of(CLOSING), List.of(), Map.of(BOSS, "He <Min>"), LocalDate.of(2026, 9, 30), false, TODAY, new RulesView(CareRule.ALL, List.of(new Rules.Rule("carry-days-most", TODAY, 5, "Counsel", BOSS)), true, TODAY, Map.of(BOSS, "Shen Yi"), Map.of(), List.of()),
                        Map.of(), List.of()),
                new LeftPage(new Closings.Preview(2025, ID, 5, List.of(new Closings.Line(ID, "000100", "Ren <Jie>", "任杰", 4800, 800, 4000)), "x"), UNIT, Query.all("/app/care/closings/preview").with("year", "2025"),
                        List.of(new Reason("", "care.seen-changed", List.of()))),
                new LeftPage(new Closings.Preview(2025, null, 5, List.of(), "x"), null, Query.all("/app/care/closings/preview").with("year", "2025"), List.of()),
                new ClosingPage(CLOSING, List.of(CLOSED), Query.all("/app/care/closings/" + ID)),
                new ClosedPage(CLOSED, true), new ClosedPage(CLOSED, false),
                page(new Leave(ID, "L2026-000021", ID, "Ren Jie", "任杰", Kind.ANNUAL, TODAY.minusDays(1), TODAY.plusDays(3), Part.WHOLE, 3200, "", ID, NOW, "AGREED", "", BOSS, NOW, null, null, null), true, false, 0,
                        List.of(new Reason("back", "care.back-past", List.of()))),
                page(new Leave(ID, "L2026-000022", ID, "Ren Jie", "任杰", Kind.ANNUAL, TODAY.minusDays(9), TODAY.minusDays(5), Part.WHOLE, 4000, "", ID, NOW, "AGREED", "", BOSS, NOW, null, null, null), false, true, 0, List.of()),
                page(new Leave(ID, "L2026-000023", ID, "Ren Jie", "任杰", Kind.COMPANY, TODAY.minusDays(9), TODAY.minusDays(8), Part.WHOLE, 1600, "", ID, NOW, "AGREED", "", BOSS, NOW, null, null, TODAY.minusDays(5)), true, false, 0, List.of()),
                family(List.of(), Set.of(), true), family(List.of(new FamilyPage.Group("F", 3120, 84, 80, 75, 71, 60), new FamilyPage.Group("M", 5900, 122, 120, 120, 104, 97), new FamilyPage.Group("", 12, 0, 0, 0, 0, 0)), Set.of("", "F"), false),
                family(List.of(new FamilyPage.Group("F", 3120, 84, 80, 77, 71, 60), new FamilyPage.Group("M", 5900, 122, 120, 120, 104, 97)), Set.of(), true),
                new CoversPage(List.of(), TODAY, Map.of(), List.of()),
                new CoversPage(List.of(REPORT), TODAY, Map.of("month", "2026", "source", "Payroll & more"), List.of(new Reason("month", "care.month-wrong", List.of()))),
                new CoverPage(REPORT, new Cover.Sums(9252, 9251, 9250), List.of(new Cover.Difference(ID, "000100", "Ren <Jie>", "任杰", "care.cover.no-fund"), new Cover.Difference(null, "Z-1", "", "", "care.cover.stranger")), 2,
                        Query.all("/app/care/cover/" + ID)),
                new CoverPage(REPORT, new Cover.Sums(2, 2, 2), List.of(), 0, Query.all("/app/care/cover/" + ID)),
                new TeamPage(List.of(), List.of(), List.of(), LocalDate.of(2026, 11, 16)),
                new TeamPage(List.of(asked), List.of(new Leading.Mate(ID, "000100", "Ren Jie", "任杰"), new Leading.Mate(BOSS, "000101", "Zhang <San>", "张三")), List.of(asked, half), LocalDate.of(2026, 11, 16)));
    }
}
