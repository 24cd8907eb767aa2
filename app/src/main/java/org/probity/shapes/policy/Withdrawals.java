package org.probity.shapes.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.policy.Policy.Stage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a rule: asked for by one, approved by another. */
@Service
public class Withdrawals {
    static final String MATTER = "policy.withdrawal";

    /** Published in the transaction of the approval: the rule ends with this day. */
    public record Withdrawn(UUID policy, LocalDate lastDay) {}

    private final JdbcClient db;
    private final Policies policies;
    private final Decisions decisions;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Withdrawals(JdbcClient db, Policies policies, Decisions decisions, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.policies = policies;
        this.decisions = decisions;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Asks a second person to end a rule. Refusals: {@code policy.not-in-force}; {@code policy.withdrawn}; {@code policy.why-missing}; {@code policy.waits}. */
    @Transactional
    public Answer<UUID> propose(UUID policy, String reason, Me by) {
        policies.lock(policy);
        if (policies.withdrawal(policy).isPresent()) {
            return Answer.refused("", "policy.withdrawn");
        }
        if (policies.versions(policy).stream().noneMatch(it -> it.stage() == Stage.IN_FORCE)) {
            return Answer.refused("", "policy.not-in-force");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "policy.why-missing");
        }
        return ending(policy).isPresent() ? Answer.refused("", "policy.waits") : Answer.done(decisions.propose(MATTER, policy, reason.strip(), by));
    }

    /** A second person rules on it; approved, this day is the last. Refusals: {@code policy.no-proposal}; what {@link Decisions#rule} says. */
    @Transactional
    public Answer<UUID> rule(UUID policy, Outcome outcome, Me by) {
        policies.lock(policy);
        var asked = ending(policy);
        if (asked.isEmpty()) {
            return Answer.refused("", "policy.no-proposal");
        }
        return switch (decisions.rule(MATTER, asked.get().id(), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> _ -> {
                if (outcome == Outcome.APPROVED) {
                    var record = log.record("policy.withdrawn", policies.today(), Map.of("policy", policy.toString(), "last", policies.today().toString()));
                    db.sql("""
                            INSERT INTO policy.withdrawal (policy, last_day, reason, proposal, withdrawn_by, withdrawn_at, record)
                            VALUES (:policy, :today, :reason, :proposal, :by, :now, :record)
                            """)
                            .param("policy", policy).param("today", policies.today()).param("reason", asked.get().reason()).param("proposal", asked.get().id())
                            .param("by", by.account()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                            .update();
                    events.publishEvent(new Withdrawn(policy, policies.today()));
                }
                yield Answer.done(policy);
            }
        };
    }

    /** The proposal to end a rule that waits for a second person. */
    public Optional<Decisions.Decision> ending(UUID policy) {
        return decisions.about(MATTER, policy).stream().filter(Decisions.Decision::open).findFirst();
    }
}
