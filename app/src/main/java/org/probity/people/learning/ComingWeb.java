package org.probity.people.learning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.DoorCodes;
import org.probity.shapes.gathering.Doors;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's own training: the square at the door, signing in by a phone that has read it, and what one was trained in. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class ComingWeb {
    private final Sessions sessions;
    private final Lists lists;
    private final Yearly yearly;
    private final Online online;
    private final Feedback feedback;
    private final Enrolments enrolments;
    private final Occasions occasions;
    private final Attendance attendance;
    private final Doors doors;
    private final DoorCodes codes;
    private final Directory directory;
    private final Pages pages;
    private final String url;

    ComingWeb(
            Sessions sessions, Lists lists, Yearly yearly, Online online, Feedback feedback, Enrolments enrolments, Occasions occasions, Attendance attendance, Doors doors, DoorCodes codes, Directory directory, Pages pages, @Value("${probity.url:http://localhost:8080}") String url) {
        this.sessions = sessions;
        this.lists = lists;
        this.yearly = yearly;
        this.online = online;
        this.feedback = feedback;
        this.enrolments = enrolments;
        this.occasions = occasions;
        this.attendance = attendance;
        this.doors = doors;
        this.codes = codes;
        this.directory = directory;
        this.pages = pages;
        this.url = url;
    }

    /** It asks for the next code by itself, also without scripts. */
    @GetMapping("/app/trainings/sessions/{session:[0-9a-f-]{36}}/door")
    Object door(@PathVariable UUID session, HttpServletResponse response, Me me) {
        var it = led(session, me);
        var code = codes.now(session);
        if (running(it)) {
            response.setHeader("Refresh", String.valueOf(codes.left() + 1));
        }
        return pages.view(new DoorPage(it, code, address(session, code), attendance.presences(session).stream().map(Occasion.Presence::guest).distinct().count(), !running(it), doors.printed(session),
                sessions.zone()));
    }

    private Session led(UUID session, Me me) {
        return sessions.find(session).filter(found -> sessions.leads(found, me)).orElseThrow(() -> new NotThere("session " + session));
    }

    private String address(UUID session, String code) {
        return url + "/app/learning/here/" + session + "/" + code;
    }

    /** For a room without a screen. */
    @PostMapping("/app/trainings/sessions/{session:[0-9a-f-]{36}}/sheet")
    Object print(@PathVariable UUID session, Me me) {
        led(session, me);
        doors.print(session, me);
        return "redirect:/app/trainings/sessions/" + session + "/sheet";
    }

    @GetMapping("/app/trainings/sessions/{session:[0-9a-f-]{36}}/sheet")
    Object sheet(@PathVariable UUID session, Me me) {
        var it = led(session, me);
        if (!doors.printed(session)) {
            throw new NotThere("sheet of " + session);
        }
        var code = occasions.session(session).orElseThrow().code();
        return pages.view(new SheetPage(it, code, address(session, code), sessions.zone()));
    }

    /** Reading the square says nothing yet: whoever is there says so by the button, and has some minutes for it. */
    @GetMapping("/app/learning/here/{session:[0-9a-f-]{36}}/{code}")
    Object coming(@PathVariable UUID session, @PathVariable String code, Me me) {
        var there = attendance.open(me).stream().anyMatch(it -> it.session().equals(session));
        return pages.view(page(session, code, there ? "" : doors.look(code, session, me).orElse(""), me, List.of()));
    }

    @PostMapping("/app/learning/here/{session:[0-9a-f-]{36}}/{code}")
    Object here(@PathVariable UUID session, @PathVariable String code, @RequestParam(defaultValue = "") String seen, Me me) {
        return switch (doors.here(code, session, seen, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/learning/here/" + session + "/" + code, "learning.was-here");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(session, code, seen, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/learning/here/{session:[0-9a-f-]{36}}/{code}/leaving")
    Object leave(@PathVariable UUID session, @PathVariable String code, @RequestParam UUID presence, Me me) {
        return switch (attendance.leave(presence, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/my-training", "learning.was-leaving");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(session, code, "", me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private ComingPage page(UUID session, String code, String seen, Me me, List<Reason> reasons) {
        var it = sessions.find(session).filter(this::running);
        var presence = attendance.open(me).stream().filter(found -> found.session().equals(session)).findFirst();
        return new ComingPage(it, code, seen, presence.map(Occasion.Presence::id).orElse(null), presence.map(Occasion.Presence::cameAt).orElse(null),
                directory.personOf(me).isPresent(), sessions.zone(),
                // Nothing is typed here: what stands in the way concerns the whole page.
                reasons.stream().map(reason -> new Reason("", reason.key(), reason.args())).toList());
    }

    private boolean running(Session it) {
        return it.endsAt().isAfter(sessions.now()) && occasions.find(it.occasion()).filter(of -> !of.calledOff()).isPresent();
    }

    @GetMapping("/app/my-training")
    Object mine(Me me) {
        return pages.view(mine(me, List.of()));
    }

    private MinePage mine(Me me, List<Reason> reasons) {
        var person = directory.personOf(me);
        return new MinePage("", person.map(lists::attended).orElse(List.of()), sessions.led(me), yearly.of(me), online.offers(me), feedback.of(me), person.isPresent(), person.filter(enrolments::leads).isPresent(),
                sessions.today().getYear(), sessions.zone(), reasons);
    }

    @PostMapping("/app/my-training/feedback/{session:[0-9a-f-]{36}}")
    Object say(@PathVariable UUID session, @RequestParam(defaultValue = "") String rating, Me me) {
        return switch (feedback.give(session, Typed.number(rating, 0), me)) {
            case Answer.Done<UUID> done -> pages.done("/app/my-training", "learning.was-said");
            case Answer.Refused<UUID>(var reasons) -> pages.view(mine(me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry myTrainingInTheMenu() {
            return MenuEntry.of(Wing.MINE, 45, "learning.mine", "/app/my-training", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER,
                    Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
