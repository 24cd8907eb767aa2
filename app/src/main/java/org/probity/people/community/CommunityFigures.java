package org.probity.people.community;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether what is said is answered in time, and whether there is somebody to answer. Rows are threads and places. */
@Configuration(proxyBeanMethods = false)
class CommunityFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure postsAnswered() {
        return new Figure("posts-answered", "CM-01", 2, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "MA", "community.fig.answered",
                Figure.sql(CommunityFigures.class, "figures/posts-answered.sql"), new Figure.Control("counted", "", Figure.sql(CommunityFigures.class, "figures/threads-in-the-log.sql")));
    }

    @Bean
    Figure liaisonCover() {
        return new Figure("liaison-cover", "CM-02", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "MC", "community.fig.cover",
                Figure.sql(CommunityFigures.class, "figures/liaison-cover.sql"), new Figure.Control("counted", "", Figure.sql(CommunityFigures.class, "figures/places-owing.sql")));
    }
}
