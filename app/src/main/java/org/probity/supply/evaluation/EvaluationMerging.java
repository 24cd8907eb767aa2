package org.probity.supply.evaluation;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/**
 * Orders go along, so that the next grade is of all of them. A grade that was given stands as it was given; of two for the same half-year the
 * one of the record that stays counts.
 */
@Component
class EvaluationMerging implements Merging {
    private static final String GRADED_BOTH = "EXISTS (SELECT FROM evaluation.scorecard AS other WHERE other.supplier = :stays AND other.round = it.round)";

    @Override
    public List<Part> parts() {
        return List.of(
                // Before the cards, because it looks at them.
                Moves.all("evaluation.consequence", "evaluation.merge.consequences", "scorecard")
                        .unless("EXISTS (SELECT FROM evaluation.scorecard AS card JOIN evaluation.scorecard AS other ON other.round = card.round"
                                + " WHERE card.id = it.scorecard AND other.supplier = :stays)"
                                + " OR it.ended_at IS NULL AND EXISTS (SELECT FROM evaluation.consequence AS other WHERE other.supplier = :stays AND other.ended_at IS NULL)")
                        .notWhile("it.ended_at IS NULL AND it.kind IN ('CORRECTIVE_PLAN', 'TERMINATION')"
                                + " AND EXISTS (SELECT FROM evaluation.consequence AS other WHERE other.supplier = :stays AND other.ended_at IS NULL)", "evaluation.merge.consequence-lost"),
                Moves.all("evaluation.scorecard", "evaluation.merge.scorecards", "id").unless(GRADED_BOTH),
                Moves.all("evaluation.judgement", "evaluation.merge.judgements", "id").unless(GRADED_BOTH),
                Moves.all("evaluation.order_line", "evaluation.merge.orders", "document", "line", "feed"));
    }
}
