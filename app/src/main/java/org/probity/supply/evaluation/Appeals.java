package org.probity.supply.evaluation;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.webhook.Happened;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.evidence.Evidence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections of suppliers to their grades. */
@Service
public class Appeals {
    /** Longest text of an appeal or of its answer. */
    static final int WORDS = 4_000;

    /** Published in the transaction of the answer. */
    record Answered(Appeal appeal, Scorecard scorecard) {}

    private final JdbcClient db;
    private final Rounds rounds;
    private final Schemes schemes;
    private final Scorecards scorecards;
    private final Giving giving;
    private final Evidence evidence;
    private final Decisions decisions;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;
    private final Clock clock;

    Appeals(
            JdbcClient db, Rounds rounds, Schemes schemes, Scorecards scorecards, Giving giving, Evidence evidence, Decisions decisions, Log log,
            ApplicationEventPublisher events, @Value("${probity.zone:Asia/Shanghai}") ZoneId zone, Clock clock) {
        this.db = db;
        this.rounds = rounds;
        this.schemes = schemes;
        this.scorecards = scorecards;
        this.giving = giving;
        this.evidence = evidence;
        this.decisions = decisions;
        this.log = log;
        this.events = events;
        this.zone = zone;
        this.clock = clock;
    }

    /** The last day on which the supplier may object to a scorecard. */
    LocalDate lastDay(Scorecard card) {
        var round = rounds.find(card.round()).orElseThrow();
        var given = Objects.requireNonNull(round.givenAt());
        return LocalDate.ofInstant(card.at().isAfter(given) ? card.at() : given, zone).plusDays(schemes.find(round.scheme()).appealDays());
    }

    /**
     * A supplier objects to its grade.
     *
     * <p>Refusals: {@code evaluation.card-unknown} not theirs, or not given; {@code evaluation.appeal-late} the last day is over;
     * {@code evaluation.appealed-already}; {@code evaluation.words-missing}; {@code evaluation.words-long}.
     *
     * @param file what shows it; empty: none
     */
    @Transactional
    public Answer<Appeal> appeal(UUID scorecard, String words, Optional<File> file, Me by) {
        var card = scorecards.find(scorecard).filter(it -> it.record() != null && by.supplier().equals(Optional.of(it.supplier())));
        if (card.isEmpty()) {
            return Answer.refused("", "evaluation.card-unknown");
        }
        var last = lastDay(card.get());
        if (LocalDate.now(clock).isAfter(last)) {
            return Answer.refused("", "evaluation.appeal-late", last);
        }
        if (words.isBlank()) {
            return Answer.refused("words", "evaluation.words-missing");
        }
        if (words.length() > WORDS) {
            return Answer.refused("words", "evaluation.words-long", WORDS);
        }
        // Two contacts of one supplier may object at once; the second waits here and finds the first.
        db.sql("SELECT FROM evaluation.scorecard WHERE id = :id FOR UPDATE").param("id", scorecard).query((row, n) -> row).single();
        if (of(scorecard).isPresent()) {
            return Answer.refused("", "evaluation.appealed-already");
        }
        @Nullable UUID kept = file.map(it -> evidence.keep(it.name(), "application/octet-stream", it.bytes(), by.account()).id()).orElse(null);
        db.sql("""
                INSERT INTO evaluation.appeal (id, scorecard, words, evidence, appealed_by, appealed_at, record)
                VALUES (gen_random_uuid(), :card, :words, :evidence, :by, :at, :record)
                """)
                .param("card", scorecard).param("words", words.strip()).param("evidence", kept, Types.OTHER).param("by", by.account()).param("at", now())
                .param("record", log.record("evaluation.appeal", LocalDate.now(clock), Map.of("scorecard", scorecard.toString())))
                .update();
        return Answer.done(of(scorecard).orElseThrow());
    }

    /** A file that came with an appeal. */
    public record File(String name, byte[] bytes) {}

