package org.probity.people.performance;

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
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The close of a cycle by two people, after the comparison and with an answer to what it warned of. From then on ratings stand. */
@Service
public class Closings {
    static final String MATTER = "performance.close";

    /** What is missing: ratings nobody looked at a second time, and panels that still sit. */
    private record Open(long looks, long sessions) {}

    private record Rating(UUID assessment, int no) {}

    private final JdbcClient db;
    private final Cycles cycles;
    private final Impacts impacts;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Closings(JdbcClient db, Cycles cycles, Impacts impacts, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.impacts = impacts;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts the close before a second person.
     *
     * <p>Refusals: {@code performance.cycle-unknown}; {@code performance.closed}; {@code performance.closing-waits} it lies before somebody already; {@code performance.looks-missing} the second
     * level has not read all ratings; {@code performance.session-open}; {@code performance.impact-missing} ratings were not compared; {@code performance.impact-stale} one was given or moved since;
     * {@code performance.answer-missing} the comparison warns or somebody is not rated, and nobody says why; {@code performance.too-long}.
     *
     * @param answer what the warnings come from and what is done, and why some have no rating
     */
    @Transactional
    public Answer<UUID> propose(UUID cycle, String answer, Me by) {
        // Of two who propose at once the second sees the first.
        db.sql("SELECT FROM performance.cycle WHERE id = :id FOR UPDATE").param("id", cycle).query((row, n) -> row).optional();
        var found = cycles.find(cycle);
        if (found.isEmpty()) {
            return Answer.refused("", "performance.cycle-unknown");
        }
        if (found.get().closed()) {
            return Answer.refused("", "performance.closed");
        }
        if (waiting(cycle).isPresent()) {
            return Answer.refused("", "performance.closing-waits");
        }
        var open = open(cycle);
        if (open.looks() > 0) {
            return Answer.refused("", "performance.looks-missing", open.looks());
        }
        if (open.sessions() > 0) {
            return Answer.refused("", "performance.session-open", open.sessions());
        }
        var impact = impacts.newest(cycle);
        if (impact.isEmpty()) {
            return Answer.refused("", "performance.impact-missing");
        }
        if (stale(impact.get())) {
            return Answer.refused("", "performance.impact-stale");
        }
        if ((impact.get().warnings() > 0 || impact.get().unrated() > 0) && answer.isBlank()) {
            return Answer.refused("answer", "performance.answer-missing", impact.get().warnings(), impact.get().unrated());
        }
        if (answer.length() > Notes.LONG) {
            return Answer.refused("answer", "performance.too-long", Notes.LONG);
        }
        var proposal = decisions.propose(MATTER, cycle, answer.strip(), by);
        db.sql("INSERT INTO performance.closing (proposal, cycle, impact) VALUES (:proposal, :cycle, :impact)")
                .param("proposal", proposal).param("cycle", cycle).param("impact", impact.get().id())
                .update();
        return Answer.done(proposal);
    }

    /**
     * The second person rules. What was warned of takes words of theirs too.
     *
     * <p>Refusals: {@code performance.nothing-proposed}; {@code performance.proposed-anew} another proposal stands there than the one they read; {@code performance.impact-stale} a rating was given or moved
     * while it waited; {@code performance.second-answer-missing}; {@code performance.too-long}; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<UUID> rule(UUID cycle, UUID seen, Outcome outcome, String words, Me by) {
        db.sql("SELECT FROM performance.cycle WHERE id = :id FOR UPDATE").param("id", cycle).query((row, n) -> row).optional();
        var waiting = waiting(cycle);
        if (waiting.isEmpty()) {
            return Answer.refused("", "performance.nothing-proposed");
        }
        if (!waiting.get().id().equals(seen)) {
            return Answer.refused("", "performance.proposed-anew");
        }
        if (words.length() > Notes.LONG) {
            return Answer.refused("words", "performance.too-long", Notes.LONG);
        }
        if (outcome == Outcome.APPROVED) {
            var impact = impacts.find(db.sql("SELECT impact FROM performance.closing WHERE proposal = :proposal").param("proposal", seen).query(UUID.class).single()).orElseThrow();
            if (stale(impact)) {
                return Answer.refused("", "performance.impact-stale");
            }
            if (impact.warnings() > 0 && words.isBlank()) {
                return Answer.refused("words", "performance.second-answer-missing", impact.warnings());
            }
        }
        return switch (decisions.rule(MATTER, seen, outcome, words.strip(), by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(cycle);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'performance.close' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var standing = db.sql("SELECT assessment, no FROM performance.standing WHERE cycle = :cycle AND assessment IS NOT NULL ORDER BY assessment").param("cycle", ruled.subject())
                .query(Rating.class).list();
        log.recordBatch("performance.close", LocalDate.now(clock), Map.of("cycle", ruled.subject().toString(), "ratings", standing.size()),
                standing.stream().map(it -> Map.of("assessment", it.assessment().toString(), "no", it.no())).toList());
        db.sql("UPDATE performance.cycle SET closed_by = :by, closed_at = :at WHERE id = :cycle")
                .param("by", ruled.ruledBy()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("cycle", ruled.subject())
                .update();
    }

    private boolean stale(Impact impact) {
        return impact.assessments() != impacts.assessments(impact.cycle());
    }

    private Open open(UUID cycle) {
        return db.sql("""
                SELECT (SELECT count(*) FROM performance.standing WHERE standing.cycle = :cycle AND origin = 'MANAGER' AND second IS NOT NULL AND looked_at IS NULL) AS looks,
                       (SELECT count(*) FROM performance.session WHERE session.cycle = :cycle AND closed_at IS NULL) AS sessions
                """)
                .param("cycle", cycle)
                .query(Open.class).single();
    }

    Optional<Decision> waiting(UUID cycle) {
        return decisions.about(MATTER, cycle).stream().filter(Decision::open).findFirst();
    }

    Optional<Decision> newest(UUID cycle) {
        return decisions.about(MATTER, cycle).stream().findFirst();
    }
}
