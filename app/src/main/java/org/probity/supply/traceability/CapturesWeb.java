package org.probity.supply.traceability;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files of events on our screens, and in the portal those of one supplier. */
@Controller
class CapturesWeb {
    private static final String OURS = "/app/traceability/captures";
    private static final String PORTAL = "/app/portal/traceability";

    private final Captures captures;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Log log;
    private final Pages pages;

    CapturesWeb(Captures captures, Evidence evidence, Accounts accounts, Log log, Pages pages) {
        this.captures = captures;
        this.evidence = evidence;
        this.accounts = accounts;
        this.log = log;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(OURS)
    Object all(Query query, Me me) {
        return pages.view(list(OURS, query, me, List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER})
    @PostMapping(OURS)
    Object send(@RequestParam(defaultValue = "EPCIS") String form, @RequestParam(defaultValue = "REFUSE_ALL") String faulty, @RequestParam(required = false) @Nullable MultipartFile file, Me me)
            throws IOException {
        return take(OURS, form, faulty, file, me);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(OURS + "/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Query query, Me me) {
        return one(OURS, id, query, me);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(OURS + "/{id:[0-9a-f-]{36}}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var item = evidence.find(captures.find(id).orElseThrow(() -> new NotThere("capture " + id)).evidence()).orElseThrow();
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    /** Once more, when it was given up. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER})
    @PostMapping(OURS + "/{id:[0-9a-f-]{36}}/again")
    Object again(@PathVariable UUID id, Me me) {
        return again(OURS, id, me);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER, Role.SUPPLIER})
    @GetMapping({OURS + "/table.csv", PORTAL + "/table.csv"})
    Object template() {
        return pages.template(org.probity.house.ui.Export.Format.CSV, "traceability", Tables.COLUMNS);
    }

    @For(Role.SUPPLIER)
    @GetMapping(PORTAL)
    Object own(Query query, Me me) {
        return pages.view(list(PORTAL, query, me, List.of()));
    }

    @For(Role.SUPPLIER)
    @PostMapping(PORTAL)
    Object sendOwn(@RequestParam(defaultValue = "TABLE") String form, @RequestParam(defaultValue = "REFUSE_ALL") String faulty, @RequestParam(required = false) @Nullable MultipartFile file, Me me)
            throws IOException {
        return take(PORTAL, form, faulty, file, me);
    }

    @For(Role.SUPPLIER)
    @GetMapping(PORTAL + "/{id:[0-9a-f-]{36}}")
    Object ownOne(@PathVariable UUID id, Query query, Me me) {
        return one(PORTAL, id, query, me);
    }

    @For(Role.SUPPLIER)
    @PostMapping(PORTAL + "/{id:[0-9a-f-]{36}}/again")
    Object ownAgain(@PathVariable UUID id, Me me) {
        return again(PORTAL, id, me);
    }

    private Object again(String path, UUID id, Me me) {
        return pages.done(path + "/" + id, captures.again(own(id, me).id()) ? "traceability.tried-again" : "traceability.not-given-up");
    }

    private Capture own(UUID id, Me me) {
        return captures.find(id).filter(it -> me.supplier().isEmpty() || me.supplier().equals(Optional.ofNullable(it.supplier()))).orElseThrow(() -> new NotThere("capture " + id));
    }

    private CapturesPage list(String path, Query query, Me me, List<Reason> reasons) {
        return new CapturesPage(captures.page(me.supplier(), query.limit(), query.offset()), query, captures.count(me.supplier()), Captures.SENDERS.stream().anyMatch(me::is), path, reasons);
    }

    private Object take(String path, String form, String faulty, @Nullable MultipartFile file, Me me) throws IOException {
        var way = Arrays.stream(Form.values()).filter(it -> it.name().equals(form)).findFirst().orElseThrow(() -> new NotThere("form " + form));
        var wanted = Arrays.stream(Faulty.values()).filter(it -> it.name().equals(faulty)).findFirst().orElseThrow(() -> new NotThere("faulty " + faulty));
        var kept = Files.createTempFile("probity-capture", null);
        try {
            if (file != null) {
                file.transferTo(kept);
            }
            var name = file == null ? "" : Optional.ofNullable(file.getOriginalFilename()).filter(it -> !it.isBlank()).orElse("events");
            return switch (captures.receive(way, name, kept, wanted, me)) {
                case Answer.Done<Capture>(var capture) -> pages.done(path + "/" + capture.id(), "traceability.was-kept");
                case Answer.Refused<Capture>(var reasons) -> pages.view(list(path, Query.all(path), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private Object one(String path, UUID id, Query query, Me me) {
        var capture = own(id, me);
        var page = new CapturePage(capture, me.supplier().isPresent() ? "" : accounts.names(Set.of(capture.sentBy())).getOrDefault(capture.sentBy(), ""),
                captures.faults(id, query.limit(), query.offset()), query, captures.faults(id), captures.waiting(), path,
                capture.done().flatMap(done -> log.place(done.record())).map(Log.Placed::index), captures.givenUp(capture), Captures.SENDERS.stream().anyMatch(me::is));
        return query.format().map(format -> (Object) pages.file(format, "faults", page::table)).orElseGet(() -> pages.view(page));
    }
}
