package org.probity.people.succession;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Key positions for human resources, and for whoever leads a unit above them. To everybody else a post does not exist. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class SuccessionWeb {
    static final String ROOM = "/app/succession";
    private static final String ONE = ROOM + "/{id:[0-9a-f-]{36}}";

    private final Positions positions;
    private final Requirements requirements;
    private final Namings namings;
    private final Successors successors;
    private final Projects projects;
    private final RulesDesk rules;
    private final Accounts accounts;
    private final Choosing choosing;
    private final Pages pages;

    SuccessionWeb(Positions positions, Requirements requirements, Namings namings, Successors successors, Projects projects, RulesDesk rules, Accounts accounts, Choosing choosing, Pages pages) {
        this.positions = positions;
        this.requirements = requirements;
        this.namings = namings;
        this.successors = successors;
        this.projects = projects;
        this.rules = rules;
        this.accounts = accounts;
        this.choosing = choosing;
        this.pages = pages;
    }

    @GetMapping(ROOM)
    Object all(Query query, Me me) {
        var page = list(query, me, Map.of(), List.of());
        return query.format().map(format -> (Object) pages.file(format, "key-positions", page::table)).orElseGet(() -> pages.view(page));
    }

    private PositionsPage list(Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        return new PositionsPage(successors.list(query, me), query, me.is(Role.HR), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(ROOM)
    Object open(@RequestParam Map<String, String> typed, Me me) {
        var plan = new Position.Plan(typed.getOrDefault("unit", ""), typed.getOrDefault("roleEn", ""), typed.getOrDefault("roleZh", ""), typed.getOrDefault("leads", "").equals("true"));
        return switch (positions.open(plan, me)) {
            case Answer.Done<UUID>(var id) -> pages.done(ROOM + "/" + id, "succession.was-entered");
            case Answer.Refused<UUID>(var reasons) -> pages.view(list(Query.all(ROOM), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, Map.of(), List.of()));
    }

    private PositionPage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = successors.find(id, me).orElseThrow(() -> new NotThere("post " + id));
        var keeps = me.is(Role.HR);
        var judgements = positions.judgements(id);
        return new PositionPage(it, judgements, requirements.of(id), successors.behind(id).stream().filter(one -> keeps || one.counts()).toList(), keeps, successors.soonMonths(),
                keeps ? choosing.choices() : PositionPage.Choices.NONE, accounts.names(judgements.stream().map(Position.Judgement::by).collect(Collectors.toSet())), positions.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping(ONE + "/criteria")
    Object judge(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var met = new EnumMap<Criterion, String>(Criterion.class);
        Stream.of(Criterion.values()).forEach(it -> met.put(it, typed.getOrDefault("met." + it, "")));
        return answered(positions.judge(id, met, me), id, typed, "succession.was-judged", me);
    }

    @For(Role.HR)
    @PostMapping(ONE + "/requirements")
    Object ask(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var want = new Requirement.Want(typed.getOrDefault("kind", ""), typed.getOrDefault("track", ""), Typed.number(typed.get("level"), 0), typed.getOrDefault("course", ""),
                typed.getOrDefault("asksUnit", ""), Typed.number(typed.get("months"), 0));
        return answered(requirements.ask(id, want, me), id, typed, "succession.was-asked-for", me);
    }

    @For(Role.HR)
    @PostMapping(ONE + "/requirements/{requirement:[0-9a-f-]{36}}/end")
    Object drop(@PathVariable UUID id, @PathVariable UUID requirement, Me me) {
        return answered(requirements.drop(id, requirement, me), id, Map.of(), "succession.was-dropped", me);
    }

    @For(Role.HR)
    @PostMapping(ONE + "/holder")
    Object hold(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.day(typed.get("fromDay")).map(from -> positions.hold(id, typed.getOrDefault("holder", ""), from, me)).orElseGet(() -> Answer.refused("fromDay", "succession.day-wrong"));
        return answered(answer, id, typed, "succession.holder-said", me);
    }

    @For(Role.HR)
    @PostMapping(ONE + "/candidates")
    Object name(@PathVariable UUID id, @RequestParam(defaultValue = "") String number, Me me) {
        return answered(namings.name(id, number, me), id, Map.of("number", number), "succession.was-asked", me);
    }

    private Object answered(Answer<?> answer, UUID id, Map<String, String> typed, String said, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(ROOM + "/" + id, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @PostMapping(ROOM + "/namings/{naming:[0-9a-f-]{36}}/end")
    Object end(@PathVariable UUID naming, @RequestParam(defaultValue = "") String reason, Me me) {
        var it = namings.find(naming).orElseThrow(() -> new NotThere("naming " + naming));
        return switch (namings.end(naming, reason, me)) {
            case Answer.Done<Naming> done -> pages.done(it.post() == null ? ProjectWeb.ROOM + "/" + it.project() : ROOM + "/" + it.post(), "succession.was-ended");
            case Answer.Refused<Naming>(var reasons) when it.post() != null -> pages.view(page(it.post(), me, Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Refused<Naming>(var reasons) -> pages.view(new ProjectsPage(projects.all(), positions.today(), Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.HR)
    @GetMapping(ROOM + "/rules")
    Object rules(Me me) {
        return pages.view(rules(me, Map.of(), List.of()));
    }

    private RulesPage rules(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new RulesPage(rules.view(SuccessionRule.ALL, me, typed, reasons));
    }

    @For(Role.HR)
    @PostMapping(ROOM + "/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(SuccessionRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done(ROOM + "/rules", "succession.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(rules(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry keyPositionsInTheMenu(Successors successors) {
            return MenuEntry.of(Wing.PEOPLE, 46, "succession.title", ROOM, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.UNION, Role.HR, Role.EMPLOYEE).onlyFor(successors::mayLook);
        }
    }
}
