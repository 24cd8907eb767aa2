package org.probity.shapes.gathering;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Replies;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.Occasion.Means;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lists of those present from meeting programs and doors. A list is closed by a person. */
@RestController
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.HR})
class GatheringApi {
    /** Who was there from when to when: an address or a staff number, times of the day of the session or with their day. */
    record Present(@Nullable List<AttendanceLists.Said> lines) {}

    /** A session of an occasion; the list counts once it is closed. */
    record SessionOf(UUID id, int no, Instant startsAt, Instant endsAt, String place, boolean closed, int people, int others) {}

    /** How many lines were taken. */
    record Taken(int lines) {}

    private final Occasions occasions;
    private final Attendance attendance;
    private final AttendanceLists lists;
    private final Replies replies;
    private final Clock clock;

    GatheringApi(Occasions occasions, Attendance attendance, AttendanceLists lists, Replies replies, Clock clock) {
        this.occasions = occasions;
        this.attendance = attendance;
        this.lists = lists;
        this.replies = replies;
        this.clock = clock;
    }

    /** The sessions of an occasion, such as a training or an exchange, for those who hold it: how many came is not everybody's to know. */
    @GetMapping("/api/gatherings/{occasion}/sessions")
    List<SessionOf> sessions(@PathVariable UUID occasion, Me me) {
        held(occasion, me);
        return occasions.sessions(occasion).stream().map(it -> new SessionOf(it.id(), it.no(), it.startsAt(), it.endsAt(), it.place(), it.closed(), it.people(), it.others())).toList();
    }

    /** Takes a list of those present in, all of it or nothing. Whoever is told twice for the same minute was there once. */
    @PostMapping("/api/gatherings/sessions/{session}/presences")
    ResponseEntity<?> present(@PathVariable UUID session, @RequestBody Present present, Me me, HttpServletRequest request) {
        var at = occasions.session(session).orElseThrow(() -> new NotThere("session " + session));
        // Before the list is read: what is wrong with it tells who is known here.
        held(at.occasion(), me);
        var answer = switch (lists.read(present.lines() == null ? List.of() : present.lines(), at, clock.getZone())) {
            case Answer.Refused<List<Came>>(var reasons) -> new Answer.Refused<Integer>(reasons);
            case Answer.Done<List<Came>>(var came) -> attendance.enter(session, came, Means.IMPORTED, me);
        };
        return replies.of(answer, request, Taken::new);
    }

    /** To those who do not hold its kind it does not exist. */
    private void held(UUID occasion, Me me) {
        occasions.find(occasion).filter(it -> occasions.holds(it, me)).orElseThrow(() -> new NotThere("occasion " + occasion));
    }
}
