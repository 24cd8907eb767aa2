package org.probity.supply.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.inbox.Changes;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.probity.house.ui.parts.Mark;
import org.probity.shapes.decision.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of grading waits for those who grade, and what happened. */
@Component
class EvaluationDesk implements Waiting, Changes {
    private record Due(UUID round, UUID supplier, String nameEn, String nameZh, Grade.Consequence kind, LocalDate dueDay) {}

    private record Open(UUID round, UUID supplier, String nameEn, String nameZh, OffsetDateTime appealedAt) {}

    private record Given(UUID id, int year, int half, OffsetDateTime givenAt) {}

    private final JdbcClient db;
    private final Rounds rounds;
    private final Decisions decisions;

    EvaluationDesk(JdbcClient db, Rounds rounds, Decisions decisions) {
        this.db = db;
        this.rounds = rounds;
        this.decisions = decisions;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var duties = new ArrayList<Duty>();
        if (EvaluationWeb.grades(me)) {
            decisions.waitingFor(Rounds.MATTER, me).stream().flatMap(it -> rounds.find(it.subject()).stream()).forEach(round ->
                    duties.add(new Duty(Words.of("evaluation.desk.give"), s -> RoundsPage.name(s, round), Words.of("evaluation.stage.PROPOSED"), "evaluation.title",
                            "/app/evaluation/" + round.id(), Optional.empty())));
            decisions.waitingFor(Schemes.MATTER, me).forEach(it -> duties.add(new Duty(Words.of("evaluation.desk.book"), s -> s.t("evaluation.books"),
                    Words.of("evaluation.stage.PROPOSED"), "evaluation.title", "/app/evaluation/rules", Optional.empty())));
            open(me).forEach(it -> duties.add(new Duty(Words.of("evaluation.desk.answer"), s -> s.lang() == Lang.ZH ? it.nameZh() : it.nameEn(),
                    Words.of("evaluation.desk.appealed"), "evaluation.title", "/app/evaluation/" + it.round() + "/" + it.supplier(), Optional.empty())));
            due().forEach(it -> duties.add(new Duty(Words.of("evaluation.desk." + it.kind()), s -> s.lang() == Lang.ZH ? it.nameZh() : it.nameEn(),
                    Words.of("evaluation.consequence." + it.kind()), "evaluation.title", "/app/evaluation/" + it.round() + "/" + it.supplier(), Optional.of(it.dueDay()))));
        }
        return duties;
    }

    private List<Due> due() {
        return db.sql("""
                SELECT scorecard.round, consequence.supplier, name.name_en, name.name_zh, consequence.kind, consequence.due_day
                  FROM evaluation.consequence
                  JOIN evaluation.scorecard ON scorecard.id = consequence.scorecard
                  JOIN supplier.name ON name.id = consequence.supplier
                 WHERE consequence.ended_at IS NULL
                   AND consequence.done_at IS NULL
                   AND consequence.kind IN ('MORE_SHARE', 'TERMINATION')
                 ORDER BY consequence.kind DESC, consequence.due_day, name.number
                 LIMIT 50
                """)
                .query(Due.class).list();
    }

    /** Not those whose grade this person gave or corrected: somebody else answers. */
    private List<Open> open(Me me) {
        return db.sql("""
                SELECT scorecard.round, scorecard.supplier, name.name_en, name.name_zh, appeal.appealed_at
                  FROM evaluation.appeal
                  JOIN evaluation.scorecard ON scorecard.id = appeal.scorecard
                  JOIN evaluation.round ON round.id = scorecard.round
                  JOIN supplier.name ON name.id = scorecard.supplier
                 WHERE appeal.outcome IS NULL
                   AND round.given_by <> :me
                   AND NOT EXISTS (SELECT
                                     FROM evaluation.appeal AS earlier
                                     JOIN evaluation.scorecard AS was ON was.id = earlier.scorecard
                                    WHERE was.round = scorecard.round
                                      AND was.supplier = scorecard.supplier
                                      AND earlier.outcome = 'CORRECTED'
                                      AND earlier.answered_by = :me)
                 ORDER BY appeal.appealed_at
                """)
                .param("me", me.account())
                .query(Open.class).list();
    }

    @Override
    public List<Change> since(Instant moment, Me me) {
        if (me.supplier().isPresent() || !EvaluationWeb.grades(me)) {
            return List.of();
        }
        return db.sql("SELECT id, year, half, given_at FROM evaluation.round WHERE given_at >= :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Given.class).list().stream()
                .map(it -> new Change(Mark.GOOD, s -> s.t("evaluation.half." + it.half(), String.valueOf(it.year())), Words.of("evaluation.was-given"),
                        it.givenAt().toInstant(), "/app/evaluation/" + it.id()))
                .toList();
    }
}
