package org.probity.supply.green;

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
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.green.Book.Criterion;
import org.probity.supply.green.Book.Kind;
import org.probity.supply.green.Book.Strength;
import org.probity.supply.green.Proof.Outcome;
import org.probity.supply.supplier.Supplier;

class GreenPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000074");
    private static final UUID OTHER = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000075");
    private static final Instant THEN = Instant.parse("2026-11-20T02:08:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Supplier.Category GLASS = new Supplier.Category("glass", "Glass & frames", "玻璃", null, 24);
    private static final Supplier.Category WAFER = new Supplier.Category("wafer", "Wafer", "硅片", null, 12);
    private static final Supplier SANHE = new Supplier(ID, "S-02004", "Sanhe <Glass>", "三禾玻璃", "", "CN", "glass", "Glass", "玻璃", null, null, THEN, null);
    private static final Criterion EPD = new Criterion("epd", "Environmental product declaration <of glass>", "玻璃的环境产品声明", Strength.THIRD_PARTY, 60);
    private static final Criterion POWER = new Criterion("green-power", "Half of the power renewable", "可再生电力过半", Strength.SIGNED, 40);
    private static final Book HOLDS = new Book(ID, "glass", TODAY.minusMonths(9), 60, "Guideline & board", ID, ID, OTHER, false, List.of(EPD, POWER));
    private static final Book NEXT = new Book(OTHER, "glass", TODAY.plusMonths(1), 100, "Board <2026>", ID, ID, null, true, List.of(EPD, POWER));
    private static final Evidence.Item FILE = new Evidence.Item(ID, "ab".repeat(32), "epd <glass>.pdf", "application/pdf", 12_345, ID, THEN);

    private static Proof proof(@Nullable Outcome outcome, LocalDate until) {
        return new Proof(ID, ID, "epd", Kind.EPD, "EPD-0042", "Declaration <House>", TODAY.minusYears(1), until, "For 3.2 mm & 2 mm", ID, ID, THEN, ID, outcome == null ? 0 : 1, outcome,
                outcome == null || outcome == Outcome.ACCEPTED ? null : "It is about <other> glass", outcome == null ? null : OTHER);
    }

    private static BookPage book(List<Book> books, Optional<Book> holds, boolean proposes, boolean own, Map<String, String> typed, List<Reason> reasons) {
        return new BookPage(GLASS, books, holds, new BookPage.Side(proposes, true, own), Map.of(ID, "Zhao Ning", OTHER, "Ines <Moreau>"), TODAY, typed, reasons);
    }

    private static ProofPage review(@Nullable Outcome outcome, boolean reviews, List<Reason> reasons) {
        return new ProofPage(proof(outcome, TODAY.plusMonths(2)), SANHE, EPD, FILE, reviews, TODAY, "", reasons);
    }

    @Override
    public List<Page> pages() {
        var standing = new Proofs.Standing(ID, "glass", 60, 100, 60, true, 1, 2);
        return List.of(
                new GreenPage(List.of(), List.of(), TODAY),
                new GreenPage(List.of(new GreenPage.Line(GLASS, Optional.of(HOLDS), 9, 24, true), new GreenPage.Line(WAFER, Optional.empty(), 0, 12, false)),
                        List.of(new GreenPage.Waiting(proof(null, TODAY.plusYears(1)), SANHE, EPD.titleEn(), EPD.titleZh())), TODAY),
                book(List.of(), Optional.empty(), true, false, Map.of("fromDay", "soon", "en1", "A & b"), List.of(new Reason("criteria", "green.code-wrong", List.of()),
                        new Reason("threshold", "green.threshold-wrong", List.of(100)))),
                book(List.of(NEXT, HOLDS), Optional.of(HOLDS), true, false, Map.of(), List.of()), book(List.of(NEXT, HOLDS), Optional.of(HOLDS), true, true, Map.of(), List.of()),
                book(List.of(HOLDS), Optional.of(HOLDS), true, false, Map.of(), List.of()), book(List.of(), Optional.empty(), false, false, Map.of(), List.of()),
                review(null, true, List.of(new Reason("words", "green.reason-missing", List.of()))), review(Outcome.ACCEPTED, true, List.of()), review(Outcome.RETURNED, false, List.of()),
                review(Outcome.WITHDRAWN, false, List.of()),
                new PortalGreenPage(SANHE, Optional.empty(), List.of(), Optional.empty(), TODAY, Map.of(), List.of()),
                new PortalGreenPage(SANHE, Optional.of(HOLDS), List.of(proof(Outcome.ACCEPTED, TODAY.plusMonths(2))), Optional.of(standing), TODAY, Map.of("number", "A & 1"),
                        List.of(new Reason("file", "green.file-missing", List.of()))),
                new PortalGreenPage(SANHE, Optional.of(HOLDS), List.of(proof(Outcome.RETURNED, TODAY.plusMonths(2))), Optional.of(new Proofs.Standing(ID, "glass", 0, 100, 60, false, 0, 2)), TODAY,
                        Map.of(), List.of()));
    }

    @Override
    public List<Page> pieces() {
        return List.of(new GreenTabPage("glass", Optional.empty(), List.of(), Optional.empty(), TODAY),
                new GreenTabPage("glass", Optional.of(HOLDS), List.of(proof(Outcome.ACCEPTED, TODAY.minusDays(1))), Optional.of(new Proofs.Standing(ID, "glass", 60, 100, 60, true, 1, 2)), TODAY));
    }
}
