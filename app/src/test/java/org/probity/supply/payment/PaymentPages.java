package org.probity.supply.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;

class PaymentPages implements PageSamples {
    @Override
    public List<Page> pages() {
        var october = new Invoices.Month(LocalDate.of(2026, 10, 1), "ERP, accounts payable", 1_204, new BigDecimal("184203311.40"), new BigDecimal("176118402.10"),
                new BigDecimal("912004.00"), Instant.parse("2026-11-05T01:30:00Z"));
        var september = new Invoices.Month(LocalDate.of(2026, 9, 1), "ERP, accounts payable", 1_198, new BigDecimal("179000000.00"), new BigDecimal("179000000.00"),
                new BigDecimal("0.00"), Instant.parse("2026-10-05T01:30:00Z"));
        return List.of(
                new PaymentsPage(List.of(), PaymentsPage.Form.EMPTY, List.of()),
                new PaymentsPage(List.of(october, september), PaymentsPage.Form.EMPTY, List.of()),
                new PaymentsPage(List.of(october), new PaymentsPage.Form("ERP", "2026-12", "3", "100"), List.of(new Reason("month", "payment.month-wrong", List.of()))));
    }
}
