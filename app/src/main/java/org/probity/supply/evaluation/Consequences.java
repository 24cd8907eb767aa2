package org.probity.supply.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.Cases;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that a grade has its consequence, and that somebody says how. */
@Service
public class Consequences {
    /** What the case of a C is called; its severity is the grade. */
    static final String PLAN = "evaluation.plan";

    /** Longest account of how a consequence was carried out. */
    static final int WORDS = 2_000;

    private final JdbcClient db;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consequences(JdbcClient db, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody says how a consequence was carried out: the share and the recognition of an A, the successor of a D.
     *
     * <p>Refusals: {@code evaluation.consequence-unknown}; {@code evaluation.consequence-done} already, or a later grade took its place;
     * {@code evaluation.words-missing}; {@code evaluation.words-long}.
     */
    @Transactional
    public Answer<Consequence> carryOut(UUID scorecard, String words, Me by) {
        var found = of(scorecard);
        if (found.isEmpty()) {
            return Answer.refused("", "evaluation.consequence-unknown");
        }
        if (!found.get().open()) {
            return Answer.refused("", "evaluation.consequence-done");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "evaluation.words-missing");
        }
        if (words.length() > WORDS) {
            return Answer.refused("words", "evaluation.words-long", WORDS);
        }
        return done(scorecard, words.strip(), by.account()) ? Answer.done(of(scorecard).orElseThrow()) : Answer.refused("", "evaluation.consequence-done");
    }

    /** A plan that was agreed carries the consequence of a C out, and so do two of us who hold that no plan is needed. */
    @EventListener(condition = "#moved.after().kind() == 'evaluation.plan'")
    void moved(Cases.Moved moved) {
        switch (moved.after().state()) {
            case PLAN_ACCEPTED, CLOSED -> done(moved.after().subject(), moved.after().id().toString(), moved.after().by());
            case PLAN_OWED, PLAN_SENT, PLAN_RETURNED, DONE_SENT, DONE_RETURNED, VERIFIED, NO_ACTION -> {}
        }
    }

    private boolean done(UUID scorecard, String words, UUID by) {
        if (db.sql("SELECT FROM evaluation.consequence WHERE scorecard = :card AND done_at IS NULL AND ended_at IS NULL FOR UPDATE").param("card", scorecard)
                .query((row, n) -> n).optional().isEmpty()) {
            return false;
        }
        db.sql("""
                UPDATE evaluation.consequence
                   SET words = :words, done_by = :by, done_at = :at, done = :record
                 WHERE scorecard = :card
                """)
                .param("words", words).param("by", by).param("at", now()).param("card", scorecard)
                .param("record", log.record("evaluation.consequence", LocalDate.now(clock), Map.of("scorecard", scorecard.toString())))
                .update();
        of(scorecard).filter(it -> it.kind().stops()).ifPresent(it -> events.publishEvent(new GradesTold.Follows(it.supplier())));
        return true;
    }

    Optional<Consequence> of(UUID scorecard) {
        return db.sql(SELECT + " WHERE scorecard = :card").param("card", scorecard).query(Consequence.class).optional();
    }

    /** The corrective action that a C asks for. */
    Optional<UUID> plan(UUID scorecard) {
        return db.sql("SELECT id FROM casework.standing WHERE kind = 'evaluation.plan' AND subject = :card").param("card", scorecard).query(UUID.class).optional();
    }

    /** A plan that a supplier owes after a C. */
    public record PlanOwed(UUID correction, UUID supplier) {}

    /** Plans nobody has sent yet, of grades that hold. */
    public List<PlanOwed> plansOwed() {
        return db.sql("""
                SELECT standing.id AS correction, consequence.supplier
                  FROM evaluation.consequence
                  JOIN casework.standing ON standing.kind = 'evaluation.plan' AND standing.subject = consequence.scorecard
                 WHERE consequence.ended_at IS NULL
                   AND standing.state = 'PLAN_OWED'
                 ORDER BY standing.plan_due_day, consequence.supplier
                """)
                .query(PlanOwed.class).list();
    }

    /** Those a person must still carry out, the first due first. */
    public List<Consequence> open() {
        return db.sql(SELECT + " WHERE ended_at IS NULL AND done_at IS NULL AND kind IN ('MORE_SHARE', 'TERMINATION') ORDER BY due_day, supplier")
                .query(Consequence.class).list();
    }

    private static final String SELECT = "SELECT scorecard, supplier, kind, due_day, words, done_by, done_at, ended_at FROM evaluation.consequence";

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
