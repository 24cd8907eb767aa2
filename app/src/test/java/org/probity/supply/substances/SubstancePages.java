package org.probity.supply.substances;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.State;
import org.probity.supply.substances.Paper.Finding;
import org.probity.supply.substances.Paper.Finding.Severity;
import org.probity.supply.supplier.Asked;
import org.probity.supply.supplier.Supplier;

class SubstancePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000018");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000019");
    private static final Instant THEN = Instant.parse("2026-11-22T10:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Supplier JINLONG = new Supplier(ID, "SUP-00932", "Jinlong Ribbon & Sons", "金龙焊带", "", "CN", "solder", "Solder", "焊料", null, null, THEN, null);
    private static final Evidence.Item FILE = new Evidence.Item(ID, "9f2c41e7".repeat(8), "IPC-1752A_<ribbon>.xml", "application/xml", 12_345, ID, THEN);
    private static final CandidateLists.Edition LIST = new CandidateLists.Edition(ID, "2026-06 <new>", LocalDate.of(2026, 6, 25), "Agency’s export of 26 June", THEN, 251, 18);
    private static final CandidateLists.Edition OLD = new CandidateLists.Edition(OTHER, "2026-01", LocalDate.of(2026, 1, 21), "", THEN, 250, 18);
    private static final Limits.Note VOLUNTARY = new Limits.Note("rohs-voluntary", "For photovoltaic panels RoHS is voluntary.", "光伏组件的 RoHS 为自愿要求。", "Directive 2011/65/EU, Article 2(4)(i)");
    private static final List<Substances.Material> MATERIALS = List.of(new Substances.Material(ID, "M-1", "Tinned copper ribbon", "镀锡铜带", true),
            new Substances.Material(OTHER, "M-2", "Bus <bar>", "汇流条", false));
    private static final List<Finding> FINDINGS = List.of(
            new Finding(ID, 1, "cas", Severity.MUST_CORRECT, "Product/MaterialInfo/HomogeneousMaterialList/HomogeneousMaterial[2]/SubstanceCategoryList/SubstanceCategory/Substance[1]/SubstanceID@identity",
                    14, "7440-50-9", "This is not a CAS number: its check digit does not agree.", "CAS 号有误：校验位不符。", null),
            new Finding(ID, 2, "over", Severity.LOOK_AT, "Product/…/Substance[2]/Amount@value", 21, "40 mg", "Lead: 400000 ppm in Solder <coating>; 1000 ppm are tolerated.", "铅：在焊层中为 400000 ppm，限值为 1000 ppm。", null),
            new Finding(ID, 3, "same", Severity.LOOK_AT, "", 0, "", "Another supplier sent the very same file.", "另一家供应商提交过完全相同的文件。", OTHER));
    private static final List<Paper.Declared> DECLARED = List.of(
            new Paper.Declared(1, 1, "Interconnect ribbon", new BigDecimal("1250"), "Solder coating", "Lead", "7439-92-1", new BigDecimal("40"), new BigDecimal("400000"), 21, "x"),
            new Paper.Declared(2, 1, "Interconnect ribbon", new BigDecimal("1250"), "Solder coating", "Own <secret>", "", null, null, 22, "x"));

    @Override
    public List<Page> pages() {
        return List.of(
                reports(false, List.of(), List.of(new Reason("dueDay", "substances.due-missing", List.of()))),
                reports(true, List.of(line(State.SENT_IN, ID), line(State.OWED, null), line(State.MET, ID), line(State.SENT_BACK, ID), line(State.LAPSED, ID)), List.of()),
                paper(report(PaperKind.REACH), PaperKind.REACH, State.SENT_IN, List.of(FINDINGS.get(2)), Optional.of(SubstanceRulings.Department.EHS), null, List.of(new Reason("grounds", "substances.grounds-missing", List.of()))),
                paper(declaration(THEN, null), PaperKind.DECLARATION, State.SENT_IN, FINDINGS, Optional.of(SubstanceRulings.Department.QUALITY), null, List.of()),
                paper(declaration(THEN, "ipc1752.unreadable.damaged"), PaperKind.DECLARATION, State.SENT_BACK, List.of(), Optional.empty(), null, List.of()),
                paper(declaration(null, null), PaperKind.DECLARATION, State.SENT_IN, List.of(), Optional.empty(), null, List.of()),
                paper(report(PaperKind.ROHS), PaperKind.ROHS, State.MET, List.of(), Optional.empty(),
                        new Paper.Verdict(ID, Paper.Verdict.Said.ACCEPT, "EHS", "Agrees with the <report>", ID, THEN, ID), List.of()),
                send(PaperKind.ROHS, State.OWED, null, List.of(), List.of()),
                send(PaperKind.RENEWAL, State.OWED, null, List.of(), List.of(new Reason("laboratory", "substances.laboratory-missing", List.of()), new Reason("edition", "substances.list-missing", List.of()))),
                send(PaperKind.DECLARATION, State.OWED, null, List.of(), List.of(new Reason("file", "substances.file-missing", List.of()))),
                send(PaperKind.DECLARATION, State.SENT_BACK, declaration(THEN, null), FINDINGS, List.of()),
                send(PaperKind.DECLARATION, State.SENT_BACK, declaration(THEN, "ipc1752.unreadable.damaged"), List.of(), List.of()),
                send(PaperKind.DECLARATION, State.SENT_IN, declaration(null, null), List.of(), List.of()),
                send(PaperKind.REACH, State.SENT_IN, report(PaperKind.REACH), List.of(), List.of()),
                send(PaperKind.REACH, State.MET, report(PaperKind.REACH), List.of(), List.of()),
                new ListsPage(List.of(), true, new ListsPage.Typed("", "2026-11-22", ""), List.of(new Reason("file", "substances.list-heading", List.of()))),
                new ListsPage(List.of(LIST, OLD), false, new ListsPage.Typed("", "", ""), List.of()),
                new ListPage(LIST, List.of(new CandidateLists.Candidate(1, "Decamethyltetrasiloxane", "205-491-7", "141-62-8", "vPvB (Article 57e)", LocalDate.of(2025, 6, 25), true),
                        new CandidateLists.Candidate(2, "A group of <many>", "", "", "", null, false)), Query.all("/app/substances/lists/" + ID)),
                norms("limit", List.of(new Reason("ppm", "substances.ppm-wrong", List.of()))), norms("exemption", List.of()), norms("setting", List.of()),
                rules(List.of(), List.of()),
                rules(List.of(new Scopes.Scope("paste", null, "Paste", "浆料", null, null, TODAY, List.of("substances.reach", "substances.rohs"), "3.2"),
                        new Scopes.Scope(null, ID, "Ribbon", "焊带", "Jinlong", "金龙", TODAY.plusDays(9), List.of(), "3.3")), List.of(new Reason("clause", "substances.clause-missing", List.of()))));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new SubstancesTabPage(List.of(owed(PaperKind.ROHS, State.SENT_IN), owed(PaperKind.REACH, State.MET)), Map.of(ID, report(PaperKind.REACH)), Optional.of(VOLUNTARY), TODAY),
                new SubstancesTabPage(List.of(), Map.of(), Optional.empty(), TODAY));
    }

    private static Obligation owed(PaperKind kind, State state) {
        return new Obligation(ID, kind.obligation(), ID, 2026, LocalDate.of(2026, 11, 30), 1, state, THEN, ID, state == State.SENT_BACK ? "substances.faults-to-correct" : "", ID,
                state == State.MET ? LocalDate.of(2027, 9, 30) : null, ID);
    }

    private static Paper report(PaperKind kind) {
        return new Paper(ID, ID, kind, ID, THEN, ID, "Anhe <Testing>", "CNAS", "L-0001", "R-2026-17", LocalDate.of(2026, 10, 1), "Tinned copper ribbon, two widths", Paper.Result.ABOVE_EXEMPT,
                kind == PaperKind.REACH ? OTHER : null, THEN, null, null, null, null, null, ID);
    }

    private static Paper declaration(@Nullable Instant readAt, @Nullable String unreadable) {
        return new Paper(ID, ID, PaperKind.DECLARATION, ID, THEN, ID, "", "", "", "", LocalDate.of(2026, 10, 1), "", null, ID, readAt, unreadable,
                unreadable == null ? null : "The file breaks off near line 7.", unreadable == null ? null : "文件在第 7 行附近中断。", "Jinlong Ribbon", "CD", ID);
    }

    private static ReportsPage reports(boolean open, List<SubstanceLines.Line> lines, List<Reason> reasons) {
        return new ReportsPage(2026, List.of(2025, 2026), open ? new Requests.Campaign(2026, LocalDate.of(2026, 11, 30), THEN) : null,
                new Asked.Counts(lines.size(), 3, Map.of("SENT_IN", 1L, Asked.LATE, 1L)), lines, lines.size(), Query.all("/app/substances"), TODAY, true,
                open ? Optional.of(LIST) : Optional.empty(), Optional.of(VOLUNTARY), "", reasons);
    }

    private static SubstanceLines.Line line(State state, @Nullable UUID paper) {
        return new SubstanceLines.Line(ID, ID, "SUP-00932", "Jinlong Ribbon & Sons", "金龙焊带", "substances.reach", LocalDate.of(2026, 11, state == State.OWED ? 20 : 29), state,
                state == State.MET ? LocalDate.of(2027, 9, 30) : null, paper, paper == null ? null : LocalDate.of(2026, 10, 1), paper == null ? null : "Anhe Testing", "2026-01", 0, state == State.SENT_IN ? 2 : 0);
    }

    private static ReportPage paper(
            Paper paper, PaperKind kind, State state, List<Finding> findings, Optional<SubstanceRulings.Department> mine, Paper.@Nullable Verdict verdict, List<Reason> reasons) {
        return new ReportPage(paper, owed(kind, state), JINLONG, FILE, findings, kind == PaperKind.DECLARATION && paper.readAt() != null ? DECLARED : List.of(),
                kind == PaperKind.DECLARATION ? List.of() : MATERIALS, kind == PaperKind.REACH ? OLD : null, LIST, List.of(owed(kind, State.OWED), owed(kind, state)), true, null, verdict,
                verdict == null ? "" : "Zhao Ning", mine, Optional.of(VOLUNTARY), "", "", reasons);
    }

    private static SendPage send(PaperKind kind, State state, @Nullable Paper paper, List<Finding> findings, List<Reason> reasons) {
        return new SendPage(owed(kind, state), paper, paper == null ? null : FILE, findings, MATERIALS, LIST,
                kind == PaperKind.RENEWAL ? List.of(new CandidateLists.Candidate(1, "Decamethyltetrasiloxane", "205-491-7", "141-62-8", "", null, true)) : List.of(),
                List.of(owed(kind, State.OWED), owed(kind, state)), Optional.of(VOLUNTARY), TODAY, SendPage.Typed.NOTHING, reasons);
    }

    private static NormsPage norms(String kind, List<Reason> reasons) {
        return new NormsPage(List.of(
                new Norms.Change(ID, new Norms.Norm.Limit("lead", Limits.Regime.ROHS, "Lead and its compounds", "铅及其化合物", List.of("7439-92-1"), new BigDecimal("500"), TODAY, "Directive <new>"), "The law changes", OTHER),
                new Norms.Change(OTHER, new Norms.Norm.Exempt("7(a)", "lead", "Solders", "焊料", LocalDate.of(2011, 7, 21), TODAY, "Annex III"), "It ends", ID),
                new Norms.Change(OTHER, new Norms.Norm.Setting("STOP", 45, TODAY, "Our rule"), "Stricter", ID)),
                List.of(new Limits.Threshold("lead", Limits.Regime.ROHS, "Lead and its compounds", "铅及其化合物", List.of("7439-92-1"), java.util.Set.of("lead"), new BigDecimal("1000"),
                        Limits.Basis.HOMOGENEOUS_MATERIAL, LocalDate.of(2006, 7, 1), "Directive 2011/65/EU, Annex II")),
                Map.of(OTHER, "Zhao Ning"), ID, NormsPage.Typed.begin(kind, TODAY), reasons);
    }

    private static RulesPage rules(List<Scopes.Scope> scopes, List<Reason> reasons) {
        return new RulesPage(scopes, scopes.isEmpty() ? List.of() : List.of(new Scopes.Change(ID, scopes.getFirst(), "Our <customers> ask", OTHER), new Scopes.Change(OTHER, scopes.getLast(), "Own", ID)),
                List.of(new Limits.Threshold("lead", Limits.Regime.ROHS, "Lead and its compounds", "铅及其化合物", List.of("7439-92-1"), java.util.Set.of("lead"), new BigDecimal("1000"),
                        Limits.Basis.HOMOGENEOUS_MATERIAL, LocalDate.of(2006, 7, 1), "Directive 2011/65/EU, Annex II")),
                List.of(new Limits.Exemption("7(a)", "lead", "Solders of high melting temperature", "高熔点焊料", LocalDate.of(2011, 7, 21), null, "Annex III")), Optional.of(VOLUNTARY),
                Optional.of(VOLUNTARY), List.of(new Supplier.Category("paste", "Paste", "浆料", null, 20)), Map.of(OTHER, "Zhao Ning"), ID, true, TODAY,
                new RulesPage.Typed("", "", "2026-11-22", List.of(), "", ""), reasons);
    }
}
