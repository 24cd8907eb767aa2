package org.probity.people.labour;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is let go of those who left: part by part when its time is over, and all of it when who they were is forgotten. Rows go, and with them the salts of what the log
 * committed to about them alone; the commitments stay, so that no proof breaks. A file's entry binds many people under a root and holds no word about any of them.
 */
@Component
class Leavers {
    /** In this order: a shift stands on a document. */
    private static final List<String> PARTS = List.of("shifts", "time", "papers", "contracts", "findings", "document");

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Leavers(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void timeIsOver(DayHasBegun begun) {
        PARTS.forEach(part -> letGo(part, over(part, begun.day())));
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        PARTS.forEach(part -> letGo(part, List.of(somebody.person())));
    }

    /** Those whose last day here, in whatever kind, is longer ago than their country's term, or China's where no rule of their country is known, of whom there is still something. */
    private List<UUID> over(String part, LocalDate day) {
        return db.sql("""
                SELECT gone.person
                  FROM (SELECT person, max(coalesce(until_day, 'infinity')) AS last, (array_agg(unit ORDER BY from_day DESC))[1] AS unit
                          FROM directory.stretches('1900-01-01', :day, 'infinity') GROUP BY person) AS gone
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = gone.unit
                  LEFT JOIN directory.places(:day, 'infinity') AS site ON site.unit = place.site
                  JOIN (SELECT country, max(months) AS months
                          FROM (SELECT DISTINCT country FROM labour.basis) AS countries
                         CROSS JOIN LATERAL labour.bases_at(countries.country, :day) AS basis
                         WHERE basis.part = :part
                         GROUP BY country) AS term ON term.country = CASE WHEN site.country IN (SELECT country FROM labour.basis) THEN site.country ELSE 'CN' END
                 WHERE gone.last <> 'infinity' AND gone.last + make_interval(months => term.months) < :day
                   AND EXISTS (SELECT FROM labour.{table} AS kept WHERE kept.person = gone.person)
                """.replace("{table}", table(part)))
                .param("day", day).param("part", part).query(UUID.class).list();
    }

    private static String table(String part) {
        return switch (part) {
            case "shifts" -> "shift";
            case "time" -> "worked";
            case "papers" -> "paper";
            case "contracts" -> "contract";
            case "findings" -> "finding";
            case "document" -> "identity";
            default -> throw new IllegalArgumentException(part);
        };
    }

    private void letGo(String part, List<UUID> people) {
        if (people.isEmpty()) {
            return;
        }
        switch (part) {
            case "shifts" -> each(people, "DELETE FROM labour.shift WHERE person = ANY (:people)");
            case "time" -> {
                each(people, "DELETE FROM labour.worked WHERE person = ANY (:people)");
                each(people, "DELETE FROM labour.lost WHERE person = ANY (:people)");
            }
            case "papers" -> {
                erase(people, "SELECT record FROM labour.paper WHERE person = ANY (:people) UNION ALL SELECT record FROM labour.held WHERE person = ANY (:people) AND returned_on IS NOT NULL");
                each(people, "DELETE FROM labour.paper WHERE person = ANY (:people)");
                each(people, "DELETE FROM labour.held WHERE person = ANY (:people) AND returned_on IS NOT NULL");
            }
            case "contracts" -> {
                erase(people, "SELECT record FROM labour.contract WHERE person = ANY (:people) AND record IS NOT NULL");
                each(people, "DELETE FROM labour.contract WHERE person = ANY (:people)");
            }
            case "findings" -> {
                // That there was one, of a kind and in a month, is what a figure counts; what was written about it goes, and what it rested on.
                each(people, "UPDATE labour.finding SET facts = jsonb_build_object('key', 'labour.finding-let-go', 'args', jsonb_build_array()) WHERE person = ANY (:people) AND facts ->> 'key' <> 'labour.finding-let-go'");
                erase(people, "SELECT step.record FROM labour.finding_step AS step JOIN labour.finding ON finding.id = step.finding WHERE finding.person = ANY (:people) AND step.record IS NOT NULL");
                each(people, """
                        UPDATE labour.finding_step SET words = '–'
                          FROM labour.finding WHERE finding.id = finding_step.finding AND finding.person = ANY (:people) AND finding_step.words NOT IN ('', '–')
                        """);
            }
            case "document" -> {
                each(people, """
                        INSERT INTO labour.was_checked (person, verified_on, of_age, record, recorded_at, gone_at)
                        SELECT identity.person, identity.verified_on, identity.born + make_interval(years => labour.age_asked(coalesce(site.country, ''), coalesce(site.region, ''), ever.first, 'infinity')) <= ever.first, coalesce(identity.record, batch.record), identity.recorded_at, CAST(:now AS timestamptz)
                          FROM labour.identity
                          LEFT JOIN labour.batch ON batch.id = identity.batch
                          JOIN (SELECT DISTINCT ON (person) person, from_day AS first, unit FROM directory.stretches('1900-01-01', 'infinity', 'infinity') WHERE kind <> 'RETIREE' ORDER BY person, from_day) AS ever
                            ON ever.person = identity.person
                          LEFT JOIN directory.places(CAST(CAST(:now AS timestamptz) AT TIME ZONE 'Asia/Shanghai' AS date), 'infinity') AS place ON place.unit = ever.unit
                          LEFT JOIN directory.places(CAST(CAST(:now AS timestamptz) AT TIME ZONE 'Asia/Shanghai' AS date), 'infinity') AS site ON site.unit = place.site
                         WHERE identity.person = ANY (:people) AND identity.superseded_at IS NULL
                        ON CONFLICT DO NOTHING
                        """);
                // A document that a shift still stands on stays, and so does its salt.
                erase(people, "SELECT record FROM labour.identity WHERE person = ANY (:people) AND record IS NOT NULL AND NOT EXISTS (SELECT FROM labour.shift WHERE shift.identity = identity.id)");
                each(people, "DELETE FROM labour.identity WHERE person = ANY (:people) AND NOT EXISTS (SELECT FROM labour.shift WHERE shift.identity = identity.id)");
            }
            default -> throw new IllegalArgumentException(part);
        }
    }

    private void each(List<UUID> people, String sql) {
        db.sql(sql).param("people", people.toArray(UUID[]::new)).param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    private void erase(List<UUID> people, String sql) {
        db.sql(sql).param("people", people.toArray(UUID[]::new)).query(UUID.class).list().forEach(log::erase);
    }
}
