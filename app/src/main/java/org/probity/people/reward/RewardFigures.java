package org.probity.people.reward;

import java.time.LocalDate;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.StatedTotals;
import org.probity.shapes.figure.SubjectPage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was shared with people. Rows are units: nobody's part follows from them. */
@Configuration(proxyBeanMethods = false)
class RewardFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Held against what payroll says that it paid for it in the year. */
    @Bean
    Figure gainShared() {
        return new Figure("gain-shared", "PE-111", 1, SINCE, new Fold.Sum("yuan"), Rounding.places(2), "CNY", Figure.Level.ASSURER, "WG", "reward.fig.shared",
                Figure.sql(RewardFigures.class, "figures/gain-shared.sql"), StatedTotals.control("gain-shared", "yuan", "CNY"));
    }

    @Bean
    static SubjectPage unitsThatShared() {
        return new SubjectPage("gain-shared", "", Set.of(Role.HR, Role.UNION, Role.ASSURER));
    }
}
