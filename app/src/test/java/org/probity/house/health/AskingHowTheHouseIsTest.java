package org.probity.house.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class AskingHowTheHouseIsTest {
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;

    @Test
    void anybodyMayAskWhetherItLivesAndAnswers() {
        assertThat(browser.get().uri("/health/live")).hasStatusOk().bodyText().contains("UP");
        assertThat(browser.get().uri("/health")).hasStatusOk().bodyText().contains("UP");
    }

    @Test
    void aHouseThatClosesSaysSoWhileItStillAnswers() {
        AvailabilityChangeEvent.publish(house, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(browser.get().uri("/health")).hasStatus(503);
        } finally {
            AvailabilityChangeEvent.publish(house, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void measurementsAreForProgramsOnThisMachineAndNotForTheNetwork() {
        assertThat(browser.get().uri("/metrics")).hasStatusOk().bodyText().contains("jvm_memory_used_bytes");
        assertThat(browser.get().uri("/metrics").with(request -> {
            request.setRemoteAddr("192.0.2.7");
            return request;
        })).hasStatus(403);
    }

    @Test
    void throughTheFrontDoorTheyAreForAnAdministrator() {
        assertThat(browser.get().uri("/app/metrics")).hasStatus3xxRedirection();
    }

    @Test
    void noDoorOfTheFrameworkStandsOpen() {
        assertThat(browser.get().uri("/actuator/health")).hasStatus(404);
        assertThat(browser.get().uri("/actuator/env")).hasStatus(404);
    }
}
