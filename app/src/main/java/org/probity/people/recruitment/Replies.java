package org.probity.people.recruitment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.people.recruitment.Application.Outcome;
import org.probity.people.recruitment.Application.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant says to an offer, by their private link and without an account: yes or no, once, until the day that the offer names. Human resources and
 * whoever asked them questions read it. A yes is no contract, and hires nobody: they come when they have come.
 */
@Service
public class Replies {
    private final JdbcClient db;
    private final Applying applying;
    private final Applications applications;
    private final Requisitions requisitions;
    private final Log log;

    Replies(JdbcClient db, Applying applying, Applications applications, Requisitions requisitions, Log log) {
        this.db = db;
        this.applying = applying;
        this.applications = applications;
        this.requisitions = requisitions;
        this.log = log;
    }

    /**
     * Yes.
     *
     * <p>Refusals: {@code recruitment.link-dead}; {@code recruitment.not-offered}; {@code recruitment.answered-already} with a yes; {@code recruitment.answer-late}
     * the day is over.
     */
    @Transactional
    public Answer<UUID> accept(String secret) {
        var found = applying.of(secret).flatMap(applications::locked);
        var wrong = wrong(found);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        var id = found.orElseThrow().id();
        db.sql("INSERT INTO recruitment.accepted (application, at, day, record) VALUES (:id, :at, :day, :record)").param("id", id).param("at", requisitions.now()).param("day", requisitions.today())
                .param("record", log.record("recruitment.accepted", requisitions.today(), Map.of("application", id.toString())))
                .update();
        return Answer.done(id);
    }

    /** No: the offer ends, and it counts as the applicant's own decision. Whoever said yes calls, or withdraws. Refusals: as of {@link #accept}. */
    @Transactional
    public Answer<UUID> decline(String secret) {
        var found = applying.of(secret).flatMap(applications::locked);
        var wrong = wrong(found);
        if (wrong.isPresent()) {
            return new Answer.Refused<>(List.of(wrong.get()));
        }
        var it = found.orElseThrow();
        // Decided by nobody of the house: the application stands for whoever sent it.
        applications.decide(it, Stage.HIRE, Outcome.DECLINED, "", it.id(), null);
        return Answer.done(it.id());
    }

    private Optional<Reason> wrong(Optional<Application> found) {
        if (found.isEmpty()) {
            return Optional.of(new Reason("", "recruitment.link-dead", List.of()));
        }
        var it = found.get();
        if (it.state() != State.OFFERED) {
            return Optional.of(new Reason("", "recruitment.not-offered", List.of()));
        }
        if (it.acceptedOn() != null) {
            return Optional.of(new Reason("", "recruitment.answered-already", List.of()));
        }
        return it.answerable(requisitions.today()) ? Optional.empty() : Optional.of(new Reason("", "recruitment.answer-late", List.of(Objects.requireNonNull(it.answerBy()))));
    }
}
