package org.probity.supply.minerals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.Suppliers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The papers on the screens of the suppliers who owe them. */
@Controller
@For(Role.SUPPLIER)
class PortalWeb {
    /** A browser asks again by itself, with or without script, until the workbook is read. */
    static final String AGAIN_SECONDS = "3";

    private final Minerals minerals;
    private final Suppliers suppliers;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Pages pages;
    private final Clock clock;

    PortalWeb(Minerals minerals, Suppliers suppliers, Obligations obligations, Evidence evidence, Pages pages, Clock clock) {
        this.minerals = minerals;
        this.suppliers = suppliers;
        this.obligations = obligations;
        this.evidence = evidence;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/portal/minerals/{id}")
    Object owed(@PathVariable UUID id, Me me, HttpServletResponse response) {
        var page = page(id, me, List.of());
        if (page.waitsToBeRead()) {
            response.setHeader("Refresh", AGAIN_SECONDS);
        }
        return pages.view(page);
    }

    @PostMapping("/app/portal/minerals/{id}")
    Object send(@PathVariable UUID id, @RequestParam MultipartFile file, Me me) throws IOException {
        var name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        return switch (minerals.send(id, name, file.getBytes(), me)) {
            case Answer.Done<Paper> done -> "redirect:/app/portal/minerals/" + id;
            case Answer.Refused<Paper>(var reasons) -> pages.view(page(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private SendPage page(UUID id, Me me, List<Reason> reasons) {
        var obligation = obligations.find(id)
                .filter(it -> it.party().equals(me.supplier().orElseThrow()) && PaperKind.obligations().contains(it.kind()))
                .orElseThrow(() -> new NotThere("obligation " + id));
        var paper = minerals.papers(id).stream().findFirst();
        return new SendPage(obligation, PaperKind.of(obligation.kind()), paper.orElse(null),
                paper.flatMap(it -> evidence.find(it.evidence())).orElse(null),
                paper.map(it -> minerals.cells(it.id())).orElse(Map.of()),
                paper.map(it -> minerals.findings(it.id())).orElse(List.of()), paper.map(minerals::ahead).orElse(0L),
                obligations.history(id), LocalDate.now(clock), reasons);
    }

    /** A workbook to try the upload with: invented, in the layout of the real form. */
    @GetMapping("/app/portal/samples/{which}.xlsx")
    ResponseEntity<byte[]> sample(@PathVariable String which, Me me) {
        var company = suppliers.of(me).name(Lang.EN);
        var today = LocalDate.now(clock);
        var day = today.minusDays(20);
        var order = switch (which) {
            case "complete" -> SampleOrder.complete(company, me.name(), "contact@supplier.example", day);
            case "faulty" -> SampleOrder.faulty(company, me.name(), "contact@supplier.example", day);
            case "stale" -> SampleOrder.stale(company, me.name(), "contact@supplier.example", today);
            default -> throw new NotThere("sample " + which);
        };
        return Attachment.of("CMRT_sample_" + which + ".xlsx", Sample.workbook(order));
    }
}
