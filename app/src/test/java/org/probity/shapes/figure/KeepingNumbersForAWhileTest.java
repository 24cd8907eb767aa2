package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of many figures do not compute each at each look; what they show says of which moment it is. */
@WholeHouse
class KeepingNumbersForAWhileTest {
    private static final String FIGURE = "tin-due-diligence";
    private static final int YEAR = 2016;

    @Autowired JdbcClient db;
    @Autowired Figures figures;
    @Autowired Clock clock;

    @Test
    void aNumberOfAnotherYearStandsForTenMinutes() {
        var first = knownAt(Duration.ZERO);
        assertThat(knownAt(Duration.ofMinutes(9))).isEqualTo(first);
        assertThat(knownAt(Duration.ofMinutes(11))).isAfter(first);
    }

    /** The clock of a demo goes on by months, and a machine's may be set back. */
    @Test
    void aNumberOfAMomentThatIsStillToComeIsComputedAnew() {
        var first = knownAt(Duration.ZERO);
        assertThat(knownAt(Duration.ofMinutes(-5))).isAfter(first);
    }

    private Instant knownAt(Duration later) {
        return new Lately(db, figures, Clock.offset(clock, later)).number(FIGURE, YEAR).orElseThrow().knownAt().truncatedTo(ChronoUnit.MICROS);
    }
}
