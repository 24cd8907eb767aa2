package org.probity.disclosure.statement;

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
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who sees which rows: shown to everybody who works on figures, proposed by one, approved by another. */
@Controller
class LevelsWeb {
    private final Levels levels;
    private final Figures figures;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Pages pages;

    LevelsWeb(Levels levels, Figures figures, Decisions decisions, Accounts accounts, Pages pages) {
        this.levels = levels;
        this.figures = figures;
        this.decisions = decisions;
        this.accounts = accounts;
        this.pages = pages;
    }

    @For({Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION})
    @GetMapping("/app/levels")
    Object all(Me me) {
        return pages.view(page(me, LevelsPage.Form.EMPTY, List.of()));
    }

    private LevelsPage page(Me me, LevelsPage.Form form, List<Reason> reasons) {
        var history = levels.all().stream().map(it -> new LevelsPage.Line(it, figures.find(it.figure()), decisions.find(it.proposal()).orElseThrow())).toList();
        var people = history.stream().flatMap(it -> Stream.of(it.decision().proposedBy(), Optional.ofNullable(it.decision().ruledBy()).orElse(it.decision().proposedBy())));
        return new LevelsPage(figures.all().stream().map(it -> new LevelsPage.Held(it, levels.of(it.key()), levels.inForce(it.key()))).toList(), history,
                accounts.names(people.collect(Collectors.toSet())), me, form, reasons);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/levels")
    Object propose(@RequestParam(defaultValue = "") String figure, @RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String reason, Me me) {
        return answered(levels.propose(figure, level, reason, me), new LevelsPage.Form(figure, level, reason), "statement.level-proposed", me);
    }

    @For(Role.PUBLISHER)
    @StepUp
    @PostMapping("/app/levels/{id}/approval")
    Object approve(@PathVariable UUID id, Me me) {
        return answered(levels.rule(id, Outcome.APPROVED, "", me), LevelsPage.Form.EMPTY, "statement.level-approved", me);
    }

    @For(Role.PUBLISHER)
    @PostMapping("/app/levels/{id}/rejection")
    Object reject(@PathVariable UUID id, Me me) {
        return answered(levels.rule(id, Outcome.REJECTED, "", me), LevelsPage.Form.EMPTY, "statement.level-rejected", me);
    }

    @For(Role.SOURCING_OFFICER)
    @PostMapping("/app/levels/{id}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return answered(levels.rule(id, Outcome.WITHDRAWN, "", me), LevelsPage.Form.EMPTY, "statement.level-withdrawn", me);
    }

    private Object answered(Answer<Levels.Proposed> answer, LevelsPage.Form form, String said, Me me) {
        return switch (answer) {
            case Answer.Done<Levels.Proposed> done -> pages.done("/app/levels", said);
            case Answer.Refused<Levels.Proposed>(var reasons) -> pages.view(page(me, form, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry levelsInTheMenu(Decisions decisions) {
            return MenuEntry.of(Wing.DISCLOSURE, 17, "statement.levels", "/app/levels", Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION)
                    .counting(me -> me.is(Role.PUBLISHER) ? decisions.waitingFor(Levels.MATTER, me).size() : 0);
        }
    }
}
