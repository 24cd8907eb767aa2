package org.probity.people.survey;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many answered, what they think, and whether what was promised for it was done. Rows are rounds and measures, never people. */
@Configuration(proxyBeanMethods = false)
class SurveyFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure surveyResponse() {
        return new Figure("survey-response", "SV-01", 1, SINCE, new Fold.RatioOfSums("ballots", "invited"), Rounding.percent(1), "%", Figure.Level.ASSURER, "SR", "survey.fig.response",
                Figure.sql(SurveyFigures.class, "figures/survey-response.sql"), new Figure.Control("counted", "", Figure.sql(SurveyFigures.class, "figures/rounds-in-the-log.sql")));
    }

    @Bean
    Figure surveyScore() {
        return new Figure("survey-score", "SV-02", 2, SINCE, new Fold.RatioOfSums("points", "most"), Rounding.percent(1), "%", Figure.Level.ASSURER, "SW", "survey.fig.score",
                Figure.sql(SurveyFigures.class, "figures/survey-score.sql"), new Figure.Control("answers", "", Figure.sql(SurveyFigures.class, "figures/answers-on-ballots.sql")));
    }

    @Bean
    Figure surveyPlans() {
        return new Figure("survey-plans", "SV-03", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "SX", "survey.fig.plans",
                Figure.sql(SurveyFigures.class, "figures/survey-plans.sql"), new Figure.Control("counted", "", Figure.sql(SurveyFigures.class, "figures/plans-in-the-log.sql")));
    }
}
