package org.probity.supply.clearance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.supply.clearance.Deeds.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of what was reported as ordered, taken in and paid, each beside the answer that was asked for before; a page at a time. */
@Component
public class DeedRows {
    /** How a deed stands to what was asked; also what the list is narrowed to. */
    enum Asked {
        ALLOWED("deed.allowed"), AGAINST("NOT deed.allowed"), NOT_ASKED("deed.allowed IS NULL");

        private final String sql;

        Asked(String sql) {
            this.sql = sql;
        }
    }

    /** @param allowed what the answer said; null: nobody asked @param source which system reported it */
    public record Row(
            Kind kind, String document, UUID supplier, String number, String nameEn, String nameZh, LocalDate day, BigDecimal amount, String currency, @Nullable UUID answer,
            @Nullable Boolean allowed, String source, Instant reportedAt) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }

        Asked asked() {
            return allowed == null ? Asked.NOT_ASKED : allowed ? Asked.ALLOWED : Asked.AGAINST;
        }
    }

    private final JdbcClient db;

    DeedRows(JdbcClient db) {
        this.db = db;
    }

    /** The newest first. An answer older than answers are kept is no longer there to lead to. */
    List<Row> list(Query query) {
        return narrowed("""
                SELECT deed.kind, deed.document, deed.supplier, name.number, name.name_en, name.name_zh, deed.day, deed.amount, deed.currency,
                       (SELECT answer.id FROM clearance.answer WHERE answer.id = deed.answer) AS answer, deed.allowed, report.source, report.reported_at
                  FROM clearance.deed
                  JOIN supplier.name ON name.id = deed.supplier
                  JOIN clearance.report ON report.id = deed.report
                """, " ORDER BY deed.day DESC, deed.document, deed.kind LIMIT :limit OFFSET :offset", query)
                .param("limit", query.limit()).param("offset", query.offset())
                .query(Row.class).list();
    }

    long count(Query query) {
        return narrowed("SELECT count(*) FROM clearance.deed", "", query).query(Long.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String select, String end, Query query) {
        var where = new StringBuilder(" WHERE true");
        for (var kind : Kind.values()) {
            if (query.has("kind", kind.name())) {
                where.append(" AND deed.kind = '").append(kind.name()).append('\'');
            }
        }
        for (var asked : Asked.values()) {
            if (query.has("asked", asked.name())) {
                where.append(" AND ").append(asked.sql);
            }
        }
        var words = query.filter("q");
        if (!words.isEmpty()) {
            where.append(" AND (deed.document = :exact OR deed.supplier IN (SELECT id FROM supplier.name WHERE number = :exact OR name_en ILIKE :like OR name_zh ILIKE :like))");
        }
        var statement = db.sql(select + where + end);
        return words.isEmpty() ? statement : statement.param("exact", words)
                .param("like", "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
