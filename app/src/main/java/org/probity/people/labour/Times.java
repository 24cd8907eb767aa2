package org.probity.people.labour;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Time that was worked, as the system at the gates has it: a file of a month is read line by line, copied into the database, judged there as a whole, and taken or
 * not. Whoever signed in and never out keeps their sign-in, apart, until somebody says when it ended.
 */
@Service
public class Times {
    /** What was taken. @param lost sign-ins without a sign-out, which wait for an answer */
    public record Taken(UUID batch, int lines, int people, int corrected, int lost) {}

    /** Signed in and never out. */
    public record Lost(UUID id, UUID person, String number, String nameEn, String nameZh, LocalDateTime begins) {}

    /** A file that was taken. */
    public record Report(UUID batch, String source, String file, LocalDate first, LocalDate last, int lines, int people, int lost, java.time.Instant importedAt) {}

    static final int SOURCE_LONGEST = 200;
    private static final int FAULTS_SHOWN = 50;

    private final JdbcClient db;
    private final DataSource source;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Times(JdbcClient db, DataSource source, Log log, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.source = source;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a file of time facts: {@code number,day,begins,ends} and, where the source has them, {@code kind} (WORKED, ANNUAL_LEAVE, OTHER_LEAVE) and
     * {@code planned} (seconds). A person's day that was told before is told anew: the highest number counts from now on. An end not after its beginning is on the
     * next day. Taken whole or not at all, but for lines without an end.
     *
     * <p>Refusals: {@code labour.source-missing}; {@code labour.source-long}; {@code labour.times-known} this very file was taken before, and nothing since about its days;
     * {@code labour.times-columns}; {@code labour.times-empty}; {@code labour.times-long};
     * {@code labour.times-rows} it states another number of lines than it has; and for a line, with its number: {@code labour.line-number} nobody has it,
     * {@code labour.line-day} none or one to come, {@code labour.line-times}, {@code labour.line-kind}, {@code labour.line-planned}, {@code labour.line-overlaps} the
     * person stands twice in the same hour.
     */
    public Answer<Taken> take(String said, int statedLines, String file, Reader csv, Me by) {
        if (said.isBlank()) {
            return Answer.refused("source", "labour.source-missing");
        }
        if (said.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "labour.source-long", SOURCE_LONGEST);
        }
        var people = new HashMap<String, UUID>();
        db.sql("SELECT number, id FROM directory.name").query(row -> {
            people.put(row.getString(1), row.getObject(2, UUID.class));
        });
        TimeLines lines;
        try (var reader = new BufferedReader(csv)) {
            lines = TimeLines.read(reader, people, LocalDate.now(clock));
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
        if (lines.refusal() != null) {
            return Answer.refused("file", lines.refusal(), lines.args().toArray());
        }
        if (lines.count() != statedLines) {
            return Answer.refused("rows", "labour.times-rows", statedLines, lines.count());
        }
        if (!lines.faults().isEmpty()) {
            return new Answer.Refused<>(lines.faults().subList(0, Math.min(lines.faults().size(), FAULTS_SHOWN)));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = keep(said.strip(), file, lines, by);
            if (answer instanceof Answer.Refused<Taken>) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Answer<Taken> keep(String said, String file, TimeLines lines, Me by) {
        // One file at a time: the number of a person's day follows the one before.
        db.sql("SELECT pg_advisory_xact_lock(hashtext('labour.worked'))").query((row, n) -> n).single();
        var sha256 = sha256(lines.copied());
        var before = db.sql("""
                SELECT batch.file
                  FROM labour.time_report
                  JOIN labour.batch ON batch.id = time_report.batch
                 WHERE time_report.sha256 = :sha256
                   AND NOT EXISTS (SELECT FROM labour.time_report AS later JOIN labour.batch AS taken ON taken.id = later.batch
                                    WHERE later.sha256 <> :sha256 AND taken.imported_at >= batch.imported_at AND later.first <= time_report.last AND later.last >= time_report.first)
                """)
                .param("sha256", sha256).query(String.class).list();
        if (!before.isEmpty()) {
            return Answer.refused("file", "labour.times-known", before.getFirst());
        }
        db.sql("""
                CREATE TEMPORARY TABLE told (
                    line int NOT NULL, person uuid NOT NULL, day date NOT NULL, begins timestamp NOT NULL, seconds int, kind text NOT NULL, planned int NOT NULL
                ) ON COMMIT DROP
                """).update();
        copy(lines.copied());
        db.sql("ANALYZE told").update();
        var overlapping = db.sql("""
                SELECT line FROM (
                    SELECT line, begins, lag(begins + make_interval(secs => seconds)) OVER (PARTITION BY person ORDER BY begins, line) AS before FROM told WHERE seconds IS NOT NULL
                ) AS ordered
                 WHERE before > begins
                 ORDER BY line
                 LIMIT :most
                """)
                .param("most", FAULTS_SHOWN).query(Integer.class).list();
        if (!overlapping.isEmpty()) {
            return new Answer.Refused<>(overlapping.stream().map(line -> new Answer.Reason("", "labour.line-overlaps", List.of(line))).toList());
        }
        var batch = UUID.randomUUID();
        db.sql("INSERT INTO labour.batch (id, kind, file, read_at, read_by, imported_at) VALUES (:id, 'TIMES', :file, :now, :by, :now)")
                .param("id", batch).param("file", file.length() > 300 ? file.substring(0, 300) : file).param("now", now()).param("by", by.account()).update();
        var first = db.sql("SELECT min(day) FROM told").query(LocalDate.class).single();
        var last = db.sql("SELECT max(day) FROM told").query(LocalDate.class).single();
        var kept = db.sql("""
                WITH known AS (
                    SELECT worked.person, worked.day, max(worked.no) AS no
                      FROM labour.worked
                     WHERE worked.day BETWEEN :first AND :last
                     GROUP BY worked.person, worked.day
                ), added AS (
                    INSERT INTO labour.worked (person, day, no, part, begins, planned, seconds, kind, batch, recorded_at)
                    SELECT told.person, told.day, coalesce(known.no, 0) + 1, row_number() OVER (PARTITION BY told.person, told.day ORDER BY told.begins, told.line),
                           told.begins, told.planned, told.seconds, told.kind, :batch, :now
                      FROM told
                      LEFT JOIN known ON known.person = told.person AND known.day = told.day
                     WHERE told.seconds IS NOT NULL
                    RETURNING person, day, no
                )
                SELECT count(*) AS lines, count(DISTINCT person) AS people, count(DISTINCT (person, day)) FILTER (WHERE no > 1) AS corrected FROM added
                """)
                .param("first", first).param("last", last).param("batch", batch).param("now", now())
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2), row.getInt(3)}).single();
        // Checks and rosters ask for this month next; without it the planner takes a hundred thousand stretches for one.
        db.sql("ANALYZE labour.worked").update();
        var lost = db.sql("""
                INSERT INTO labour.lost (id, batch, person, begins)
                SELECT gen_random_uuid(), :batch, person, begins FROM told WHERE seconds IS NULL
                ON CONFLICT DO NOTHING
                """)
                .param("batch", batch).update();
        var record = log.recordBatch("labour.times", LocalDate.now(clock), Map.of("batch", batch.toString(), "lines", kept[0], "lost", lost, "first", first.toString(), "last", last.toString()),
                db.sql("""
                        SELECT person::text, encode(sha256(string_agg(day || ' ' || begins || ' ' || seconds || ' ' || kind || ' ' || planned, ',' ORDER BY begins, line)::bytea), 'hex') AS told
                          FROM told WHERE seconds IS NOT NULL GROUP BY person ORDER BY person
                        """)
                        .query((row, n) -> Map.of("person", row.getString(1), "sha256", row.getString(2))).list());
        db.sql("UPDATE labour.batch SET record = :record WHERE id = :batch").param("record", record).param("batch", batch).update();
        db.sql("INSERT INTO labour.time_report (batch, source, first, last, lines, people, lost, sha256) VALUES (:batch, :source, :first, :last, :lines, :people, :lost, :sha256)")
                .param("sha256", sha256).param("batch", batch).param("source", said).param("first", first).param("last", last).param("lines", kept[0]).param("people", kept[1]).param("lost", lost)
                .update();
        return Answer.done(new Taken(batch, kept[0], kept[1], kept[2], lost));
    }

