package org.probity.people.amenity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Booking whatever has seats at a time: a slot of a place, a session, a ride. A seat is taken once, and nobody is in two places. */
@Service("amenitySeats")
public class Seats {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public enum Kind { SLOT, SESSION, RIDE }

    /** @param owner the place or the route @param taken seats that are booked */
    public record Offered(Kind kind, UUID owner, UUID thing, LocalDateTime fromAt, LocalDateTime untilAt, int seats, int taken) {
        public int free() {
            return Math.max(0, seats - taken);
        }
    }

    /** @param nameEn of the place, the programme or the route @param stopAt when the ride is where they get on; null: no ride */
    public record Booking(UUID id, String number, Kind kind, UUID thing, LocalDateTime fromAt, LocalDateTime untilAt, int seat, UUID person, String nameEn, String nameZh, @Nullable String stopEn, @Nullable String stopZh, @Nullable LocalDateTime stopAt,
            boolean off, boolean gone) {
        /** From when whoever booked has to be there. */
        public LocalDateTime begins() {
            return stopAt == null ? fromAt : stopAt;
        }

        public String name(Lang lang) {
            return said(lang, nameEn, nameZh) + (stopEn == null ? "" : " · " + said(lang, stopEn, stopZh == null ? "" : stopZh));
        }
    }

    static String said(Lang lang, String en, String zh) {
        return lang == Lang.ZH && !zh.isEmpty() || en.isEmpty() ? zh : en;
    }

