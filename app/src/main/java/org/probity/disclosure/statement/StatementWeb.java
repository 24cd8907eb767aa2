package org.probity.disclosure.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.proof.Level;
import org.probity.proof.Report;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.Lately;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures and the report on the screens of those who prepare, publish and check them. */
@Controller
class StatementWeb {
    private static final String YEAR = "20[0-9]{2}";

    private final Statements statements;
    private final Figures figures;
    private final Lately lately;
    private final StatedTotals totals;
    private final Decisions decisions;
    private final Packages packages;
    private final Readers readers;
    private final Chapters chapters;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Pages pages;
    private final Clock clock;

    StatementWeb(
            Statements statements, Figures figures, Lately lately, StatedTotals totals, Decisions decisions, Packages packages, Readers readers, Chapters chapters, Accounts accounts, AuditTrail trail, Pages pages, Clock clock) {
        this.statements = statements;
        this.figures = figures;
        this.lately = lately;
        this.totals = totals;
        this.decisions = decisions;
        this.packages = packages;
        this.readers = readers;
        this.chapters = chapters;
        this.accounts = accounts;
        this.trail = trail;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR})
    @GetMapping("/app/figures")
    Object all() {
        var year = LocalDate.now(clock).getYear();
        var published = statements.allPublished().stream().findFirst().map(readers::brief).orElse(List.of());
        return pages.view(new FiguresPage(lately.numbers(year).stream()
                .map(number -> new FiguresPage.Line(number, published.stream().filter(said -> said.figure().key().equals(number.figure().key())).findFirst()))
                .toList(), year));
    }

    @For({Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.HR})
    @GetMapping("/app/figures/{key}")
    Object live(@PathVariable String key, Query query, Me me) {
        var figure = figures.find(key).orElseThrow(() -> new NotThere("figure " + key));
        var wanted = year(query.filter("year"));
        if (query.format().isPresent()) {
            var view = readers.view(figures.live(figure, wanted), me).asked(query);
            trail.note("statement.rows-exported", me.account(), null, Map.of("figure", key, "year", String.valueOf(wanted)));
            return pages.file(query.format().get(), key + "-" + wanted, query.has(RowTables.LIST, RowTables.LEFT_OUT) ? view::excluded : view::rows);
        }
        return pages.view(page(figure, readers.leaf(figure, wanted, query, me), wanted, me, Map.of(), List.of()));
    }

    private LiveFigurePage page(Figure figure, FigureView view, int year, Me me, Map<String, String> typed, List<Reason> reasons) {
        var stating = StatedTotals.heldAgainst(figure).isEmpty() ? Optional.<LiveFigurePage.Stating>empty()
                : Optional.of(new LiveFigurePage.Stating(totals.of(figure, year), me.is(Role.HR) || me.is(Role.SOURCING_OFFICER), typed, reasons));
        return new LiveFigurePage(view, year, years(), readers.aim(year, view), statements.published(year).orElse(null), figures.versions(figure), stating);
    }

    /** What another source says, for a figure whose records hold no total of their own. */
    @For({Role.HR, Role.SOURCING_OFFICER})
    @PostMapping("/app/figures/{key}/stated")
    Object state(@PathVariable String key, @RequestParam Map<String, String> typed, Me me) {
        var figure = figures.find(key).orElseThrow(() -> new NotThere("figure " + key));
        var wanted = Typed.number(typed.get("year"), 0);
        return switch (totals.state(figure, wanted, Typed.words(typed.get("number")), Typed.words(typed.get("source")), me)) {
            case Answer.Done<UUID> _ -> pages.done("/app/figures/" + key + "?year=" + wanted + "#control", "figure.stated-was");
            case Answer.Refused<UUID>(var reasons) -> {
                var year = year(String.valueOf(wanted));
                yield pages.view(page(figure, readers.leaf(figure, year, Query.all("/app/figures/" + key), me), year, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @For({Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.HR})
    @GetMapping("/app/figures/{key}/stated")
    Object back(@PathVariable String key) {
        return "redirect:/app/figures/" + figures.find(key).orElseThrow(() -> new NotThere("figure " + key)).key();
    }

    @For({Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION})
    @GetMapping("/app/statement")
    Object editions(@RequestParam(defaultValue = "") String year, Me me) {
        return pages.view(page(year(year), me, EditionsPage.Form.EMPTY, List.of()));
    }

    private EditionsPage page(int year, Me me, EditionsPage.Form form, List<Reason> reasons) {
        var editions = statements.editions(year);
        var rulings = new HashMap<UUID, Decisions.Decision>();
        editions.forEach(it -> rulings.put(it.id(), decisions.find(it.proposal()).orElseThrow()));
        var people = Stream.concat(editions.stream().map(Edition::preparedBy),
                rulings.values().stream().map(Decisions.Decision::ruledBy).filter(Objects::nonNull)).collect(Collectors.toSet());
        var waiting = editions.stream().filter(it -> rulings.get(it.id()).open()).findFirst()
                .map(it -> new EditionsPage.Waiting(it, readers.brief(it), chapters.of(it.id()),
                        it.preparedBy().equals(me.account()), me.is(Role.PUBLISHER)));
        return new EditionsPage(year, years(), editions, rulings, accounts.names(Set.copyOf(people)), waiting,
                me.is(Role.SOURCING_OFFICER), form, reasons);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/statement")
    Object prepare(
            @RequestParam String year, @RequestParam(defaultValue = "") String cause, @RequestParam(defaultValue = "") String reasonEn,
            @RequestParam(defaultValue = "") String reasonZh, @RequestParam Map<String, String> typed, Me me) {
        if (!year.matches(YEAR)) {
            return pages.view(page(year(year), me, new EditionsPage.Form(cause, reasonEn, reasonZh, typed), List.of(new Reason("year", "statement.year-wrong", List.of()))),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var wanted = year(year);
        return switch (statements.prepare(wanted, cause(cause), reasonEn.strip(), reasonZh.strip(), accepted(typed), me)) {
            case Answer.Done<Edition> done -> "redirect:/app/statement?year=" + wanted;
            case Answer.Refused<Edition>(var reasons) ->
                    pages.view(page(wanted, me, new EditionsPage.Form(cause, reasonEn, reasonZh, typed), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The fields are called after the figure: {@code accepted.tin-due-diligence.en}. */
    private Map<String, Words> accepted(Map<String, String> typed) {
        return figures.all().stream().map(Figure::key).filter(key -> typed.containsKey("accepted." + key + ".en")).collect(Collectors.toMap(key -> key,
                key -> new Words(typed.getOrDefault("accepted." + key + ".en", "").strip(), typed.getOrDefault("accepted." + key + ".zh", "").strip())));
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/statement/{id}/publication")
    Object publish(@PathVariable UUID id, Me me) {
        return ruled(id, Outcome.APPROVED, "", me);
    }

    @For(Role.PUBLISHER)
    @PostMapping("/app/statement/{id}/rejection")
    Object reject(@PathVariable UUID id, @RequestParam String reason, Me me) {
        return ruled(id, Outcome.REJECTED, reason, me);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/statement/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return ruled(id, Outcome.WITHDRAWN, "", me);
    }

    private Object ruled(UUID id, Outcome outcome, String reason, Me me) {
        var edition = statements.find(id).orElseThrow(() -> new NotThere("edition " + id));
        return switch (statements.rule(id, outcome, reason.strip(), me)) {
            case Answer.Refused<Edition>(var reasons) ->
                    pages.view(page(edition.year(), me, EditionsPage.Form.EMPTY, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Done<Edition>(var done) -> {
                // So that the first reader does not wait; if we end here, the first download completes it.
                if (done.published()) {
                    packages.complete(done, Level.PUBLIC);
                }
                yield done.published() ? "redirect:/report/" + done.year() : "redirect:/app/statement?year=" + done.year();
            }
        };
    }

    private List<Integer> years() {
        var now = LocalDate.now(clock).getYear();
        return IntStream.rangeClosed(now - 2, now).boxed().toList();
    }

    private int year(String typed) {
        return typed.matches(YEAR) ? Integer.parseInt(typed) : LocalDate.now(clock).getYear();
    }

    private static Report.@Nullable Cause cause(String typed) {
        return Arrays.stream(Report.Cause.values()).filter(it -> it.name().equals(typed)).findFirst().orElse(null);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry figuresInTheMenu() {
            return MenuEntry.of(Wing.DISCLOSURE, 10, "statement.figures", "/app/figures",
                    Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR);
        }

        @Bean
        MenuEntry statementInTheMenu(Decisions decisions) {
            return MenuEntry.of(Wing.DISCLOSURE, 20, "statement.menu", "/app/statement",
                            Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION)
                    .counting(me -> me.is(Role.PUBLISHER) ? decisions.waitingFor(Statements.MATTER, me).size() : 0);
        }
    }
}
