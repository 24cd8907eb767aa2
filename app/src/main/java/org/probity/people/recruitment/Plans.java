package org.probity.people.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** How many people of which level units are to take on, within a year, within three and beyond, against those who came; and who stands on which level today. */
@Service
public class Plans {
    public enum Horizon {
        SHORT(1), MEDIUM(3), LONG(10);

        final int years;

        Horizon(int years) {
            this.years = years;
        }
    }

    /** @param level 0: any */
    public record Plan(Horizon horizon, UUID unit, int level, LocalDate fromDay, LocalDate untilDay, int heads, String grounds) {}

    /** A plan and who came so far, in the unit and below it. @param asked places that two people agreed to, within it */
    public record Line(UUID id, Horizon horizon, UUID unit, String unitEn, String unitZh, int level, LocalDate fromDay, LocalDate untilDay, int heads, String grounds, long asked, long hired) {
        public String unit(Lang lang) {
            return lang == Lang.ZH && !unitZh.isEmpty() || unitEn.isEmpty() ? unitZh : unitEn;
        }

        public long open() {
            return Math.max(0, heads - hired);
        }
    }

    /**
     * A rung of the talent ladder over a year.
     *
     * @param then who stood there when the year began @param now who stands there today
     * @param up came from a lower level @param came stood on none before, such as those who were hired @param gone went higher @param left stand on none any more
     * @param planned places of plans within a year that name this level, not yet filled; of longer plans nobody knows yet who will rise
     */
    public record Rung(int level, long then, long now, long up, long came, long gone, long left, long hired, long planned) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Plans(JdbcClient db, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes a plan down; said again for the same unit, level, span and beginning, it takes the place of what was planned, and that row stays.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.unit-unknown}; {@code recruitment.level-wrong}; {@code recruitment.heads-wrong};
     * {@code recruitment.span-wrong} it ends before it begins, or is longer than its horizon; {@code recruitment.grounds-wrong}.
     */
    @Transactional
    public Answer<UUID> plan(Plan plan, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (directory.place(plan.unit(), today()).isEmpty()) {
            return Answer.refused("unit", "recruitment.unit-unknown");
        }
        if (plan.level() < 0 || plan.level() > 9) {
            return Answer.refused("level", "recruitment.level-wrong", 9);
        }
        if (plan.heads() < 0 || plan.heads() > 5_000) {
            return Answer.refused("heads", "recruitment.heads-wrong", 5_000);
        }
        if (!plan.untilDay().isAfter(plan.fromDay()) || plan.untilDay().isAfter(plan.fromDay().plusYears(plan.horizon().years))) {
            return Answer.refused("untilDay", "recruitment.span-wrong", plan.horizon().years);
        }
        if (plan.grounds().isBlank() || plan.grounds().strip().length() > 2_000) {
            return Answer.refused("grounds", "recruitment.grounds-wrong", 2_000);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO recruitment.plan (id, horizon, unit, level, from_day, until_day, heads, grounds, by, at, record)
                VALUES (:id, :horizon, :unit, :level, :from, :until, :heads, :grounds, :by, :at, :record)
                """)
                .param("id", id).param("horizon", plan.horizon().name()).param("unit", plan.unit()).param("level", plan.level()).param("from", plan.fromDay()).param("until", plan.untilDay())
                .param("heads", plan.heads()).param("grounds", plan.grounds().strip()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record("recruitment.plan", today(), Map.of("plan", id.toString(), "unit", plan.unit().toString(), "heads", plan.heads())))
                .update();
        return Answer.done(id);
    }

    /** All that run on a day, the shortest first. */
    public List<Line> running(LocalDate day) {
        return db.sql("""
                WITH places AS MATERIALIZED (
                    SELECT unit, code, name_en, name_zh, path FROM directory.places(:day, 'infinity')
                )
                SELECT plan.id, plan.horizon, plan.unit, unit.name_en AS unit_en, unit.name_zh AS unit_zh, plan.level, plan.from_day, plan.until_day, plan.heads, plan.grounds,
                       (SELECT coalesce(sum(requisition.wanted), 0)
                          FROM recruitment.requisition
                          JOIN recruitment.approved ON approved.requisition = requisition.id
                          JOIN places AS place ON place.unit = requisition.unit
                         WHERE plan.unit = ANY (place.path) AND plan.level IN (0, requisition.level)
                           AND requisition.closes_on BETWEEN plan.from_day AND plan.until_day) AS asked,
                       (SELECT coalesce(sum(arrived.people), 0)
                          FROM recruitment.arrived
                          JOIN recruitment.requisition ON requisition.id = arrived.requisition
                          JOIN places AS place ON place.unit = requisition.unit
                         WHERE arrived.stage = 'HIRE' AND plan.unit = ANY (place.path) AND plan.level IN (0, requisition.level)
                           AND arrived.day BETWEEN plan.from_day AND plan.until_day) AS hired
                  FROM recruitment.plan_now AS plan
                  JOIN places AS unit ON unit.unit = plan.unit
                 WHERE plan.from_day <= :day AND plan.until_day >= :day
                 ORDER BY array_position(ARRAY['SHORT', 'MEDIUM', 'LONG'], plan.horizon), unit.code, plan.level, plan.from_day
                """)
                .param("day", day).query(Line.class).list();
    }

    /** Pools by level as certified levels have them, how people moved between them since the year began, and what plans still want. */
    public List<Rung> ladder() {
        return db.sql("""
                WITH begun AS (
                    SELECT held.person, max(held.level) AS level
                      FROM career.held(:first, 'infinity') AS held JOIN directory.engaged(:first, 'infinity') AS engaged ON engaged.person = held.person
                     GROUP BY held.person
                ), today AS (
                    SELECT held.person, max(held.level) AS level
                      FROM career.held(:day, 'infinity') AS held JOIN directory.engaged(:day, 'infinity') AS engaged ON engaged.person = held.person
                     GROUP BY held.person
                ), moved AS (
                    SELECT begun.level AS from_level, today.level AS to_level FROM begun FULL JOIN today ON today.person = begun.person
                ), hired AS (
                    SELECT requisition.level, sum(arrived.people) AS people
                      FROM recruitment.arrived JOIN recruitment.requisition ON requisition.id = arrived.requisition
                     WHERE arrived.stage = 'HIRE' AND arrived.day BETWEEN :first AND :day
                     GROUP BY requisition.level
                )
                SELECT rung.level,
                       (SELECT count(*) FROM moved WHERE from_level = rung.level) AS "then",
                       (SELECT count(*) FROM moved WHERE to_level = rung.level) AS now,
                       (SELECT count(*) FROM moved WHERE to_level = rung.level AND from_level < rung.level) AS up,
                       (SELECT count(*) FROM moved WHERE to_level = rung.level AND from_level IS NULL) AS came,
                       (SELECT count(*) FROM moved WHERE from_level = rung.level AND to_level > rung.level) AS gone,
                       (SELECT count(*) FROM moved WHERE from_level = rung.level AND to_level IS NULL) AS "left",
                       coalesce((SELECT people FROM hired WHERE hired.level = rung.level), 0) AS hired,
                       0 AS planned
                  FROM (SELECT DISTINCT level FROM career.ladder_on(:day)) AS rung
                 ORDER BY rung.level
                """)
                .param("first", LocalDate.of(today().getYear(), 1, 1)).param("day", today()).query(Rung.class).list();
    }

    /** The same, with what the plans that run still want of each level. */
    static List<Rung> wanting(List<Rung> ladder, List<Line> plans) {
        return ladder.stream().map(it -> new Rung(it.level(), it.then(), it.now(), it.up(), it.came(), it.gone(), it.left(), it.hired(),
                plans.stream().filter(plan -> plan.level() == it.level() && plan.horizon() == Horizon.SHORT).mapToLong(Line::open).sum())).toList();
    }

    List<Place> places() {
        return directory.tree(today());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
