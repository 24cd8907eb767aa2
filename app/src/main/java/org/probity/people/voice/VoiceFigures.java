package org.probity.people.voice;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether those who reported were told in time. Rows are cases without a name; never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class VoiceFigures {
    @Bean
    Figure reportsAcknowledged() {
        return new Figure("reports-acknowledged", "VO-01", 2, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "VA", "voice.fig.acknowledged",
                Figure.sql(VoiceFigures.class, "figures/reports-acknowledged.sql"), new Figure.Control("counted", "", Figure.sql(VoiceFigures.class, "figures/cases-in-the-log.sql")));
    }
}
