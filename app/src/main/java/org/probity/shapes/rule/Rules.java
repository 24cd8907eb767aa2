package org.probity.shapes.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of all rooms, each from its day on. */
@Service
public class Rules {
    static final int SOURCE = 300;

    /** @param setBy null: came with the house @param agreedBy null: one person decides it */
    public record Rule(String key, LocalDate fromDay, int value, String source, @Nullable UUID setBy, @Nullable UUID agreedBy) {
        public Rule(String key, LocalDate fromDay, int value, String source, @Nullable UUID setBy) {
            this(key, fromDay, value, source, setBy, null);
        }
    }

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Rules(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    public int on(RuleKey key, LocalDate day) {
        return db.sql("SELECT rule.at(:room, :key, :day, 'infinity')").param("room", key.room()).param("key", key.code()).param("day", day).query(Integer.class).single();
    }

    /** Every one a room ever had, newest first. */
    public List<Rule> all(String room) {
        return db.sql("SELECT key, from_day, value, source, set_by, agreed_by FROM rule.number WHERE room = :room ORDER BY key, from_day DESC, set_at DESC").param("room", room)
                .query((row, n) -> new Rule(row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3), row.getString(4), row.getObject(5, UUID.class), row.getObject(6, UUID.class)))
                .list();
    }

    /**
     * From a day on it is another number; what was done before keeps the one it was done by.
     *
     * <p>Refusals: {@code rule.unknown} none of these; {@code rule.not-yours} somebody else decides it; {@code rule.value-wrong} outside of what it can be;
     * {@code rule.day-past}; {@code rule.source-wrong} missing or too long.
     *
     * @param keys the room's own, one of which it is
     */
    @Transactional
    public Answer<LocalDate> decide(List<RuleKey> keys, String code, int value, LocalDate from, String source, Me by) {
        var wrong = wrong(keys, code, value, from, source, by);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        var key = keys.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
        var record = log.record(key.room() + ".rule", LocalDate.now(clock), Map.of("key", code, "from", from.toString(), "value", value));
        db.sql("INSERT INTO rule.number (room, key, from_day, value, source, set_by, set_at, record) VALUES (:room, :key, :from, :value, :source, :by, :at, :record)")
                .param("room", key.room()).param("key", code).param("from", from).param("value", value).param("source", source.strip()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(from);
    }

    /** What stands against it, whoever is to agree besides. */
    Optional<Reason> wrong(List<RuleKey> keys, String code, int value, LocalDate from, String source, Me by) {
        var found = keys.stream().filter(it -> it.code().equals(code)).findFirst();
        if (found.isEmpty()) {
            return Optional.of(new Reason("key", "rule.unknown", List.of()));
        }
        var key = found.get();
        if (!by.is(key.decides())) {
            return Optional.of(new Reason("", "rule.not-yours", List.of()));
        }
        if (value < key.least() || value > key.most()) {
            return Optional.of(new Reason("value", "rule.value-wrong", List.of(key.least(), key.most())));
        }
        if (from.isBefore(LocalDate.now(clock))) {
            return Optional.of(new Reason("fromDay", "rule.day-past", List.of()));
        }
        return source.isBlank() || source.length() > SOURCE ? Optional.of(new Reason("source", "rule.source-wrong", List.of(SOURCE))) : Optional.empty();
    }
}
