package org.probity.people.pay;

import java.time.LocalDate;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.SubjectPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far pay lies apart, as it was told of a year. Rows are years and grades; nobody's pay stands in them. Held against how many people payroll's file that counts tells of. */
@Configuration(proxyBeanMethods = false)
class PayFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure payRatio() {
        return told("pay-ratio", "PE-112", "PB", "ratio", "ratio", "");
    }

    @Bean
    Figure payRatioGrowth() {
        return told("pay-ratio-growth", "PE-113", "PE", "growth", "ratio_growth", "");
    }

    @Bean
    Figure payGapMean() {
        return told("pay-gap-mean", "PE-114", "PF", "mean", "mean", "%");
    }

    @Bean
    Figure payGapMedian() {
        return told("pay-gap-median", "PE-115", "PG", "median", "median", "%");
    }

    @Bean
    Figure payGapAdjusted() {
        return told("pay-gap-adjusted", "PE-116", "PI", "adjusted", "adjusted", "%");
    }

    @Bean
    Figure payGapCategories() {
        return new Figure("pay-gap-categories", "PE-117", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "PJ", "pay.fig.categories", sql("categories"),
                new Figure.Control("people", "", sql("categories-told")));
    }

    /** @param column in which it was told; a year of which it cannot be said has no row, no value, and nobody to hold it against */
    private static Figure told(String key, String code, String row, String rows, String column, String unit) {
        return new Figure(key, code, 1, SINCE, new Fold.Mean("value"), Rounding.places(2), unit, Figure.Level.ASSURER, row, "pay.fig." + rows, sql(rows),
                new Figure.Control("people", "", sql("people-told") + " WHERE told." + column + " IS NOT NULL\n"));
    }

    private static String sql(String file) {
        return Figure.sql(PayFigures.class, "figures/" + file + ".sql");
    }

    @Bean
    static SubjectPage ratioInFigures() {
        return page("pay-ratio");
    }

    @Bean
    static SubjectPage growthInFigures() {
        return page("pay-ratio-growth");
    }

    @Bean
    static SubjectPage meanInFigures() {
        return page("pay-gap-mean");
    }

    @Bean
    static SubjectPage medianInFigures() {
        return page("pay-gap-median");
    }

    @Bean
    static SubjectPage adjustedInFigures() {
        return page("pay-gap-adjusted");
    }

    @Bean
    static SubjectPage categoriesInFigures() {
        return page("pay-gap-categories");
    }

    private static SubjectPage page(String figure) {
        return new SubjectPage(figure, "", Set.of(Role.HR, Role.REMUNERATION, Role.UNION, Role.ASSURER));
    }
}
