package org.probity.people.recruitment;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.people.recruitment.Application.Outcome;
import org.probity.people.recruitment.Application.State;
import org.probity.shapes.evidence.Evidence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications as those who decide see them; the one place where a decision is written down. */
@Service
public class Applications {
    /** An answer in writing, with the mark of whoever screened it. @param score null: not yet */
    public record Answered(int no, String words, @Nullable Integer score) {}

    /** A decision as it was taken. */
    public record Step(Stage stage, Outcome outcome, String ground, UUID by, @Nullable UUID second, Instant at) {}

    private final JdbcClient db;
    private final Requisitions requisitions;
    private final Evidence evidence;
    private final Log log;
    private final ApplicationEventPublisher events;

    Applications(JdbcClient db, Requisitions requisitions, Evidence evidence, Log log, ApplicationEventPublisher events) {
        this.db = db;
        this.requisitions = requisitions;
        this.evidence = evidence;
        this.log = log;
        this.events = events;
    }

    private static final String SELECT = """
            SELECT application.id, application.code, application.requisition, requisition.number, requisition.title_en, requisition.title_zh, application.applied_at, application.keep_until,
                   application.file, step.stage, step.outcome, coalesce(step.ground, '') AS ground,
                   (SELECT motion.proposal FROM recruitment.motion JOIN decision.open ON open.id = motion.proposal WHERE motion.application = application.id LIMIT 1) AS waits,
                   (SELECT count(*) FROM recruitment.interview WHERE interview.application = application.id) AS interviews,
                   offer.starts_on, coalesce(offer.young, false) AS young, offer.answer_by, accepted.day AS accepted_on
              FROM recruitment.application
              JOIN recruitment.requisition ON requisition.id = application.requisition
              LEFT JOIN LATERAL (SELECT stage, outcome, ground FROM recruitment.step WHERE step.application = application.id
                                  ORDER BY array_position(ARRAY['SCREEN', 'INTERVIEW', 'OFFER', 'HIRE'], stage) DESC LIMIT 1) AS step ON true
              LEFT JOIN recruitment.offer ON offer.application = application.id
              LEFT JOIN recruitment.accepted ON accepted.application = application.id
            """;

    public Optional<Application> find(UUID id) {
        return db.sql(SELECT + " WHERE application.id = :id").param("id", id).query(Application.class).optional();
    }

