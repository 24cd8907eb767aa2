package org.probity.supply.admission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Interests;
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
import org.springframework.web.servlet.View;

/** Agreements on our side: countersigning, papers with a chop, the end. */
@Controller
class AgreementWeb {
    private final Agreements agreements;
    private final Signatories signatories;
    private final AgreementPdf pdf;
    private final Suppliers suppliers;
    private final Interests interests;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Log log;
    private final Pages pages;
    private final Clock clock;

    AgreementWeb(
            Agreements agreements, Signatories signatories, AgreementPdf pdf, Suppliers suppliers, Interests interests, Accounts accounts, Evidence evidence, Log log, Pages pages,
            Clock clock) {
        this.agreements = agreements;
        this.signatories = signatories;
        this.pdf = pdf;
        this.suppliers = suppliers;
        this.interests = interests;
        this.accounts = accounts;
        this.evidence = evidence;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/agreements/{id}")
    View agreement(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, List.of()));
    }

    private SigningPage page(UUID id, Me me, List<Reason> reasons) {
        var it = there(id);
        var own = interests.in(it.supplier(), me);
        var brought = it.steps().isEmpty() ? null : it.steps().getLast().by();
        return new SigningPage(it, suppliers.find(it.supplier()).orElseThrow(), names(it),
                new SigningPage.May(!own && signatories.mandateOf(me.account()).isPresent(), !own && me.is(Role.LEGAL) && !me.account().equals(brought),
                        me.is(Role.BUYER) || me.is(Role.LEGAL), me.is(Role.LEGAL) || me.is(Role.BUYER), own),
                log.place(it.steps().isEmpty() ? it.record() : it.steps().getLast().record()).orElse(null), LocalDate.now(clock), reasons);
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.LEGAL, Role.SOURCING_OFFICER, Role.PUBLISHER})
    @PostMapping("/app/admission/agreements/{id}/countersignature")
    Object countersign(@PathVariable UUID id, Me me) {
        return moved(id, agreements.countersign(id, me), "admission.countersigned", me);
    }

    @StepUp
    @For(Role.LEGAL)
    @PostMapping("/app/admission/agreements/{id}/check")
    Object check(@PathVariable UUID id, @RequestParam(defaultValue = "") String good, @RequestParam(defaultValue = "") String reasons, Me me) {
        return moved(id, good.isEmpty() ? Answer.refused("good", "admission.outcome-missing") : agreements.check(id, good.equals("true"), reasons, me), "admission.said", me);
    }

    @For({Role.BUYER, Role.LEGAL})
    @PostMapping("/app/admission/agreements/{id}/paper")
    Object bring(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile paper, Me me) {
        return moved(id, agreements.bring(id, ProofWeb.upload(paper).orElse(null), me), "admission.paper-brought", me);
    }

    @StepUp
    @For({Role.BUYER, Role.LEGAL})
    @PostMapping("/app/admission/agreements/{id}/end")
    Object end(@PathVariable UUID id, @RequestParam(defaultValue = "") String lastDay, @RequestParam(defaultValue = "") String reasons, Me me) {
        return moved(id, agreements.end(id, Typed.day(lastDay).orElse(null), reasons, me), "admission.ended", me);
    }

    private Object moved(UUID id, Answer<Agreement> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<Agreement> done -> pages.done("/app/admission/agreements/" + id, said);
            case Answer.Refused<Agreement>(var reasons) -> pages.view(page(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Acts of the page of an agreement; a language chosen after a refusal, or a confirmation, returns to it. */
    @For({Role.BUYER, Role.QUALITY, Role.LEGAL, Role.SOURCING_OFFICER, Role.PUBLISHER})
    @GetMapping({"/app/admission/agreements/{id}/countersignature", "/app/admission/agreements/{id}/check", "/app/admission/agreements/{id}/paper",
            "/app/admission/agreements/{id}/end"})
    Object back(@PathVariable UUID id) {
        return "redirect:/app/admission/agreements/" + id;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/agreements/{id}/{lang}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable String lang) {
        var it = there(id);
        return Attachment.of(it.leg() + "-" + lang + ".pdf", pdf.of(it, Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang)), names(it)));
    }

    /** The words whose SHA-256 every signature binds, byte for byte. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/agreements/{id}/words.txt")
    ResponseEntity<byte[]> words(@PathVariable UUID id) {
        var it = there(id);
        return Attachment.of(it.leg() + ".txt", Templates.bound(it.textEn(), it.textZh()).getBytes(StandardCharsets.UTF_8));
    }

    @For({Role.BUYER, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/agreements/{id}/steps/{no}")
    ResponseEntity<byte[]> paper(@PathVariable UUID id, @PathVariable int no) {
        var step = there(id).steps().stream().filter(it -> it.no() == no && it.evidence() != null).findFirst().orElseThrow(() -> new NotThere("step " + no + " of " + id));
        return ProofWeb.download(evidence.find(step.evidence()).orElseThrow(), evidence);
    }

    private Agreement there(UUID id) {
        return agreements.find(id).orElseThrow(() -> new NotThere("agreement " + id));
    }

    private Map<UUID, String> names(Agreement it) {
        return accounts.names(it.steps().stream().map(Agreement.Step::by).collect(Collectors.toSet()));
    }
}
