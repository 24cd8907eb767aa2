package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of grading: opened after a half-year, judged, computed, given by two. */
@Service
public class Rounds {
    static final String MATTER = "evaluation.give";

    /** Longest reason of a judgement. */
    static final int REASON = 2_000;

    private final JdbcClient db;
    private final Schemes schemes;
    private final Scorecards scorecards;
    private final Decisions decisions;
    private final Clock clock;

    Rounds(JdbcClient db, Schemes schemes, Scorecards scorecards, Decisions decisions, Clock clock) {
        this.db = db;
        this.schemes = schemes;
        this.scorecards = scorecards;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Opens the grading of a half-year by the rule book of its first day.
     *
     * <p>Refusals: {@code evaluation.period-wrong} no such half-year; {@code evaluation.period-not-over} it still runs;
     * {@code evaluation.no-scheme} no rule book holds on its first day; {@code evaluation.round-open-already}.
     */
    @Transactional
    public Answer<UUID> open(int year, int half, Me by) {
        if (year < 2000 || year > 2200 || half != 1 && half != 2) {
            return Answer.refused("half", "evaluation.period-wrong");
        }
        if (!Round.last(year, half).isBefore(LocalDate.now(clock))) {
            return Answer.refused("half", "evaluation.period-not-over", Round.last(year, half));
        }
        var scheme = schemes.on(Round.first(year, half));
        if (scheme.isEmpty()) {
            return Answer.refused("half", "evaluation.no-scheme");
        }
        var opened = db.sql("""
                INSERT INTO evaluation.round (id, year, half, scheme, opened_by, opened_at)
                VALUES (gen_random_uuid(), :year, :half, :scheme, :by, :at)
                ON CONFLICT ON CONSTRAINT round_once DO NOTHING
                RETURNING id
                """)
                .param("year", year).param("half", half).param("scheme", scheme.get().version())
                .param("by", by.account()).param("at", now())
                .query(UUID.class).optional();
        return opened.map(Answer::done).orElseGet(() -> Answer.refused("half", "evaluation.round-open-already"));
    }

    /**
     * What a person thinks of a supplier under a criterion no ledger measures. The newest judgement counts; the grades are to be computed anew.
     *
     * <p>Refusals: {@code evaluation.round-unknown}; {@code evaluation.round-closed} the grades wait for a ruling or were given;
     * {@code evaluation.not-judged} a ledger measures this criterion, or the rule book does not know it; {@code evaluation.mark-wrong} not 0 to
     * 100; {@code evaluation.reason-missing}; {@code evaluation.reason-long}; {@code evaluation.supplier-unknown}.
     */
    @Transactional
    public Answer<UUID> judge(UUID round, UUID supplier, String criterion, String mark, String reason, Me by) {
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "evaluation.round-unknown");
        }
        if (closed(found.get())) {
            return Answer.refused("", "evaluation.round-closed");
        }
        if (schemes.find(found.get().scheme()).criterion(criterion).filter(it -> !it.gate() && it.judged()).isEmpty()) {
            return Answer.refused("criterion", "evaluation.not-judged");
        }
        if (!mark.strip().matches("[0-9]{1,3}(\\.[0-9]{1,4})?") || new BigDecimal(mark.strip()).compareTo(BigDecimal.valueOf(100)) > 0) {
            return Answer.refused("mark", "evaluation.mark-wrong");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "evaluation.reason-missing");
        }
        if (reason.length() > REASON) {
            return Answer.refused("reason", "evaluation.reason-long", REASON);
        }
        if (db.sql("SELECT FROM supplier.name WHERE id = :supplier").param("supplier", supplier).query((row, n) -> row).optional().isEmpty()) {
            return Answer.refused("supplier", "evaluation.supplier-unknown");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO evaluation.judgement (id, round, supplier, criterion, mark, reason, by, at)
                VALUES (:id, :round, :supplier, :criterion, :mark, :reason, :by, :at)
                """)
                .param("id", id).param("round", round).param("supplier", supplier).param("criterion", criterion)
                .param("mark", new BigDecimal(mark.strip())).param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .update();
        return Answer.done(id);
    }

    /**
     * Computes the grades from what is known now. May be repeated until they are put before a second person.
     *
     * <p>Refusals: {@code evaluation.round-unknown}; {@code evaluation.round-closed}; {@code evaluation.nothing-measured} no supplier has a
     * measure in this half-year.
     *
     * @return how many suppliers have a scorecard
     */
    @Transactional
    public Answer<Integer> compute(UUID round, Me by) {
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "evaluation.round-unknown");
        }
        if (closed(found.get())) {
            return Answer.refused("", "evaluation.round-closed");
        }
        var knownAt = clock.instant();
        var computed = scorecards.compute(found.get(), schemes.find(found.get().scheme()), knownAt);
        if (computed == 0) {
            return Answer.refused("", "evaluation.nothing-measured");
        }
        db.sql("UPDATE evaluation.round SET known_at = :at WHERE id = :id").param("at", knownAt.atOffset(ZoneOffset.UTC)).param("id", round).update();
        return Answer.done(computed);
    }

    /**
     * Puts the computed grades before a second person.
     *
     * <p>Refusals: {@code evaluation.round-unknown}; {@code evaluation.round-closed}; {@code evaluation.not-computed}.
     */
    @Transactional
    public Answer<UUID> propose(UUID round, Me by) {
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "evaluation.round-unknown");
        }
        if (closed(found.get())) {
            return Answer.refused("", "evaluation.round-closed");
        }
        if (found.get().stage() == Round.Stage.OPEN) {
            return Answer.refused("", "evaluation.not-computed");
        }
        var proposal = decisions.propose(MATTER, round, "", by);
        db.sql("UPDATE evaluation.round SET proposal = :proposal WHERE id = :id").param("proposal", proposal).param("id", round).update();
        return Answer.done(proposal);
    }

    /**
     * The second person rules. Approved, the grades are given: to the suppliers, to the log, with their consequences. Otherwise the round is
     * open for judging and computing again.
     *
     * <p>Refusals: {@code evaluation.round-unknown}; {@code evaluation.not-proposed}; {@code evaluation.proposed-anew} what they looked at was
     * taken back since, and other grades stand there; those of {@link Decisions#rule}.
     *
     * @param seen the proposal whose grades they looked at
     */
    @Transactional
    public Answer<Round> rule(UUID round, UUID seen, Outcome outcome, String reason, Me by) {
        var found = locked(round);
        if (found.isEmpty()) {
            return Answer.refused("", "evaluation.round-unknown");
        }
        var proposal = found.get().proposal();
        if (proposal == null) {
            return Answer.refused("", "evaluation.not-proposed");
        }
        if (!proposal.equals(seen)) {
            return Answer.refused("", "evaluation.proposed-anew");
        }
        return switch (decisions.rule(MATTER, proposal, outcome, reason, by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(find(round).orElseThrow());
        };
    }

    /** As above, on what stands there now. */
    @Transactional
    public Answer<Round> rule(UUID round, Outcome outcome, String reason, Me by) {
        var standing = find(round).map(Round::proposal);
        return standing.isPresent() ? rule(round, standing.get(), outcome, reason, by)
                : Answer.refused("", find(round).isEmpty() ? "evaluation.round-unknown" : "evaluation.not-proposed");
    }

    Optional<Round> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Round.class).optional();
    }

    /** The round of a half-year, if it was opened. */
    public Optional<UUID> of(int year, int half) {
        return db.sql("SELECT id FROM evaluation.round WHERE year = :year AND half = :half").param("year", year).param("half", half).query(UUID.class).optional();
    }

    /** A supplier's scorecard, for those who act on it. */
    public record Card(UUID scorecard, UUID supplier) {}

    /** The lowest grade that was given in a round, C or D. */
    public Optional<Card> poorest(UUID round) {
        return scorecards.newest(round).stream().filter(it -> it.grade() == Grade.C || it.grade() == Grade.D)
                .max(Comparator.comparing(Scorecard::grade, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Scorecard::supplier))
                .map(it -> new Card(it.id(), it.supplier()));
    }

    private Optional<Round> locked(UUID id) {
        return db.sql(SELECT + " WHERE id = :id FOR UPDATE").param("id", id).query(Round.class).optional();
    }

    private static boolean closed(Round it) {
        return switch (it.stage()) {
            case OPEN, COMPUTED -> false;
            case PROPOSED, GIVEN -> true;
        };
    }

    /** Newest first. */
    List<Round> all() {
        return db.sql(SELECT + " ORDER BY year DESC, half DESC").query(Round.class).list();
    }

    private static final String SELECT =
            "SELECT id, year, half, scheme, opened_by, opened_at, known_at, proposal, given_by, given_at FROM evaluation.round";

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
