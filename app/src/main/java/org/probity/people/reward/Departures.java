package org.probity.people.reward;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.vest.UnitPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When and why holders left, as human resources say: what becomes of units, and of stock, follows from it. What was said last counts. */
@Service
public class Departures {
    public record Left(LocalDate day, UnitPlan.Reason reason) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Departures(JdbcClient db, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Says why and when somebody left.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.no-such-person}; {@code reward.day-missing}; {@code reward.reason-missing}.
     */
    @Transactional
    public Answer<UUID> say(String number, @Nullable LocalDate day, UnitPlan.@Nullable Reason reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var person = directory.byNumber(number.strip());
        if (person.isEmpty()) {
            return Answer.refused("number", "reward.no-such-person");
        }
        if (day == null) {
            return Answer.refused("day", "reward.day-missing");
        }
        if (reason == null) {
            return Answer.refused("reason", "reward.reason-missing", number.strip());
        }
        var id = UUID.randomUUID();
        var record = log.record("reward.unit-left", LocalDate.now(clock), Map.of("left", id.toString(), "person", person.get().id().toString(), "day", day.toString()));
        db.sql("INSERT INTO reward.unit_left (id, person, day, reason, said_by, said_at, record) VALUES (:id, :person, :day, :reason, :by, :at, :record)")
                .param("id", id).param("person", person.get().id()).param("day", day).param("reason", reason.name()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(id);
    }

    public Optional<Left> of(UUID person) {
        return db.sql("SELECT day, reason FROM reward.unit_left WHERE person = :person ORDER BY said_at DESC LIMIT 1").param("person", person).query(Left.class).optional();
    }

    /** Of many at once. */
    public Map<UUID, Left> of(Collection<UUID> people) {
        var left = new HashMap<UUID, Left>();
        db.sql("SELECT DISTINCT ON (person) person, day, reason FROM reward.unit_left WHERE person = ANY (:people) ORDER BY person, said_at DESC").param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    left.put(row.getObject(1, UUID.class), new Left(row.getObject(2, LocalDate.class), UnitPlan.Reason.valueOf(row.getString(3))));
                });
        return left;
    }
}
