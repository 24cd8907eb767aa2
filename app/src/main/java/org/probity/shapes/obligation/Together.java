package org.probity.shapes.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A step that a rule takes for many at once: those that may not take it are left. Nobody hears of each by itself. */
@Component
class Together {
    private record Before(UUID id, int step, State state, @Nullable UUID evidence, @Nullable String sha256, @Nullable LocalDate validUntil) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Together(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /** One step of many by a rule: one lock, one insert, and one entry in the log that binds them all by the root of their own tree. */
    List<Obligation> step(Collection<UUID> ids, State next, String reason, @Nullable LocalDate validUntil) {
        if (ids.isEmpty()) {
            return List.of();
        }
        db.sql("SELECT FROM obligation.obligation WHERE id = ANY (:ids) ORDER BY id FOR UPDATE").param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> n).list();
        var moving = db.sql("""
                SELECT standing.id, standing.step, standing.state, standing.evidence, encode(item.sha256, 'hex') AS sha256, standing.valid_until
                  FROM obligation.standing
                  LEFT JOIN evidence.item ON item.id = standing.evidence
                 WHERE standing.id = ANY (:ids)
                 ORDER BY standing.id
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Before.class).list().stream().filter(it -> next == State.MET ? it.state().mayBeMetByARecord() : it.state().mayBecome(next)).toList();
        if (moving.isEmpty()) {
            return List.of();
        }
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        var record = log.recordBatch("obligation.steps", LocalDate.now(clock), bound(next, at, validUntil),
                moving.stream().map(it -> content(it, next)).toList());
        db.sql("""
                INSERT INTO obligation.step (obligation, no, state, at, reason, evidence, valid_until, record)
                SELECT id, no, :state, :at, :reason, evidence, until, :record
                  FROM unnest(:ids, :steps, :evidence, CAST(:until AS date[])) AS moving (id, no, evidence, until)
                """)
                .param("state", next.name()).param("at", at).param("reason", reason).param("record", record)
                .param("ids", moving.stream().map(Before::id).toArray(UUID[]::new))
                .param("steps", moving.stream().map(it -> it.step() + 1).toArray(Integer[]::new))
                .param("evidence", moving.stream().map(Before::evidence).toArray(UUID[]::new))
                .param("until", moving.stream().map(it -> next == State.LAPSED ? String.valueOf(it.validUntil()) : validUntil == null ? null : validUntil.toString()).toArray(String[]::new))
                .update();
        return standing(moving.stream().map(Before::id).toList());
    }

    private static Map<String, Object> bound(State next, OffsetDateTime at, @Nullable LocalDate validUntil) {
        var content = new TreeMap<String, Object>(Map.of("state", next.name(), "at", at.toInstant().toString()));
        if (validUntil != null) {
            content.put("valid_until", validUntil.toString());
        }
        return content;
    }

    private static Map<String, Object> content(Before it, State next) {
        var content = new TreeMap<String, Object>(Map.of("obligation", it.id().toString(), "step", it.step() + 1, "state", next.name()));
        if (it.sha256() != null) {
            content.put("sha256", it.sha256());
        }
        return content;
    }

    private List<Obligation> standing(Collection<UUID> ids) {
        return db.sql("SELECT * FROM obligation.standing WHERE id = ANY (:ids) ORDER BY id").param("ids", ids.toArray(UUID[]::new))
                .query(Obligation.class).list();
    }
}
