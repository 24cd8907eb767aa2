package org.probity.people.recruitment;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.people.recruitment.Application.Outcome;
import org.probity.people.recruitment.Application.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first look: at a code and at answers about the work, by the criteria that were stated before anybody applied. */
@Service
public class Screening {
    private final JdbcClient db;
    private final Applications applications;
    private final Requisitions requisitions;

    Screening(JdbcClient db, Applications applications, Requisitions requisitions) {
        this.db = db;
        this.applications = applications;
        this.requisitions = requisitions;
    }

    /**
     * Marks each answer and says whether it goes on.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.application-unknown}; {@code recruitment.own}; {@code recruitment.decided-already} somebody was
     * faster; {@code recruitment.mark-missing} an answer without a mark of 1 to 5; {@code recruitment.ground-wrong} a no without a ground of this stage.
     */
    @Transactional
    public Answer<UUID> screen(UUID id, Map<Integer, Integer> marks, boolean on, String ground, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        var it = found.get();
        if (applications.own(it, by)) {
            return Answer.refused("", "recruitment.own");
        }
        if (it.state() != State.SCREENING) {
            return Answer.refused("", "recruitment.decided-already");
        }
        var asked = requisitions.questions(it.requisition(), Stage.SCREEN);
        for (var question : asked) {
            var mark = marks.getOrDefault(question.no(), 0);
            if (mark < 1 || mark > 5) {
                return Answer.refused("score" + question.no(), "recruitment.mark-missing");
            }
        }
        Optional<Ground> why = on ? Optional.empty() : Ground.of(ground, Stage.SCREEN);
        if (!on && why.isEmpty()) {
            return Answer.refused("ground", "recruitment.ground-wrong");
        }
        asked.forEach(question -> db.sql("INSERT INTO recruitment.screening (application, no, score, by, at) VALUES (:id, :no, :score, :by, :at)")
                .param("id", id).param("no", question.no()).param("score", marks.get(question.no())).param("by", by.account()).param("at", requisitions.now()).update());
        applications.decide(it, Stage.SCREEN, on ? Outcome.ON : Outcome.REFUSED, why.map(Ground::name).orElse(""), by.account(), null);
        return Answer.done(id);
    }
}
