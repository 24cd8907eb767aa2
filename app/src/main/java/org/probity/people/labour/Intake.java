package org.probity.people.labour;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Batches;
import org.probity.house.directory.Staging;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;
import org.probity.people.labour.Reading.Fault;
import org.probity.people.labour.Reading.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents and contracts by file: read and shown first, brought in as a whole when somebody says so. The file itself is not kept: it holds numbers. */
@Service
public class Intake {
    /** What a line would do. */
    enum Effect { ADDED, CHANGED, SAME }

    /** What bringing a file in would do, in lines. */
    public record Plan(UUID batch, String kind, long added, long changed, long same) {
        long of(Effect effect) {
            return switch (effect) {
                case ADDED -> added;
                case CHANGED -> changed;
                case SAME -> same;
            };
        }
    }

    /** A file that was read. @param faults what stands in the way; empty: it waits to be brought in */
    record Batch(UUID id, Kind kind, String file, List<Fault> faults) {}

    /** One line of a file and what it would do. */
    public record Line(int row, Effect effect, List<String> fields) {}

    private final JdbcClient db;
    private final Batches<Fault> batches;
    private final IdentityKey key;
    private final IntakeWriting writing;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Intake(JdbcClient db, Staging staging, IdentityKey key, IntakeWriting writing, Log log, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.batches = staging.in("labour", Fault.class);
        this.key = key;
        this.writing = writing;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads a file and keeps its lines, or its faults, for a day; nothing of it counts yet.
     *
     * <p>Refusals: those of {@link Spreadsheet#read}. A fault in a line is none: it stands in {@link #find}.
     */
    public Answer<UUID> read(byte[] bytes, String file, Me by) {
        Spreadsheet sheet;
        try {
            sheet = Spreadsheet.read(bytes);
        } catch (Spreadsheet.Unreadable why) {
            return Answer.refused("file", why.key);
        }
        return Answer.done(Objects.requireNonNull(transaction.execute(_ -> {
            var reading = Reading.of(sheet, key.hashing(), today());
            return batches.keep(reading.kind().name(), file, by.account(), reading.faults(), reading.lines(), batch -> clashes(batch, reading.kind()));
        })));
    }

    @EventListener
    void forget(DayHasBegun begun) {
        batches.forget();
    }

    /** Files of worked time and shifts come in otherwise. */
    Optional<Batch> find(UUID batch) {
        return batches.find(batch).flatMap(it -> Stream.of(Kind.values()).filter(kind -> kind.name().equals(it.kind())).findFirst().map(kind -> new Batch(batch, kind, it.file(), it.faults())));
    }

    /** People nobody knows; documents that two show; contracts of one person that cover the same day. */
    private List<Fault> clashes(UUID batch, Kind kind) {
        var unknown = db.sql("""
                SELECT s.line AS row, 'number' AS column, 'labour.person-unknown' AS key, left(s.fields[1], 40) AS value
                  FROM labour.staged s
                 WHERE s.batch = :batch
                   AND NOT EXISTS (SELECT FROM directory.name WHERE name.number = s.fields[1])
                 ORDER BY s.line
                 LIMIT :most
                """)
                .param("batch", batch).param("most", Reading.FAULTS).query(Fault.class).list();
        if (!unknown.isEmpty()) {
            return unknown;
        }
        return db.sql(switch (kind) {
            case IDENTITIES -> """
                    WITH told AS (
                        SELECT s.line, name.id AS person, decode(s.fields[3], 'hex') AS hash
                          FROM labour.staged s
                          JOIN directory.name ON name.number = s.fields[1]
                         WHERE s.batch = :batch
                    ), twice AS (
                        SELECT hash FROM told GROUP BY hash HAVING count(DISTINCT person) > 1
                    )
                    SELECT told.line AS row, 'document_number' AS column, 'labour.number-taken' AS key, '' AS value
                      FROM told
                      LEFT JOIN twice ON twice.hash = told.hash
                      LEFT JOIN labour.identity ON identity.number_hash = told.hash AND identity.superseded_at IS NULL AND identity.person <> told.person
                     WHERE twice.hash IS NOT NULL
                        OR identity.id IS NOT NULL AND NOT EXISTS (SELECT FROM told AS again WHERE again.person = identity.person)
                     ORDER BY told.line
                     LIMIT :most
                    """;
            case CONTRACTS -> """
                    WITH told AS (
                        SELECT s.line, name.id AS person, s.fields[5]::date AS from_day, nullif(s.fields[6], '')::date AS until_day
                          FROM labour.staged s
                          JOIN directory.name ON name.number = s.fields[1]
                         WHERE s.batch = :batch
                    ), after AS (
                        SELECT person, from_day, until_day FROM told
                        UNION ALL
                        SELECT contract.person, contract.from_day, contract.until_day
                          FROM labour.contract
                         WHERE contract.known_until IS NULL
                           AND NOT EXISTS (SELECT FROM told WHERE told.person = contract.person AND told.from_day = contract.from_day)
                    )
                    SELECT told.line AS row, 'from' AS column, 'labour.contract-overlaps' AS key, min(after.from_day)::text AS value
                      FROM told
                      JOIN after ON after.person = told.person AND after.from_day <> told.from_day
                                AND daterange(after.from_day, after.until_day, '[]') && daterange(told.from_day, told.until_day, '[]')
                     GROUP BY told.line
                     ORDER BY told.line
                     LIMIT :most
                    """;
        }).param("batch", batch).param("most", Reading.FAULTS).query(Fault.class).list();
    }

    /** A faultless file that waits to be brought in. */
    Optional<Plan> plan(UUID batch) {
        return find(batch).filter(it -> it.faults().isEmpty()).map(it -> db.sql("""
                SELECT count(*) FILTER (WHERE effect = 'ADDED'), count(*) FILTER (WHERE effect = 'CHANGED'), count(*) FILTER (WHERE effect = 'SAME')
                  FROM (""" + IntakeWriting.effects(it.kind()) + ") AS told")
                .param("batch", batch)
                .query((row, n) -> new Plan(batch, it.kind().name(), row.getLong(1), row.getLong(2), row.getLong(3))).single());
    }

    /** Its lines with what each would do; of a document only that it was looked at. @param effect null: all */
    List<Line> lines(UUID batch, Kind kind, @Nullable Effect effect, int most, long skip) {
        return db.sql("SELECT line, effect, fields FROM (" + IntakeWriting.effects(kind) + ") AS told WHERE CAST(:effect AS text) IS NULL OR effect = :effect ORDER BY line LIMIT :most OFFSET :skip")
                .param("batch", batch).param("effect", effect == null ? null : effect.name()).param("most", most).param("skip", skip)
                .query((row, n) -> new Line(row.getInt("line"), Effect.valueOf(row.getString("effect")), List.of((String[]) row.getArray("fields").getArray()))).list();
    }

    /**
     * Brings a file in that was read, all of it or nothing, with one entry in the log over the tree of its rows. What is the same stays untouched.
     *
     * <p>Refusals: {@code labour.batch-gone} brought in already, with faults, or read longer than a day ago; {@code labour.nothing-new};
     * {@code labour.batch-faulty} what is known now no longer fits.
     */
    @Transactional
    public Answer<Plan> bringIn(UUID batch, Me by) {
        db.sql("LOCK TABLE labour.identity, labour.contract IN SHARE ROW EXCLUSIVE MODE").update();
        var plan = plan(batch);
        if (plan.isEmpty()) {
            return Answer.refused("", "labour.batch-gone");
        }
        if (plan.get().added() + plan.get().changed() == 0) {
            return Answer.refused("", "labour.nothing-new");
        }
        var kind = Kind.valueOf(plan.get().kind());
        if (!clashes(batch, kind).isEmpty()) {
            return Answer.refused("", "labour.batch-faulty");
        }
        var rows = switch (kind) {
            case IDENTITIES -> writing.identities(batch, by);
            case CONTRACTS -> writing.contracts(batch, by);
        };
        var record = log.recordBatch("labour.imported", today(), Map.of("batch", batch.toString(), "kind", kind.name()), rows);
        batches.close(batch, record);
        db.sql("ANALYZE labour.identity, labour.contract").update();
        return Answer.done(plan.get());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
