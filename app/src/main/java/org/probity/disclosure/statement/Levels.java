package org.probity.disclosure.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figure.Level;
import org.probity.shapes.figure.Figures;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Who sees the rows of a figure: the narrowest circle, until one person proposes another and a second approves. Editions keep what held for them. */
@Service
public class Levels {
    static final String MATTER = "statement.level";

    /** A level somebody proposed; it holds from its approval until a later one does. */
    public record Proposed(
            UUID id, String figure, int no, Level level, String reason, UUID proposal, Instant proposedAt, @Nullable UUID approvedBy, @Nullable Instant approvedAt) {}

    private final JdbcClient db;
    private final Figures figures;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Levels(JdbcClient db, Figures figures, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.figures = figures;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts another level before a second person.
     *
     * <p>Refusals: {@code statement.level-figure}; {@code statement.level-missing}; {@code statement.level-too-wide} the definition does not allow
     * it; {@code statement.level-same} it holds already; {@code statement.level-reason}; {@code statement.level-waits} one of this figure waits
     * for its ruling, also one that somebody else proposed at the same moment.
     */
    @Transactional
    public Answer<Proposed> propose(String key, String typed, String reason, Me by) {
        var figure = figures.find(key);
        var level = Arrays.stream(Level.values()).filter(it -> it.name().equals(typed)).findFirst();
        if (figure.isEmpty()) {
            return Answer.refused("figure", "statement.level-figure");
        }
        if (level.isEmpty()) {
            return Answer.refused("level", "statement.level-missing");
        }
        var objection = objection(figure.get(), level.get(), of(key), reason);
        if (objection.isPresent()) {
            return new Answer.Refused<>(List.of(objection.get()));
        }
        var before = history(key);
        if (before.stream().anyMatch(it -> decisions.find(it.proposal()).orElseThrow().open())) {
            return Answer.refused("", "statement.level-waits");
        }
        var id = UUID.randomUUID();
        var proposed = db.sql("""
                INSERT INTO statement.level (id, figure, no, level, reason, proposal, proposed_at)
                VALUES (:id, :figure, :no, :level, :reason, :proposal, :at)
                ON CONFLICT ON CONSTRAINT one_level_at_a_time DO NOTHING
                """)
                .param("id", id).param("figure", key).param("no", before.size() + 1).param("level", level.get().name()).param("reason", reason.strip())
                .param("proposal", decisions.propose(MATTER, id, reason.strip(), by)).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (proposed == 0) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("", "statement.level-waits");
        }
        return Answer.done(find(id).orElseThrow());
    }

    static Optional<Answer.Reason> objection(Figure figure, Level wanted, Level holds, String reason) {
        if (wanted.compareTo(figure.level()) < 0) {
            return Optional.of(new Answer.Reason("level", "statement.level-too-wide", List.of(figure.code())));
        }
        if (wanted == holds) {
            return Optional.of(new Answer.Reason("level", "statement.level-same", List.of()));
        }
        return reason.isBlank() ? Optional.of(new Answer.Reason("reason", "statement.level-reason", List.of())) : Optional.empty();
    }

    /** Rules on a proposed level. Refusals: {@code statement.level-unknown}; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<Proposed> rule(UUID id, Outcome outcome, String reason, Me by) {
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "statement.level-unknown");
        }
        return switch (decisions.rule(MATTER, found.get().proposal(), outcome, reason, by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(find(id).orElseThrow());
        };
    }

    @EventListener(condition = "#ruled.matter() == 'statement.level' && #ruled.outcome().name() == 'APPROVED'")
    void approve(Decisions.Ruled ruled) {
        var level = find(ruled.subject()).orElseThrow();
        db.sql("INSERT INTO statement.level_approval (level, approved_by, approved_at, record) VALUES (:level, :by, :at, :record)")
                .param("level", level.id()).param("by", ruled.ruledBy()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record("statement.level", LocalDate.now(clock), Map.of("figure", level.figure(), "level", level.level().name())))
                .update();
    }

    /** What the next edition is prepared with. */
    public Level of(String figure) {
        return inForce(figure).map(Proposed::level).orElse(Level.ASSURER);
    }

    Optional<Proposed> inForce(String figure) {
        return history(figure).stream().filter(it -> it.approvedAt() != null).findFirst();
    }

    /** All that were ever proposed for a figure, newest first. */
    List<Proposed> history(String figure) {
        return db.sql(SELECT + " WHERE figure = :figure ORDER BY no DESC").param("figure", figure).query(Proposed.class).list();
    }

    /** All that were ever proposed, newest first. */
    List<Proposed> all() {
        return db.sql(SELECT + " ORDER BY proposed_at DESC, figure").query(Proposed.class).list();
    }

    Optional<Proposed> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Proposed.class).optional();
    }

    private static final String SELECT = """
            SELECT id, figure, no, level.level, reason, proposal, proposed_at, approved_by, approved_at
              FROM statement.level
              LEFT JOIN statement.level_approval AS approval ON approval.level = level.id
            """;
}
