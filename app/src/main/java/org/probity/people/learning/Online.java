package org.probity.people.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.shapes.course.Attempt;
import org.probity.shapes.course.Lesson;
import org.probity.shapes.course.Progress;
import org.probity.shapes.course.Takings;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a course online. Whoever passes has completed it from that moment; their time is counted with all others' of the day as the next one begins. */
@Service
public class Online {
    /** Somebody and the version they take. */
    record Seat(UUID taking, Course course, Editions.Edition edition, Lesson lesson, UUID person) {}

    /**
     * A course that somebody can take online, and how far they are.
     *
     * @param taking their newest; null: they never began
     * @param passedOn null: not by that one
     */
    public record Offer(UUID course, String titleEn, String titleZh, Kind kind, int minutes, @Nullable UUID taking, int read, @Nullable LocalDate passedOn) {
        /** Once a year is enough. */
        boolean done(LocalDate today) {
            return passedOn != null && passedOn.getYear() == today.getYear();
        }

        boolean begun() {
            return taking != null && passedOn == null;
        }
    }

    private record Newest(UUID taking, int no, @Nullable LocalDate passedOn) {}

    private final JdbcClient db;
    private final Courses courses;
    private final Editions editions;
    private final Takings takings;
    private final Directory directory;
    private final Clock clock;

    Online(JdbcClient db, Courses courses, Editions editions, Takings takings, Directory directory, Clock clock) {
        this.db = db;
        this.courses = courses;
        this.editions = editions;
        this.takings = takings;
        this.directory = directory;
        this.clock = clock;
    }

    /** What whoever is at the screen can take online: what they have begun first. */
    public List<Offer> offers(Me me) {
        return directory.personOf(me).map(person -> db.sql("""
                SELECT course.id AS course, course.title_en, course.title_zh, course.kind, edition.minutes, newest.taking,
                       (SELECT count(*) FROM course.page_known WHERE page_known.taking = newest.taking)::int AS read, newest.passed_on
                  FROM learning.course
                  LEFT JOIN learning.edition ON edition.course = course.id AND edition.ended_at IS NULL
                  LEFT JOIN LATERAL (SELECT taking.taking, (SELECT passed.day FROM learning.passed WHERE passed.taking = taking.taking) AS passed_on
                                       FROM learning.taking
                                      WHERE taking.course = course.id AND taking.person = :person ORDER BY no DESC LIMIT 1) AS newest ON true
                 WHERE edition.id IS NOT NULL
                 ORDER BY newest.taking IS NULL OR newest.passed_on IS NOT NULL, course.number
                """)
                .param("person", person).query(Offer.class).list()).orElse(List.of());
    }

    Optional<Offer> offer(UUID course, Me me) {
        return offers(me).stream().filter(it -> it.course().equals(course)).findFirst();
    }

    /**
     * Somebody begins the version in force, or goes on with what they have begun.
     *
     * <p>Refusals: {@code learning.not-known-text} nobody of the directory; {@code learning.not-online}; {@code learning.passed-this-year}.
     *
     * @return the taking
     */
    @Transactional
    public Answer<UUID> begin(UUID course, Me me) {
        var person = directory.personOf(me);
        if (person.isEmpty()) {
            return Answer.refused("", "learning.not-known-text");
        }
        // Whoever opens it on two screens at once takes it once.
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 1908))").param("key", person.get() + "/" + course).query((row, n) -> n).list();
        var newest = db.sql("""
                SELECT taking, no, (SELECT passed.day FROM learning.passed WHERE passed.taking = taking.taking) AS passed_on
                  FROM learning.taking WHERE course = :course AND person = :person ORDER BY no DESC LIMIT 1
                """)
                .param("course", course).param("person", person.get()).query(Newest.class).optional();
        if (newest.filter(it -> it.passedOn() == null).isPresent()) {
            return Answer.done(newest.get().taking());
        }
        var edition = editions.inForce(course);
        if (edition.isEmpty()) {
            return Answer.refused("", "learning.not-online");
        }
        if (newest.filter(it -> it.passedOn().getYear() == today().getYear()).isPresent()) {
            return Answer.refused("", "learning.passed-this-year");
        }
        var most = Duration.ofMinutes(edition.get().minutes()).multipliedBy(rule("online-percent-most")).dividedBy(100);
        var taking = takings.begin(new GuestList.Key(Colleagues.CIRCLE, person.get()), edition.get().sha256(), most);
        db.sql("INSERT INTO learning.taking (taking, edition, course, person, no) VALUES (:taking, :edition, :course, :person, :no)")
                .param("taking", taking).param("edition", edition.get().id()).param("course", course).param("person", person.get()).param("no", newest.map(Newest::no).orElse(0) + 1).update();
        return Answer.done(taking);
    }

    /** Of whoever is at the screen; nobody sees how another came along. */
    Optional<Seat> seat(UUID taking, Me me) {
        return directory.personOf(me).flatMap(person -> db.sql("SELECT edition FROM learning.taking WHERE taking = :taking AND person = :person").param("taking", taking).param("person", person)
                .query(UUID.class).optional().flatMap(editions::find).map(it -> new Seat(taking, courses.find(it.course()).orElseThrow(), it, editions.lesson(it), person)));
    }

    Progress progress(Seat it) {
        return takings.progress(it.taking(), it.lesson());
    }

    /** Refusals: {@code learning.not-online} it is not theirs; those of {@link Takings#read}. */
    @Transactional
    public Answer<Progress> read(UUID taking, int page, Me me) {
        return seat(taking, me).map(it -> takings.read(taking, it.lesson(), page)).orElseGet(() -> Answer.refused("", "learning.not-online"));
    }

    /**
     * Refusals: {@code learning.not-online} it is not theirs; {@code learning.too-soon} they were online for less than the rule of the day asks; those of
     * {@link Takings#answer}.
     */
    @Transactional
    public Answer<Attempt> answer(UUID taking, Map<String, Integer> answers, Me me) {
        var found = seat(taking, me);
        if (found.isEmpty()) {
            return Answer.refused("", "learning.not-online");
        }
        var it = found.get();
        takings.sign(taking, me);
        var so = progress(it);
        if (so.allRead() && !so.passed() && so.seconds() < least(it.edition())) {
            return Answer.refused("", "learning.too-soon", (least(it.edition()) - so.seconds() + 59) / 60);
        }
        return takings.answer(taking, it.lesson(), answers, new Takings.Marking(needed(), tries(), "learning.passed", "learning.attempt",
                Map.of("course", it.course().id().toString(), "edition", it.edition().id().toString())));
    }

    /** Seconds online from which on the quiz is taken. */
    long least(Editions.Edition it) {
        return it.minutes() * 60L * rule("online-percent-least") / 100;
    }

    /** Percent of the questions that pass today. */
    int needed() {
        return rule("quiz-percent");
    }

    /** Tries on a day. */
    int tries() {
        return rule("quiz-tries");
    }

    /** Longest time that counts, in percent of the minutes a version says. */
    int rule(String key) {
        return db.sql("SELECT learning.rule_on(:key, :day)").param("key", key).param("day", today()).query(Integer.class).single();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
