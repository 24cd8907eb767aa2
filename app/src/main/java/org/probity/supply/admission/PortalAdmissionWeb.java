package org.probity.supply.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.supplier.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** What suppliers are asked for, on their own screens. */
@Controller
@For(Role.SUPPLIER)
class PortalAdmissionWeb {
    record Form(
            @Nullable String follows, @Nullable String words, @Nullable String holder, @Nullable String body, @Nullable String accreditation,
            @Nullable String number, @Nullable String scope, @Nullable String issuedDay, @Nullable String expiryDay, @Nullable List<String> sites,
            @Nullable String material, @Nullable String nameEn, @Nullable String nameZh, @Nullable String category, @Nullable String act,
            @Nullable String leaveOut) {
        Map<String, String> fields() {
            var fields = new TreeMap<String, String>();
            Map<String, @Nullable String> typed = new TreeMap<>();
            typed.put("words", words);
            typed.put("holder", holder);
            typed.put("body", body);
            typed.put("accreditation", accreditation);
            typed.put("number", number);
            typed.put("scope", scope);
            typed.put("issuedDay", issuedDay);
            typed.put("expiryDay", expiryDay);
            typed.put("material", material);
            typed.put("nameEn", nameEn);
            typed.put("nameZh", nameZh);
            typed.put("category", category);
            typed.forEach((name, it) -> fields.put(name, Typed.words(it)));
            fields.put("sites", String.join(" ", sites == null ? List.of() : sites));
            return fields;
        }

        Proofs.Sent sent(Leg leg, List<Proofs.Upload> files) {
            return new Proofs.Sent(leg.code(), Typed.words(words), files, Typed.id(follows).orElse(null),
                    leg.kind() == Leg.Kind.SYSTEM ? certificate() : null,
                    leg.kind() == Leg.Kind.MATERIAL ? new Proofs.Material(Typed.words(material), Typed.words(nameEn), Typed.words(nameZh), Typed.words(category)) : null,
                    Stream.ofNullable(sites).flatMap(List::stream).flatMap(id -> Typed.id(id).stream()).toList());
        }

        /** Without both days there is no certificate to speak of; the days are asked first. */
        private Proof.@Nullable Certificate certificate() {
            var issued = Typed.day(issuedDay);
            var expiry = Typed.day(expiryDay);
            return issued.isEmpty() || expiry.isEmpty() ? null : new Proof.Certificate(Typed.words(holder), Typed.words(body), Typed.words(accreditation),
                    Typed.words(number), Typed.words(scope), issued.get(), expiry.get());
        }

        List<Reason> days(Leg leg) {
            return leg.kind() != Leg.Kind.SYSTEM ? List.of() : Stream.of(Map.entry("issuedDay", Typed.words(issuedDay)), Map.entry("expiryDay", Typed.words(expiryDay)))
                    .filter(it -> Typed.day(it.getValue()).isEmpty()).map(it -> new Reason(it.getKey(), "admission.day-missing", List.of())).toList();
        }
    }

    private final Proofs proofs;
    private final ProofDetails details;
    private final Drafts drafts;
    private final Standing standing;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Pages pages;
    private final Clock clock;

    PortalAdmissionWeb(
            Proofs proofs, ProofDetails details, Drafts drafts, Standing standing, Suppliers suppliers, Accounts accounts, Evidence evidence, Pages pages,
            Clock clock) {
        this.proofs = proofs;
        this.details = details;
        this.drafts = drafts;
        this.standing = standing;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.evidence = evidence;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/portal/admission/{leg:[a-z0-9-]+}")
    View owed(@PathVariable String leg, Me me) {
        return pages.view(page(leg, me, List.of()));
    }

    /** Sends, saves, or leaves a file out: what was typed is kept in any case. */
    @PostMapping("/app/portal/admission/{leg:[a-z0-9-]+}")
    Object send(@PathVariable String leg, Form form, @RequestParam(required = false) @Nullable List<MultipartFile> files, Me me) {
        var asked = leg(leg, me);
        var uploads = Stream.ofNullable(files).flatMap(List::stream).flatMap(it -> ProofWeb.upload(it).stream()).toList();
        if (form.leaveOut() != null) {
            Typed.id(form.leaveOut()).ifPresent(file -> drafts.leaveOut(leg, file, me));
            var notKept = keep(leg, form, uploads, me);
            return notKept.isEmpty() ? "redirect:/app/portal/admission/" + leg : pages.view(page(leg, me, notKept), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!"send".equals(form.act())) {
            var notKept = keep(leg, form, uploads, me);
            return !notKept.isEmpty() ? pages.view(page(leg, me, notKept), HttpStatus.UNPROCESSABLE_CONTENT) : pages.done("/app/portal/admission/" + leg, uploads.size() == readable(uploads).size() ? "admission.draft-kept" : "admission.draft-kept-without");
        }
        var days = form.days(asked);
        return switch (days.isEmpty() ? proofs.send(form.sent(asked, uploads), me) : new Answer.Refused<UUID>(days)) {
            case Answer.Done<UUID> done -> pages.done("/app/portal/admission/" + leg, "admission.sent-thanks");
            case Answer.Refused<UUID>(var reasons) -> {
                // A browser forgets the files of a form that was refused; what can be read of them is kept with the rest.
                var notKept = keep(leg, form, uploads, me);
                yield pages.view(page(leg, me, Stream.concat(reasons.stream(), notKept.stream()).toList()), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** @return why files were not kept; what was typed is */
    private List<Reason> keep(String leg, Form form, List<Proofs.Upload> uploads, Me me) {
        return drafts.save(leg, form.fields(), readable(uploads), me) instanceof Answer.Refused<Drafts.Draft>(var reasons) ? reasons : List.of();
    }

    private static List<Proofs.Upload> readable(List<Proofs.Upload> uploads) {
        return uploads.stream().filter(it -> FileLook.at(it.bytes()) instanceof FileLook.Readable).toList();
    }

    private Leg leg(String code, Me me) {
        return standing.leg(code)
                .filter(it -> it.kind() != Leg.Kind.AGREEMENT && it.kind() != Leg.Kind.LIST && proofs.asked(me.supplier().orElseThrow(), code))
                .orElseThrow(() -> new NotThere("leg " + code));
    }

    private PortalProofPage page(String code, Me me, List<Reason> reasons) {
        var leg = leg(code, me);
        var supplier = suppliers.of(me);
        var all = proofs.of(supplier.id(), code);
        var names = accounts.names(all.stream().map(Proof::sentBy).collect(Collectors.toSet()));
        var sent = all.stream().map(it -> {
            var words = details.words(it.id());
            return new PortalProofPage.Sent(it, words, details.findings(it.id()), details.files(it.id()), names.getOrDefault(it.sentBy(), "–"),
                    words.stream().map(Proof.Word::validUntil).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null));
        }).toList();
        var draft = drafts.find(code, me);
        var kept = draft.map(Drafts.Draft::files).orElse(List.of()).stream().flatMap(id -> evidence.find(id).stream())
                .map(it -> new Proof.File(it.id(), it.name(), it.sha256(), it.size())).toList();
        var waits = !all.isEmpty() && !details.awaited(all.getFirst().id()).isEmpty();
        return new PortalProofPage(supplier, leg, sent, draft, kept, suppliers.sites(supplier.id()),
                standing.of(supplier.id()), waits, LocalDate.now(clock), reasons);
    }
}
