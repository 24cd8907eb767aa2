package org.probity.supply.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.casework.CasesPiece;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Audits on the screens of those who arrange, make and read them. */
@Controller
class AuditsWeb {
    private final Audits audits;
    private final Teams teams;
    private final Answers answers;
    private final Reports reports;
    private final AuditList list;
    private final Plans plans;
    private final Packs packs;
    private final ReportPaper paper;
    private final Suppliers suppliers;
    private final Cases cases;
    private final Accounts accounts;
    private final Pages pages;

    AuditsWeb(
            Audits audits, Teams teams, Answers answers, Reports reports, AuditList list, Plans plans, Packs packs, ReportPaper paper, Suppliers suppliers, Cases cases,
            Accounts accounts, Pages pages) {
        this.audits = audits;
        this.teams = teams;
        this.answers = answers;
        this.reports = reports;
        this.list = list;
        this.plans = plans;
        this.packs = packs;
        this.paper = paper;
        this.suppliers = suppliers;
        this.cases = cases;
        this.accounts = accounts;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/audits")
    Object all(Query query, Me me) {
        var page = new AuditsPage(list.lines(query), query, list.count(query), arranges(me), audits.today());
        return query.format().map(format -> (Object) pages.file(format, "audits", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.QUALITY, Role.BUYER})
    @GetMapping("/app/audits/new")
    Object arrange(@RequestParam Map<String, String> typed) {
        return pages.view(arrange(typed, List.of()));
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping("/app/audits")
    Object arrange(@RequestParam Map<String, String> typed, Me me) {
        var from = Typed.day(typed.get("fromDay"));
        var until = Typed.day(typed.getOrDefault("untilDay", "").isBlank() ? typed.get("fromDay") : typed.get("untilDay"));
        var supplier = Typed.id(typed.get("supplier"));
        if (supplier.isEmpty()) {
            return pages.view(arrange(typed, List.of(new Reason("supplier", "audit.supplier-unknown", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (from.isEmpty() || until.isEmpty()) {
            return pages.view(arrange(typed, List.of(new Reason(from.isEmpty() ? "fromDay" : "untilDay", "audit.not-a-day", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (audits.arrange(supplier.get(), Typed.id(typed.get("site")).orElse(null), typed.getOrDefault("scope", ""), typed.getOrDefault("pack", ""), from.get(),
                until.get(), me)) {
            case Answer.Done<Audit>(var audit) -> pages.done("/app/audits/" + audit.id(), "audit.was-arranged");
            case Answer.Refused<Audit>(var reasons) -> pages.view(arrange(typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ArrangePage arrange(Map<String, String> typed, List<Reason> reasons) {
        var supplier = Typed.id(typed.get("supplier")).flatMap(suppliers::find);
        var choices = supplier.isPresent() ? List.<Option>of() : suppliers.find(plans.risks(audits.today()).stream().map(Plans.Risk::supplier).toList()).stream()
                .map(it -> new Option(it.id().toString(), it.nameEn() + " · " + it.nameZh() + " · " + it.number())).toList();
        return new ArrangePage(supplier, choices, supplier.map(it -> suppliers.sites(it.id()).stream().filter(site -> site.open(audits.today())).toList()).orElse(List.of()),
                packs.on(audits.today()), supplier.map(Supplier::id).filter(audits::holdsTin).isPresent(), typed, reasons);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/audits/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, Map.of(), List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/audits/findings/{finding}")
    Object finding(@PathVariable UUID finding) {
        var it = reports.finding(finding).orElseThrow(() -> new NotThere("finding " + finding));
        var audit = there(it.audit());
        return pages.view(new FindingPage(it, audit, suppliers.find(audit.supplier()).orElseThrow(), packs.of(audit).question(it.question()).orElseThrow(),
                answers.photosByQuestion(audit.id()).getOrDefault(it.question(), List.of()), cases.about(AuditCases.KIND, it.id()), audits.today()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/audits/packs/{code}")
    Object pack(@PathVariable String code) {
        return pages.view(new PackPage(packs.on(code, audits.today()).orElseThrow(() -> new NotThere("pack " + code)), packs.on(audits.today())));
    }

    /** In both languages, whoever looks. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/audits/{id:[0-9a-f-]{36}}/report-{lang}.pdf")
    ResponseEntity<byte[]> report(@PathVariable UUID id, @PathVariable String lang) {
        return pdf(there(id), lang, paper);
    }

    static ResponseEntity<byte[]> pdf(Audit audit, String lang, ReportPaper paper) {
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        if (audit.state() != Audit.State.REPORTED) {
            throw new NotThere("report of " + audit.id());
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(audit.number() + "-" + language.code() + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(paper.pdf(audit, language));
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/team")
    Object name(@PathVariable UUID id, @RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "false") boolean lead, Me me) {
        var parts = account.split("/", 2);
        var department = Arrays.stream(Department.values()).filter(it -> it.name().equals(parts[0])).findFirst();
        var person = parts.length == 2 ? Typed.id(parts[1]) : Optional.<UUID>empty();
        return answered(department.isEmpty() || person.isEmpty() ? Answer.refused("account", "audit.not-of-department") : teams.name(id, person.get(), department.get(), lead, me),
                id, me, Map.of(), "audit.was-named");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/declaration")
    Object declare(@PathVariable UUID id, @RequestParam String dealings, Me me) {
        return answered(teams.declare(id, dealings, me), id, me, Map.of("dealings", dealings), "audit.was-declared");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/beginning")
    Object begin(@PathVariable UUID id, Me me) {
        return answered(teams.begin(id, me), id, me, Map.of(), "audit.was-begun");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/meetings")
    Object met(@PathVariable UUID id, @RequestParam String kind, @RequestParam String day, @RequestParam String people, @RequestParam String words, Me me) {
        var typed = Map.of("kind", kind, "day", day, "people", people, "minutes", words);
        var gathering = Arrays.stream(Audit.Gathering.values()).filter(it -> it.name().equals(kind)).findFirst();
        var on = Typed.day(day);
        return answered(gathering.isEmpty() ? Answer.refused("kind", "audit.met-already") : on.isEmpty() ? Answer.refused("day", "audit.not-a-day")
                : audits.met(id, gathering.get(), on.get(), Typed.number(people, 0), words, me), id, me, typed, "audit.was-kept");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/sampling")
    Object sampled(@PathVariable UUID id, @RequestParam String interviews, @RequestParam String groups, @RequestParam String documents, Me me) {
        return answered(audits.sampled(id, Typed.number(interviews, -1), groups, documents, me), id, me,
                Map.of("interviews", interviews, "groups", groups, "documents", documents), "audit.was-kept");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/choice")
    Object choose(@PathVariable UUID id, @RequestParam Map<String, String> fields, Me me) {
        var reason = fields.entrySet().stream().filter(it -> it.getKey().startsWith("reason.")).map(Map.Entry::getValue).findFirst().orElse("");
        return answered(Typed.id(fields.get("answer")).map(it -> answers.choose(id, it, reason, me)).orElseGet(() -> Answer.refused("", "audit.answer-unknown")), id, me,
                Map.of(), "audit.was-chosen");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @StepUp
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/report")
    Object drawUp(@PathVariable UUID id, Me me) {
        return answered(reports.drawUp(id, me), id, me, Map.of(), "audit.was-drawn-up");
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS})
    @StepUp
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/word")
    Object say(@PathVariable UUID id, @RequestParam(defaultValue = "") String word, @RequestParam String words, Me me) {
        return answered(word.isEmpty() ? Answer.refused("word", "audit.word-missing") : reports.say(id, word.equals("agree"), words, me), id, me,
                Map.of("word", word, "words", words), "audit.was-said");
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping("/app/audits/{id:[0-9a-f-]{36}}/calling-off")
    Object callOff(@PathVariable UUID id, @RequestParam String reason, Me me) {
        return answered(audits.callOff(id, reason, me), id, me, Map.of("reason", reason), "audit.was-called-off");
    }

    private Object answered(Answer<Audit> answer, UUID id, Me me, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<Audit> done -> pages.done("/app/audits/" + id, said);
            case Answer.Refused<Audit>(var reasons) -> pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private AuditPage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var audit = there(id);
        var members = audits.members(id);
        var candidates = new EnumMap<Department, List<Account>>(Department.class);
        if (arranges(me) && audit.state() == Audit.State.ARRANGED) {
            Arrays.stream(Department.values()).forEach(it -> candidates.put(it, teams.candidates(audit, it)));
        }
        var findings = reports.findings(id);
        return new AuditPage(audit, suppliers.find(audit.supplier()).orElseThrow(), list.site(audit.site()), packs.of(audit),
                new AuditPage.Team(members, candidates, accounts.names(members.stream().map(Audit.Member::account).collect(Collectors.toSet())),
                        members.stream().filter(it -> it.account().equals(me.account())).findFirst(), arranges(me)),
                audits.meetings(id), audits.sampling(id), List.copyOf(answers.merged(audit).values()), findings, reports.words(id), reports.comments(id),
                new CasesPiece(cases.about(AuditCases.KIND, findings.stream().map(Audit.Finding::id).toList()), audits.today()), typed, reasons);
    }

    private Audit there(UUID id) {
        return audits.find(id).orElseThrow(() -> new NotThere("audit " + id));
    }

    private static boolean arranges(Me me) {
        return me.is(Role.QUALITY) || me.is(Role.BUYER);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry auditsInTheMenu(AuditList list) {
            return MenuEntry.of(Wing.SUPPLY, 54, "audit.title", "/app/audits",
                            Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                    .counting(me -> list.mine(me.account()).size());
        }
    }
}
