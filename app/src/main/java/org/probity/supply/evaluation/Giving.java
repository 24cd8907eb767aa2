package org.probity.supply.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.webhook.Happened;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grades become true here: an entry in the log for each, and what each brings with it, in the transaction of the ruling. */
@Component
class Giving {
    /** Grades of a round were given, or one was corrected. Published in that transaction. */
    record Given(Round round, Scorecard scorecard) {}

    private final JdbcClient db;
    private final Rounds rounds;
    private final Schemes schemes;
    private final Scorecards scorecards;
    private final Log log;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Giving(JdbcClient db, Rounds rounds, Schemes schemes, Scorecards scorecards, Log log, Cases cases, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.rounds = rounds;
        this.schemes = schemes;
        this.scorecards = scorecards;
        this.log = log;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(condition = "#ruled.matter() == 'evaluation.give'")
    void ruled(Decisions.Ruled ruled) {
        switch (ruled.outcome()) {
            case APPROVED -> give(rounds.find(ruled.subject()).orElseThrow(), ruled);
            case REJECTED, WITHDRAWN -> db.sql("UPDATE evaluation.round SET proposal = NULL WHERE id = :id").param("id", ruled.subject()).update();
        }
    }

    private void give(Round round, Decisions.Ruled ruled) {
        var cards = scorecards.newest(round.id());
        db.sql("UPDATE evaluation.round SET given_by = :by, given_at = :at, record = :record WHERE id = :id")
                .param("by", ruled.ruledBy()).param("at", now()).param("id", round.id())
                .param("record", log.record("evaluation.round", today(), Map.of("round", round.id().toString(), "year", round.year(), "half", round.half(),
                        "scheme", round.scheme(), "scorecards", cards.size())))
                .update();
        var given = rounds.find(round.id()).orElseThrow();
        cards.forEach(card -> give(given, card, ruled.ruledBy()));
        events.publishEvent(new Happened(EvaluationTold.GIVEN, Map.of("round", round.id().toString()), clock.instant()));
    }

    /** One scorecard. What it was computed from is bound by its entry, so that nobody can change a mark afterwards. */
    void give(Round round, Scorecard card, UUID by) {
        var content = new TreeMap<String, Object>(Map.of("scorecard", card.id().toString(), "supplier", card.supplier().toString(), "year", round.year(),
                "half", round.half(), "no", card.no(), "scheme", round.scheme(), "inputs", Scorecards.inputs(card.inputs())));
        if (card.score() != null && card.grade() != null) {
            content.put("score", card.score().toString());
            content.put("grade", card.grade().name());
        }
        var record = log.record("evaluation.grade", today(), content);
        db.sql("UPDATE evaluation.scorecard SET record = :record WHERE id = :id").param("record", record).param("id", card.id()).update();
        if (card.grade() != null) {
            follow(round, card, card.grade().consequence(), record, by);
        }
        events.publishEvent(new Given(round, scorecards.find(card.id()).orElseThrow()));
    }

    /** One consequence at a time: that of the newest grade. */
    private void follow(Round round, Scorecard card, Grade.Consequence kind, UUID record, UUID by) {
        var stopped = db.sql("UPDATE evaluation.consequence SET ended_at = :now WHERE supplier = :supplier AND ended_at IS NULL RETURNING kind")
                .param("now", now()).param("supplier", card.supplier())
                .query((row, n) -> Grade.Consequence.valueOf(row.getString(1)).stops()).list().contains(true);
        if (stopped || kind.stops()) {
            events.publishEvent(new GradesTold.Follows(card.supplier()));
        }
        db.sql("""
                INSERT INTO evaluation.consequence (scorecard, supplier, kind, due_day, record)
                VALUES (:card, :supplier, :kind, :due, :record)
                """)
                .param("card", card.id()).param("supplier", card.supplier()).param("kind", kind.name()).param("due", today().plusDays(schemes.find(round.scheme()).days(kind)))
                .param("record", record)
                .update();
        if (kind == Grade.Consequence.CORRECTIVE_PLAN) {
            var name = round.year() + " H" + round.half();
            cases.open(Consequences.PLAN, Grade.C.name(), card.id(), card.supplier(), "Grade C, " + name, "评级 C，" + round.year() + " 年" + (round.half() == 1 ? "上" : "下") + "半年",
                    new Me(by, "", Set.of(), Optional.empty()));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
