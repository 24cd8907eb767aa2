package org.probity.people.career;

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

/** Numbers that somebody decided, from a day on: how long a level holds, how many sit on a panel, when a reminder goes out, how people change posts. */
@Service
class Rules {
    static final int SOURCE = 300;

    enum Key {
        VALID_MONTHS("valid-months", 1, 120), PANEL_LEAST("panel-least", 3, 15), PANEL_OUTSIDE("panel-outside", 1, 15), AGAIN_MONTHS("again-months", 1, 24), REMIND_DAYS("remind-days", 1, 365),
        ROLE_MONTHS("role-months", 0, 60), CHOICES_MOST("choices-most", 1, 20), RELEASE_DAYS("release-days", 1, 180), DEFER_DAYS("defer-days", 0, 180), RETURN_MONTHS("return-months", 0, 24);

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
        return db.sql("SELECT career.rule_on(:key, :day)").param("key", key.code).param("day", day).query(Integer.class).single();
    }

    /** Every one ever decided, newest first. */
    List<RulesPage.Rule> all() {
        return db.sql("SELECT key, from_day, value, source, set_by FROM career.rule ORDER BY key, from_day DESC, set_at DESC").query(RulesPage.Rule.class).list();
    }

    List<RulesPage.Step> ladders(LocalDate day) {
        return db.sql("""
                SELECT grade, max(level) FILTER (WHERE ladder = 'P') AS professional, max(level) FILTER (WHERE ladder = 'M') AS managerial
                  FROM career.ladder_on(:day)
                 GROUP BY grade
                 ORDER BY grade DESC
                """)
                .param("day", day).query(RulesPage.Step.class).list();
    }

    /**
     * From a day on it is another number; what was done before keeps the one it was done by.
     *
     * <p>Refusals: {@code career.not-yours}; {@code career.rule-unknown}; {@code career.rule-value} outside of what the rule can be; {@code career.day-past};
     * {@code career.source-wrong} missing or too long.
     */
    @Transactional
    Answer<LocalDate> decide(String code, int value, LocalDate from, String source, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        var key = Key.of(code);
        if (key.isEmpty()) {
            return Answer.refused("key", "career.rule-unknown");
        }
        if (value < key.get().least || value > key.get().most) {
            return Answer.refused("value", "career.rule-value", key.get().least, key.get().most);
        }
        if (from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "career.day-past");
        }
        if (source.isBlank() || source.length() > SOURCE) {
            return Answer.refused("source", "career.source-wrong", SOURCE);
        }
        var record = log.record("career.rule", LocalDate.now(clock), Map.of("key", code, "from", from.toString(), "value", value));
        db.sql("INSERT INTO career.rule (key, from_day, value, source, set_by, set_at, record) VALUES (:key, :from, :value, :source, :by, :at, :record)")
                .param("key", code).param("from", from).param("value", value).param("source", source.strip()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(from);
    }
}
