package org.probity.people.care;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much of what people are owed they get. Rows of people: never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class CareFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Granted hours are held against the book, which adds moves and knows no grants. */
    @Bean
    Figure leaveUsed() {
        return new Figure("leave-used", "PE-81", 1, SINCE, new Fold.RatioOfSums("used", "granted"), Rounding.percent(2), "%", Figure.Level.ASSURER, "LU", "care.fig.used",
                Figure.sql(CareFigures.class, "figures/leave-used.sql"), new Figure.Control("granted", "", Figure.sql(CareFigures.class, "figures/leave-granted-by-the-book.sql")));
    }

    @Bean
    static SubjectPage peopleOfLeave() {
        return new SubjectPage("leave-used", "", Set.of(Role.HR, Role.ASSURER));
    }
}
