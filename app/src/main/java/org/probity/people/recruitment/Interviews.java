package org.probity.people.recruitment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.recruitment.Application.Outcome;
import org.probity.people.recruitment.Application.State;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The same questions to everybody, marks with reasons from each interviewer before they see others', and a decision by two. */
@Service
public class Interviews {
    static final String MATTER = "recruitment.panel";
    static final int WORDS_LONGEST = 1_000;

    /** What one interviewer found in one answer. */
    public record Mark(int score, String words) {
        /** Not yet. */
        static final Mark NOTHING = new Mark(0, "");
    }

    /** The same, as it is shown. */
    public record Given(UUID interviewer, int no, int score, String words) {}

    /** What a panel is to decide. */
    record Motion(UUID proposal, Outcome outcome, String ground, UUID proposedBy) {}

    private final JdbcClient db;
    private final Applications applications;
    private final Requisitions requisitions;
    private final Postings postings;
    private final Decisions decisions;
    private final Log log;

    Interviews(JdbcClient db, Applications applications, Requisitions requisitions, Postings postings, Decisions decisions, Log log) {
        this.db = db;
        this.applications = applications;
        this.requisitions = requisitions;
        this.postings = postings;
        this.decisions = decisions;
        this.log = log;
    }

    /**
     * One interviewer gives a mark and a reason for each question, once.
     *
     * <p>Refusals: {@code recruitment.application-unknown}; {@code recruitment.not-interviewer}; {@code recruitment.own}; {@code recruitment.not-in-interviews};
     * {@code recruitment.marked-already}; {@code recruitment.seen-others} who has seen the marks of others gives none; {@code recruitment.mark-missing};
     * {@code recruitment.mark-words} no reason, or too long.
     */
    @Transactional
    public Answer<UUID> mark(UUID id, Map<Integer, Mark> marks, Me by) {
        var found = applications.locked(id);
        var hindered = hindered(found, by);
        if (hindered.isPresent()) {
            return Answer.refused("", hindered.get());
        }
        var it = found.orElseThrow();
        var asked = requisitions.questions(it.requisition(), Stage.INTERVIEW);
        for (var question : asked) {
            var mark = marks.get(question.no());
            if (mark == null || mark.score() < 1 || mark.score() > 5) {
                return Answer.refused("score" + question.no(), "recruitment.mark-missing");
            }
            if (mark.words().isBlank() || mark.words().strip().length() > WORDS_LONGEST) {
                return Answer.refused("words" + question.no(), "recruitment.mark-words", WORDS_LONGEST);
            }
        }
        db.sql("INSERT INTO recruitment.interview (application, interviewer, at, day, record) VALUES (:id, :by, :at, :day, :record)")
                .param("id", id).param("by", by.account()).param("at", requisitions.now()).param("day", requisitions.today())
                .param("record", log.record("recruitment.interview", requisitions.today(), Map.of("application", id.toString(), "interviewer", by.account().toString(),
                        "marks", asked.stream().map(question -> marks.get(question.no()).score()).toList())))
                .update();
        asked.forEach(question -> db.sql("INSERT INTO recruitment.mark (application, interviewer, no, score, words) VALUES (:id, :by, :no, :score, :words)")
                .param("id", id).param("by", by.account()).param("no", question.no()).param("score", marks.get(question.no()).score())
                .param("words", marks.get(question.no()).words().strip()).update());
        forget(id, by);
        return Answer.done(id);
    }

    private Optional<String> hindered(Optional<Application> found, Me by) {
        if (found.isEmpty()) {
            return Optional.of("recruitment.application-unknown");
        }
        var it = found.get();
        return !applications.interviews(it, by) ? Optional.of("recruitment.not-interviewer")
                : applications.own(it, by) ? Optional.of("recruitment.own")
                : it.state() != State.INTERVIEWS ? Optional.of("recruitment.not-in-interviews")
                : gave(it.id(), by) ? Optional.of("recruitment.marked-already")
                : sees(it.id(), by) ? Optional.of("recruitment.seen-others") : Optional.empty();
    }

    /**
     * Keeps what an interviewer has begun to write, whole or not, for themselves alone: it is no mark and enters no log.
     *
     * <p>Refusals: those of {@link #mark} but for what is still missing.
     */
    @Transactional
    public Answer<UUID> keep(UUID id, Map<Integer, Mark> marks, Me by) {
        var found = applications.locked(id);
        var hindered = hindered(found, by);
        if (hindered.isPresent()) {
            return Answer.refused("", hindered.get());
        }
        var asked = requisitions.questions(found.orElseThrow().requisition(), Stage.INTERVIEW);
        for (var question : asked) {
            var mark = marks.getOrDefault(question.no(), Mark.NOTHING);
            if (mark.score() < 0 || mark.score() > 5) {
                return Answer.refused("score" + question.no(), "recruitment.mark-missing");
            }
            if (mark.words().strip().length() > WORDS_LONGEST) {
                return Answer.refused("words" + question.no(), "recruitment.mark-words", WORDS_LONGEST);
            }
        }
        forget(id, by);
        asked.forEach(question -> {
            var mark = marks.getOrDefault(question.no(), Mark.NOTHING);
            db.sql("INSERT INTO recruitment.mark_begun (application, interviewer, no, score, words, at) VALUES (:id, :by, :no, :score, :words, :at)")
                    .param("id", id).param("by", by.account()).param("no", question.no()).param("score", mark.score()).param("words", mark.words().strip()).param("at", requisitions.now())
                    .update();
        });
        return Answer.done(id);
    }

    private void forget(UUID id, Me by) {
        db.sql("DELETE FROM recruitment.mark_begun WHERE application = :id AND interviewer = :by").param("id", id).param("by", by.account()).update();
    }

