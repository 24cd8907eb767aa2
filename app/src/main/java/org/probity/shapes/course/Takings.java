package org.probity.shapes.course;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.proof.Json;
import org.probity.shapes.gathering.GuestList;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Taking a course: page after page, then the quiz, as often a day as the room's rule allows; and the time that it took. */
@Service
public class Takings {
    /** Whoever is silent for longer was not there in between: nothing of it counts. */
    public static final Duration SILENCE_MOST = Duration.ofMinutes(2);

    /**
     * What the room says of a quiz.
     *
     * @param passed class in the log of one that passed; @param failed of any other
     * @param about what the entry binds besides
     */
    public record Marking(int neededPercent, int attemptsADay, String passed, String failed, Map<String, Object> about) {}

    /** Published in the transaction in which somebody passed. */
    public record Passed(UUID taking, Attempt attempt) {}

    private record Sign(UUID taking, Instant at) {}

    private final JdbcClient db;
    private final GuestList guests;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Takings(JdbcClient db, GuestList guests, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.guests = guests;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody begins. @param sha256 of what is taught; @param most time online counts no longer; nought: nobody's reading time is measured, and no sign of life is kept */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID begin(GuestList.Key who, String sha256, Duration most) {
        var id = UUID.randomUUID();
        db.sql("INSERT INTO course.taking (id, circle, who, sha256, seconds_most, begun_at) VALUES (:id, :circle, :who, :sha256, :most, :at)")
                .param("id", id).param("circle", who.circle()).param("who", who.guest()).param("sha256", sha256).param("most", most.toSeconds()).param("at", now()).update();
        sign(id);
        return id;
    }

    /** A page was read; what is read once stays read. Refusals: {@code course.page-unknown}. */
    @Transactional
    public Answer<Progress> read(UUID taking, Lesson lesson, int page) {
        if (page < 1 || page > lesson.sheets().size()) {
            return Answer.refused("", "course.page-unknown");
        }
        sign(taking);
        db.sql("INSERT INTO course.page_read (taking, page, at) VALUES (:taking, :page, :at) ON CONFLICT DO NOTHING").param("taking", taking).param("page", page).param("at", now()).update();
        return Answer.done(progress(taking, lesson));
    }

    /**
     * Hands in a quiz. Whoever does not reach what passes may try again, the same day as often as the room's rule allows.
     *
     * <p>Refusals: {@code course.pages-unread}; {@code course.passed-already}; {@code course.attempts-used}; {@code course.answer-missing} one for each question
     * without an answer.
     *
     * @param answers question to the place of the answer in the course
     */
    @Transactional
    public Answer<Attempt> answer(UUID taking, Lesson lesson, Map<String, Integer> answers, Marking how) {
        db.sql("SELECT FROM course.taking WHERE id = :taking FOR NO KEY UPDATE").param("taking", taking).query((row, n) -> n).single();
        sign(taking);
        var before = progress(taking, lesson);
        if (!before.allRead()) {
            return Answer.refused("", "course.pages-unread");
        }
        if (before.passed()) {
            return Answer.refused("", "course.passed-already");
        }
        if (before.left(how.attemptsADay(), today()) <= 0) {
            return Answer.refused("", "course.attempts-used");
        }
        var missing = new ArrayList<Reason>();
        lesson.questions().stream().filter(it -> !answers.containsKey(it.code()) || answers.get(it.code()) < 0 || answers.get(it.code()) >= it.answers().size())
                .forEach(it -> missing.add(new Reason(it.code(), "course.answer-missing", List.of())));
        return missing.isEmpty() ? Answer.done(keep(taking, before, answers, how)) : new Answer.Refused<>(missing);
    }

    private Attempt keep(UUID taking, Progress before, Map<String, Integer> answers, Marking how) {
        var id = UUID.randomUUID();
        var lesson = before.lesson();
        var right = (int) lesson.questions().stream().filter(it -> answers.get(it.code()) == it.right()).count();
        var all = lesson.questions().size();
        var content = new TreeMap<>(how.about());
        content.putAll(Map.of("attempt", id.toString(), "sha256", db.sql("SELECT sha256 FROM course.taking WHERE id = :taking").param("taking", taking).query(String.class).single(),
                "right", right, "of", all, "needed_percent", how.neededPercent(), "seconds", before.seconds()));
        var record = log.record(right * 100 >= how.neededPercent() * all ? how.passed() : how.failed(), today(), content);
        db.sql("""
                INSERT INTO course.attempt (id, taking, no, questions, right_answers, needed_percent, answers, seconds, day, at, record)
                VALUES (:id, :taking, :no, :questions, :right, :needed, :answers::jsonb, :seconds, :day, :at, :record)
                """)
                .param("id", id).param("taking", taking).param("no", before.attempts().size() + 1).param("questions", all).param("right", right).param("needed", how.neededPercent())
                .param("answers", Json.of(new TreeMap<>(answers)).text()).param("seconds", before.seconds()).param("day", today()).param("at", now()).param("record", record)
                .update();
        var attempt = attempts(taking).getFirst();
        if (attempt.passed()) {
            events.publishEvent(new Passed(taking, attempt));
        }
        return attempt;
    }

