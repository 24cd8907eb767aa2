package org.probity.people.performance;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Of those who are entitled to a review, who had one with its talk (GRI 404-3). Rows say that a talk was held and never what came of it. */
@Configuration
class PerformanceFigures {
    @Bean
    Figure performanceReviews() {
        return new Figure("ppl-performance-review", "PE-41", 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "PV",
                "performance.reviews", sql("performance-reviews"), new Figure.Control("engaged", "", sql("people-engaged")));
    }

    private static String sql(String file) {
        return Figure.sql(PerformanceFigures.class, "figures/" + file + ".sql");
    }

    @Bean
    static SubjectPage peopleOfReviews() {
        return new SubjectPage("ppl-performance-review", "", Set.of(Role.HR, Role.ASSURER));
    }
}
