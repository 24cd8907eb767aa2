package org.probity.people.performance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
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

/** The cycles and who belongs to them. */
@Service
public class Cycles {
    private record Member(UUID person, @Nullable String leftOut) {}

    private final JdbcClient db;
    private final Schemes schemes;
    private final Log log;
    private final Clock clock;

    Cycles(JdbcClient db, Schemes schemes, Log log, Clock clock) {
        this.db = db;
        this.schemes = schemes;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Opens a cycle and freezes who belongs to it, by the schemes of its first day and the directory of today, or of its last day once that is over. Nobody
     * chooses who belongs.
     *
     * <p>Refusals: {@code performance.days-wrong} the stages do not follow one another or the cycle is longer than a year; {@code performance.not-begun} its first
     * day is to come; {@code performance.cycle-there}; {@code performance.no-scheme}; {@code performance.nobody} the directory has nobody on that day.
     */
    @Transactional
    public Answer<UUID> open(Cycle.Plan plan, Me by) {
        if (!plan.inOrder()) {
            return Answer.refused("fromDay", "performance.days-wrong");
        }
        if (plan.fromDay().isAfter(today())) {
            return Answer.refused("fromDay", "performance.not-begun");
        }
        var goingBy = schemes.on(plan.fromDay());
        if (goingBy.isEmpty()) {
            return Answer.refused("fromDay", "performance.no-scheme");
        }
        var day = plan.untilDay().isBefore(today()) ? plan.untilDay() : today();
        var there = db.sql("SELECT FROM performance.cycle WHERE from_day <= :until AND until_day >= :from").param("from", plan.fromDay()).param("until", plan.untilDay())
                .query((row, n) -> row).list();
        if (!there.isEmpty()) {
            return Answer.refused("fromDay", "performance.cycle-there");
        }
        if (!db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, :known) WHERE kind <> 'RETIREE')").param("day", day).param("known", now()).query(Boolean.class).single()) {
            return Answer.refused("fromDay", "performance.nobody", day);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO performance.cycle (id, from_day, until_day, population_day, sign_by, mid_year_by, self_by, rate_by, calibrate_by, talk_by, lines_on, followed_on, followed_at,
                                               opened_by, opened_at)
                VALUES (:id, :from, :until, :day, :sign, :mid, :self, :rate, :calibrate, :talk, :day, :day, :at, :by, :at)
                """)
                .param("id", id).param("from", plan.fromDay()).param("until", plan.untilDay()).param("day", day).param("sign", plan.signBy()).param("mid", plan.midYearBy())
                .param("self", plan.selfBy()).param("rate", plan.rateBy()).param("calibrate", plan.calibrateBy()).param("talk", plan.talkBy())
                .param("by", by.account()).param("at", now())
                .update();
        var members = take(id, day, plan.untilDay(), goingBy);
        db.sql("UPDATE performance.cycle SET record = :record WHERE id = :id").param("id", id).param("record", note(id, day, members)).update();
        return Answer.done(id);
    }

    /** One entry for all: who is in, who is out and why. */
    private UUID note(UUID cycle, LocalDate day, List<Member> members) {
        return log.recordBatch("performance.population", today(), Map.of("cycle", cycle.toString(), "day", day.toString(), "people", members.size()),
                members.stream().map(it -> Map.of("person", it.person().toString(), "out", it.leftOut() == null ? "" : it.leftOut())).toList());
    }

    /** Adds those of a day who are not members yet. Of several engagements the one of an employee counts. */
    private List<Member> take(UUID cycle, LocalDate day, LocalDate until, List<Scheme> goingBy) {
        return db.sql("""
                WITH engaged AS MATERIALIZED (
                    SELECT DISTINCT ON (person) *
                      FROM directory.engaged(:day, :known)
                     WHERE kind <> 'RETIREE' AND person NOT IN (SELECT person FROM performance.member WHERE cycle = :cycle)
                     ORDER BY person, kind <> 'EMPLOYEE', from_day
                ), manages AS MATERIALIZED (
                    SELECT person, manager FROM directory.managers(:day, :known)
                ), heading AS MATERIALIZED (
                    SELECT DISTINCT person FROM directory.heads(:day, :known) WHERE rank = 'HEAD'
                ), fits AS (
                    SELECT engaged.*,
                           first.manager,
                           above.manager AS second,
                           scheme.id AS scheme,
                           EXISTS (SELECT FROM performance.scheme WHERE id IN (:schemes) AND engaged.kind = ANY (kinds)) AS kind_fits,
                           :day > CAST(:until AS date) - scheme.joined_days
                               AND NOT EXISTS (SELECT FROM directory.engaged(CAST(:until AS date) - scheme.joined_days, :known) AS before WHERE before.person = engaged.person) AS late
                      FROM engaged
                      LEFT JOIN manages AS first ON first.person = engaged.person
                      LEFT JOIN manages AS above ON above.person = first.manager AND above.manager <> engaged.person
                      LEFT JOIN heading ON heading.person = engaged.person
                      LEFT JOIN LATERAL (SELECT id, joined_days
                                           FROM performance.scheme
                                          WHERE id IN (:schemes)
                                            AND engaged.kind = ANY (kinds)
                                            AND (leads = 'ANY' OR (leads = 'YES') = (heading.person IS NOT NULL))
                                            AND (title = '' OR title = engaged.title)
                                          ORDER BY priority LIMIT 1) AS scheme ON true
                ), judged AS (
                    SELECT fits.*,
                           CASE WHEN NOT kind_fits THEN 'KIND'
                                WHEN scheme IS NULL THEN 'NO_SCHEME'
                                WHEN late THEN 'JOINED_LATE'
                                WHEN manager IS NULL THEN 'NOBODY_ABOVE' END AS left_out
                      FROM fits
                )
                INSERT INTO performance.member (cycle, person, kind, unit, title, since, scheme, manager, second, left_out, added_at)
                SELECT :cycle, person, kind, unit, title, from_day, CASE WHEN left_out IS NULL THEN scheme END, manager, second, left_out, :known
                  FROM judged
                 ORDER BY person
                RETURNING person, left_out
                """)
                .param("cycle", cycle).param("day", day).param("until", until).param("known", now()).param("schemes", goingBy.stream().map(Scheme::id).toList())
                .query(Member.class).list();
    }

    /**
     * While a cycle runs, whoever joins is added, and line managers are those of each day, up to the day from which whoever moves is rated by
     * the unit they came from.
     */
    @EventListener
    void follow(DayHasBegun begun) {
        for (var cycle : all()) {
            var goingBy = schemes.on(cycle.fromDay());
            var last = cycle.untilDay().minusDays(goingBy.stream().mapToInt(Scheme::joinedDays).max().orElse(0));
            if (cycle.closed() || begun.day().isAfter(cycle.untilDay())) {
                continue;
            }
            db.sql("UPDATE performance.cycle SET followed_on = :day, followed_at = :at WHERE id = :cycle").param("day", begun.day()).param("at", now()).param("cycle", cycle.id()).update();
            var joined = take(cycle.id(), begun.day(), cycle.untilDay(), goingBy);
            if (!joined.isEmpty()) {
                note(cycle.id(), begun.day(), joined);
            }
            if (!begun.day().isAfter(last)) {
                followLines(cycle.id(), begun.day());
            }
        }
    }

    private void followLines(UUID cycle, LocalDate day) {
        db.sql("""
                WITH manages AS MATERIALIZED (
                    SELECT person, manager FROM directory.managers(:day, :known)
                ), line AS (
                    SELECT first.person, first.manager, above.manager AS second
                      FROM manages AS first
                      LEFT JOIN manages AS above ON above.person = first.manager AND above.manager <> first.person
                )
                UPDATE performance.member
                   SET manager = line.manager, second = line.second
                  FROM line
                 WHERE line.person = member.person
                   AND member.cycle = :cycle
                   AND member.left_out IS NULL
                   AND (member.manager, member.second) IS DISTINCT FROM (line.manager, line.second)
                """)
                .param("day", day).param("known", now()).param("cycle", cycle)
                .update();
        db.sql("UPDATE performance.cycle SET lines_on = :day WHERE id = :cycle").param("day", day).param("cycle", cycle).update();
    }

    Optional<Cycle> find(UUID id) {
        return db.sql("SELECT * FROM performance.cycle WHERE id = :id").param("id", id).query(Cycle.class).optional();
    }

    /** For whoever acts within one: it cannot be closed meanwhile. */
    Optional<Cycle> held(UUID id) {
        return db.sql("SELECT * FROM performance.cycle WHERE id = :id FOR SHARE").param("id", id).query(Cycle.class).optional();
    }

    /** Newest first. */
    public List<Cycle> all() {
        return db.sql("SELECT * FROM performance.cycle ORDER BY from_day DESC").query(Cycle.class).list();
    }

    /** Staff numbers of those who belong to a cycle, for whoever prepares a file about them. */
    public List<String> numbers(UUID cycle) {
        return db.sql("SELECT number FROM performance.member JOIN directory.name ON name.id = member.person WHERE cycle = :cycle AND left_out IS NULL ORDER BY number").param("cycle", cycle)
                .query(String.class).list();
    }

    /** Those whom somebody leads in a cycle. */
    public List<UUID> team(UUID cycle, UUID manager) {
        return db.sql("SELECT person FROM performance.member JOIN directory.name ON name.id = member.person WHERE cycle = :cycle AND manager = :manager AND left_out IS NULL ORDER BY number").param("cycle", cycle).param("manager", manager)
                .query(UUID.class).list();
    }

    /** How many are left out, by reason. */
    Map<String, Long> leftOut(UUID cycle) {
        var counts = new HashMap<String, Long>();
        db.sql("SELECT left_out, count(*) FROM performance.member WHERE cycle = :cycle AND left_out IS NOT NULL GROUP BY left_out").param("cycle", cycle)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
