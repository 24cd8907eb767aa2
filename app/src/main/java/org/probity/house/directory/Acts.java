package org.probity.house.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down that somebody changed the directory, and enters what it changed in the log. */
@Component
class Acts {
    enum Verb { FOUND, DESCRIBE, MOVE, CLOSE, MERGE, APPOINT, RELIEVE, ENGAGE, END, TRANSFER, CORRECT, NAME }

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Acts(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /** Lets one change happen at a time, files included: each is checked against what the one before it left. */
    void takeTurns() {
        db.sql("LOCK TABLE directory.act IN SHARE ROW EXCLUSIVE MODE").update();
    }

    UUID aboutUnit(Verb verb, UUID unit, LocalDate day, String reason, UUID by) {
        return begin(verb, unit, null, day, reason, by);
    }

    UUID aboutPerson(Verb verb, UUID person, LocalDate day, String reason, UUID by) {
        return begin(verb, null, person, day, reason, by);
    }

    private UUID begin(Verb verb, @Nullable UUID unit, @Nullable UUID person, LocalDate day, String reason, UUID by) {
        return db.sql("""
                INSERT INTO directory.act (id, verb, unit, person, day, reason, done_at, done_by)
                VALUES (gen_random_uuid(), :verb, :unit, :person, :day, :reason, :now, :by)
                RETURNING id
                """)
                .param("verb", verb.name()).param("unit", unit).param("person", person).param("day", day).param("reason", reason.strip())
                .param("now", now()).param("by", by)
                .query(UUID.class).single();
    }

    /** After the last row of the act was written. */
    void enter(UUID act) {
        var record = enter("directory.changed", "act", act);
        db.sql("UPDATE directory.act SET record = :record WHERE id = :act").param("record", record).param("act", act).update();
    }

    /** After the last row of a file was written. */
    UUID enterBatch(UUID batch) {
        return enter("directory.imported", "batch", batch);
    }

    /** Ids, kinds and days; names, titles and addresses of people stay outside, so that they can be erased. */
    private UUID enter(String kind, String column, UUID id) {
        var rows = db.sql("""
                SELECT id::text AS row, unit::text AS subject, kind AS word, coalesce(parent::text, '') AS other, from_day, until_day
                  FROM directory.unit_fact WHERE %1$s = :id
                UNION ALL
                SELECT id::text, person::text, 'NAME', '', NULL, NULL FROM directory.person_fact WHERE %1$s = :id
                UNION ALL
                SELECT id::text, person::text, kind, unit::text, from_day, until_day FROM directory.engagement WHERE %1$s = :id
                """.formatted(column) + (column.equals("act") ? """
                UNION ALL
                SELECT id::text, person::text, rank, unit::text, from_day, until_day FROM directory.head WHERE act = :id
                """ : "") + " ORDER BY 1")
                .param("id", id)
                .query((row, n) -> Map.of("row", row.getString("row"), "subject", row.getString("subject"), "word", row.getString("word"),
                        "other", row.getString("other"), "from", words(row.getString("from_day")), "until", words(row.getString("until_day"))))
                .list();
        return log.recordBatch(kind, LocalDate.now(clock), Map.of(column, id.toString()), rows);
    }

    private static String words(@Nullable String day) {
        return day == null ? "" : day;
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
