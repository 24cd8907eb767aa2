package org.probity.supply.audit;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.Cases;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports of audits on the screens of those who were audited. */
@Controller
@For(Role.SUPPLIER)
class AuditPortalWeb {
    private final Reports reports;
    private final Packs packs;
    private final AuditList list;
    private final ReportPaper paper;
    private final Cases cases;
    private final Pages pages;

    AuditPortalWeb(Reports reports, Packs packs, AuditList list, ReportPaper paper, Cases cases, Pages pages) {
        this.reports = reports;
        this.packs = packs;
        this.list = list;
        this.paper = paper;
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/app/portal/audit/{id}")
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(own(id, me), "", List.of()));
    }

    @GetMapping("/app/portal/audit/{id}/report-{lang}.pdf")
    ResponseEntity<byte[]> report(@PathVariable UUID id, @PathVariable String lang, Me me) {
        return AuditsWeb.pdf(own(id, me), lang, paper);
    }

    @PostMapping("/app/portal/audit/{id}/comments")
    Object comment(@PathVariable UUID id, @RequestParam String words, Me me) {
        var audit = own(id, me);
        return switch (reports.comment(id, words, me)) {
            case Answer.Done<Audit> done -> pages.done("/app/portal/audit/" + id, "audit.comment-came");
            case Answer.Refused<Audit>(var reasons) -> pages.view(page(audit, words, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Audit own(UUID id, Me me) {
        return reports.own(id, me).orElseThrow(() -> new NotThere("audit " + id));
    }

    private PortalAuditPage page(Audit audit, String typed, List<Reason> reasons) {
        var findings = reports.findings(audit.id());
        return new PortalAuditPage(audit, list.site(audit.site()), packs.of(audit), findings,
                cases.about(AuditCases.KIND, findings.stream().map(Audit.Finding::id).toList()).stream().collect(Collectors.toMap(Case::subject, Function.identity())),
                reports.comments(audit.id()), typed, reasons);
    }
}
