package org.probity.house.health;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the libraries write what they measure: memory, threads, connections, requests, jobs. */
@Configuration(proxyBeanMethods = false)
class Measurements {
    @Bean
    PrometheusMeterRegistry measurementsOfTheMachine() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }
}
