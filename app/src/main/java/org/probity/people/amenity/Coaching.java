package org.probity.people.amenity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Coaches, their programmes and sessions, events, and personal plans that only the two of a plan read. */
@Service
public class Coaching {
    private static final int WORDS_LONGEST = 1_000;
    private static final int PLAN_LONGEST = 4_000;
    private static final int WEEKS_MOST = 26;

    public record Coach(UUID id, UUID person, String nameEn, String nameZh, String shows, LocalDate fromDay) {
        public String name(Lang lang) {
            return Seats.said(lang, nameEn, nameZh);
        }
    }

    /** @param off why it does not take place; null: it does */
    public record Session(UUID id, UUID programme, UUID place, String titleEn, String titleZh, String words, String placeEn, String placeZh, @Nullable String coachEn, @Nullable String coachZh, LocalDateTime fromAt,
            LocalDateTime untilAt, int seats, int taken, @Nullable String off) {
        public String title(Lang lang) {
            return Seats.said(lang, titleEn, titleZh);
        }

        public String where(Lang lang) {
            return Seats.said(lang, placeEn, placeZh);
        }

        public String coach(Lang lang) {
            return coachEn == null ? "" : Seats.said(lang, coachEn, coachZh == null ? "" : coachZh);
        }
    }

    /** @param words the coach's answer; null: none yet */
    public record Plan(UUID id, UUID coach, UUID coachPerson, String coachEn, String coachZh, UUID person, String nameEn, String nameZh, String goal, @Nullable String words) {
        public String coach(Lang lang) {
            return Seats.said(lang, coachEn, coachZh);
        }

        public String person(Lang lang) {
            return Seats.said(lang, nameEn, nameZh);
        }
    }

    /** @param weeks 1: an event that is held once */
    public record Series(@Nullable UUID place, @Nullable UUID coach, String titleEn, String titleZh, String words, @Nullable LocalDate first, @Nullable LocalTime starts, @Nullable LocalTime ends, int weeks, int seats) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Coaching(JdbcClient db, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources name a coach, with what shows that they may teach.
     *
     * <p>Refusals: {@code amenity.not-yours}, {@code amenity.number-unknown}, {@code amenity.shows-wrong}, {@code amenity.coach-already}.
     */
    @Transactional
    public Answer<UUID> name(String number, String shows, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "amenity.not-yours");
        }
        var person = directory.byNumber(number.strip());
        if (person.isEmpty()) {
            return Answer.refused("number", "amenity.number-unknown");
        }
        if (shows.isBlank() || shows.strip().length() > Amenities.REASON_LONGEST) {
            return Answer.refused("shows", "amenity.shows-wrong", Amenities.REASON_LONGEST);
        }
        if (coachOf(person.get().id()).isPresent()) {
            return Answer.refused("number", "amenity.coach-already");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO amenity.coach (id, person, shows, from_day, named_by, named_at, record) VALUES (:id, :person, :shows, :today, :by, :at, :record)")
                .param("id", id).param("person", person.get().id()).param("shows", shows.strip()).param("today", today()).param("by", by.account()).param("at", now())
                .param("record", log.record("amenity.coach", today(), Map.of("coach", id.toString()))).update();
        return Answer.done(id);
    }