    /** Whoever decides waits for whoever was first, and then sees what was decided. */
    Optional<Application> locked(UUID id) {
        db.sql("SELECT FROM recruitment.application WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    private static final String LINES = """
             WHERE application.requisition = :requisition
               AND CASE :state WHEN '' THEN true
                               WHEN 'SCREENING' THEN step.stage IS NULL
                               WHEN 'INTERVIEWS' THEN step.stage = 'SCREEN' AND step.outcome = 'ON'
                               WHEN 'TO_OFFER' THEN step.stage = 'INTERVIEW' AND step.outcome = 'ON'
                               WHEN 'OFFERED' THEN step.stage = 'OFFER' AND step.outcome = 'ON'
                               WHEN 'HIRED' THEN step.stage = 'HIRE' AND step.outcome = 'ON'
                               ELSE step.outcome IN ('REFUSED', 'DECLINED') END
            """;

    List<Application> lines(UUID requisition, Query query) {
        return db.sql(SELECT + LINES + " ORDER BY application.code LIMIT :most OFFSET :skip").param("requisition", requisition).param("state", query.filter("state"))
                .param("most", query.limit()).param("skip", query.offset()).query(Application.class).list();
    }

    long count(UUID requisition, Query query) {
        return db.sql("SELECT count(*) FROM (" + SELECT + LINES + ") AS found").param("requisition", requisition).param("state", query.filter("state")).query(Long.class).single();
    }

    /** All of a posting, for whoever goes through them one after another. */
    public List<Application> of(UUID requisition) {
        return db.sql(SELECT + " WHERE application.requisition = :requisition ORDER BY application.code").param("requisition", requisition).query(Application.class).list();
    }

    /** What somebody is to ask and has not yet given marks for. */
    List<Application> toInterview(Me me) {
        return db.sql(SELECT + """
                 WHERE application.id IN (SELECT application.id
                                            FROM recruitment.undecided
                                            JOIN recruitment.application ON application.id = undecided.application
                                            JOIN recruitment.interviewer ON interviewer.requisition = undecided.requisition AND interviewer.account = :me
                                           WHERE undecided.stage = 'INTERVIEW'
                                             AND NOT EXISTS (SELECT FROM recruitment.interview WHERE interview.application = undecided.application AND interview.interviewer = :me)
                                             AND NOT
                """ + OWN + """
                                           ORDER BY undecided.applied_at LIMIT 100)
                 ORDER BY application.applied_at
                """).param("me", me.account()).query(Application.class).list();
    }

    /** Panels' decisions that wait for somebody else who may rule. */
    List<Application> toRule(Me me) {
        return db.sql(SELECT + """
                  JOIN recruitment.motion ON motion.application = application.id
                  JOIN decision.open ON open.id = motion.proposal AND open.proposed_by <> :me
                 WHERE (:hr OR EXISTS (SELECT FROM recruitment.interviewer WHERE interviewer.requisition = application.requisition AND interviewer.account = :me))
                   AND NOT
                """ + OWN + """
                 ORDER BY application.applied_at LIMIT 100
                """).param("me", me.account()).param("hr", me.is(Role.HR)).query(Application.class).list();
    }

    /** Who said yes to an offer and is not yet here. */
    List<Application> toCome() {
        return db.sql(SELECT + """
                 WHERE application.id IN (SELECT undecided.application FROM recruitment.undecided JOIN recruitment.accepted AS yes ON yes.application = undecided.application WHERE undecided.stage = 'HIRE')
                 ORDER BY offer.starts_on, application.code LIMIT 100
                """).query(Application.class).list();
    }

    boolean interviews(Application it, Me me) {
        return db.sql("SELECT EXISTS (SELECT FROM recruitment.interviewer WHERE requisition = :requisition AND account = :me)").param("requisition", it.requisition()).param("me", me.account())
                .query(Boolean.class).single();
    }

    /**
     * Nobody decides on their own application: they opened it by its private link and said so, or it came from the address of their account. Whoever's address
     * a stranger typed has the letter with the link, and takes it back.
     */
    boolean own(Application it, Me me) {
        return db.sql("SELECT EXISTS (SELECT FROM recruitment.application WHERE application.id = :id AND " + OWN + ")").param("id", it.id()).param("me", me.account()).query(Boolean.class).single();
    }

    private static final String OWN = """
            (EXISTS (SELECT FROM recruitment.shown_own WHERE shown_own.application = application.id AND shown_own.account = :me)
             OR EXISTS (SELECT FROM recruitment.contact
                          JOIN access.member ON member.id = :me
                         WHERE contact.application = application.id AND lower(contact.email) = lower(member.email)))
            """;

    /** Whether they showed it with its private link. */
    boolean shown(Application it, Me me) {
        return db.sql("SELECT EXISTS (SELECT FROM recruitment.shown_own WHERE application = :id AND account = :me)").param("id", it.id()).param("me", me.account()).query(Boolean.class).single();
    }

    List<Answered> answers(UUID id) {
        return db.sql("""
                SELECT answer.no, answer.words, screening.score
                  FROM recruitment.answer LEFT JOIN recruitment.screening ON screening.application = answer.application AND screening.no = answer.no
                 WHERE answer.application = :id ORDER BY answer.no
                """).param("id", id).query(Answered.class).list();
    }

    public List<Step> steps(UUID id) {
        return db.sql("SELECT stage, outcome, ground, by, second, at FROM recruitment.step WHERE application = :id ORDER BY at").param("id", id).query(Step.class).list();
    }

    Optional<Evidence.Item> file(Application it) {
        return Optional.ofNullable(it.file()).flatMap(evidence::find);
    }

    byte[] bytes(Evidence.Item item) {
        return evidence.bytes(item);
    }

    /** Writes a decision down, with its entry in the log; whoever decided is told by the caller's rules, the applicant by letter. */
    void decide(Application it, Stage stage, Outcome outcome, String ground, UUID by, @Nullable UUID second) {
        // Those who come are a class of their own, so that the log counts them by itself.
        var record = log.record(stage == Stage.HIRE && outcome == Outcome.ON ? "recruitment.hired" : "recruitment.step", requisitions.today(), Map.of("application", it.id().toString(), "stage", stage.name(), "outcome", outcome.name(), "ground", ground));
        db.sql("""
                INSERT INTO recruitment.step (application, stage, outcome, ground, by, second, at, day, record)
                VALUES (:id, :stage, :outcome, :ground, :by, :second, :at, :day, :record)
                """)
                .param("id", it.id()).param("stage", stage.name()).param("outcome", outcome.name()).param("ground", ground).param("by", by).param("second", second, Types.OTHER)
                .param("at", requisitions.now()).param("day", requisitions.today()).param("record", record)
                .update();
        events.publishEvent(new Applying.Moved(it.id(), stage, ""));
    }

    /**
     * Says no where no marks are given: to somebody who was to get an offer, or has one.
     *
     * <p>Refusals: {@code recruitment.not-yours}; {@code recruitment.application-unknown}; {@code recruitment.own}; {@code recruitment.decided-already} or not yet so
     * far; {@code recruitment.ground-wrong} none of this stage.
     */
    @Transactional
    public Answer<UUID> refuse(UUID id, String ground, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        var it = found.get();
        if (own(it, by)) {
            return Answer.refused("", "recruitment.own");
        }
        if (it.state() != State.TO_OFFER && it.state() != State.OFFERED) {
            return Answer.refused("", "recruitment.decided-already");
        }
        var stage = it.state() == State.TO_OFFER ? Stage.OFFER : Stage.HIRE;
        var why = Ground.of(ground, stage);
        if (why.isEmpty()) {
            return Answer.refused("ground", "recruitment.ground-wrong");
        }
        decide(it, stage, Outcome.REFUSED, why.get().name(), by.account(), null);
        return Answer.done(id);
    }

    LocalDate today() {
        return requisitions.today();
    }
}
