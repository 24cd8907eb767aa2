package org.probity.people.career;

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

/** How many tracks and standards there are, which track has none, how many people are on one, and how many moved. */
@Configuration(proxyBeanMethods = false)
class CareerFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Held, as the standards and the coverage are, against what the minutes of whoever agreed on the ladders count: the editions themselves are where the rows come from. */
    @Bean
    Figure careerTracks() {
        return new Figure("career-tracks", "PE-21", 2, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.PUBLIC, "KT", "career.fig.tracks",
                Figure.sql(CareerFigures.class, "figures/career-tracks.sql"), StatedTotals.control("career-tracks", "counted", ""));
    }

    @Bean
    Figure careerStandards() {
        return new Figure("career-standards", "PE-22", 2, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.PUBLIC, "KS", "career.fig.standards",
                Figure.sql(CareerFigures.class, "figures/career-standards.sql"), StatedTotals.control("career-standards", "counted", ""));
    }

    @Bean
    Figure careerCoverage() {
        return new Figure("career-coverage", "PE-23", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.PUBLIC, "KV", "career.fig.coverage",
                Figure.sql(CareerFigures.class, "figures/career-coverage.sql"), StatedTotals.control("career-tracks", "counted", ""));
    }

    /** Rows of people: never wider than the assurer. */
    @Bean
    Figure careerPlaced() {
        return new Figure("career-placed", "PE-24", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "KP", "career.fig.placed",
                Figure.sql(CareerFigures.class, "figures/career-placed.sql"), new Figure.Control("met", "", Figure.sql(CareerFigures.class, "figures/placed-stated.sql")));
    }

    /** Rows of people: never wider than the assurer. */
    @Bean
    Figure careerRotations() {
        return new Figure("career-rotations", "PE-25", 2, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "KR", "career.fig.rotations",
                Figure.sql(CareerFigures.class, "figures/career-rotations.sql"), new Figure.Control("counted", "", Figure.sql(CareerFigures.class, "figures/rotations-in-the-log.sql")));
    }

    @Bean
    static SubjectPage peopleOfPlacings() {
        return new SubjectPage("career-placed", "", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static OfPeople moversOfRotations() {
        return new OfPeople("career-rotations");
    }

    @Bean
    static SubjectPage peopleOfRotations() {
        return new SubjectPage("career-rotations", "", Set.of(Role.HR, Role.ASSURER));
    }
}
