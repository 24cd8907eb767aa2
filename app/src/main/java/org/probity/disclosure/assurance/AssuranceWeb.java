package org.probity.disclosure.assurance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.disclosure.assurance.AssuredFigurePage.May;
import org.probity.disclosure.assurance.Sample.Population;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.disclosure.statement.Readers;
import org.probity.disclosure.statement.Shown;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.SignedIn;
import org.probity.house.access.StepUp;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Page;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.proof.Level;
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

/** Editions and figures before an assurer, and before those of the house who may look over their shoulder. */
@Controller
@For({Role.ASSURER, Role.REVIEWER, Role.PUBLISHER, Role.SOURCING_OFFICER})
class AssuranceWeb {
    private final Assurance assurance;
    private final Conclusions conclusions;
    private final Engagements engagements;
    private final Statements statements;
    private final Readers readers;
    private final Accounts accounts;
    private final Log log;
    private final Pages pages;

    AssuranceWeb(
            Assurance assurance, Conclusions conclusions, Engagements engagements, Statements statements, Readers readers, Accounts accounts, Log log, Pages pages) {
        this.assurance = assurance;
        this.conclusions = conclusions;
        this.engagements = engagements;
        this.statements = statements;
        this.readers = readers;
        this.accounts = accounts;
        this.log = log;
        this.pages = pages;
    }

    /** People of the house look by their own role; an assurer only while engaged. */
    private boolean mayLook(Me me) {
        return me.is(Role.REVIEWER) || me.is(Role.PUBLISHER) || me.is(Role.SOURCING_OFFICER) || engagements.inForce(me).isPresent();
    }

    private boolean assures(Me me) {
        return me.is(Role.ASSURER) && engagements.inForce(me).isPresent();
    }

    /** Open to whoever is signed in, so that an assurer whose role does not run yet, or no more, is told why. */
    @SignedIn
    @GetMapping("/app/assurance")
    Object all(Me me) {
        if (!mayLook(me) && accounts.find(me.account()).filter(it -> it.roles().contains(Role.ASSURER)).isEmpty()) {
            throw new NotThere("the assurer's room for " + me.account());
        }
        return pages.view(mayLook(me) ? page(me, AssurancePage.Form.EMPTY, List.of()) : new NotEngagedPage());
    }

    private AssurancePage page(Me me, AssurancePage.Form form, List<Reason> reasons) {
        var lines = statements.allPublished().stream()
                .flatMap(edition -> readers.brief(edition).stream().map(said -> line(edition, said))).toList();
        var engaged = engagements.all();
        return new AssurancePage(lines, engaged, names(engaged.stream().flatMap(it -> Stream.of(it.assurer(), it.agreedBy()))),
                me.is(Role.PUBLISHER) ? accounts.holding(Role.ASSURER) : List.of(), form, reasons);
    }

    private AssurancePage.Line line(Edition edition, Shown said) {
        var drawn = drawn(edition, said.figure().key());
        return new AssurancePage.Line(edition, said, drawn.stream().mapToInt(AssuredFigurePage.Drawn::lookedAt).sum(),
                drawn.stream().mapToInt(AssuredFigurePage.Drawn::exceptions).sum(), (int) drawn.stream().filter(it -> !it.closed()).count(),
                conclusions.of(edition.id(), said.figure().key()));
    }

