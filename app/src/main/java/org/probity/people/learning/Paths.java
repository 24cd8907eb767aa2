package org.probity.people.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Courses in an order, with how far somebody is. */
@Service
public class Paths {
    static final int COURSES_MOST = 20;

    /** A course of a path, for one person. @param completedOn null: not yet, or it holds no more */
    public record Step(UUID course, String number, String titleEn, String titleZh, @Nullable LocalDate completedOn) {}

    public record Path(UUID id, String titleEn, String titleZh, List<Step> steps) {
        public Path {
            steps = List.copyOf(steps);
        }

        long done() {
            return steps.stream().filter(it -> it.completedOn() != null).count();
        }

        /** What comes next: the first that is not completed. */
        Optional<Step> next() {
            return steps.stream().filter(it -> it.completedOn() == null).findFirst();
        }
    }

    private final JdbcClient db;
    private final Directory directory;
    private final Clock clock;

    Paths(JdbcClient db, Directory directory, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A path over courses that there are.
     *
     * <p>Refusals: {@code learning.not-yours}; {@code learning.title-missing}; {@code learning.words-long}; {@code learning.path-courses} fewer than two or more
     * than twenty; {@code learning.course-number} nobody knows one of the numbers; {@code learning.course-twice}.
     *
     * @param numbers of courses, in their order
     */
    @Transactional
    public Answer<UUID> open(String titleEn, String titleZh, List<String> numbers, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        if (titleEn.isBlank() || titleZh.isBlank()) {
            return Answer.refused(titleEn.isBlank() ? "titleEn" : "titleZh", "learning.title-missing");
        }
        if (titleEn.length() > Courses.LINE_LONGEST || titleZh.length() > Courses.LINE_LONGEST) {
            return Answer.refused(titleEn.length() > Courses.LINE_LONGEST ? "titleEn" : "titleZh", "learning.words-long", Courses.LINE_LONGEST);
        }
        if (numbers.size() < 2 || numbers.size() > COURSES_MOST) {
            return Answer.refused("courses", "learning.path-courses", COURSES_MOST);
        }
        if (new HashSet<>(numbers).size() < numbers.size()) {
            return Answer.refused("courses", "learning.course-twice");
        }
        var courses = new ArrayList<UUID>();
        for (var number : numbers) {
            var found = db.sql("SELECT id FROM learning.course WHERE number = :number").param("number", number).query(UUID.class).optional();
            if (found.isEmpty()) {
                return Answer.refused("courses", "learning.course-number", number);
            }
            courses.add(found.get());
        }
        var id = db.sql("INSERT INTO learning.path (id, title_en, title_zh, by, at) VALUES (gen_random_uuid(), :en, :zh, :by, :at) RETURNING id")
                .param("en", titleEn.strip()).param("zh", titleZh.strip()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).query(UUID.class).single();
        db.sql("INSERT INTO learning.path_course (path, no, course) SELECT :path, no, course FROM unnest(:courses::uuid[]) WITH ORDINALITY AS step (course, no)")
                .param("path", id).param("courses", courses.toArray(UUID[]::new)).update();
        return Answer.done(id);
    }

    /** All paths, for whoever is at the screen with what they have completed and still holds. */
    List<Path> of(Me me) {
        var paths = new LinkedHashMap<UUID, Path>();
        db.sql("""
                SELECT path.id, path.title_en, path.title_zh, course.id AS course, course.number, course.title_en AS course_en, course.title_zh AS course_zh, done.day
                  FROM learning.path
                  JOIN learning.path_course AS step ON step.path = path.id
                  JOIN learning.course ON course.id = step.course
                  LEFT JOIN (SELECT course, max(completed_on) AS day FROM learning.completed
                              WHERE person = :person AND (valid_until IS NULL OR valid_until >= :today) GROUP BY course) AS done ON done.course = course.id
                 ORDER BY path.at, path.id, step.no
                """)
                .param("person", directory.personOf(me).orElse(new UUID(0, 0))).param("today", LocalDate.now(clock))
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var known = paths.getOrDefault(id, new Path(id, row.getString("title_en"), row.getString("title_zh"), List.of()));
                    var steps = new ArrayList<>(known.steps());
                    steps.add(new Step(row.getObject("course", UUID.class), row.getString("number"), row.getString("course_en"), row.getString("course_zh"), row.getObject("day", LocalDate.class)));
                    paths.put(id, new Path(id, known.titleEn(), known.titleZh(), steps));
                });
        return List.copyOf(paths.values());
    }
}
