package org.probity.people.dialogue;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.probity.shapes.gathering.Minutes;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.probity.shapes.measure.MeasurePages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Meetings for everybody who works here; what one sees of one, and what one may do about it, follows from where one works and what one leads. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE})
class DialogueWeb {
    private static final String ONE = "/app/dialogue/meetings/{id:[0-9a-f-]{36}}";

    private final Meetings meetings;
    private final Points points;
    private final Reading reading;
    private final Places places;
    private final Occasions occasions;
    private final Minutes minutes;
    private final MeasurePages measures;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    DialogueWeb(
            Meetings meetings, Points points, Reading reading, Places places, Occasions occasions, Minutes minutes, MeasurePages measures, Accounts accounts, Pages pages, Clock clock) {
        this.meetings = meetings;
        this.points = points;
        this.reading = reading;
        this.places = places;
        this.occasions = occasions;
        this.minutes = minutes;
        this.measures = measures;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/app/dialogue")
    Object all(Query query, Me me) {
        var reader = reading.of(me);
        return pages.view(new MeetingsPage(meetings.lines(query, reader), meetings.count(query, reader), query, reader.callsMeetings(), clock.instant(), clock.getZone()));
    }

    @For(Role.HR)
    @GetMapping("/app/dialogue/meetings/new")
    Object call() {
        return pages.view(call(Map.of(), List.of(), List.of()));
    }

    private CallPage call(Map<String, String> typed, List<String> topics, List<Reason> reasons) {
        return new CallPage(places.all(), topics, meetings.today(), typed, reasons);
    }

    @For(Role.HR)
    @PostMapping("/app/dialogue/meetings")
    Object called(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> topics, Me me) {
        var chosen = topics == null ? List.<String>of() : topics;
        var form = Form.of(typed.getOrDefault("form", ""));
        var unit = Typed.id(typed.get("unit"));
        var plan = plan(typed);
        var answer = form.isEmpty() ? Answer.<UUID>refused("form", "dialogue.form-missing") : unit.isEmpty() ? Answer.<UUID>refused("unit", "dialogue.place-unknown")
                : plan.isEmpty() ? Answer.<UUID>refused("day", "gathering.session-missing") : meetings.call(form.get(), unit.get(), typed.getOrDefault("title", ""), chosen, plan.get(), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/dialogue/meetings/" + id, "dialogue.was-called");
            case Answer.Refused<UUID>(var reasons) -> pages.view(call(typed, chosen, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Optional<Occasion.Plan> plan(Map<String, String> typed) {
        return Typed.day(typed.get("day")).flatMap(day -> time(typed.get("from")).flatMap(from -> time(typed.get("until")).map(until ->
                new Occasion.Plan(day.atTime(from).atZone(clock.getZone()).toInstant(), day.atTime(until).atZone(clock.getZone()).toInstant(), typed.getOrDefault("place", "")))));
    }

    private static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalTime.parse(typed.strip()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, Map.of(), List.of()));
    }

    private MeetingPage page(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var reader = reading.of(me);
        var it = meetings.find(id).filter(reader::sees).orElseThrow(() -> new NotThere("meeting " + id));
        var newest = reader.inside(it) ? minutes.versions(id).stream().findFirst().orElse(null) : null;
        var agrees = newest != null && newest.readBy() == null && !newest.by().equals(me.account()) && minutes.wasThere(it.occasion(), me);
        var raised = reader.readsPoints(it) ? points.of(id) : List.<Meeting.Point>of();
        var carried = meetings.carriedOver(it);
        var people = new HashSet<UUID>();
        carried.forEach(one -> people.add(one.owner()));
        if (newest != null) {
            people.add(newest.by());
            Optional.ofNullable(newest.readBy()).ifPresent(people::add);
        }
        return new MeetingPage(it, meetings.agenda(id), carried, reader.inside(it) ? occasions.asked(id) : List.of(), newest, raised,
                measures.pieces(PointMeasures.KIND, raised.stream().map(Meeting.Point::id).toList(), reader.leads(it)), accounts.names(people),
                new MeetingPage.Rights(reader.callsMeetings(), reader.leads(it), reader.inside(it), agrees, reader.readsPoints(it)), clock.instant(), clock.getZone(), typed, reasons);
    }

    @PostMapping(ONE + "/agenda")
    Object plan(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(meetings.plan(id, typed.getOrDefault("item", ""), me), id, typed, me, "dialogue.was-kept");
    }

    @PostMapping(ONE + "/invitations")
    Object invite(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var words = Arrays.stream(typed.getOrDefault("people", "").split("[,;，；、\\s]+")).filter(it -> !it.isEmpty()).distinct().toList();
        return told(meetings.invite(id, words, me), id, typed, me, "dialogue.was-invited");
    }

    @PostMapping(ONE + "/minutes")
    Object write(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(meetings.write(id, typed.getOrDefault("minutes", ""), me), id, typed, me, "dialogue.was-written");
    }

    @PostMapping(ONE + "/reading")
    Object agree(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(meetings.agree(id, Typed.number(typed.get("no"), 0), me), id, typed, me, "dialogue.was-agreed");
    }

    @PostMapping(ONE + "/points")
    Object raise(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(points.raise(id, typed.getOrDefault("point", ""), me), id, typed, me, "dialogue.was-raised");
    }

    /** Each point has a field of its own on the page; a refusal leads to the one that was filled in. */
    @PostMapping("/app/dialogue/points/{point:[0-9a-f-]{36}}/reply")
    Object reply(@PathVariable UUID point, @RequestParam Map<String, String> typed, Me me) {
        var it = points.find(point).orElseThrow(() -> new NotThere("point " + point));
        var field = "reply" + it.no();
        var answer = switch (points.reply(point, typed.getOrDefault(field, ""), me)) {
            case Answer.Done<Integer> done -> done;
            case Answer.Refused<Integer>(var reasons) -> new Answer.Refused<Integer>(reasons.stream().map(one -> one.field().equals("reply") ? new Reason(field, one.key(), one.args()) : one).toList());
        };
        return told(answer, it.meeting(), typed, me, "dialogue.was-replied");
    }

    @PostMapping(ONE + "/publication")
    Object publish(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return told(points.publish(id, typed.getOrDefault("result", ""), me), id, typed, me, "dialogue.was-published");
    }

    /** To whoever may not see it, it is not there, whatever they sent. */
    private Object told(Answer<?> answer, UUID id, Map<String, String> typed, Me me, String said) {
        return switch (answer) {
            case Answer.Done<?> _ -> pages.done("/app/dialogue/meetings/" + id, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(id, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry dialogueInTheMenu() {
            return MenuEntry.of(Wing.VOICE, 64, "dialogue.title", "/app/dialogue", Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER,
                    Role.ASSURER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
