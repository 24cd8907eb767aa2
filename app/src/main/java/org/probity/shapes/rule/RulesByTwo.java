package org.probity.shapes.rule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that no one person sets: one proposes, another agrees. */
@Service
public class RulesByTwo {
    static final String MATTER = "rule.number";

    /** What waits for a second person. */
    public record Proposed(UUID proposal, String key, LocalDate fromDay, int value, String source, UUID proposedBy) {}

    private final JdbcClient db;
    private final Rules rules;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    RulesByTwo(JdbcClient db, Rules rules, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /** Of a room, the one that is to hold first on top. */
    public List<Proposed> waiting(String room) {
        return db.sql("""
                SELECT proposed.proposal, proposed.key, proposed.from_day, proposed.value, proposed.source, open.proposed_by
                  FROM rule.proposed
                  JOIN decision.open ON open.id = proposed.proposal
                 WHERE proposed.room = :room
                 ORDER BY proposed.from_day, proposed.key
                """).param("room", room).query(Proposed.class).list();
    }

    /**
     * One proposes that it is another number from a day on.
     *
     * <p>Refusals: those of {@link Rules#decide}; {@code rule.day-soon} today: nobody shall fail by a number that came while they learned; {@code rule.waits}
     * another for the same waits.
     *
     * @param keys the room's own, one of which it is
     */
    @Transactional
    public Answer<UUID> propose(List<RuleKey> keys, String code, int value, LocalDate from, String source, Me by) {
        var wrong = rules.wrong(keys, code, value, from, source, by);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        if (!from.isAfter(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "rule.day-soon");
        }
        var room = keys.getFirst().room();
        // Of two who propose at once the second sees the first.
        db.sql("LOCK TABLE rule.proposed IN SHARE ROW EXCLUSIVE MODE").update();
        if (waiting(room).stream().anyMatch(it -> it.key().equals(code))) {
            return Answer.refused("key", "rule.waits");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), source.strip(), by);
        db.sql("INSERT INTO rule.proposed (proposal, room, key, from_day, value, source) VALUES (:proposal, :room, :key, :from, :value, :source)")
                .param("proposal", proposal).param("room", room).param("key", code).param("from", from).param("value", value).param("source", source.strip())
                .update();
        return Answer.done(proposal);
    }

    /**
     * Another rules; whoever proposed it may take it back.
     *
     * <p>Refusals: {@code rule.unknown} nothing of this room waits under it; {@code rule.not-yours}; {@code rule.day-soon} its day came while it waited; those of
     * {@link Decisions#rule}.
     *
     * @param agrees roles of whom one may agree
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(List<RuleKey> keys, UUID proposal, Outcome outcome, Set<Role> agrees, Me by) {
        var found = waiting(keys.getFirst().room()).stream().filter(it -> it.proposal().equals(proposal)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused("", "rule.unknown");
        }
        if (agrees.stream().noneMatch(by::is)) {
            return Answer.refused("", "rule.not-yours");
        }
        if (outcome == Outcome.APPROVED && !found.get().fromDay().isAfter(LocalDate.now(clock))) {
            return Answer.refused("", "rule.day-soon");
        }
        return decisions.rule(MATTER, proposal, outcome, "", by);
    }

    private record Agreed(String room, String key, LocalDate fromDay, int value, String source) {}

    @EventListener(condition = "#ruled.matter() == 'rule.number' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var it = db.sql("SELECT room, key, from_day, value, source FROM rule.proposed WHERE proposal = :proposal").param("proposal", ruled.proposal()).query(Agreed.class).single();
        db.sql("""
                INSERT INTO rule.number (room, key, from_day, value, source, set_by, agreed_by, set_at, record)
                VALUES (:room, :key, :from, :value, :source, :by, :agreed, :at, :record)
                """)
                .param("room", it.room()).param("key", it.key()).param("from", it.fromDay()).param("value", it.value()).param("source", it.source())
                .param("by", ruled.proposedBy()).param("agreed", ruled.ruledBy()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record(it.room() + ".rule", LocalDate.now(clock), Map.of("key", it.key(), "from", it.fromDay().toString(), "value", it.value(),
                        "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString())))
                .update();
    }
}
