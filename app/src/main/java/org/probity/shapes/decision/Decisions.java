package org.probity.shapes.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decisions that need four eyes: one person proposes, another rules, and only then does it take effect. */
@Service
public class Decisions {
    public enum Outcome {
        APPROVED, REJECTED, WITHDRAWN;

        /** As a button of a form says it; none for what no button says. */
        public static Optional<Outcome> of(String typed) {
            return Stream.of(values()).filter(it -> it.name().equals(typed)).findFirst();
        }
    }

    /** Published once, in the transaction of the ruling; whoever must act on it does so in that transaction. */
    public record Ruled(UUID proposal, String matter, UUID subject, Outcome outcome, UUID proposedBy, UUID ruledBy, String reason) {}

    /** A proposal and, once there is one, its ruling. */
    public record Decision(
            UUID id,
            String matter,
            UUID subject,
            String reason,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable Outcome outcome,
            @Nullable UUID ruledBy,
            @Nullable Instant ruledAt,
            @Nullable String rulingReason) {
        public boolean open() {
            return outcome == null;
        }
    }

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** Puts a matter before a second person. The caller has checked that the matter may be proposed. */
    @Transactional
    public UUID propose(String matter, UUID subject, String reason, Me by) {
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at)
                VALUES (:id, :matter, :subject, :reason, :by, :at)
                """)
                .param("id", id).param("matter", matter).param("subject", subject).param("reason", reason)
                .param("by", by.account()).param("at", now())
                .update();
        return id;
    }

    /**
     * Rules on a proposal. A person may withdraw their own and rule on another's, never the other way round.
     *
     * <p>Refusals: {@code decision.unknown} no such proposal of that matter; {@code decision.ruled-already} somebody was faster;
     * {@code decision.needs-another-person} one cannot approve or reject what one proposed; {@code decision.not-yours} only the
     * proposer withdraws.
     *
     * @param matter what the room that asks rules on: its addresses carry ids that people type, and another room's proposal has rules and people of its own
     */
    @Transactional
    public Answer<Ruled> rule(String matter, UUID proposal, Outcome outcome, String reason, Me by) {
        // In a statement of its own: one that waited for the lock would still see the rulings of before it waited.
        db.sql("SELECT FROM decision.proposal WHERE id = :id FOR UPDATE").param("id", proposal).query((row, n) -> row).optional();
        var found = find(proposal).filter(it -> it.matter().equals(matter));
        if (found.isEmpty()) {
            return Answer.refused("", "decision.unknown");
        }
        var decision = found.get();
        if (!decision.open()) {
            return Answer.refused("", "decision.ruled-already");
        }
        var own = decision.proposedBy().equals(by.account());
        if (own && outcome != Outcome.WITHDRAWN) {
            return Answer.refused("", "decision.needs-another-person");
        }
        if (!own && outcome == Outcome.WITHDRAWN) {
            return Answer.refused("", "decision.not-yours");
        }
        db.sql("""
                INSERT INTO decision.ruling (proposal, proposed_by, outcome, reason, ruled_by, ruled_at)
                VALUES (:proposal, :proposer, :outcome, :reason, :by, :at)
                """)
                .param("proposal", proposal).param("proposer", decision.proposedBy()).param("outcome", outcome.name())
                .param("reason", reason).param("by", by.account()).param("at", now())
                .update();
        var ruled = new Ruled(proposal, decision.matter(), decision.subject(), outcome, decision.proposedBy(), by.account(), reason);
        events.publishEvent(ruled);
        return Answer.done(ruled);
    }

    /** What was written about one thing goes, because it tells of somebody who is forgotten; that two decided stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String matter, UUID subject) {
        db.sql("UPDATE decision.ruling SET reason = '–' FROM decision.proposal WHERE proposal.id = ruling.proposal AND matter = :matter AND subject = :subject AND ruling.reason <> ''")
                .param("matter", matter).param("subject", subject).update();
    }

    public Optional<Decision> find(UUID proposal) {
        return db.sql(SELECT + " WHERE proposal.id = :id")
                .param("id", proposal)
                .query(Decision.class).optional();
    }

    /** All that was decided, and is to be decided, about one thing; newest first. */
    public List<Decision> about(String matter, UUID subject) {
        return db.sql(SELECT + " WHERE matter = :matter AND subject = :subject ORDER BY proposed_at DESC")
                .param("matter", matter).param("subject", subject)
                .query(Decision.class).list();
    }

    /** What of a matter waits for somebody other than this person; oldest first. */
    public List<Decision> waitingFor(String matter, Me me) {
        return db.sql(SELECT + """
                 WHERE matter = :matter
                   AND proposal.open
                   AND outcome IS NULL
                   AND proposal.proposed_by <> :me
                 ORDER BY proposed_at
                """)
                .param("matter", matter).param("me", me.account())
                .query(Decision.class).list();
    }

    private static final String SELECT = """
            SELECT proposal.id, matter, subject, proposal.reason, proposal.proposed_by, proposed_at,
                   outcome, ruled_by, ruled_at, ruling.reason AS ruling_reason
              FROM decision.proposal
              LEFT JOIN decision.ruling ON ruling.proposal = proposal.id
            """;

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
