package org.probity.disclosure.customer;

import java.util.List;
import java.util.UUID;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Readers;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.proof.Level;
import org.probity.shapes.figure.Figure;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Published editions before a customer: their figures with what the customer's level opens, and the package of that level. */
@Controller
@For(Role.CUSTOMER)
class CustomerWeb {
    private final Customers customers;
    private final Statements statements;
    private final Readers readers;
    private final Log log;
    private final Pages pages;

    CustomerWeb(Customers customers, Statements statements, Readers readers, Log log, Pages pages) {
        this.customers = customers;
        this.statements = statements;
        this.readers = readers;
        this.log = log;
        this.pages = pages;
    }

    @GetMapping("/app/customer")
    Object editions(Me me) {
        var access = access(me);
        var lines = statements.allPublished().stream().map(edition -> new CustomerPage.Line(edition, readers.brief(edition))).toList();
        return pages.view(new CustomerPage(access, lines, log.verifier().fingerprint()));
    }

    @GetMapping("/app/customer/{edition}/{figure}")
    Object figure(@PathVariable UUID edition, @PathVariable String figure, Query query, Me me) {
        access(me);
        var found = published(edition);
        return pages.view(new CustomerFigurePage(found, readers.leaf(found, figure, query.onPage(query.page()), Figure.Level.CUSTOMER)
                .orElseThrow(() -> new NotThere("figure " + figure + " of edition " + edition))));
    }

    @GetMapping("/app/customer/{edition}/package.zip")
    ResponseEntity<byte[]> sealed(@PathVariable UUID edition, Me me) {
        access(me);
        var found = published(edition);
        var zip = statements.sealed(found, Level.CUSTOMER).orElseThrow(() -> new NotThere("package of " + edition + ", not in the log yet"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("report-" + found.year() + "-" + found.no() + "-customer.zip").build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(zip);
    }

    /** The role counts only while access runs; whoever comes here without has been let in by nobody. */
    private Customers.Access access(Me me) {
        return customers.of(me.account()).filter(it -> customers.runs(me.account())).orElseThrow(() -> new NotThere("access of " + me.account()));
    }

    private Edition published(UUID id) {
        return statements.find(id).filter(Edition::published).orElseThrow(() -> new NotThere("published edition " + id));
    }
}
