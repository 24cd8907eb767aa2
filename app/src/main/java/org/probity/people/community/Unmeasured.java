package org.probity.people.community;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Requests at {@code /community} and for tokens are in no measurement: a monitoring system that asks every quarter minute would write down when somebody wrote. */
@Configuration(proxyBeanMethods = false)
class Unmeasured {
    @Bean
    static ObservationPredicate communityIsNotMeasured() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext request
                && (request.getCarrier().getRequestURI().startsWith("/community") || request.getCarrier().getRequestURI().contains("/ballot")));
    }
}
