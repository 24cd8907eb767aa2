package org.probity.supply.traceability;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which places a question is about: those of whoever is barred or alerts, now, at an earlier moment or by one version of a list; of one supplier, country or region. */
@Component
class Listed {
    /** Who may see that a list alerts before somebody has judged it: those to whom the screening room shows alerts. */
    static final Set<Role> SEE_ALERTS = Set.of(Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);

    /** @param said each place that somebody named, and whether the question is about it @param whole false where part of the answer is not for whoever asks: then nothing is clean */
    record Places(Map<String, Boolean> said, boolean whole) {
        boolean named(String uri) {
            return said.containsKey(uri);
        }

        boolean asked(String uri) {
            return said.getOrDefault(uri, false);
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    Listed(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    static boolean seesAlerts(Me me) {
        return SEE_ALERTS.stream().anyMatch(me::is);
    }

    /** Barred today, or on a list that alerts. */
    Places now() {
        return of("infinity", LocalDate.now(clock), """
                EXISTS (SELECT FROM screening.standing WHERE standing.supplier = place.supplier AND standing.state IN ('OPEN', 'TRUE_HIT'))""", Map.of(), true);
    }

    /** What whoever asks may know of it: bans are no secret within the house, alerts are of those who work with them. */
    Places now(Me me) {
        return seesAlerts(me) ? now() : of("infinity", LocalDate.now(clock), "false", Map.of(), false);
    }

    /** As it was known at a moment: places as they were named then, lists as they alerted, bans of that day. */
    Places then(Instant known) {
        return of(OffsetDateTime.ofInstant(known, ZoneOffset.UTC).toString(), LocalDate.ofInstant(known, ZoneId.of("Asia/Shanghai")), """
                EXISTS (SELECT FROM screening.alerts_at(CAST(:known AS timestamptz)) AS alert WHERE alert.supplier = place.supplier AND alert.state IN ('OPEN', 'TRUE_HIT'))""", Map.of(), true);
    }

    /** By one version of a list, whatever other lists say: who is like an entry of it, but for those of whom people said that it is somebody else. */
    Places by(UUID list, int version) {
        return of("infinity", null, """
                EXISTS (SELECT FROM screening.alerts_by(:list, :version) AS alert WHERE alert.supplier = place.supplier AND alert.state <> 'FALSE_HIT')""",
                Map.of("list", list, "version", version), true);
    }

    Places of(Affected.Question question) {
        return switch (question.by()) {
            case LISTS -> now();
            case SUPPLIER -> of("infinity", null, "name.number = :value", Map.of("value", question.value()), true);
            case COUNTRY -> of("infinity", null, "place.country = :value", Map.of("value", question.value()), true);
            case REGION -> of("infinity", null, "place.country || '-' || place.region = :value", Map.of("value", question.value()), true);
        };
    }

    /** The articles that stand for a step of the making. */
    Set<String> articles(Tier tier) {
        return Set.copyOf(db.sql("SELECT uri FROM traceability.articles('infinity') AS article WHERE tier = :tier").param("tier", tier.name()).query(String.class).list());
    }

    private Places of(String known, @Nullable LocalDate barredOn, String condition, Map<String, Object> values, boolean whole) {
        var said = new HashMap<String, Boolean>();
        StatementSpec statement = db.sql("""
                SELECT place.uri, coalesce(%s, false) OR EXISTS (SELECT FROM blacklist.barred WHERE barred.supplier = place.supplier AND barred.in_force @> CAST(:day AS date)) AS asked
                  FROM traceability.places(CAST(:known AS timestamptz)) AS place
                  LEFT JOIN supplier.name ON name.id = place.supplier
                """.formatted(condition)).param("known", known).param("day", barredOn, Types.DATE);
        for (var value : values.entrySet()) {
            statement = statement.param(value.getKey(), value.getValue());
        }
        statement.query((RowCallbackHandler) row -> said.put(row.getString("uri"), row.getBoolean("asked")));
        return new Places(said, whole);
    }
}
