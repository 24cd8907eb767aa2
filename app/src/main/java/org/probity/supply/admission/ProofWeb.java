package org.probity.supply.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Proof.Conclusion;
import org.probity.supply.admission.Proof.Step;
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

/** What suppliers put forward, on the screens of the departments that review it. */
@Controller
class ProofWeb {
    record RulingForm(
            @Nullable String conclusion, @Nullable String reasons, @Nullable String validUntil, @Nullable String condition, @Nullable String conditionDue,
            @Nullable String answerBy, @Nullable List<String> sites, @Nullable List<String> categories, @Nullable String grave) {
        ProofPage.Typed typed() {
            return new ProofPage.Typed(Typed.words(conclusion), Typed.words(reasons), Typed.words(validUntil), Typed.words(condition), Typed.words(conditionDue),
                    Typed.words(answerBy), sites == null ? List.of() : sites, categories == null ? List.of() : categories);
        }

        Rulings.Said said(Conclusion it, Evidence.@Nullable Item shown) {
            return new Rulings.Said(it, Typed.words(reasons), Typed.day(validUntil).orElse(null), Typed.words(condition), Typed.day(conditionDue).orElse(null),
                    Typed.day(answerBy).orElse(null), Stream.ofNullable(sites).flatMap(List::stream).flatMap(id -> Typed.id(id).stream()).toList(),
                    categories == null ? List.of() : categories, shown, "true".equals(grave));
        }
    }

    private final Proofs proofs;
    private final ProofDetails details;
    private final Rulings rulings;
    private final Stops stops;
    private final Standing standing;
    private final CertificateChecks checks;
    private final Suppliers suppliers;
    private final Interests interests;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Log log;
    private final Pages pages;
    private final Clock clock;

