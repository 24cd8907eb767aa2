package org.probity.people.labour;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running all checks over everybody for a month. What all of them need is gathered once, in tables that go with the transaction; each check adds its hits; what is new
 * becomes a finding, what was closed and is there again is open again.
 */
@Service
public class Runs {
    /** @param fresh findings that were not there, or were closed */
    public record Run(UUID id, LocalDate first, LocalDate day, Instant ranAt, int people, int facts, int hits, int fresh, int millis) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Runs(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /** A month that is over is checked once, on the second day of the next; what is brought in later is found by a run by hand. */
    @EventListener
    @Transactional
    public void monthIsOver(DayHasBegun begun) {
        if (begun.day().getDayOfMonth() == 2 && db.sql("SELECT EXISTS (SELECT FROM labour.identity)").query(Boolean.class).single()) {
            run(YearMonth.from(begun.day()).minusMonths(1), begun.day(), null);
        }
    }

    /** Refusals: {@code labour.month-wrong} a month to come. */
    @Transactional
    public Answer<Run> run(YearMonth month, Me by) {
        return month.isAfter(YearMonth.now(clock)) ? Answer.refused("month", "labour.month-wrong") : Answer.done(run(month, LocalDate.now(clock), by));
    }

    private Run run(YearMonth month, LocalDate today, @Nullable Me by) {
        var began = System.nanoTime();
        db.sql("SELECT pg_advisory_xact_lock(hashtext('labour.run'))").query((row, n) -> n).single();
        var first = month.atDay(1);
        var day = month.atEndOfMonth().isBefore(today) ? month.atEndOfMonth() : today;
        gather(first, day);
        for (var check : Checks.ALL) {
            db.sql("INSERT INTO hit (code, severity, person, place, about, rule, facts) SELECT '%s', '%s', found.person, found.place, found.about, found.rule, jsonb_build_object('key', found.key, 'args', found.args) FROM ("
                            .formatted(check.code(), check.severity()) + check.sql() + ") AS found ON CONFLICT DO NOTHING")
                    .param("first", first).param("day", day).update();
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO labour.run (id, first, day, ran_at, ran_by, people, facts, hits, fresh, millis, record) VALUES (:id, :first, :day, :now, :by, 0, 0, 0, 0, 0, :id)")
                .param("id", id).param("first", first).param("day", day).param("now", now()).param("by", by == null ? null : by.account(), Types.OTHER).update();
        db.sql("""
                INSERT INTO labour.finding (id, code, severity, person, place, about, rule, facts, run, found_at)
                SELECT gen_random_uuid(), code, severity, person, place, about, rule, facts, :run, :now FROM hit
                ON CONFLICT ON CONSTRAINT found_once DO NOTHING
                """)
                .param("run", id).param("now", now()).update();
        db.sql("""
                INSERT INTO labour.run_hit (run, finding)
                SELECT :run, finding.id
                  FROM hit
                  JOIN labour.finding ON finding.code = hit.code AND finding.about = hit.about AND finding.person IS NOT DISTINCT FROM hit.person AND finding.place IS NOT DISTINCT FROM hit.place
                """)
                .param("run", id).update();
        var fresh = db.sql("""
                INSERT INTO labour.finding_step (finding, no, state, words, by, at)
                SELECT run_hit.finding, coalesce(newest.no, 0) + 1, 'OPEN', '', NULL, :now
                  FROM labour.run_hit
                  LEFT JOIN LATERAL (SELECT no, state FROM labour.finding_step WHERE finding_step.finding = run_hit.finding ORDER BY no DESC LIMIT 1) AS newest ON true
                 WHERE run_hit.run = :run AND (newest.no IS NULL OR newest.state = 'CLOSED')
                """)
                .param("run", id).param("now", now()).update();
        var rows = db.sql("SELECT finding.id, finding.code FROM labour.run_hit JOIN labour.finding ON finding.id = run_hit.finding WHERE run_hit.run = :run ORDER BY finding.id")
                .param("run", id).query((row, n) -> Map.of("finding", row.getString(1), "code", row.getString(2))).list();
        var people = db.sql("SELECT count(*) FROM at_work").query(Integer.class).single();
        var facts = db.sql("SELECT count(*) FROM labour.worked WHERE day BETWEEN :first AND :day").param("first", first).param("day", day).query(Integer.class).single();
        var record = log.recordBatch("labour.run", today, Map.of("run", id.toString(), "first", first.toString(), "day", day.toString(), "people", people, "facts", facts, "hits", rows.size()), rows);
        db.sql("UPDATE labour.run SET people = :people, facts = :facts, hits = :hits, fresh = :fresh, millis = :millis, record = :record WHERE id = :id")
                .param("people", people).param("facts", facts).param("hits", rows.size()).param("fresh", fresh).param("millis", (int) ((System.nanoTime() - began) / 1_000_000))
                .param("record", record).param("id", id).update();
        return find(id).orElseThrow();
    }

    /** What all checks need, once. */
    private void gather(LocalDate first, LocalDate day) {
        db.sql("DROP TABLE IF EXISTS at_work, law, spent, nights, hit").update();
        db.sql("""
                CREATE TEMPORARY TABLE at_work ON COMMIT DROP AS
                SELECT engaged.person, engaged.kind, place.site AS place, place.entity, coalesce(site.country, '') AS country, coalesce(site.region, '') AS region,
                       -- A company whose sites lie in several regions is judged by the first of them; which is right is for counsel.
                       coalesce(min(site.region) OVER (PARTITION BY place.entity, site.country), '') AS company_region,
                       coalesce(ever.since, engaged.from_day) AS since
                  FROM (SELECT DISTINCT ON (person) * FROM directory.engaged(CAST('%1$s' AS date), 'infinity') AS engaged WHERE kind <> 'RETIREE' ORDER BY person, from_day DESC) AS engaged
                  LEFT JOIN directory.places(CAST('%1$s' AS date), 'infinity') AS place ON place.unit = engaged.unit
                  LEFT JOIN directory.places(CAST('%1$s' AS date), 'infinity') AS site ON site.unit = place.site
                  LEFT JOIN (SELECT person, kind, min(from_day) AS since FROM directory.stretches('1900-01-01', CAST('%1$s' AS date), 'infinity') GROUP BY person, kind) AS ever
                         ON ever.person = engaged.person AND ever.kind = engaged.kind
                """.formatted(day)).update();
        db.sql("""
                CREATE TEMPORARY TABLE law ON COMMIT DROP AS
                SELECT place.country, place.region, at.key, at.rule, at.value
                  FROM (SELECT DISTINCT coalesce(country, '') AS country, coalesce(region, '') AS region FROM directory.places(CAST('%1$s' AS date), 'infinity') AS place WHERE place.kind = 'SITE') AS place
                 CROSS JOIN LATERAL labour.rules_at(place.country, place.region, CAST('%1$s' AS date), 'infinity') AS at
                """.formatted(day)).update();
        // A week before the month, because a stretch of days without rest may have begun there.
        db.sql("""
                CREATE TEMPORARY TABLE spent ON COMMIT DROP AS
                SELECT extra.person, extra.day, extra.site AS place, coalesce(site.country, '') AS country, coalesce(site.region, '') AS region, extra.day_kind, extra.worked, extra.extra_worked AS extra
                  FROM labour.extra(NULL, CAST('%1$s' AS date) - 7, CAST('%2$s' AS date), 'infinity') AS extra
                  LEFT JOIN directory.places(CAST('%2$s' AS date), 'infinity') AS site ON site.unit = extra.site
                 WHERE extra.worked > 0
                """.formatted(first, day)).update();
        db.sql("""
                CREATE TEMPORARY TABLE nights ON COMMIT DROP AS
                SELECT DISTINCT time.person, time.day
                  FROM (SELECT person FROM labour.paper WHERE kind IN ('PREGNANT', 'NURSING', 'MATERNITY') AND withdrawn_at IS NULL
                        UNION
                        SELECT person FROM labour.identity WHERE superseded_at IS NULL AND born > CAST('%1$s' AS date) - interval '21 years') AS guarded
                  JOIN labour.time_at(CAST('%1$s' AS date), CAST('%2$s' AS date), 'infinity') AS time ON time.person = guarded.person AND time.kind = 'WORKED'
                  JOIN at_work ON at_work.person = time.person
                  JOIN law AS late ON late.country = at_work.country AND late.region = at_work.region AND late.key = 'night-from'
                  JOIN law AS early ON early.country = at_work.country AND early.region = at_work.region AND early.key = 'night-until'
                 WHERE time.begins < time.day + make_interval(hours => early.value::int)
                    OR time.begins + make_interval(secs => time.seconds) > time.day + make_interval(hours => late.value::int)
                """.formatted(first, day)).update();
        db.sql("""
                CREATE TEMPORARY TABLE hit (
                    code text NOT NULL, severity text NOT NULL, person uuid, place uuid, about text NOT NULL, rule uuid, facts jsonb NOT NULL,
                    UNIQUE NULLS NOT DISTINCT (code, person, place, about)
                ) ON COMMIT DROP
                """).update();
        db.sql("CREATE INDEX ON at_work (person)").update();
        db.sql("CREATE INDEX ON spent (person, day)").update();
        db.sql("ANALYZE at_work, law, spent, nights").update();
    }

    Optional<Run> find(UUID id) {
        return db.sql("SELECT id, first, day, ran_at, people, facts, hits, fresh, millis FROM labour.run WHERE id = :id").param("id", id).query(Run.class).optional();
    }

    /** The last ones, newest first. */
    List<Run> last() {
        return db.sql("SELECT id, first, day, ran_at, people, facts, hits, fresh, millis FROM labour.run ORDER BY ran_at DESC LIMIT 12").query(Run.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
