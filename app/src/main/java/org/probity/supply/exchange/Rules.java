package org.probity.supply.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that two decided: what passes a quiz, how often a day one may try, which share of a training counts as having been there. They say who has learned
 * something, so no one person sets them.
 */
@Service
public class Rules {
    static final String MATTER = "exchange.rule";

    public record Proposed(UUID proposal, String key, LocalDate fromDay, int value, String source, UUID proposedBy) {}

    enum Key {
        PASS_PERCENT("pass-percent"), ATTEMPTS_A_DAY("attempts-a-day"), ATTENDED_PERCENT("attended-percent");

        final String code;

        Key(String code) {
            this.code = code;
        }
    }

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Rules(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    int on(Key key, LocalDate day) {
        return db.sql("SELECT exchange.rule_on(:key, :day)").param("key", key.code).param("day", day).query(Integer.class).single();
    }

    /** Every one ever decided, newest first. */
    List<RulesPage.Rule> all() {
        return db.sql("SELECT key, from_day, value, source, set_by, agreed_by FROM exchange.rule ORDER BY key, from_day DESC, set_at DESC").query(RulesPage.Rule.class).list();
    }

    /** Those that wait for a second person. */
    List<Proposed> waiting() {
        return db.sql("""
                SELECT proposed.proposal, proposed.key, proposed.from_day, proposed.value, proposed.source, standing.proposed_by
                  FROM exchange.rule_proposed AS proposed
                  JOIN decision.standing ON standing.proposal = proposed.proposal
                 WHERE standing.outcome IS NULL
                 ORDER BY proposed.from_day, proposed.key
                """).query(Proposed.class).list();
    }

    /**
     * One proposes that it is another number from a day on; what was done before keeps the one it was done by.
     *
     * <p>Refusals: {@code exchange.rule-not-yours}; {@code exchange.rule-unknown}; {@code exchange.rule-value} not from 1 to 100; {@code exchange.rule-day} today or
     * earlier, as nobody shall fail by a number that came while they learned; {@code exchange.source-missing}; {@code exchange.words-long};
     * {@code exchange.rule-waits} another for the same waits.
     */
    @Transactional
    Answer<UUID> propose(String key, int value, LocalDate from, String source, Me by) {
        if (!decides(by)) {
            return Answer.refused("", "exchange.rule-not-yours");
        }
        if (List.of(Key.values()).stream().noneMatch(it -> it.code.equals(key))) {
            return Answer.refused("key", "exchange.rule-unknown");
        }
        if (value < 1 || value > 100) {
            return Answer.refused("value", "exchange.rule-value");
        }
        if (!from.isAfter(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "exchange.rule-day");
        }
        if (source.isBlank()) {
            return Answer.refused("source", "exchange.source-missing");
        }
        if (source.length() > Campaigns.LINE_LONGEST) {
            return Answer.refused("source", "exchange.words-long", Campaigns.LINE_LONGEST);
        }
        // Of two who propose at once the second sees the first.
        db.sql("LOCK TABLE exchange.rule_proposed IN SHARE ROW EXCLUSIVE MODE").update();
        if (waiting().stream().anyMatch(it -> it.key().equals(key))) {
            return Answer.refused("", "exchange.rule-waits");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), source.strip(), by);
        db.sql("INSERT INTO exchange.rule_proposed (proposal, key, from_day, value, source) VALUES (:proposal, :key, :from, :value, :source)")
                .param("proposal", proposal).param("key", key).param("from", from).param("value", value).param("source", source.strip())
                .update();
        return Answer.done(proposal);
    }

    /** Who proposes and who agrees: those who keep what is taught, and those who are taught by it elsewhere in the house. */
    static boolean decides(Me me) {
        return me.is(Role.SOURCING_OFFICER) || me.is(Role.QUALITY) || me.is(Role.LEGAL);
    }

    /**
     * Another rules.
     *
     * <p>Refusals: {@code exchange.rule-not-yours}; {@code exchange.rule-day} its day came while it waited; those of {@link Decisions#rule}.
     */
    @Transactional
    Answer<Decisions.Ruled> rule(UUID proposal, Decisions.Outcome outcome, Me by) {
        if (!decides(by)) {
            return Answer.refused("", "exchange.rule-not-yours");
        }
        if (outcome == Decisions.Outcome.APPROVED && waiting().stream().anyMatch(it -> it.proposal().equals(proposal) && !it.fromDay().isAfter(LocalDate.now(clock)))) {
            return Answer.refused("", "exchange.rule-day");
        }
        return decisions.rule(MATTER, proposal, outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'exchange.rule' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var it = db.sql("SELECT key, from_day, value, source FROM exchange.rule_proposed WHERE proposal = :proposal").param("proposal", ruled.proposal())
                .query((row, n) -> new RulesPage.Rule(row.getString("key"), row.getObject("from_day", LocalDate.class), row.getInt("value"), row.getString("source"),
                        ruled.proposedBy(), ruled.ruledBy())).single();
        var record = log.record("exchange.rule", LocalDate.now(clock), Map.of("key", it.key(), "from", it.fromDay().toString(), "value", it.value(),
                "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("""
                INSERT INTO exchange.rule (key, from_day, value, source, set_by, agreed_by, set_at, record)
                VALUES (:key, :from, :value, :source, :by, :agreed, :at, :record)
                """)
                .param("key", it.key()).param("from", it.fromDay()).param("value", it.value()).param("source", it.source()).param("by", it.setBy())
                .param("agreed", it.agreedBy()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
    }
}
