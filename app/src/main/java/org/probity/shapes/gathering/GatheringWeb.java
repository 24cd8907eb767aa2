package org.probity.shapes.gathering;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasion.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Occasions on our screens. Who of those let in may act on one is for its kind to say. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.HR})
class GatheringWeb {
    private final Occasions occasions;
    private final Attendance attendance;
    private final DoorCodes codes;
    private final AttendanceLists lists;
    private final Minutes minutes;
    private final FollowUps followUps;
    private final OccasionPages shown;
    private final GuestList guests;
    private final Pages pages;
    private final Clock clock;

    GatheringWeb(
            Occasions occasions, Attendance attendance, DoorCodes codes, AttendanceLists lists, Minutes minutes, FollowUps followUps, OccasionPages shown, GuestList guests, Pages pages, Clock clock) {
        this.occasions = occasions;
        this.attendance = attendance;
        this.codes = codes;
        this.lists = lists;
        this.minutes = minutes;
        this.followUps = followUps;
        this.shown = shown;
        this.guests = guests;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.HR, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/gatherings/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, @RequestParam(defaultValue = "") String session, Me me) {
        return pages.view(shown.ours(id, me, session.isEmpty() ? Map.of() : Map.of("session", session), List.of()));
    }

    /** What is shown in the room: it asks for the next code by itself. */
    @GetMapping("/app/gatherings/{id:[0-9a-f-]{36}}/sessions/{session}/door")
    Object door(@PathVariable UUID id, @PathVariable UUID session, HttpServletResponse response, Me me) {
        var at = there(id, session);
        var it = occasions.find(id).filter(found -> occasions.holds(found, me)).orElseThrow(() -> new NotThere("occasion " + id));
        var over = it.calledOff() || at.closed() || !at.endsAt().isAfter(clock.instant());
        if (!over) {
            response.setHeader("Refresh", String.valueOf(codes.left() + 1));
        }
        return pages.view(new CodePage(it, at, codes.now(session), attendance.presences(session).stream().map(Occasion.Presence::guest).distinct().count(), over));
    }

