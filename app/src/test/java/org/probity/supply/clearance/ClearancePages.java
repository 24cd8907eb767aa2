package org.probity.supply.clearance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screens;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Supplier;

class ClearancePages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000041");
    private static final Instant THEN = Instant.parse("2026-03-28T01:30:00Z");
    private static final Supplier.Category GLASS = new Supplier.Category("glass", "Glass", "玻璃", null, 3);
    private static final Rule ENDED = new ClearanceRules().nothingNewAfterTheEnd();

    private static Clearance clearance(Act act, Clearance.Outcome outcome, Clearance.Reason... reasons) {
        return new Clearance(ID, new Question(ID, "glass", act == Act.ORDER ? ID : null, act), act == Act.ORDER ? "PO-4711" : null, outcome, ID, List.of(reasons), THEN);
    }

    private static Clearance.Reason reason(Verdict verdict, @Nullable Long index, @Nullable LocalDate exception) {
        return new Clearance.Reason("clearance.ended", 1, verdict, "clearance.reason.ended", "[\"2026-03-01\"]", ID, index, index == null ? null : LocalDate.of(2026, 12, 31), exception);
    }

    private static Given given(Clearance it) {
        return new Given(it, "S-0017", "Rongguang Glass", "荣光玻璃", ID);
    }

    private static Waiver waiver(@Nullable Outcome outcome, boolean takenBack, UUID by) {
        return new Waiver(ID, ID, "S-0017", "Rongguang Glass", "荣光玻璃", List.of("clearance.ended"), EnumSet.of(Act.ORDER, Act.RECEIPT), LocalDate.of(2026, 12, 31),
                "The last order of spare parts", ID, by, THEN, outcome, outcome == null ? null : ID, takenBack ? THEN : null);
    }

    private static DeedRows.Row deed(@Nullable Boolean allowed) {
        return new DeedRows.Row(Deeds.Kind.ORDER, "PO-<4711>", ID, "S-0017", "Rongguang Glass & Co", "荣光玻璃", LocalDate.of(2026, 3, 28), new java.math.BigDecimal("1250000.50"), "CNY",
                allowed == null ? null : ID, allowed, "ERP", THEN);
    }

    @Override
    public List<Page> pages() {
        var names = Map.of(ID, "Lin Qiao");
        var no = clearance(Act.ORDER, Clearance.Outcome.NO, reason(Verdict.STOP, 812L, null), reason(Verdict.WARN, null, null));
        var never = clearance(Act.PAYMENT, Clearance.Outcome.NO, reason(Verdict.BAR, 812L, null));
        var warned = clearance(Act.QUOTATION, Clearance.Outcome.WARNED, reason(Verdict.STOP, 812L, LocalDate.of(2026, 12, 31)));
        var yes = clearance(Act.RECEIPT, Clearance.Outcome.YES);
        var wrong = List.of(new Reason("supplier", "clearance.supplier-unknown", List.of()));
        var list = Query.all("/app/clearance");
        return List.of(
                new ClearancePage(ClearancePage.Form.EMPTY, List.of(), List.of(), List.of(GLASS), List.of(), names, list, 0),
                new ClearancePage(new ClearancePage.Form("Rongguang", "glass", "ORDER"), List.of(new ClearancePage.Candidate("S-0017", "Rongguang Glass 荣光玻璃"),
                        new ClearancePage.Candidate("S-0018", "Rongguang Frames 荣光边框")), List.of(), List.of(GLASS), List.of(given(no), given(warned), given(yes)), names, list, 3),
                new ClearancePage(new ClearancePage.Form("Nobody", "", ""), List.of(), wrong, List.of(GLASS), List.of(), names, list, 0),
                new AnswerPage(given(no), "Lin Qiao", Optional.of("Site 1"), List.of(ENDED), true, AnswerPage.Form.of(no), List.of()),
                new AnswerPage(given(no), "Lin Qiao", Optional.empty(), List.of(ENDED), true, new AnswerPage.Form(List.of(), "", ""),
                        List.of(new Reason("until", "clearance.exception-day", List.of(180)))),
                new AnswerPage(given(never), "Lin Qiao", Optional.empty(), List.of(ENDED), true, AnswerPage.Form.of(never), List.of()),
                new AnswerPage(given(warned), "Lin Qiao", Optional.empty(), List.of(ENDED), false, AnswerPage.Form.of(warned), List.of()),
                new AnswerPage(given(yes), "Lin Qiao", Optional.empty(), List.of(ENDED), false, AnswerPage.Form.of(yes), List.of()),
                new ExceptionsPage(List.of(), Screens.BUYER, false, Map.of(), LocalDate.of(2026, 11, 22), List.of()),
                new ExceptionsPage(List.of(waiver(null, false, ID)), Screens.BUYER, true, names, LocalDate.of(2026, 11, 22), List.of()),
                new ExceptionsPage(List.of(waiver(null, false, Screens.BUYER.account())), Screens.BUYER, true, names, LocalDate.of(2026, 11, 22),
                        List.of(new Reason("", "decision.needs-another-person", List.of()))),
                new ExceptionsPage(List.of(waiver(Outcome.APPROVED, false, ID)), Screens.BUYER, false, names, LocalDate.of(2026, 11, 22), List.of()),
                new ExceptionsPage(List.of(waiver(Outcome.APPROVED, true, ID), waiver(Outcome.REJECTED, false, ID), waiver(Outcome.WITHDRAWN, false, ID)), Screens.BUYER,
                        false, names, LocalDate.of(2027, 11, 22), List.of()),
                new DeedsPage(List.of(), 0, Query.all("/app/clearance/deeds"), true, DeedsPage.Form.EMPTY, List.of()),
                new DeedsPage(List.of(deed(true), deed(false), deed(null)), 3, Query.all("/app/clearance/deeds"), false, DeedsPage.Form.EMPTY, List.of()),
                new DeedsPage(List.of(deed(true)), 1, Query.all("/app/clearance/deeds"), true, new DeedsPage.Form("ERP", "3"), List.of(new Reason("rows", "clearance.report-rows", List.of(3, 2)))));
    }

    @Override
    public List<Page> pieces() {
        var acts = Arrays.stream(Act.values()).map(act -> clearance(act, Clearance.Outcome.NO, reason(Verdict.STOP, 812L, null))).toList();
        return List.of(new StandingPage(ID, acts), new StandingPage(ID, List.of(clearance(Act.ORDER, Clearance.Outcome.YES))));
    }
}
