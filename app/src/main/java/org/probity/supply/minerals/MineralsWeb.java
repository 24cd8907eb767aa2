package org.probity.supply.minerals;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
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

/** The campaign and its papers on the screens of those who run it. */
@Controller
class MineralsWeb {
    private static final String YEAR = "20[0-9]{2}";

    private final Minerals minerals;
    private final CampaignLines lines;
    private final Reviews reviews;
    private final LastYear lastYear;
    private final Accounts accounts;
    private final SmelterLists lists;
    private final Suppliers suppliers;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Log log;
    private final Pages pages;
    private final Clock clock;

    MineralsWeb(
            Minerals minerals, CampaignLines lines, Reviews reviews, LastYear lastYear, Accounts accounts, SmelterLists lists, Suppliers suppliers, Obligations obligations,
            Evidence evidence, Log log, Pages pages, Clock clock) {
        this.minerals = minerals;
        this.lines = lines;
        this.reviews = reviews;
        this.lastYear = lastYear;
        this.accounts = accounts;
        this.lists = lists;
        this.suppliers = suppliers;
        this.obligations = obligations;
        this.evidence = evidence;
        this.log = log;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.BUYER})
    @GetMapping("/app/minerals")
    Object campaign(Query query, Me me) {
        var page = page(year(query.filter("year")), query, me, "", List.of());
        return query.format().map(format -> (Object) pages.file(format, "minerals-" + page.year(), page::table)).orElseGet(() -> pages.view(page));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/minerals")
    Object open(@RequestParam String year, @RequestParam String dueDay, Query query, Me me) {
        if (!year.matches(YEAR)) {
            return refused(page(today().getYear(), query, me, dueDay, List.of(new Reason("year", "minerals.year-wrong", List.of()))));
        }
        return switch (day(dueDay, "dueDay")) {
            case Answer.Refused<LocalDate>(var reasons) -> refused(page(year(year), query, me, dueDay, reasons));
            case Answer.Done<LocalDate>(var due) -> switch (minerals.open(year(year), due, me)) {
                case Answer.Done<Minerals.Campaign>(var campaign) -> "redirect:/app/minerals?year=" + campaign.year();
                case Answer.Refused<Minerals.Campaign>(var reasons) -> refused(page(year(year), query, me, dueDay, reasons));
            };
        };
    }

    /** Both acts of the table of papers; a language chosen after a refusal returns to the list. */
    @For({Role.SOURCING_OFFICER, Role.QUALITY})
    @GetMapping("/app/minerals/chosen")
    Object chosen(@RequestParam(defaultValue = "") String year) {
        return "redirect:/app/minerals?year=" + year(year);
    }

    @StepUp
    @For({Role.SOURCING_OFFICER, Role.QUALITY})
    @PostMapping("/app/minerals/chosen")
    Object chosen(
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable List<UUID> chosen, Me me) {
        var ids = chosen == null ? List.<UUID>of() : chosen;
        var list = "/app/minerals?year=" + year(year);
        return switch (act.equals("remind") ? minerals.remindChosen(ids) : reviews.acceptChosen(ids, me)) {
            case Answer.Done<?>(Reviews.Chosen(var agreed, var accepted, var left)) ->
                    pages.done(list, "minerals.accepted-chosen", agreed, accepted, left);
            case Answer.Done<?>(var reminded) -> pages.done(list, "minerals.reminded-chosen", reminded);
            case Answer.Refused<?>(var reasons) ->
                    refused(page(year(year), Query.all("/app/minerals").with("year", String.valueOf(year(year))), me, "", reasons));
        };
    }

    private CampaignPage page(int year, Query query, Me me, String dueDay, List<Reason> reasons) {
        var years = Stream.concat(minerals.campaigns().stream().map(Minerals.Campaign::year), Stream.of(today().getYear()))
                .distinct().sorted().toList();
        var sought = CampaignLines.sought(year, query.filter("state"), query.filter("q"));
        var counts = lines.counts(year);
        return new CampaignPage(year, years, minerals.campaign(year).orElse(null), counts, lines.page(sought, query.limit(), query.offset()), lines.count(sought, counts), query, today(),
                me.is(Role.SOURCING_OFFICER), Department.any(me), dueDay, reasons);
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.BUYER})
    @GetMapping("/app/minerals/papers/{id}")
    Object paper(@PathVariable UUID id, Me me) {
        return pages.view(paper(id, me, PaperPage.Typed.NOTHING, List.of()));
    }

    private PaperPage paper(UUID id, Me me, PaperPage.Typed typed, List<Reason> reasons) {
        var paper = minerals.find(id).orElseThrow(() -> new NotThere("paper " + id));
        var obligation = obligations.find(paper.obligation()).orElseThrow();
        return new PaperPage(paper, PaperKind.of(obligation.kind()), obligation, suppliers.find(obligation.party()).orElseThrow(),
                evidence.find(paper.evidence()).orElseThrow(), minerals.cells(id), minerals.findings(id), minerals.smelters(id),
                obligations.history(obligation.id()), minerals.papers(obligation.id()).getFirst().id().equals(id),
                log.place(paper.record()).orElse(null), review(paper, me),
                typed.validUntil().isEmpty() ? typed.until(minerals.holdsUntil(paper, obligation)) : typed, reasons);
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/minerals/papers/{id}/difference")
    Object difference(@PathVariable UUID id) {
        var owed = obligations.find(minerals.find(id).orElseThrow(() -> new NotThere("paper " + id)).obligation()).orElseThrow();
        var before = lastYear.paper(owed.party(), owed.period());
        return pages.view(new DifferencePage(id, owed.period(), suppliers.find(owed.party()).orElseThrow(), before,
                before.map(it -> lastYear.difference(it, id)).orElse(List.of())));
    }

    private PaperPage.Review review(Paper paper, Me me) {
        var said = reviews.of(paper.id());
        return new PaperPage.Review(said, reviews.awaited(paper.obligation()),
                accounts.names(said.stream().map(Opinion::by).collect(Collectors.toSet())), reviews.speaksFor(paper, me));
    }

    /** Both acts of the page of a paper; a language chosen after a refusal returns to it. */
    @For({Role.SOURCING_OFFICER, Role.QUALITY})
    @GetMapping({"/app/minerals/papers/{id}/acceptance", "/app/minerals/papers/{id}/return"})
    Object ruled(@PathVariable UUID id) {
        return "redirect:/app/minerals/papers/" + id;
    }

    @StepUp
    @For({Role.SOURCING_OFFICER, Role.QUALITY})
    @PostMapping("/app/minerals/papers/{id}/acceptance")
    Object accept(@PathVariable UUID id, @RequestParam String validUntil, @RequestParam String grounds, Me me) {
        var typed = new PaperPage.Typed(validUntil, grounds, "");
        return switch (day(validUntil, "validUntil")) {
            case Answer.Refused<LocalDate>(var reasons) -> refused(paper(id, me, typed, reasons));
            case Answer.Done<LocalDate>(var day) -> ruled(id, reviews.accept(id, day, grounds, me), me, typed);
        };
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY})
    @PostMapping("/app/minerals/papers/{id}/return")
    Object sendBack(@PathVariable UUID id, @RequestParam String reason, Me me) {
        return ruled(id, reviews.sendBack(id, reason, me), me, new PaperPage.Typed("", "", reason));
    }

    private Object ruled(UUID id, Answer<Obligation> ruling, Me me, PaperPage.Typed typed) {
        return switch (ruling) {
            case Answer.Done<Obligation>(var after) -> pages.done("/app/minerals/papers/" + id, "minerals.ruled." + after.state());
            case Answer.Refused<Obligation>(var reasons) -> refused(paper(id, me, typed, reasons));
        };
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/minerals/papers/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var paper = minerals.find(id).orElseThrow(() -> new NotThere("paper " + id));
        var item = evidence.find(paper.evidence()).orElseThrow();
        return Attachment.of(item.name(), evidence.bytes(item));
    }

    @For({Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/minerals/lists")
    Object lists(Me me, HttpServletResponse response) {
        var last = lists.last();
        if (last.isPresent() && !last.get().done()) {
            response.setHeader("Refresh", PortalWeb.AGAIN_SECONDS);
        }
        return pages.view(new ListsPage(lists.all(), me.is(Role.SOURCING_OFFICER), "", today().toString(), last, List.of()));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/minerals/lists")
    Object load(@RequestParam MultipartFile file, @RequestParam String version, @RequestParam String day, Me me) throws IOException {
        var name = file.getOriginalFilename() == null ? "list.csv" : file.getOriginalFilename();
        return switch (day(day, "day")) {
            case Answer.Refused<LocalDate>(var reasons) -> refused(new ListsPage(lists.all(), true, version, day, Optional.empty(), reasons));
            case Answer.Done<LocalDate>(var from) -> switch (lists.load(name, file.getBytes(), version.strip(), from, me)) {
                case Answer.Refused<SmelterLists.Effect>(var reasons) -> refused(new ListsPage(lists.all(), true, version, day, Optional.empty(), reasons));
                case Answer.Done<SmelterLists.Effect> taken -> "redirect:/app/minerals/lists";
            };
        };
    }

    private Object refused(org.probity.house.ui.Page page) {
        return pages.view(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private int year(String typed) {
        return typed.matches(YEAR) ? Integer.parseInt(typed) : today().getYear();
    }

    private static Answer<LocalDate> day(String typed, String field) {
        return Typed.day(typed).map(Answer::done).orElseGet(() -> Answer.refused(field, "minerals.not-a-day"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry mineralsInTheMenu(Reviews reviews) {
            return MenuEntry.of(Wing.SUPPLY, 60, "minerals.menu", "/app/minerals",
                            Role.SOURCING_OFFICER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.BUYER)
                    .counting(reviews::waiting);
        }
    }
}
