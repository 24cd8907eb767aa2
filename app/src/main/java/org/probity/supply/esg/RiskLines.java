package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Suppliers by their risk, a page at a time. */
@Service
class RiskLines {
    /** @param plans how many plans for high risk are open */
    public record Line(
            UUID supplier, String number, String nameEn, String nameZh, String country, String categoryEn, String categoryZh, BigDecimal e, String eBand, BigDecimal s, String sBand,
            BigDecimal g, String gBand, @Nullable LocalDate day, long plans) {}

    private final JdbcClient db;

    RiskLines(JdbcClient db) {
        this.db = db;
    }

    List<Line> page(Query query, LocalDate today) {
        return narrowed("""
                SELECT active.supplier, active.number, active.name_en, active.name_zh, name.country, name.category_en, name.category_zh,
                       risk.e, risk.e_band, risk.s, risk.s_band, risk.g, risk.g_band, risk.day,
                       (SELECT count(*) FROM casework.standing WHERE standing.kind = 'esg.risk' AND standing.supplier = active.supplier AND standing.state <> 'CLOSED') AS plans
                """ + FROM + " ORDER BY " + query.orderBy(Map.of("e", "risk.e", "s", "risk.s", "g", "risk.g", "name", "active.number"),
                        "greatest(risk.e, risk.s, risk.g) DESC, active.number") + " LIMIT :limit OFFSET :offset", query, today)
                .param("limit", query.limit()).param("offset", query.offset())
                .query(Line.class).list();
    }

    long count(Query query, LocalDate today) {
        return narrowed("SELECT count(*) " + FROM, query, today).query(Long.class).single();
    }

    /** How many suppliers are worst of each band. */
    Map<String, Long> bands(LocalDate today) {
        var bands = new java.util.TreeMap<String, Long>();
        narrowed("SELECT CASE WHEN 'HIGH' IN (e_band, s_band, g_band) THEN 'HIGH' WHEN 'MEDIUM' IN (e_band, s_band, g_band) THEN 'MEDIUM' ELSE 'LOW' END AS band, count(*) AS suppliers "
                + FROM + " GROUP BY 1", Query.all("/app/esg/risk"), today)
                .query(row -> {
                    bands.put(row.getString(1), row.getLong(2));
                });
        return bands;
    }

    private static final String FROM = """
              FROM supplier.active(:today, 'infinity') AS active
              JOIN supplier.name ON name.id = active.supplier
              JOIN (SELECT supplier, max(day) AS day,
                           max(points) FILTER (WHERE pillar = 'E') AS e, max(band) FILTER (WHERE pillar = 'E') AS e_band,
                           max(points) FILTER (WHERE pillar = 'S') AS s, max(band) FILTER (WHERE pillar = 'S') AS s_band,
                           max(points) FILTER (WHERE pillar = 'G') AS g, max(band) FILTER (WHERE pillar = 'G') AS g_band
                      FROM esg.risk_in_force
                     GROUP BY supplier) AS risk ON risk.supplier = active.supplier
             WHERE (:words = '' OR active.name_en ILIKE :part OR active.name_zh ILIKE :part OR active.number ILIKE :part)
               AND CASE :band WHEN '' THEN true
                              WHEN 'HIGH' THEN 'HIGH' IN (e_band, s_band, g_band)
                              WHEN 'MEDIUM' THEN 'MEDIUM' IN (e_band, s_band, g_band) AND NOT 'HIGH' IN (e_band, s_band, g_band)
                              ELSE NOT ('HIGH' IN (e_band, s_band, g_band) OR 'MEDIUM' IN (e_band, s_band, g_band)) END
            """;

    private JdbcClient.StatementSpec narrowed(String sql, Query query, LocalDate today) {
        var words = query.filter("q");
        return db.sql(sql).param("today", today).param("band", query.filter("band")).param("words", words)
                .param("part", "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
