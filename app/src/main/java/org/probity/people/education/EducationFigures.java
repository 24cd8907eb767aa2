package org.probity.people.education;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.OfPeople;
import org.probity.shapes.figure.StatedTotals;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many people study with our support, what they obtained, and what it cost. Rows of people: never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class EducationFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure studySupported() {
        return new Figure("study-supported", "PE-31", 1, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "YS", "education.fig.supported",
                Figure.sql(EducationFigures.class, "figures/study-supported.sql"), new Figure.Control("supports", "", Figure.sql(EducationFigures.class, "figures/supports-agreed.sql")));
    }

    @Bean
    Figure degreesObtained() {
        return new Figure("degrees-obtained", "PE-32", 2, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "YD", "education.fig.obtained",
                Figure.sql(EducationFigures.class, "figures/degrees-obtained.sql"), new Figure.Control("counted", "", Figure.sql(EducationFigures.class, "figures/results-in-the-log.sql")));
    }

    /** Held against the account in the general ledger: the sums of the files that were handed over are where the rows come from. */
    @Bean
    Figure studyPaid() {
        return new Figure("study-paid", "PE-33", 2, SINCE, new Fold.Sum("yuan"), Rounding.places(2), "CNY", Figure.Level.ASSURER, "YP", "education.fig.paid",
                Figure.sql(EducationFigures.class, "figures/study-paid.sql"), StatedTotals.control("study-paid", "yuan", "CNY"));
    }

    @Bean
    static OfPeople graduatesOfDegrees() {
        return new OfPeople("degrees-obtained");
    }

    @Bean
    static OfPeople payeesOfStudies() {
        return new OfPeople("study-paid");
    }

    @Bean
    static SubjectPage peopleOfStudies() {
        return new SubjectPage("study-supported", "", Set.of(Role.HR, Role.ASSURER));
    }
}
