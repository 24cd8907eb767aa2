package org.probity.supply.green;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.decision.Decisions.Ruled;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.green.Book.Criterion;
import org.probity.supply.green.Book.Strength;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.PortalPlace;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Green procurement on our screens and in the portal. */
@Controller
class GreenWeb {
    private final Books books;
    private final Proofs proofs;
    private final Categories categories;
    private final Suppliers suppliers;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Pages pages;

    GreenWeb(Books books, Proofs proofs, Categories categories, Suppliers suppliers, Evidence evidence, Accounts accounts, Pages pages) {
        this.books = books;
        this.proofs = proofs;
        this.categories = categories;
        this.suppliers = suppliers;
        this.evidence = evidence;
        this.accounts = accounts;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/green")
    Object all() {
        var today = proofs.today();
        var met = proofs.standings(today).stream().filter(Proofs.Standing::met).collect(Collectors.groupingBy(Proofs.Standing::category, Collectors.counting()));
        var lines = categories.open().stream().map(it -> new GreenPage.Line(it, books.on(it.code(), today), met.getOrDefault(it.code(), 0L), it.suppliers(),
                books.of(it.code()).stream().anyMatch(Book::open))).toList();
        var waiting = proofs.waiting().stream().map(it -> {
            var supplier = suppliers.find(it.supplier()).orElseThrow();
            var criterion = criterion(supplier, it);
            return new GreenPage.Waiting(it, supplier, criterion.titleEn(), criterion.titleZh());
        }).toList();
        return pages.view(new GreenPage(lines, waiting, today));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/green/{category:[a-z0-9-]+}")
    Object book(@PathVariable String category, Me me) {
        return pages.view(book(category, me, Map.of(), List.of()));
    }

    @For({Role.BUYER, Role.SOURCING_OFFICER})
    @PostMapping("/app/green/{category:[a-z0-9-]+}/sets")
    Object propose(@PathVariable String category, @RequestParam Map<String, String> typed, Me me) {
        var from = day(typed.get("fromDay"));
        if (from.isEmpty()) {
            return pages.view(book(category, me, typed, List.of(new Reason("fromDay", "green.not-a-day", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var criteria = new ArrayList<Criterion>();
        for (var row = 1; row <= BookPage.ROWS; row++) {
            var code = typed.getOrDefault("code" + row, "").strip();
            var en = typed.getOrDefault("en" + row, "").strip();
            var zh = typed.getOrDefault("zh" + row, "").strip();
            var strength = typed.getOrDefault("strength" + row, "");
            if (!(code + en + zh).isEmpty()) {
                criteria.add(new Criterion(code, en, zh, Arrays.stream(Strength.values()).filter(it -> it.name().equals(strength)).findFirst().orElse(Strength.THIRD_PARTY),
                        number(typed.get("points" + row))));
            }
        }
        return switch (books.propose(new Books.Draft(category, from.get(), number(typed.get("threshold")), typed.getOrDefault("source", ""), criteria), me)) {
            case Answer.Done<UUID> done -> pages.done("/app/green/" + category, "green.was-proposed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(book(category, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.SOURCING_OFFICER, Role.EHS, Role.QUALITY})
    @StepUp
    @PostMapping("/app/green/{category:[a-z0-9-]+}/sets/{book}/ruling")
    Object rule(@PathVariable String category, @PathVariable UUID book, @RequestParam String outcome, @RequestParam String reason, Me me) {
        books.find(book).filter(it -> it.category().equals(category)).orElseThrow(() -> new NotThere("set " + book));
        var ruling = Arrays.stream(Outcome.values()).filter(it -> it.name().equals(outcome)).findFirst().orElseThrow(() -> new NotThere("outcome " + outcome));
        return switch (books.rule(book, ruling, reason, me)) {
            case Answer.Done<Ruled> done -> pages.done("/app/green/" + category, "green.was-ruled");
            case Answer.Refused<Ruled>(var reasons) -> pages.view(book(category, me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private BookPage book(String code, Me me, Map<String, String> typed, List<Reason> reasons) {
        var category = categories.all().stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow(() -> new NotThere("category " + code));
        var all = books.of(code);
        var waits = all.stream().filter(Book::open).findFirst();
        var people = new HashSet<UUID>();
        all.forEach(it -> {
            people.add(it.proposedBy());
            if (it.approvedBy() != null) {
                people.add(it.approvedBy());
            }
        });
        var rules = me.is(Role.SOURCING_OFFICER) || me.is(Role.BUYER) || me.is(Role.EHS) || me.is(Role.QUALITY);
        return new BookPage(category, all, books.on(code, books.today()), new BookPage.Side(me.is(Role.SOURCING_OFFICER) || me.is(Role.BUYER), rules,
                waits.filter(it -> it.proposedBy().equals(me.account())).isPresent()), accounts.names(people), books.today(), typed, reasons);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/green/proofs/{id}")
    Object proof(@PathVariable UUID id, Me me) {
        return pages.view(proof(id, me, "", List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/green/proofs/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var item = evidence.find(there(id).evidence()).orElseThrow();
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @For({Role.SOURCING_OFFICER, Role.EHS, Role.QUALITY})
    @PostMapping("/app/green/proofs/{id}/review")
    Object review(@PathVariable UUID id, @RequestParam String outcome, @RequestParam String words, Me me) {
        there(id);
        var chosen = Arrays.stream(Proof.Outcome.values()).filter(it -> it.name().equals(outcome)).findFirst().orElseThrow(() -> new NotThere("outcome " + outcome));
        return switch (proofs.review(id, chosen, words, me)) {
            case Answer.Done<Proof> done -> pages.done("/app/green/proofs/" + id, "green.was-reviewed");
            case Answer.Refused<Proof>(var reasons) -> pages.view(proof(id, me, words, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ProofPage proof(UUID id, Me me, String typed, List<Reason> reasons) {
        var it = there(id);
        var supplier = suppliers.find(it.supplier()).orElseThrow();
        var reviews = (me.is(Role.SOURCING_OFFICER) || me.is(Role.EHS) || me.is(Role.QUALITY)) && !it.sentBy().equals(me.account()) && (it.waits() || it.outcome() == Proof.Outcome.ACCEPTED);
        return new ProofPage(it, supplier, criterion(supplier, it), evidence.find(it.evidence()).orElseThrow(), reviews, proofs.today(), typed, reasons);
    }

    /** As it is worded now, or as it last was. */
    private Criterion criterion(Supplier supplier, Proof it) {
        return books.of(supplier.category()).stream().flatMap(book -> book.criterion(it.code()).stream()).findFirst()
                .orElseGet(() -> new Criterion(it.code(), it.code(), it.code(), Strength.STATEMENT, 1));
    }

    private Proof there(UUID id) {
        return proofs.find(id).orElseThrow(() -> new NotThere("proof " + id));
    }

    @For(Role.SUPPLIER)
    @GetMapping("/app/portal/green")
    Object portal(Me me) {
        return pages.view(portal(me, Map.of(), List.of()));
    }

    @For(Role.SUPPLIER)
    @PostMapping("/app/portal/green")
    Object send(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file, Me me) {
        var kind = Arrays.stream(Book.Kind.values()).filter(it -> it.name().equals(typed.get("kind"))).findFirst();
        var from = day(typed.get("validFrom"));
        var until = day(typed.get("validUntil"));
        if (kind.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return pages.view(portal(me, typed, List.of(kind.isEmpty() ? new Reason("kind", "green.kind-missing", List.of())
                    : new Reason(from.isEmpty() ? "validFrom" : "validUntil", "green.not-a-day", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var name = file == null ? "" : Optional.ofNullable(file.getOriginalFilename()).filter(it -> !it.isBlank()).orElse("file");
        var sent = new Proofs.Sent(typed.getOrDefault("code", ""), kind.get(), typed.getOrDefault("number", ""), typed.getOrDefault("issuer", ""), from.get(), until.get(),
                typed.getOrDefault("words", ""), name, "application/octet-stream", bytes(file));
        return switch (proofs.send(me.supplier().orElseThrow(), sent, me)) {
            case Answer.Done<Proof> done -> pages.done("/app/portal/green", "green.was-shown");
            case Answer.Refused<Proof>(var reasons) -> pages.view(portal(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PortalGreenPage portal(Me me, Map<String, String> typed, List<Reason> reasons) {
        var supplier = suppliers.of(me);
        var today = proofs.today();
        return new PortalGreenPage(supplier, books.on(supplier.category(), today), proofs.of(supplier.id()),
                proofs.standings(today).stream().filter(it -> it.supplier().equals(supplier.id())).findFirst(), today, typed, reasons);
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        return org.probity.house.ui.Typed.day(typed);
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.strip().matches("[0-9]{1,4}") ? Integer.parseInt(typed.strip()) : -1;
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry greenInTheMenu(Proofs proofs) {
            return MenuEntry.of(Wing.SUPPLY, 59, "green.title", "/app/green",
                            Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                    .counting(me -> me.is(Role.SOURCING_OFFICER) ? proofs.waiting().size() : 0);
        }

        @Bean
        PortalPlace greenOnThePortal() {
            return new PortalPlace("green.portal-title", "/app/portal/green");
        }
    }
}
