package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.rule.RuleKey;
import org.probity.shapes.rule.Rules;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much of the silicon that our plants used is traced, lot by lot, in four grades. A lot is looked at by its own way up: what was made of what, event by
 * event; of an input that is not traced, only its part of the mass is lost. What is found is written down where it differs from what stood there before, so
 * that it can be asked as known on any day.
 */
@Service
public class Coverage {
    enum Gap { NONE, NOT_TRACED, NO_PLACE, NO_LOT, NO_DOCUMENT, NOT_RECONCILED }

    /** Grams of a lot by grade. @param gap what keeps most of it from the next grade */
    record Judged(int item, long grams, long mapped, long linked, long documented, long reconciled, Gap gap) {
        boolean same(Judged other) {
            return grams == other.grams && mapped == other.mapped && linked == other.linked && documented == other.documented && reconciled == other.reconciled && gap == other.gap;
        }
    }

    private final JdbcClient db;
    private final Links links;
    private final Log log;
    private final Clock clock;
    private final Rules rules;
    private final RuleKey judgedAgain = TraceabilityRule.ALL.stream().filter(it -> it.code().equals(TraceabilityRule.JUDGED)).findFirst().orElseThrow();

    Coverage(JdbcClient db, Links links, Log log, Clock clock, Rules rules) {
        this.rules = rules;
        this.db = db;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /** Each day anew, since what a place is and which documents lie here changes without an event. */
    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        judge(begun.day().getYear());
        if (begun.day().getDayOfYear() <= rules.on(judgedAgain, begun.day())) {
            judge(begun.day().getYear() - 1);
        }
    }

    /** Judges the lots of a year and writes down what changed. @return how many lots */
    @Transactional
    public int judge(int year) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability.coverage'))").query((row, n) -> n).list();
        var used = used(year);
        var found = new Grades(db, links).of(used);
        var before = before(year);
        before.keySet().stream().filter(it -> !found.containsKey(it)).forEach(it -> found.put(it, new Judged(it, 0, 0, 0, 0, 0, Gap.NONE)));
        var changed = found.values().stream().filter(it -> !before.containsKey(it.item()) ? it.grams() > 0 : !it.same(before.get(it.item()))).toList();
        if (!changed.isEmpty()) {
            write(year, changed);
        }
        return used.size();
    }

    private void write(int year, List<Judged> changed) {
        var id = UUID.randomUUID();
        var last = db.sql("SELECT coalesce(max(id), 0) FROM traceability.event").query(Long.class).single();
        var record = log.recordBatch("traceability.judged", LocalDate.now(clock), Map.of("judgement", id.toString(), "year", year, "events", last),
                changed.stream().map(it -> new TreeMap<>(Map.of("item", it.item(), "grams", it.grams(), "mapped", it.mapped(), "linked", it.linked(), "documented", it.documented(),
                        "reconciled", it.reconciled()))).toList());
        db.sql("INSERT INTO traceability.judgement (id, year, events, at, record) VALUES (:id, :year, :events, :at, :record)")
                .param("id", id).param("year", year).param("events", last).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record)
                .update();
        db.sql("""
                INSERT INTO traceability.judged (judgement, item, year, grams, mapped, linked, documented, reconciled, gap)
                SELECT :id, item, :year, grams, mapped, linked, documented, reconciled, gap
                  FROM unnest(:items, :grams, :mapped, :linked, :documented, :reconciled, :gaps) AS each (item, grams, mapped, linked, documented, reconciled, gap)
                """)
                .param("id", id).param("year", year).param("items", changed.stream().map(Judged::item).toArray(Integer[]::new))
                .param("grams", longs(changed, Judged::grams)).param("mapped", longs(changed, Judged::mapped)).param("linked", longs(changed, Judged::linked))
                .param("documented", longs(changed, Judged::documented)).param("reconciled", longs(changed, Judged::reconciled))
                .param("gaps", changed.stream().map(it -> it.gap().name()).toArray(String[]::new))
                .update();
    }

    private static Long[] longs(List<Judged> changed, java.util.function.ToLongFunction<Judged> of) {
        return changed.stream().mapToLong(of).boxed().toArray(Long[]::new);
    }

    private Map<Integer, Judged> before(int year) {
        return db.sql("SELECT item, grams, mapped, linked, documented, reconciled, gap FROM traceability.judged_at(:year, 'infinity') AS judged").param("year", year)
                .query(Judged.class).list().stream().collect(Collectors.toMap(Judged::item, it -> it));
    }

    /** Grams of rods and silicon materials of others that a plant of ours used up in the year, by lot. */
    private Map<Integer, Long> used(int year) {
        var used = new LinkedHashMap<Integer, Long>();
        db.sql("SELECT item, sum(grams)::bigint AS grams FROM traceability.used(:from, :until, 'infinity') AS used GROUP BY item ORDER BY item")
                .param("from", LocalDate.of(year, 1, 1)).param("until", LocalDate.of(year, 12, 31))
                .query((RowCallbackHandler) row -> used.put(row.getInt("item"), row.getLong("grams")));
        return used;
    }

    /** The lots of a year that are not wholly linked, the heaviest gap first. */
    record Line(int item, String uri, @Nullable String place, long grams, long mapped, long linked, long documented, long reconciled, Gap gap) {
        long missing() {
            return grams - linked;
        }
    }

    List<Line> gaps(int year, int limit, long offset) {
        return db.sql("""
                SELECT judged.item, item.uri, NULL::text AS place, judged.grams, judged.mapped, judged.linked, judged.documented, judged.reconciled, judged.gap
                  FROM traceability.judged_at(:year, 'infinity') AS judged
                  JOIN traceability.item ON item.number = judged.item
                 ORDER BY judged.grams - judged.linked DESC, judged.grams - judged.reconciled DESC, judged.item
                 LIMIT :limit OFFSET :offset
                """)
                .param("year", year).param("limit", limit).param("offset", offset).query(Line.class).list();
    }

    /** The lot that a row of a figure is about. */
    Optional<Integer> lot(UUID subject) {
        return db.sql("SELECT item FROM traceability.judged WHERE md5('traceability.item ' || item)::uuid = :subject LIMIT 1").param("subject", subject).query(Integer.class).optional();
    }

    /** All lots of a year together. */
    record Sum(long lots, long grams, long mapped, long linked, long documented, long reconciled) {}

    Sum sum(int year) {
        return db.sql("""
                SELECT count(*) AS lots, coalesce(sum(grams), 0)::bigint AS grams, coalesce(sum(mapped), 0)::bigint AS mapped, coalesce(sum(linked), 0)::bigint AS linked,
                       coalesce(sum(documented), 0)::bigint AS documented, coalesce(sum(reconciled), 0)::bigint AS reconciled
                  FROM traceability.judged_at(:year, 'infinity') AS judged
                """)
                .param("year", year).query(Sum.class).single();
    }

    List<Integer> years() {
        return new ArrayList<>(db.sql("SELECT DISTINCT year FROM traceability.judgement ORDER BY year DESC").query(Integer.class).list());
    }
}
