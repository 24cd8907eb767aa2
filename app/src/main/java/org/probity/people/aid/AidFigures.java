package org.probity.people.aid;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the fund has and does. No row is a person: what is given stands by months and bands, what is paid by payments. Whoever reads the report adds the amounts up; what each was, and its place in the log, whose days are public,
 * is for the assurer. Members take the book of a day along, from which no payment's day follows ({@link SealedBooks}).
 */
@Configuration(proxyBeanMethods = false)
class AidFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** The rows are this room's own records from the year's first balance on; the control is what the book says lies in the fund at the end. Whoever verifies the package adds the fund up. */
    @Bean
    Figure inTheFund() {
        return yuan("aid-fund", "PE-101", "MF", "aid.fig.fund", "figures/aid-fund.sql", "figures/aid-fund-by-the-book.sql");
    }

    @Bean
    Figure paid() {
        return yuan("aid-paid", "PE-102", "VP", "aid.fig.paid", "figures/aid-paid.sql", "figures/aid-paid-by-the-book.sql");
    }

    private static Figure yuan(String key, String code, String row, String words, String rows, String control) {
        return new Figure(key, code, 1, SINCE, new Fold.Sum("yuan"), Rounding.places(2), "CNY", Figure.Level.ASSURER, row, words, Figure.sql(AidFigures.class, rows),
                new Figure.Control("yuan", "CNY", Figure.sql(AidFigures.class, control)));
    }

    /** Its rows are applications: for the assurer, since their numbers are known to colleagues. */
    @Bean
    Figure inTime() {
        return counted("aid-in-time", "PE-103", new Fold.Share("met"), "VH", "aid.fig.in-time", "figures/aid-in-time.sql", "figures/urgent-in-the-log.sql");
    }

    @Bean
    Figure visits() {
        return counted("aid-visits", "PE-104", new Fold.Count(), "VI", "aid.fig.visits", "figures/aid-visits.sql", "figures/visits-in-the-log.sql");
    }

    private static Figure counted(String key, String code, Fold fold, String row, String words, String rows, String control) {
        return new Figure(key, code, 1, SINCE, fold, fold instanceof Fold.Count ? Rounding.places(0) : Rounding.percent(2), fold instanceof Fold.Count ? "" : "%", Figure.Level.ASSURER, row, words,
                Figure.sql(AidFigures.class, rows), new Figure.Control("counted", "", Figure.sql(AidFigures.class, control)));
    }

    @Bean
    static SubjectPage urgentApplications() {
        return new SubjectPage("aid-in-time", "", Set.of(Role.UNION, Role.ASSURER));
    }

    @Bean
    static SubjectPage visitsMade() {
        return new SubjectPage("aid-visits", "", Set.of(Role.UNION, Role.ASSURER));
    }
}
