package org.probity.supply.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that somebody decided: what passes a quiz, how often a day one may try, which share of a training counts as having been there. */
@Service
class Rules {
    enum Key {
        PASS_PERCENT("pass-percent"), ATTEMPTS_A_DAY("attempts-a-day"), ATTENDED_PERCENT("attended-percent");

        final String code;

        Key(String code) {
            this.code = code;
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
        return db.sql("SELECT exchange.rule_on(:key, :day)").param("key", key.code).param("day", day).query(Integer.class).single();
    }

    /** Every one ever decided, newest first. */
    List<RulesPage.Rule> all() {
        return db.sql("SELECT key, from_day, value, source, set_by FROM exchange.rule ORDER BY key, from_day DESC, set_at DESC").query(RulesPage.Rule.class).list();
    }

    /**
     * From a day on it is another number; what was done before keeps the one it was done by.
     *
     * <p>Refusals: {@code exchange.not-yours}; {@code exchange.rule-unknown}; {@code exchange.rule-value} not from 1 to 100; {@code exchange.day-past};
     * {@code exchange.source-missing}; {@code exchange.words-long}.
     */
    @Transactional
    Answer<LocalDate> decide(String key, int value, LocalDate from, String source, Me by) {
        if (!by.is(Role.SOURCING_OFFICER)) {
            return Answer.refused("", "exchange.not-yours");
        }
        if (List.of(Key.values()).stream().noneMatch(it -> it.code.equals(key))) {
            return Answer.refused("key", "exchange.rule-unknown");
        }
        if (value < 1 || value > 100) {
            return Answer.refused("value", "exchange.rule-value");
        }
        if (from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "exchange.day-past");
        }
        if (source.isBlank()) {
            return Answer.refused("source", "exchange.source-missing");
        }
        if (source.length() > Campaigns.LINE_LONGEST) {
            return Answer.refused("source", "exchange.words-long", Campaigns.LINE_LONGEST);
        }
        var record = log.record("exchange.rule", LocalDate.now(clock), Map.of("key", key, "from", from.toString(), "value", value));
        db.sql("INSERT INTO exchange.rule (key, from_day, value, source, set_by, set_at, record) VALUES (:key, :from, :value, :source, :by, :at, :record)")
                .param("key", key).param("from", from).param("value", value).param("source", source.strip()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(from);
    }
}
