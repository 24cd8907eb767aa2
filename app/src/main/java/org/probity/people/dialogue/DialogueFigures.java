package org.probity.people.dialogue;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often people met with those who lead them, whether what was promised there was done, and letters answered. Rows are meetings, measures and letters, nobody's name among them. */
@Configuration(proxyBeanMethods = false)
class DialogueFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure meetingsHeld() {
        return new Figure("meetings-held", "DI-01", 1, SINCE, new Fold.Count(), Rounding.places(0), "", Figure.Level.ASSURER, "DM", "dialogue.fig.held",
                Figure.sql(DialogueFigures.class, "figures/meetings-held.sql"), new Figure.Control("counted", "", Figure.sql(DialogueFigures.class, "figures/meetings-in-the-log.sql")));
    }

    @Bean
    Figure lettersAnswered() {
        return new Figure("letters-answered", "DI-03", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "DL", "dialogue.fig.letters",
                Figure.sql(DialogueFigures.class, "figures/letters-answered.sql"), new Figure.Control("counted", "", Figure.sql(DialogueFigures.class, "figures/letters-in-the-log.sql")));
    }

    @Bean
    Figure pointsFollowed() {
        return new Figure("points-followed", "DI-02", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "DP", "dialogue.fig.followed",
                Figure.sql(DialogueFigures.class, "figures/points-followed.sql"), new Figure.Control("counted", "", Figure.sql(DialogueFigures.class, "figures/measures-in-the-log.sql")));
    }
}
