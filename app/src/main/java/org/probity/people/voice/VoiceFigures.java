package org.probity.people.voice;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.OfPeople;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How many reported and by which way, whether they were told in time, and how it ended. Rows are cases without a name, or counts in full fives where a row would tell what a case is about or
 * how it ended; never wider than the assurer.
 */
@Configuration(proxyBeanMethods = false)
class VoiceFigures {
    @Bean
    Figure reportsAcknowledged() {
        return new Figure("reports-acknowledged", "VO-01", 2, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "VA", "voice.fig.acknowledged",
                Figure.sql(VoiceFigures.class, "figures/reports-acknowledged.sql"), new Figure.Control("counted", "", Figure.sql(VoiceFigures.class, "figures/cases-in-the-log.sql")));
    }

    @Bean
    Figure reportsReceived() {
        return counted("reports-received", "VO-02", new Fold.Sum("cases"), Rounding.places(0), "", "VB", "voice.fig.received");
    }

    @Bean
    OfPeople receivedArePeople() {
        return new OfPeople("reports-received", "cases");
    }

    @Bean
    Figure reportsAnswered() {
        return new Figure("reports-answered", "VO-03", 1, LocalDate.of(2024, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "VD", "voice.fig.answered",
                Figure.sql(VoiceFigures.class, "figures/reports-answered.sql"), new Figure.Control("counted", "", Figure.sql(VoiceFigures.class, "figures/all-cases-in-the-log.sql")));
    }

    @Bean
    Figure reportsConfirmed() {
        return counted("reports-confirmed", "VO-04", new Fold.RatioOfSums("confirmed", "closed"), Rounding.percent(1), "%", "VE", "voice.fig.confirmed");
    }

    @Bean
    OfPeople confirmedArePeople() {
        return new OfPeople("reports-confirmed", "closed");
    }

    @Bean
    Figure fraudReports() {
        return counted("fraud-reports", "VO-05", new Fold.Sum("cases"), Rounding.places(0), "", "VF", "voice.fig.fraud");
    }

    @Bean
    OfPeople fraudIsAboutPeople() {
        return new OfPeople("fraud-reports", "cases");
    }

    private static Figure counted(String key, String code, Fold fold, Rounding rounding, String unit, String rows, String messages) {
        return new Figure(key, code, 1, LocalDate.of(2024, 1, 1), fold, rounding, unit, Figure.Level.ASSURER, rows, messages, Figure.sql(VoiceFigures.class, "figures/" + key + ".sql"),
                new Figure.Control("cases", "", Figure.sql(VoiceFigures.class, "figures/all-cases-in-the-log.sql")));
    }
}
