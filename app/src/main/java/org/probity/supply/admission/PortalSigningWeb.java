package org.probity.supply.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.supply.admission.Agreement.Capacity;
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

/** Agreements on the suppliers' own screens: reading, signing, a paper instead, and who may sign. */
@Controller
@For(Role.SUPPLIER)
class PortalSigningWeb {
    private final Agreements agreements;
    private final Signatories signatories;
    private final Standing standing;
    private final AgreementPdf pdf;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    PortalSigningWeb(
            Agreements agreements, Signatories signatories, Standing standing, AgreementPdf pdf, Suppliers suppliers, Accounts accounts, Pages pages, Clock clock) {
        this.agreements = agreements;
        this.signatories = signatories;
        this.standing = standing;
        this.pdf = pdf;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    /** The words in force, or what was signed; opened by whoever of them looks first. Ending soon, the next one. */
    @GetMapping({"/app/portal/admission/agreements/{leg:[a-z]+}", "/app/portal/admission/agreements/{leg:[a-z]+}/paper"})
    View agreement(@PathVariable String leg, Me me) {
        return pages.view(page(leg, me, List.of()));
    }

    private PortalAgreementPage page(String leg, Me me, List<Reason> reasons) {
        var supplier = suppliers.of(me);
        var it = shown(leg, supplier.id());
        var all = signatories.of(supplier.id());
        return new PortalAgreementPage(supplier, it, all.stream().filter(who -> who.maySign(me.account(), LocalDate.now(clock))).findFirst(),
                all.stream().anyMatch(who -> who.outcome() == null), names(it), LocalDate.now(clock), reasons);
    }

    private Agreement shown(String leg, UUID supplier) {
        if (standing.leg(leg).filter(it -> it.kind() == Leg.Kind.AGREEMENT).isEmpty() || standing.of(supplier).isEmpty()) {
            throw new NotThere("agreement " + leg);
        }
        var today = LocalDate.now(clock);
        var holding = agreements.of(supplier).stream()
                .filter(it -> it.leg().equals(leg) && it.stage(today) == Agreement.Stage.IN_FORCE && !it.untilDay().isBefore(today.plusDays(AdmissionOwing.RENEW_DAYS)))
                .findFirst();
        return holding.orElseGet(() -> switch (agreements.offer(supplier, leg)) {
            case Answer.Done<Agreement>(var offered) -> offered;
            case Answer.Refused<Agreement> refused -> agreements.of(supplier).stream().filter(it -> it.leg().equals(leg)).findFirst()
                    .orElseThrow(() -> new NotThere("words for " + leg));
        });
    }

    @StepUp
    @PostMapping("/app/portal/admission/agreements/{leg:[a-z]+}")
    Object sign(@PathVariable String leg, @RequestParam(defaultValue = "") String shown, @RequestParam(defaultValue = "") String read, Me me) {
        var it = shown(leg, me.supplier().orElseThrow());
        return switch (read.equals("true") ? agreements.sign(it.id(), shown, me) : Answer.<Agreement>refused("read", "admission.read-first")) {
            case Answer.Done<Agreement> done -> pages.done("/app/portal/admission/agreements/" + leg, "admission.signed-thanks");
            case Answer.Refused<Agreement>(var reasons) -> pages.view(page(leg, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/portal/admission/agreements/{leg:[a-z]+}/paper")
    Object bring(@PathVariable String leg, @RequestParam(required = false) @Nullable MultipartFile paper, Me me) {
        var it = shown(leg, me.supplier().orElseThrow());
        return switch (agreements.bring(it.id(), ProofWeb.upload(paper).orElse(null), me)) {
            case Answer.Done<Agreement> done -> pages.done("/app/portal/admission/agreements/" + leg, "admission.paper-brought");
            case Answer.Refused<Agreement>(var reasons) -> pages.view(page(leg, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/portal/admission/agreements/{leg:[a-z]+}/{lang}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String leg, @PathVariable String lang, Me me) {
        var it = shown(leg, me.supplier().orElseThrow());
        return Attachment.of(leg + "-" + lang + ".pdf", pdf.of(it, Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang)), names(it)));
    }

    @GetMapping("/app/portal/admission/signatories")
    View signatories(Me me) {
        return pages.view(new PortalSignatoriesPage(signatories.of(me.supplier().orElseThrow()), new PortalSignatoriesPage.Typed(me.name(), "", ""), LocalDate.now(clock), List.of()));
    }

    @PostMapping("/app/portal/admission/signatories")
    Object name(
            @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String capacity, @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable MultipartFile paper, Me me) {
        var which = Typed.one(Capacity.class, capacity);
        var answer = which.isEmpty() ? Answer.<UUID>refused("capacity", "admission.outcome-missing")
                : signatories.name(name, which.get(), Typed.day(until).orElse(null), ProofWeb.upload(paper).orElse(null), me);
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/portal/admission/signatories", "admission.sent-thanks");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new PortalSignatoriesPage(signatories.of(me.supplier().orElseThrow()),
                    new PortalSignatoriesPage.Typed(name, capacity, until), LocalDate.now(clock), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/portal/admission/signatories/{id}")
    View authority(@PathVariable UUID id, Me me) {
        return pages.view(authority(id, me, List.of()));
    }

    private AuthorityPage authority(UUID id, Me me, List<Reason> reasons) {
        var it = signatories.find(id).filter(found -> me.supplier().equals(Optional.of(found.supplier()))).orElseThrow(() -> new NotThere("signatory " + id));
        var supplier = suppliers.find(it.supplier()).orElseThrow();
        return new AuthorityPage(new AuthorityPage.OfSupplier(it, new String[] {supplier.nameEn(), supplier.nameZh()}), AuthorityPage.Owner.PORTAL,
                "/app/portal/admission/signatories/" + id, accounts.names(Stream.ofNullable(it.withdrawnBy()).collect(Collectors.toSet())), LocalDate.now(clock), reasons);
    }

    /** Whoever speaks for the supplier says that somebody signs no longer: nobody else knows it first. */
    @StepUp
    @PostMapping("/app/portal/admission/signatories/{id}")
    Object withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reasons, Me me) {
        authority(id, me, List.of());
        return switch (signatories.withdraw(id, reasons, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/portal/admission/signatories/" + id, "admission.taken-back-said");
            case Answer.Refused<UUID>(var refused) -> pages.view(authority(id, me, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Map<UUID, String> names(Agreement it) {
        return accounts.names(it.steps().stream().map(Agreement.Step::by).collect(Collectors.toSet()));
    }
}