    private List<AssuredFigurePage.Drawn> drawn(Edition edition, String figure) {
        return assurance.samples(edition.id(), figure).stream().map(sample -> {
            var findings = assurance.findings(sample.id()).values();
            return new AssuredFigurePage.Drawn(sample, assurance.codes(sample.id()).size(), findings.size(),
                    (int) findings.stream().filter(Finding::exception).count(), assurance.result(sample.id()).isPresent());
        }).toList();
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/assurance")
    Object engage(@RequestParam String assurer, @RequestParam String firm, @RequestParam String lastDay, Me me) {
        var agreed = Typed.day(lastDay).<Answer<Engagements.Engagement>>map(day -> Typed.id(assurer)
                        .map(who -> engagements.agree(who, firm, day, me)).orElseGet(() -> Answer.refused("assurer", "assurance.not-an-assurer")))
                .orElseGet(() -> Answer.refused("lastDay", "assurance.day-wrong"));
        return switch (agreed) {
            case Answer.Done<Engagements.Engagement>(var it) -> pages.done("/app/assurance", "assurance.engaged-until", it.lastDay());
            case Answer.Refused<Engagements.Engagement>(var reasons) -> refused(page(me, new AssurancePage.Form(assurer, firm, lastDay), reasons));
        };
    }

    @GetMapping("/app/assurance/{id}/{figure}")
    Object figure(@PathVariable UUID id, @PathVariable String figure, Query query, Me me) {
        if (!mayLook(me)) {
            return pages.view(new NotEngagedPage());
        }
        if (query.format().isPresent()) {
            var view = whole(edition(id), figure).asked(query);
            return pages.file(query.format().get(), figure + "-" + view.value().year(), query.has("rows", "left-out") ? view::excluded : view::rows);
        }
        return pages.view(page(edition(id), figure, query, me, AssuredFigurePage.Form.EMPTY, List.of()));
    }

    private AssuredFigurePage page(Edition edition, String figure, Me me, AssuredFigurePage.Form form, List<Reason> reasons) {
        return page(edition, figure, Query.all("/app/assurance/" + edition.id() + "/" + figure), me, form, reasons);
    }

    private AssuredFigurePage page(Edition edition, String figure, Query query, Me me, AssuredFigurePage.Form form, List<Reason> reasons) {
        var view = readers.leaf(edition, figure, query).orElseThrow(() -> new NotThere("figure " + figure + " of edition " + edition.id()));
        var place = log.place(edition.record());
        var drawn = drawn(edition, figure);
        var may = assures(me) ? May.ASSURE : me.is(Role.PUBLISHER) ? May.SHOW : May.LOOK;
        return new AssuredFigurePage(edition, view.withRowsAt(AssurancePage.address(edition, view.figure()) + "/rows"), place.orElse(null),
                place.flatMap(it -> log.firstHolding(it.index())).map(it -> it.checkpoint().root().base64()), log.verifier().fingerprint(),
                readers.history(figure), readers.restated(edition.year()).stream().filter(it -> it.after().figure().key().equals(figure)).toList(),
                drawn, conclusions.of(edition.id(), figure), names(drawn.stream().map(it -> it.sample().drawnBy())), may, form, reasons);
    }

    @For(Role.ASSURER)
    @PostMapping("/app/assurance/{id}/{figure}/samples")
    Object draw(
            @PathVariable UUID id, @PathVariable String figure, @RequestParam(defaultValue = "") String population,
            @RequestParam(defaultValue = "") String method, @RequestParam String seed, @RequestParam String size, @RequestParam String materiality, Me me) {
        var edition = edition(id);
        var wish = new Assurance.Wish(one(Population.values(), population).orElse(Population.COUNTED), one(Draw.Method.values(), method).orElse(Draw.Method.SIMPLE),
                seed, size, materiality);
        return switch (assurance.draw(id, figure, wish, me)) {
            case Answer.Done<Sample>(var sample) -> pages.done("/app/assurance/samples/" + sample.id(), "assurance.was-drawn");
            case Answer.Refused<Sample>(var reasons) -> refused(mayLook(me) ? page(edition, figure, me,
                    new AssuredFigurePage.Form(wish.population().name(), wish.method().name(), seed, size, materiality, ""), reasons) : new NotEngagedPage());
        };
    }

    @For(Role.ASSURER)
    @StepUp
    @PostMapping("/app/assurance/{id}/{figure}/conclusion")
    Object conclude(@PathVariable UUID id, @PathVariable String figure, @RequestParam(defaultValue = "") String depth, Me me) {
        return concluded(id, figure, conclusions.conclude(id, figure, one(Conclusion.Depth.values(), depth).orElse(null), me), "assurance.was-concluded", me);
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/assurance/{id}/{figure}/showing")
    Object show(@PathVariable UUID id, @PathVariable String figure, Me me) {
        return concluded(id, figure, conclusions.show(id, figure, me), "assurance.was-shown", me);
    }

    private Object concluded(UUID id, String figure, Answer<Conclusion> answer, String said, Me me) {
        var edition = edition(id);
        return switch (answer) {
            case Answer.Done<Conclusion> done -> pages.done("/app/assurance/" + id + "/" + figure, said);
            case Answer.Refused<Conclusion>(var reasons) ->
                    refused(mayLook(me) ? page(edition, figure, me, AssuredFigurePage.Form.EMPTY, reasons) : new NotEngagedPage());
        };
    }

    /** The package with everything that an assurer may see. It opens what is withheld from the public, so an engagement must be in force. */
    @GetMapping("/app/assurance/{id}/package.zip")
    ResponseEntity<byte[]> sealed(@PathVariable UUID id, Me me) {
        var edition = edition(id);
        if (!mayLook(me)) {
            throw new NotThere("edition " + id + " for an assurer who is not engaged");
        }
        var zip = statements.sealed(edition, Level.ASSURER).orElseThrow(() -> new NotThere("package of " + id + ", not in the log yet"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("report-" + edition.year() + "-" + edition.no() + "-assurer.zip").build().toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(zip);
    }

    private Edition edition(UUID id) {
        return assurance.published(id).orElseThrow(() -> new NotThere("published edition " + id));
    }

    private FigureView whole(Edition edition, String figure) {
        return readers.view(statements.value(edition, figure).orElseThrow(() -> new NotThere("figure " + figure + " of edition " + edition.id())), true);
    }

    private Map<UUID, String> names(Stream<UUID> people) {
        return accounts.names(people.collect(Collectors.toSet()));
    }

    private Object refused(Page page) {
        return pages.view(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static <E extends Enum<E>> Optional<E> one(E[] values, String typed) {
        return Arrays.stream(values).filter(it -> it.name().equals(typed)).findFirst();
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry assuranceInTheMenu(Assurance assurance) {
            return MenuEntry.of(Wing.DISCLOSURE, 40, "assurance.title", "/app/assurance",
                            Role.ASSURER, Role.REVIEWER, Role.PUBLISHER, Role.SOURCING_OFFICER)
                    .counting(me -> me.is(Role.SOURCING_OFFICER) ? assurance.unanswered().size() : 0);
        }
    }
}
