package org.probity.people.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.course.Lesson;
import org.probity.shapes.course.Lessons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Courses online: written as drafts, published in versions. What was published is never changed; a new version takes its place for those who begin. */
@Service
public class Editions {
    /** @param begun how many takings it has; @param passed how many of them */
    public record Edition(UUID id, UUID course, int no, String sha256, int minutes, UUID publishedBy, Instant publishedAt, @Nullable Instant endedAt, long begun, long passed) {
        boolean inForce() {
            return endedAt == null;
        }
    }

    /** What of a draft is in the way of a reader: who wrote it last, and when. */
    record Kept(Draft draft, UUID by, Instant at) {}

    private final JdbcClient db;
    private final Lessons lessons;
    private final Log log;
    private final Clock clock;

    Editions(JdbcClient db, Lessons lessons, Log log, Clock clock) {
        this.db = db;
        this.lessons = lessons;
        this.log = log;
        this.clock = clock;
    }

    private static final String EDITIONS = """
            SELECT edition.id, edition.course, edition.no, edition.sha256, edition.minutes, edition.published_by, edition.published_at, edition.ended_at,
                   (SELECT count(*) FROM learning.taking WHERE taking.edition = edition.id) AS begun,
                   (SELECT count(*) FROM learning.passed WHERE passed.edition = edition.id) AS passed
              FROM learning.edition
            """;

    /** Of a course, the newest first. */
    public List<Edition> of(UUID course) {
        return db.sql(EDITIONS + " WHERE edition.course = :course ORDER BY edition.no DESC").param("course", course).query(Edition.class).list();
    }

    public Optional<Edition> find(UUID edition) {
        return db.sql(EDITIONS + " WHERE edition.id = :id").param("id", edition).query(Edition.class).optional();
    }

    /** Which whoever begins now takes. */
    public Optional<Edition> inForce(UUID course) {
        return of(course).stream().filter(Edition::inForce).findFirst();
    }

    public Lesson lesson(Edition it) {
        return lessons.find(it.sha256()).orElseThrow(() -> new IllegalStateException("no lesson " + it.sha256()));
    }

    Optional<Kept> draft(UUID course) {
        return db.sql("SELECT content, by, at FROM learning.draft WHERE course = :course").param("course", course)
                .query((row, n) -> new Kept(Draft.read(row.getString(1)), row.getObject(2, UUID.class), row.getObject(3, OffsetDateTime.class).toInstant())).optional();
    }

    /** Where a first draft begins: at the version in force, at our own words for a duty of everybody, or at an empty page. */
    public Draft begin(UUID course) {
        return inForce(course).map(it -> Draft.of(lesson(it), it.minutes())).or(() -> ours(course)).orElse(Draft.EMPTY);
    }

    private Optional<Draft> ours(UUID course) {
        return db.sql("SELECT duty FROM learning.course WHERE id = :course").param("course", course).query(String.class).optional().flatMap(Duty::of).flatMap(Editions::pack);
    }

    /** Our own words on a duty, to begin with: whoever answers for the duty reads and changes them before they are published. */
    static Optional<Draft> pack(Duty duty) {
        var name = switch (duty) {
            case EQUAL_EMPLOYMENT -> "equal-employment-1";
            case HARASSMENT -> "harassment-1";
            case SAFETY, OTHER -> "";
        };
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try (var in = Editions.class.getResourceAsStream("packs/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no course " + name);
            }
            return Optional.of(Draft.of(Lesson.marked(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(it -> !it.isBlank()).toList()), 15));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a draft, whatever is missing in it.
     *
     * <p>Refusals: {@code learning.not-yours}; {@code learning.course-unknown}; {@code learning.words-long}.
     */
    @Transactional
    public Answer<UUID> save(UUID course, Draft it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        if (db.sql("SELECT FROM learning.course WHERE id = :course").param("course", course).query((row, n) -> n).optional().isEmpty()) {
            return Answer.refused("", "learning.course-unknown");
        }
        var long_ = it.tooLong();
        if (!long_.isEmpty()) {
            return new Answer.Refused<>(long_);
        }
        db.sql("""
                INSERT INTO learning.draft (course, content, by, at) VALUES (:course, :content, :by, :at)
                ON CONFLICT (course) DO UPDATE SET content = excluded.content, by = excluded.by, at = excluded.at
                """)
                .param("course", course).param("content", it.text()).param("by", by.account()).param("at", now()).update();
        return Answer.done(course);
    }

    /**
     * The draft becomes the version that whoever begins from now on takes; who has begun finishes theirs.
     *
     * <p>Refusals: {@code learning.not-yours}; {@code learning.draft-none}; {@code learning.minutes-wrong}; {@code learning.page-none};
     * {@code learning.question-none}; {@code learning.in-both}; {@code learning.paragraphs-differ}; {@code learning.answers-few}; {@code learning.right-missing};
     * {@code learning.edition-same} nothing of it differs from the version in force.
     */
    @Transactional
    public Answer<Edition> publish(UUID course, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        db.sql("SELECT FROM learning.course WHERE id = :course FOR NO KEY UPDATE").param("course", course).query((row, n) -> n).optional();
        var kept = draft(course);
        if (kept.isEmpty()) {
            return Answer.refused("", "learning.draft-none");
        }
        var missing = kept.get().draft().missing();
        if (!missing.isEmpty()) {
            return new Answer.Refused<>(missing);
        }
        var lesson = kept.get().draft().lesson();
        var minutes = kept.get().draft().minutes();
        if (inForce(course).filter(it -> it.sha256().equals(lesson.sha256()) && it.minutes() == minutes).isPresent()) {
            return Answer.refused("", "learning.edition-same");
        }
        var id = UUID.randomUUID();
        var sha256 = lessons.keep(lesson);
        var record = log.record("learning.edition", LocalDate.now(clock), new TreeMap<>(java.util.Map.of("edition", id.toString(), "course", course.toString(), "sha256", sha256, "minutes", minutes)));
        over(course, by);
        db.sql("""
                INSERT INTO learning.edition (id, course, no, sha256, minutes, published_by, published_at, record)
                SELECT :id, :course, coalesce(max(no), 0) + 1, :sha256, :minutes, :by, :at, :record FROM learning.edition WHERE course = :course
                """)
                .param("id", id).param("course", course).param("sha256", sha256).param("minutes", minutes).param("by", by.account()).param("at", now()).param("record", record).update();
        db.sql("DELETE FROM learning.draft WHERE course = :course").param("course", course).update();
        return Answer.done(find(id).orElseThrow());
    }

    /** Nobody begins it online any more. Refusals: {@code learning.not-yours}; {@code learning.not-online}. */
    @Transactional
    public Answer<UUID> end(UUID course, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        return over(course, by) == 0 ? Answer.refused("", "learning.not-online") : Answer.done(course);
    }

    private int over(UUID course, Me by) {
        return db.sql("UPDATE learning.edition SET ended_by = :by, ended_at = :at WHERE course = :course AND ended_at IS NULL")
                .param("by", by.account()).param("at", now()).param("course", course).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
