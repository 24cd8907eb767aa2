package org.probity.shapes.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.shapes.policy.Policy.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The clauses of our rules: each keeps its name from version to version, and may be worded anew in each. */
@Service
public class Clauses {
    private final JdbcClient db;
    private final Clock clock;

    Clauses(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What a version says, clause by clause. */
    public List<Clause> of(UUID version) {
        return db.sql("""
                SELECT clause.id, policy.code AS policy, clause.code, heading_en, heading_zh, text_en, text_zh
                  FROM policy.wording
                  JOIN policy.clause ON clause.id = wording.clause
                  JOIN policy.policy ON policy.id = clause.policy
                 WHERE wording.version = :version
                 ORDER BY wording.place
                """)
                .param("version", version).query(Clause.class).list();
    }

    /** The clause of that name, such as {@code supplier-code/child-labour}, as it is worded today; empty when nothing in force has it. */
    public Optional<Clause> named(String name) {
        return db.sql("""
                SELECT clause.id, in_force.code AS policy, clause.code, heading_en, heading_zh, text_en, text_zh
                  FROM policy.in_force(:today, :now) AS in_force
                  JOIN policy.wording ON wording.version = in_force.version
                  JOIN policy.clause ON clause.id = wording.clause
                 WHERE in_force.code || '/' || clause.code = :name
                """)
                .param("today", LocalDate.now(clock)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("name", name).query(Clause.class).optional();
    }

    /** All clauses in force, for those who choose one. */
    public List<Clause> inForce() {
        return db.sql("""
                SELECT clause.id, in_force.code AS policy, clause.code, heading_en, heading_zh, text_en, text_zh
                  FROM policy.in_force(:today, :now) AS in_force
                  JOIN policy.wording ON wording.version = in_force.version
                  JOIN policy.clause ON clause.id = wording.clause
                 ORDER BY in_force.code, wording.place
                """)
                .param("today", LocalDate.now(clock)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Clause.class).list();
    }

    /** Words a version not yet published, instead of what it said before; both texts have the same clauses in the same order. */
    void word(UUID policy, UUID version, Text en, Text zh) {
        db.sql("DELETE FROM policy.wording WHERE version = :version").param("version", version).update();
        for (var place = 0; place < en.parts().size(); place++) {
            word(policy, version, place + 1, en.parts().get(place), zh.parts().get(place));
        }
    }

    private void word(UUID policy, UUID version, int place, Text.Part en, Text.Part zh) {
        db.sql("INSERT INTO policy.clause (id, policy, code) VALUES (gen_random_uuid(), :policy, :code) ON CONFLICT ON CONSTRAINT clause_code_taken DO NOTHING")
                .param("policy", policy).param("code", en.code()).update();
        db.sql("""
                INSERT INTO policy.wording (version, place, clause, heading_en, heading_zh, text_en, text_zh)
                SELECT :version, :place, id, :headingEn, :headingZh, :textEn, :textZh FROM policy.clause WHERE policy = :policy AND code = :code
                """)
                .param("version", version).param("place", place).param("headingEn", en.heading()).param("headingZh", zh.heading())
                .param("textEn", en.text()).param("textZh", zh.text()).param("policy", policy).param("code", en.code())
                .update();
    }
}
