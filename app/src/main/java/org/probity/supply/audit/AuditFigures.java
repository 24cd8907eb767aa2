package org.probity.supply.audit;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures about audits: key suppliers visited, findings closed in time, findings by topic. */
@Configuration
class AuditFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    static Figure keySuppliersAudited() {
        return new Figure("key-suppliers-audited", "SC-41", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "AU",
                "audit.key-suppliers-audited", Figure.sql(AuditFigures.class, "figures/key-suppliers-audited.sql"),
                new Figure.Control("kilograms", "kg", Figure.sql(AuditFigures.class, "figures/ledger-of-all.sql")));
    }

    @Bean
    static Figure findingsClosedInTime() {
        return new Figure("findings-closed-in-time", "SC-42", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "FC",
                "audit.findings-closed-in-time", Figure.sql(AuditFigures.class, "figures/findings-closed-in-time.sql"),
                new Figure.Control("counted", "", Figure.sql(AuditFigures.class, "figures/findings-stated.sql")));
    }

    @Bean
    static Figure findingsOnSite() {
        return new Figure("audit-findings", "SC-43", 1, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.PUBLIC, "AF",
                "audit.audit-findings", Figure.sql(AuditFigures.class, "figures/audit-findings.sql"),
                new Figure.Control("counted", "", Figure.sql(AuditFigures.class, "figures/findings-of-reports.sql")));
    }

    @Bean
    static Figure suppliersWithImpacts() {
        return new Figure("suppliers-with-impacts", "SC-84", 1, SINCE, new Fold.Sum("impacted"), Rounding.places(0), "", Figure.Level.PUBLIC, "IM",
                "audit.suppliers-with-impacts", Figure.sql(AuditFigures.class, "figures/suppliers-with-impacts.sql"),
                new Figure.Control("findings", "", Figure.sql(AuditFigures.class, "figures/findings-of-reports.sql")));
    }
}
