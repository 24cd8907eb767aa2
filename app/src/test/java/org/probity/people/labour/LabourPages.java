package org.probity.people.labour;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Place;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.figure.SmallCells;

class LabourPages implements PageSamples {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final UUID ONE = new UUID(7, 1);
    static final UUID TWO = new UUID(7, 2);

    @Override
    public List<Page> pages() {
        var lines = List.of(
                new PeoplePage.Line(ONE, "100009", "Ren Jie", "任杰", Engagement.EMPLOYEE, "Chongqing site", "重庆基地", LocalDate.of(2024, 2, 26), true, true, LocalDate.of(2027, 2, 28)),
                new PeoplePage.Line(TWO, "100010", "Wu Lan", "吴兰", Engagement.DISPATCH, "Hefei site", "合肥基地", null, false, false, null),
                new PeoplePage.Line(new UUID(7, 3), "100011", "Qin Yi", "秦怡", Engagement.PART_TIME, "", "", LocalDate.of(2025, 9, 1), true, false, null),
                new PeoplePage.Line(new UUID(7, 4), "100012", "", "沈宁", Engagement.EMPLOYEE, "Leipzig site", "莱比锡基地", LocalDate.of(2025, 9, 1), true, true, null));
        var attested = new Identities.Attested(Identity.Document.ID_CARD, LocalDate.of(1990, 3, 7), Identity.Sex.M, LocalDate.of(2024, 2, 26));
        var contract = new Contract(Contract.Act.CONTRACT, Contract.Term.FIXED, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 1), LocalDate.of(2027, 2, 28), 60, Contract.Category.PRODUCTION, true);
        var batch = UUID.randomUUID();
        var query = Query.all("/app/labour/people");
        return List.of(
                new PeoplePage(lines, query, 9_252, 1, 2, List.of(new Option("CQ", "Chongqing site"))),
                new PeoplePage(List.of(), query, 0, 0, 0, List.of()),
                new PersonPage(ONE, "100009", "Ren Jie", "任杰", Optional.of(attested), List.of(contract), List.of(new Papers.Paper(ONE, Papers.Kind.HEALTH_CHECK, LocalDate.of(2025, 1, 6), null), new Papers.Paper(TWO, Papers.Kind.NURSING, LocalDate.of(2025, 1, 6), LocalDate.of(2026, 1, 5))),
                        List.of(new Papers.Held(ONE, Papers.Thing.DEPOSIT, LocalDate.of(2024, 3, 1), null), new Papers.Held(TWO, Papers.Thing.DOCUMENT, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 1))), TODAY, Map.of(), List.of()),
                new PersonPage(TWO, "100010", "Wu Lan", "吴兰", Optional.empty(), List.of(), List.of(), List.of(), TODAY, Map.of("born", "2008-01-02", "document", "ID_CARD"),
                        List.of(new Reason("born", "labour.born-contradicts", List.of()))),
                new ImportPage(List.of()), new ImportPage(List.of(new Reason("file", "ui.file-empty", List.of()))),
                new BatchPage(batch, Reading.Kind.IDENTITIES, "documents.csv", List.of(new Reading.Fault(17, "born", "labour.born-contradicts", "")), null, List.of(), query, List.of()),
                new BatchPage(batch, Reading.Kind.IDENTITIES, "documents.csv", List.of(), new Intake.Plan(batch, "IDENTITIES", 9_000, 1, 3),
                        List.of(new Intake.Line(2, Intake.Effect.ADDED, List.of("100009", "ID_CARD", "ab12", "1990-03-07", "M", "2024-02-26"))), query, List.of()),
                new BatchPage(batch, Reading.Kind.CONTRACTS, "contracts.csv", List.of(), new Intake.Plan(batch, "CONTRACTS", 0, 0, 1),
                        List.of(new Intake.Line(2, Intake.Effect.SAME, List.of("100009", "CONTRACT", "FIXED", "2024-03-01", "2024-03-01", "2027-02-28", "60", "PRODUCTION", "true"))), query, List.of()),
                new TimePage(List.of(), List.of(), 0, query, Map.of(), List.of()),
                new TimePage(List.of(new Times.Report(batch, "Gates of the Hefei site", "2026-10.csv", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), 148_212, 2_410, 3, Instant.parse("2026-11-01T02:00:00Z"))),
                        List.of(new Times.Lost(ONE, TWO, "100010", "Wu Lan", "吴兰", LocalDateTime.of(2026, 10, 9, 19, 58))), 1, query, Map.of("source", "x"),
                        List.of(new Reason("rows", "labour.times-rows", List.of(10, 9)))),
                roster(null, List.of(), List.of(), List.of()), roster(PLACE, List.of(PLACE), List.of(), List.of()), roster(null, List.of(PLACE), List.of(), List.of()),
                roster(PLACE, List.of(PLACE), standing(), List.of(new Reason("people", "labour.shift-month-full",
                        List.of("Ren Jie", "2026-11", new BigDecimal("31.5"), new BigDecimal("6.0"), new BigDecimal("37.5"), "36")))),
                new BreachesPage(List.of(), false, List.of(), Map.of(), List.of()),
                new BreachesPage(List.of(new Breaches.Breach(ONE, "HR-2026-118", "Labour inspection of Hefei", "Labour Law, art. 41", "Hefei site", "合肥基地", LocalDate.of(2026, 5, 6), new BigDecimal("12000.00"), "Overtime of nine people.", TWO, null),
                        new Breaches.Breach(TWO, "HR-2025-17", "Labour inspection of Ningbo", "Labour Contract Law, art. 10", "", "", LocalDate.of(2025, 5, 6), new BigDecimal("0.00"), "Two contracts late.", TWO, LocalDate.of(2025, 9, 1))),
                        true, List.of(PLACE), Map.of("fine", "x"), List.of(new Reason("fine", "labour.fine-wrong", List.of()))),
                new BasesPage("CN", List.of("CN", "DE"), List.of(basis("born", "", false), basis("sex", "Rules on Working Hours", true)), List.of(new Bases.Own("working-hours", "Rules on Working Hours", "工时规定")), true,
                        Query.all("/app/labour/bases"), TODAY, Map.of("source", "x"), List.of("document born"), List.of(new Reason("from", "labour.from-past", List.of()))),
                new BasesPage("CN", List.of("CN", "DE"), List.of(basis("born", "", false), new Bases.Basis(UUID.randomUUID(), "career/plan", "*", LocalDate.of(2024, 1, 1), "PIPL, art. 13(1)(2). To be confirmed by counsel", "", "", "", 0, -1, false)), List.of(), false, Query.all("/app/labour/bases"), TODAY, Map.of(), List.of(), List.of()),
                new MyRosterPage(Optional.empty(), List.of(), TODAY),
                new MyRosterPage(Optional.of(standing().getFirst()), List.of(new Overtime.Turn(TODAY, TODAY.atTime(8, 0), TODAY.atTime(17, 0)), new Overtime.Turn(TODAY.plusDays(1), TODAY.plusDays(1).atTime(22, 0), TODAY.plusDays(2).atTime(6, 0))), TODAY),
                new NumbersPage(rules(), List.of(change(TWO), change(ONE)),
                        Map.of(ONE, "He Min"), ONE, Set.of(Role.LEGAL, Role.HR), TODAY, false, Map.of(), List.of()),
                new NumbersPage(rules(), List.of(), Map.of(), ONE, Set.of(Role.HR), TODAY, true, Map.of("key", "min-age", "value", "15"), List.of(new Reason("value", "labour.below-sixteen", List.of(16)))),
                new ChecksPage(List.of(), List.of(), true, TODAY, List.of()),
                new ChecksPage(List.of(new Findings.Count("overtime-month", ONE, "Chongqing site", "重庆基地", 12), new Findings.Count("age", TWO, "Hefei site", "合肥基地", 1), new Findings.Count("held", new UUID(0, 0), "", "", 1)),
                        List.of(new Runs.Run(ONE, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), Instant.parse("2026-11-02T01:00:00Z"), 9_252, 573_624, 14, 3, 8_120)), true, TODAY,
                        List.of(new Reason("month", "labour.month-wrong", List.of()))),
                new FindingsPage(List.of(), Query.all("/app/labour/findings"), 0, me(TWO, Role.HR)),
                new FindingsPage(List.of(finding(Finding.Stage.OPEN, null), finding(Finding.Stage.DONE, ONE)), Query.all("/app/labour/findings"), 2, me(TWO, Role.UNION)),
                new FindingPage(finding(Finding.Stage.OPEN, null), List.of(new Finding.Step(1, Finding.Stage.OPEN, "", null, Instant.parse("2026-11-02T01:00:00Z"))), Map.of(), me(TWO, Role.HR), "",
                        List.of(new Reason("words", "labour.words-missing", List.of()))),
                new FindingPage(finding(Finding.Stage.DONE, ONE), List.of(new Finding.Step(3, Finding.Stage.DONE, "The shifts were shortened.", ONE, Instant.parse("2026-11-04T01:00:00Z")),
                        new Finding.Step(2, Finding.Stage.TAKEN, "", ONE, Instant.parse("2026-11-03T01:00:00Z")), new Finding.Step(1, Finding.Stage.OPEN, "", null, Instant.parse("2026-11-02T01:00:00Z"))),
                        Map.of(ONE, "He Min"), me(TWO, Role.UNION), "", List.of()),
                new FindingPage(finding(Finding.Stage.DONE, ONE), List.of(), Map.of(), me(ONE, Role.HR), "", List.of()),
                new IncidentsPage(List.of(), List.of(), 2026, true, List.of(PLACE), Map.of("words", "x"), List.of(new Reason("happened", "labour.day-wrong", List.of()))),
                new IncidentsPage(List.of(new Incidents.Count(Incidents.Ground.GENDER, Incidents.State.CLOSED, true, 2)), List.of(incident(Incidents.State.REPORTED)), 2026, false, List.of(), Map.of(), List.of()),
                new IncidentPage(incident(Incidents.State.REPORTED), List.of(new Incidents.Step(1, Incidents.State.REPORTED, "", ONE, Instant.parse("2026-11-02T01:00:00Z"))),
                        List.of(new Incidents.Concerned("100010", "Wu Lan", "吴兰", "AFFECTED")), List.of(ONE), Map.of(ONE, "He Min"), ONE, Map.of(), List.of(new Reason("state", "labour.step-missing", List.of()))),
                new IncidentPage(incident(Incidents.State.REMEDIED), List.of(), List.of(), List.of(ONE), Map.of(ONE, "He Min"), ONE, Map.of(), List.of()),
                new IndicatorsPage(java.util.Arrays.stream(Indicators.Indicator.values()).map(it -> new Indicators.Reading(it, it.measured() ? (long) (it.ordinal() % 2) : null)).toList()),
                composition(Set.of(), Set.of()), composition(Set.of("INTERN", "REHIRED"), Set.of("F", "")),
                new OversightPage(List.of(), List.of()),
                new OversightPage(List.of(rule(null, 1), rule(Oversight.Opinion.KEPT, 3), rule(Oversight.Opinion.PARTLY, 3), rule(Oversight.Opinion.NOT_KEPT, 0)), List.of(unionFinding(UnionFindings.Stage.OPEN, ONE), unionFinding(UnionFindings.Stage.CLOSED, TWO))),
                new RulePage(rule(null, 1), "", List.of(new Oversight.Made(Oversight.Making.STAFF_CONGRESS, LocalDate.of(2025, 12, 1), ONE)), Optional.empty(), TODAY, Set.of(Role.UNION), Map.of(), List.of(new Reason("opinion", "labour.opinion-missing", List.of()))),
                new RulePage(rule(Oversight.Opinion.PARTLY, 3), "Gao Yan", List.of(), Optional.of(new Oversight.Objection(ONE, TWO, "working-time", "Working time", "工时制度", "Rest days are planned too late.", "休息日安排过晚。", Instant.parse("2026-11-02T01:00:00Z"))),
                        TODAY, Set.of(Role.UNION), Map.of(), List.of()),
                new UnionFindingPage(unionFinding(UnionFindings.Stage.OPEN, ONE), List.of(new UnionFindings.Step(1, UnionFindings.Stage.OPEN, "", ONE, Instant.parse("2026-11-02T01:00:00Z"))), Map.of(ONE, "Gao Yan"), TWO, Set.of(Role.HR), "",
                        List.of(new Reason("words", "labour.words-missing", List.of()))),
                new UnionFindingPage(unionFinding(UnionFindings.Stage.DONE, TWO), List.of(new UnionFindings.Step(2, UnionFindings.Stage.DONE, "A week before, from December.", TWO, Instant.parse("2026-11-04T01:00:00Z"))), Map.of(TWO, "He Min"), ONE, Set.of(Role.UNION), "", List.of()),
                new UnionFindingPage(unionFinding(UnionFindings.Stage.DONE, TWO), List.of(), Map.of(), TWO, Set.of(Role.HR), "", List.of()),
                new CalendarPage(List.of(), List.of(new Calendars.Missing("CN", 2026)), false, Map.of(), List.of()),
                new CalendarPage(List.of(new Calendars.Calendar(ONE, "CN", 2026, "https://www.gov.cn/", Instant.parse("2026-11-01T02:00:00Z"), 33, 6, 13, true),
                        new Calendars.Calendar(TWO, "CN", 2025, "", Instant.parse("2025-11-01T02:00:00Z"), 28, 5, 0, false)), List.of(), true, Map.of(), List.of(new Reason("file", "labour.calendar-unreadable", List.of()))));
    }

    static Me me(UUID account, Role role) {
        return new Me(account, "Somebody", Set.of(role), Optional.empty());
    }

    private static CompositionPage composition(Set<String> kinds, Set<String> sexes) {
        var others = new CompositionPage.Others(List.of(new SmallCells.Cell("CONTRACTOR", 296), new SmallCells.Cell("DISPATCH", 462), new SmallCells.Cell("INTERN", 4), new SmallCells.Cell("REHIRED", 6)), new SmallCells.Release(kinds, 5));
        var sex = new CompositionPage.Cross("sex", List.of("F", "M"), List.of(new CompositionPage.Row("MANAGEMENT", List.of(202L, 249L), kinds.isEmpty() ? Set.of() : Set.of(0, 1)), new CompositionPage.Row("PRODUCTION", List.of(2_604L, 3_194L), Set.of())), 5);
        var age = new CompositionPage.Cross("age", List.of("young", "middle", "old", ""), List.of(new CompositionPage.Row("PROFESSIONAL", List.of(401L, 802L, 203L, 12L), Set.of()), new CompositionPage.Row("", List.of(5L, 6L, 7L, 8L), Set.of())), 5);
        return new CompositionPage(2025, LocalDate.of(2025, 12, 31), kinds.isEmpty() ? new CompositionPage.Others(List.of(), new SmallCells.Release(Set.of(), 5)) : others, List.of(sex, age),
                List.of(new CompositionPage.Leaving("sex", List.of(new CompositionPage.Left("F", 24, 1_361_000, 365), new CompositionPage.Left("M", 36, 1_662_000, 365), new CompositionPage.Left("", 2, 3_000, 365)), new SmallCells.Release(sexes, 5)),
                        new CompositionPage.Leaving("site", List.of(new CompositionPage.Left("CQ", 24, 1_361_000, 365), new CompositionPage.Left("", 36, 1_662_000, 365)), new SmallCells.Release(Set.of(), 5))));
    }

    private static Bases.Basis basis(String field, String rule, boolean confirmed) {
        return new Bases.Basis(UUID.randomUUID(), "document", field, LocalDate.of(2024, 1, 1), "State Council Decree 364, art. 4. To be confirmed by counsel", "working-hours", rule, rule.isEmpty() ? "" : "工时规定", 3, 24, confirmed);
    }

    private static Incidents.Incident incident(Incidents.State state) {
        return new Incidents.Incident(ONE, "LI-2026-1", Incidents.Ground.GENDER, TWO, LocalDate.of(2026, 11, 1), Incidents.Source.REPORT, "It was said in the canteen.", state, 1, ONE);
    }

    private static Oversight.Rule rule(Oversight.Opinion opinion, int steps) {
        return new Oversight.Rule(TWO, "working-time", "Working time", "工时制度", ONE, 2, LocalDate.of(2026, 1, 1), steps, opinion, opinion == null ? null : "Rest days are <often> moved.",
                opinion == null ? null : TWO, opinion == null ? null : Instant.parse("2026-11-02T01:00:00Z"), LocalDate.of(2026, 12, 31), 1, steps == 0);
    }

    private static UnionFindings.UnionFinding unionFinding(UnionFindings.Stage stage, UUID by) {
        return new UnionFindings.UnionFinding(ONE, TWO, "Working time", "工时制度", "Rosters come a day before.", LocalDate.of(2026, 12, 26), ONE, Instant.parse("2026-11-02T01:00:00Z"), 1, stage, "", by, Instant.parse("2026-11-02T01:00:00Z"));
    }

    private static Finding finding(Finding.Stage stage, UUID by) {
        return new Finding(ONE, "overtime-month", "BLOCK", TWO, "100010", "Wu Lan", "吴兰", "Hefei site", "合肥基地", "2026-10", "overtime-month", List.of("37.5", "36"), ONE, "36", false,
                "Labour Law of the PRC, art. 41. To be confirmed by counsel", 1, stage, by, Instant.parse("2026-11-02T01:00:00Z"), Instant.parse("2026-11-02T01:00:00Z"), stage == Finding.Stage.DONE);
    }

    static final Place PLACE = new Place(ONE, "CQ-PRT", Place.Kind.UNIT, "Printing workshop", "印刷车间", null, List.of(ONE), null, null, "", "", "", "", LocalDate.of(2024, 1, 1), null);

    private static RosterPage roster(Place unit, List<Place> units, List<Overtime.Standing> people, List<Reason> reasons) {
        return new RosterPage(unit, units, YearMonth.of(2026, 11), people, people.size(), Query.all("/app/labour/roster").with("unit", "CQ-PRT"), TODAY, Map.of(), List.of(), reasons);
    }

    private static List<Overtime.Standing> standing() {
        var limit = new BigDecimal("36.00");
        var warn = new BigDecimal("30.00");
        return List.of(new Overtime.Standing(ONE, "100009", "Ren Jie", "任杰", true, 113_400, 0, limit, warn), new Overtime.Standing(TWO, "100010", "Wu Lan", "吴兰", true, 3_600, 7_200, limit, warn),
                new Overtime.Standing(new UUID(7, 3), "100011", "Qin Yi", "秦怡", false, 0, 0, limit, warn), new Overtime.Standing(new UUID(7, 4), "100012", "Shen Ning", "沈宁", true, 140_000, 0, limit, warn),
                new Overtime.Standing(new UUID(7, 5), "100013", "Bo Hua", "薄华", true, 0, 0, null, null));
    }

    private static List<Numbers.Rule> rules() {
        return List.of(new Numbers.Rule(ONE, "overtime-month", "CN", "", new BigDecimal("36.00"), LocalDate.of(2024, 1, 1), "Labour Law of the PRC, art. 41. To be confirmed by counsel", false, true),
                new Numbers.Rule(TWO, "disabled-share", "CN", "Anhui", new BigDecimal("1.50"), LocalDate.of(2026, 1, 1), "Anhui regulations, art. 9", true, true),
                new Numbers.Rule(new UUID(7, 3), "disabled-share", "CN", "Anhui", new BigDecimal("1.60"), LocalDate.of(2025, 1, 1), "Anhui regulations, art. 9", true, false));
    }

    private static Numbers.Change change(UUID by) {
        return new Numbers.Change(UUID.randomUUID(), "disabled-share", "CN", "Zhejiang", LocalDate.of(2027, 1, 1), new BigDecimal("1.50"), "Zhejiang regulations", by, Instant.parse("2026-11-20T02:00:00Z"), null);
    }
}
