package org.probity.supply.customs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.shapes.evidence.Evidence;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Packs for customs, on the screens of those whose matter they are. */
@Controller
@For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER})
class CustomsWeb {
    /** A quarter of a million addresses of a hundred letters. */
    private static final long FILE_BYTES_MOST = 32 << 20;

    private final CustomsPacks packs;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Log log;
    private final Pages pages;

    CustomsWeb(CustomsPacks packs, Evidence evidence, Accounts accounts, Log log, Pages pages) {
        this.packs = packs;
        this.evidence = evidence;
        this.accounts = accounts;
        this.log = log;
        this.pages = pages;
    }

    @GetMapping(CustomsPacksPage.PATH)
    Object all(Query query) {
        return pages.view(list(query, "", query.filter("names"), List.of()));
    }

    private CustomsPacksPage list(Query query, String title, String typed, List<Reason> reasons) {
        var page = packs.page(query.limit(), query.offset());
        var askers = new HashSet<UUID>();
        page.forEach(it -> askers.add(it.askedBy()));
        return new CustomsPacksPage(page, accounts.names(askers), query, packs.count(), title, typed, reasons);
    }

    @PostMapping(CustomsPacksPage.PATH)
    Object ask(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String names, @RequestParam(required = false) @Nullable MultipartFile file, Me me) throws IOException {
        var all = Query.all(CustomsPacksPage.PATH);
        if (file != null && file.getSize() > FILE_BYTES_MOST) {
            return pages.view(list(all, title, names, List.of(new Reason("file", "customs.file-long", List.of(FILE_BYTES_MOST >> 20)))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var typed = names + "\n" + (file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8));
        return switch (packs.ask(title, typed, me)) {
            case Answer.Done<UUID>(var id) -> pages.done(CustomsPacksPage.PATH + "/" + id, "customs.was-asked");
            case Answer.Refused<UUID>(var reasons) -> pages.view(list(all, title, names, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping({CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}", CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/handouts", CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/cleared"})
    Object one(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID handout, Query query, Me me) {
        return pages.view(page(found(id), Optional.ofNullable(handout).filter(it -> packs.fetches(id, it, me)), query, List.of()));
    }

    private CustomsPack found(UUID id) {
        return packs.find(id).orElseThrow(() -> new NotThere("pack " + id));
    }

    private CustomsPackPage page(CustomsPack pack, Optional<UUID> fresh, Query query, List<Reason> reasons) {
        var handouts = packs.handouts(pack.id());
        var who = new HashSet<UUID>();
        who.add(pack.askedBy());
        handouts.forEach(it -> who.add(it.by()));
        return new CustomsPackPage(pack, packs.verdicts(pack.id()), packs.groups(pack.id(), query.limit(), query.offset()), query, packs.groups(pack.id()), packs.missing(pack.id(), CustomsPackPage.MISSING), handouts,
                pack.made().flatMap(it -> log.place(it.record())).map(Log.Placed::index), fresh, accounts.names(who), pack.again().flatMap(packs::find).map(CustomsPack::no), reasons);
    }

    private Object refused(UUID id, List<Reason> reasons) {
        return pages.view(page(found(id), Optional.empty(), Query.all(CustomsPacksPage.PATH + "/" + id), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/cancel")
    Object cancel(@PathVariable UUID id, Me me) {
        return switch (packs.cancel(found(id).id(), me)) {
            case Answer.Done<UUID> done -> pages.done(CustomsPacksPage.PATH + "/" + id, "customs.was-cancelled");
            case Answer.Refused<UUID>(var reasons) -> refused(id, reasons);
        };
    }

    @PostMapping(CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/again")
    Object again(@PathVariable UUID id, Me me) {
        return switch (packs.again(found(id), me)) {
            case Answer.Done<UUID>(var next) -> pages.done(CustomsPacksPage.PATH + "/" + next, "customs.was-asked");
            case Answer.Refused<UUID>(var reasons) -> refused(id, reasons);
        };
    }

    @PostMapping(CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/cleared")
    Object cleared(@PathVariable UUID id, @RequestParam(defaultValue = "") String chain, @RequestParam(defaultValue = "") String entry, Me me) {
        return switch (packs.cleared(found(id), chain.strip(), entry, me)) {
            case Answer.Done<String> done -> pages.done(CustomsPacksPage.PATH + "/" + id, "customs.was-cleared");
            case Answer.Refused<String>(var reasons) -> refused(id, reasons);
        };
    }

    @StepUp
    @PostMapping(CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/handouts")
    Object handOut(@PathVariable UUID id, @RequestParam(defaultValue = "") String recipient, @RequestParam(defaultValue = "") String reason, Me me) {
        return switch (packs.handOut(found(id), recipient, reason, me)) {
            case Answer.Done<UUID>(var handout) -> pages.done(CustomsPacksPage.PATH + "/" + id + "?handout=" + handout + "#handouts", "customs.was-noted");
            case Answer.Refused<UUID>(var reasons) -> refused(id, reasons);
        };
    }

    @GetMapping(CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/handouts/{handout:[0-9a-f-]{36}}/pack.zip")
    ResponseEntity<Resource> zip(@PathVariable UUID id, @PathVariable UUID handout, Me me) {
        return file(handedOut(id, handout, me).evidence());
    }

    @GetMapping(CustomsPacksPage.PATH + "/{id:[0-9a-f-]{36}}/handouts/{handout:[0-9a-f-]{36}}/pack.pdf")
    ResponseEntity<Resource> paper(@PathVariable UUID id, @PathVariable UUID handout, Me me) {
        return file(handedOut(id, handout, me).paper());
    }

    private CustomsPack.State.Made handedOut(UUID id, UUID handout, Me me) {
        return found(id).made().filter(it -> packs.fetches(id, handout, me)).orElseThrow(() -> new NotThere("handout " + handout));
    }

    private ResponseEntity<Resource> file(UUID kept) {
        var item = evidence.find(kept).orElseThrow();
        // A pack may be larger than the house's memory: a part after the other.
        return ResponseEntity.ok()
                .headers(it -> Map.of(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(item.name(), StandardCharsets.UTF_8).build().toString(), HttpHeaders.CONTENT_TYPE,
                        "application/octet-stream", HttpHeaders.CACHE_CONTROL, "no-store", "Content-Security-Policy", "default-src 'none'; sandbox").forEach(it::set))
                .contentLength(item.size())
                .body(new InputStreamResource(evidence.open(item)));
    }
}
