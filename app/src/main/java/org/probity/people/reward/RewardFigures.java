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

/** What was shared with people and what they hold. Rows are units of the company and givings, from which nobody's part follows, and of those who hold something that they do. */
@Configuration(proxyBeanMethods = false)
class RewardFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Held against what payroll says that it paid for it in the year. */
    @Bean
    Figure gainShared() {
        return new Figure("gain-shared", "PE-111", 2, SINCE, new Fold.Sum("yuan"), Rounding.places(2), "CNY", Figure.Level.ASSURER, "WG", "reward.fig.shared",
                Figure.sql(RewardFigures.class, "figures/gain-shared.sql"), StatedTotals.control("gain-shared", "yuan", "CNY"));
    }

    /** Held against the register of units, as human resources state it. */
    @Bean
    Figure unitsInTerm() {
        return units("units-in-term", "PE-120", "WT", "reward.fig.term");
    }

    @Bean
    Figure unitsSettled() {
        return units("units-settled", "PE-121", "WS", "reward.fig.settled");
    }

    private static Figure units(String key, String code, String row, String words) {
        return new Figure(key, code, 1, SINCE, new Fold.Sum("units"), Rounding.places(0), "", Figure.Level.ASSURER, row, words, Figure.sql(RewardFigures.class, "figures/" + key + ".sql"),
                StatedTotals.control(key, "units", ""));
    }

    /** Its rows are people: never wider than the assurer, and who holds something is all they tell. */
    @Bean
    Figure holding() {
        return new Figure("people-holding", "PE-122", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "WO", "reward.fig.holding",
                Figure.sql(RewardFigures.class, "figures/people-holding.sql"), new Figure.Control("met", "", Figure.sql(RewardFigures.class, "figures/holders-known.sql")));
    }

    @Bean
    static SubjectPage givingsInTerm() {
        return new SubjectPage("units-in-term", "", Set.of(Role.HR, Role.UNION, Role.ASSURER));
    }

    @Bean
    static SubjectPage givingsSettled() {
        return new SubjectPage("units-settled", "", Set.of(Role.HR, Role.UNION, Role.ASSURER));
    }

    @Bean
    static SubjectPage peopleWhoHold() {
        return new SubjectPage("people-holding", "", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static SubjectPage unitsThatShared() {
        return new SubjectPage("gain-shared", "", Set.of(Role.HR, Role.UNION, Role.ASSURER));
    }
}
