package org.probity.shapes.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.probity.house.access.StepUp;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.casework.Case.Method;
import org.probity.shapes.casework.CasePage.Side;
import org.probity.shapes.evidence.Evidence;
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

/** Corrective actions on our screens. Who of those let in may act on one is for its kind to say. */
@Controller
class CasesWeb {
    private final Cases cases;
    private final CaseRulings rulings;
    private final CaseList list;
    private final Spans spans;
    private final Parties parties;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Log log;
    private final Pages pages;

    CasesWeb(
            Cases cases, CaseRulings rulings, CaseList list, Spans spans, Parties parties, Evidence evidence, Accounts accounts, Log log, Pages pages) {
        this.cases = cases;
        this.rulings = rulings;
        this.list = list;
        this.spans = spans;
        this.parties = parties;
        this.evidence = evidence;
        this.accounts = accounts;
        this.log = log;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/casework")
    Object all(Query query) {
        var found = list.lines(query);
        var page = new CasesPage(found, list.count(query), query, spans.kinds(),
                parties.of(found.stream().map(Case::supplier).collect(Collectors.toSet())), cases.today());
        return query.format().map(format -> (Object) pages.file(format, "corrective-actions", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/casework/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, CasePage.Typed.NOTHING, List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/casework/{id:[0-9a-f-]{36}}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file) {
        return download(cases, evidence, id, file);
    }

    /** Only what belongs to the case; saved, never shown in our pages. */
    static ResponseEntity<byte[]> download(Cases cases, Evidence evidence, UUID id, UUID file) {
        var item = cases.files(id).stream().filter(it -> it.id().equals(file)).findFirst().orElseThrow(() -> new NotThere("file " + file));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/casework/{id:[0-9a-f-]{36}}/acceptance")
    Object accept(@PathVariable UUID id, @RequestParam(defaultValue = "") String step, Me me) {
        return answered(rulings.asSeen(id, step(step), () -> rulings.accept(id, me)), id, me, CasePage.Typed.NOTHING, "casework.was-accepted");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/casework/{id:[0-9a-f-]{36}}/return")
    Object sendBack(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String step, @RequestParam String reason, @RequestParam String until, Me me) {
        var typed = new CasePage.Typed(Map.of("reason", reason, "until", until));
        return Typed.day(until).map(day -> answered(rulings.asSeen(id, step(step), () -> rulings.sendBack(id, reason, day, me)), id, me, typed, "casework.was-sent-back"))
                .orElseGet(() -> refused(id, me, typed, "until", "casework.not-a-day"));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/casework/{id:[0-9a-f-]{36}}/no-action")
    Object noAction(@PathVariable UUID id, @RequestParam(defaultValue = "") String step, @RequestParam String because, Me me) {
        return answered(rulings.asSeen(id, step(step), () -> rulings.noAction(id, because, me)), id, me, new CasePage.Typed(Map.of("because", because)), "casework.was-called-off");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/casework/{id:[0-9a-f-]{36}}/verification")
    Object verify(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "") String method, @RequestParam(defaultValue = "") String visitDay, @RequestParam String seen,
            @RequestParam(required = false) @Nullable List<MultipartFile> files, Me me) {
        var typed = new CasePage.Typed(Map.of("method", method, "visitDay", visitDay, "seen", seen));
        var chosen = Arrays.stream(Method.values()).filter(it -> it.name().equals(method)).findFirst().orElse(null);
        return answered(rulings.asSeen(id, step(step), () -> rulings.verify(id, chosen, Typed.day(visitDay).orElse(null), seen, uploads(files), me)), id, me, typed, "casework.was-verified");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER})
    @StepUp
    @PostMapping("/app/casework/{id:[0-9a-f-]{36}}/closure")
    Object close(@PathVariable UUID id, @RequestParam(defaultValue = "") String step, Me me) {
        return answered(rulings.asSeen(id, step(step), () -> rulings.close(id, me)), id, me, CasePage.Typed.NOTHING, "casework.was-closed");
    }

    private Object answered(Answer<Case> answer, UUID id, Me me, CasePage.Typed typed, String said) {
        return switch (answer) {
            case Answer.Done<Case> done -> pages.done("/app/casework/" + id, said);
            case Answer.Refused<Case>(var reasons) -> pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object refused(UUID id, Me me, CasePage.Typed typed, String field, String key) {
        return pages.view(page(id, me, typed, List.of(new Reason(field, key, List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private CasePage page(UUID id, Me me, CasePage.Typed typed, List<Reason> reasons) {
        var it = cases.find(id).orElseThrow(() -> new NotThere("case " + id));
        var steps = cases.steps(id);
        return new CasePage(it, rulings.handles(it, me) ? Side.HANDLER : Side.READER, parties.of(List.of(it.supplier())).get(it.supplier()),
                rulings.subjectHref(it), cases.plan(it.plan()), steps, cases.files(id),
                accounts.names(steps.stream().map(Case.Step::by).collect(Collectors.toSet())), log.place(it.record()).orElse(null),
                it.by().equals(me.account()), cases.today(), typed, reasons);
    }

    /** A form that does not say which step it is about is about none. */
    private static int step(String typed) {
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    /** A file field that was left empty arrives as a file without a name. */
    static List<Cases.Upload> uploads(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().filter(it -> !it.isEmpty()).map(it -> {
            try {
                var name = Optional.ofNullable(it.getOriginalFilename()).filter(given -> !given.isBlank()).orElse("file");
                return new Cases.Upload(name, "application/octet-stream", it.getBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry casesInTheMenu(CaseList list) {
            return MenuEntry.of(Wing.SUPPLY, 56, "casework.title", "/app/casework",
                            Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                    .counting(list::waitingCount);
        }
    }
}
