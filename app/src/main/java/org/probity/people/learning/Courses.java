package org.probity.people.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The courses. None is ever deleted: what was attended is counted, and a title that was taught stays what it was. */
@Service
public class Courses {
    static final int LINE_LONGEST = 300;
    static final int WORDS_LONGEST = 4_000;

    /** @param duty what a yearly course is about; null for all others; @param items of competency standards that it answers */
    public record Opening(
            Kind kind, @Nullable Duty duty, String titleEn, String titleZh, String aboutEn, String aboutZh, @Nullable Integer validMonths, List<UUID> items) {
        /** Not a yearly one. */
        public Opening(Kind kind, String titleEn, String titleZh, String aboutEn, String aboutZh, @Nullable Integer validMonths, List<UUID> items) {
            this(kind, null, titleEn, titleZh, aboutEn, aboutZh, validMonths, items);
        }

        public Opening {
            titleEn = titleEn.strip();
            titleZh = titleZh.strip();
            aboutEn = aboutEn.strip();
            aboutZh = aboutZh.strip();
            items = items.stream().distinct().toList();
        }
    }

    private final JdbcClient db;
    private final Optional<CompetencyItems> standards;
    private final Log log;
    private final Clock clock;

    Courses(JdbcClient db, Optional<CompetencyItems> standards, Log log, Clock clock) {
        this.db = db;
        this.standards = standards;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A course that is held from now on.
     *
     * <p>Refusals: {@code learning.not-yours}; {@code learning.title-missing} in one of the languages; {@code learning.words-long};
     * {@code learning.duty-missing} a yearly course says which duty it meets, and no other does; {@code learning.valid-months} not from 1 to 120; {@code learning.item-missing} training for a qualification says which items it answers, where
     * standards are in force; {@code learning.item-unknown}.
     */
    @Transactional
    public Answer<UUID> open(Opening it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        if (it.titleEn().isEmpty() || it.titleZh().isEmpty()) {
            return Answer.refused(it.titleEn().isEmpty() ? "titleEn" : "titleZh", "learning.title-missing");
        }
        if (it.titleEn().length() > LINE_LONGEST || it.titleZh().length() > LINE_LONGEST) {
            return Answer.refused(it.titleEn().length() > LINE_LONGEST ? "titleEn" : "titleZh", "learning.words-long", LINE_LONGEST);
        }
        if (it.aboutEn().length() > WORDS_LONGEST || it.aboutZh().length() > WORDS_LONGEST) {
            return Answer.refused(it.aboutEn().length() > WORDS_LONGEST ? "aboutEn" : "aboutZh", "learning.words-long", WORDS_LONGEST);
        }
        if ((it.kind() == Kind.YEARLY) != (it.duty() != null)) {
            return Answer.refused("duty", "learning.duty-missing");
        }
        if (it.validMonths() != null && (it.validMonths() < 1 || it.validMonths() > 120)) {
            return Answer.refused("validMonths", "learning.valid-months");
        }
        if (it.kind() == Kind.QUALIFICATION && it.items().isEmpty() && !items("").isEmpty()) {
            return Answer.refused("items", "learning.item-missing");
        }
        if (!items(it.items()).keySet().containsAll(it.items())) {
            return Answer.refused("items", "learning.item-unknown");
        }
        return Answer.done(write(it, by));
    }

    private UUID write(Opening it, Me by) {
        var id = UUID.randomUUID();
        var content = new TreeMap<String, Object>(Map.of("course", id.toString(), "kind", it.kind().name(), "items", it.items().stream().map(UUID::toString).sorted().toList()));
        if (it.duty() != null) {
            content.put("duty", it.duty().name());
        }
        if (it.validMonths() != null) {
            content.put("valid_months", it.validMonths());
        }
        var record = log.record("learning.course", LocalDate.now(clock), content);
        db.sql("""
                INSERT INTO learning.course (id, number, kind, duty, title_en, title_zh, about_en, about_zh, valid_months, opened_by, opened_at, record)
                VALUES (:id, 'K' || to_char(nextval('learning.number'), 'FM99990000'), :kind, :duty, :titleEn, :titleZh, :aboutEn, :aboutZh, :months, :by, :at, :record)
                """)
                .param("id", id).param("kind", it.kind().name()).param("duty", it.duty() == null ? "" : it.duty().name()).param("titleEn", it.titleEn()).param("titleZh", it.titleZh()).param("aboutEn", it.aboutEn())
                .param("aboutZh", it.aboutZh()).param("months", it.validMonths(), java.sql.Types.INTEGER).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        it.items().forEach(item -> db.sql("INSERT INTO learning.course_item (course, item) VALUES (:course, :item)").param("course", id).param("item", item).update());
        return id;
    }

    public Optional<Course> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Course.class).optional();
    }

    public List<Course> all() {
        return db.sql(SELECT + " ORDER BY number").query(Course.class).list();
    }

    private static final String SELECT = "SELECT id, number, kind, title_en, title_zh, about_en, about_zh, valid_months, record FROM learning.course";

    private Map<UUID, CompetencyItems.Item> items(List<UUID> ids) {
        return standards.map(it -> it.named(ids)).orElse(Map.of());
    }

    /** What a course answers, as the standards call it. */
    List<CompetencyItems.Item> answers(UUID course) {
        var ids = db.sql("SELECT item FROM learning.course_item WHERE course = :course").param("course", course).query(UUID.class).list();
        return List.copyOf(items(ids).values());
    }

    /** What one may choose from; nothing where no standards are kept. */
    List<CompetencyItems.Item> items(String words) {
        return standards.map(it -> it.find(words, 50)).orElse(List.of());
    }

    /** Those that have the words, after those that were chosen already. */
    List<CompetencyItems.Item> offered(String words, List<UUID> chosen) {
        var all = new LinkedHashMap<UUID, CompetencyItems.Item>();
        items(chosen).values().forEach(it -> all.put(it.id(), it));
        items(words).forEach(it -> all.putIfAbsent(it.id(), it));
        return List.copyOf(all.values());
    }

    private static final String NARROWED = """
              FROM learning.course
             WHERE (:kind = '' OR course.kind = :kind)
               AND (:q = '' OR course.number ILIKE :part OR course.title_en ILIKE :part OR course.title_zh ILIKE :part)
            """;

    /** With what was held of each in a year. */
    List<CoursesPage.Line> lines(Query query, int year) {
        var order = query.orderBy(Map.of("number", "course.number", "seconds", "seconds", "people", "people"), "seconds DESC, course.number");
        return narrowed("""
                WITH held AS MATERIALIZED (
                    SELECT lists.course, count(*) AS sessions, coalesce(sum(stated.people), 0) AS people, coalesce(sum(stated.seconds), 0) AS seconds
                      FROM learning.lists(:from, :until, 'infinity') AS lists
                      LEFT JOIN gathering.closing_stated AS stated ON stated.session = lists.session AND stated.no = lists.no AND stated.circle = 'staff'
                     GROUP BY lists.course
                )
                SELECT course.id, course.number, course.kind, course.title_en, course.title_zh, coalesce(held.sessions, 0) AS sessions, coalesce(held.people, 0) AS people,
                       coalesce(held.seconds, 0) AS seconds
                """, NARROWED.replace("FROM learning.course\n", "FROM learning.course\n  LEFT JOIN held ON held.course = course.id\n"),
                query, " ORDER BY " + order + " LIMIT :limit OFFSET :offset")
                .param("from", LocalDate.of(year, 1, 1)).param("until", LocalDate.of(year, 12, 31)).param("limit", query.limit()).param("offset", query.offset())
                .query(CoursesPage.Line.class).list();
    }

    long count(Query query) {
        return narrowed("SELECT count(*)", NARROWED, query, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String select, String from, Query query, String rest) {
        return db.sql(select + from + rest).param("kind", query.filter("kind")).param("q", query.filter("q"))
                .param("part", "%" + query.filter("q").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
