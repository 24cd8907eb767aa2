package org.probity.people.amenity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places and when they are open. */
@Service
public class Amenities {
    static final int NAME_LONGEST = 100;
    static final int CODE_LONGEST = 20;
    static final int REASON_LONGEST = 300;

    public enum Kind { RESTAURANT, GYM, POOL, CENTRE }

    /** @param today when it is open today, such as 11:00–13:30, 17:00–19:00; empty: closed */
    public record Spot(UUID id, String code, Kind kind, String nameEn, String nameZh, UUID site, String siteEn, String siteZh, String today) {
        public String name(Lang lang) {
            return Seats.said(lang, nameEn, nameZh);
        }

        public String site(Lang lang) {
            return Seats.said(lang, siteEn, siteZh);
        }
    }

    public record Details(String code, @Nullable Kind kind, String nameEn, String nameZh, @Nullable UUID site) {}

    /** @param weekdays 1 is Monday @param minutes of a slot */
    public record Hours(@Nullable LocalDate from, Set<Integer> weekdays, @Nullable LocalTime opens, @Nullable LocalTime closes, int minutes, int seats) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Amenities(JdbcClient db, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources enter a place.
     *
     * <p>Refusals: {@code amenity.not-yours}, {@code amenity.code-wrong}, {@code amenity.code-taken}, {@code amenity.kind-missing}, {@code amenity.name-wrong}, {@code amenity.site-wrong}.
     */
    @Transactional
    public Answer<UUID> found(Details it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "amenity.not-yours");
        }
        var code = it.code().strip();
        if (code.isEmpty() || code.length() > CODE_LONGEST) {
            return Answer.refused("code", "amenity.code-wrong", CODE_LONGEST);
        }
        if (it.kind() == null) {
            return Answer.refused("kind", "amenity.kind-missing");
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank() || it.nameEn().length() > NAME_LONGEST || it.nameZh().length() > NAME_LONGEST) {
            return Answer.refused("nameEn", "amenity.name-wrong", NAME_LONGEST);
        }
        if (!isSite(it.site())) {
            return Answer.refused("site", "amenity.site-wrong");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM amenity.place WHERE code = :code)").param("code", code).query(Boolean.class).single()) {
            return Answer.refused("code", "amenity.code-taken");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO amenity.place (id, code, kind, name_en, name_zh, site, founded_by, founded_at, record) VALUES (:id, :code, :kind, :en, :zh, :site, :by, :at, :record)")
                .param("id", id).param("code", code).param("kind", it.kind().name()).param("en", it.nameEn().strip()).param("zh", it.nameZh().strip()).param("site", it.site()).param("by", by.account()).param("at", now())
                .param("record", log.record("amenity.place", today(), Map.of("place", id.toString(), "kind", it.kind().name()))).update();
        return Answer.done(id);
    }

    boolean isSite(@Nullable UUID site) {
        return site != null && directory.place(site, today()).filter(place -> place.kind() == Place.Kind.SITE).isPresent();
    }

    /**
     * From a day on a place is open on these days of the week. What is said for the same day is said together: a lunch and a dinner. What was booked stays booked.
     *
     * <p>Refusals: {@code amenity.not-yours}, {@code amenity.unknown}, {@code amenity.day-past} also where there is none, {@code amenity.weekdays-missing}, {@code amenity.hours-wrong}, {@code amenity.slot-wrong},
     * {@code amenity.seats-wrong}.
     */
    @Transactional
    public Answer<UUID> open(UUID place, Hours it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "amenity.not-yours");
        }
        if (find(place).isEmpty()) {
            return Answer.refused("", "amenity.unknown");
        }
        if (it.from() == null || it.from().isBefore(today())) {
            return Answer.refused("from", "amenity.day-past");
        }
        if (it.weekdays().isEmpty()) {
            return Answer.refused("weekdays", "amenity.weekdays-missing");
        }
        if (it.opens() == null || it.closes() == null || !it.closes().isAfter(it.opens())) {
            return Answer.refused("opens", "amenity.hours-wrong");
        }
        if (it.minutes() < 10 || it.minutes() > 720 || it.opens().plusMinutes(it.minutes()).isAfter(it.closes()) || it.opens().plusMinutes(it.minutes()).isBefore(it.opens())) {
            return Answer.refused("minutes", "amenity.slot-wrong");
        }
        if (it.seats() < 1 || it.seats() > 5_000) {
            return Answer.refused("seats", "amenity.seats-wrong");
        }
        db.sql("INSERT INTO amenity.opening (id, place, from_day, weekdays, opens, closes, minutes, seats, said_by, said_at, record) VALUES (gen_random_uuid(), :place, :from, :weekdays, :opens, :closes, :minutes, :seats, :by, :at, :record)")
                .param("place", place).param("from", it.from()).param("weekdays", it.weekdays().stream().sorted().toArray(Integer[]::new)).param("opens", it.opens()).param("closes", it.closes()).param("minutes", it.minutes())
                .param("seats", it.seats()).param("by", by.account()).param("at", now())
                .param("record", log.record("amenity.opening", it.from(), Map.of("place", place.toString(), "opens", it.opens().toString(), "closes", it.closes().toString(), "seats", it.seats()))).update();
        return Answer.done(place);
    }

    /**
     * On a day a place is closed all the same; whoever had booked reads it beside their booking.
     *
     * <p>Refusals: {@code amenity.not-yours}, {@code amenity.unknown}, {@code amenity.day-past}, {@code amenity.reason-wrong}, {@code amenity.closed-already}.
     */
    @Transactional
    public Answer<UUID> close(UUID place, @Nullable LocalDate day, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "amenity.not-yours");
        }
        if (find(place).isEmpty()) {
            return Answer.refused("", "amenity.unknown");
        }
        if (day == null || day.isBefore(today())) {
            return Answer.refused("day", "amenity.day-past");
        }
        if (reason.isBlank() || reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "amenity.reason-wrong", REASON_LONGEST);
        }
        if (!closed(place, day).isEmpty()) {
            return Answer.refused("day", "amenity.closed-already");
        }
        db.sql("INSERT INTO amenity.closed (place, day, reason, said_by, said_at, record) VALUES (:place, :day, :reason, :by, :at, :record)").param("place", place).param("day", day)
                .param("reason", reason.strip()).param("by", by.account()).param("at", now()).param("record", log.record("amenity.closed", day, Map.of("place", place.toString()))).update();
        return Answer.done(place);
    }

    private static final String SELECT = """
            SELECT place.id, place.code, place.kind, place.name_en, place.name_zh, place.site, coalesce(site.name_en, '') AS site_en, coalesce(site.name_zh, '') AS site_zh,
                   coalesce((SELECT string_agg(to_char(one.opens, 'HH24:MI') || '–' || to_char(one.closes, 'HH24:MI'), ', ' ORDER BY one.opens)
                      FROM amenity.opening AS one
                     WHERE one.place = place.id AND extract(isodow FROM CAST(:today AS date))::int = ANY (one.weekdays)
                       AND one.from_day = (SELECT max(newest.from_day) FROM amenity.opening AS newest WHERE newest.place = place.id AND newest.from_day <= :today)
                       AND NOT EXISTS (SELECT FROM amenity.closed WHERE closed.place = place.id AND closed.day = :today)), '') AS today
              FROM amenity.place
              LEFT JOIN directory.places(:today, 'infinity') AS site ON site.unit = place.site
            """;

    List<Spot> all() {
        return db.sql(SELECT + " ORDER BY site.name_en, place.kind, place.code").param("today", today()).query(Spot.class).list();
    }

    Optional<Spot> find(UUID id) {
        return db.sql(SELECT + " WHERE place.id = :id").param("today", today()).param("id", id).query(Spot.class).optional();
    }

    /** Why a place is closed on a day; empty: it is not, or it never opens on such a day. */
    String closed(UUID place, LocalDate day) {
        return db.sql("SELECT reason FROM amenity.closed WHERE place = :place AND day = :day").param("place", place).param("day", day).query(String.class).optional().orElse("");
    }

    List<Place> sites() {
        return directory.tree(today()).stream().filter(it -> it.kind() == Place.Kind.SITE).toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