    /**
     * Human resources announce an event, or a coach or they a programme: one session a week at the same hour.
     *
     * <p>Refusals: {@code amenity.not-yours}; {@code amenity.place-missing}; {@code amenity.coach-unknown}; {@code amenity.name-wrong}; {@code amenity.words-long}; {@code amenity.day-past}; {@code amenity.hours-wrong};
     * {@code amenity.weeks-wrong}; {@code amenity.seats-wrong}.
     */
    @Transactional
    public Answer<UUID> announce(Series it, Me by) {
        var own = directory.personOf(by).flatMap(this::coachOf);
        if (!by.is(Role.HR) && (own.isEmpty() || !own.get().id().equals(it.coach()))) {
            return Answer.refused("", "amenity.not-yours");
        }
        if (it.place() == null || !db.sql("SELECT EXISTS (SELECT FROM amenity.place WHERE id = :id)").param("id", it.place()).query(Boolean.class).single()) {
            return Answer.refused("place", "amenity.place-missing");
        }
        if (it.coach() != null && coaches().stream().noneMatch(one -> one.id().equals(it.coach()))) {
            return Answer.refused("coach", "amenity.coach-unknown");
        }
        if (it.titleEn().isBlank() && it.titleZh().isBlank() || it.titleEn().length() > Amenities.NAME_LONGEST || it.titleZh().length() > Amenities.NAME_LONGEST) {
            return Answer.refused("titleEn", "amenity.name-wrong", Amenities.NAME_LONGEST);
        }
        if (it.words().strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "amenity.words-long", WORDS_LONGEST);
        }
        if (it.first() == null || it.first().isBefore(today())) {
            return Answer.refused("first", "amenity.day-past");
        }
        if (it.starts() == null || it.ends() == null || !it.ends().isAfter(it.starts())) {
            return Answer.refused("starts", "amenity.hours-wrong");
        }
        if (it.weeks() < 1 || it.weeks() > WEEKS_MOST) {
            return Answer.refused("weeks", "amenity.weeks-wrong", WEEKS_MOST);
        }
        if (it.seats() < 1 || it.seats() > 5_000) {
            return Answer.refused("seats", "amenity.seats-wrong");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO amenity.programme (id, place, coach, title_en, title_zh, words, announced_by, announced_at, record) VALUES (:id, :place, :coach, :en, :zh, :words, :by, :at, :record)
                """)
                .param("id", id).param("place", it.place()).param("coach", it.coach()).param("en", it.titleEn().strip()).param("zh", it.titleZh().strip()).param("words", it.words().strip()).param("by", by.account())
                .param("at", now()).param("record", log.record("amenity.programme", it.first(), Map.of("programme", id.toString(), "weeks", it.weeks(), "seats", it.seats()))).update();
        for (int week = 0; week < it.weeks(); week++) {
            var day = it.first().plusWeeks(week);
            db.sql("INSERT INTO amenity.session (id, programme, from_at, until_at, seats) VALUES (gen_random_uuid(), :programme, :from, :until, :seats)").param("programme", id).param("from", day.atTime(it.starts()))
                    .param("until", day.atTime(it.ends())).param("seats", it.seats()).update();
        }
        return Answer.done(id);
    }

    /**
     * A session does not take place; whoever had booked reads why beside their booking.
     *
     * <p>Refusals: {@code amenity.unknown}, {@code amenity.not-yours}, {@code amenity.off-already}, {@code amenity.reason-wrong}.
     */
    @Transactional
    public Answer<UUID> callOff(UUID session, String reason, Me by) {
        var found = session(session);
        if (found.isEmpty()) {
            return Answer.refused("", "amenity.unknown");
        }
        if (!holds(found.get(), by)) {
            return Answer.refused("", "amenity.not-yours");
        }
        if (found.get().off() != null) {
            return Answer.refused("", "amenity.off-already");
        }
        if (reason.isBlank() || reason.strip().length() > Amenities.REASON_LONGEST) {
            return Answer.refused("reason", "amenity.reason-wrong", Amenities.REASON_LONGEST);
        }
        db.sql("UPDATE amenity.session SET off_at = :at, off_why = :why WHERE id = :id").param("at", now()).param("why", reason.strip()).param("id", session).update();
        return Answer.done(session);
    }

    boolean holds(Session it, Me me) {
        return me.is(Role.HR) || db.sql("SELECT EXISTS (SELECT FROM amenity.programme JOIN amenity.coach ON coach.id = programme.coach WHERE programme.id = :programme AND coach.person = :person)").param("programme", it.programme())
                .param("person", directory.personOf(me).orElse(new UUID(0, 0))).query(Boolean.class).single();
    }

    /**
     * Somebody asks a coach for a plan of their own, once a coach; asking again tells a new goal and the answer begins anew.
     *
     * <p>Refusals: {@code amenity.no-person}, {@code amenity.coach-unknown}, {@code amenity.own}, {@code amenity.goal-wrong}.
     */
    @Transactional
    public Answer<UUID> ask(@Nullable UUID coach, String goal, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "amenity.no-person");
        }
        var found = coaches().stream().filter(it -> it.id().equals(coach)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused("coach", "amenity.coach-unknown");
        }
        if (found.get().person().equals(person.get())) {
            return Answer.refused("coach", "amenity.own");
        }
        if (goal.isBlank() || goal.strip().length() > WORDS_LONGEST) {
            return Answer.refused("goal", "amenity.goal-wrong", WORDS_LONGEST);
        }
        return Answer.done(db.sql("""
                INSERT INTO amenity.plan (id, coach, person, goal, asked_at) VALUES (gen_random_uuid(), :coach, :person, :goal, :at)
                ON CONFLICT (coach, person) DO UPDATE SET goal = excluded.goal, asked_at = excluded.asked_at, words = NULL, answered_at = NULL
                RETURNING id
                """).param("coach", coach).param("person", person.get()).param("goal", goal.strip()).param("at", now()).query(UUID.class).single());
    }

    /**
     * The coach writes the plan.
     *
     * <p>Refusals: {@code amenity.unknown}, {@code amenity.not-yours}, {@code amenity.plan-wrong}.
     */
    @Transactional
    public Answer<UUID> answer(UUID plan, String words, Me by) {
        var person = directory.personOf(by);
        var found = person.flatMap(it -> plans(it).stream().filter(one -> one.id().equals(plan)).findFirst());
        if (found.isEmpty()) {
            return Answer.refused("", "amenity.unknown");
        }
        if (!found.get().coachPerson().equals(person.get())) {
            return Answer.refused("", "amenity.not-yours");
        }
        if (words.isBlank() || words.strip().length() > PLAN_LONGEST) {
            return Answer.refused("plan-" + plan, "amenity.plan-wrong", PLAN_LONGEST);
        }
        db.sql("UPDATE amenity.plan SET words = :words, answered_at = :at WHERE id = :id").param("words", words.strip()).param("at", now()).param("id", plan).update();
        return Answer.done(plan);
    }

    /** Plans that somebody asked for, or that they are asked for as a coach. */
    List<Plan> plans(UUID person) {
        return db.sql("""
                SELECT plan.id, plan.coach, coach.person AS coach_person, coalesce(teacher.name_en, '') AS coach_en, coalesce(teacher.name_zh, '') AS coach_zh, plan.person, coalesce(name.name_en, '') AS name_en,
                       coalesce(name.name_zh, '') AS name_zh, plan.goal, plan.words
                  FROM amenity.plan
                  JOIN amenity.coach ON coach.id = plan.coach
                  LEFT JOIN directory.name AS teacher ON teacher.id = coach.person
                  LEFT JOIN directory.name ON name.id = plan.person
                 WHERE plan.person = :person OR coach.person = :person
                 ORDER BY plan.asked_at DESC
                """).param("person", person).query(Plan.class).list();
    }

    Optional<Coach> coachOf(UUID person) {
        return coaches().stream().filter(it -> it.person().equals(person)).findFirst();
    }

    List<Coach> coaches() {
        return db.sql("""
                SELECT coach.id, coach.person, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, coach.shows, coach.from_day
                  FROM amenity.coach
                  LEFT JOIN directory.name ON name.id = coach.person
                 WHERE coach.over_day IS NULL
                 ORDER BY name.number
                """).query(Coach.class).list();
    }

    private static final String SESSION = """
            SELECT session.id, session.programme, programme.place, programme.title_en, programme.title_zh, programme.words, place.name_en AS place_en, place.name_zh AS place_zh, name.name_en AS coach_en, name.name_zh AS coach_zh,
                   session.from_at, session.until_at, session.seats, (SELECT count(*) FROM amenity.booking WHERE booking.thing = session.id AND booking.void_at IS NULL)::int AS taken, session.off_why AS off
              FROM amenity.session
              JOIN amenity.programme ON programme.id = session.programme
              JOIN amenity.place ON place.id = programme.place
              LEFT JOIN amenity.coach ON coach.id = programme.coach
              LEFT JOIN directory.name ON name.id = coach.person
            """;

    Optional<Session> session(UUID id) {
        return db.sql(SESSION + " WHERE session.id = :id").param("id", id).query(Session.class).optional();
    }

    /** What is still to come, soonest first. */
    List<Session> coming(int most) {
        return db.sql(SESSION + " WHERE session.from_at > :now ORDER BY session.from_at LIMIT :most").param("now", LocalDateTime.ofInstant(clock.instant(), Seats.ZONE)).param("most", most).query(Session.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
