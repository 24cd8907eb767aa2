package org.probity.people.voice;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Requests at {@code /voice} are in no measurement: a monitoring system that asks every quarter minute how many came would write down when somebody wrote. */
@Configuration(proxyBeanMethods = false)
class Unmeasured {
    @Bean
    static ObservationPredicate voiceIsNotMeasured() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext request && request.getCarrier().getRequestURI().startsWith("/voice"));
    }
}
