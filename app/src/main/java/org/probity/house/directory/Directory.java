package org.probity.house.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.probity.house.access.AuditTrail;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The tree of the house and the people in it. */
@Service
public class Directory {
    /** A place in the tree. @param people engaged there on the day asked for, not counting those in units below */
    public record Unit(UUID id, String code, String kind, String nameEn, String nameZh, @Nullable UUID parent, long people) {}

    /** One engagement as a list shows it. */
    public record Member(
            UUID person, String number, String nameZh, String nameEn, String email, Engagement kind, String unitEn, String unitZh, String title,
            LocalDate fromDay, @Nullable LocalDate untilDay) {}

    /** What bringing a file in would do. */
    record Plan(UUID batch, Reading.Kind kind, long added, long changed, long same) {}

    /** A stretch of somebody's time here; superseded ones stay to be seen. */
    public record Stretch(
            Engagement kind, String unitEn, String unitZh, String title, LocalDate fromDay, @Nullable LocalDate untilDay, Instant recordedAt,
            @Nullable Instant supersededAt) {}

    public record Person(UUID id, String number, String nameZh, String nameEn, String email, List<Stretch> stretches) {}

    private final JdbcClient db;
    private final DataSource source;
    private final Log log;
    private final AuditTrail trail;
    private final Clock clock;