    @GetMapping("/app/gatherings/list.xlsx")
    Object template() {
        return pages.template(Export.Format.XLSX, "attendance", AttendanceLists.COLUMNS);
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/sessions/{session}/presences")
    Object enter(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam(required = false) @Nullable List<String> people, @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, Me me) {
        var at = there(id, session);
        var typed = Map.of("session", session.toString(), "who", who, "from", from, "until", until);
        var words = Stream.concat(people == null ? Stream.of() : people.stream(), Arrays.stream(who.split("[,;，；\\s]+"))).filter(it -> !it.isBlank()).toList();
        var came = new ArrayList<Came>();
        var begin = AttendanceLists.typed(from, at.startsAt(), clock.getZone());
        var end = AttendanceLists.typed(until, at.endsAt(), clock.getZone());
        if (begin.isEmpty() || end.isEmpty()) {
            return refused(id, me, typed, begin.isEmpty() ? "from" : "until", "gathering.not-a-time");
        }
        for (var word : words) {
            var guest = guests.typed(word);
            if (guest.isEmpty()) {
                return refused(id, me, typed, "who", "gathering.guest-unknown");
            }
            came.add(new Came(new GuestList.Key(guest.get().circle(), guest.get().id()), begin.get(), end.get()));
        }
        return came.isEmpty() ? refused(id, me, typed, "who", "gathering.guest-unknown")
                : answered(attendance.enter(session, came, Means.ENTERED, me), id, me, typed, "gathering.was-entered");
    }

    /** The file is read outside of any transaction. */
    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/sessions/{session}/import")
    Object bring(@PathVariable UUID id, @PathVariable UUID session, @RequestParam MultipartFile file, Me me) {
        var at = there(id, session);
        var typed = Map.of("session", session.toString());
        return switch (lists.read(bytes(file), at, clock.getZone())) {
            case Answer.Refused<List<Came>>(var reasons) -> pages.view(shown.ours(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.Done<List<Came>>(var came) -> answered(attendance.enter(session, came, Means.IMPORTED, me), id, me, typed, "gathering.was-imported", (long) came.size());
        };
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/sessions/{session}/withdrawal")
    Object withdraw(@PathVariable UUID id, @PathVariable UUID session, @RequestParam String presence, Me me) {
        there(id, session);
        return answered(Typed.id(presence).map(it -> attendance.withdraw(session, it, me)).orElseGet(() -> Answer.refused("presence", "gathering.presence-unknown")), id, me, Map.of(),
                "gathering.was-withdrawn");
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/sessions/{session}/closing")
    Object close(@PathVariable UUID id, @PathVariable UUID session, @RequestParam String others, @RequestParam(defaultValue = "") String reason, Me me) {
        there(id, session);
        var number = others.isBlank() ? 0 : others.strip().matches("[0-9]{1,6}") ? Integer.parseInt(others.strip()) : -1;
        return answered(attendance.close(session, number, reason, me), id, me, Map.of("session", session.toString(), "others", others, "reason", reason), "gathering.was-closed");
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/minutes")
    Object write(@PathVariable UUID id, @RequestParam("minutes") String words, Me me) {
        return answered(minutes.write(id, words, me), id, me, Map.of("minutes", words), "gathering.was-written");
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/reading")
    Object read(@PathVariable UUID id, @RequestParam int no, Me me) {
        return answered(minutes.agree(id, no, me), id, me, Map.of(), "gathering.was-read");
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/follow-ups")
    Object agree(@PathVariable UUID id, @RequestParam String what, @RequestParam String owner, @RequestParam String dueDay, Me me) {
        var typed = Map.of("what", what, "owner", owner, "dueDay", dueDay);
        var parts = owner.split("/", 2);
        var named = parts.length == 2 ? Typed.id(parts[1]) : Optional.<UUID>empty();
        return Typed.day(dueDay).map(due -> answered(followUps.agree(id, what, parts[0].equals("account") ? named.orElse(null) : null, parts[0].equals("party") ? named.orElse(null) : null,
                due, me), id, me, typed, "gathering.was-agreed")).orElseGet(() -> refused(id, me, typed, "dueDay", "gathering.not-a-day"));
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/follow-ups/{followUp}/done")
    Object done(@PathVariable UUID id, @PathVariable UUID followUp, @RequestParam String words, Me me) {
        var it = of(id, followUp);
        return answered(under(followUps.done(followUp, words, me), "words", "done" + it.no()), id, me, Map.of("done" + it.no(), words), "gathering.was-done");
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/follow-ups/{followUp}/ruling")
    Object rule(@PathVariable UUID id, @PathVariable UUID followUp, @RequestParam String next, @RequestParam String words, Me me) {
        var it = of(id, followUp);
        var ruling = Arrays.stream(Standing.values()).filter(state -> state.name().equals(next)).findFirst().orElse(Standing.OWED);
        return answered(under(followUps.rule(followUp, ruling, words, me), "words", "rule" + it.no()), id, me, Map.of("rule" + it.no(), words), "gathering.was-ruled");
    }

    @PostMapping("/app/gatherings/{id:[0-9a-f-]{36}}/calling-off")
    Object callOff(@PathVariable UUID id, @RequestParam String because, Me me) {
        return answered(under(occasions.callOff(id, because, me), "reason", "because"), id, me, Map.of("because", because), "gathering.was-called-off");
    }

    private Occasion.FollowUp of(UUID occasion, UUID followUp) {
        return followUps.find(followUp).filter(it -> it.occasion().equals(occasion)).orElseThrow(() -> new NotThere("follow-up " + followUp));
    }

    private Occasion.Session there(UUID occasion, UUID session) {
        return occasions.session(session).filter(it -> it.occasion().equals(occasion)).orElseThrow(() -> new NotThere("session " + session));
    }

    /** A page has a field of the same kind for each follow-up; a refusal leads to the one that was filled in. */
    static <T> Answer<T> under(Answer<T> answer, String field, String there) {
        return switch (answer) {
            case Answer.Done<T> done -> done;
            case Answer.Refused<T>(var reasons) -> new Answer.Refused<>(reasons.stream().map(it -> it.field().equals(field) ? new Reason(there, it.key(), it.args()) : it).toList());
        };
    }

    private <T> Object answered(Answer<T> answer, UUID id, Me me, Map<String, String> typed, String said, Object... args) {
        return switch (answer) {
            case Answer.Done<T> done -> pages.done("/app/gatherings/" + id, said, args);
            case Answer.Refused<T>(var reasons) -> pages.view(shown.ours(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Object refused(UUID id, Me me, Map<String, String> typed, String field, String key) {
        return pages.view(shown.ours(id, me, typed, List.of(new Reason(field, key, List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