    public Progress progress(UUID taking, Lesson lesson) {
        return new Progress(lesson, db.sql("SELECT page FROM course.page_read WHERE taking = :taking ORDER BY page").param("taking", taking).query(Integer.class).list(), attempts(taking),
                seconds(taking));
    }

    private List<Attempt> attempts(UUID taking) {
        return db.sql("SELECT id, no, questions, right_answers, needed_percent, passed, seconds, day, record FROM course.attempt WHERE taking = :taking ORDER BY no DESC").param("taking", taking)
                .query(Attempt.class).list();
    }

    private long seconds(UUID taking) {
        return db.sql("SELECT coalesce(sum(extract(epoch FROM until_at - from_at)), 0)::bigint FROM course.stretch WHERE taking = :taking").param("taking", taking).query(Long.class).single();
    }

    /** What was answered in an attempt. */
    public Map<String, Integer> answered(Attempt it) {
        return db.sql("SELECT key, value::int FROM course.attempt, jsonb_each_text(answers) WHERE id = :id").param("id", it.id())
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Places of answers as they are shown: in another order at each attempt, so that nobody learns places instead of answers. */
    public static Map<String, List<Integer>> order(UUID taking, Progress progress) {
        return progress.lesson().questions().stream().collect(Collectors.toMap(Lesson.Question::code, question -> {
            var places = new ArrayList<Integer>();
            for (var i = 0; i < question.answers().size(); i++) {
                places.add(i);
            }
            Collections.shuffle(places, new Random(taking.getLeastSignificantBits() ^ question.code().hashCode() * 31L + progress.attempts().size()));
            return places;
        }));
    }

    /** Whoever takes it is at the screen and gives a sign of life. @return whether it is theirs */
    @Transactional
    public boolean sign(UUID taking, Me me) {
        var theirs = guests.of(me).flatMap(who -> db.sql("SELECT id FROM course.taking WHERE id = :taking AND circle = :circle AND who = :who").param("taking", taking)
                .param("circle", who.circle()).param("who", who.id()).query(UUID.class).optional());
        theirs.ifPresent(this::sign);
        return theirs.isPresent();
    }

    /**
     * From a sign until the next, somebody was at the course of the first: by our clock alone, and whatever else they have open. More signs make nothing
     * longer.
     */
    private void sign(UUID taking) {
        if (db.sql("SELECT seconds_most FROM course.taking WHERE id = :taking").param("taking", taking).query(Integer.class).single() == 0) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var last = last(taking);
        if (last.isEmpty()) {
            db.sql("INSERT INTO course.sign (circle, who, taking, at) SELECT circle, who, id, :at FROM course.taking WHERE id = :taking ON CONFLICT DO NOTHING")
                    .param("taking", taking).param("at", now.atOffset(ZoneOffset.UTC)).update();
            return;
        }
        var from = last.get().at();
        // A clock that was set back waits until it has caught up.
        if (!now.isBefore(from)) {
            if (!now.isAfter(from.plus(SILENCE_MOST))) {
                count(last.get().taking(), from, now);
            }
            db.sql("UPDATE course.sign SET taking = :taking, at = :at WHERE (circle, who) = (SELECT circle, who FROM course.taking WHERE id = :taking)")
                    .param("taking", taking).param("at", now.atOffset(ZoneOffset.UTC)).update();
        }
    }

    /** One at a time for each person, so that two screens of theirs count the same seconds once. */
    private Optional<Sign> last(UUID taking) {
        return db.sql("SELECT sign.taking, sign.at FROM course.sign JOIN course.taking ON taking.circle = sign.circle AND taking.who = sign.who WHERE taking.id = :taking FOR UPDATE OF sign")
                .param("taking", taking).query(Sign.class).optional();
    }

    /** Nothing after they passed, and no more than the room allows. */
    private void count(UUID taking, Instant from, Instant until) {
        var left = db.sql("SELECT CASE WHEN EXISTS (SELECT FROM course.attempt WHERE attempt.taking = taking.id AND passed) THEN 0 ELSE seconds_most END FROM course.taking WHERE id = :taking")
                .param("taking", taking).query(Long.class).single() - seconds(taking);
        var counted = until.isAfter(from.plusSeconds(Math.max(left, 0))) ? from.plusSeconds(Math.max(left, 0)) : until;
        if (!counted.isAfter(from)) {
            return;
        }
        var longer = db.sql("UPDATE course.stretch SET until_at = :until WHERE taking = :taking AND until_at = :from")
                .param("until", counted.atOffset(ZoneOffset.UTC)).param("taking", taking).param("from", from.atOffset(ZoneOffset.UTC)).update();
        if (longer == 0) {
            db.sql("""
                    INSERT INTO course.stretch (id, taking, circle, who, from_at, until_at)
                    SELECT gen_random_uuid(), id, circle, who, :from, :until FROM course.taking WHERE id = :taking
                    """)
                    .param("from", from.atOffset(ZoneOffset.UTC)).param("until", counted.atOffset(ZoneOffset.UTC)).param("taking", taking).update();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
