package org.probity.people.dialogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.shapes.rule.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters to whoever leads a place: written under one's name, read by the head and the head's deputies alone, answered by a day, and told there if the writer agrees. */
@Service
public class Mailbox {
    static final int SUBJECT_LONGEST = 300;
    static final int WORDS_LONGEST = 4_000;
    static final int QUESTION_LONGEST = 2_000;

    /** What somebody writes. */
    public record Draft(UUID place, String subject, String words, boolean mayBeTold) {
        public Draft {
            subject = subject.strip();
            words = words.strip();
        }
    }

    /** Published in the transaction in which a letter is written. */
    public record Written(Post letter) {}

    /** Published in the transaction in which it is answered. */
    public record Answered(Post letter) {}

    private final JdbcClient db;
    private final Directory directory;
    private final Places places;
    private final Rules rules;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mailbox(JdbcClient db, Directory directory, Places places, Rules rules, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.places = places;
        this.rules = rules;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Places to whose head somebody may write: where they work and everything above, if somebody else leads it. */
    List<Place> openTo(Me me) {
        var above = places.of(me);
        var led = db.sql("""
                SELECT DISTINCT head.unit
                  FROM directory.heads(:day, 'infinity') AS head
                  JOIN directory.pass ON pass.person = head.person AND pass.account <> :me
                """).param("day", today()).param("me", me.account()).query(UUID.class).set();
        return places.all().stream().filter(it -> above.contains(it.id()) && led.contains(it.id())).toList();
    }

    /**
     * Writes to whoever leads a place. The day by which it is to be answered follows from the rule of today.
     *
     * <p>Refusals: {@code dialogue.letter-nowhere} they do not work there, or nobody else leads it; {@code dialogue.letter-subject}; {@code dialogue.letter-words};
     * {@code dialogue.words-long}.
     */
    @Transactional
    public Answer<Post> write(Draft draft, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty() || openTo(by).stream().noneMatch(it -> it.id().equals(draft.place()))) {
            return Answer.refused("unit", "dialogue.letter-nowhere");
        }
        if (draft.subject().isEmpty()) {
            return Answer.refused("subject", "dialogue.letter-subject");
        }
        if (draft.subject().length() > SUBJECT_LONGEST) {
            return Answer.refused("subject", "dialogue.words-long", SUBJECT_LONGEST);
        }
        if (draft.words().isEmpty()) {
            return Answer.refused("words", "dialogue.letter-words");
        }
        if (draft.words().length() > WORDS_LONGEST) {
            return Answer.refused("words", "dialogue.words-long", WORDS_LONGEST);
        }
        var id = UUID.randomUUID();
        var due = today().plusDays(rules.on(DialogueRule.ANSWER_DAYS, today()));
        var record = log.record("dialogue.letter", today(), Map.of("letter", id.toString(), "place", draft.place().toString(), "due", due.toString(), "words_sha256", sha256(draft.words())));
        db.sql("""
                INSERT INTO dialogue.letter (id, number, place, person, by, subject, words, may_be_told, day, due_day, at, record)
                VALUES (:id, 'B' || :year || '-' || to_char(nextval('dialogue.letter_number'), 'FM999999900000'), :place, :person, :by, :subject, :words, :told, :day, :due, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("place", draft.place()).param("person", person.get()).param("by", by.account()).param("subject", draft.subject())
                .param("words", draft.words()).param("told", draft.mayBeTold()).param("day", today()).param("due", due).param("at", now()).param("record", record)
                .update();
        var written = find(id).orElseThrow();
        events.publishEvent(new Written(written));
        return Answer.done(written);
    }

    /**
     * Answers it; a better answer takes the place of the one before, and the first one counts for the day.
     *
     * <p>Refusals: {@code dialogue.letter-unknown}; {@code dialogue.letter-not-yours} they do not lead that place, or wrote it themselves; {@code dialogue.reply-missing};
     * {@code dialogue.words-long}.
     */
    @Transactional
    public Answer<Post> answer(UUID letter, String words, Me by) {
        return answering(letter, by, it -> {
            if (words.isBlank()) {
                return Answer.refused("answer", "dialogue.reply-missing");
            }
            if (words.strip().length() > WORDS_LONGEST) {
                return Answer.refused("answer", "dialogue.words-long", WORDS_LONGEST);
            }
            var record = log.record("dialogue.letter.answer", today(), Map.of("letter", letter.toString(), "words_sha256", sha256(words.strip())));
            db.sql("""
                    INSERT INTO dialogue.letter_answer (letter, no, words, by, day, at, record)
                    VALUES (:letter, (SELECT coalesce(max(no), 0) + 1 FROM dialogue.letter_answer WHERE letter = :letter), :words, :by, :day, :at, :record)
                    """)
                    .param("letter", letter).param("words", words.strip()).param("by", by.account()).param("day", today()).param("at", now()).param("record", record)
                    .update();
            var answered = find(letter).orElseThrow();
            events.publishEvent(new Answered(answered));
            return Answer.done(answered);
        });
    }

    /**
     * Tells those who work there what was asked and answered, in words that give nobody away.
     *
     * <p>Refusals: those of {@link #answer}; {@code dialogue.letter-kept} its writer did not agree; {@code dialogue.letter-unanswered}; {@code dialogue.letter-told-already};
     * {@code dialogue.question-missing}.
     */
    @Transactional
    public Answer<Post> tell(UUID letter, String question, String words, Me by) {
        return answering(letter, by, it -> {
            if (!it.mayBeTold()) {
                return Answer.refused("", "dialogue.letter-kept");
            }
            if (it.answered() == null) {
                return Answer.refused("", "dialogue.letter-unanswered");
            }
            if (it.question() != null) {
                return Answer.refused("", "dialogue.letter-told-already");
            }
            if (question.isBlank()) {
                return Answer.refused("question", "dialogue.question-missing");
            }
            if (question.strip().length() > QUESTION_LONGEST) {
                return Answer.refused("question", "dialogue.words-long", QUESTION_LONGEST);
            }
            if (words.isBlank()) {
                return Answer.refused("told", "dialogue.reply-missing");
            }
            if (words.strip().length() > WORDS_LONGEST) {
                return Answer.refused("told", "dialogue.words-long", WORDS_LONGEST);
            }
            var record = log.record("dialogue.letter.told", today(), Map.of("letter", letter.toString(), "question_sha256", sha256(question.strip()), "words_sha256", sha256(words.strip())));
            db.sql("INSERT INTO dialogue.letter_told (letter, question, answer, by, day, at, record) VALUES (:letter, :question, :answer, :by, :day, :at, :record)")
                    .param("letter", letter).param("question", question.strip()).param("answer", words.strip()).param("by", by.account()).param("day", today()).param("at", now())
                    .param("record", record)
                    .update();
            return Answer.done(find(letter).orElseThrow());
        });
    }

    private Answer<Post> answering(UUID letter, Me by, Function<Post, Answer<Post>> act) {
        db.sql("SELECT FROM dialogue.letter WHERE id = :id FOR UPDATE").param("id", letter).query((row, n) -> n).optional();
        var found = find(letter);
        if (found.isEmpty()) {
            return Answer.refused("", "dialogue.letter-unknown");
        }
        return answers(found.get(), by) ? act.apply(found.get()) : Answer.refused("", "dialogue.letter-not-yours");
    }

    /** Its head today, a deputy, or who stands in; nobody answers themselves. */
    boolean answers(Post it, Me me) {
        return headed(me).contains(it.place()) && !wrote(it, me);
    }

    boolean wrote(Post it, Me me) {
        return directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    /** Knows of a letter that it is there and how it stands, and never what it says. */
    static boolean counts(Me me) {
        return me.is(Role.HR) || me.is(Role.UNION) || me.is(Role.ASSURER);
    }

    /** Places of which somebody is head today, or a head's deputy, or standing in: not what lies below. */
    Set<UUID> headed(Me me) {
        return new HashSet<>(db.sql("""
                SELECT head.unit
                  FROM directory.heads(:day, 'infinity') AS head
                 WHERE head.person IN (SELECT person FROM directory.pass WHERE account = :me
                                       UNION
                                       SELECT away.person FROM directory.deputies(:day, 'infinity') AS away JOIN directory.pass ON pass.person = away.deputy WHERE pass.account = :me)
                """)
                .param("day", today()).param("me", me.account())
                .query(UUID.class).list());
    }

    /** Accounts of those who read what comes for a place. */
    List<UUID> readers(UUID place) {
        return db.sql("SELECT DISTINCT pass.account FROM directory.heads(:day, 'infinity') AS head JOIN directory.pass ON pass.person = head.person WHERE head.unit = :place").param("day", today())
                .param("place", place)
                .query(UUID.class).list();
    }

    /** The account of whoever wrote it, if they have one still. */
    Optional<UUID> writer(Post it) {
        return db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", it.person()).query(UUID.class).optional();
    }

    public Optional<Post> find(UUID letter) {
        return db.sql(SELECT + " WHERE letter.id = :id").param("today", today()).param("id", letter).query(Post.class).optional();
    }

    /** What somebody wrote, newest first. */
    List<Post> by(Me me) {
        return directory.personOf(me).map(person -> db.sql(SELECT + " WHERE letter.person = :person ORDER BY letter.day DESC, letter.number DESC").param("today", today()).param("person", person)
                .query(Post.class).list()).orElse(List.of());
    }

    /** To places of which somebody is head: first what waits, by its day; then the newest. */
    List<Post> to(Set<UUID> headed) {
        return headed.isEmpty() ? List.of() : db.sql(SELECT + """
                 WHERE letter.place = ANY (:places)
                 ORDER BY first.day IS NOT NULL, CASE WHEN first.day IS NULL THEN letter.due_day END, letter.day DESC, letter.number DESC
                 LIMIT 200
                """)
                .param("today", today()).param("places", headed.toArray(UUID[]::new))
                .query(Post.class).list();
    }

    /** Not answered yet, for whoever answers. */
    List<Post> waiting(Me me) {
        var headed = headed(me);
        return headed.isEmpty() ? List.of() : db.sql(SELECT + " WHERE letter.place = ANY (:places) AND first.day IS NULL ORDER BY letter.due_day, letter.number").param("today", today())
                .param("places", headed.toArray(UUID[]::new))
                .query(Post.class).list().stream().filter(it -> !wrote(it, me)).toList();
    }

    /** What was told to those who work at these places; newest first. */
    List<Post> told(Set<UUID> wanted) {
        return db.sql(SELECT + " WHERE told.letter IS NOT NULL AND letter.place = ANY (:places) ORDER BY told.day DESC, letter.number DESC LIMIT 50").param("today", today())
                .param("places", wanted.toArray(UUID[]::new))
                .query(Post.class).list();
    }

    /** Unanswered letters whose day is so near, or over. */
    List<Post> due(LocalDate day) {
        return db.sql(SELECT + " WHERE first.day IS NULL AND letter.due_day = :due ORDER BY letter.number").param("today", today()).param("due", day).query(Post.class).list();
    }

    private static final String SELECT = """
            SELECT letter.id, letter.number, letter.place, coalesce(named.name_en, unit.code) AS place_en, coalesce(named.name_zh, unit.code) AS place_zh,
                   letter.person, coalesce(writer.name_en, '–') AS writer_en, coalesce(writer.name_zh, '–') AS writer_zh,
                   letter.subject, letter.words, letter.may_be_told, letter.day, letter.due_day, first.day AS answered, newest.words AS answer,
                   told.question, told.answer AS told, told.day AS told_day
              FROM dialogue.letter
              JOIN directory.unit ON unit.id = letter.place
              LEFT JOIN directory.units(:today, 'infinity') AS named ON named.unit = letter.place
              LEFT JOIN directory.name AS writer ON writer.id = letter.person
              LEFT JOIN LATERAL (SELECT day FROM dialogue.letter_answer WHERE letter_answer.letter = letter.id ORDER BY no LIMIT 1) AS first ON true
              LEFT JOIN LATERAL (SELECT words FROM dialogue.letter_answer WHERE letter_answer.letter = letter.id ORDER BY no DESC LIMIT 1) AS newest ON true
              LEFT JOIN dialogue.letter_told AS told ON told.letter = letter.id
            """;

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String sha256(String words) {
        return Hash.sha256(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
