package org.probity.supply.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What was due to suppliers in a month, as the ERP tells it after its end. */
@RestController
@For({Role.BUYER, Role.SOURCING_OFFICER})
class InvoiceApi {
    /** @param month in which they fell due, such as 2026-10 @param rows how many invoices the ERP says there are @param amount their sum in CNY, as the ERP has it */
    record InvoiceReport(String source, String month, int rows, String amount, List<Invoices.Line> lines) {}

    private final Invoices invoices;
    private final Replies replies;

    InvoiceApi(Invoices invoices, Replies replies) {
        this.invoices = invoices;
        this.replies = replies;
    }

    /** Reports the invoices that fell due in a month, paid or not; taken whole or not at all. The newest report of a month counts. */
    @PostMapping("/api/invoices")
    ResponseEntity<?> report(@RequestBody InvoiceReport report, Me me, HttpServletRequest request) {
        return replies.of(invoices.report(new Invoices.Stated(report.source(), report.month(), report.rows(), report.amount()), report.lines(), me), request, taken -> taken);
    }
}