    /**
     * Somebody who neither proposed nor gave the grade answers, neither the first nor a corrected one. Corrected means: it is computed anew from what is known now, which must come to something
     * else; the wrong grade stays beside it.
     *
     * <p>Refusals: {@code evaluation.appeal-unknown}; {@code evaluation.answered-already}; {@code evaluation.answer-by-another} they proposed
     * or gave the grade; {@code evaluation.words-missing}; {@code evaluation.words-long}; {@code evaluation.nothing-changed} what is known now gives the
     * same marks: bring the correction in first.
     */
    @Transactional
    public Answer<Appeal> answer(UUID appeal, Appeal.Outcome outcome, String words, Me by) {
        var found = db.sql(SELECT + " WHERE id = :id FOR UPDATE").param("id", appeal).query(Appeal.class).optional();
        if (found.isEmpty()) {
            return Answer.refused("", "evaluation.appeal-unknown");
        }
        if (!found.get().open()) {
            return Answer.refused("", "evaluation.answered-already");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "evaluation.words-missing");
        }
        if (words.length() > WORDS) {
            return Answer.refused("words", "evaluation.words-long", WORDS);
        }
        var card = scorecards.find(found.get().scorecard()).orElseThrow();
        var round = rounds.find(card.round()).orElseThrow();
        if (gave(card, round).contains(by.account())) {
            return Answer.refused("", "evaluation.answer-by-another");
        }
        if (outcome == Appeal.Outcome.CORRECTED) {
            var next = scorecards.next(round, schemes.find(round.scheme()), card, words.strip(), clock.instant());
            if (next.isEmpty()) {
                return Answer.refused("", "evaluation.nothing-changed");
            }
            giving.give(round, next.get(), by.account());
            events.publishEvent(new Happened(EvaluationTold.CORRECTED, Map.of("scorecard", next.get().id().toString()), clock.instant()));
        }
        db.sql("UPDATE evaluation.appeal SET outcome = :outcome, answer = :words, answered_by = :by, answered_at = :at WHERE id = :id")
                .param("outcome", outcome.name()).param("words", words.strip()).param("by", by.account()).param("at", now()).param("id", appeal)
                .update();
        log.record("evaluation.appeal-answered", LocalDate.now(clock), Map.of("scorecard", card.id().toString(), "outcome", outcome.name()));
        var answered = of(card.id()).orElseThrow();
        events.publishEvent(new Answered(answered, card));
        return Answer.done(answered);
    }

    /** Those who proposed a supplier's grade of this round, gave it, or corrected it: none of them judges an objection to it. */
    private Set<UUID> gave(Scorecard card, Round round) {
        var gave = new HashSet<>(db.sql("""
                SELECT appeal.answered_by
                  FROM evaluation.appeal
                  JOIN evaluation.scorecard ON scorecard.id = appeal.scorecard
                 WHERE scorecard.round = :round
                   AND scorecard.supplier = :supplier
                   AND appeal.outcome = 'CORRECTED'
                """)
                .param("round", card.round()).param("supplier", card.supplier())
                .query(UUID.class).list());
        Optional.ofNullable(round.givenBy()).ifPresent(gave::add);
        Optional.ofNullable(round.proposal()).flatMap(decisions::find).map(Decisions.Decision::proposedBy).ifPresent(gave::add);
        return gave;
    }

    boolean mayAnswer(Appeal appeal, Me me) {
        var card = scorecards.find(appeal.scorecard()).orElseThrow();
        return appeal.open() && !gave(card, rounds.find(card.round()).orElseThrow()).contains(me.account());
    }

    Optional<Appeal> of(UUID scorecard) {
        return db.sql(SELECT + " WHERE scorecard = :card").param("card", scorecard).query(Appeal.class).optional();
    }

    Optional<Appeal> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Appeal.class).optional();
    }

    /** Those that wait for an answer, the oldest first. */
    List<Appeal> open() {
        return db.sql(SELECT + " WHERE outcome IS NULL ORDER BY appealed_at").query(Appeal.class).list();
    }

    private static final String SELECT =
            "SELECT id, scorecard, words, evidence, appealed_by, appealed_at, outcome, answer, answered_by, answered_at FROM evaluation.appeal";

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
