package org.probity.people.amenity;

import java.time.LocalDate;
import org.probity.proof.Fold;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much of what is there is used. Rows are places and routes. */
@Configuration(proxyBeanMethods = false)
class AmenityFigures {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Bean
    Figure amenityUse() {
        return used("amenity-use", "PE-95", "HP", "amenity.fig.use", "seats-used", "seats-in-the-log");
    }

    @Bean
    Figure shuttleUse() {
        return used("shuttle-use", "PE-96", "HQ", "amenity.fig.ride", "shuttle-used", "rides-in-the-log");
    }

    /** Held against the log, which counts bookings and knows no places. */
    private static Figure used(String key, String code, String row, String words, String rows, String control) {
        return new Figure(key, code, 1, SINCE, new Fold.RatioOfSums("booked", "offered"), Rounding.percent(2), "%", Figure.Level.ASSURER, row, words, Figure.sql(AmenityFigures.class, "figures/" + rows + ".sql"),
                new Figure.Control("booked", "", Figure.sql(AmenityFigures.class, "figures/" + control + ".sql")));
    }
}
