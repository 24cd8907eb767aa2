package org.probity.supply.clearance;

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

/** What the ERP has ordered, taken in and paid, told so that it can be held against what was allowed. */
@RestController
@For({Role.BUYER, Role.SOURCING_OFFICER})
class DeedApi {
    /** @param rows how many lines the ERP says there are, so that a report cut short is noticed */
    record DeedReport(String source, int rows, List<Deeds.Line> lines) {}

    private final Deeds deeds;
    private final Replies replies;

    DeedApi(Deeds deeds, Replies replies) {
        this.deeds = deeds;
        this.replies = replies;
    }

    /** Reports orders, receipts and payments; taken whole or not at all. What was done with a barred supplier becomes an incident. */
    @PostMapping("/api/deeds")
    ResponseEntity<?> report(@RequestBody DeedReport report, Me me, HttpServletRequest request) {
        return replies.of(deeds.report(report.source(), report.rows(), report.lines(), me), request, taken -> taken);
    }
}
