package org.probity.supply.evaluation;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures about grades. Rows name no supplier to the public; which grade a pseudonym has is for customers and assurers. */
@Configuration
class EvaluationFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure supplierGrades() {
        return new Figure("supplier-grades", "SC-20", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "GR",
                "evaluation.supplier-grades", sql("supplier-grades"), new Figure.Control("quantity", "", sql("delivered-quantity")));
    }

    @Bean
    Figure gradeConsequences() {
        return new Figure("grade-consequences", "SC-21", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "GC",
                "evaluation.grade-consequences", sql("grade-consequences"), new Figure.Control("consequences", "", sql("consequences-due")));
    }

    @Bean
    Figure gradeMigration() {
        return new Figure("grade-migration", "SC-83", 1, SINCE, new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "GM",
                "evaluation.grade-migration", sql("grade-migration"), new Figure.Control("quantity", "", sql("delivered-quantity")));
    }

    private static String sql(String file) {
        return Figure.sql(EvaluationFigures.class, "figures/" + file + ".sql");
    }
}
