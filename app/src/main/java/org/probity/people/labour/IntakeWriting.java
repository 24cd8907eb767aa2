package org.probity.people.labour;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.people.labour.Reading.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the lines of a file that was read: what differs supersedes what was known, what is the same stays untouched. Each gives what the log's entry binds. */
@Component
class IntakeWriting {
    private final JdbcClient db;
    private final IdentityKey key;
    private final Clock clock;

    IntakeWriting(JdbcClient db, IdentityKey key, Clock clock) {
        this.db = db;
        this.key = key;
        this.clock = clock;
    }

    /** Each line and what it would do. */
    static String effects(Kind kind) {
        return switch (kind) {
            case IDENTITIES -> """
                    SELECT s.line, s.fields, name.id AS person,
                           CASE WHEN known.id IS NULL THEN 'ADDED'
                                WHEN (known.document, encode(known.number_hash, 'hex'), known.born::text, known.sex, known.verified_on::text)
                                   = (s.fields[2], s.fields[3], s.fields[4], s.fields[5], s.fields[6]) THEN 'SAME'
                                ELSE 'CHANGED' END AS effect
                      FROM labour.staged s
                      JOIN directory.name ON name.number = s.fields[1]
                      LEFT JOIN labour.identity known ON known.person = name.id AND known.superseded_at IS NULL
                     WHERE s.batch = :batch
                    """;
            case CONTRACTS -> """
                    SELECT s.line, s.fields, name.id AS person,
                           CASE WHEN known.id IS NULL THEN 'ADDED'
                                WHEN (known.act, known.term, coalesce(known.signed_on::text, ''), coalesce(known.until_day::text, ''), known.probation_days::text, known.category, known.full_time::text)
                                   = (s.fields[2], s.fields[3], s.fields[4], s.fields[6], s.fields[7], s.fields[8], s.fields[9]) THEN 'SAME'
                                ELSE 'CHANGED' END AS effect
                      FROM labour.staged s
                      JOIN directory.name ON name.number = s.fields[1]
                      LEFT JOIN labour.contract known ON known.person = name.id AND known.from_day = s.fields[5]::date AND known.known_until IS NULL
                     WHERE s.batch = :batch
                    """;
        };
    }

    List<Map<String, String>> identities(UUID batch, Me by) {
        db.sql("UPDATE labour.identity SET superseded_at = :now FROM (" + effects(Kind.IDENTITIES)
                        + ") AS told WHERE told.person = identity.person AND told.effect = 'CHANGED' AND identity.superseded_at IS NULL")
                .param("now", now()).param("batch", batch).update();
        var hashing = key.hashing();
        // By the lines and not by their effect: those that changed look new now.
        return db.sql("""
                INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, batch)
                SELECT gen_random_uuid(), told.person, told.fields[2], decode(told.fields[3], 'hex'), told.fields[4]::date, told.fields[5], told.fields[6]::date, :by, :now, :batch
                  FROM (""" + effects(Kind.IDENTITIES) + ") AS told WHERE told.effect <> 'SAME' ORDER BY told.line RETURNING id, person, document, born, sex, verified_on")
                .param("by", by.account()).param("now", now()).param("batch", batch)
                .query((row, n) -> Map.of("identity", row.getString("id"), "person", row.getString("person"), "bound", hashing.bound(row.getObject("person", UUID.class),
                        row.getString("document") + " " + row.getString("born") + " " + row.getString("sex") + " " + row.getString("verified_on"))))
                .list();
    }

    List<Map<String, String>> contracts(UUID batch, Me by) {
        db.sql("UPDATE labour.contract SET known_until = :now FROM (" + effects(Kind.CONTRACTS)
                        + ") AS told WHERE told.person = contract.person AND told.fields[5]::date = contract.from_day AND told.effect = 'CHANGED' AND contract.known_until IS NULL")
                .param("now", now()).param("batch", batch).update();
        return db.sql("""
                INSERT INTO labour.contract (id, person, act, term, signed_on, from_day, until_day, probation_days, category, full_time, told_by, known_from, batch)
                SELECT gen_random_uuid(), told.person, told.fields[2], told.fields[3], nullif(told.fields[4], '')::date, told.fields[5]::date, nullif(told.fields[6], '')::date,
                       told.fields[7]::int, told.fields[8], told.fields[9]::boolean, :by, :now, :batch
                  FROM (""" + effects(Kind.CONTRACTS) + ") AS told WHERE told.effect <> 'SAME' ORDER BY told.line RETURNING id, act, term")
                .param("by", by.account()).param("now", now()).param("batch", batch)
                .query((row, n) -> Map.of("contract", row.getString("id"), "act", row.getString("act"), "term", row.getString("term"))).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
