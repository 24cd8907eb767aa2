package org.probity.shapes.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.obligation.State;
import org.probity.shapes.policy.Acknowledgements.Rate;
import org.probity.shapes.policy.Acknowledgements.Reading;
import org.probity.shapes.policy.Policy.Area;
import org.probity.shapes.policy.Policy.Clause;
import org.probity.shapes.policy.Policy.Kind;
import org.probity.shapes.policy.Policy.Stage;
import org.probity.shapes.policy.Policy.Version;

class PolicyPages implements PageSamples {
    private static final UUID LIN = new UUID(9, 1);
    private static final UUID SHEN = new UUID(9, 2);
    private static final UUID PARTY = new UUID(9, 3);
    private static final Instant THEN = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Policy CODE = new Policy(new UUID(9, 4), "supplier-code", Kind.CODE_OF_CONDUCT, Area.SUPPLY, LIN, 30, 24);
    private static final Clause HOURS = new Clause(new UUID(9, 5), "supplier-code", "hours", "Working hours", "工作时间",
            "Nobody works more than 60 hours a week, & overtime is voluntary.", "每周工作不超过六十小时，加班须自愿。");
    private static final Clause HOURS_BEFORE = new Clause(new UUID(9, 5), "supplier-code", "hours", "Working hours", "工作时间",
            "Nobody works more than 72 hours a week.", "每周工作不超过七十二小时。");
    private static final Clause MINERALS = new Clause(new UUID(9, 6), "supplier-code", "minerals", "Minerals", "矿产",
            "Suppliers of tin name the smelters it came from.", "含锡物料的供应商须说明冶炼厂。");
    private static final Version FIRST = version(1, Stage.REPLACED);
    private static final Version SECOND = version(2, Stage.IN_FORCE);
    private static final Version THIRD = version(3, Stage.PROPOSED);

    private static Version version(int no, Stage stage) {
        var out = stage != Stage.PROPOSED && stage != Stage.DRAFT;
        return new Version(new UUID(8, no), CODE.id(), no, "Supplier Code of Conduct", "供应商行为准则", no == 1 ? "" : "Fewer hours; a clause on minerals.",
                no == 1 ? "" : "缩短工时，新增矿产条款。", LocalDate.of(2023 + no, 1, 1), LIN, THEN, stage == Stage.PROPOSED ? UUID.randomUUID() : null, out ? UUID.randomUUID() : null,
                out ? SHEN : null, out ? THEN : null, out ? UUID.randomUUID() : null, stage);
    }

    private static Reading reading(State state, LocalDate due) {
        return new Reading(UUID.randomUUID(), SECOND.id(), PARTY, due, state, THEN.atOffset(ZoneOffset.UTC), state == State.MET ? TODAY.plusYears(2) : null);
    }

    private static PolicyPage policy(PolicyPage.Tab tab, Version shown, boolean keep, boolean approve, Decision ending, List<Reason> reasons) {
        var readings = new PolicyPage.Readings(List.of(reading(State.OWED, TODAY.minusDays(3)), reading(State.MET, TODAY)),
                Map.of(PARTY, new Circle.Name("Jinlong Solder", "金龙焊料")), Query.all("/app/policies/supplier-code"), 2,
                List.of(new Signatures.Taken(PARTY, 2, 48, 46, LIN, THEN)));
        var bound = new PolicyPage.Grip(UUID.randomUUID(), "Suppliers", "All suppliers");
        return new PolicyPage(CODE, tab, List.of(THIRD, SECOND, FIRST), shown, List.of(HOURS, MINERALS), shown == null || shown.no() == 1 ? null : FIRST,
                List.of(HOURS_BEFORE), List.of(new Naming.Named(HOURS.id(), Words.of("policy.laws"), "/app/laws/labour-law")),
                shown == null ? Rate.NOTHING : new Rate(140, 96, 3), readings, List.of(bound), List.of(new PolicyPage.CircleChoice("role", "policy.circle.role", List.of(new Option("BUYER", "Buyer")))),
                Map.of(LIN, "Lin Mei", SHEN, "Shen Yi"), null, ending, new PolicyPage.May(keep, approve, keep ? LIN : SHEN), reasons);
    }

