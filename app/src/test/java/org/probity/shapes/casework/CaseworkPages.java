package org.probity.shapes.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.casework.Case.Aim;
import org.probity.shapes.casework.Case.Measure;
import org.probity.shapes.casework.Case.Method;
import org.probity.shapes.casework.Case.State;
import org.probity.shapes.casework.CasePage.Side;
import org.probity.shapes.casework.CasePage.Typed;
import org.probity.shapes.evidence.Evidence;

class CaseworkPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000014");
    private static final Instant THEN = Instant.parse("2026-11-20T02:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Parties.Party JINLONG = new Parties.Party(ID, "SUP-00932", "Jinlong Solder & Sons", "金龙焊料");
    private static final CaseKind KIND = new CaseKind("casework.correction", Set.of(Role.QUALITY), subject -> "/app/x",
            List.of(new CaseKind.Span("MAJOR", LocalDate.of(2024, 1, 1), 14, 90, "An invented standard, 5.2")));
    private static final Case.Plan PLAN = new Case.Plan(ID, "Locked the cabinet & told the shift", "Nobody was named for it", List.of(
            new Measure(Aim.CORRECTIVE, "Replace the seal", "Line leader", LocalDate.of(2026, 12, 1)),
            new Measure(Aim.PREVENTIVE, "Check all cabinets each month", "EHS office", LocalDate.of(2027, 6, 1))));
    private static final Evidence.Item FILE = new Evidence.Item(ID, "9f2c41e7".repeat(8), "cabinet <after>.jpg", "image/jpeg", 412_345, ID, THEN);

    private static Case at(State state, LocalDate due) {
        return new Case(ID, "casework.correction", "MAJOR", ID, ID, "Solvent cabinet stands open", "溶剂柜未关闭", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 15),
                LocalDate.of(2027, 1, 30), "An invented standard, 5.2", 3, state, THEN, ID, "The photo shows <another> cabinet", due, ID, ID);
    }

    private static CasePage page(State state, Side side, boolean mine, Typed typed, List<Reason> reasons) {
        var it = at(state, TODAY.minusDays(2));
        var steps = List.of(
                new Case.Step(3, state, THEN, ID, "The photo shows <another> cabinet", TODAY, state == State.VERIFIED ? Method.SITE : null, state == State.VERIFIED ? TODAY : null),
                new Case.Step(1, State.PLAN_OWED, THEN, ID, "", TODAY, null, null));
        return new CasePage(it, side, side == Side.SUPPLIER ? null : JINLONG, Optional.of("/app/x"), state == State.PLAN_OWED ? Optional.empty() : Optional.of(PLAN),
                steps, state == State.DONE_SENT || state == State.CLOSED ? List.of(FILE) : List.of(), Map.of(ID, "Qin Hao"), null, mine, TODAY, typed, reasons);
    }

    @Override
    public List<Page> pages() {
        var typed = new Typed(Map.of("containment", "Locked it", "corrective1", "New <seal>", "reason", "More, please", "until", "2026-12-01"));
        return List.of(
                new CasesPage(List.of(), 0, Query.all("/app/casework"), List.of(KIND), Map.of(), TODAY),
                new CasesPage(List.of(at(State.PLAN_OWED, TODAY.minusDays(3)), at(State.DONE_SENT, TODAY.plusDays(3)), at(State.CLOSED, TODAY)), 3,
                        Query.all("/app/casework").with("state", "late"), List.of(KIND), Map.of(ID, JINLONG), TODAY),
                page(State.PLAN_OWED, Side.HANDLER, false, Typed.NOTHING, List.of()),
                page(State.PLAN_SENT, Side.HANDLER, false, typed, List.of(new Reason("reason", "casework.reason-missing", List.of()))),
                page(State.DONE_SENT, Side.HANDLER, false, Typed.NOTHING, List.of(new Reason("method", "casework.method-missing", List.of()))),
                page(State.VERIFIED, Side.HANDLER, true, Typed.NOTHING, List.of()), page(State.VERIFIED, Side.HANDLER, false, Typed.NOTHING, List.of()),
                page(State.NO_ACTION, Side.HANDLER, false, Typed.NOTHING, List.of()), page(State.CLOSED, Side.READER, false, Typed.NOTHING, List.of()),
                page(State.PLAN_OWED, Side.SUPPLIER, false, Typed.NOTHING, List.of()),
                page(State.PLAN_RETURNED, Side.SUPPLIER, false, typed, List.of(new Reason("corrective", "casework.owner-missing", List.of()))),
                page(State.PLAN_ACCEPTED, Side.SUPPLIER, false, Typed.NOTHING, List.of(new Reason("files", "casework.evidence-missing", List.of()))),
                page(State.CLOSED, Side.SUPPLIER, false, Typed.NOTHING, List.of()),
                new SpansPage(List.of(new SpansPage.Line("casework.correction", KIND.spans().getFirst(), false)),
                        List.of(new Option("casework.correction/MAJOR", "x")), Map.of("planDays", "7"), List.of(new Reason("from", "casework.not-a-day", List.of()))),
                new SpansPage(List.of(), List.of(), Map.of(), List.of()));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new CasesPiece(List.of(at(State.PLAN_OWED, TODAY.minusDays(3))), TODAY), new CasesPiece(List.of(), TODAY));
    }
}
