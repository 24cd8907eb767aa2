package org.probity.people.community;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether what is said is answered in time, whether there is somebody to answer, and what came of it. Rows are threads, places and measures. */
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

    @Bean
    Figure improvementsPublished() {
        return new Figure("improvements-published", "CM-03", 1, SINCE, new Fold.Sum("published"), Rounding.places(0), "", Figure.Level.ASSURER, "MI", "community.fig.improved",
                Figure.sql(CommunityFigures.class, "figures/improvements-published.sql"), new Figure.Control("counted", "", Figure.sql(CommunityFigures.class, "figures/measures-in-the-log.sql")));
    }
}
