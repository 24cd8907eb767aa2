package org.probity.people.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Export;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.gathering.Occasions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Courses and sessions on the screens of those who hold them, and of those who check what was counted. */
@Controller
@For(Role.HR)
class TrainingWeb {
    private final Courses courses;
    private final Sessions sessions;
    private final Editions editions;
    private final Rooms rooms;
    private final Groups groups;
    private final Enrolments enrolments;
    private final Lists lists;
    private final BadgeFiles badges;
    private final Feedback feedback;
    private final Occasions occasions;
    private final Directory directory;
    private final Log log;
    private final Pages pages;

    TrainingWeb(
            Courses courses, Sessions sessions, Editions editions, Rooms rooms, Groups groups, Enrolments enrolments, Lists lists, BadgeFiles badges, Feedback feedback, Occasions occasions,
            Directory directory, Log log, Pages pages) {
        this.courses = courses;
        this.sessions = sessions;
        this.editions = editions;
        this.rooms = rooms;
        this.groups = groups;
        this.enrolments = enrolments;
        this.lists = lists;
        this.badges = badges;
        this.feedback = feedback;
        this.occasions = occasions;
        this.directory = directory;
        this.log = log;
        this.pages = pages;
    }

    @For({Role.HR, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION})
    @GetMapping("/app/trainings")
    Object all(Query query, Me me) {
        var year = query.filter("year").matches("20[0-9]{2}") ? Integer.parseInt(query.filter("year")) : sessions.today().getYear();
        var page = new CoursesPage(courses.lines(query, year), query, courses.count(query), year, me.is(Role.HR), me.is(Role.HR) ? badges.waiting() : 0);
        return query.format().map(format -> (Object) pages.file(format, "trainings", page::table)).orElseGet(() -> pages.view(page));
    }

    @GetMapping("/app/trainings/new")
    Object open() {
        return pages.view(new CourseFormPage(courses.offered("", List.of()), List.of(), Map.of(), List.of()));
    }

