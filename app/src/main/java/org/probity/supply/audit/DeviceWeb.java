package org.probity.supply.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** The checklist, as a form and as a device without network sends it. */
@Controller
class DeviceWeb {
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    /** Answers as a device sends them. */
    record Sync(@Nullable List<@Nullable Sent> answers) {}

    record Sent(
            @Nullable UUID id, @Nullable String question, @Nullable String verdict, @Nullable String severity, @Nullable String clause, @Nullable String note,
            @Nullable String made) {}

    /** What became of them. @param words why, in the language of the page */
    record Refused(String id, String words) {}

    record Synced(List<String> kept, List<Refused> refused) {}

    private final Audits audits;
    private final Answers answers;
    private final Packs packs;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Pages pages;
    private final Clock clock;

    DeviceWeb(
            Audits audits, Answers answers, Packs packs, Suppliers suppliers, Accounts accounts, Evidence evidence, Pages pages, Clock clock) {
        this.audits = audits;
        this.answers = answers;
        this.packs = packs;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.evidence = evidence;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.SOURCING_OFFICER, Role.ASSURER})
    @GetMapping("/app/audits/{id:[0-9a-f-]{36}}/checklist")
    Object checklist(@PathVariable UUID id, Me me, HttpServletRequest request) {
        return pages.view(page(id, me, pages.screen(request).lang(), List.of()));
    }

    /** The same form without script: what differs from one's last answer is a new one. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/checklist")
    Object answer(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, @RequestParam MultiValueMap<String, MultipartFile> photos, HttpServletRequest request, Me me) throws IOException {
        var audit = there(id);
        var before = answers.merged(audit);
        var reasons = new ArrayList<Reason>();
        for (var question : packs.of(audit).questions()) {
            var code = question.code();
            given(UUID.randomUUID(), code, fields.getOrDefault("verdict." + code, ""), fields.getOrDefault("severity." + code, ""),
                    fields.getOrDefault("clause." + code, ""), fields.getOrDefault("note." + code, ""), clock.instant())
                    .filter(it -> before.get(code).each().stream().noneMatch(kept -> kept.by().equals(me.account()) && same(kept, it)))
                    .ifPresent(it -> refusals(answers.take(id, it, me), reasons));
            for (var file : photos.getOrDefault("photo." + code, List.of()).stream().filter(it -> !it.isEmpty()).toList()) {
                refusals(answers.photo(id, UUID.randomUUID(), code, clock.instant(), file.getBytes(), me), reasons);
            }
        }
        return reasons.isEmpty() ? pages.done("/app/audits/" + id + "/checklist", "audit.answers-kept")
                : pages.view(page(id, me, pages.screen(request).lang(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void refusals(Answer<Boolean> answer, List<Reason> reasons) {
        if (answer instanceof Answer.Refused<Boolean>(var why)) {
            reasons.addAll(why);
        }
    }

    private static boolean same(Answers.Kept kept, Answers.Given it) {
        return kept.verdict() == it.verdict() && kept.severity() == it.severity() && kept.clause().equals(it.clause().strip()) && kept.note().equals(it.note().strip());
    }

    /** Each answer by itself: one that is refused keeps no other from being kept. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/sync")
    @ResponseBody
    Synced sync(@PathVariable UUID id, @RequestBody Sync sync, Me me, HttpServletRequest request) {
        there(id);
        var screen = pages.screen(request);
        var kept = new ArrayList<String>();
        var refused = new ArrayList<Refused>();
        for (var it : sync.answers() == null ? List.<@Nullable Sent>of() : sync.answers()) {
            // Without these nobody could say what was refused.
            if (it == null || it.id() == null || it.question() == null) {
                continue;
            }
            var given = given(it.id(), it.question(), it.verdict(), it.severity(), it.clause(), it.note(), moment(it.made()));
            switch (given.map(answer -> answers.take(id, answer, me)).orElseGet(() -> Answer.refused("", "audit.verdict-missing"))) {
                case Answer.Done<Boolean> done -> kept.add(it.id().toString());
                case Answer.Refused<Boolean>(var reasons) -> refused.add(new Refused(it.id().toString(), screen.t(reasons.getFirst())));
            }
        }
        return new Synced(kept, refused);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/photos")
    @ResponseBody
    ResponseEntity<Map<String, String>> photo(
            @PathVariable UUID id, @RequestParam("id") UUID photo, @RequestParam String question, @RequestParam String made, @RequestParam MultipartFile file, Me me,
            HttpServletRequest request) throws IOException {
        there(id);
        return switch (answers.photo(id, photo, question, moment(made), file.getBytes(), me)) {
            case Answer.Done<Boolean> done -> ResponseEntity.ok(Map.of("kept", photo.toString()));
            case Answer.Refused<Boolean>(var reasons) ->
                    ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("refused", pages.screen(request).t(reasons.getFirst())));
        };
    }

    /** A photo is saved, never shown in our pages. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.SOURCING_OFFICER, Role.ASSURER})
    @GetMapping("/app/audits/{id:[0-9a-f-]{36}}/photos/{photo}")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable UUID photo) {
        var item = answers.photos(id).stream().filter(it -> it.id().equals(photo)).findFirst().flatMap(it -> evidence.find(it.evidence()))
                .orElseThrow(() -> new NotThere("photo " + photo));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    /** Under the audits, because a worker answers only below its own address. Asked for again at each visit, so that a change arrives. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.SOURCING_OFFICER, Role.ASSURER})
    @GetMapping({"/app/audits/device.js", "/app/audits/worker.js"})
    ResponseEntity<byte[]> script(HttpServletRequest request) {
        var name = request.getRequestURI().endsWith("worker.js") ? "worker.js" : "device.js";
        try (var in = DeviceWeb.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return ResponseEntity.ok().contentType(new MediaType(MediaType.parseMediaType("text/javascript"), StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noCache().cachePrivate()).body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing while no verdict was chosen. */
    private static Optional<Answers.Given> given(UUID id, String question, @Nullable String verdict, @Nullable String severity, @Nullable String clause, @Nullable String note, Instant made) {
        return Arrays.stream(Verdict.values()).filter(it -> it.name().equals(verdict)).findFirst().map(it -> new Answers.Given(id, question, it,
                it == Verdict.FINDING ? Arrays.stream(Severity.values()).filter(one -> one.name().equals(severity)).findFirst().orElse(null) : null,
                clause == null ? "" : clause, note == null ? "" : note, made));
    }

    /** The clock of a device may be wrong; it never lies after ours, nor before there were such devices. */
    private Instant moment(@Nullable String made) {
        try {
            var there = Instant.parse(made == null ? "" : made);
            return there.isAfter(clock.instant()) || there.isBefore(LONG_AGO) ? clock.instant() : there;
        } catch (DateTimeParseException notAMoment) {
            return clock.instant();
        }
    }

    private Audit there(UUID id) {
        return audits.find(id).orElseThrow(() -> new NotThere("audit " + id));
    }

    private ChecklistPage page(UUID id, Me me, org.probity.house.ui.Lang lang, List<Reason> reasons) {
        var audit = there(id);
        var members = audits.members(id);
        var fills = audit.state() == Audit.State.UNDERWAY && members.stream().anyMatch(it -> it.account().equals(me.account()) && !it.left());
        return new ChecklistPage(audit, suppliers.find(audit.supplier()).orElseThrow().name(lang), packs.of(audit), answers.merged(audit), answers.photosByQuestion(id),
                me.account(), fills, accounts.names(members.stream().map(Audit.Member::account).collect(Collectors.toSet())), reasons);
    }
}
