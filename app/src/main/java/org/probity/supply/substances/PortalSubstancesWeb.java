package org.probity.supply.substances;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.formats.ipc1752.Sample;
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
import org.probity.supply.supplier.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Reports and declarations on the screens of the suppliers who are asked for them. */
@Controller
@For(Role.SUPPLIER)
class PortalSubstancesWeb {
    /** A browser asks again by itself, with or without script, until the file is read. */
    private static final String AGAIN_SECONDS = "3";

    record ReportForm(
            @Nullable String laboratory, @Nullable String accreditor, @Nullable String accreditation, @Nullable String reportNumber, @Nullable String reportDay,
            @Nullable List<String> covers, @Nullable String articles, @Nullable String result, @Nullable String edition) {
        SendPage.Typed typed() {
            return new SendPage.Typed(Typed.words(laboratory), Typed.words(accreditor), Typed.words(accreditation), Typed.words(reportNumber), Typed.words(reportDay),
                    covers == null ? List.of() : covers, Typed.words(articles), Typed.words(result), Typed.words(edition));
        }

        Substances.Report report() {
            var it = typed();
            return new Substances.Report(it.laboratory(), it.accreditor(), it.accreditation(), it.reportNumber(), Typed.day(it.reportDay()).orElse(null),
                    it.covers().stream().flatMap(id -> Typed.id(id).stream()).toList(), it.articles(), Typed.one(Paper.Result.class, it.result()).orElse(null),
                    Typed.id(it.edition()).orElse(null));
        }
    }

    private final Substances substances;
    private final CandidateLists lists;
    private final Limits limits;
    private final Suppliers suppliers;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Pages pages;
    private final Clock clock;

    PortalSubstancesWeb(
            Substances substances, CandidateLists lists, Limits limits, Suppliers suppliers, Obligations obligations, Evidence evidence, Pages pages, Clock clock) {
        this.substances = substances;
        this.lists = lists;
        this.limits = limits;
        this.suppliers = suppliers;
        this.obligations = obligations;
        this.evidence = evidence;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/portal/substances/{id:[0-9a-f-]{36}}")
    Object owed(@PathVariable UUID id, Me me, HttpServletResponse response) {
        var page = page(id, me, SendPage.Typed.NOTHING, List.of());
        if (page.waitsToBeRead()) {
            response.setHeader("Refresh", AGAIN_SECONDS);
        }
        return pages.view(page);
    }

    @PostMapping("/app/portal/substances/{id:[0-9a-f-]{36}}")
    Object send(@PathVariable UUID id, ReportForm form, @RequestParam MultipartFile file, Me me) throws IOException {
        var name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
        var page = page(id, me, form.typed(), List.of());
        return switch (page.isReport() ? substances.send(id, form.report(), name, file.getBytes(), me) : substances.declare(id, name, file.getBytes(), me)) {
            case Answer.Done<Paper> done -> "redirect:/app/portal/substances/" + id;
            case Answer.Refused<Paper>(var reasons) -> pages.view(page(id, me, form.typed(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private SendPage page(UUID id, Me me, SendPage.Typed typed, List<Reason> reasons) {
        var owed = obligations.find(id)
                .filter(it -> it.party().equals(me.supplier().orElseThrow()) && PaperKind.ours(it.kind()))
                .orElseThrow(() -> new NotThere("request " + id));
        var kind = PaperKind.of(owed.kind());
        var paper = substances.papers(id).stream().findFirst();
        var inForce = lists.inForce(today());
        return new SendPage(owed, paper.orElse(null), paper.flatMap(it -> evidence.find(it.evidence())).orElse(null),
                paper.map(it -> substances.findings(it.id())).orElse(List.of()), substances.materials(owed.party(), owed.kind(), null), inForce.orElse(null),
                kind == PaperKind.RENEWAL ? inForce.map(it -> lists.candidates(it, "").stream().filter(CandidateLists.Candidate::added).toList()).orElse(List.of()) : List.of(),
                obligations.history(id), limits.note(kind.kept() == PaperKind.REACH ? "reach-article" : "rohs-voluntary", today()), today(), typed, reasons);
    }

    /** A declaration to try the upload with: invented, of this supplier. */
    @GetMapping("/app/portal/substances/samples/{which}.xml")
    ResponseEntity<byte[]> sample(@PathVariable String which, Me me) {
        var company = suppliers.of(me).name(Lang.EN);
        var day = today().minusDays(20);
        return Attachment.of("IPC-1752A_sample_" + which + ".xml", switch (which) {
            case "complete" -> Sample.materials(company, day);
            case "faulty" -> Sample.faulty(company, day);
            case "leaded" -> Sample.leaded(company, day);
            case "thresholds" -> Sample.thresholds(company, day);
            default -> throw new NotThere("sample " + which);
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
