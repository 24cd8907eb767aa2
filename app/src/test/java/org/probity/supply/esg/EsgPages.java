package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CasesPiece;
import org.probity.shapes.form.Filled;
import org.probity.shapes.form.Form;
import org.probity.shapes.form.Sendings.Sending;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.State;
import org.probity.supply.esg.Risk.Band;
import org.probity.supply.supplier.Supplier;

class EsgPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000071");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000072");
    private static final UUID BUYER = UUID.fromString("8b2f0c1e-4a52-4d0e-9a57-6b1f8f3f9a01");
    private static final Instant THEN = Instant.parse("2026-11-20T02:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Form SOCIAL = EsgForms.social1();
    private static final Supplier WAFER = new Supplier(ID, "S-02000", "Jinlong Silicon & Sons", "金龙硅业", "", "CN", "wafer", "Wafers", "硅片", null, null, THEN, null);

    private static Obligation owed(State state, LocalDate due) {
        return new Obligation(ID, "esg.social", ID, 2026, due, 2, state, THEN, state == State.LAPSED ? null : OTHER,
                state == State.SENT_BACK ? "S7: which <month>?" : "", null, state == State.MET ? LocalDate.of(2027, 12, 31) : null, ID);
    }

    private static Filled filled(Map<String, String> values) {
        var answers = new HashMap<String, Filled.Given>();
        values.forEach((code, value) -> answers.put(code, new Filled.Given(OTHER, code, value, code.equals("S7") ? "Two new lines & <one> night shift" : "", OTHER, THEN)));
        return new Filled(SOCIAL, answers, Map.of("S9", List.of(new Filled.File(OTHER, "S9", "slip <May>.pdf", "ab".repeat(32), 48_213))));
    }

    private static Filled all() {
        var values = new HashMap<String, String>();
        SOCIAL.questions().forEach(it -> values.put(it.code(), switch (it.kind()) {
            case CHOICE -> it.choices().getFirst().code();
            case NUMBER -> "63.5";
            case TEXT -> "Longer lead times for <new> formats";
        }));
        return filled(values);
    }

    private static final Filled SOME = filled(Map.of("S1", "no", "S2", "yes", "S4", "yes", "S7", "66", "S9", "yes"));
    private static final LastYear.Change MOVED = new LastYear.Change(SOCIAL.question("S7").orElseThrow(), "60", "66", new BigDecimal("-50.0000"));

    private static PortalSheetPage sheet(State state, Filled filled, Map<String, String> remarks, List<LastYear.Change> changes, List<Reason> reasons) {
        return new PortalSheetPage(owed(state, TODAY.plusDays(9)), filled, remarks, changes.isEmpty() ? Optional.empty() : Optional.of(2025), changes, changes,
                state == State.MET ? Optional.of(new Comparison.Typical(12, new BigDecimal("61"), new BigDecimal("74"), new BigDecimal("88"))) : Optional.empty(),
                List.of(owed(state, TODAY), owed(State.OWED, TODAY)), TODAY, reasons);
    }

    private static PortalSectionPage section(State state, String code, Map<String, String> remarks, Map<String, String> typed, List<Reason> reasons) {
        return new PortalSectionPage(owed(state, TODAY.plusDays(9)), state == State.OWED || state == State.SENT_BACK ? SOME : all(),
                SOCIAL.sections().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(), remarks, Optional.of(all()), typed, Map.of(OTHER, "Wang <Min>"), TODAY, reasons);
    }

    private static AssessmentPage assessment(State state, boolean sent, boolean reviews, Map<String, String> typed, List<Reason> reasons) {
        return new AssessmentPage(owed(state, TODAY.plusDays(9)), WAFER, sent ? Optional.of(new Sending(ID, ID, 2, OTHER, THEN, ID)) : Optional.empty(), sent ? all() : SOME,
                state == State.SENT_BACK ? Map.of("S7", "which <month>?") : Map.of(), sent ? Optional.of(2025) : Optional.empty(), sent ? List.of(MOVED) : List.of(),
                sent ? List.of(MOVED) : List.of(), Optional.empty(), List.of(owed(state, TODAY), owed(State.LAPSED, TODAY)), Map.of(OTHER, "Wang <Min>"),
                state == State.MET ? new Log.Placed(ID, 4711, "obligation.step", 2026, 12) : null, reviews, typed, reasons);
    }

    private static AssessmentLines.Line line(State state, LocalDate due) {
        return new AssessmentLines.Line(ID, ID, "S-02000", "Jinlong Silicon & Sons", "金龙硅业", "esg.social", due, state, state == State.OWED ? null : new BigDecimal("71.4285"),
                state == State.MET ? LocalDate.of(2027, 12, 31) : null);
    }

    private static AssessmentsPage list(boolean any, AssessmentsPage.Typed typed, List<Reason> reasons) {
        return new AssessmentsPage(2026, List.of(2025, 2026), any ? List.of(new Campaigns.Campaign(ID, "social", 1, 2026, TODAY, List.of("wafer"), 12, BUYER, THEN)) : List.of(),
                Map.of("", 12L, "SENT_IN", 3L), any ? List.of(line(State.SENT_IN, TODAY.plusDays(3)), line(State.OWED, TODAY.minusDays(4)), line(State.MET, TODAY)) : List.of(), any ? 3 : 0,
                List.of(new Supplier.Category("wafer", "Wafers & ingots", "硅片", null, 12)), true, Query.all("/app/esg"), TODAY, typed, reasons);
    }

    private static RiskPiece risk() {
        var record = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000073");
        return new RiskPiece(new Risk(ID, ID, TODAY, ID,
                List.of(new Risk.Side("E", new BigDecimal("0.00"), Band.LOW), new Risk.Side("S", new BigDecimal("31.43"), Band.MEDIUM), new Risk.Side("G", new BigDecimal("64.00"), Band.HIGH)),
                List.of(new Risk.Point("S", new BigDecimal("11.43"), "answers", "esg.because.answers", "[{\"key\": \"esg.social\"}, \"2026\", 71.4]", record),
                        new Risk.Point("S", new BigDecimal("20.00"), "category", "esg.because.category", "[{\"en\": \"Wafers & ingots\", \"zh\": \"硅片\"}]", null),
                        new Risk.Point("G", new BigDecimal("40.00"), "barred", "esg.because.barred", "[\"2026-11-01\"]", OTHER),
                        new Risk.Point("G", new BigDecimal("24.00"), "silence", "esg.because.silence", "[]", null))), Map.of(record, new Log.Placed(record, 4711, "obligation.step", 2026, 12)));
    }

    private static RulesPage rules(List<Rules.Change> open, Map<String, String> typed, List<Reason> reasons) {
        return new RulesPage(new Rules.Book(TODAY, Map.of("band.high", new Rules.Rule("band.high", new BigDecimal("50.00"), TODAY.minusYears(1), "our rule"),
                "country.other.S", new Rules.Rule("country.other.S", new BigDecimal("10.00"), TODAY, "placeholder of the house"),
                "category.wafer.S", new Rules.Rule("category.wafer.S", new BigDecimal("20.00"), TODAY, "Index <of us> 2026"))), open, Map.of(OTHER, "Ines <Moreau>"), BUYER, true, List.of(), typed, reasons);
    }

    @Override
    public List<Page> pages() {
        var unanswered = List.of(new Reason("", "form.unanswered", List.of("S3")), new Reason("", "esg.change-unexplained", List.of("S7")));
        return List.of(
                list(false, AssessmentsPage.Typed.NOTHING, List.of()), list(true, AssessmentsPage.Typed.NOTHING, List.of()),
                list(true, new AssessmentsPage.Typed("social", "", List.of("wafer")), List.of(new Reason("dueDay", "esg.day-missing", List.of()))),
                assessment(State.OWED, false, false, Map.of(), List.of()), assessment(State.SENT_IN, true, true, Map.of(), List.of()),
                assessment(State.SENT_IN, true, true, Map.of("S8", "x".repeat(20)), List.of(new Reason("remark.S8", "esg.remark-long", List.of("S8", 1000)))),
                assessment(State.SENT_BACK, true, false, Map.of(), List.of()), assessment(State.MET, true, false, Map.of(), List.of()),
                new FormPage(SOCIAL, "esg.social"), new FormPage(EsgForms.form1(), "esg.form"),
                sheet(State.OWED, filled(Map.of()), Map.of(), List.of(), List.of()), sheet(State.OWED, SOME, Map.of(), List.of(MOVED), unanswered),
                sheet(State.SENT_BACK, all(), Map.of("S7", "which <month>?"), List.of(), List.of()), sheet(State.SENT_IN, all(), Map.of(), List.of(MOVED), List.of()),
                sheet(State.MET, all(), Map.of(), List.of(MOVED), List.of()),
                section(State.OWED, "free", Map.of(), Map.of(), List.of()), section(State.SENT_BACK, "work", Map.of("S7", "which <month>?"), Map.of(), List.of()),
                section(State.OWED, "work", Map.of(), Map.of("value.S7", "many"), List.of(new Reason("S7", "form.number-wrong", List.of("S7")))),
                section(State.MET, "voice", Map.of(), Map.of(), List.of()),
                new RisksPage(List.of(), Map.of(), 0, 0, new BigDecimal("30.00"), new BigDecimal("50.00"), false, Query.all("/app/esg/risk")),
                new RisksPage(List.of(new RiskLines.Line(ID, "S-02000", "Jinlong Silicon & Sons", "金龙硅业", "CN", "Wafers", "硅片", new BigDecimal("12.50"), "LOW", new BigDecimal("31.43"), "MEDIUM",
                        new BigDecimal("64.00"), "HIGH", TODAY, 1)), Map.of("HIGH", 1L, "LOW", 3L), 1, 2, new BigDecimal("30.00"), new BigDecimal("50.00"), true, Query.all("/app/esg/risk")),
                rules(List.of(), Map.of("fromDay", "2026-11-23"), List.of()),
                rules(List.of(new Rules.Change(ID, "band.high", TODAY.plusDays(1), new BigDecimal("45.00"), "After the <first> year", OTHER, THEN, null),
                        new Rules.Change(OTHER, "country.VN.S", TODAY.plusDays(1), new BigDecimal("20.00"), "Index of 2026", BUYER, THEN, null)),
                        Map.of("points.band.high", "x", "country", "vn", "country.S", "3"), List.of(new Reason("points.band.high", "esg.points-wrong", List.of()), new Reason("country", "esg.country-wrong", List.of()))),
                new PortalRiskPage(WAFER, Optional.empty()), new PortalRiskPage(WAFER, Optional.of(risk())));
    }

    @Override
    public List<Page> pieces() {
        var plan = new Case(ID, EsgCases.KIND, "HIGH", ID, ID, "High risk: governance, 64 points", "治理风险高，64 分", TODAY, TODAY.plusDays(30), TODAY.plusDays(180), "Our rule", 1,
                Case.State.PLAN_OWED, THEN, ID, "", TODAY.plusDays(30), null, ID);
        return List.of(risk(), new EsgTabPage(Optional.empty(), List.of(), new CasesPiece(List.of(), TODAY), TODAY),
                new EsgTabPage(Optional.of(risk()), List.of(line(State.MET, TODAY)), new CasesPiece(List.of(plan), TODAY), TODAY));
    }
}
