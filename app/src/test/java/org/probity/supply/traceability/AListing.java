package org.probity.supply.traceability;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suppliers that lists and bans are about, for tests of rooms that read what those rooms publish. */
final class AListing {
    private AListing() {}

    /** An alert of a list, in one version of which its entry stood. @return the list */
    static UUID alert(JdbcClient db, UUID supplier, String state, String at) {
        var list = UUID.randomUUID();
        var alert = UUID.randomUUID();
        db.sql("""
                INSERT INTO screening.list (id, code, source, name_en, name_zh, bar, verdict, opened_by, opened_at)
                VALUES (:id, :code, 'OWN', 'Our list', '自有名单', 800, 'WARN', gen_random_uuid(), CAST(:at AS timestamptz))
                """).param("id", list).param("code", "t" + list.toString().substring(0, 8)).param("at", at).update();
        var entry = db.sql("INSERT INTO screening.entry (id, list, code, content, likeness, sha256, first_no) VALUES (gen_random_uuid(), :list, 'c', '', 'l', 'x', 2) RETURNING id")
                .param("list", list).query(UUID.class).single();
        var run = db.sql("INSERT INTO screening.run (id, cause, rules, begun_at) VALUES (gen_random_uuid(), 'SUPPLIER', 1, CAST(:at AS timestamptz)) RETURNING id").param("at", at).query(UUID.class).single();
        db.sql("""
                INSERT INTO screening.alert (id, supplier, list, entry, code, likeness, subject, score, name, listed_name, links, run, opened_at)
                VALUES (:id, :supplier, :list, :entry, 'c', 'l', 's', 900, 'n', 'n', '', :run, CAST(:at AS timestamptz))
                """).param("id", alert).param("supplier", supplier).param("list", list).param("entry", entry).param("run", run).param("at", at).update();
        db.sql("""
                INSERT INTO screening.step (alert, no, state, by, second, at, reason, record)
                VALUES (:alert, 1, :state, gen_random_uuid(), gen_random_uuid(), CAST(:at AS timestamptz), 'x', gen_random_uuid())
                """).param("alert", alert).param("state", state).param("at", at).update();
        return list;
    }
}
