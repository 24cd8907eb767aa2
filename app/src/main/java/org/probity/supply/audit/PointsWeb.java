package org.probity.supply.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.probity.house.ui.Pages;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Categories;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The points of the plan: seen by all who see the plan, changed by two of those who plan. */
@Controller
class PointsWeb {
    private static final String PATH = "/app/audits/points";

    private final Points points;
    private final Audits audits;
    private final Categories categories;
    private final Accounts accounts;
    private final Pages pages;

    PointsWeb(Points points, Audits audits, Categories categories, Accounts accounts, Pages pages) {
        this.points = points;
        this.audits = audits;
        this.categories = categories;
        this.accounts = accounts;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(PATH)
    Object all(Me me) {
        return pages.view(page(me, fresh(), List.of()));
    }

    /** As it holds tomorrow, to be changed. */
    private Map<String, String> fresh() {
        var tomorrow = points.on(audits.today().plusDays(1));
        var typed = new HashMap<>(Map.of("fromDay", tomorrow.day().toString(), "open", tomorrow.open().name(), "late", tomorrow.late().name()));
        tomorrow.points().forEach((key, many) -> typed.put("points." + key, String.valueOf(many)));
        return typed;
    }

    private PointsPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        var changes = points.changes();
        var people = changes.stream().map(Points.Change::decision).flatMap(it -> Stream.concat(Stream.of(it.proposedBy()), Stream.ofNullable(it.ruledBy()))).collect(Collectors.toSet());
        var before = changes.stream().filter(it -> it.decision().open()).findFirst().map(it -> points.on(it.fromDay()));
        return new PointsPage(points.on(audits.today()), before, changes, points.keys(), categories.all(), accounts.names(people), me.account(),
                me.is(Role.QUALITY) || me.is(Role.BUYER), typed, reasons);
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping(PATH)
    Object propose(@RequestParam Map<String, String> typed, Me me) {
        return answered(points.propose(typed, me), typed, "audit.points-proposed", me);
    }

    @For({Role.QUALITY, Role.BUYER})
    @StepUp
    @PostMapping(PATH + "/{proposal}/approval")
    Object approve(@PathVariable UUID proposal, Me me) {
        return ruled(proposal, Outcome.APPROVED, "", "audit.points-were-approved", me);
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping(PATH + "/{proposal}/rejection")
    Object reject(@PathVariable UUID proposal, @RequestParam(defaultValue = "") String reason, Me me) {
        return ruled(proposal, Outcome.REJECTED, reason, "audit.points-were-rejected", me);
    }

    @For({Role.QUALITY, Role.BUYER})
    @PostMapping(PATH + "/{proposal}/withdrawal")
    Object withdraw(@PathVariable UUID proposal, Me me) {
        return ruled(proposal, Outcome.WITHDRAWN, "", "audit.points-were-withdrawn", me);
    }

    private Object ruled(UUID proposal, Outcome outcome, String reason, String said, Me me) {
        Answer<Decisions.Ruled> answer = points.rule(proposal, outcome, reason, me);
        return answered(answer, fresh(), said, me);
    }

    private Object answered(Answer<?> answer, Map<String, String> typed, String said, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(PATH, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