    Directory(JdbcClient db, DataSource source, Log log, AuditTrail trail, Clock clock) {
        this.db = db;
        this.source = source;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /** Reads a file and says what is wrong with it, changing nothing. */
    Reading read(Spreadsheet sheet) {
        return Reading.of(sheet, new HashSet<>(db.sql("SELECT code FROM directory.unit").query(String.class).list()));
    }

    /** Keeps a faultless file's lines for a day and says what bringing them in would do. */
    @Transactional
    Plan stage(Reading reading, String file, UUID by) {
        if (!reading.faults().isEmpty()) {
            throw new IllegalArgumentException("a file with " + reading.faults().size() + " faults is not staged");
        }
        db.sql("DELETE FROM directory.batch WHERE imported_at IS NULL AND read_at < :yesterday")
                .param("yesterday", now().minusDays(1))
                .update();
        var batch = UUID.randomUUID();
        db.sql("INSERT INTO directory.batch (id, kind, file, read_at, read_by) VALUES (:id, :kind, :file, :now, :by)")
                .param("id", batch).param("kind", reading.kind().name()).param("file", file).param("now", now()).param("by", by)
                .update();
        copy(batch, reading);
        return plan(batch).orElseThrow();
    }

    private void copy(UUID batch, Reading reading) {
        var text = new StringBuilder();
        reading.lines().forEach((line, fields) -> {
            text.append(batch).append('\t').append(line).append("\t{");
            for (var i = 0; i < fields.length; i++) {
                // Quoted for the array and then for COPY; control signs were refused before.
                text.append(i == 0 ? "\"" : ",\"").append(fields[i].replace("\\", "\\\\\\\\").replace("\"", "\\\\\"")).append('"');
            }
            text.append("}\n");
        });
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("COPY directory.staged (batch, line, fields) FROM STDIN", new StringReader(text.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("batch " + batch + " could not be staged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** A file that was read and waits to be brought in. */
    Optional<Plan> plan(UUID batch) {
        return kind(batch).map(kind -> {
            var counts = db.sql(switch (kind) {
                case UNITS -> """
                        SELECT count(*) FILTER (WHERE fact.id IS NULL) AS added,
                               count(*) FILTER (WHERE (fact.kind, fact.name_en, fact.name_zh, coalesce(up.code, ''),
                                                       coalesce(fact.until_day::text, ''))
                                                   <> (s.fields[2], s.fields[3], s.fields[4], s.fields[5], s.fields[7])) AS changed,
                               count(*) AS all
                          FROM directory.staged s
                          LEFT JOIN directory.unit ON unit.code = s.fields[1]
                          LEFT JOIN directory.unit_fact fact
                                 ON fact.unit = unit.id AND fact.from_day = s.fields[6]::date AND fact.superseded_at IS NULL
                          LEFT JOIN directory.unit up ON up.id = fact.parent
                         WHERE s.batch = :batch
                        """;
                case PEOPLE -> """
                        SELECT count(*) FILTER (WHERE e.id IS NULL) AS added,
                               count(*) FILTER (WHERE (e.kind, unit.code, e.title, coalesce(e.until_day::text, ''),
                                                       fact.name_zh, fact.name_en, fact.email)
                                                   <> (s.fields[5], s.fields[6], s.fields[7], s.fields[9],
                                                       s.fields[2], s.fields[3], s.fields[4])) AS changed,
                               count(*) AS all
                          FROM directory.staged s
                          LEFT JOIN directory.person ON person.number = s.fields[1]
                          LEFT JOIN directory.person_fact fact ON fact.person = person.id AND fact.superseded_at IS NULL
                          LEFT JOIN directory.engagement e
                                 ON e.person = person.id AND e.from_day = s.fields[8]::date AND e.superseded_at IS NULL
                          LEFT JOIN directory.unit ON unit.id = e.unit
                         WHERE s.batch = :batch
                        """;
            }).param("batch", batch).query((row, n) -> new long[] {row.getLong("added"), row.getLong("changed"), row.getLong("all")}).single();
            return new Plan(batch, kind, counts[0], counts[1], counts[2] - counts[0] - counts[1]);
        });
    }

    private Optional<Reading.Kind> kind(UUID batch) {
        return db.sql("SELECT kind FROM directory.batch WHERE id = :batch AND imported_at IS NULL")
                .param("batch", batch)
                .query(String.class).optional().map(Reading.Kind::valueOf);
    }

    /**
     * Brings a staged file in, all of it or nothing. What is the same stays untouched, so the same file twice changes nothing; what differs
     * supersedes what was known. One entry in the log binds the whole batch by ids alone.
     *
     * <p>Refusals: {@code directory.batch-gone} (brought in already, or read longer than a day ago); {@code directory.nothing-new};
     * {@code directory.circle} (a unit would stand above itself).
     */
    @Transactional
    Answer<Plan> bringIn(UUID batch, UUID by) {
        // One at a time: the next file is compared with what this one leaves.
        db.sql("LOCK TABLE directory.batch IN SHARE ROW EXCLUSIVE MODE").update();
        var plan = plan(batch);
        if (plan.isEmpty()) {
            return Answer.refused("", "directory.batch-gone");
        }
        if (plan.get().added() + plan.get().changed() == 0) {
            return Answer.refused("", "directory.nothing-new");
        }
        switch (plan.get().kind()) {
            case UNITS -> units(batch);
            case PEOPLE -> people(batch);
        }
        if (plan.get().kind() == Reading.Kind.UNITS && circle()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("", "directory.circle");
        }
        var rows = db.sql("""
                SELECT id::text AS row, unit::text AS subject, from_day::text AS day FROM directory.unit_fact WHERE batch = :batch
                UNION ALL
                SELECT id::text, person::text, '' FROM directory.person_fact WHERE batch = :batch
                UNION ALL
                SELECT id::text, person::text, from_day::text FROM directory.engagement WHERE batch = :batch
                 ORDER BY 1
                """)
                .param("batch", batch)
                .query((row, n) -> Map.of("row", row.getString(1), "subject", row.getString(2), "day", row.getString(3))).list();
        var record = log.recordBatch("directory.imported", LocalDate.now(clock), Map.of("batch", batch.toString()), rows);
        db.sql("UPDATE directory.batch SET imported_at = :now, record = :record WHERE id = :batch")
                .param("now", now()).param("record", record).param("batch", batch)
                .update();
        db.sql("DELETE FROM directory.staged WHERE batch = :batch").param("batch", batch).update();
        trail.note("directory.imported", by, null, Map.of("added", "" + plan.get().added(), "changed", "" + plan.get().changed()));
        return Answer.done(plan.get());
    }

    private void units(UUID batch) {
        run(batch, """
                INSERT INTO directory.unit (id, code)
                SELECT gen_random_uuid(), code FROM (SELECT DISTINCT fields[1] AS code FROM directory.staged WHERE batch = :batch) AS named
                ON CONFLICT (code) DO NOTHING
                """);
        run(batch, """
                UPDATE directory.unit_fact fact
                   SET superseded_at = :now
                  FROM directory.staged s
                  JOIN directory.unit ON unit.code = s.fields[1]
                  LEFT JOIN directory.unit up ON up.code = s.fields[5]
                 WHERE s.batch = :batch
                   AND fact.unit = unit.id
                   AND fact.from_day = s.fields[6]::date
                   AND fact.superseded_at IS NULL
                   AND (fact.kind, fact.name_en, fact.name_zh, fact.parent, fact.until_day)
                       IS DISTINCT FROM (s.fields[2], s.fields[3], s.fields[4], up.id, nullif(s.fields[7], '')::date)
                """);
        run(batch, """
                INSERT INTO directory.unit_fact (id, unit, kind, name_en, name_zh, parent, from_day, until_day, recorded_at, batch)
                SELECT gen_random_uuid(), unit.id, s.fields[2], s.fields[3], s.fields[4], up.id, s.fields[6]::date,
                       nullif(s.fields[7], '')::date, :now, s.batch
                  FROM directory.staged s
                  JOIN directory.unit ON unit.code = s.fields[1]
                  LEFT JOIN directory.unit up ON up.code = s.fields[5]
                 WHERE s.batch = :batch
                ON CONFLICT (unit, from_day) WHERE superseded_at IS NULL DO NOTHING
                """);
    }

    private void people(UUID batch) {
        run(batch, """
                INSERT INTO directory.person (id, number)
                SELECT gen_random_uuid(), number FROM (SELECT DISTINCT fields[1] AS number FROM directory.staged WHERE batch = :batch) AS named
                ON CONFLICT (number) DO NOTHING
                """);
        run(batch, """
                UPDATE directory.person_fact fact
                   SET superseded_at = :now
                  FROM (SELECT DISTINCT ON (fields[1]) fields FROM directory.staged WHERE batch = :batch ORDER BY fields[1], line DESC) s
                  JOIN directory.person ON person.number = s.fields[1]
                 WHERE fact.person = person.id
                   AND fact.superseded_at IS NULL
                   AND (fact.name_zh, fact.name_en, fact.email) <> (s.fields[2], s.fields[3], s.fields[4])
                """);
        run(batch, """
                INSERT INTO directory.person_fact (id, person, name_zh, name_en, email, recorded_at, batch)
                SELECT gen_random_uuid(), person.id, s.fields[2], s.fields[3], s.fields[4], :now, :batch
                  FROM (SELECT DISTINCT ON (fields[1]) fields FROM directory.staged WHERE batch = :batch ORDER BY fields[1], line DESC) s
                  JOIN directory.person ON person.number = s.fields[1]
                ON CONFLICT (person) WHERE superseded_at IS NULL DO NOTHING
                """);
        run(batch, """
                UPDATE directory.engagement e
                   SET superseded_at = :now
                  FROM directory.staged s
                  JOIN directory.person ON person.number = s.fields[1]
                  JOIN directory.unit ON unit.code = s.fields[6]
                 WHERE s.batch = :batch
                   AND e.person = person.id
                   AND e.from_day = s.fields[8]::date
                   AND e.superseded_at IS NULL
                   AND (e.kind, e.unit, e.title, e.until_day)
                       IS DISTINCT FROM (s.fields[5], unit.id, s.fields[7], nullif(s.fields[9], '')::date)
                """);
        run(batch, """
                INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, until_day, recorded_at, batch)
                SELECT gen_random_uuid(), person.id, s.fields[5], unit.id, s.fields[7], s.fields[8]::date, nullif(s.fields[9], '')::date,
                       :now, s.batch
                  FROM directory.staged s
                  JOIN directory.person ON person.number = s.fields[1]
                  JOIN directory.unit ON unit.code = s.fields[6]
                 WHERE s.batch = :batch
                ON CONFLICT (person, from_day) WHERE superseded_at IS NULL DO NOTHING
                """);
    }

    private void run(UUID batch, String sql) {
        var statement = db.sql(sql).param("batch", batch);
        (sql.contains(":now") ? statement.param("now", now()) : statement).update();
    }

    /** Whether some unit stands above itself, now or on any day. */
    private boolean circle() {
        return db.sql("""
                WITH RECURSIVE up (unit, parent) AS (
                    SELECT unit, parent FROM directory.unit_fact WHERE superseded_at IS NULL AND parent IS NOT NULL
                    UNION
                    SELECT up.unit, fact.parent
                      FROM up
                      JOIN directory.unit_fact fact ON fact.unit = up.parent AND fact.superseded_at IS NULL AND fact.parent IS NOT NULL
                )
                SELECT EXISTS (SELECT FROM up WHERE unit = parent)
                """)
                .query(Boolean.class).single();
    }

    /** The tree on a day, as known at a moment: what was learnt later is not in it. */
    public List<Unit> tree(LocalDate day, Instant knownAt) {
        return db.sql("""
                SELECT units.unit AS id,
                       units.code,
                       units.kind,
                       units.name_en,
                       units.name_zh,
                       units.parent,
                       (SELECT count(*) FROM directory.engaged(:day, :known) AS engaged
                         WHERE engaged.unit = units.unit AND engaged.kind <> 'RETIREE') AS people
                  FROM directory.units(:day, :known) AS units
                 ORDER BY units.code
                """)
                .param("day", day).param("known", knownAt.atOffset(ZoneOffset.UTC))
                .query(Unit.class).list();
    }

    /**
     * Engagements on a day, those of retirees among them.
     *
     * @param letters in the name, number or e-mail; empty: all
     */
    public List<Member> members(LocalDate day, String letters, String unitCode, String kind, int most, long skip) {
        return db.sql("""
                SELECT name.id AS person,
                       name.number,
                       name.name_zh,
                       name.name_en,
                       name.email,
                       engaged.kind,
                       units.name_en AS unit_en,
                       units.name_zh AS unit_zh,
                       engaged.title,
                       engaged.from_day,
                       engaged.until_day
                """ + MEMBERS + " ORDER BY name.number LIMIT :most OFFSET :skip")
                .param("day", day).param("known", now()).param("like", "%" + letters.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("unit", unitCode).param("kind", kind).param("most", most).param("skip", skip)
                .query(Member.class).list();
    }

    public long count(LocalDate day, String letters, String unitCode, String kind) {
        return db.sql("SELECT count(*) " + MEMBERS)
                .param("day", day).param("known", now()).param("like", "%" + letters.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("unit", unitCode).param("kind", kind)
                .query(Long.class).single();
    }

    private static final String MEMBERS = """
             FROM directory.engaged(:day, :known) AS engaged
             JOIN directory.name ON name.id = engaged.person
             LEFT JOIN directory.units(:day, :known) AS units ON units.unit = engaged.unit
            WHERE (name.name_zh ILIKE :like OR name.name_en ILIKE :like OR name.number ILIKE :like OR name.email ILIKE :like)
              AND (:unit = '' OR units.code = :unit)
              AND (:kind = '' OR engaged.kind = :kind)
            """;

    public Optional<Person> person(UUID id) {
        return db.sql("SELECT id, number, name_zh, name_en, email FROM directory.name WHERE id = :id")
                .param("id", id)
                .query((row, n) -> new Person(id, row.getString("number"), row.getString("name_zh"), row.getString("name_en"),
                        row.getString("email"), stretches(id)))
                .optional();
    }

    /** The person an account belongs to, by their work e-mail. */
    public Optional<Person> byEmail(String email) {
        return db.sql("SELECT id FROM directory.name WHERE lower(email) = lower(:email) ORDER BY number LIMIT 1")
                .param("email", email)
                .query(UUID.class).optional().flatMap(this::person);
    }

    private List<Stretch> stretches(UUID person) {
        return db.sql("""
                SELECT e.kind,
                       coalesce(fact.name_en, unit.code) AS unit_en,
                       coalesce(fact.name_zh, unit.code) AS unit_zh,
                       e.title,
                       e.from_day,
                       e.until_day,
                       e.recorded_at,
                       e.superseded_at
                  FROM directory.engagement e
                  JOIN directory.unit ON unit.id = e.unit
                  LEFT JOIN LATERAL (SELECT name_en, name_zh FROM directory.unit_fact
                                      WHERE unit_fact.unit = e.unit AND superseded_at IS NULL
                                      ORDER BY from_day DESC LIMIT 1) fact ON true
                 WHERE e.person = :person
                 ORDER BY e.from_day DESC, e.recorded_at DESC
                """)
                .param("person", person)
                .query((row, n) -> new Stretch(
                        Engagement.valueOf(row.getString("kind")), row.getString("unit_en"), row.getString("unit_zh"), row.getString("title"),
                        row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("superseded_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null)))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
