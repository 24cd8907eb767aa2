package org.probity.people.education;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long a service bond may be and how much of the cost it may ask back: dated rows with their source, which counsel keeps. */
@Service
class Rules {
    static final int SOURCE = 300;

    enum Key {
        BOND_MONTHS("bond-months-most", 0, 120), PENALTY_PERCENT("penalty-percent-most", 0, 100);

        final String code;
        final int least;
        final int most;

        Key(String code, int least, int most) {
            this.code = code;
            this.least = least;
            this.most = most;
        }

        static Optional<Key> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
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

    int on(Key key, LocalDate day) {
        return db.sql("SELECT education.rule_on(:key, :day)").param("key", key.code).param("day", day).query(Integer.class).single();
    }

    List<LimitsPage.Rule> all() {
        return db.sql("SELECT key, from_day, value, source, set_by FROM education.rule ORDER BY key, from_day DESC, set_at DESC").query(LimitsPage.Rule.class).list();
    }

    /**
     * From a day on another number; what was agreed before keeps its own.
     *
     * <p>Refusals: {@code education.not-yours} (counsel decides); {@code education.rule-unknown}; {@code education.rule-value}; {@code education.day-past};
     * {@code education.source-wrong}.
     */
    @Transactional
    Answer<LocalDate> decide(String code, int value, LocalDate from, String source, Me by) {
        if (!by.is(Role.LEGAL)) {
            return Answer.refused("", "education.not-yours");
        }
        var key = Key.of(code);
        if (key.isEmpty()) {
            return Answer.refused("key", "education.rule-unknown");
        }
        if (value < key.get().least || value > key.get().most) {
            return Answer.refused("value", "education.rule-value", key.get().least, key.get().most);
        }
        if (from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "education.day-past");
        }
        if (source.isBlank() || source.length() > SOURCE) {
            return Answer.refused("source", "education.source-wrong", SOURCE);
        }
        var record = log.record("education.rule", LocalDate.now(clock), Map.of("key", code, "from", from.toString(), "value", value));
        db.sql("INSERT INTO education.rule (key, from_day, value, source, set_by, set_at, record) VALUES (:key, :from, :value, :source, :by, :at, :record)")
                .param("key", code).param("from", from).param("value", value).param("source", source.strip()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(from);
    }
}
