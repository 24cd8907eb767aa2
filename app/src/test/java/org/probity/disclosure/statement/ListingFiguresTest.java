package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class ListingFiguresTest {
    @Autowired Figures figures;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    /** A page that everybody opens does not fold the rows of every figure. */
    @Test
    void theListShowsWhatWasComputedSomeMinutesAgo() {
        // The house may compute the figure anew between the two.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            wasComputed();
            assertThat(browser.get().uri("/app/figures").with(As.a(Role.PUBLISHER)).exchange()).hasStatusOk().bodyText().contains("987,654", "As of");
        });
    }

    private void wasComputed() {
        db.sql("""
                INSERT INTO figure.lately (figure, version, year, known_at, included, left_out, met, exact, shown, control_stated, control_other, control_rows)
                VALUES ('active-suppliers', :version, :year, :at, 987654, 0, 0, '987654/1', '987654', 0, 0, 0)
                ON CONFLICT (figure, year) DO UPDATE SET exact = excluded.exact, shown = excluded.shown, included = excluded.included
                """)
                .param("version", figures.find("active-suppliers").orElseThrow().version()).param("year", LocalDate.now(clock).getYear())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    @AfterEach
    void forget() {
        db.sql("DELETE FROM figure.lately WHERE figure = 'active-suppliers'").update();
    }
}