    ProofWeb(
            Proofs proofs, ProofDetails details, Rulings rulings, Stops stops, Standing standing, CertificateChecks checks, Suppliers suppliers, Interests interests,
            Accounts accounts, Evidence evidence, Log log, Pages pages, Clock clock) {
        this.proofs = proofs;
        this.details = details;
        this.rulings = rulings;
        this.stops = stops;
        this.standing = standing;
        this.checks = checks;
        this.suppliers = suppliers;
        this.interests = interests;
        this.accounts = accounts;
        this.evidence = evidence;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/proofs/{id}")
    View proof(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, ProofPage.Typed.NOTHING, List.of()));
    }

    private ProofPage page(UUID id, Me me, ProofPage.Typed typed, List<Reason> reasons) {
        var proof = proofs.find(id).orElseThrow(() -> new NotThere("proof " + id));
        var supplier = suppliers.find(proof.supplier()).orElseThrow();
        var certificate = details.certificate(id);
        var words = details.words(id);
        var parts = new ProofPage.Parts(details.files(id), certificate, details.sample(id), details.steps(id), details.places(id), details.findings(id),
                proofs.of(proof.supplier(), proof.leg()), details.withdrawn(id), log.place(proof.record()).orElse(null));
        var own = interests.in(proof.supplier(), me);
        var mine = own || words.stream().anyMatch(it -> it.by().equals(me.account())) ? Optional.<String>empty() : rulings.speaksFor(id, me);
        var review = new ProofPage.Review(words, details.awaited(id), accounts.names(words.stream().map(Proof.Word::by).collect(Collectors.toSet())), mine,
                !own && (me.is(Role.PROCESS) || me.is(Role.QUALITY)), words.stream().anyMatch(it -> me.is(Role.valueOf(it.role()))),
                words.stream().anyMatch(it -> it.conclusion() == Conclusion.CONDITIONS) && !details.conditionMet(id), true, own);
        return new ProofPage(proof, standing.leg(proof.leg()).orElseThrow(), supplier, parts, standing.of(proof.supplier()),
                certificate.flatMap(it -> checks.otherHolder(it, supplier)).isPresent(), review, LocalDate.now(clock), typed, reasons);
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/proofs/{id}/ruling")
    Object say(@PathVariable UUID id, RulingForm form, @RequestParam(required = false) @Nullable MultipartFile shown, Me me) {
        var chosen = Typed.one(Conclusion.class, form.conclusion());
        var item = kept(shown, "shown", me);
        var answer = item instanceof Answer.Refused<Optional<Evidence.Item>>(var wrong) ? new Answer.Refused<Proof.Word>(wrong)
                : chosen.isEmpty() ? Answer.<Proof.Word>refused("conclusion", "admission.outcome-missing")
                : rulings.say(id, form.said(chosen.get(), value(item)), me);
        return switch (answer) {
            case Answer.Done<Proof.Word> done -> pages.done("/app/admission/proofs/" + id, "admission.said");
            case Answer.Refused<Proof.Word>(var reasons) -> pages.view(page(id, me, form.typed(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.PROCESS, Role.QUALITY})
    @PostMapping("/app/admission/proofs/{id}/step")
    Object take(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String words, @RequestParam(required = false) @Nullable MultipartFile report, Me me) {
        var which = Typed.one(Step.class, step);
        var when = Typed.day(day);
        var item = kept(report, "report", me);
        var answer = item instanceof Answer.Refused<Optional<Evidence.Item>>(var wrong) ? new Answer.Refused<Step>(wrong)
                : which.isEmpty() || when.isEmpty() ? Answer.<Step>refused("day", "admission.step-day")
                : rulings.take(id, which.get(), when.get(), words, value(item), me);
        return switch (answer) {
            case Answer.Done<Step> done -> pages.done("/app/admission/proofs/" + id, "admission.step-written");
            case Answer.Refused<Step>(var reasons) -> pages.view(page(id, me, ProofPage.Typed.NOTHING, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/proofs/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reasons, Me me) {
        return moved(id, rulings.withdraw(id, reasons, me), "admission.withdrawn", me);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/admission/proofs/{id}/condition")
    Object fulfil(@PathVariable UUID id, @RequestParam(defaultValue = "") String reasons, Me me) {
        return moved(id, stops.fulfil(id, reasons, null, me), "admission.condition-fulfilled", me);
    }

    private Object moved(UUID id, Answer<UUID> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/admission/proofs/" + id, said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(id, me, ProofPage.Typed.NOTHING, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Acts of the page of a proof; a language chosen after a refusal returns to it. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping({"/app/admission/proofs/{id}/ruling", "/app/admission/proofs/{id}/step", "/app/admission/proofs/{id}/withdrawal", "/app/admission/proofs/{id}/condition"})
    Object back(@PathVariable UUID id) {
        return "redirect:/app/admission/proofs/" + id;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/admission/proofs/{id}/files/{no}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable int no) {
        var files = details.files(id);
        if (no < 0 || no >= files.size()) {
            throw new NotThere("file " + no + " of proof " + id);
        }
        return download(evidence.find(files.get(no).evidence()).orElseThrow(), evidence);
    }

    /** Evidence is saved, never shown: whatever a stranger sent does not run in our pages. */
    static ResponseEntity<byte[]> download(Evidence.Item item, Evidence evidence) {
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    /** A file that may come along, once it was found readable. */
    private Answer<Optional<Evidence.Item>> kept(@Nullable MultipartFile shown, String field, Me me) {
        return upload(shown).map(file -> FileLook.at(file.bytes()) instanceof FileLook.Unreadable(var key)
                        ? Answer.<Optional<Evidence.Item>>refused(field, key, FileLook.BYTES_MAX >> 20)
                        : Answer.done(Optional.of(evidence.keep(file.name(), file.mediaType(), file.bytes(), me.account()))))
                .orElseGet(() -> Answer.done(Optional.empty()));
    }

    private static Evidence.@Nullable Item value(Answer<Optional<Evidence.Item>> item) {
        return switch (item) {
            case Answer.Done<Optional<Evidence.Item>>(var found) -> found.orElse(null);
            case Answer.Refused<Optional<Evidence.Item>> refused -> null;
        };
    }

    /** What came in a field for a file; nothing was chosen: empty. */
    static Optional<Proofs.Upload> upload(@Nullable MultipartFile file) {
        try {
            return file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty() ? Optional.empty()
                    : Optional.of(new Proofs.Upload(file.getOriginalFilename(), file.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
