package org.probity.people.learning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Query;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of courses: planned here, held by {@code gathering}, counted by {@link Lists}. */
@Service
public class Sessions {
    /**
     * @param trainer a person of the directory; null: somebody from outside
     * @param room one of ours; null: elsewhere, as {@code place} says
     * @param capacity most who have a place; null: as many as come, or as the room has seats
     */
    public record Plan(Instant startsAt, Instant endsAt, String place, @Nullable UUID trainer, boolean online, @Nullable UUID room, @Nullable Integer capacity) {
        public Plan(Instant startsAt, Instant endsAt, String place, @Nullable UUID trainer, boolean online) {
            this(startsAt, endsAt, place, trainer, online, null, null);
        }

        boolean meets(Plan other) {
            return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
        }
    }

    private static final int SESSIONS_MOST = 100;

    private final JdbcClient db;
    private final Courses courses;
    private final Occasions occasions;
    private final Directory directory;
    private final Clock clock;

    Sessions(JdbcClient db, Courses courses, Occasions occasions, Directory directory, Clock clock) {
        this.db = db;
        this.courses = courses;
        this.occasions = occasions;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A course is held, once or several times; each session is the whole course for those who are there.
     *
     * <p>Refusals: {@code learning.course-unknown}; {@code learning.sessions-many}; {@code learning.trainer-unknown}; {@code learning.room-unknown};
     * {@code learning.room-taken} and {@code learning.trainer-busy} in another session of the same hours; {@code learning.capacity-wrong} not from 1 to the
     * seats of the room; those of {@code Occasions.open}, of
     * which {@code gathering.not-held-by-you} says that human resources hold trainings.
     *
     * @return the occasion
     */
    @Transactional
    public Answer<UUID> plan(UUID course, List<Plan> sessions, Me by) {
        var found = courses.find(course);
        if (found.isEmpty()) {
            return Answer.refused("", "learning.course-unknown");
        }
        if (sessions.size() > SESSIONS_MOST) {
            return Answer.refused("day", "learning.sessions-many", SESSIONS_MOST);
        }
        if (sessions.stream().map(Plan::trainer).filter(it -> it != null).distinct().anyMatch(it -> directory.person(it).isEmpty())) {
            return Answer.refused("trainer", "learning.trainer-unknown");
        }
        var clash = clash(sessions);
        if (clash.isPresent()) {
            return new Answer.Refused<>(List.of(clash.get()));
        }
        var opening = new Occasions.Opening(Trainings.KIND, found.get().titleEn(), List.of(found.get().kind().name()), List.of(),
                sessions.stream().map(it -> new Occasion.Plan(it.startsAt(), it.endsAt(), it.place())).toList());
        return switch (occasions.open(opening, by)) {
            case Answer.Refused<UUID> refused -> refused;
            case Answer.Done<UUID>(var occasion) -> {
                db.sql("INSERT INTO learning.run (occasion, course) VALUES (:occasion, :course)").param("occasion", occasion).param("course", course).update();
                var held = occasions.sessions(occasion);
                db.sql("""
                        INSERT INTO learning.session (session, trainer, online, room, capacity, during)
                        SELECT planned.session, planned.trainer, planned.online, planned.room, coalesce(planned.capacity, room.seats), tstzrange(planned.starts_at, planned.ends_at)
                          FROM unnest(:sessions::uuid[], :trainers::uuid[], :online::boolean[], :rooms::uuid[], :capacities::int[], CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[]))
                               AS planned (session, trainer, online, room, capacity, starts_at, ends_at)
                          LEFT JOIN learning.room ON room.id = planned.room
                        """)
                        .param("rooms", sessions.stream().map(Plan::room).toArray(UUID[]::new)).param("capacities", sessions.stream().map(Plan::capacity).toArray(Integer[]::new))
                        .param("starts", held.stream().map(it -> it.startsAt().toString()).toArray(String[]::new)).param("ends", held.stream().map(it -> it.endsAt().toString()).toArray(String[]::new))
                        .param("sessions", held.stream().map(Occasion.Session::id).toArray(UUID[]::new)).param("trainers", sessions.stream().map(Plan::trainer).toArray(UUID[]::new))
                        .param("online", sessions.stream().map(Plan::online).toArray(Boolean[]::new))
                        .update();
                yield Answer.done(occasion);
            }
        };
    }

    /** Whoever plans at the same moment waits; what slips through the database refuses. */
    private Optional<Reason> clash(List<Plan> plans) {
        if (plans.stream().allMatch(it -> it.room() == null && it.trainer() == null && it.capacity() == null)) {
            return Optional.empty();
        }
        db.sql("SELECT pg_advisory_xact_lock(1907)").query((row, n) -> n).list();
        for (var it : plans) {
            var seats = it.room() == null ? Optional.of(10_000) : db.sql("SELECT seats FROM learning.room WHERE id = :id").param("id", it.room()).query(Integer.class).optional();
            if (seats.isEmpty()) {
                return Optional.of(new Reason("room", "learning.room-unknown", List.of()));
            }
            if (it.capacity() != null && (it.capacity() < 1 || it.capacity() > seats.get())) {
                return Optional.of(new Reason("capacity", "learning.capacity-wrong", List.of(seats.get())));
            }
            if (it.room() != null && (plans.stream().anyMatch(other -> other != it && it.room().equals(other.room()) && it.meets(other)) || taken("room", it.room(), it))) {
                return Optional.of(new Reason("room", "learning.room-taken", List.of()));
            }
            if (it.trainer() != null && (plans.stream().anyMatch(other -> other != it && it.trainer().equals(other.trainer()) && it.meets(other)) || taken("trainer", it.trainer(), it))) {
                return Optional.of(new Reason("trainer", "learning.trainer-busy", List.of()));
            }
        }
        return Optional.empty();
    }

    private boolean taken(String what, UUID which, Plan it) {
        return db.sql("SELECT EXISTS (SELECT FROM learning.session WHERE off_at IS NULL AND during && tstzrange(:from, :until) AND " + (what.equals("room") ? "room" : "trainer") + " = :which)")
                .param("from", it.startsAt().atOffset(ZoneOffset.UTC)).param("until", it.endsAt().atOffset(ZoneOffset.UTC)).param("which", which).query(Boolean.class).single();
    }

    /** Neither its rooms nor its trainers are taken any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Occasions.CalledOff off) {
        if (off.occasion().kind().equals(Trainings.KIND)) {
            db.sql("UPDATE learning.session SET off_at = :now WHERE off_at IS NULL AND session IN (SELECT session FROM learning.session_named WHERE occasion = :occasion)")
                    .param("now", now().atOffset(ZoneOffset.UTC)).param("occasion", off.occasion().id()).update();
        }
    }

    public Optional<Session> find(UUID session) {
        return db.sql("SELECT * FROM learning.session_named WHERE session = :session").param("session", session).query(Session.class).optional();
    }

    /** Whoever leads a session shows its square to those who come, be they human resources or not. */
    boolean leads(Session it, Me me) {
        return me.is(Role.HR) || it.trainer() != null && directory.personOf(me).filter(it.trainer()::equals).isPresent();
    }

    /** Sessions of a course, the newest first. */
    List<CoursePage.Line> of(UUID course, Query query) {
        return db.sql("""
                SELECT named.session, named.number, named.day, named.starts_at, named.ends_at, named.place, named.online, named.alone, list.no AS closings,
                       count(attended.person) AS people, coalesce(sum(attended.seconds), 0) AS seconds, called_off.occasion IS NOT NULL AS called_off
                  FROM (SELECT * FROM learning.session_named WHERE course = :course ORDER BY starts_at DESC, number DESC LIMIT :limit OFFSET :offset) AS named
                  LEFT JOIN gathering.called_off ON called_off.occasion = named.occasion
                  LEFT JOIN LATERAL (SELECT no FROM learning.list WHERE list.session = named.session ORDER BY no DESC LIMIT 1) AS list ON true
                  LEFT JOIN learning.attended ON attended.session = named.session AND attended.no = list.no
                 GROUP BY named.session, named.number, named.day, named.starts_at, named.ends_at, named.place, named.online, named.alone, list.no, called_off.occasion
                 ORDER BY named.starts_at DESC, named.number DESC
                """)
                .param("course", course).param("limit", query.limit()).param("offset", query.offset())
                .query(CoursePage.Line.class).list();
    }

    long count(UUID course) {
        return db.sql("SELECT count(*) FROM learning.session_named WHERE course = :course").param("course", course).query(Long.class).single();
    }

    /** Sessions that lie ahead or run now, for whoever leads them. */
    List<Session> led(Me me) {
        return directory.personOf(me).map(person -> db.sql("SELECT * FROM learning.session_named WHERE trainer = :me AND ends_at > :now ORDER BY starts_at LIMIT 50")
                .param("me", person).param("now", now().atOffset(ZoneOffset.UTC)).query(Session.class).list()).orElse(List.of());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ZoneId zone() {
        return clock.getZone();
    }
}
