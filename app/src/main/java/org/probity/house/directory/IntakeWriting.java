package org.probity.house.directory;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the lines of a file that was read into the directory: what differs supersedes what was known, what is the same stays untouched. */
@Component
class IntakeWriting {
    private final JdbcClient db;
    private final Acts acts;

    IntakeWriting(JdbcClient db, Acts acts) {
        this.db = db;
        this.acts = acts;
    }

    void units(UUID batch) {
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
                   AND (fact.kind, fact.name_en, fact.name_zh, fact.parent, fact.until_day, fact.country, fact.region, fact.credit_code, fact.lei)
                       IS DISTINCT FROM (s.fields[2], s.fields[3], s.fields[4], up.id, nullif(s.fields[7], '')::date,
                                         s.fields[8], s.fields[9], s.fields[10], s.fields[11])
                """);
        run(batch, """
                INSERT INTO directory.unit_fact (id, unit, kind, name_en, name_zh, parent, from_day, until_day, country, region, credit_code,
                                                 lei, recorded_at, batch)
                SELECT gen_random_uuid(), unit.id, s.fields[2], s.fields[3], s.fields[4], up.id, s.fields[6]::date,
                       nullif(s.fields[7], '')::date, s.fields[8], s.fields[9], s.fields[10], s.fields[11], :now, s.batch
                  FROM directory.staged s
                  JOIN directory.unit ON unit.code = s.fields[1]
                  LEFT JOIN directory.unit up ON up.code = s.fields[5]
                 WHERE s.batch = :batch
                ON CONFLICT (unit, from_day) WHERE superseded_at IS NULL DO NOTHING
                """);
    }

    void people(UUID batch) {
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
        (sql.contains(":now") ? statement.param("now", acts.now()) : statement).update();
    }
}