    private final JdbcClient db;
    private final Directory directory;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    Seats(JdbcClient db, Directory directory, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes the first seat that is free. Whoever works here or is retired may.
     *
     * <p>Refusals: {@code amenity.no-person}; {@code amenity.not-here} neither engaged nor retired today; {@code amenity.time-missing}; {@code amenity.begun}; {@code amenity.too-far} further ahead than the rule; {@code amenity.not-open}
     * nothing has seats there and then; {@code amenity.stop-missing} none, or the last; {@code amenity.elsewhere} they have booked something at that time; {@code amenity.many}; {@code amenity.full}.
     */
    @Transactional
    public Answer<UUID> book(Kind kind, UUID thing, @Nullable LocalDateTime from, @Nullable UUID stop, Me by) {
        var found = directory.personOf(by);
        if (found.isEmpty()) {
            return Answer.refused("", "amenity.no-person");
        }
        var person = found.get();
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person).query((row, n) -> row).optional();
        if (!db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:today, 'infinity') AS now WHERE now.person = :person)").param("today", today()).param("person", person).query(Boolean.class).single()) {
            return Answer.refused("", "amenity.not-here");
        }
        if (from == null) {
            return Answer.refused("from", "amenity.time-missing");
        }
        if (!from.isAfter(here())) {
            return Answer.refused("from", "amenity.begun");
        }
        var ahead = rules.on(AmenityRule.AHEAD_DAYS, today());
        if (from.toLocalDate().isAfter(today().plusDays(ahead))) {
            return Answer.refused("from", "amenity.too-far", ahead);
        }
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:thing, 0))").param("thing", thing + "@" + from).query((row, n) -> row).optional();
        var offered = db.sql(OFFERED + " WHERE it.kind = :kind AND it.thing = :thing AND it.from_at = :from").param("first", from.toLocalDate()).param("last", from.toLocalDate()).param("kind", kind.name()).param("thing", thing)
                .param("from", from).query(Offered.class).optional();
        if (offered.isEmpty()) {
            return Answer.refused("from", "amenity.not-open");
        }
        var it = offered.get();
        if (kind == Kind.RIDE && (stop == null || !db.sql("SELECT EXISTS (SELECT FROM amenity.stop JOIN amenity.stop AS later ON later.route = stop.route AND later.no > stop.no WHERE stop.id = :stop AND stop.route = :route)").param("stop", stop).param("route", it.owner()).query(Boolean.class).single())) {
            return Answer.refused("stop", "amenity.stop-missing");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM amenity.booking WHERE person = :person AND void_at IS NULL AND from_at < :until AND until_at > :from)").param("person", person).param("from", it.fromAt())
                .param("until", it.untilAt()).query(Boolean.class).single()) {
            return Answer.refused("from", "amenity.elsewhere");
        }
        var most = rules.on(AmenityRule.BOOKINGS_MOST, today());
        if (db.sql("SELECT count(*) FROM amenity.booking WHERE person = :person AND void_at IS NULL AND from_at > :now").param("person", person).param("now", here()).query(Long.class).single() >= most) {
            return Answer.refused("", "amenity.many", most);
        }
        var seat = db.sql("""
                SELECT no FROM generate_series(1, :seats) AS no
                 WHERE NOT EXISTS (SELECT FROM amenity.booking WHERE thing = :thing AND from_at = :from AND seat = no AND void_at IS NULL) ORDER BY no LIMIT 1
                """).param("seats", it.seats()).param("thing", thing).param("from", from).query(Integer.class).optional();
        if (seat.isEmpty()) {
            return Answer.refused("from", "amenity.full");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO amenity.booking (id, number, kind, thing, from_at, until_at, seat, person, stop, booked_by, booked_at, record)
                VALUES (:id, 'S' || :year || '-' || lpad(nextval('amenity.number')::text, 7, '0'), :kind, :thing, :from, :until, :seat, :person, :stop, :by, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("kind", kind.name()).param("thing", thing).param("from", it.fromAt()).param("until", it.untilAt()).param("seat", seat.get()).param("person", person)
                .param("stop", kind == Kind.RIDE ? stop : null).param("by", by.account()).param("at", now())
                .param("record", log.record(kind == Kind.RIDE ? "amenity.ride" : "amenity.seat", from.toLocalDate(), Map.of("booking", id.toString(), "thing", thing.toString(), "from", from.toString())))
                .update();
        return Answer.done(id);
    }

    /**
     * Whoever booked gives the seat back before it begins.
     *
     * <p>Refusals: {@code amenity.unknown}, {@code amenity.only-own}, {@code amenity.gone} it was given back, {@code amenity.begun}.
     */
    @Transactional
    public Answer<UUID> giveBack(UUID id, Me by) {
        db.sql("SELECT FROM amenity.booking WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "amenity.unknown");
        }
        var it = found.get();
        if (directory.personOf(by).filter(it.person()::equals).isEmpty()) {
            return Answer.refused("", "amenity.only-own");
        }
        if (it.gone()) {
            return Answer.refused("", "amenity.gone");
        }
        if (!it.fromAt().isAfter(here())) {
            return Answer.refused("", "amenity.begun");
        }
        db.sql("UPDATE amenity.booking SET void_at = :at, void_record = :record WHERE id = :id").param("at", now()).param("id", id)
                .param("record", log.record(it.kind() == Kind.RIDE ? "amenity.ride-back" : "amenity.seat-back", it.fromAt().toLocalDate(), Map.of("booking", id.toString()))).update();
        return Answer.done(id);
    }

    private static final String OFFERED = """
            SELECT it.*, (SELECT count(*) FROM amenity.booking WHERE booking.thing = it.thing AND booking.from_at = it.from_at AND booking.void_at IS NULL)::int AS taken
              FROM amenity.offered(:first, :last, 'infinity') AS it
            """;

    /** What a place or a route offers on a day. */
    public List<Offered> offered(UUID owner, Kind kind, LocalDate day) {
        return db.sql(OFFERED + " WHERE it.owner = :owner AND it.kind = :kind ORDER BY it.from_at").param("first", day).param("last", day).param("owner", owner).param("kind", kind.name()).query(Offered.class).list();
    }

    private static final String BOOKING = """
            SELECT booking.id, booking.number, booking.kind, booking.thing, booking.from_at, booking.until_at, booking.seat, booking.person,
                   coalesce(place.name_en, programme.title_en, route.name_en, '') AS name_en, coalesce(place.name_zh, programme.title_zh, route.name_zh, '') AS name_zh, stop.name_en AS stop_en, stop.name_zh AS stop_zh, booking.from_at + make_interval(mins => stop.minutes) AS stop_at,
                   session.off_at IS NOT NULL OR closed.place IS NOT NULL AS off, booking.void_at IS NOT NULL AS gone
              FROM amenity.booking
              LEFT JOIN amenity.place ON place.id = booking.thing
              LEFT JOIN amenity.session ON session.id = booking.thing
              LEFT JOIN amenity.programme ON programme.id = session.programme
              LEFT JOIN amenity.ride ON ride.id = booking.thing
              LEFT JOIN amenity.route ON route.id = ride.route
              LEFT JOIN amenity.stop ON stop.id = booking.stop
              LEFT JOIN amenity.closed ON closed.place = booking.thing AND closed.day = booking.from_at::date
            """;

    Optional<Booking> find(UUID id) {
        return db.sql(BOOKING + " WHERE booking.id = :id").param("id", id).query(Booking.class).optional();
    }

    /** What somebody has ahead of them, soonest first. */
    List<Booking> ahead(UUID person) {
        return db.sql(BOOKING + " WHERE booking.person = :person AND booking.void_at IS NULL AND booking.until_at > :now ORDER BY booking.from_at").param("person", person).param("now", here()).query(Booking.class).list();
    }

    List<Booking> of(UUID person) {
        return db.sql(BOOKING + " WHERE booking.person = :person ORDER BY booking.from_at DESC").param("person", person).query(Booking.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What clocks on the wall show. */
    LocalDateTime here() {
        return LocalDateTime.ofInstant(clock.instant(), ZONE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
