package org.probity.people.learning;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long our people were trained. Seconds are counted and hours are shown; rows of people are never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class LearningFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final int SECONDS_AN_HOUR = 3_600;
    static final String HOURS = "ppl-training-hours";
    static final String HOURS_PER_PERSON = "ppl-training-hours-pc";

    /** A row a session. Held against the seconds that lists stated when they were closed. */
    @Bean
    Figure trainingHours() {
        return new Figure(HOURS, "PE-11", 1, SINCE, new Fold.Sum("seconds"), Rounding.of(SECONDS_AN_HOUR, 2), "h", Figure.Level.ASSURER, "TH", "learning.training-hours",
                Figure.sql(LearningFigures.class, "figures/training-hours.sql"), secondsStated());
    }

    /** A row a person. */
    @Bean
    Figure trainingHoursPerPerson() {
        return new Figure(HOURS_PER_PERSON, "PE-12", 1, SINCE, new Fold.RatioOfSums("seconds", "person"), Rounding.of(SECONDS_AN_HOUR, 2), "h", Figure.Level.ASSURER, "TP",
                "learning.training-hours-pc", Figure.sql(LearningFigures.class, "figures/training-hours-per-person.sql"), secondsStated());
    }

    private static Figure.Control secondsStated() {
        return new Figure.Control("seconds", "s", Figure.sql(LearningFigures.class, "figures/seconds-stated.sql"));
    }

    @Bean
    SubjectPage sessionsOfHours() {
        return new SubjectPage(HOURS, "/app/trainings/sessions/", Set.of(Role.HR, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER));
    }

    @Bean
    SubjectPage peopleOfHoursPerPerson() {
        return new SubjectPage(HOURS_PER_PERSON, "/app/trainings/people/", Set.of(Role.HR, Role.ASSURER));
    }
}