    @Override
    public List<Page> pages() {
        var list = Query.all("/app/policies");
        var ending = new Decision(UUID.randomUUID(), "policy.withdrawal", CODE.id(), "merged into another", LIN, THEN, null, null, null, null);
        var law = new Laws.Law(new UUID(7, 1), "bidding-law", "Bidding Law of the People's Republic of China", "中华人民共和国招标投标法", "CN", LocalDate.of(2017, 12, 28), "https://law.example/", 2, 1);
        var kept = new Laws.Article(new UUID(7, 2), law.id(), "Art. 5", "Openness, fairness & honesty.", "公开、公平、公正和诚实信用。", HOURS.id(), "supplier-code/hours",
                "Each tender has a protocol.", "每次招标有记录。", LIN, 12, LocalDate.of(2026, 5, 1), "seen", LocalDate.of(2027, 5, 1), LocalDate.of(2026, 5, 2));
        var gap = new Laws.Article(new UUID(7, 3), law.id(), "Art. 32", "No collusion of bidders.", "不得串通投标。", null, "", "", "", SHEN, 12, null, "", LocalDate.of(2026, 5, 1), null);
        return List.of(
                new PoliciesPage(List.of(new PoliciesPage.Line(CODE, SECOND, THIRD, new Rate(140, 96, 3), "Lin Mei"),
                        new PoliciesPage.Line(CODE, null, version(1, Stage.DRAFT), Rate.NOTHING, "Lin Mei"), new PoliciesPage.Line(CODE, null, null, Rate.NOTHING, "–")),
                        list, true, List.of(), PoliciesPage.Typed.NOTHING, List.of(new Reason("code", "policy.code-wrong", List.of()))),
                new PoliciesPage(List.of(), list.with("area", "PEOPLE"), false, List.of(), PoliciesPage.Typed.NOTHING, List.of()),
                policy(PolicyPage.Tab.TEXT, SECOND, true, false, null, List.of()),
                policy(PolicyPage.Tab.TEXT, null, false, true, ending, List.of(new Reason("", "policy.no-draft", List.of()))),
                policy(PolicyPage.Tab.VERSIONS, SECOND, false, false, null, List.of()),
                policy(PolicyPage.Tab.DIFFERENCE, SECOND, false, true, null, List.of()),
                policy(PolicyPage.Tab.DIFFERENCE, FIRST, false, false, null, List.of()),
                policy(PolicyPage.Tab.CLAUSES, SECOND, false, false, null, List.of()),
                policy(PolicyPage.Tab.ACKNOWLEDGEMENTS, SECOND, true, false, null, List.of()),
                new DraftPage(CODE, 2, new DraftPage.Typed("Supplier Code of Conduct", "供应商行为准则", "", "", "## hours Working hours\n\nWords & more", "## hours 工作时间\n\n正文", "2027-01-01"),
                        List.of(new Reason("textZh", "policy.clauses-differ", List.of()))),
                new MyRulesPage(List.of(new MyRulesPage.Line(reading(State.OWED, TODAY.minusDays(3)), SECOND), new MyRulesPage.Line(reading(State.MET, TODAY), FIRST)), TODAY),
                new MyRulesPage(List.of(), TODAY),
                new ReadPage(SECOND, List.of(HOURS, MINERALS), reading(State.OWED, TODAY.plusDays(9)), "/app/portal/policy/1", "/app/portal", true,
                        List.of(new Reason("yes", "policy.yes-missing", List.of()))),
                new ReadPage(FIRST, List.of(HOURS_BEFORE), reading(State.MET, TODAY), "/app/my/rules/1", "/app/my/rules", false, List.of()),
                new LawsPage(List.of(law), 1, 1, Query.all("/app/laws"), true, LawsPage.Typed.NOTHING, List.of(new Reason("jurisdiction", "policy.jurisdiction-wrong", List.of()))),
                new LawsPage(List.of(), 1, 1, Query.all("/app/laws").with("gap", "yes"), false, LawsPage.Typed.NOTHING, List.of()),
                new LawPage(law, List.of(kept, gap), List.of(new LawHistory.Change("§ 4", "clause", "supplier-code/hours", "", SHEN, Instant.parse("2026-11-20T08:00:00Z")),
                        new LawHistory.Change("§ 4", "responsible", LIN.toString(), SHEN.toString(), SHEN, Instant.parse("2026-11-20T08:00:00Z")),
                        new LawHistory.Change("", "name-en", "Labour <Law>", "Labour Law", LIN, Instant.parse("2026-11-19T08:00:00Z"))), List.of(HOURS), List.of(), Map.of(LIN, "Lin Mei", SHEN, "Shen Yi"), TODAY, true, LIN, LawPage.Typed.NOTHING,
                        List.of(new Reason("number", "policy.number-missing", List.of()))),
                new LawPage(law, List.of(), List.of(), List.of(), List.of(), Map.of(), TODAY, false, SHEN, LawPage.Typed.NOTHING, List.of()));
    }
}
