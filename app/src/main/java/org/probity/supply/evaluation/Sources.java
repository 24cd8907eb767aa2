package org.probity.supply.evaluation;

import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room measures itself. Other rooms bring gates of their own. */
@Configuration
class Sources {
    @Bean
    Source rejectedParts() {
        return new Source("rejected-ppm", Figure.sql(Sources.class, "sources/rejected-ppm.sql"));
    }

    @Bean
    Source linesOnTime() {
        return new Source("on-time", Figure.sql(Sources.class, "sources/on-time.sql"));
    }

    @Bean
    Source dutiesMet() {
        return new Source("duties-met", Figure.sql(Sources.class, "sources/duties-met.sql"));
    }
}