    /** What an interviewer has begun, by question. */
    Map<Integer, Mark> begun(UUID id, Me me) {
        return db.sql("SELECT no, score, words FROM recruitment.mark_begun WHERE application = :id AND interviewer = :me").param("id", id).param("me", me.account())
                .query((row, n) -> Map.entry(row.getInt("no"), new Mark(row.getInt("score"), row.getString("words")))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean gave(UUID id, Me me) {
        return db.sql("SELECT EXISTS (SELECT FROM recruitment.interview WHERE application = :id AND interviewer = :me)").param("id", id).param("me", me.account()).query(Boolean.class).single();
    }

    /** Whether somebody was shown marks of others. */
    boolean sees(UUID id, Me me) {
        return db.sql("SELECT EXISTS (SELECT FROM recruitment.seen WHERE application = :id AND account = :me)").param("id", id).param("me", me.account()).query(Boolean.class).single();
    }

    /**
     * Shows all marks, and writes down that they were shown.
     *
     * <p>Refusals: {@code recruitment.application-unknown}; {@code recruitment.not-yours} neither of human resources nor an interviewer; {@code recruitment.own};
     * {@code recruitment.no-marks} nobody has given any.
     */
    @Transactional
    public Answer<List<Given>> show(UUID id, Me me) {
        var found = applications.find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        if (!me.is(Role.HR) && !applications.interviews(found.get(), me)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (applications.own(found.get(), me)) {
            return Answer.refused("", "recruitment.own");
        }
        var given = given(id);
        if (given.isEmpty()) {
            return Answer.refused("", "recruitment.no-marks");
        }
        db.sql("INSERT INTO recruitment.seen (application, account, at) VALUES (:id, :me, :at) ON CONFLICT DO NOTHING").param("id", id).param("me", me.account())
                .param("at", requisitions.now()).update();
        return Answer.done(given);
    }

    List<Given> given(UUID id) {
        return db.sql("""
                SELECT mark.interviewer, mark.no, mark.score, mark.words
                  FROM recruitment.mark JOIN recruitment.interview USING (application, interviewer)
                 WHERE application = :id ORDER BY interview.at, mark.interviewer, mark.no
                """).param("id", id).query(Given.class).list();
    }

    /** Who has still to give marks. */
    List<Account> owing(Application it) {
        var gave = db.sql("SELECT interviewer FROM recruitment.interview WHERE application = :id").param("id", it.id()).query(UUID.class).list();
        return postings.interviewers(it.requisition()).stream().filter(account -> !gave.contains(account.id())).toList();
    }

    /**
     * Puts the panel's decision before a second person.
     *
     * <p>Refusals: {@code recruitment.application-unknown}; {@code recruitment.not-yours}; {@code recruitment.own}; {@code recruitment.not-in-interviews};
     * {@code recruitment.moved-already} a decision waits; {@code recruitment.marks-owed} an interviewer has given none; {@code recruitment.ground-wrong}.
     */
    @Transactional
    public Answer<UUID> move(UUID id, boolean on, String ground, Me by) {
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        var it = found.get();
        if (!by.is(Role.HR) && !applications.interviews(it, by)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (applications.own(it, by)) {
            return Answer.refused("", "recruitment.own");
        }
        if (it.state() != State.INTERVIEWS) {
            return Answer.refused("", "recruitment.not-in-interviews");
        }
        if (it.waits() != null) {
            return Answer.refused("", "recruitment.moved-already");
        }
        var owing = owing(it);
        if (!owing.isEmpty() || it.interviews() < Postings.INTERVIEWERS_LEAST) {
            return Answer.refused("", "recruitment.marks-owed", owing.size());
        }
        Optional<Ground> why = on ? Optional.empty() : Ground.of(ground, Stage.INTERVIEW);
        if (!on && why.isEmpty()) {
            return Answer.refused("ground", "recruitment.ground-wrong");
        }
        var proposal = decisions.propose(MATTER, id, "", by);
        db.sql("INSERT INTO recruitment.motion (proposal, application, outcome, ground) VALUES (:proposal, :id, :outcome, :ground)")
                .param("proposal", proposal).param("id", id).param("outcome", (on ? Outcome.ON : Outcome.REFUSED).name()).param("ground", why.map(Ground::name).orElse(""))
                .update();
        return Answer.done(proposal);
    }

    /**
     * Another of the panel, or of human resources, rules.
     *
     * <p>Refusals: {@code recruitment.application-unknown}; {@code recruitment.not-yours}; {@code recruitment.own}; {@code recruitment.nothing-moved}; those of
     * {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID id, Decisions.Outcome outcome, Me by) {
        var found = applications.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "recruitment.application-unknown");
        }
        var it = found.get();
        if (!by.is(Role.HR) && !applications.interviews(it, by)) {
            return Answer.refused("", "recruitment.not-yours");
        }
        if (applications.own(it, by)) {
            return Answer.refused("", "recruitment.own");
        }
        var waits = it.waits();
        return waits == null ? Answer.refused("", "recruitment.nothing-moved") : decisions.rule(MATTER, waits, outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'recruitment.panel' && #ruled.outcome().name() == 'APPROVED'")
    void ruled(Decisions.Ruled ruled) {
        var motion = motion(ruled.proposal());
        applications.decide(applications.find(ruled.subject()).orElseThrow(), Stage.INTERVIEW, motion.outcome(), motion.ground(), ruled.proposedBy(), ruled.ruledBy());
    }

    Motion motion(UUID proposal) {
        return db.sql("""
                SELECT motion.proposal, motion.outcome, motion.ground, standing.proposed_by
                  FROM recruitment.motion JOIN decision.standing ON standing.proposal = motion.proposal WHERE motion.proposal = :proposal
                """).param("proposal", proposal).query(Motion.class).single();
    }
}
