package org.probity.people.succession;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
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

    private static Figure share(String key, String code, String input, String letters, String words) {
        return new Figure(key, code, 1, LocalDate.of(2024, 1, 1), new Fold.Share(input), Rounding.percent(2), "%", Figure.Level.ASSURER, letters, words,
                Figure.sql(SuccessionFigures.class, "figures/succession-coverage.sql"), new Figure.Control("counted", "", Figure.sql(SuccessionFigures.class, "figures/positions-stated.sql")));
    }

    @Bean
    static SubjectPage postsOfCoverage() {
        return new SubjectPage("succession-coverage", "", Set.of(Role.HR, Role.ASSURER));
    }

    @Bean
    static SubjectPage postsOfDepth() {
        return new SubjectPage("succession-depth", "", Set.of(Role.HR, Role.ASSURER));
    }
}
