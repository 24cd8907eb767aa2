package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rule books, and which one a period goes by. */
@Component
class Schemes {
    private record Row(int version, LocalDate fromDay, BigDecimal aFrom, BigDecimal bFrom, BigDecimal cFrom, int appealDays, String source) {}

    private final JdbcClient db;

    Schemes(JdbcClient db) {
        this.db = db;
    }

    /** The newest approved one whose first day is not after this day. */
    Optional<Scheme> on(LocalDate day) {
        return db.sql(SELECT + " WHERE from_day <= :day AND (proposal IS NULL OR approved_at IS NOT NULL) ORDER BY from_day DESC, version DESC LIMIT 1")
                .param("day", day)
                .query(Row.class).optional().map(this::whole);
    }

    Scheme find(int version) {
        return whole(db.sql(SELECT + " WHERE version = :version").param("version", version).query(Row.class).single());
    }

    List<Scheme> all() {
        return db.sql(SELECT + " ORDER BY version DESC").query(Row.class).list().stream().map(this::whole).toList();
    }

    private Scheme whole(Row it) {
        var criteria = db.sql("""
                SELECT code, dimension, weight, worst, best, unit, without
                  FROM evaluation.criterion
                 WHERE scheme = :version
                 ORDER BY weight DESC NULLS LAST, code
                """)
                .param("version", it.version())
                .query(Criterion.class).list();
        return new Scheme(it.version(), it.fromDay(), it.aFrom(), it.bFrom(), it.cFrom(), it.appealDays(), it.source(), criteria);
    }

    private static final String SELECT = "SELECT version, from_day, a_from, b_from, c_from, appeal_days, source FROM evaluation.scheme";
}
