package org.probity.supply.substances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.probity.house.ui.Wing;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.supplier.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was asked for and what came, on the screens of those who run it and rule on it. */
@Controller
class SubstancesWeb {
    static final Role[] READERS = {Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.BUYER, Role.PROCESS, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER};

    private final Substances substances;
    private final Requests requests;
    private final SubstanceLines lines;
    private final SubstanceRulings rulings;
    private final CandidateLists lists;
    private final Limits limits;
    private final Suppliers suppliers;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Log log;
    private final Pages pages;
    private final Clock clock;

    SubstancesWeb(
            Substances substances, Requests requests, SubstanceLines lines, SubstanceRulings rulings, CandidateLists lists, Limits limits, Suppliers suppliers,
            Obligations obligations, Evidence evidence, Accounts accounts, Log log, Pages pages, Clock clock) {
        this.substances = substances;
        this.requests = requests;
        this.lines = lines;
        this.rulings = rulings;
        this.lists = lists;
        this.limits = limits;
        this.suppliers = suppliers;
        this.obligations = obligations;
        this.evidence = evidence;
        this.accounts = accounts;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.BUYER, Role.PROCESS, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/substances")
    Object reports(Query query, Me me) {
        var page = reports(year(query.filter("year")), query, me, "", List.of());
        return query.format().map(format -> (Object) pages.file(format, "substances-" + page.year(), page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER})
    @PostMapping("/app/substances")
    Object open(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String dueDay, Query query, Me me) {
        return switch (requests.open(year(year), Typed.day(dueDay).orElse(null), me)) {
            case Answer.Done<Requests.Campaign>(var campaign) -> pages.done("/app/substances?year=" + campaign.year(), "substances.asked-now", campaign.dueDay());
            case Answer.Refused<Requests.Campaign>(var reasons) -> refused(reports(year(year), query, me, dueDay, reasons));
        };
    }

    private ReportsPage reports(int year, Query query, Me me, String dueDay, List<Reason> reasons) {
        var years = Stream.concat(requests.years().stream(), Stream.of(today().getYear())).distinct().sorted().toList();
        var sought = SubstanceLines.sought(year, query.filter("state"), query.filter("kind"), query.filter("q"));
        return new ReportsPage(year, years, requests.campaign(year).orElse(null), lines.counts(year), lines.page(sought, query.limit(), query.offset()), lines.count(sought), query,
                today(), rules(me), lists.inForce(today()), limits.note("rohs-voluntary", today()), dueDay, reasons);
    }

    /** Who runs the requests and says what is asked of whom. */
    static boolean rules(Me me) {
        return me.is(Role.QUALITY) || me.is(Role.EHS) || me.is(Role.SOURCING_OFFICER);
    }

    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.BUYER, Role.PROCESS, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/substances/papers/{id}")
    Object paper(@PathVariable UUID id, Me me) {
        return pages.view(paper(id, me, "", "", List.of()));
    }

    private ReportPage paper(UUID id, Me me, String grounds, String reason, List<Reason> reasons) {
        var paper = there(id);
        var owed = obligations.find(paper.obligation()).orElseThrow();
        var said = rulings.of(id);
        return new ReportPage(paper, owed, suppliers.find(owed.party()).orElseThrow(), evidence.find(paper.evidence()).orElseThrow(), substances.findings(id),
                substances.declared(id), substances.materials(owed.party(), owed.kind(), id), paper.edition() == null ? null : lists.find(paper.edition()).orElse(null),
                lists.inForce(today()).orElse(null), obligations.history(owed.id()), substances.papers(owed.id()).getFirst().id().equals(id), log.place(paper.record()).orElse(null),
                said.orElse(null), said.map(it -> accounts.names(Set.of(it.by())).getOrDefault(it.by(), "–")).orElse(""), rulings.speaksFor(paper, me),
                limits.note(paper.kind() == PaperKind.REACH ? "reach-article" : "rohs-voluntary", today()), grounds, reason, reasons);
    }

    /** Both acts of the page of a paper; a language chosen after a refusal returns to it. */
    @For({Role.QUALITY, Role.EHS})
    @GetMapping({"/app/substances/papers/{id}/acceptance", "/app/substances/papers/{id}/return"})
    Object ruled(@PathVariable UUID id) {
        return "redirect:/app/substances/papers/" + id;
    }

    @StepUp
    @For({Role.QUALITY, Role.EHS})
    @PostMapping("/app/substances/papers/{id}/acceptance")
    Object accept(@PathVariable UUID id, @RequestParam(defaultValue = "") String grounds, Me me) {
        return ruled(id, rulings.accept(id, grounds, me), me, grounds, "");
    }

    @For({Role.QUALITY, Role.EHS})
    @PostMapping("/app/substances/papers/{id}/return")
    Object sendBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Me me) {
        return ruled(id, rulings.sendBack(id, reason, me), me, "", reason);
    }

    private Object ruled(UUID id, Answer<Obligation> ruling, Me me, String grounds, String reason) {
        return switch (ruling) {
            case Answer.Done<Obligation>(var after) -> pages.done("/app/substances/papers/" + id, "substances.ruled." + after.state());
            case Answer.Refused<Obligation>(var reasons) -> refused(paper(id, me, grounds, reason, reasons));
        };
    }

    /** A buyer sees where a paper stands and not the file itself. */
    @For({Role.QUALITY, Role.EHS, Role.SOURCING_OFFICER, Role.LEGAL, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/substances/papers/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var item = evidence.find(there(id).evidence()).orElseThrow();
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    private Paper there(UUID id) {
        return substances.find(id).orElseThrow(() -> new NotThere("paper " + id));
    }

    private Object refused(org.probity.house.ui.Page page) {
        return pages.view(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private int year(String typed) {
        return typed.matches("20[0-9]{2}") ? Integer.parseInt(typed) : today().getYear();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry substancesInTheMenu(SubstancesDesk desk) {
            return MenuEntry.of(Wing.SUPPLY, 62, "substances.menu", "/app/substances", READERS).counting(desk::count);
        }
    }
}