    @PostMapping("/app/trainings")
    Object open(@RequestParam Map<String, String> typed, @RequestParam(required = false) @Nullable List<String> items, Me me) {
        var chosen = items == null ? List.<String>of() : items;
        var ids = chosen.stream().flatMap(it -> Typed.id(it).stream()).toList();
        var offered = courses.offered(typed.getOrDefault("seek", ""), ids);
        if ("seek".equals(typed.get("act"))) {
            return pages.view(new CourseFormPage(offered, chosen, typed, List.of()));
        }
        var months = typed.getOrDefault("validMonths", "").strip();
        var kind = Kind.of(typed.getOrDefault("kind", "")).orElse(Kind.PROFESSIONAL);
        var opening = new Courses.Opening(kind, kind == Kind.YEARLY ? Duty.of(typed.getOrDefault("duty", "")).orElse(null) : null, typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""),
                typed.getOrDefault("aboutEn", ""), typed.getOrDefault("aboutZh", ""), months.isEmpty() ? null : Integer.valueOf(Typed.number(months, -1)),
                ids);
        return switch (courses.open(opening, me)) {
            case Answer.Done<UUID>(var id) -> pages.done("/app/trainings/" + id, "learning.was-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new CourseFormPage(offered, chosen, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.HR, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION})
    @GetMapping("/app/trainings/{id:[0-9a-f-]{36}}")
    Object one(@PathVariable UUID id, Query query, Me me) {
        var it = course(id);
        return pages.view(new CoursePage(it, courses.answers(id), sessions.of(id, query), query, sessions.count(id), editions.inForce(id), me.is(Role.HR), sessions.now(), sessions.zone()));
    }

    @GetMapping("/app/trainings/{id:[0-9a-f-]{36}}/sessions/new")
    Object plan(@PathVariable UUID id) {
        return pages.view(new PlanPage(course(id), rooms.all(), sessions.today(), Map.of(), List.of()));
    }

    @PostMapping("/app/trainings/{id:[0-9a-f-]{36}}/sessions")
    Object plan(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var it = course(id);
        var day = Typed.day(typed.get("day"));
        var from = time(typed.get("from"));
        var until = time(typed.get("until"));
        if (day.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return refused(it, typed, List.of(new Reason(day.isEmpty() ? "day" : from.isEmpty() ? "from" : "until", "learning.when-missing", List.of())));
        }
        var number = typed.getOrDefault("trainer", "").strip();
        var trainer = number.isEmpty() ? Optional.<Directory.Person>empty() : directory.byNumber(number);
        if (!number.isEmpty() && trainer.isEmpty()) {
            return refused(it, typed, List.of(new Reason("trainer", "learning.trainer-unknown", List.of())));
        }
        var room = Typed.id(typed.get("room")).flatMap(rooms::find);
        var place = typed.getOrDefault("place", "").isBlank() ? room.map(Rooms.Room::name).orElse("") : typed.get("place");
        var capacity = typed.getOrDefault("capacity", "").strip();
        var plan = new Sessions.Plan(at(day.get(), from.get()), at(day.get(), until.get()), place, trainer.map(Directory.Person::id).orElse(null),
                "true".equals(typed.get("online")), room.map(Rooms.Room::id).orElse(null), capacity.isEmpty() ? null : Integer.valueOf(Typed.number(capacity, -1)));
        return switch (sessions.plan(id, List.of(plan), me)) {
            case Answer.Done<UUID>(var occasion) -> pages.done("/app/trainings/sessions/" + occasions.sessions(occasion).getFirst().id(), "learning.was-planned");
            case Answer.Refused<UUID>(var reasons) -> refused(it, typed, reasons);
        };
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(sessions.zone()).toInstant();
    }

    /** 9:30, 09:30 or 09:30:15. */
    static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalTime.parse(typed.strip().length() == 4 ? "0" + typed.strip() : typed.strip()));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    private Object refused(Course it, Map<String, String> typed, List<Reason> reasons) {
        return pages.view(new PlanPage(it, rooms.all(), sessions.today(), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @For({Role.HR, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION})
    @GetMapping("/app/trainings/sessions/{session:[0-9a-f-]{36}}")
    Object session(@PathVariable UUID session, Me me) {
        return pages.view(page(session, me, Map.of(), List.of()));
    }

    private SessionPage page(UUID session, Me me, Map<String, String> typed, List<Reason> reasons) {
        var it = sessions.find(session).orElseThrow(() -> new NotThere("session " + session));
        var closings = lists.closings(session);
        var placed = new HashMap<UUID, Long>();
        log.places(closings.stream().map(Lists.Closing::record).toList()).forEach(place -> placed.put(place.record(), place.index()));
        var places = new HashMap<Integer, Long>();
        closings.stream().filter(closing -> placed.containsKey(closing.record())).forEach(closing -> places.put(closing.no(), placed.get(closing.record())));
        var named = me.is(Role.HR) || me.is(Role.ASSURER);
        return new SessionPage(it, occasions.find(it.occasion()).orElseThrow().calledOff(), Optional.ofNullable(it.trainer()).flatMap(directory::person).map(who -> who.nameZh().isEmpty()
                ? who.nameEn() : who.nameEn().isEmpty() ? who.nameZh() : who.nameEn() + " " + who.nameZh()).orElse(""), lists.there(session), closings, places,
                named ? badges.lost(session) : List.of(), feedback.said(session), named ? enrolments.of(session) : List.of(), me.is(Role.HR), named, sessions.now(), sessions.zone(), typed, reasons);
    }

    @PostMapping("/app/trainings/sessions/{session:[0-9a-f-]{36}}/lost")
    Object settle(@PathVariable UUID session, @RequestParam Map<String, String> typed, Me me) {
        var it = sessions.find(session).orElseThrow(() -> new NotThere("session " + session));
        var until = typed.getOrDefault("until", "").strip();
        var left = time(until);
        if (!until.isEmpty() && left.isEmpty()) {
            return pages.view(page(session, me, typed, List.of(new Reason("until", "learning.when-missing", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var answer = Typed.id(typed.get("lost")).map(lost -> badges.settle(lost, left.map(time -> at(it.day(), time)).orElse(null), typed.getOrDefault("because", ""), me))
                .orElseGet(() -> Answer.refused("lost", "learning.lost-unknown"));
        return switch (answer) {
            case Answer.Done<UUID>(var of) -> pages.done("/app/trainings/sessions/" + of, "learning.was-settled");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(session, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.HR, Role.ASSURER})
    @GetMapping("/app/trainings/people/{person:[0-9a-f-]{36}}")
    Object person(@PathVariable UUID person) {
        var who = directory.person(person).orElseThrow(() -> new NotThere("person " + person));
        return pages.view(new MinePage((who.nameEn() + " " + who.nameZh()).strip() + " · " + who.number(), lists.attended(person), List.of(), List.of(), List.of(), List.of(), true, false, sessions.today().getYear(), sessions.zone(), List.of()));
    }

    @PostMapping("/app/trainings/sessions/{session:[0-9a-f-]{36}}/enrolments")
    Object enrol(@PathVariable UUID session, @RequestParam Map<String, String> typed, Me me) {
        var answer = directory.byNumber(typed.getOrDefault("person", "").strip()).map(who -> enrolments.enrol(session, who.id(), me))
                .orElseGet(() -> Answer.refused("person", "learning.person-unknown"));
        return kept(answer, session, typed, me, "learning.was-enrolled-by");
    }

    @PostMapping("/app/trainings/sessions/{session:[0-9a-f-]{36}}/withdrawal")
    Object withdraw(@PathVariable UUID session, @RequestParam Map<String, String> typed, Me me) {
        var answer = Typed.id(typed.get("enrolment")).map(id -> enrolments.withdraw(id, typed.getOrDefault("whyNot", ""), me)).orElseGet(() -> Answer.refused("enrolment", "learning.enrolment-unknown"));
        return kept(under(answer, "because", "whyNot"), session, typed, me, "learning.was-withdrawn-by");
    }

    /** The page has two fields of this kind; a refusal leads to the one that was filled in. */
    private static <T> Answer<T> under(Answer<T> answer, String field, String there) {
        return switch (answer) {
            case Answer.Done<T> done -> done;
            case Answer.Refused<T>(var reasons) -> new Answer.Refused<>(reasons.stream().map(it -> it.field().equals(field) ? new Reason(there, it.key(), it.args()) : it).toList());
        };
    }

    private Object kept(Answer<UUID> answer, UUID session, Map<String, String> typed, Me me, String said) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done("/app/trainings/sessions/" + session, said);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(session, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Without the cells in which somebody could be told. */
    @For({Role.HR, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION})
    @GetMapping("/app/trainings/groups")
    Object groups(@RequestParam(defaultValue = "") String year) {
        var of = year.matches("20[0-9]{2}") ? Integer.parseInt(year) : sessions.today().getYear();
        return pages.view(new GroupsPage(of, groups.end(of), groups.of(of)));
    }

    @GetMapping("/app/trainings/rooms")
    Object rooms() {
        return pages.view(new RoomsPage(rooms.all(), Map.of(), List.of()));
    }

    @PostMapping("/app/trainings/rooms")
    Object room(@RequestParam Map<String, String> typed, Me me) {
        return switch (rooms.open(typed.getOrDefault("name", ""), Typed.number(typed.get("seats"), 0), me)) {
            case Answer.Done<UUID> done -> pages.done("/app/trainings/rooms", "learning.room-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new RoomsPage(rooms.all(), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/app/trainings/badges")
    Object badges() {
        return pages.view(new BadgesPage(badges.all(), badges.sessionsWaiting(), List.of()));
    }

    @GetMapping("/app/trainings/badges/empty.xlsx")
    Object template() {
        return pages.template(Export.Format.XLSX, "badges", BadgeFiles.COLUMNS);
    }

    /** The file is read outside of any transaction. */
    @PostMapping("/app/trainings/badges")
    Object bring(@RequestParam MultipartFile file, Me me) {
        return switch (badges.bringIn(bytes(file), Optional.ofNullable(file.getOriginalFilename()).filter(it -> !it.isBlank()).orElse("badges"), me)) {
            case Answer.Done<BadgeFiles.Brought>(var it) -> pages.done("/app/trainings/badges", "learning.was-brought", (long) it.lines(), (long) it.sessions(), (long) it.lost());
            case Answer.Refused<BadgeFiles.Brought>(var reasons) -> pages.view(new BadgesPage(badges.all(), badges.sessionsWaiting(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/trainings/badges/answers")
    Object answers(@RequestParam MultipartFile answers, Me me) {
        return switch (feedback.bringIn(bytes(answers), me)) {
            case Answer.Done<Integer>(var taken) -> pages.done("/app/trainings/badges", "learning.answers-brought", (long) taken);
            case Answer.Refused<Integer>(var reasons) -> pages.view(new BadgesPage(badges.all(), badges.sessionsWaiting(),
                    reasons.stream().map(it -> new Reason("answers", it.key(), it.args())).toList()), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Course course(UUID id) {
        return courses.find(id).orElseThrow(() -> new NotThere("course " + id));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry trainingsInTheMenu() {
            return MenuEntry.of(Wing.PEOPLE, 50, "learning.training.all", "/app/trainings", Role.HR, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.UNION);
        }
    }
}
