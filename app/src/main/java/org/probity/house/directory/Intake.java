package org.probity.house.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.AuditTrail;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;

/** Bringing units and people in by file: read and shown first, brought in as a whole when somebody says so. */
@Service
public class Intake {
    /** What a line would do. */
    enum Effect { ADDED, CHANGED, ENDED, SAME }

    /** What bringing a file in would do, in lines. */
    public record Plan(UUID batch, Reading.Kind kind, long added, long changed, long ended, long same) {
        long news() {
            return added + changed + ended;
        }

        long of(Effect effect) {
            return switch (effect) {
                case ADDED -> added;
                case CHANGED -> changed;
                case ENDED -> ended;
                case SAME -> same;
            };
        }
    }

    /** A file that was read. @param faults what stands in the way; empty: it waits to be brought in */
    record Batch(UUID id, Reading.Kind kind, String file, List<Reading.Fault> faults) {}

    /** One line of a file and what it would do. */
    public record Line(int row, Effect effect, List<String> fields) {}

    private final JdbcClient db;
    private final Batches<Reading.Fault> batches;
    private final Organisation organisation;
    private final IntakeWriting writing;
    private final Acts acts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Intake(
            JdbcClient db, Staging staging, Organisation organisation, IntakeWriting writing, Acts acts, AuditTrail trail, TransactionTemplate transaction) {
        this.db = db;
        this.batches = staging.in("directory", Reading.Fault.class);
        this.organisation = organisation;
        this.writing = writing;
        this.acts = acts;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Reads a file and keeps its lines, or its faults, for a day; the directory stays as it is.
     *
     * <p>Refusals: those of {@link Spreadsheet#read}. A fault in a line is
     * none: it stands in {@link #find}.
     */
    public Answer<UUID> read(byte[] bytes, String file, UUID by) {
        Reading reading;
        try {
            reading = Reading.of(Spreadsheet.read(bytes), new HashSet<>(db.sql("SELECT code FROM directory.unit").query(String.class).list()));
        } catch (Spreadsheet.Unreadable why) {
            return Answer.refused("file", why.key);
        }
        return Answer.done(Objects.requireNonNull(transaction.execute(_ -> batches.keep(reading.kind().name(), file, by, reading.faults(), reading.lines(), batch -> clashes(batch, reading.kind())))));
    }

    @EventListener
    void forget(DayHasBegun begun) {
        batches.forget();
    }

    Optional<Batch> find(UUID batch) {
        return batches.find(batch).map(it -> new Batch(batch, Reading.Kind.valueOf(it.kind()), it.file(), it.faults()));
    }

    /** Stretches that would cover the same day twice: of one person in one kind, or of one unit. */
    private List<Reading.Fault> clashes(UUID batch, Reading.Kind kind) {
        return db.sql("""
                WITH told AS (
                    SELECT line, fields[1] AS name, CASE :people WHEN true THEN fields[5] ELSE '' END AS kind,
                           fields[CASE :people WHEN true THEN 8 ELSE 6 END]::date AS from_day,
                           nullif(fields[CASE :people WHEN true THEN 9 ELSE 7 END], '')::date AS until_day
                      FROM directory.staged
                     WHERE batch = :batch
                ), known AS (
                    SELECT person.number AS name, e.kind, e.from_day, e.until_day
                      FROM directory.engagement e
                      JOIN directory.person ON person.id = e.person
                     WHERE e.superseded_at IS NULL AND :people
                    UNION ALL
                    SELECT unit.code, '', fact.from_day, fact.until_day
                      FROM directory.unit_fact fact
                      JOIN directory.unit ON unit.id = fact.unit
                     WHERE fact.superseded_at IS NULL AND NOT :people
                ), after AS (
                    SELECT name, kind, from_day, until_day FROM told
                    UNION ALL
                    SELECT * FROM known WHERE (name, from_day) NOT IN (SELECT name, from_day FROM told)
                )
                SELECT told.line AS row, 'from' AS column, 'directory.overlaps' AS key, min(after.from_day)::text AS value
                  FROM told
                  JOIN after ON after.name = told.name AND after.kind = told.kind AND after.from_day <> told.from_day
                            AND daterange(after.from_day, after.until_day, '[]') && daterange(told.from_day, told.until_day, '[]')
                 GROUP BY told.line
                 ORDER BY told.line
                 LIMIT :most
                """)
                .param("people", kind == Reading.Kind.PEOPLE).param("batch", batch).param("most", Reading.FAULTS)
                .query(Reading.Fault.class).list();
    }

    /** A faultless file that waits to be brought in. */
    Optional<Plan> plan(UUID batch) {
        return kind(batch).map(kind -> db.sql("""
                SELECT count(*) FILTER (WHERE effect = 'ADDED'), count(*) FILTER (WHERE effect = 'CHANGED'),
                       count(*) FILTER (WHERE effect = 'ENDED'), count(*) FILTER (WHERE effect = 'SAME')
                  FROM (""" + effects(kind) + ") AS told")
                .param("batch", batch)
                .query((row, n) -> new Plan(batch, kind, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))).single());
    }

    /** Its lines with what each would do. @param effect null: all */
    List<Line> lines(UUID batch, @Nullable Effect effect, int most, long skip) {
        return kind(batch).map(kind -> db.sql("SELECT * FROM (" + effects(kind)
                        + ") AS told WHERE CAST(:effect AS text) IS NULL OR effect = :effect ORDER BY line LIMIT :most OFFSET :skip")
                .param("batch", batch).param("effect", effect == null ? null : effect.name()).param("most", most).param("skip", skip)
                .query((row, n) -> new Line(row.getInt("line"), Effect.valueOf(row.getString("effect")), List.of((String[]) row.getArray("fields").getArray())))
                .list()).orElse(List.of());
    }

    private static String effects(Reading.Kind kind) {
        return switch (kind) {
            case UNITS -> """
                    SELECT s.line, s.fields,
                           CASE WHEN fact.id IS NULL THEN 'ADDED'
                                WHEN (fact.kind, fact.name_en, fact.name_zh, coalesce(up.code, ''), fact.country, fact.region, fact.credit_code, fact.lei)
                                  <> (s.fields[2], s.fields[3], s.fields[4], s.fields[5], s.fields[8], s.fields[9], s.fields[10], s.fields[11])
                                THEN 'CHANGED'
                                WHEN coalesce(fact.until_day::text, '') = s.fields[7] THEN 'SAME'
                                WHEN fact.until_day IS NULL THEN 'ENDED'
                                ELSE 'CHANGED' END AS effect
                      FROM directory.staged s
                      LEFT JOIN directory.unit ON unit.code = s.fields[1]
                      LEFT JOIN directory.unit_fact fact
                             ON fact.unit = unit.id AND fact.from_day = s.fields[6]::date AND fact.superseded_at IS NULL
                      LEFT JOIN directory.unit up ON up.id = fact.parent
                     WHERE s.batch = :batch
                    """;
            case PEOPLE -> """
                    SELECT s.line, s.fields,
                           CASE WHEN e.id IS NULL THEN 'ADDED'
                                WHEN (e.kind, unit.code, e.title, fact.name_zh, fact.name_en, fact.email)
                                  <> (s.fields[5], s.fields[6], s.fields[7], s.fields[2], s.fields[3], s.fields[4]) THEN 'CHANGED'
                                WHEN coalesce(e.until_day::text, '') = s.fields[9] THEN 'SAME'
                                WHEN e.until_day IS NULL THEN 'ENDED'
                                ELSE 'CHANGED' END AS effect
                      FROM directory.staged s
                      LEFT JOIN directory.person ON person.number = s.fields[1]
                      LEFT JOIN directory.person_fact fact ON fact.person = person.id AND fact.superseded_at IS NULL
                      LEFT JOIN directory.engagement e
                             ON e.person = person.id AND e.from_day = s.fields[8]::date AND e.superseded_at IS NULL
                      LEFT JOIN directory.unit ON unit.id = e.unit
                     WHERE s.batch = :batch
                    """;
        };
    }

    private Optional<Reading.Kind> kind(UUID batch) {
        return find(batch).filter(it -> it.faults().isEmpty()).map(Batch::kind);
    }

    /**
     * Brings a file in that was read, all of it or nothing. What is the same stays untouched, so the same file twice changes nothing;
     * what differs supersedes what was known. One entry in the log binds the whole batch, without a name in it.
     *
     * <p>Refusals: {@code directory.batch-gone} (brought in already, with faults, or read longer than a day ago);
     * {@code directory.nothing-new}; {@code directory.overlaps-now} (something changed meanwhile: read the file again);
     * {@code directory.circle} (a unit would stand above itself).
     */
    @Transactional
    public Answer<Plan> bringIn(UUID batch, UUID by) {
        acts.takeTurns();
        var plan = plan(batch);
        if (plan.isEmpty()) {
            return Answer.refused("", "directory.batch-gone");
        }
        if (plan.get().news() == 0) {
            return Answer.refused("", "directory.nothing-new");
        }
        if (!clashes(batch, plan.get().kind()).isEmpty()) {
            return Answer.refused("", "directory.overlaps-now");
        }
        switch (plan.get().kind()) {
            case UNITS -> writing.units(batch);
            case PEOPLE -> writing.people(batch);
        }
        if (plan.get().kind() == Reading.Kind.UNITS && organisation.circle()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("", "directory.circle");
        }
        batches.close(batch, acts.enterBatch(batch));
        // Other rooms bring in files about the same people next; without it the planner takes ten thousand of them for one.
        db.sql("ANALYZE directory.person, directory.person_fact, directory.engagement").update();
        trail.note("directory.imported", by, null, Map.of("added", "" + plan.get().added(), "changed", "" + plan.get().changed(),
                "ended", "" + plan.get().ended()));
        return Answer.done(plan.get());
    }
}
