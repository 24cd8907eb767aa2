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
    static final String PARTICIPANTS = "ppl-training-participants";
    static final String EQUAL = "ppl-equal-training";
    static final String SATISFACTION = "ppl-training-satisfaction";
    private static final String SESSION = "/app/trainings/sessions/";
    private static final String PERSON = "/app/trainings/people/";
    private static final Set<Role> ALL = Set.of(Role.HR, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    private static final Set<Role> NAMES = Set.of(Role.HR, Role.ASSURER);

    /** A row a session. Held against the seconds that lists stated when they were closed. */
    @Bean
    Figure trainingHours() {
        return new Figure(HOURS, "PE-11", 2, SINCE, new Fold.Sum("seconds"), Rounding.of(SECONDS_AN_HOUR, 2), "h", Figure.Level.ASSURER, "TH", "learning.training-hours",
                Figure.sql(LearningFigures.class, "figures/training-hours.sql"), secondsStated());
    }

    /** A row a person. */
    @Bean
    Figure trainingHoursPerPerson() {
        return new Figure(HOURS_PER_PERSON, "PE-12", 2, SINCE, new Fold.RatioOfSums("seconds", "person"), Rounding.of(SECONDS_AN_HOUR, 2), "h", Figure.Level.ASSURER, "TP",
                "learning.training-hours-pc", Figure.sql(LearningFigures.class, "figures/training-hours-per-person.sql"), secondsStated());
    }

    private static Figure.Control secondsStated() {
        return new Figure.Control("seconds", "s", Figure.sql(LearningFigures.class, "figures/seconds-stated.sql"));
    }

    /** A row a person. Held against the seconds that lists of such training stated when they were closed. */
    @Bean
    Figure qualificationParticipants() {
        return new Figure(PARTICIPANTS, "PE-13", 1, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "TQ", "learning.training-participants",
                Figure.sql(LearningFigures.class, "figures/qualification-participants.sql"),
                new Figure.Control("seconds", "s", Figure.sql(LearningFigures.class, "figures/qualification-seconds-stated.sql")));
    }

    /** A row a person; what they owed and met. Held against what the lists say by themselves. */
    @Bean
    Figure equalTraining() {
        return new Figure(EQUAL, "PE-14", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "TE", "learning.equal-training",
                Figure.sql(LearningFigures.class, "figures/equal-training.sql"),
                new Figure.Control("courses", "", Figure.sql(LearningFigures.class, "figures/courses-completed.sql")));
    }

    /** A row a course, its answers as sums. Held against the answers one by one. */
    @Bean
    Figure trainingSatisfaction() {
        return new Figure(SATISFACTION, "PE-15", 2, SINCE, new Fold.RatioOfSums("points", "most"), Rounding.percent(2), "%", Figure.Level.ASSURER, "TS", "learning.training-satisfaction",
                Figure.sql(LearningFigures.class, "figures/satisfaction.sql"),
                new Figure.Control("answered", "", Figure.sql(LearningFigures.class, "figures/answers-given.sql")));
    }

    @Bean
    SubjectPage peopleOfParticipants() {
        return new SubjectPage(PARTICIPANTS, PERSON, NAMES);
    }

    @Bean
    SubjectPage peopleOfEqualTraining() {
        return new SubjectPage(EQUAL, PERSON, NAMES);
    }

    @Bean
    SubjectPage coursesOfSatisfaction() {
        return new SubjectPage(SATISFACTION, "/app/trainings/", ALL);
    }

    @Bean
    SubjectPage sessionsOfHours() {
        return new SubjectPage(HOURS, SESSION, ALL);
    }

    @Bean
    SubjectPage peopleOfHoursPerPerson() {
        return new SubjectPage(HOURS_PER_PERSON, PERSON, NAMES);
    }
}
