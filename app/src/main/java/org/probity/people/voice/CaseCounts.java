package org.probity.people.voice;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.probity.house.access.Me;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is counted of cases, for those who watch over the clocks and read nothing, and the clocks of which letters tell. */
@Service
class CaseCounts {
    /**
     * Counts for those who watch over the clocks and read nothing: at least so many. Whoever reads some cases takes them off a total, and what is left would tell of a case that is kept
     * from them; so the others are counted in full fives.
     *
     * @param unopened whether there is a message that nobody opened in time
     */
    record Standing(long reports, long open, long acknowledgedLate, long answeredLate, long harmed, boolean unopened) {}

    /** A clock of a case that runs out on a day or ran out, and an account that keeps it. */
    record Clocked(UUID card, UUID account, LocalDate due, boolean first, int daysLeft) {}

    private static final int FULL = 5;

    private final JdbcClient db;
    private final Boards boards;

    CaseCounts(JdbcClient db, Boards boards) {
        this.db = db;
        this.boards = boards;
    }

    /** Cases whose clock has run out. */
    long late() {
        return db.sql("SELECT count(*) FROM (" + Cases.SELECT + ") AS told WHERE closed IS NULL AND (acknowledged IS NULL AND acknowledge_by < :today OR acknowledged IS NOT NULL AND answered IS NULL AND answer_by < :today)")
                .param("today", boards.today()).query(Long.class).single();
    }

    /** For the union and legal affairs, who may read some of it: their own cases as they are, all others in full fives. */
    Standing standing(int days, Me me) {
        record Some(boolean own, long reports, long open, long acknowledgedLate, long answeredLate, long harmed) {
            long of(ToLongFunction<Some> count) {
                return told(own, count.applyAsLong(this));
            }
        }
        var all = db.sql("SELECT own, count(*) AS reports, count(*) FILTER (WHERE closed IS NULL) AS open, count(*) FILTER (WHERE coalesce(acknowledged, closed, :today) > acknowledge_by) AS acknowledged_late, "
                + "count(*) FILTER (WHERE coalesce(answered, closed, :today) > answer_by) AS answered_late, count(*) FILTER (WHERE harmed) AS harmed "
                + "FROM (SELECT told.*, " + Cases.OWN.formatted("told.id") + " AS own FROM (" + Cases.SELECT + ") AS told) AS seen GROUP BY own")
                .param("today", boards.today()).param("me", me.account()).query(Some.class).list();
        ToLongFunction<ToLongFunction<Some>> sum = count -> all.stream().mapToLong(it -> it.of(count)).sum();
        return new Standing(sum.applyAsLong(Some::reports), sum.applyAsLong(Some::open), sum.applyAsLong(Some::acknowledgedLate), sum.applyAsLong(Some::answeredLate), sum.applyAsLong(Some::harmed),
                boards.unopened(days) > 0);
    }

    /** What is told of a number of cases: own ones as they are, others in full fives. */
    private static long told(boolean own, long count) {
        return own ? count : count / FULL * FULL;
    }

    /** Years of which there are cases, newest first. */
    List<Integer> years() {
        return db.sql("SELECT DISTINCT extract(year FROM received)::int FROM voice.card ORDER BY 1 DESC").query(Integer.class).list();
    }

    /**
     * How many cases of a year there are at least by what they are about, whose mailbox they were for, how they came, and how they ended. Each is told by itself and never one by another, so
     * that no row is narrower than its heading says; what is less than five of others, and not one's own, reads as zero, and the page says that this may be four.
     */
    Map<Sort, Map<String, Long>> statistics(int year, Me me) {
        record Count(String sort, String code, boolean own, long cases) {}
        var counts = new EnumMap<Sort, Map<String, Long>>(Sort.class);
        db.sql("""
                SELECT kinds.sort, kinds.code, seen.own, count(*) AS cases
                  FROM (SELECT told.*, %s AS own FROM (%s) AS told WHERE extract(year FROM told.received) = :year) AS seen
                 CROSS JOIN LATERAL (VALUES ('CATEGORY', seen.category), ('CHANNEL', seen.channel), ('WAY', seen.via), ('OUTCOME', coalesce(seen.outcome, 'NONE')), ('REVIEW', seen.seen)) AS kinds (sort, code)
                 WHERE kinds.code IS NOT NULL
                 GROUP BY 1, 2, 3
                """.formatted(Cases.OWN.formatted("told.id"), Cases.SELECT))
                .param("today", boards.today()).param("me", me.account()).param("year", year).query(Count.class).list()
                .forEach(it -> counts.computeIfAbsent(Sort.valueOf(it.sort()), _ -> new HashMap<>()).merge(it.code(), told(it.own(), it.cases()), Long::sum));
        return counts;
    }

    /** Clocks that have so many days left on a day, each for everybody who keeps it; those of which nobody was written to yet. */
    List<Clocked> clocks(LocalDate day, List<Integer> daysLeft) {
        return db.sql("""
                WITH due AS (
                    SELECT id, CASE WHEN acknowledged IS NULL THEN acknowledge_by ELSE answer_by END AS due, acknowledged IS NULL AS first
                      FROM (%s) AS told
                     WHERE closed IS NULL AND answered IS NULL
                ), told AS (
                    INSERT INTO voice.reminder (card, due, days_left)
                    SELECT id, due, due - CAST(:today AS date) FROM due WHERE due - CAST(:today AS date) = ANY (:left)
                    ON CONFLICT DO NOTHING
                    RETURNING card, due, days_left
                )
                SELECT DISTINCT told.card, handler.account, told.due, due.first, told.days_left
                  FROM told
                  JOIN due ON due.id = told.card
                  JOIN voice.team ON team.card = told.card
                  JOIN voice.handler ON handler.id = team.handler
                 WHERE NOT EXISTS (SELECT FROM voice.recused WHERE recused.card = team.card AND recused.handler = team.handler)
                 ORDER BY told.due, told.card, handler.account
                """.formatted(Cases.SELECT)).param("today", day).param("left", daysLeft.toArray(Integer[]::new)).query(Clocked.class).list();
    }
}
