package org.probity.people.learning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.probity.house.access.Role;
import org.probity.shapes.gathering.OccasionKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The occasions this room holds: sessions of our own courses. */
@Configuration(proxyBeanMethods = false)
class Trainings {
    static final String KIND = "learning.training";

    @Bean
    OccasionKind ownTrainings() {
        return new OccasionKind(KIND, "L", Set.of(Role.HR), Kind.names(), "learning.kind.", "/app/trainings", false);
    }

    static String clock(Instant at, ZoneId zone) {
        var time = at.atZone(zone).toLocalTime();
        return time.getSecond() == 0 ? "%02d:%02d".formatted(time.getHour(), time.getMinute()) : "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    /** 1:30:05 */
    static String length(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
