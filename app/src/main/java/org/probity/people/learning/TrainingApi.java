package org.probity.people.learning;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Query;
import org.probity.house.ui.Replies;
import org.probity.house.ui.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trainings of our own people for programs: what was held, which sessions a day has, and what readers at doors wrote. Nobody's name leaves by it. */
@RestController
@For({Role.HR, Role.ASSURER})
class TrainingApi {
    /** A course with what was held of it in a year, by lists that were closed. */
    record Held(UUID id, String number, String kind, String titleEn, String titleZh, long sessions, long people, long seconds) {}

    /** A session; its number is what badge files call it. */
    record Planned(UUID id, String number, UUID course, Instant startsAt, Instant endsAt, String place, boolean online) {}

    /** @param lost lines without a sign-out, which count nothing until somebody settles them */
    record Taken(int lines, int sessions, int lost) {}

    private final Courses courses;
    private final Sessions sessions;
    private final BadgeFiles badges;
    private final Replies replies;

    TrainingApi(Courses courses, Sessions sessions, BadgeFiles badges, Replies replies) {
        this.courses = courses;
        this.sessions = sessions;
        this.badges = badges;
        this.replies = replies;
    }

    /** Courses with what was held of each in a year. */
    @GetMapping("/api/trainings/{year}")
    List<Held> held(@PathVariable int year) {
        return courses.lines(Query.all("/api/trainings"), year).stream().map(it -> new Held(it.id(), it.number(), it.kind().name(), it.titleEn(), it.titleZh(), it.sessions(), it.people(), it.seconds())).toList();
    }

    /** Sessions of a day that were not called off, such as 2026-11-27. */
    @GetMapping("/api/trainings/sessions/{day}")
    List<Planned> planned(@PathVariable String day) {
        LocalDate on = Typed.day(day).orElseThrow(() -> new NotThere("day " + day));
        return sessions.on(on).stream().map(it -> new Planned(it.session(), it.number(), it.course(), it.startsAt(), it.endsAt(), it.place(), it.online())).toList();
    }

    /**
     * Takes what readers at doors wrote: the body is a table with the columns number, session, in, out. It is taken whole or not at all, and closes the lists of
     * its sessions.
     */
    @For(Role.HR)
    @PostMapping("/api/trainings/badges")
    ResponseEntity<?> badges(@RequestParam(defaultValue = "readers") String name, @RequestBody byte[] body, Me me, HttpServletRequest request) {
        return replies.of(badges.bringIn(body, name, me), request, it -> new Taken(it.lines(), it.sessions(), it.lost()));
    }
}
