package org.probity.people.education;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.rule.RulesDesk;
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

/** What one can study beside work, one's own support, and what human resources, the union and counsel do about it. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class EducationWeb {
    private static final String ONE = "/app/education/supports/{id:[0-9a-f-]{36}}";

    private final Programmes programmes;
    private final Supports supports;
    private final Studies studies;
    private final Payments payments;
    private final RulesDesk rules;
    private final Decisions decisions;
    private final Evidence evidence;
    private final Directory directory;
    private final Accounts accounts;
    private final Pages pages;

    EducationWeb(
            Programmes programmes, Supports supports, Studies studies, Payments payments, RulesDesk rules, Decisions decisions, Evidence evidence, Directory directory, Accounts accounts, Pages pages) {
        this.programmes = programmes;
        this.supports = supports;
        this.studies = studies;
        this.payments = payments;
        this.rules = rules;
        this.decisions = decisions;
        this.evidence = evidence;
        this.directory = directory;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/app/education")
    Object all(Me me) {
        return pages.view(all(me, Map.of(), List.of()));
    }

    private ProgrammesPage all(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new ProgrammesPage(programmes.all(), programmes.partners(), directory.personOf(me).map(supports::of).orElse(List.of()), directory.personOf(me).isPresent(), me.is(Role.HR),
                programmes.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping("/app/education/partners")
    Object add(@RequestParam Map<String, String> typed, Me me) {
        return listed(programmes.add(typed.getOrDefault("nameEn", ""), typed.getOrDefault("nameZh", ""), me), typed, me, "education.was-added");
    }

    @For(Role.HR)
    @PostMapping("/app/education/programmes")
    Object open(@RequestParam Map<String, String> typed, Me me) {
        var from = Typed.day(typed.get("fromDay"));
        var until = Typed.day(typed.get("untilDay"));
        var partner = Typed.id(typed.get("partner"));
        if (from.isEmpty() || until.isEmpty() || partner.isEmpty()) {
            return listed(partner.isEmpty() ? Answer.<UUID>refused("partner", "education.partner-unknown") : Answer.<UUID>refused(from.isEmpty() ? "fromDay" : "untilDay", "education.day-missing"), typed, me, "");
        }
        var kind = Arrays.stream(Kind.values()).filter(it -> it.name().equals(typed.get("kind"))).findFirst().orElse(Kind.CERTIFICATE);
        return listed(programmes.open(new Programmes.Plan(partner.get(), kind, typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), money(typed.get("tuition")), from.get(), until.get(),
                "true".equals(typed.get("professional")), Typed.number(typed.get("bondMonths"), 0), Typed.number(typed.get("bondPercent"), 0)), me), typed, me, "education.was-opened");
    }

    private Object listed(Answer<UUID> answer, Map<String, String> typed, Me me, String said) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/education", said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(all(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Yuan and fen as people type them; nothing that can be read is no amount. */
    static BigDecimal money(@Nullable String typed) {
        var words = Typed.words(typed).replace(",", "").replace("，", "");
        return words.matches("[0-9]{1,9}(\\.[0-9]{1,2})?") ? new BigDecimal(words) : BigDecimal.ZERO;
    }

    @GetMapping("/app/education/programmes/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(programme(id, me, Map.of(), List.of()));
    }

    private ProgrammePage programme(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var own = directory.personOf(me).map(supports::of).orElse(List.of()).stream().filter(it -> it.programme().equals(id)).findFirst();
        return new ProgrammePage(programmes.find(id).orElseThrow(() -> new NotThere("programme " + id)), own.orElse(null), directory.personOf(me).isPresent(), programmes.today(), typed, reasons);
    }

    @PostMapping("/app/education/programmes/{id:[0-9a-f-]{36}}/application")
    Object apply(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return switch (supports.apply(id, typed.getOrDefault("words", ""), me)) {
            case Answer.Done<UUID>(var support) -> pages.done("/app/education/supports/" + support, "education.was-applied");
            case Answer.Refused<UUID>(var reasons) -> pages.view(programme(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @GetMapping("/app/education/supports")
    Object supports(Query query) {
        var page = supports(query, Map.of(), List.of());
        return query.format().map(format -> (Object) pages.file(format, "study-support", page::table)).orElseGet(() -> pages.view(page));
    }

    private SupportsPage supports(Query query, Map<String, String> typed, List<Reason> reasons) {
        return new SupportsPage(supports.lines(query), supports.count(query), query, typed, reasons);
    }

    @For(Role.HR)
    @PostMapping("/app/education/supports/payments")
    Object paid(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String stated, Me me) {
        return switch (payments.bring(upload(file).bytes(), money(stated), me)) {
            case Answer.Done<Integer>(var lines) -> pages.done("/app/education/supports", "education.were-paid", lines);
            case Answer.Refused<Integer>(var reasons) -> pages.view(supports(Query.all("/app/education/supports"), Map.of("stated", stated), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    static Studies.Upload upload(@Nullable MultipartFile file) {
        try {
            var name = file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank() ? "file" : file.getOriginalFilename();
            return new Studies.Upload(name, file == null ? new byte[0] : file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(ONE)
    Object support(@PathVariable UUID id, Me me) {
        return pages.view(support(id, me, Map.of(), List.of()));
    }

    private Support seen(UUID id, Me me) {
        return supports.find(id).filter(it -> supports.sees(it, me)).orElseThrow(() -> new NotThere("support " + id));
    }

    private SupportPage support(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = seen(id, me);
        var mine = decisions.about(Supports.MATTER, id).stream().anyMatch(one -> one.open() && one.proposedBy().equals(me.account()));
        return new SupportPage(it, programmes.find(it.programme()).orElseThrow(), studies.proofs(id), supports.own(it, me), me.is(Role.HR), me.is(Role.HR) || me.is(Role.UNION), mine,
                studies.bond(it), programmes.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(ONE + "/offer")
    Object offer(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(supports.offer(id, money(typed.get("amount")), me), id, me, typed, "education.was-offered");
    }

    @For(Role.HR)
    @PostMapping(ONE + "/refusal")
    Object refuse(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(supports.refuse(id, typed.getOrDefault("reason", ""), me), id, me, typed, "education.was-refused");
    }

    @For({Role.HR, Role.UNION})
    @StepUp
    @PostMapping(ONE + "/approval")
    Object approve(@PathVariable UUID id, Me me) {
        seen(id, me);
        return ruled(supports.rule(id, Outcome.APPROVED, "", me), id, me, "education.was-approved");
    }

    @For({Role.HR, Role.UNION})
    @PostMapping(ONE + "/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        seen(id, me);
        return ruled(supports.rule(id, Outcome.REJECTED, "", me), id, me, "education.was-rejected");
    }

    @For({Role.HR, Role.UNION})
    @PostMapping(ONE + "/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        seen(id, me);
        return ruled(supports.rule(id, Outcome.WITHDRAWN, "", me), id, me, "education.was-withdrawn");
    }

    /** Whoever has ruled for the union sees it no more, so they go to their desk. */
    private Object ruled(Answer<Decisions.Ruled> answer, UUID id, Me me, String said) {
        return answer instanceof Answer.Done && !me.is(Role.HR) ? pages.done("/app", said) : told(answer, id, me, Map.of(), said);
    }

    @PostMapping(ONE + "/proofs")
    Object prove(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(studies.prove(id, money(typed.get("amount")), upload(file), me), id, me, typed, "education.was-proven");
    }

    @For(Role.HR)
    @PostMapping(ONE + "/result")
    Object conclude(@PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed, Me me) {
        seen(id, me);
        return told(Typed.day(typed.get("day")).map(day -> studies.conclude(id, typed.getOrDefault("outcome", ""), day, upload(file), me))
                .orElseGet(() -> Answer.refused("day", "education.day-missing")), id, me, typed, "education.was-concluded");
    }

    private Object told(Answer<?> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/education/supports/" + id, said);
            case Answer.Refused<?>(var reasons) -> pages.view(support(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE + "/files/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID file, Me me) {
        seen(id, me);
        var item = studies.proofs(id).stream().filter(it -> it.id().equals(file)).findFirst().flatMap(it -> evidence.find(it.id()))
                .or(() -> studies.paper(id).filter(it -> it.id().equals(file))).orElseThrow(() -> new NotThere("file " + file));
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @GetMapping("/app/education/limits")
    Object limits(Me me) {
        return pages.view(limits(me, Map.of(), List.of()));
    }

    private LimitsPage limits(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new LimitsPage(rules.view(EducationRule.ALL, me, typed, reasons));
    }

    @For(Role.LEGAL)
    @PostMapping("/app/education/limits")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(EducationRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done("/app/education/limits", "education.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(limits(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry educationInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 38, "education.title", "/app/education", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER,
                    Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
