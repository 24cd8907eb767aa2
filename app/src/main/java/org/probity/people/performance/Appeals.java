package org.probity.people.performance;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.performance.Assessment.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes after the talk: the employee says that they have seen the rating, or objects to it, and somebody without a part in it answers. */
@Service
public class Appeals {
    private final JdbcClient db;
    private final Cycles cycles;
    private final Schemes schemes;
    private final Assessments assessments;
    private final People people;
    private final Notes notes;
    private final Workdays workdays;
    private final Log log;
    private final Clock clock;

    Appeals(JdbcClient db, Cycles cycles, Schemes schemes, Assessments assessments, People people, Notes notes, Workdays workdays, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.schemes = schemes;
        this.assessments = assessments;
        this.people = people;
        this.notes = notes;
        this.workdays = workdays;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The employee has seen their rating. It is no consent and takes no right to appeal away.
     *
     * <p>Refusals: {@code performance.not-a-member}; {@code performance.not-told} the talk was not held; {@code performance.acknowledged-already}; {@code performance.rated-anew}; {@code performance.too-long}.
     *
     * @param seen the rating they looked at
     * @param words what they want to stand beside it; may be empty
     */
    @Transactional
    public Answer<UUID> acknowledge(UUID cycle, UUID seen, String words, Me by) {
        var standing = people.of(by).flatMap(it -> people.held(cycle, it));
        if (standing.isEmpty()) {
            return Answer.refused("", "performance.not-a-member");
        }
        if (!standing.get().told()) {
            return Answer.refused("", "performance.not-told");
        }
        if (!seen.equals(standing.get().assessment())) {
            return Answer.refused("", "performance.rated-anew");
        }
        if (standing.get().acknowledgedAt() != null) {
            return Answer.refused("", "performance.acknowledged-already");
        }
        if (words.length() > Notes.LONG) {
            return Answer.refused("words", "performance.too-long", Notes.LONG);
        }
        db.sql("INSERT INTO performance.acknowledgement (assessment, words, by, at, record) VALUES (:id, :words, :by, :at, :record)")
                .param("id", seen).param("words", words.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("performance.acknowledged", LocalDate.now(clock), Map.of("assessment", seen.toString())))
                .update();
        return Answer.done(seen);
    }

    /** The last day to object: so many working days after the talk as the scheme gives. Empty before it. */
    Optional<Workdays.Last> lastDay(Standing it) {
        return notes.of(it.cycle(), it.person()).stream().filter(note -> note.kind() == Notes.Kind.TALK).map(Notes.Note::day).reduce((first, last) -> last)
                .map(day -> workdays.after(it.unit(), day, schemes.find(it.scheme()).appealDays()));
    }

    /**
     * The employee objects.
     *
     * <p>Refusals: {@code performance.not-a-member}; {@code performance.not-told}; {@code performance.rated-anew}; {@code performance.appealed-already}; {@code performance.appeal-late} the last day is over;
     * {@code performance.words-missing}; {@code performance.too-long}.
     */
    @Transactional
    public Answer<Appeal> appeal(UUID cycle, UUID seen, String words, Me by) {
        var standing = people.of(by).flatMap(it -> people.held(cycle, it));
        if (standing.isEmpty()) {
            return Answer.refused("", "performance.not-a-member");
        }
        if (!standing.get().told()) {
            return Answer.refused("", "performance.not-told");
        }
        if (!seen.equals(standing.get().assessment())) {
            return Answer.refused("", "performance.rated-anew");
        }
        if (standing.get().appeal() != null) {
            return Answer.refused("", "performance.appealed-already");
        }
        var last = lastDay(standing.get()).orElseThrow().day();
        if (LocalDate.now(clock).isAfter(last)) {
            return Answer.refused("", "performance.appeal-late", last);
        }
        if (words.isBlank()) {
            return Answer.refused("words", "performance.words-missing");
        }
        if (words.length() > Notes.LONG) {
            return Answer.refused("words", "performance.too-long", Notes.LONG);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO performance.appeal (id, cycle, person, assessment, words, by, at, record)
                VALUES (:id, :cycle, :person, :assessment, :words, :by, :at, :record)
                """)
                .param("id", id).param("cycle", cycle).param("person", standing.get().person()).param("assessment", seen).param("words", words.strip())
                .param("by", by.account()).param("at", now())
                .param("record", log.record("performance.appeal", LocalDate.now(clock), Map.of("appeal", id.toString(), "assessment", seen.toString())))
                .update();
        return Answer.done(find(id).orElseThrow());
    }

    /**
     * Human resources answer; never who rated, looked, sat on the panel or recorded what it moved. An appeal that was right makes the next rating.
     *
     * <p>Refusals: {@code performance.not-human-resources}; {@code performance.appeal-unknown}; {@code performance.answered-already}; {@code performance.answer-by-another}; {@code performance.words-missing};
     * {@code performance.too-long}; {@code performance.rating-but-stands} another rating was chosen although the old one is to stand; of a change {@code performance.rating-unknown},
     * {@code performance.nothing-moved}.
     *
     * @param rating the next one, of a change; otherwise blank
     */
    @Transactional
    public Answer<Appeal> answer(UUID appeal, Appeal.Outcome outcome, String rating, String words, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "performance.not-human-resources");
        }
        db.sql("SELECT FROM performance.appeal WHERE id = :id FOR UPDATE").param("id", appeal).query((row, n) -> row).optional();
        var found = find(appeal);
        if (found.isEmpty()) {
            return Answer.refused("", "performance.appeal-unknown");
        }
        if (!found.get().open()) {
            return Answer.refused("", "performance.answered-already");
        }
        if (!mayAnswer(found.get(), by)) {
            return Answer.refused("", "performance.answer-by-another");
        }
        if (words.isBlank()) {
            return Answer.refused("answer", "performance.words-missing");
        }
        if (words.length() > Notes.LONG) {
            return Answer.refused("answer", "performance.too-long", Notes.LONG);
        }
        if (outcome == Appeal.Outcome.STANDS && !rating.isBlank()) {
            return Answer.refused("rating", "performance.rating-but-stands");
        }
        if (outcome == Appeal.Outcome.CHANGED) {
            var standing = people.held(found.get().cycle(), found.get().person()).orElseThrow();
            var refused = assessments.moved(standing, rating, words);
            if (refused.isPresent()) {
                return new Answer.Refused<>(((Answer.Refused<UUID>) refused.get()).reasons());
            }
            assessments.add(standing, rating, Origin.APPEAL, words.strip(), by);
        }
        db.sql("UPDATE performance.appeal SET outcome = :outcome, answer = :words, answered_by = :by, answered_at = :at, answer_record = :record WHERE id = :id")
                .param("outcome", outcome.name()).param("words", words.strip()).param("by", by.account()).param("at", now()).param("id", appeal)
                .param("record", log.record("performance.appeal-answered", LocalDate.now(clock), Map.of("appeal", appeal.toString(), "outcome", outcome.name())))
                .update();
        return Answer.done(find(appeal).orElseThrow());
    }

    /** Nobody answers who had a part in the rating, or whose own it is. */
    boolean mayAnswer(Appeal appeal, Me me) {
        var who = people.of(me);
        return db.sql("""
                SELECT NOT EXISTS (SELECT FROM performance.assessment WHERE cycle = :cycle AND person = :person AND by = :account)
                   AND NOT EXISTS (SELECT FROM performance.second_look JOIN performance.assessment ON assessment.id = second_look.assessment
                                    WHERE cycle = :cycle AND person = :person AND second_look.by = :account)
                   AND NOT EXISTS (SELECT FROM performance.member WHERE cycle = :cycle AND member.person = :person AND CAST(:me AS uuid) IN (member.person, manager, second))
                   AND NOT EXISTS (SELECT FROM performance.move
                                     JOIN performance.assessment ON assessment.id = move.assessment
                                     JOIN performance.session ON session.id = move.session
                                     JOIN performance.panelist ON panelist.session = move.session
                                    WHERE assessment.cycle = :cycle AND assessment.person = :person AND (panelist.person = CAST(:me AS uuid) OR session.opened_by = :account))
                """)
                .param("cycle", appeal.cycle()).param("person", appeal.person()).param("account", me.account()).param("me", who.orElse(null), Types.OTHER)
                .query(Boolean.class).single();
    }

    Optional<Appeal> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Appeal.class).optional();
    }

    /** Those that wait for an answer, the oldest first. */
    List<Appeal> open() {
        return db.sql(SELECT + " WHERE outcome IS NULL ORDER BY at").query(Appeal.class).list();
    }

    /** Those of a cycle that wait for an answer, the oldest first. */
    public List<UUID> waiting(UUID cycle) {
        return db.sql("SELECT id FROM performance.appeal WHERE cycle = :cycle AND outcome IS NULL ORDER BY at").param("cycle", cycle).query(UUID.class).list();
    }

    List<Appeal> of(UUID cycle) {
        return db.sql(SELECT + " WHERE cycle = :cycle ORDER BY at DESC").param("cycle", cycle).query(Appeal.class).list();
    }

    Optional<Appeal> of(UUID cycle, UUID person) {
        return db.sql(SELECT + " WHERE cycle = :cycle AND person = :person ORDER BY at DESC LIMIT 1").param("cycle", cycle).param("person", person).query(Appeal.class).optional();
    }

    private static final String SELECT = "SELECT id, cycle, person, assessment, words, at, outcome, answer, answered_by, answered_at FROM performance.appeal";

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
