package org.probity.shapes.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of all rooms, each from its day on. */
@Service
public class Rules {
    static final int SOURCE = 300;

    /** @param setBy null: came with the house */
    public record Rule(String key, LocalDate fromDay, int value, String source, @Nullable UUID setBy) {}

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
        return db.sql("SELECT key, from_day, value, source, set_by FROM rule.number WHERE room = :room ORDER BY key, from_day DESC, set_at DESC").param("room", room)
                .query(Rule.class).list();
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
    public Answer<LocalDate> decide(RuleKey[] keys, String code, int value, LocalDate from, String source, Me by) {
        var found = Arrays.stream(keys).filter(it -> it.code().equals(code)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused("key", "rule.unknown");
        }
        var key = found.get();
        if (!by.is(key.decides())) {
            return Answer.refused("", "rule.not-yours");
        }
        if (value < key.least() || value > key.most()) {
            return Answer.refused("value", "rule.value-wrong", key.least(), key.most());
        }
        if (from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "rule.day-past");
        }
        if (source.isBlank() || source.length() > SOURCE) {
            return Answer.refused("source", "rule.source-wrong", SOURCE);
        }
        var record = log.record(key.room() + ".rule", LocalDate.now(clock), Map.of("key", code, "from", from.toString(), "value", value));
        db.sql("INSERT INTO rule.number (room, key, from_day, value, source, set_by, set_at, record) VALUES (:room, :key, :from, :value, :source, :by, :at, :record)")
                .param("room", key.room()).param("key", code).param("from", from).param("value", value).param("source", source.strip()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(from);
    }
}