    private static String sha256(String lines) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void copy(String lines) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY told (line, person, day, begins, seconds, kind, planned) FROM STDIN", new StringReader(lines));
        } catch (SQLException e) {
            throw new IllegalStateException("time facts could not be copied", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Sign-ins that wait for a word, the oldest first. */
    List<Lost> lost(int most, long skip) {
        return db.sql("""
                SELECT lost.id, lost.person, name.number, name.name_en, name.name_zh, lost.begins
                  FROM labour.lost
                  JOIN directory.name ON name.id = lost.person
                 WHERE lost.answered_at IS NULL
                 ORDER BY lost.begins, name.number
                 LIMIT :most OFFSET :skip
                """)
                .param("most", most).param("skip", skip).query(Lost.class).list();
    }

    long lostCount() {
        return db.sql("SELECT count(*) FROM labour.lost WHERE answered_at IS NULL").query(Long.class).single();
    }

    /**
     * Says when a sign-in ended that has no sign-out; the person's day counts anew with it.
     *
     * <p>Refusals: {@code labour.lost-gone} answered already; {@code labour.ends-wrong} not within a day after the sign-in, or yet to come;
     * {@code labour.ends-overlaps} another stretch of the person's day lies in between.
     */
    @Transactional
    public Answer<UUID> ended(UUID lost, LocalDateTime ends, Me by) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('labour.worked'))").query((row, n) -> n).single();
        var found = db.sql("SELECT person, begins, batch FROM labour.lost WHERE id = :id AND answered_at IS NULL").param("id", lost)
                .query((row, n) -> Map.of("person", row.getObject(1), "begins", row.getObject(2, LocalDateTime.class), "batch", row.getObject(3))).optional();
        if (found.isEmpty()) {
            return Answer.refused("", "labour.lost-gone");
        }
        var begins = (LocalDateTime) found.get().get("begins");
        if (!ends.isAfter(begins) || ends.isAfter(begins.plusHours(24)) || ends.isAfter(LocalDateTime.now(clock))) {
            return Answer.refused("ends", "labour.ends-wrong");
        }
        var day = begins.toLocalDate();
        var person = found.get().get("person");
        var overlaps = db.sql("""
                SELECT count(*) FROM labour.time_at(:before, :after, 'infinity') AS time
                 WHERE time.person = :person AND time.begins < :ends AND time.begins + make_interval(secs => time.seconds) > :begins
                """)
                .param("before", day.minusDays(1)).param("after", day.plusDays(1)).param("person", person).param("ends", ends).param("begins", begins).query(Long.class).single();
        if (overlaps > 0) {
            return Answer.refused("ends", "labour.ends-overlaps");
        }
        db.sql("""
                INSERT INTO labour.worked (person, day, no, part, begins, planned, seconds, kind, batch, recorded_at)
                SELECT :person, :day, coalesce((SELECT max(no) FROM labour.worked WHERE person = :person AND day = :day), 0) + 1,
                       row_number() OVER (ORDER BY told.begins), told.begins, told.planned, told.seconds, told.kind, told.batch, :now
                  FROM (SELECT time.begins, time.planned, time.seconds, time.kind, time.batch FROM labour.time_at(:day, :day, 'infinity') AS time WHERE time.person = :person
                        UNION ALL
                        SELECT CAST(:begins AS timestamp), 0, extract(epoch FROM CAST(:ends AS timestamp) - CAST(:begins AS timestamp))::int, 'WORKED', CAST(:batch AS uuid)) AS told
                """)
                .param("person", person).param("day", day).param("begins", begins).param("ends", ends).param("batch", found.get().get("batch")).param("now", now())
                .update();
        db.sql("UPDATE labour.lost SET answered_at = :now, answered_by = :by, ends = :ends WHERE id = :id")
                .param("now", now()).param("by", by.account()).param("ends", ends).param("id", lost).update();
        log.record("labour.ended", LocalDate.now(clock), Map.of("lost", lost.toString(), "begins", begins.toString(), "ends", ends.toString(), "by", by.account().toString()));
        return Answer.done(lost);
    }

    List<Report> reports() {
        return db.sql("""
                SELECT batch.id AS batch, time_report.source, batch.file, time_report.first, time_report.last, time_report.lines, time_report.people, time_report.lost, batch.imported_at
                  FROM labour.time_report
                  JOIN labour.batch ON batch.id = time_report.batch
                 ORDER BY batch.imported_at DESC
                 LIMIT 50
                """).query(Report.class).list();
    }

    Optional<Report> report(UUID batch) {
        return reports().stream().filter(it -> it.batch().equals(batch)).findFirst();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
