package org.probity.people.amenity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Routes of the shuttle with their stops, and the timetable. */
@Service
public class Shuttle {
    private static final int STOPS_MOST = 40;

    public record Route(UUID id, String code, String nameEn, String nameZh, UUID site) {
        public String name(Lang lang) {
            return Seats.said(lang, nameEn, nameZh);
        }
    }

    public record Stop(UUID id, UUID route, int no, String nameEn, String nameZh, int minutes) {
        public String name(Lang lang) {
            return Seats.said(lang, nameEn, nameZh);
        }
    }

    /** @param stops one a line: English, Chinese, minutes after the first, with | between */
    public record Details(String code, String nameEn, String nameZh, @Nullable UUID site, String stops) {}

    public record Ride(@Nullable UUID route, Set<Integer> weekdays, @Nullable LocalTime departs, int seats, @Nullable LocalDate from, @Nullable LocalDate until) {}

    private final JdbcClient db;
    private final Amenities amenities;
    private final Log log;
    private final Clock clock;

    Shuttle(JdbcClient db, Amenities amenities, Log log, Clock clock) {
        this.db = db;
        this.amenities = amenities;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources enter a route with its stops in their order.
     *
     * <p>Refusals: {@code amenity.not-yours}, {@code amenity.code-wrong}, {@code amenity.code-taken}, {@code amenity.name-wrong}, {@code amenity.site-wrong}, {@code amenity.stops-few}, {@code amenity.stop-wrong} with the line:
     * no name, or not later than the one before.
     */
    @Transactional
    public Answer<UUID> draw(Details it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "amenity.not-yours");
        }
        var code = it.code().strip();
        if (code.isEmpty() || code.length() > Amenities.CODE_LONGEST) {
            return Answer.refused("code", "amenity.code-wrong", Amenities.CODE_LONGEST);
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank() || it.nameEn().length() > Amenities.NAME_LONGEST || it.nameZh().length() > Amenities.NAME_LONGEST) {
            return Answer.refused("nameEn", "amenity.name-wrong", Amenities.NAME_LONGEST);
        }
        if (!amenities.isSite(it.site())) {
            return Answer.refused("site", "amenity.site-wrong");
        }
        var id = UUID.randomUUID();
        var stops = new ArrayList<Stop>();
        for (var line : it.stops().lines().filter(one -> !one.isBlank()).toList()) {
            var parts = line.split("[|｜]", -1);
            var minutes = parts.length == 3 && parts[2].strip().matches("[0-9]{1,3}") ? Integer.parseInt(parts[2].strip()) : -1;
            if (minutes < 0 || minutes > 600 || parts[0].isBlank() || parts[0].strip().length() > Amenities.NAME_LONGEST || parts[1].strip().length() > Amenities.NAME_LONGEST
                    || (stops.isEmpty() ? minutes != 0 : minutes <= stops.getLast().minutes())) {
                return Answer.refused("stops", "amenity.stop-wrong", stops.size() + 1);
            }
            stops.add(new Stop(UUID.randomUUID(), id, stops.size() + 1, parts[0].strip(), parts[1].strip(), minutes));
        }
        if (stops.size() < 2 || stops.size() > STOPS_MOST) {
            return Answer.refused("stops", "amenity.stops-few", STOPS_MOST);
        }
        if (routes().stream().anyMatch(one -> one.code().equals(code))) {
            return Answer.refused("code", "amenity.code-taken");
        }
        db.sql("INSERT INTO amenity.route (id, code, name_en, name_zh, site, said_by, said_at, record) VALUES (:id, :code, :en, :zh, :site, :by, :at, :record)").param("id", id)
                .param("code", code).param("en", it.nameEn().strip()).param("zh", it.nameZh().strip()).param("site", it.site()).param("by", by.account()).param("at", now())
                .param("record", log.record("amenity.route", today(), Map.of("route", id.toString(), "stops", stops.size()))).update();
        stops.forEach(stop -> db.sql("INSERT INTO amenity.stop (id, route, no, name_en, name_zh, minutes) VALUES (:id, :route, :no, :en, :zh, :minutes)").param("id", stop.id()).param("route", id).param("no", stop.no())
                .param("en", stop.nameEn()).param("zh", stop.nameZh()).param("minutes", stop.minutes()).update());
        return Answer.done(id);
    }

    /**
     * Human resources put a ride into the timetable.
     *
     * <p>Refusals: {@code amenity.not-yours}, {@code amenity.route-missing}, {@code amenity.weekdays-missing}, {@code amenity.departs-missing}, {@code amenity.seats-wrong}, {@code amenity.day-past}, {@code amenity.days-turned}.
     */
    @Transactional
    public Answer<UUID> plan(Ride it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "amenity.not-yours");
        }
        if (it.route() == null || routes().stream().noneMatch(one -> one.id().equals(it.route()))) {
            return Answer.refused("route", "amenity.route-missing");
        }
        if (it.weekdays().isEmpty()) {
            return Answer.refused("weekdays", "amenity.weekdays-missing");
        }
        if (it.departs() == null) {
            return Answer.refused("departs", "amenity.departs-missing");
        }
        if (it.seats() < 1 || it.seats() > 200) {
            return Answer.refused("seats", "amenity.seats-wrong");
        }
        if (it.from() == null || it.from().isBefore(today())) {
            return Answer.refused("from", "amenity.day-past");
        }
        if (it.until() != null && it.until().isBefore(it.from())) {
            return Answer.refused("until", "amenity.days-turned");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO amenity.ride (id, route, weekdays, departs, seats, from_day, until_day, said_by, said_at, record) VALUES (:id, :route, :weekdays, :departs, :seats, :from, :until, :by, :at, :record)").param("id", id)
                .param("route", it.route()).param("weekdays", it.weekdays().stream().sorted().toArray(Integer[]::new)).param("departs", it.departs()).param("seats", it.seats()).param("from", it.from()).param("until", it.until())
                .param("by", by.account()).param("at", now()).param("record", log.record("amenity.timetable", it.from(), Map.of("ride", id.toString(), "seats", it.seats()))).update();
        return Answer.done(id);
    }

    List<Route> routes() {
        return db.sql("SELECT id, code, name_en, name_zh, site FROM amenity.route ORDER BY code").query(Route.class).list();
    }

    public List<Stop> stops(UUID route) {
        return db.sql("SELECT id, route, no, name_en, name_zh, minutes FROM amenity.stop WHERE route = :route ORDER BY no").param("route", route).query(Stop.class).list();
    }

    Optional<Route> find(UUID id) {
        return routes().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
