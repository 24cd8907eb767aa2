package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.supply.supplier.Suppliers.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the goods-receipt ledgers. */
@Component
class Receipts {
    private final JdbcClient db;
    private final Clock clock;

    Receipts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void keep(UUID id, String source, int year, List<Receipt> delivered, BigDecimal statedKilograms, UUID evidence, Me by, UUID record) {
        db.sql("""
                INSERT INTO supplier.ledger (id, source, year, stated_rows, stated_kilograms, evidence, recorded_by, recorded_at, record)
                VALUES (:id, :source, :year, :rows, :kilograms, :evidence, :by, :at, :record)
                """)
                .param("id", id).param("source", source).param("year", year).param("rows", delivered.size())
                .param("kilograms", statedKilograms).param("evidence", evidence).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", record)
                .update();
        db.sql("""
                INSERT INTO supplier.receipt (document, line, ledger, supplier, material, day, kilograms)
                SELECT document, line, :ledger, supplier, material, day, kilograms
                  FROM unnest(:documents, :lines, :suppliers, :materials, :days, :kilograms)
                       AS receipt (document, line, supplier, material, day, kilograms)
                """)
                .param("ledger", id)
                .param("documents", delivered.stream().map(Receipt::document).toArray(String[]::new))
                .param("lines", delivered.stream().map(Receipt::line).toArray(Integer[]::new))
                .param("suppliers", delivered.stream().map(Receipt::supplier).toArray(UUID[]::new))
                .param("materials", delivered.stream().map(Receipt::material).toArray(UUID[]::new))
                .param("days", delivered.stream().map(r -> Date.valueOf(r.day())).toArray(Date[]::new))
                .param("kilograms", delivered.stream().map(Receipt::kilograms).toArray(BigDecimal[]::new))
                .update();
    }

    /** A document and line that stand in these twice, or in an earlier ledger already. */
    Optional<String> twice(List<Receipt> delivered) {
        return db.sql("""
                SELECT document || ' ' || line
                  FROM (SELECT document, line FROM unnest(:documents, :lines) AS it (document, line)
                         UNION ALL
                        SELECT document, line FROM supplier.receipt WHERE document = ANY (:documents)) AS every
                 WHERE (document, line) IN (SELECT * FROM unnest(:documents, :lines))
                 GROUP BY document, line
                HAVING count(*) > 1
                 LIMIT 1
                """)
                .param("documents", delivered.stream().map(Receipt::document).toArray(String[]::new))
                .param("lines", delivered.stream().map(Receipt::line).toArray(Integer[]::new))
                .query(String.class).optional();
    }
}
