package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each person weighs in a period: the grade of the highest level they hold, the rating of the last cycle that was closed and ended by then, and how many of their days of work they were not there.
 *
 * <p>Absent is who was on sick or personal leave, or whom time recording has as away and no leave says why. Annual leave, leave around a birth, for a small child, for a marriage and in mourning are presence: they are
 * owed by law, and whoever takes them loses nothing by it. A day of which nobody recorded anything is no absence.
 */
@Component
class Weighing {
    /** @param why message key of why somebody has no part; null: they have one */
    record Weighed(UUID person, String number, String nameEn, String nameZh, @Nullable String unit, String grade, String rating, @Nullable UUID assessment, int scheduled, int absent, @Nullable String why) {}

    private final JdbcClient db;
    private final Vault vault;

    Weighing(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    List<Weighed> of(Period period) {
        return new ArrayList<>(db.sql("""
                WITH places AS MATERIALIZED (
                    SELECT unit, code, path, site FROM directory.places(:until, 'infinity')
                ), country AS MATERIALIZED (
                    SELECT places.unit, coalesce(of_site.country, '') AS country
                      FROM places LEFT JOIN directory.places(:until, 'infinity') AS of_site ON of_site.unit = places.site
                ), here AS MATERIALIZED (
                    SELECT DISTINCT ON (engaged.person) engaged.person, engaged.kind, engaged.unit
                      FROM directory.engaged(:until, 'infinity') AS engaged
                     WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED')
                     ORDER BY engaged.person, engaged.kind
                ), shares AS MATERIALIZED (
                    SELECT places.unit, (SELECT place.code FROM reward.unit_factor JOIN places AS place ON place.unit = unit_factor.unit
                                          WHERE unit_factor.period = :period AND unit_factor.unit = ANY (places.path)
                                          ORDER BY array_position(places.path, unit_factor.unit) DESC LIMIT 1) AS code
                      FROM places
                ), since AS MATERIALIZED (
                    SELECT person, min(from_day) AS day FROM directory.stretches('1900-01-01', :until, 'infinity') WHERE kind <> 'RETIREE' AND (until_day IS NULL OR until_day >= :from) GROUP BY person
                ), workday AS MATERIALIZED (
                    SELECT country, day FROM labour.days(:from, :until, 'infinity') WHERE kind = 'WORK'
                ), scheduled AS MATERIALIZED (
                    SELECT since.day AS since, country.country, (SELECT count(*)::int FROM workday WHERE workday.country = country.country AND workday.day >= since.day) AS days
                      FROM (SELECT DISTINCT greatest(day, CAST(:from AS date)) AS day FROM since) AS since
                     CROSS JOIN (SELECT DISTINCT country FROM workday) AS country
                ), leave AS MATERIALIZED (
                    SELECT leave.person, day.day::date AS day, leave.kind IN ('SICK', 'PERSONAL') AS absent
                      FROM care.agreed_leave(:from, :until, 'infinity') AS leave
                     CROSS JOIN generate_series(greatest(leave.from_day, CAST(:from AS date)), least(leave.until_day, CAST(:until AS date)), interval '1 day') AS day (day)
                ), away AS MATERIALIZED (
                    SELECT person, day FROM leave WHERE absent
                    UNION
                    SELECT clocked.person, clocked.day FROM labour.time_at(:from, :until, 'infinity') AS clocked
                     WHERE clocked.kind = 'OTHER_LEAVE' AND NOT EXISTS (SELECT FROM leave WHERE leave.person = clocked.person AND leave.day = clocked.day)
                ), absent AS MATERIALIZED (
                    SELECT here.person, count(*)::int AS days
                      FROM away
                      JOIN here ON here.person = away.person
                      JOIN country ON country.unit = here.unit
                      JOIN workday ON workday.country = country.country AND workday.day = away.day
                     GROUP BY here.person
                ), grade AS MATERIALIZED (
                    SELECT held.person, max(ladder.grade)::text AS grade
                      FROM career.held(:until, 'infinity') AS held
                      JOIN career.tracks(:until, 'infinity') AS track ON track.code = held.track
                      JOIN career.ladder_on(:until) AS ladder ON ladder.ladder = track.ladder AND ladder.level = held.level
                     WHERE held.until_day IS NULL OR held.until_day >= :until
                     GROUP BY held.person
                ), rating AS MATERIALIZED (
                    SELECT DISTINCT ON (person) person, rating, assessment FROM performance.rating_in_force WHERE until_day <= :until ORDER BY person, until_day DESC
                )
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, shares.code AS unit, coalesce(grade.grade, 'NONE') AS grade, coalesce(rating.rating, 'NONE') AS rating, rating.assessment,
                       coalesce(scheduled.days, 0) AS scheduled, coalesce(absent.days, 0) AS absent,
                       CASE WHEN shares.code IS NULL THEN 'reward.out.unit' WHEN coalesce(scheduled.days, 0) = 0 THEN 'reward.out.no-day' END AS why
                  FROM here
                  JOIN directory.name ON name.id = here.person
                  JOIN shares ON shares.unit = here.unit
                  JOIN country ON country.unit = here.unit
                  JOIN since ON since.person = here.person
                  LEFT JOIN scheduled ON scheduled.since = greatest(since.day, CAST(:from AS date)) AND scheduled.country = country.country
                  LEFT JOIN absent ON absent.person = here.person
                  LEFT JOIN grade ON grade.person = here.person
                  LEFT JOIN rating ON rating.person = here.person
                 ORDER BY name.number
                """)
                .param("from", period.fromDay()).param("until", period.untilDay()).param("period", period.id())
                .query(Weighed.class).list());
    }

    /** Whose rating is another now than the one a split was reckoned by. @param person @param assessment the one in force */
    record Moved(UUID person, String number, String nameEn, String nameZh, UUID assessment, String rating) {}

    @Transactional
    List<Moved> moved(Split split, Period period) {
        // Nobody's rating is looked at again but of those about whom one came since: on most days of nobody's.
        var rated = db.sql("SELECT person FROM performance.rated_since(:since, :until)").param("since", split.at().atOffset(ZoneOffset.UTC)).param("until", period.untilDay()).query(UUID.class).list();
        return rated.isEmpty() ? List.of() : vault.open(() -> db.sql("""
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, rating.assessment, rating.rating
                  FROM pay.part
                  JOIN directory.name ON name.id = part.person
                  JOIN (SELECT DISTINCT ON (person) person, rating, assessment FROM performance.rating_in_force WHERE person = ANY (:rated) AND until_day <= :until ORDER BY person, until_day DESC) AS rating ON rating.person = part.person
                 WHERE part.split = :split AND part.person = ANY (:rated) AND rating.assessment IS DISTINCT FROM part.assessment
                 ORDER BY name.number
                """)
                .param("until", period.untilDay()).param("split", split.id()).param("rated", rated.toArray(UUID[]::new)).query(Moved.class).list());
    }

    static BigDecimal none(Plan.Factors factors, boolean grade) {
        return (grade ? factors.grade(Plan.NONE) : factors.rating(Plan.NONE)).orElseThrow();
    }
}
