package org.probity.people.subsidy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;

class SubsidyPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-0000000000b1");
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Scheme VISIT = new Scheme(ID, "FAM", Scheme.Kind.FAMILY, "Visit to the <family>", "探亲补贴", Scheme.Per.CLAIM, new BigDecimal("800.00"), 2, true, LocalDate.of(2024, 1, 1), null, "Our rule & the union",
            new BigDecimal("50000.00"), new BigDecimal("1200.00"));
    private static final Scheme MEALS = new Scheme(ID, "MEAL", Scheme.Kind.MEALS, "Night meals", "", Scheme.Per.DAY, new BigDecimal("25.00"), null, false, LocalDate.of(2024, 1, 1), TODAY, "Our <rule>", null, BigDecimal.ZERO);

    private static Claim claim(String outcome, boolean gone, String payment) {
        return new Claim(ID, "C2026-000017", ID, "Visit to the <family>", "探亲补贴", ID, "000100", "Ren <Jie>", "任杰", TODAY.minusDays(6), TODAY, new BigDecimal("760.50"), "24312000000123", "My <mother> & the children", ID, NOW, outcome,
                outcome == null ? null : outcome.equals("AGREED") ? new BigDecimal("700.00") : BigDecimal.ZERO, outcome == null ? null : "Second <class>", outcome == null ? null : NOW, gone, payment, payment == null ? null : ID);
    }

    @Override
    public List<Page> pages() {
        var receipts = List.of(new Subsidies.Receipt(ID, ID, ID, "train <ticket>.pdf"));
        var payment = new Schemes.Payment(ID, "P2026-000018", 1, new BigDecimal("700.00"), ID, NOW);
        var query = Query.all("/app/subsidies/payments/" + ID);
        return List.of(
                new SubsidiesPage(List.of(), List.of(), false, false, TODAY, Map.of(), List.of()), new SubsidiesPage(List.of(), List.of(), true, true, TODAY, Map.of(), List.of()),
                new SubsidiesPage(List.of(VISIT, MEALS), List.of(claim(null, false, null), claim("AGREED", false, null), claim("REFUSED", true, null), claim("AGREED", false, "P2026-000018"), claim(null, true, null)), true, false, TODAY,
                        Map.of("words", "A & b"), List.of(new Reason("from", "subsidy.claimed-twice", List.of()), new Reason("receipts", "subsidy.receipt-twice", List.of()))),
                new ClaimPage(claim(null, false, null), VISIT, receipts, true, false, Map.of(), List.of()),
                new ClaimPage(claim(null, false, null), VISIT, receipts, false, true, Map.of("agreed", "900", "reason", "A & b"), List.of(new Reason("agreed", "subsidy.amount-more", List.of(new BigDecimal("760.50"))))),
                new ClaimPage(claim("AGREED", false, "P2026-000018"), MEALS, List.of(), true, true, Map.of(), List.of()), new ClaimPage(claim("REFUSED", true, null), MEALS, List.of(), false, true, Map.of(), List.of()),
                new SubsidyDeskPage(List.of(), List.of(), new Schemes.Due(0, BigDecimal.ZERO), List.of(), TODAY, Map.of(), List.of()),
                new SubsidyDeskPage(List.of(claim(null, false, null)), List.of(VISIT, MEALS), new Schemes.Due(1, new BigDecimal("700.00")), List.of(payment), TODAY, Map.of("code", "A & b"), List.of(new Reason("code", "subsidy.code-taken", List.of()))),
                new SubsidyDeskPage(List.of(), List.of(VISIT), new Schemes.Due(2, BigDecimal.TEN), List.of(), TODAY, Map.of("year", "1"), List.of(new Reason("year", "subsidy.year-wrong", List.of()))),
                new PaymentPage(payment, List.of(claim("AGREED", false, "P2026-000018")), "He <Min>", query));
    }
}
