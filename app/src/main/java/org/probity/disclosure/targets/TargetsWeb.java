package org.probity.disclosure.targets;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.Figures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Targets on the screens of those who set, approve and watch them. */
@Controller
class TargetsWeb {
    private static final List<Role> ANSWERABLE = List.of(Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.PUBLISHER);

    private final Targets targets;
    private final Figures figures;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Pages pages;

    TargetsWeb(Targets targets, Figures figures, Decisions decisions, Accounts accounts, Pages pages) {
        this.targets = targets;
        this.figures = figures;
        this.decisions = decisions;
        this.accounts = accounts;
        this.pages = pages;
    }

    @For({Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.BUYER, Role.QUALITY})
    @GetMapping("/app/targets")
    Object all(Me me) {
        return pages.view(page(me, Targets.Form.EMPTY, List.of()));
    }

    private TargetsPage page(Me me, Targets.Form form, List<Reason> reasons) {
        var lines = targets.all().stream().flatMap(target -> figures.find(target.figure())
                .map(figure -> new TargetsPage.Line(target, figure, decisions.find(target.proposal()).orElseThrow())).stream()).toList();
        var held = lines.stream().filter(it -> targets.now(it.target().figure(), it.target().year()).filter(it.target()::equals).isPresent())
                .map(it -> held(it.target(), it.figure())).toList();
        var waiting = lines.stream().filter(it -> it.decision().open())
                .map(it -> new TargetsPage.Waiting(it.target(), it.figure(), it.decision().proposedBy().equals(me.account()), me.is(Role.PUBLISHER))).toList();
        var people = lines.stream().flatMap(it -> Stream.of(it.target().responsible(), it.decision().proposedBy(),
                Optional.ofNullable(it.decision().ruledBy()).orElse(it.decision().proposedBy()))).collect(Collectors.toSet());
        return new TargetsPage(held, waiting, lines, figures.all(),
                ANSWERABLE.stream().flatMap(role -> accounts.holding(role).stream()).collect(Collectors.toMap(Account::id, it -> it, (a, b) -> a)).values().stream()
                        .sorted(Comparator.comparing(Account::name)).toList(),
                accounts.names(people), me.is(Role.SOURCING_OFFICER), form, reasons);
    }

    /** By numbers of some minutes ago: a figure of a whole year takes its time, and here stand dozens. */
    private TargetsPage.Held held(Target target, Figure figure) {
        var number = targets.number(figure.key(), target.year());
        var value = number.flatMap(Targets::read);
        return new TargetsPage.Held(target, figure, value, number.map(FigureNumber::knownAt), targets.number(figure.key(), target.year() - 1).flatMap(Targets::read),
                value.map(is -> targets.standing(target, is)));
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/targets")
    Object propose(
            @RequestParam String figure, @RequestParam String year, @RequestParam(defaultValue = "") String direction, @RequestParam String value,
            @RequestParam String warning, @RequestParam String baseYear, @RequestParam String responsible, Me me) {
        var form = new Targets.Form(figure, year, direction, value, warning, baseYear, responsible);
        return answered(targets.propose(form, me), form, "targets.was-proposed", me);
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/targets/{id}/approval")
    Object approve(@PathVariable UUID id, Me me) {
        return answered(targets.rule(id, Outcome.APPROVED, "", me), Targets.Form.EMPTY, "targets.was-approved", me);
    }

    @For(Role.PUBLISHER)
    @PostMapping("/app/targets/{id}/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        return answered(targets.rule(id, Outcome.REJECTED, "", me), Targets.Form.EMPTY, "targets.was-rejected", me);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/targets/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return answered(targets.rule(id, Outcome.WITHDRAWN, "", me), Targets.Form.EMPTY, "targets.was-withdrawn", me);
    }

    private Object answered(Answer<Target> answer, Targets.Form form, String said, Me me) {
        return switch (answer) {
            case Answer.Done<Target> done -> pages.done("/app/targets", said);
            case Answer.Refused<Target>(var reasons) -> pages.view(page(me, form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry targetsInTheMenu(Decisions decisions) {
            return MenuEntry.of(Wing.DISCLOSURE, 15, "targets.title", "/app/targets",
                            Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.BUYER, Role.QUALITY)
                    .counting(me -> me.is(Role.PUBLISHER) ? decisions.waitingFor(Targets.MATTER, me).size() : 0);
        }
    }
}
