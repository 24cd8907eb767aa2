package org.probity.people.amenity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.probity.people.amenity.Seats.Kind;
import org.probity.shapes.rule.RulesDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one goes beside work and how one gets there: what is open, what is booked, the shuttle. Human resources enter what there is. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE})
class AmenityWeb {
    static final String ALL = "/app/amenities";
    private static final String PLACE = ALL + "/places/{id:[0-9a-f-]{36}}";
    private static final String SESSION = ALL + "/sessions/{id:[0-9a-f-]{36}}";
    private static final String ROUTE = ALL + "/shuttle/{id:[0-9a-f-]{36}}";
    private static final int COMING = 20;

    private final Amenities amenities;
    private final Coaching coaching;
    private final Shuttle shuttle;
    private final Seats seats;
    private final Directory directory;
    private final RulesDesk rules;
    private final Pages pages;

    AmenityWeb(Amenities amenities, Coaching coaching, Shuttle shuttle, Seats seats, Directory directory, RulesDesk rules, Pages pages) {
        this.amenities = amenities;
        this.coaching = coaching;
        this.shuttle = shuttle;
        this.seats = seats;
        this.directory = directory;
        this.rules = rules;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object all(Me me) {
        return pages.view(all(me, Map.of(), List.of()));
    }

    private AmenitiesPage all(Me me, Map<String, String> typed, List<Reason> reasons) {
        var person = directory.personOf(me);
        return new AmenitiesPage(person.map(seats::ahead).orElse(List.of()), amenities.all(), coaching.coming(COMING), shuttle.routes(), coaching.coaches(), person.map(coaching::plans).orElse(List.of()), person.orElse(null),
                me.is(Role.HR), typed, reasons);
    }

    @PostMapping(ALL + "/bookings/{id:[0-9a-f-]{36}}/return")
    Object giveBack(@PathVariable UUID id, Me me) {
        seats.find(id).filter(it -> directory.personOf(me).filter(it.person()::equals).isPresent()).orElseThrow(() -> new NotThere("booking " + id));
        return pages.told(seats.giveBack(id, me), ALL, "amenity.was-given-back", reasons -> all(me, Map.of(), reasons));
    }

    @GetMapping(PLACE)
    Object place(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Me me) {
        return pages.view(place(id, Typed.day(day).orElse(amenities.today()), me, Map.of(), List.of()));
    }

    private PlacePage place(UUID id, LocalDate day, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = amenities.find(id).orElseThrow(() -> new NotThere("place " + id));
        return new PlacePage(it, day, seats.offered(id, Kind.SLOT, day), amenities.closed(id, day), seats.here(), directory.personOf(me).isPresent(), me.is(Role.HR), typed, reasons);
    }

    @PostMapping(PLACE + "/bookings")
    Object book(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var from = at(typed.get("from"));
        return pages.told(seats.book(Kind.SLOT, id, from, null, me), ALL, "amenity.was-booked", reasons -> place(id, from == null ? amenities.today() : from.toLocalDate(), me, typed, reasons));
    }

    static @Nullable LocalDateTime at(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDateTime.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    static @Nullable LocalTime time(@Nullable String typed) {
        try {
            return typed == null ? null : LocalTime.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** A page has several forms; the fields of each begin with its name. */
    private static Map<String, String> of(String form, Map<String, String> typed) {
        return typed.entrySet().stream().filter(it -> it.getKey().startsWith(form + "-")).collect(Collectors.toMap(it -> it.getKey().substring(form.length() + 1), Map.Entry::getValue));
    }

    private static List<Reason> in(String form, List<Reason> reasons) {
        return reasons.stream().map(it -> it.field().isEmpty() ? it : new Reason(form + "-" + it.field(), it.key(), it.args())).toList();
    }

    private static Set<Integer> weekdays(List<String> typed) {
        return typed.stream().filter(it -> it.matches("[1-7]")).map(Integer::valueOf).collect(Collectors.toSet());
    }

    @For(Role.HR)
    @PostMapping(PLACE + "/openings")
    Object open(@PathVariable UUID id, @RequestParam Map<String, String> all, @RequestParam(name = "open-weekdays", defaultValue = "") List<String> weekdays, Me me) {
        var typed = of("open", all);
        return pages.told(amenities.open(id, new Amenities.Hours(Typed.day(typed.get("from")).orElse(null), weekdays(weekdays), time(typed.get("opens")), time(typed.get("closes")), Typed.number(typed.get("minutes"), 0),
                Typed.number(typed.get("seats"), 0)), me), ALL + "/places/" + id, "amenity.was-opened", reasons -> place(id, amenities.today(), me, all, in("open", reasons)));
    }

    @For(Role.HR)
    @PostMapping(PLACE + "/closings")
    Object close(@PathVariable UUID id, @RequestParam Map<String, String> all, Me me) {
        var typed = of("close", all);
        return pages.told(amenities.close(id, Typed.day(typed.get("day")).orElse(null), typed.getOrDefault("reason", ""), me), ALL + "/places/" + id, "amenity.was-closed",
                reasons -> place(id, amenities.today(), me, all, in("close", reasons)));
    }

    @GetMapping(SESSION)
    Object session(@PathVariable UUID id, Me me) {
        return pages.view(session(id, me, Map.of(), List.of()));
    }

    private SessionPage session(UUID id, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = coaching.session(id).orElseThrow(() -> new NotThere("session " + id));
        return new SessionPage(it, it.off() == null && it.fromAt().isAfter(seats.here()) && directory.personOf(me).isPresent(), it.off() == null && coaching.holds(it, me), typed, reasons);
    }

    @PostMapping(SESSION + "/bookings")
    Object join(@PathVariable UUID id, Me me) {
        var it = coaching.session(id).orElseThrow(() -> new NotThere("session " + id));
        return pages.told(seats.book(Kind.SESSION, id, it.fromAt(), null, me), ALL, "amenity.was-booked", reasons -> session(id, me, Map.of(), reasons));
    }

    @PostMapping(SESSION + "/end")
    Object callOff(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        coaching.session(id).filter(it -> coaching.holds(it, me)).orElseThrow(() -> new NotThere("session " + id));
        return pages.told(coaching.callOff(id, typed.getOrDefault("reason", ""), me), ALL + "/sessions/" + id, "amenity.was-called-off", reasons -> session(id, me, typed, reasons));
    }

    @GetMapping(ROUTE)
    Object route(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, Me me) {
        return pages.view(route(id, Typed.day(day).orElse(amenities.today()), me, Map.of(), List.of()));
    }

    private RoutePage route(UUID id, LocalDate day, Me me, Map<String, String> typed, List<Reason> reasons) {
        return new RoutePage(shuttle.find(id).orElseThrow(() -> new NotThere("route " + id)), shuttle.stops(id), day, seats.offered(id, Kind.RIDE, day), seats.here(), directory.personOf(me).isPresent(), typed, reasons);
    }

    @PostMapping(ROUTE + "/bookings")
    Object ride(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        // A ride of the timetable and the moment at which it departs, for a route has several rides a day.
        var ride = typed.getOrDefault("ride", "").split("@", 2);
        var from = ride.length == 2 ? at(ride[1]) : null;
        Answer<UUID> answer = ride.length < 2 || Typed.id(ride[0]).isEmpty() ? Answer.refused("ride", "amenity.time-missing") : seats.book(Kind.RIDE, Typed.id(ride[0]).get(), from, Typed.id(typed.get("stop")).orElse(null), me);
        return pages.told(answer, ALL, "amenity.was-booked", reasons -> route(id, from == null ? amenities.today() : from.toLocalDate(), me, typed, reasons.stream().map(it -> it.field().equals("from") ? new Reason("ride", it.key(), it.args()) : it).toList()));
    }

    @PostMapping(ALL + "/plans")
    Object ask(@RequestParam Map<String, String> typed, Me me) {
        return pages.told(coaching.ask(Typed.id(typed.get("coach")).orElse(null), typed.getOrDefault("goal", ""), me), ALL, "amenity.plan-was-asked", reasons -> all(me, typed, reasons));
    }

    @PostMapping(ALL + "/plans/{id:[0-9a-f-]{36}}")
    Object answer(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        directory.personOf(me).filter(person -> coaching.plans(person).stream().anyMatch(it -> it.id().equals(id))).orElseThrow(() -> new NotThere("plan " + id));
        return pages.told(coaching.answer(id, typed.getOrDefault("plan-" + id, ""), me), ALL, "amenity.plan-was-answered", reasons -> all(me, typed, reasons));
    }

    @For(Role.HR)
    @GetMapping(ALL + "/desk")
    Object desk(Me me) {
        return pages.view(desk(me, Map.of(), List.of()));
    }

    private AmenityDeskPage desk(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new AmenityDeskPage(amenities.all(), amenities.sites(), coaching.coaches(), shuttle.routes(), amenities.today(), rules.view(AmenityRule.ALL, me, typed, reasons), typed, reasons);
    }

    private Object told(Answer<UUID> answer, String form, Map<String, String> all, Me me, String said) {
        return pages.told(answer, ALL + "/desk", said, reasons -> desk(me, all, in(form, reasons)));
    }

    @For(Role.HR)
    @PostMapping(ALL + "/places")
    Object found(@RequestParam Map<String, String> all, Me me) {
        var typed = of("place", all);
        var kind = Arrays.stream(Amenities.Kind.values()).filter(it -> it.name().equals(typed.get("kind"))).findFirst().orElse(null);
        return told(amenities.found(new Amenities.Details(typed.getOrDefault("code", ""), kind, typed.getOrDefault("nameEn", ""), typed.getOrDefault("nameZh", ""), Typed.id(typed.get("site")).orElse(null)), me), "place", all, me,
                "amenity.was-entered");
    }

    @For(Role.HR)
    @PostMapping(ALL + "/coaches")
    Object name(@RequestParam Map<String, String> all, Me me) {
        var typed = of("coach", all);
        return told(coaching.name(typed.getOrDefault("number", ""), typed.getOrDefault("shows", ""), me), "coach", all, me, "amenity.was-named");
    }

    @For(Role.HR)
    @PostMapping(ALL + "/programmes")
    Object announce(@RequestParam Map<String, String> all, Me me) {
        return told(coaching.announce(series(all, Typed.id(all.get("series-coach")).orElse(null)), me), "series", all, me, "amenity.was-announced");
    }

    /** A coach announces what they hold themselves. */
    @PostMapping(ALL + "/own-programmes")
    Object announceOwn(@RequestParam Map<String, String> all, Me me) {
        var own = directory.personOf(me).flatMap(coaching::coachOf).orElseThrow(() -> new NotThere("programmes of one's own"));
        return pages.told(coaching.announce(series(all, own.id()), me), ALL, "amenity.was-announced", reasons -> all(me, all, in("series", reasons)));
    }

    private static Coaching.Series series(Map<String, String> all, @Nullable UUID coach) {
        var typed = of("series", all);
        return new Coaching.Series(Typed.id(typed.get("place")).orElse(null), coach, typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), typed.getOrDefault("words", ""), Typed.day(typed.get("first")).orElse(null),
                time(typed.get("starts")), time(typed.get("ends")), Typed.number(typed.get("weeks"), 1), Typed.number(typed.get("seats"), 0));
    }

    @For(Role.HR)
    @PostMapping(ALL + "/routes")
    Object draw(@RequestParam Map<String, String> all, Me me) {
        var typed = of("route", all);
        return told(shuttle.draw(new Shuttle.Details(typed.getOrDefault("code", ""), typed.getOrDefault("nameEn", ""), typed.getOrDefault("nameZh", ""), Typed.id(typed.get("site")).orElse(null), typed.getOrDefault("stops", "")), me),
                "route", all, me, "amenity.was-entered");
    }

    @For(Role.HR)
    @PostMapping(ALL + "/rides")
    Object plan(@RequestParam Map<String, String> all, @RequestParam(name = "ride-weekdays", defaultValue = "") List<String> weekdays, Me me) {
        var typed = of("ride", all);
        return told(shuttle.plan(new Shuttle.Ride(Typed.id(typed.get("route")).orElse(null), weekdays(weekdays), time(typed.get("departs")), Typed.number(typed.get("seats"), 0), Typed.day(typed.get("from")).orElse(null),
                Typed.day(typed.get("until")).orElse(null)), me), "ride", all, me, "amenity.was-planned");
    }

    @For(Role.HR)
    @PostMapping(ALL + "/rules")
    Object decide(@RequestParam Map<String, String> typed, Me me) {
        return switch (rules.decide(AmenityRule.ALL, typed, me)) {
            case Answer.Done<LocalDate>(var from) -> pages.done(ALL + "/desk", "amenity.rule-decided", from);
            case Answer.Refused<LocalDate>(var reasons) -> pages.view(desk(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry amenitiesInTheMenu() {
            return MenuEntry.of(Wing.CARE, 15, "amenity.title", ALL, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.EMPLOYEE);
        }
    }
}
