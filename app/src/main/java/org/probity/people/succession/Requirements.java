package org.probity.people.succession;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Typed;
import org.probity.people.succession.Requirement.Kind;
import org.probity.people.succession.Requirement.Want;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What posts ask of whoever shall hold them, all of it from things other rooms keep: levels, courses, where somebody worked. */
@Service
public class Requirements {
    static final int MOST = 20;

    private final JdbcClient db;
    private final Positions positions;
    private final Log log;

    Requirements(JdbcClient db, Positions positions, Log log) {
        this.db = db;
        this.positions = positions;
        this.log = log;
    }

    /**
     * The post asks one thing more.
     *
     * <p>Refusals: {@code succession.not-yours}; {@code succession.position-unknown}; {@code succession.asks-many}; {@code succession.kind-unknown};
     * {@code succession.track-unknown} no track in force; {@code succession.level-unknown} its ladder has no such level; {@code succession.course-unknown};
     * {@code succession.unit-unknown}; {@code succession.months-wrong}; {@code succession.asks-already}.
     */
    @Transactional
    public Answer<UUID> ask(UUID post, Want want, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        if (!positions.lock(post)) {
            return Answer.refused("", "succession.position-unknown");
        }
        var before = of(post);
        if (before.size() >= MOST) {
            return Answer.refused("", "succession.asks-many", MOST);
        }
        return switch (want.kind()) {
            case "LEVEL" -> level(post, want, before, by);
            case "COURSE" -> course(post, want, before, by);
            case "UNIT" -> unit(post, want, by);
            case String _ -> Answer.refused("kind", "succession.kind-unknown");
        };
    }

    private Answer<UUID> level(UUID post, Want want, List<Requirement> before, Me by) {
        var most = db.sql("""
                SELECT max(step.level) FROM career.tracks(:day, 'infinity') AS track JOIN career.ladder_on(:day) AS step ON step.ladder = track.ladder WHERE track.code = :track
                """)
                .param("day", positions.today()).param("track", want.track()).query((row, n) -> row.getInt(1)).single();
        if (most == 0) {
            return Answer.refused("track", "succession.track-unknown");
        }
        if (want.level() < 1 || want.level() > most) {
            return Answer.refused("level", "succession.level-unknown", most);
        }
        return before.stream().anyMatch(it -> want.track().equals(it.track())) ? Answer.refused("track", "succession.asks-already")
                : added(post, Kind.LEVEL, want.track(), want.level(), null, null, null, by);
    }

    private Answer<UUID> course(UUID post, Want want, List<Requirement> before, Me by) {
        var course = Typed.id(want.course()).filter(id -> db.sql("SELECT EXISTS (SELECT FROM learning.course_named WHERE id = :id)").param("id", id).query(Boolean.class).single());
        if (course.isEmpty()) {
            return Answer.refused("course", "succession.course-unknown");
        }
        return before.stream().anyMatch(it -> course.get().equals(it.course())) ? Answer.refused("course", "succession.asks-already")
                : added(post, Kind.COURSE, null, null, course.get(), null, null, by);
    }

    private Answer<UUID> unit(UUID post, Want want, Me by) {
        var unit = positions.unit(want.unit());
        if (unit.isEmpty()) {
            return Answer.refused("asksUnit", "succession.unit-unknown");
        }
        return want.months() < 1 || want.months() > Positions.MONTHS_MOST ? Answer.refused("months", "succession.months-wrong", Positions.MONTHS_MOST)
                : added(post, Kind.UNIT, null, null, null, unit.get().id(), want.months(), by);
    }

    private Answer<UUID> added(UUID post, Kind kind, @org.jspecify.annotations.Nullable String track, @org.jspecify.annotations.Nullable Integer level,
            @org.jspecify.annotations.Nullable UUID course, @org.jspecify.annotations.Nullable UUID unit, @org.jspecify.annotations.Nullable Integer months, Me by) {
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO succession.requirement (id, post, kind, track, level, course, unit, months, day, by, at, record)
                VALUES (:id, :post, :kind, :track, :level, :course, :unit, :months, :day, :by, :at, :record)
                """)
                .param("id", id).param("post", post).param("kind", kind.name()).param("track", track, java.sql.Types.VARCHAR).param("level", level, java.sql.Types.INTEGER)
                .param("course", course, java.sql.Types.OTHER).param("unit", unit, java.sql.Types.OTHER).param("months", months, java.sql.Types.INTEGER)
                .param("day", positions.today()).param("by", by.account()).param("at", positions.now())
                .param("record", log.record("succession.asked", positions.today(), Map.of("post", post.toString(), "requirement", id.toString(), "kind", kind.name())))
                .update();
        return Answer.done(id);
    }

    /** The post does not ask it any more. Refusals: {@code succession.not-yours}; {@code succession.asks-not} it does not ask that. */
    @Transactional
    public Answer<UUID> drop(UUID post, UUID requirement, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "succession.not-yours");
        }
        positions.lock(post);
        if (of(post).stream().noneMatch(it -> it.id().equals(requirement))) {
            return Answer.refused("", "succession.asks-not");
        }
        db.sql("INSERT INTO succession.requirement_end (requirement, day, by, at, record) VALUES (:id, :day, :by, :at, :record)")
                .param("id", requirement).param("day", positions.today()).param("by", by.account()).param("at", positions.now())
                .param("record", log.record("succession.asked", positions.today(), Map.of("post", post.toString(), "dropped", requirement.toString())))
                .update();
        return Answer.done(requirement);
    }

    /** What a post asks today. */
    List<Requirement> of(UUID post) {
        return db.sql("""
                SELECT asked.id, asked.kind, asked.track, track.ladder, asked.level, asked.course, asked.months,
                       coalesce(track.name_en, course.title_en, place.name_en, asked.track, '') AS what_en, coalesce(track.name_zh, course.title_zh, place.name_zh, asked.track, '') AS what_zh, asked.day
                  FROM succession.asked(:day, 'infinity') AS asked
                  LEFT JOIN career.tracks(:day, 'infinity') AS track ON track.code = asked.track
                  LEFT JOIN learning.course_named AS course ON course.id = asked.course
                  LEFT JOIN directory.units(:day, 'infinity') AS place ON place.unit = asked.unit
                 WHERE asked.post = :post
                 ORDER BY array_position(ARRAY['LEVEL', 'COURSE', 'UNIT'], asked.kind), asked.at, asked.id
                """)
                .param("day", positions.today()).param("post", post).query(Requirement.class).list();
    }
}
