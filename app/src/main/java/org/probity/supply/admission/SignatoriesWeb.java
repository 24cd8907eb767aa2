package org.probity.supply.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Agreement.Signatory;
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

/** Who may sign, on the screens of legal affairs and of those who give mandates. */
@Controller
class SignatoriesWeb {
    /** Among whom those are who sign for us. */
    private static final List<Role> MAY_BE_GIVEN = List.of(Role.BUYER, Role.LEGAL, Role.QUALITY, Role.SOURCING_OFFICER, Role.PUBLISHER);

    private final Signatories signatories;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Pages pages;
    private final Clock clock;

    SignatoriesWeb(Signatories signatories, Suppliers suppliers, Accounts accounts, Evidence evidence, Pages pages, Clock clock) {
        this.signatories = signatories;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.evidence = evidence;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.PROCESS, Role.EHS})
    @GetMapping("/app/admission/signatories")
    View list(Query query, Me me) {
        return pages.view(page(query, me, List.of()));
    }

    private SignatoriesPage page(Query query, Me me, List<Reason> reasons) {
        var unchecked = signatories.unchecked();
        var accepted = signatories.accepted(query);
        var mandates = signatories.mandates();
        var names = new HashMap<UUID, String[]>();
        suppliers.find(Stream.concat(unchecked.stream(), accepted.stream()).map(Signatory::supplier).distinct().toList()).forEach(it -> names.put(it.id(), new String[] {it.nameEn(), it.nameZh()}));
        var people = MAY_BE_GIVEN.stream().flatMap(role -> accounts.holding(role).stream()).distinct().filter(it -> !it.id().equals(me.account()))
                .sorted(Comparator.comparing(Account::name)).map(it -> new Option(it.id().toString(), it.name())).toList();
        return new SignatoriesPage(unchecked, accepted, signatories.acceptedInAll(query), query, names, mandates,
                accounts.names(mandates.stream().flatMap(it -> Stream.of(it.account(), it.givenBy())).collect(Collectors.toSet())), people, me.is(Role.LEGAL),
                me.is(Role.LEGAL) || me.is(Role.PUBLISHER), LocalDate.now(clock), reasons);
    }

    @StepUp
    @For({Role.LEGAL, Role.PUBLISHER})
    @PostMapping("/app/admission/signatories")
    Object give(
            @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable MultipartFile paper, Me me) {
        var file = ProofWeb.upload(paper);
        if (file.isPresent() && FileLook.at(file.get().bytes()) instanceof FileLook.Unreadable(var key)) {
            return refused(me, List.of(new Reason("paper", key, List.of(FileLook.BYTES_MAX >> 20))));
        }
        var kept = file.map(it -> evidence.keep(it.name(), it.mediaType(), it.bytes(), me.account())).orElse(null);
        return answered(signatories.give(Typed.id(account).orElse(new UUID(0, 0)), Typed.day(until).orElse(null), kept, me), "admission.mandate-given", me);
    }

    @StepUp
    @For(Role.LEGAL)
    @PostMapping("/app/admission/signatories/{id}")
    Object check(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String good, @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reasons, Me me) {
        return answered(good.isEmpty() ? Answer.refused("good", "admission.outcome-missing")
                : signatories.check(id, good.equals("true"), Typed.day(until).orElse(null), reasons, me), "admission.said", me);
    }

    private Object answered(Answer<UUID> answer, String said, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/admission/signatories", said);
            case Answer.Refused<UUID>(var reasons) -> refused(me, reasons);
        };
    }

    private View refused(Me me, List<Reason> reasons) {
        return pages.view(page(Query.all("/app/admission/signatories"), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @For(Role.LEGAL)
    @GetMapping({"/app/admission/signatories/{id}", "/app/admission/signatories/{id}/withdrawal"})
    View authority(@PathVariable UUID id) {
        return pages.view(authority(id, List.of()));
    }

    private AuthorityPage authority(UUID id, List<Reason> reasons) {
        var it = signatories.find(id).orElseThrow(() -> new NotThere("signatory " + id));
        var supplier = suppliers.find(it.supplier()).orElseThrow();
        return new AuthorityPage(new AuthorityPage.OfSupplier(it, new String[] {supplier.nameEn(), supplier.nameZh()}), AuthorityPage.Owner.LEGAL,
                "/app/admission/signatories/" + id + "/withdrawal", accounts.names(Stream.ofNullable(it.withdrawnBy()).collect(Collectors.toSet())), LocalDate.now(clock), reasons);
    }

    @StepUp
    @For(Role.LEGAL)
    @PostMapping("/app/admission/signatories/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reasons, Me me) {
        return switch (signatories.withdraw(id, reasons, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/admission/signatories/" + id, "admission.taken-back-said");
            case Answer.Refused<UUID>(var refused) -> pages.view(authority(id, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.LEGAL, Role.PUBLISHER})
    @GetMapping("/app/admission/mandates/{id}")
    View mandate(@PathVariable UUID id) {
        return pages.view(mandate(id, List.of()));
    }

    private AuthorityPage mandate(UUID id, List<Reason> reasons) {
        var it = signatories.mandate(id).orElseThrow(() -> new NotThere("mandate " + id));
        return new AuthorityPage(new AuthorityPage.OfOurs(it), AuthorityPage.Owner.LEGAL, "/app/admission/mandates/" + id,
                accounts.names(Stream.of(it.account(), it.givenBy(), it.withdrawnBy()).filter(Objects::nonNull).collect(Collectors.toSet())), LocalDate.now(clock), reasons);
    }

    @StepUp
    @For({Role.LEGAL, Role.PUBLISHER})
    @PostMapping("/app/admission/mandates/{id}")
    Object takeBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String reasons, Me me) {
        return switch (signatories.takeBack(id, reasons, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/admission/mandates/" + id, "admission.taken-back-said");
            case Answer.Refused<UUID>(var refused) -> pages.view(mandate(id, refused), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.LEGAL)
    @GetMapping("/app/admission/signatories/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        return ProofWeb.download(evidence.find(signatories.find(id).orElseThrow(() -> new NotThere("signatory " + id)).evidence()).orElseThrow(), evidence);
    }
}
