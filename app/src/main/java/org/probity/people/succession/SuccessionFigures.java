package org.probity.people.succession;

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

/** How many key positions have somebody who could take them tomorrow. A row is a post that one person holds: never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class SuccessionFigures {
    @Bean
    Figure successionCoverage() {
        return share("succession-coverage", "PE-61", "met", "KC", "succession.fig.coverage");
    }

    @Bean
    Figure successionDepth() {
        return share("succession-depth", "PE-62", "deep", "KD", "succession.fig.depth");
    }

    /** Both are held against the key positions that the minutes of the talent committee count: judgements are where the rows come from. */
    private static Figure share(String key, String code, String input, String letters, String words) {
        return new Figure(key, code, 2, LocalDate.of(2024, 1, 1), new Fold.Share(input), Rounding.percent(2), "%", Figure.Level.ASSURER, letters, words,
                Figure.sql(SuccessionFigures.class, "figures/succession-coverage.sql"), StatedTotals.control("succession-coverage", "counted", ""));
    }

    @Bean
    static SubjectPage postsOfCoverage() {
        return new SubjectPage("succession-coverage", "", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static SubjectPage postsOfDepth() {
        return new SubjectPage("succession-depth", "", Set.of(Role.HR, Role.ASSURER));
    }

    /** One person holds a post: of fewer than a cell needs, a report says nothing. */
    @Bean
    static OfPeople holdersOfCoverage() {
        return new OfPeople("succession-coverage");
    }

    @Bean
    static OfPeople holdersOfDepth() {
        return new OfPeople("succession-depth");
    }
}
