package org.probity.people.career;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's own plan from what they want to what they can show: for each gap a course that answers it, a rotation, or something else, by a day. A step by a
 * course is done when learning says that they completed it, and one by a rotation when they are in the new post; nobody ticks it off. The gap itself goes
 * only when a panel finds the item shown.
 */
@Service
class Plans {
    static final int WORDS_LONGEST = 2_000;

    enum Way { COURSE, ROTATION, OTHER, DROPPED }

    /** @param doneOn when evidence of it exists; null: not yet */
    record Step(
            UUID item, String code, String titleEn, String titleZh, Way way, @Nullable UUID course, @Nullable String courseEn, @Nullable String courseZh, String words, LocalDate untilDay,
            @Nullable LocalDate doneOn, boolean shown) {
        String title(Lang lang) {
            return lang == Lang.ZH ? titleZh : titleEn;
        }

        String course(Lang lang) {
            var title = lang == Lang.ZH ? courseZh : courseEn;
            return title == null ? "" : title;
        }
    }

    /** A course that answers an item. */
    record Course(UUID id, UUID item, String number, String titleEn, String titleZh) {
        String title(Lang lang) {
            return lang == Lang.ZH && !titleZh.isEmpty() ? titleZh : titleEn;
        }
    }

    private final JdbcClient db;
    private final Applications applications;
    private final Register register;
    private final Gaps gaps;
    private final Directory directory;

    Plans(JdbcClient db, Applications applications, Register register, Gaps gaps, Directory directory) {
        this.db = db;
        this.applications = applications;
        this.register = register;
        this.gaps = gaps;
        this.directory = directory;
    }

    /**
     * Says how a gap is to be filled, anew as often as one likes.
     *
     * <p>Refusals: {@code career.no-person}; {@code career.gap-unknown} the item is no gap of theirs; {@code career.way-unknown}; {@code career.course-unknown} the
     * course does not answer the item; {@code career.plan-day} no day to come; {@code career.words-long}.
     */
    @Transactional
    Answer<Way> plan(UUID item, String way, @Nullable UUID course, @Nullable LocalDate until, String words, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "career.no-person");
        }
        if (gaps.of(person.get()).stream().noneMatch(it -> it.item().equals(item))) {
            return Answer.refused("item", "career.gap-unknown");
        }
        var chosen = Arrays.stream(Way.values()).filter(it -> it.name().equals(way)).findFirst();
        if (chosen.isEmpty()) {
            return Answer.refused("way", "career.way-unknown");
        }
        if (chosen.get() == Way.COURSE && courses(List.of(item)).stream().noneMatch(it -> it.id().equals(course))) {
            return Answer.refused("course", "career.course-unknown");
        }
        if (chosen.get() != Way.DROPPED && (until == null || !until.isAfter(register.today()))) {
            return Answer.refused("until", "career.plan-day");
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "career.words-long", WORDS_LONGEST);
        }
        db.sql("""
                INSERT INTO career.plan (person, item, no, way, course, words, until_day, by, at, day)
                SELECT :person, :item, coalesce(max(no), 0) + 1, :way, :course, :words, :until, :by, :at, :day FROM career.plan WHERE person = :person AND item = :item
                """)
                .param("person", person.get()).param("item", item).param("way", chosen.get().name())
                .param("course", chosen.get() == Way.COURSE ? course : null, Types.OTHER).param("words", words.strip())
                .param("until", chosen.get() == Way.DROPPED ? null : until, Types.DATE).param("by", by.account()).param("at", applications.now()).param("day", register.today())
                .update();
        return Answer.done(chosen.get());
    }

    /** Courses that answer any of these items. */
    List<Course> courses(List<UUID> items) {
        return db.sql("""
                SELECT course.id, answers.item, course.number, course.title_en, course.title_zh
                  FROM learning.course_answers AS answers JOIN learning.course_named AS course ON course.id = answers.course
                 WHERE answers.item = ANY (:items) ORDER BY course.number
                """)
                .param("items", items.toArray(UUID[]::new)).query(Course.class).list();
    }

    /** What somebody has planned, with what became of it. */
    List<Step> of(UUID person) {
        return db.sql("""
                SELECT newest.item, item.code, item.title_en, item.title_zh, newest.way, newest.course, course.title_en AS course_en, course.title_zh AS course_zh, newest.words, newest.until_day,
                       CASE newest.way
                            WHEN 'COURSE' THEN (SELECT min(completed_on) FROM learning.completed WHERE completed.person = newest.person AND completed.course = newest.course
                                                   AND (valid_until IS NULL OR valid_until >= newest.day))
                            WHEN 'ROTATION' THEN (SELECT min(day) FROM career.move WHERE move.person = newest.person AND move.step = 'MOVED' AND move.day >= newest.day)
                       END AS done_on,
                       NOT EXISTS (SELECT FROM career.gap WHERE gap.person = newest.person AND gap.item = newest.item) AS shown
                  FROM (SELECT DISTINCT ON (item) * FROM career.plan WHERE person = :person ORDER BY item, no DESC) AS newest
                  JOIN LATERAL (SELECT code, title_en, title_zh FROM career.version_item WHERE version_item.item = newest.item LIMIT 1) AS item ON true
                  LEFT JOIN learning.course_named AS course ON course.id = newest.course
                 WHERE newest.way <> 'DROPPED'
                 ORDER BY newest.until_day, item.code
                """)
                .param("person", person).query(Step.class).list();
    }
}
