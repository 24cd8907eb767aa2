package org.probity.supply.evaluation;

import org.probity.house.webhook.EventKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of grading other systems may be told. */
@Configuration
class EvaluationTold {
    /** One for a round, however many suppliers it graded. */
    static final EventKind GIVEN = new EventKind("evaluation.given", "evaluation.event.given");
    static final EventKind CORRECTED = new EventKind("evaluation.corrected", "evaluation.event.corrected");

    @Bean
    EventKind gradesGiven() {
        return GIVEN;
    }

    @Bean
    EventKind gradeCorrected() {
        return CORRECTED;
    }
}
