package org.probity.people.survey;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Requests at {@code /survey} and of the questionnaire are in no measurement: a monitoring system that asks every quarter minute would write down when somebody answered. */
@Configuration(proxyBeanMethods = false)
class Unmeasured {
    @Bean
    static ObservationPredicate surveyIsNotMeasured() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext request && (request.getCarrier().getRequestURI().startsWith("/survey") || request.getCarrier().getRequestURI().startsWith("/app/survey")));
    }
}
