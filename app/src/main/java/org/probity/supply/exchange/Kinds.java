package org.probity.supply.exchange;

import java.util.Set;
import org.probity.house.access.Role;
import org.probity.shapes.gathering.OccasionKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The occasions this room holds. */
@Configuration(proxyBeanMethods = false)
class Kinds {
    static final String EXCHANGE = "exchange.exchange";
    static final String SESSION = "exchange.session";

    private static final Set<Role> HOSTS = Set.of(Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL);

    @Bean
    OccasionKind exchanges() {
        return new OccasionKind(EXCHANGE, "X", HOSTS, Topic.all(), "exchange.topic.", "/app/exchanges");
    }

    @Bean
    OccasionKind trainings() {
        return new OccasionKind(SESSION, "T", HOSTS, Topic.names(Topic.TAUGHT), "exchange.topic.", "/app/campaigns");
    }
}
