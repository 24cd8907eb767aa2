package org.probity.supply.esg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.shapes.casework.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan that a supplier of high risk owes, one for each side, and not a second one within twelve months or while one is open. A side that is high by
 * lists of restricted parties alone owes none: the supplier can mend nothing there, and the plan would tell it that its name was found.
 */
@Service
public class RiskPlans {
    /** A side that is high and has no plan. */
    public record Needed(UUID assessment, UUID supplier, String nameEn, String nameZh, String pillar, BigDecimal points) {}

    /** A plan that was asked for. */
    public record Plan(UUID id, UUID supplier, String pillar) {}

    private static final Map<String, String[]> SIDES = Map.of("E", new String[] {"environment", "环境"}, "S", new String[] {"people", "员工与社会"}, "G", new String[] {"governance", "治理"});

    private final JdbcClient db;
    private final Cases cases;
    private final Rules rules;
    private final Clock clock;

    RiskPlans(JdbcClient db, Cases cases, Rules rules, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.rules = rules;
        this.clock = clock;
    }

    /** What risk in force asks for and nobody opened yet, with the points that the supplier is told. @param one of that supplier alone; null: of all */
    List<Needed> needed(@Nullable UUID one) {
        return db.sql("""
                SELECT risk.assessment, risk.supplier, active.name_en, active.name_zh, risk.pillar, told.points
                  FROM esg.risk_in_force AS risk
                  JOIN supplier.active(:today, 'infinity') AS active ON active.supplier = risk.supplier
                 CROSS JOIN LATERAL (SELECT risk.points - coalesce(sum(point.points), 0) AS points
                                       FROM esg.point
                                      WHERE point.assessment = risk.assessment AND point.pillar = risk.pillar AND point.factor = :untold) AS told
                 WHERE risk.band = 'HIGH'
                   AND told.points >= :high
                   AND (CAST(:one AS uuid) IS NULL OR risk.supplier = :one)
                   AND NOT EXISTS (SELECT FROM esg.plan
                                     JOIN casework.standing ON standing.kind = 'esg.risk' AND standing.subject = plan.id
                                    WHERE plan.supplier = risk.supplier
                                      AND plan.pillar = risk.pillar
                                      AND (standing.state <> 'CLOSED' OR plan.opened_at > :year_ago))
                 ORDER BY told.points DESC, risk.supplier, risk.pillar
                """)
                .param("today", LocalDate.now(clock)).param("one", one, Types.OTHER).param("year_ago", now().minusDays(365))
                .param("untold", EsgFactors.UNTOLD).param("high", rules.on(LocalDate.now(clock)).points("band.high"))
                .query(Needed.class).list();
    }

    /** Opens every plan that is needed. @return how many */
    @Transactional
    public int openAll(@Nullable UUID one, Me by) {
        var needed = needed(one);
        for (var it : needed) {
            var id = UUID.randomUUID();
            db.sql("INSERT INTO esg.plan (id, supplier, pillar, assessment, opened_by, opened_at) VALUES (:id, :supplier, :pillar, :assessment, :by, :at)")
                    .param("id", id).param("supplier", it.supplier()).param("pillar", it.pillar()).param("assessment", it.assessment()).param("by", by.account()).param("at", now())
                    .update();
            var side = SIDES.get(it.pillar());
            var points = it.points().setScale(0, RoundingMode.DOWN).toPlainString();
            cases.open(EsgCases.KIND, EsgCases.HIGH, id, it.supplier(), "High risk: " + side[0] + ", " + points + " points", side[1] + "风险高，" + points + " 分", by);
        }
        return needed.size();
    }

    Optional<Plan> find(UUID id) {
        return db.sql("SELECT id, supplier, pillar FROM esg.plan WHERE id = :id").param("id", id).query(Plan.class).optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
