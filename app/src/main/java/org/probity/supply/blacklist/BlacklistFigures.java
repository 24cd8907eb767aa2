package org.probity.supply.blacklist;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many suppliers were barred, and what was dealt with them in spite of it. */
@Configuration(proxyBeanMethods = false)
class BlacklistFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Bans decided in a year; the ground stands with each row. Held against the log, whose numbers have no gaps. */
    @Bean
    Figure suppliersBarred() {
        return new Figure("suppliers-barred", "SC-31", 1, SINCE, new Fold.Sum("bans"), Rounding.places(0), "", Figure.Level.PUBLIC, "BN", "blacklist.suppliers-barred",
                Figure.sql(BlacklistFigures.class, "figures/suppliers-barred.sql"),
                new Figure.Control("bans", "", Figure.sql(BlacklistFigures.class, "figures/bans-in-the-log.sql")));
    }

    /** The aim is 0. Held against the number of lines that the ERP says it has reported. */
    @Bean
    Figure dealtWithTheBarred() {
        return new Figure("dealt-with-the-barred", "SC-32", 1, SINCE, new Fold.Sum("incidents"), Rounding.places(0), "", Figure.Level.PUBLIC, "DB", "blacklist.dealt-with-the-barred",
                Figure.sql(BlacklistFigures.class, "figures/dealt-with-the-barred.sql"),
                new Figure.Control("deeds", "", Figure.sql(BlacklistFigures.class, "figures/deeds-reported.sql")));
    }

    /** Held against the bans that the log counts. */
    @Bean
    Figure endedForCause() {
        return new Figure("ended-for-cause", "SC-87", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "EX", "blacklist.ended-for-cause",
                Figure.sql(BlacklistFigures.class, "figures/ended-for-cause.sql"),
                new Figure.Control("bans", "", Figure.sql(BlacklistFigures.class, "figures/bans-in-the-log.sql")));
    }
}
