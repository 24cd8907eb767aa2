package org.probity.people.learning;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Open;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for a place, one's own papers and calendar, and a manager's word. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class EnrolmentWeb {
    private final Enrolments enrolments;
    private final Calendar calendar;
    private final Paths paths;
    private final Lists lists;
    private final AttendancePaper paper;
    private final Sessions sessions;
    private final Directory directory;
    private final Pages pages;
    private final String url;

    EnrolmentWeb(
            Enrolments enrolments, Calendar calendar, Paths paths, Lists lists, AttendancePaper paper, Sessions sessions, Directory directory, Pages pages,
            @Value("${probity.url:http://localhost:8080}") String url) {
        this.enrolments = enrolments;
        this.calendar = calendar;
        this.paths = paths;
        this.lists = lists;
        this.paper = paper;
        this.sessions = sessions;
        this.directory = directory;
        this.pages = pages;
        this.url = url;
    }

    @GetMapping("/app/my-training/sessions")
    Object ahead(Me me) {
        return pages.view(page(me, Optional.empty(), List.of()));
    }

    private AheadPage page(Me me, Optional<String> secret, List<Reason> reasons) {
        return new AheadPage(enrolments.ahead(me), secret.map(it -> url + "/calendar/" + it + ".ics"), calendar.has(me), directory.personOf(me).isPresent(), sessions.zone(),
                reasons.stream().map(it -> new Reason("", it.key(), it.args())).toList());
    }

    @PostMapping("/app/my-training/sessions/{session:[0-9a-f-]{36}}/enrolment")
    Object enrol(@PathVariable UUID session, Me me) {
        var answer = directory.personOf(me).map(person -> enrolments.enrol(session, person, me)).orElseGet(() -> Answer.refused("", "learning.not-known"));
        return answered(answer, me, "learning.was-enrolled");
    }

    @PostMapping("/app/my-training/enrolments/{id:[0-9a-f-]{36}}/withdrawal")
    Object withdraw(@PathVariable UUID id, Me me) {
        return answered(enrolments.withdraw(id, "", me), me, "learning.was-withdrawn");
    }

    private Object answered(Answer<UUID> answer, Me me, String said) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/my-training/sessions", said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(me, Optional.empty(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** The address is on this answer and nowhere else. */
    @PostMapping("/app/my-training/calendar")
    Object calendar(Me me) {
        return switch (calendar.make(me)) {
            case Answer.Done<String>(var secret) -> pages.view(page(me, Optional.of(secret), List.of()));
            case Answer.Refused<String>(var reasons) -> pages.view(page(me, Optional.empty(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** For a program without a session: whoever knows the address reads it. */
    @Open
    @GetMapping("/calendar/{secret:[A-Za-z0-9_-]{32}}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String secret) {
        var text = calendar.read(secret).orElseThrow(() -> new NotThere("calendar"));
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8")).body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/app/my-training/{session:[0-9a-f-]{36}}/certificate-{lang}.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable UUID session, @PathVariable String lang, Me me) {
        var language = Lang.of(lang).orElseThrow(() -> new NotThere("language " + lang));
        var who = directory.personOf(me).flatMap(directory::person).orElseThrow(() -> new NotThere("person of " + me.account()));
        var it = lists.attended(who.id(), session).orElseThrow(() -> new NotThere("training " + session));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(it.number().replace('/', '-') + "-" + language.code() + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store").contentType(MediaType.APPLICATION_PDF).body(paper.pdf(who, it, language));
    }

    @GetMapping("/app/my-training/paths")
    Object paths(Me me) {
        return pages.view(new PathsPage(paths.of(me), me.is(Role.HR), Map.of(), List.of()));
    }

    @For(Role.HR)
    @PostMapping("/app/my-training/paths")
    Object path(@RequestParam Map<String, String> typed, Me me) {
        var numbers = Arrays.stream(typed.getOrDefault("courses", "").split("[,;，；、\\s]+")).map(String::strip).filter(it -> !it.isEmpty()).toList();
        return switch (paths.open(typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), numbers, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/my-training/paths", "learning.path-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new PathsPage(paths.of(me), true, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/my-training/team")
    Object team(Me me) {
        return pages.view(new TeamPage(enrolments.managed(me), sessions.zone(), Map.of(), List.of()));
    }

    @PostMapping("/app/my-training/team")
    Object say(@RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.id(typed.get("enrolment")).map(id -> enrolments.say(id, "YES".equals(typed.get("says")), typed.getOrDefault("words", ""), me))
                .orElseGet(() -> Answer.refused("enrolment", "learning.enrolment-unknown"));
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/my-training/team", "learning.was-your-word");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new TeamPage(enrolments.managed(me), sessions.zone(), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
