package org.probity.supply.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CasesPiece;
import org.probity.supply.audit.Audit.Gathering;
import org.probity.supply.audit.Audit.State;
import org.probity.supply.supplier.Supplier;

class AuditPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000054");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000055");
    private static final UUID BUYER = UUID.fromString("8b2f0c1e-4a52-4d0e-9a57-6b1f8f3f9a01");
    private static final Instant THEN = Instant.parse("2026-11-20T02:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Packs PACKS = new Packs();
    private static final Pack TIN = PACKS.on(Packs.TIN, TODAY).orElseThrow();
    private static final Supplier JINLONG = new Supplier(ID, "SUP-00932", "Jinlong Solder & Sons", "金龙焊料", "", "CN", "solder", "Solder", "焊料", null, null, THEN, null);
    private static final Supplier.Site SITE = new Supplier.Site(ID, ID, "Plant <1>", "5 Tin Road", "CN", TODAY.minusYears(2), null);
    private static final Answers.Kept LOCKED = new Answers.Kept(ID, "S1", Verdict.FINDING, Severity.PRIORITY, "ISO 45001:2018 8.2", "The exit behind <press 4> is chained", OTHER, THEN);
    private static final Answers.Kept FREE = new Answers.Kept(OTHER, "S1", Verdict.CONFORM, null, "", "", BUYER, THEN);
    private static final Audit.Finding FINDING = new Audit.Finding(ID, ID, 1, "S1", Topic.SAFETY, "ISO 45001:2018 8.2", Severity.PRIORITY, "An exit is locked or blocked", "安全出口上锁或被堵",
            "The exit behind <press 4> is chained", TODAY, ID);
    private static final Case ACTION = new Case(ID, AuditCases.KIND, "PRIORITY", ID, ID, "A2026-0003/1 An exit is locked or blocked", "A2026-0003/1 安全出口上锁或被堵", TODAY, TODAY.plusDays(7),
            TODAY.plusDays(30), "RBA VAP", 1, Case.State.PLAN_OWED, THEN, ID, "", TODAY.plusDays(7), null, ID);
    private static final List<Plans.Why> WHY = List.of(new Plans.Why("audit.risk.share", 30, "[62]", true), new Plans.Why("audit.risk.category", 15, "[{\"en\":\"Solder\",\"zh\":\"焊料\"}]", true),
            new Plans.Why("audit.risk.tin", 20, "[]", true), new Plans.Why("audit.risk.again", 25, "[\"2026-12-01\"]", false));
    private static final Plans.Risk RISK = new Plans.Risk(ID, 90, true, WHY);
    private static final String BASIS = "[{\"reason\":\"audit.risk.share\",\"points\":30,\"words\":[62]},{\"reason\":\"audit.risk.category\",\"points\":15,\"words\":[{\"en\":\"Solder\",\"zh\":\"焊料\"}]}]";

    private static Audit audit(State state) {
        return new Audit(ID, "A2026-0003", ID, ID, "Soldering line & stores", "tin", 1, TIN.sha256(), TODAY, TODAY.plusDays(1), 2, state, THEN, ID, "", state == State.REPORTED ? 1 : null,
                state == State.REPORTED ? TODAY.plusMonths(3) : null, ID);
    }

    private static Map<String, Answers.Merged> merged(boolean conflict) {
        var all = new LinkedHashMap<String, Answers.Merged>();
        TIN.questions().forEach(it -> all.put(it.code(), new Answers.Merged(it.code(), List.of(), Optional.empty())));
        all.put("S1", conflict ? new Answers.Merged("S1", List.of(LOCKED, FREE), Optional.empty()) : new Answers.Merged("S1", List.of(LOCKED), Optional.of(LOCKED)));
        all.put("S2", new Answers.Merged("S2", List.of(new Answers.Kept(OTHER, "S2", Verdict.NOT_APPLICABLE, null, "", "", BUYER, THEN)), Optional.empty()));
        return all;
    }

    private static AuditPage page(State state, Optional<Audit.Member> mine, boolean arranges, boolean conflict, Map<String, String> typed, List<Reason> reasons) {
        var members = state == State.ARRANGED && mine.isEmpty() ? List.<Audit.Member>of() : List.of(
                new Audit.Member(BUYER, Department.PROCUREMENT, true, mine.map(Audit.Member::dealings).orElse(""), false),
                new Audit.Member(OTHER, Department.EHS, false, "", false), new Audit.Member(ID, Department.PROCESS, false, "my brother works there", true));
        var over = state == State.REPORTED || state == State.DRAWN_UP;
        return new AuditPage(audit(state), JINLONG, "Plant <1>, 5 Tin Road", TIN, new AuditPage.Team(members,
                arranges ? Map.of(Department.QUALITY, List.of(new Account(ID, "Qin Hao", "q@helia.example", Set.of(Role.QUALITY), Optional.empty(), "zh", THEN, null, true))) : Map.of(),
                Map.of(BUYER, "Lin Qiao", OTHER, "Ines Moreau", ID, "Tang Rui"), mine, arranges),
                over ? List.of(new Audit.Meeting(Gathering.OPENING, TODAY, 9, "Introduced the <team>"), new Audit.Meeting(Gathering.CLOSING, TODAY.plusDays(1), 7, "")) : List.of(),
                over ? Optional.of(new Audit.Sampling(14, "night shift", "time records, <waste> papers")) : Optional.empty(), new ArrayList<>(merged(conflict).values()),
                state == State.REPORTED ? List.of(FINDING) : List.of(),
                over ? List.of(new Audit.Word(OTHER, false, "I hold it for a Major one", THEN)) : List.of(),
                state == State.REPORTED ? List.of(new Audit.Comment("The key hung <beside> it", THEN)) : List.of(),
                new CasesPiece(state == State.REPORTED ? List.of(ACTION) : List.of(), TODAY), typed, reasons);
    }

    private static Optional<Audit.Member> me(@Nullable String dealings, boolean lead) {
        return Optional.of(new Audit.Member(BUYER, Department.PROCUREMENT, lead, dealings, false));
    }

    private static AuditsPage.Line line(State state) {
        return new AuditsPage.Line(ID, "A2026-0003", ID, "Jinlong Solder & Sons", "金龙焊料", "Plant <1>", TODAY, TODAY, state, "tin", state == State.REPORTED ? 4 : null, 2,
                state == State.REPORTED ? TODAY.plusMonths(3) : null);
    }

    private static PlanPage plan(List<Plans.Line> lines, Optional<Integer> capacity, Map<String, String> typed, List<Reason> reasons) {
        return new PlanPage(2026, lines, List.of(new PlanPage.Candidate(ID, "SUP-00932", "Jinlong Solder & Sons", "金龙焊料", RISK)), capacity, true, Query.all("/app/audits/plan"), typed, reasons);
    }

    private static PointsPage points(boolean waits, UUID me, List<Reason> reasons) {
        var held = new Points.Held(TODAY, Map.of("key-supplier", 40, "share-50", 30, "tin", 20, "category.solder", 15), Points.Stop.WARN, Points.Stop.STOP);
        var decision = new org.probity.shapes.decision.Decisions.Decision(ID, Points.MATTER, ID, "Tin weighs more & is traced less.", BUYER, THEN,
                waits ? null : org.probity.shapes.decision.Decisions.Outcome.APPROVED, waits ? null : OTHER, waits ? null : THEN, null);
        return new PointsPage(held, waits ? Optional.of(held) : Optional.empty(),
                List.of(new Points.Change(TODAY.plusDays(30), Map.of("tin", 35, "category.solder", 0), Points.Stop.STOP, Points.Stop.STOP, "Audit rule <3>", decision)),
                List.of("key-supplier", "share-50", "tin", "category.solder"), List.of(new Supplier.Category("solder", "Solder", "焊料", null, 3)),
                Map.of(BUYER, "Lin Qiao", OTHER, "Ines <Moreau>"), me, true, Map.of("fromDay", "2027-01-01", "points.tin", "35", "open", "WARN", "late", "STOP"), reasons);
    }

    @Override
    public List<Page> pages() {
        var missing = List.of(new Reason("reason", "audit.reason-missing", List.of()));
        return List.of(
                points(true, BUYER, List.of()), points(true, OTHER, List.of()), points(false, OTHER, List.of(new Reason("points.tin", "audit.points-wrong", List.of(500)))),
                new AuditsPage(List.of(), Query.all("/app/audits"), 0, true, TODAY),
                new AuditsPage(List.of(line(State.REPORTED), line(State.UNDERWAY), line(State.CALLED_OFF)), Query.all("/app/audits"), 3, false, TODAY),
                plan(List.of(), Optional.empty(), Map.of(), List.of(new Reason("audits", "audit.capacity-missing", List.of()))),
                plan(List.of(new Plans.Line(ID, 2026, ID, "SUP-00932", "Jinlong Solder & Sons", "金龙焊料", 3, 90, BASIS, "", false, ID, State.REPORTED),
                        new Plans.Line(OTHER, 2026, OTHER, "SUP-00939", "Yuxin <Ribbon>", "裕欣焊带", 5, 45, "[]", "new line", false, null, null),
                        new Plans.Line(BUYER, 2026, BUYER, "SUP-00946", "Sanhe", "三禾", 7, 41, "[]", "line is not running", true, null, null)), Optional.of(1), Map.of("supplier", ID.toString()), missing),
                new ArrangePage(Optional.empty(), List.of(new Option(ID.toString(), "Jinlong & Sons")), List.of(), PACKS.on(TODAY), false, Map.of(), List.of()),
                new ArrangePage(Optional.of(JINLONG), List.of(), List.of(), PACKS.on(TODAY), true, Map.of(), List.of()),
                new ArrangePage(Optional.of(JINLONG), List.of(), List.of(SITE), PACKS.on(TODAY), true, Map.of("scope", "Soldering & stores"), List.of(new Reason("site", "audit.site-missing", List.of()))),
                page(State.ARRANGED, Optional.empty(), true, false, Map.of(), List.of(new Reason("account", "audit.not-independent", List.of()))),
                page(State.ARRANGED, me(null, true), true, false, Map.of(), List.of()), page(State.ARRANGED, me("", true), false, false, Map.of(), List.of()),
                page(State.UNDERWAY, me("", true), true, true, Map.of("people", "x"), List.of(new Reason("people", "audit.people-missing", List.of()))),
                page(State.UNDERWAY, Optional.empty(), false, true, Map.of(), List.of()),
                page(State.DRAWN_UP, me("", false), false, false, Map.of("word", "dissent"), List.of(new Reason("words", "audit.dissent-missing", List.of()))),
                page(State.REPORTED, Optional.empty(), false, false, Map.of(), List.of()), page(State.CALLED_OFF, Optional.empty(), false, false, Map.of(), List.of()),
                new ChecklistPage(audit(State.UNDERWAY), "Jinlong Solder & Sons", TIN, merged(true), Map.of("S1", List.of(new Answers.Photo(ID, "S1", ID, OTHER, THEN))), BUYER, true,
                        Map.of(OTHER, "Ines <Moreau>", BUYER, "Lin Qiao"), List.of(new Reason("note.S2", "audit.note-missing", List.of("S2")))),
                new ChecklistPage(audit(State.REPORTED), "Jinlong Solder & Sons", TIN, merged(false), Map.of(), BUYER, false, Map.of(), List.of()),
                new FindingPage(FINDING, audit(State.REPORTED), JINLONG, TIN.question("S1").orElseThrow(), List.of(new Answers.Photo(ID, "S1", ID, OTHER, THEN)), Optional.of(ACTION), TODAY),
                new PackPage(TIN, PACKS.on(TODAY)),
                new PortalAuditPage(audit(State.REPORTED), "Plant <1>", TIN, List.of(FINDING), Map.of(ID, ACTION), List.of(new Audit.Comment("The key hung <beside> it", THEN)), "",
                        List.of(new Reason("words", "audit.comment-missing", List.of()))),
                new PortalAuditPage(audit(State.REPORTED), "Plant <1>", TIN, List.of(), Map.of(), List.of(), "", List.of()));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new AuditTabPage(List.of(), Optional.of(RISK), new CasesPiece(List.of(), TODAY)),
                new AuditTabPage(List.of(audit(State.REPORTED)), Optional.empty(), new CasesPiece(List.of(ACTION), TODAY)));
    }
}
