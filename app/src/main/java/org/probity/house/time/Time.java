package org.probity.house.time;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The house's one clock. Its zone decides when a day begins; instants are stored without one. */
@Configuration
class Time {
    @Bean
    Clock clock(@Value("${probity.zone}") ZoneId zone) {
        return Clock.system(zone);
    }
}
