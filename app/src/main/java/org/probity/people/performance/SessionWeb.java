package org.probity.people.performance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A panel: human resources record, its members read while it sits. To others it is not there. */
@Controller
@For(Role.HR)
class SessionWeb {
    private static final String ONE = "/app/performance/sessions/{session}";

    private final Cycles cycles;
    private final Schemes schemes;
    private final Sessions sessions;
    private final People people;
    private final Pages pages;

    SessionWeb(Cycles cycles, Schemes schemes, Sessions sessions, People people, Pages pages) {
        this.cycles = cycles;
        this.schemes = schemes;
        this.sessions = sessions;
        this.people = people;
        this.pages = pages;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.HR, Role.EMPLOYEE, Role.ADMINISTRATOR, Role.UNION})
    @GetMapping(ONE)
    Object session(@PathVariable UUID session, @RequestParam(defaultValue = "") String person, Me me) {
        return pages.view(page(session, Typed.id(person), me, Map.of(), List.of()));
    }

    private SessionPage page(UUID id, Optional<UUID> person, Me me, Map<String, String> typed, List<Reason> reasons) {
        var session = sessions.find(id).orElseThrow(() -> new NotThere("session " + id));
        var panel = sessions.panel(id);
        var who = people.of(me);
        var sits = who.filter(it -> panel.stream().anyMatch(one -> one.person().equals(it))).isPresent();
        if (!me.is(Role.HR) && (!sits || session.closed())) {
            throw new NotThere("session " + id);
        }
        var scheme = schemes.find(session.scheme());
        // Whoever is spoken about does not look on.
        var members = sessions.members(session).stream().filter(it -> who.filter(it.person()::equals).isEmpty()).toList();
        var managers = sessions.names(members.stream().map(Standing::manager).distinct().toList());
        var moved = sessions.moved(id).stream().filter(it -> who.filter(it.person()::equals).isEmpty()).toList();
        return new SessionPage(cycles.find(session.cycle()).orElseThrow(), session, scheme, sessions.unit(session), panel, sessions.recusals(id), members, moved,
                Spread.shares(scheme, members), Spread.severities(scheme, members, managers), person.flatMap(it -> members.stream().filter(one -> one.person().equals(it)).findFirst()),
                me.is(Role.HR), typed, reasons);
    }

    @PostMapping(ONE + "/moves")
    Object move(
            @PathVariable UUID session, @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String rating,
            @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") List<String> spoke, Me me) {
        var about = Typed.id(person);
        var chosen = Stream.of(Session.Code.values()).filter(it -> it.name().equals(code)).findFirst();
        Set<UUID> speakers = spoke.stream().flatMap(it -> Typed.id(it).stream()).collect(Collectors.toSet());
        return answered(session, about, sessions.move(session, about.orElse(new UUID(0, 0)), Typed.id(seen).orElse(new UUID(0, 0)), rating, chosen, words, speakers, me),
                "performance.was-moved", Map.of("rating", rating, "code", code, "words", words), me);
    }

    @PostMapping(ONE + "/recusals")
    Object recuse(
            @PathVariable UUID session, @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String panelist, @RequestParam(defaultValue = "") String tie, Me me) {
        var about = Typed.id(person);
        return answered(session, about, MyWeb.at("tie", sessions.recuse(session, Typed.id(panelist).orElse(new UUID(0, 0)), about.orElse(new UUID(0, 0)), tie, me)), "performance.was-recused",
                Map.of("panelist", panelist, "tie", tie), me);
    }

    @PostMapping(ONE + "/end")
    Object end(@PathVariable UUID session, Me me) {
        return answered(session, Optional.empty(), sessions.end(session, me), "performance.was-ended", Map.of(), me);
    }

    private Object answered(UUID session, Optional<UUID> person, Answer<?> answer, String said, Map<String, String> typed, Me me) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/performance/sessions/" + session, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(session, person, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
