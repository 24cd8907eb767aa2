package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of audits. */
@Component
class AuditList {
    private static final String WHERE = """
             WHERE (:state = '' OR state = :state OR :state = 'again' AND state = 'REPORTED' AND reaudit_day <= CAST(:today AS date) + 60
                    AND NOT EXISTS (SELECT FROM audit.standing AS later WHERE later.supplier = standing.supplier AND later.site = standing.site
                                       AND later.from_day > standing.until_day AND later.state <> 'CALLED_OFF'))
               AND (:q = '' OR standing.number ILIKE :part OR name_en ILIKE :part OR name_zh ILIKE :part)
            """;

    private final JdbcClient db;
    private final Audits audits;

    AuditList(JdbcClient db, Audits audits) {
        this.db = db;
        this.audits = audits;
    }

    List<AuditsPage.Line> lines(Query query) {
        var order = query.orderBy(Map.of("from", "from_day", "again", "reaudit_day"), "from_day DESC, standing.number DESC");
        return narrowed("""
                SELECT standing.id, standing.number, standing.supplier, name_en, name_zh, audit.site_name(standing.site) AS site, from_day, until_day, state, pack, findings,
                       (SELECT count(*) FROM audit.finding
                          JOIN casework.standing AS action ON action.kind = 'audit.finding' AND action.subject = finding.id AND action.state <> 'CLOSED'
                         WHERE finding.audit = standing.id) AS open, reaudit_day
                """, query, " ORDER BY " + order + " LIMIT :limit OFFSET :offset").param("limit", query.limit()).param("offset", query.offset())
                .query(AuditsPage.Line.class).list();
    }

    long count(Query query) {
        return narrowed("SELECT count(*)", query, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String select, Query query, String rest) {
        return db.sql(select + " FROM audit.standing JOIN supplier.name ON name.id = standing.supplier" + WHERE + rest)
                .param("state", query.filter("state")).param("today", audits.today()).param("q", query.filter("q"))
                .param("part", "%" + query.filter("q").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** Audits that this person is of, and where something is theirs to do. */
    List<Audit> mine(UUID account) {
        return db.sql("""
                SELECT standing.*
                  FROM audit.standing
                  JOIN audit.member ON member.audit = standing.id AND member.account = :account AND member.left_at IS NULL
                 WHERE state = 'UNDERWAY'
                    OR state = 'ARRANGED' AND (member.dealings IS NULL OR member.lead AND from_day <= :today)
                    OR state = 'DRAWN_UP' AND NOT EXISTS (SELECT FROM audit.word WHERE word.audit = standing.id AND word.account = :account)
                 ORDER BY from_day, number
                """)
                .param("account", account).param("today", audits.today())
                .query(Audit.class).list();
    }

    /** What was planned up to this month and is not arranged. */
    record Owed(UUID supplier, String nameEn, String nameZh, int year, int month) {
        LocalDate due() {
            return LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
        }
    }

    List<Owed> notArranged() {
        return db.sql("""
                SELECT planned.supplier, name_en, name_zh, planned.year, coalesce(change.month, planned.month) AS month
                  FROM audit.planned
                  JOIN supplier.name ON name.id = planned.supplier
                  LEFT JOIN LATERAL (SELECT * FROM audit.plan_change WHERE plan_change.planned = planned.id ORDER BY no DESC LIMIT 1) AS change ON true
                 WHERE planned.year = extract(year FROM CAST(:today AS date))
                   AND coalesce(change.month, planned.month) <= extract(month FROM CAST(:today AS date)) + 1
                   AND coalesce(change.what, '') <> 'DROPPED'
                   AND NOT EXISTS (SELECT FROM audit.standing
                                    WHERE standing.supplier = planned.supplier AND extract(year FROM from_day) = planned.year AND state <> 'CALLED_OFF')
                 ORDER BY 5, 2
                """)
                .param("today", audits.today())
                .query(Owed.class).list();
    }

    String site(UUID site) {
        return db.sql("SELECT audit.site_name(:site)").param("site", site).query(String.class).single();
    }
}
