package org.probity.people.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What line managers and the second level do for those whom they lead. To everybody else these people are not there. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR})
class TeamWeb {
    static final String TEAM = "/app/my/team";
    private static final String ONE = TEAM + "/{cycle}/{person}";

    private final Cycles cycles;
    private final Schemes schemes;
    private final Sheets sheets;
    private final Notes notes;
    private final Assessments assessments;
    private final People people;
    private final Members members;
    private final Pages pages;
    private final Clock clock;

    TeamWeb(Cycles cycles, Schemes schemes, Sheets sheets, Notes notes, Assessments assessments, People people, Members members, Pages pages, Clock clock) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.sheets = sheets;
        this.notes = notes;
        this.assessments = assessments;
        this.people = people;
        this.members = members;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(TEAM)
    Object team(@RequestParam(defaultValue = "") String cycle, Me me) {
        var all = cycles.all();
        var chosen = Typed.id(cycle).flatMap(id -> all.stream().filter(it -> it.id().equals(id)).findFirst()).or(() -> all.stream().findFirst());
        var who = people.of(me);
        var team = chosen.isEmpty() || who.isEmpty() ? List.<Standing>of() : people.team(chosen.get().id(), who.get());
        return pages.view(new TeamPage(chosen, all.stream().filter(it -> chosen.filter(it::equals).isEmpty()).toList(), who.orElse(new UUID(0, 0)), team,
                schemes.find(team.stream().map(Standing::scheme).toList())));
    }

    @GetMapping(ONE)
    Object member(@PathVariable UUID cycle, @PathVariable UUID person, Me me) {
        return pages.view(page(cycle, person, me, Map.of(), List.of()));
    }

    private MemberPage page(UUID cycle, UUID person, Me me, Map<String, String> typed, List<Reason> reasons) {
        var standing = people.find(cycle, person).orElseThrow(() -> new NotThere("member " + person));
        return switch (people.part(standing, me)) {
            case MANAGER, SECOND -> members.page(standing, people.part(standing, me), TEAM + "?cycle=" + cycle, false, typed, reasons);
            case SELF, NONE -> throw new NotThere("member " + person);
        };
    }

    @StepUp
    @PostMapping(ONE + "/agreement")
    Object agree(@PathVariable UUID cycle, @PathVariable UUID person, @RequestParam(defaultValue = "") String sheet, Me me) {
        return answered(cycle, person, sheets.agree(Typed.id(sheet).orElse(new UUID(0, 0)), me), "performance.was-agreed", Map.of(), me);
    }

    @PostMapping(ONE + "/return")
    Object sendBack(@PathVariable UUID cycle, @PathVariable UUID person, @RequestParam(defaultValue = "") String sheet, @RequestParam(defaultValue = "") String words, Me me) {
        return answered(cycle, person, sheets.sendBack(Typed.id(sheet).orElse(new UUID(0, 0)), words, me), "performance.was-sent-back", Map.of("words", words), me);
    }

    @PostMapping(ONE + "/notes/{kind}")
    Object note(@PathVariable UUID cycle, @PathVariable UUID person, @PathVariable("kind") String written, @RequestParam Map<String, String> form, Me me) {
        var kind = Notes.Kind.of(written).filter(it -> it.writer() == People.Part.MANAGER).orElseThrow(() -> new NotThere("note " + written));
        var handIn = "hand-in".equals(form.get("act"));
        var day = kind == Notes.Kind.TALK ? Typed.day(form.get("day")) : Optional.of(LocalDate.now(clock));
        var answer = day.map(it -> notes.write(cycle, person, kind, Typed.words(form.get("words-" + kind)), it, handIn, me)).orElseGet(() -> Answer.refused("day", "performance.talk-day-wrong"));
        return answered(cycle, person, MyWeb.at("words-" + kind, answer), handIn ? kind == Notes.Kind.TALK ? "performance.was-talked" : "performance.was-handed-in" : "performance.was-kept", form, me);
    }

    @PostMapping(ONE + "/rating")
    Object rate(@PathVariable UUID cycle, @PathVariable UUID person, @RequestParam Map<String, String> form, Me me) {
        var reasons = new HashMap<Integer, String>();
        for (var place = 1; place <= 10; place++) {
            reasons.put(place, Typed.words(form.get("reason-" + place)));
        }
        return answered(cycle, person, assessments.rate(cycle, person, Typed.words(form.get("rating")), reasons, Typed.words(form.get("whole")), me), "performance.was-rated", form, me);
    }

    @PostMapping(ONE + "/look")
    Object look(@PathVariable UUID cycle, @PathVariable UUID person, @RequestParam(defaultValue = "") String seen, Me me) {
        return answered(cycle, person, assessments.confirm(cycle, person, Typed.id(seen).orElse(new UUID(0, 0)), me), "performance.was-looked-at", Map.of(), me);
    }

    @PostMapping(ONE + "/otherwise")
    Object seeOtherwise(
            @PathVariable UUID cycle, @PathVariable UUID person, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String otherwise, Me me) {
        return answered(cycle, person, MyWeb.at("otherwise", assessments.seeOtherwise(cycle, person, Typed.id(seen).orElse(new UUID(0, 0)), rating, otherwise, me)), "performance.was-rated",
                Map.of("rating", rating, "otherwise", otherwise), me);
    }

    private Object answered(UUID cycle, UUID person, Answer<?> answer, String said, Map<String, String> typed, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(TEAM + "/" + cycle + "/" + person, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(cycle, person, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class TeamMenu {
        @Bean
        MenuEntry teamInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 44, "performance.team", TEAM, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.UNION, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR);
        }
    }
}
