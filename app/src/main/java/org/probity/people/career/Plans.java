package org.probity.people.career;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** The level somebody wants on a track. */
    record Aim(String track, Ladder ladder, String trackEn, String trackZh, int level) {
        String says(Lang lang) {
            return (lang == Lang.ZH ? trackZh : trackEn) + " " + ladder.name() + level;
        }
    }

    /** @param doneOn when evidence of it exists; null: not yet @param aimed whether what they want now still asks for it @param shown whether a panel found it */
    record Step(
            UUID item, String code, String titleEn, String titleZh, Way way, @Nullable UUID course, @Nullable String courseEn, @Nullable String courseZh, String words, LocalDate untilDay,
            @Nullable LocalDate doneOn, boolean aimed, boolean shown) {
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
     * Says which level one wants, without applying for it: what is still to be shown for it follows, and courses and rotations that lead there. The newest counts,
     * whether it was said here or by an application.
     *
     * <p>Refusals: {@code career.no-person}; {@code career.not-engaged} today; {@code career.track-unknown}; {@code career.no-standard} the track has none yet;
     * {@code career.level-unknown} the standard does not describe it; {@code career.aim-held} they hold it, or one above it.
     */
    @Transactional
    Answer<Aim> aim(String code, int level, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "career.no-person");
        }
        if (!applications.engaged(person.get())) {
            return Answer.refused("", "career.not-engaged");
        }
        var track = register.track(code);
        if (track.isEmpty()) {
            return Answer.refused("track", "career.track-unknown");
        }
        var standard = register.standard(code);
        if (standard.isEmpty()) {
            return Answer.refused("track", "career.no-standard");
        }
        if (level < 1 || level > standard.get().levels()) {
            return Answer.refused("level", "career.level-unknown", standard.get().levels());
        }
        if (applications.held(person.get()).stream().anyMatch(it -> it.track().equals(code) && it.level() >= level && !it.untilDay().isBefore(register.today()))) {
            return Answer.refused("level", "career.aim-held");
        }
        applications.wish(person.get(), code, level);
        return Answer.done(aimOf(person.get()).orElseThrow());
    }

    /** Takes back what one wants: it goes, with everything that was wanted before, and gaps with it. What was planned stays one's own. Refusals: {@code career.no-person}. */
    @Transactional
    Answer<UUID> aimNoMore(Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "career.no-person");
        }
        db.sql("DELETE FROM career.wish WHERE person = :person").param("person", person.get()).update();
        return Answer.done(person.get());
    }

    Optional<Aim> aimOf(UUID person) {
        return db.sql("""
                SELECT wish.track, track.ladder, track.name_en AS track_en, track.name_zh AS track_zh, wish.level
                  FROM career.wish JOIN career.tracks('infinity', 'infinity') AS track ON track.code = wish.track
                 WHERE wish.person = :person ORDER BY wish.at DESC LIMIT 1
                """).param("person", person).query(Aim.class).optional();
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
                       aimed.item IS NOT NULL AS aimed, aimed.item IS NOT NULL AND NOT EXISTS (SELECT FROM career.gap WHERE gap.person = newest.person AND gap.item = newest.item) AS shown
                  FROM (SELECT DISTINCT ON (item) * FROM career.plan WHERE person = :person ORDER BY item, no DESC) AS newest
                  JOIN LATERAL (SELECT code, title_en, title_zh FROM career.version_item WHERE version_item.item = newest.item LIMIT 1) AS item ON true
                  LEFT JOIN learning.course_named AS course ON course.id = newest.course
                  LEFT JOIN LATERAL (
                      SELECT asked.item
                        FROM (SELECT track, level FROM career.wish WHERE wish.person = newest.person ORDER BY at DESC LIMIT 1) AS wish
                        JOIN career.standards('infinity', 'infinity') AS held ON held.track = wish.track
                        JOIN career.version_item AS asked ON asked.version = held.id AND asked.level <= wish.level
                       WHERE asked.item = newest.item) AS aimed ON true
                 WHERE newest.way <> 'DROPPED'
                 ORDER BY newest.until_day, item.code
                """)
                .param("person", person).query(Step.class).list();
    }
}
