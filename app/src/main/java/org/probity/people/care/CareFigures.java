package org.probity.people.care;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much of what people are owed they get. Rows of people: never wider than the assurer. */
@Configuration(proxyBeanMethods = false)
class CareFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    /** Granted hours are held against the book, which adds moves and knows no grants. */
    @Bean
    Figure leaveUsed() {
        return new Figure("leave-used", "PE-81", 2, SINCE, new Fold.RatioOfSums("used", "granted"), Rounding.percent(2), "%", Figure.Level.ASSURER, "HU", "care.fig.used",
                Figure.sql(CareFigures.class, "figures/leave-used.sql"), new Figure.Control("granted", "", Figure.sql(CareFigures.class, "figures/leave-granted-by-the-book.sql")));
    }

    @Bean
    Figure insured() {
        return cover("social-insurance", "PE-85", "HI", "care.fig.insured", "figures/cover-insurance.sql");
    }

    @Bean
    Figure funded() {
        return cover("housing-fund", "PE-86", "HH", "care.fig.funded", "figures/cover-fund.sql");
    }

    /** Held against payroll's own number of lines. */
    private static Figure cover(String key, String code, String row, String words, String rows) {
        return new Figure(key, code, 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, row, words, Figure.sql(CareFigures.class, rows),
                new Figure.Control("counted", "", Figure.sql(CareFigures.class, "figures/cover-lines.sql")));
    }

    @Bean
    Figure familyLeave() {
        return family("family-leave", "PE-82", new Fold.Count(), "HF", "care.fig.family", "figures/family-leave.sql", "figures/family-hours-begun.sql");
    }

    @Bean
    Figure familyReturn() {
        return family("family-leave-return", "PE-83", new Fold.Share("met"), "HR", "care.fig.return", "figures/family-return.sql", "figures/family-hours-ended.sql");
    }

    @Bean
    Figure familyStillHere() {
        return family("family-leave-retention", "PE-84", new Fold.Share("met"), "HS", "care.fig.stay", "figures/family-still-here.sql", "figures/family-hours-before.sql");
    }

    /** Held against the hours that the book has as used for it. */
    private static Figure family(String key, String code, Fold fold, String row, String words, String rows, String control) {
        return new Figure(key, code, 1, SINCE, fold, fold instanceof Fold.Count ? Rounding.places(0) : Rounding.percent(2), fold instanceof Fold.Count ? "" : "%", Figure.Level.ASSURER, row, words,
                Figure.sql(CareFigures.class, rows), new Figure.Control("hours", "", Figure.sql(CareFigures.class, control)));
    }

    @Bean
    static SubjectPage peopleOfLeave() {
        return named("leave-used");
    }

    @Bean
    static SubjectPage peopleOfFamilyLeave() {
        return named("family-leave");
    }

    @Bean
    static SubjectPage peopleBack() {
        return named("family-leave-return");
    }

    @Bean
    static SubjectPage peopleStillHere() {
        return named("family-leave-retention");
    }

    @Bean
    static SubjectPage peopleInsured() {
        return named("social-insurance");
    }

    @Bean
    static SubjectPage peopleFunded() {
        return named("housing-fund");
    }

    private static SubjectPage named(String figure) {
        return new SubjectPage(figure, "", Set.of(Role.HR, Role.ASSURER));
    }
}
