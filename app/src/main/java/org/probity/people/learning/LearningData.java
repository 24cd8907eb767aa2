package org.probity.people.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody was trained in and for how long, how they came along in courses online, what they asked a place for, and what they thought of it. When a former member's name is erased these rows
 * stay under their number, because hours that were published add up from them; the log holds no name.
 */
@Component
class LearningData implements PersonalData {
    private final Lists lists;
    private final Directory directory;
    private final JdbcClient db;

    LearningData(Lists lists, Directory directory, JdbcClient db) {
        this.lists = lists;
        this.directory = directory;
        this.db = db;
    }

    @Override
    public String messages() {
        return "learning.data.";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Part> about(Account person) {
        return directory.personOf(new Me(person.id(), person.name(), Set.copyOf(person.roles()), person.supplier())).map(this::about).orElse(List.of());
    }

    private List<Part> about(UUID person) {
        var parts = new ArrayList<Part>();
        add(parts, "sessions", lists.attended(person).stream().map(it -> fields("session", it.number() + " " + it.titleEn(), "day", it.day(), "seconds", it.seconds(), "completed", it.completed()))
                .toList());
        add(parts, "answers", db.sql("""
                SELECT named.number || ' ' || named.title_en, feedback.rating, feedback.at
                  FROM learning.feedback
                  JOIN learning.session_named AS named ON named.session = feedback.session
                 WHERE feedback.person = :person
                 ORDER BY feedback.at
                """)
                .param("person", person).query((row, n) -> fields("session", row.getString(1), "rating", row.getInt(2), "at", row.getTimestamp(3).toInstant())).list());
        add(parts, "online", db.sql("""
                SELECT course.number || ' ' || course.title_en, edition.no, (SELECT count(*) FROM course.page_known WHERE page_known.taking = taking.taking) AS pages,
                       (SELECT string_agg(right_answers || '/' || questions || ' ' || day, '; ' ORDER BY handed_in.no) FROM course.handed_in WHERE handed_in.taking = taking.taking) AS tries,
                       (SELECT coalesce(sum(extract(epoch FROM until_at - from_at)), 0)::bigint FROM course.online WHERE online.taking = taking.taking) AS seconds
                  FROM learning.taking
                  JOIN learning.edition ON edition.id = taking.edition
                  JOIN learning.course ON course.id = taking.course
                 WHERE taking.person = :person
                 ORDER BY course.number, taking.no
                """)
                .param("person", person).query((row, n) -> fields("course", row.getString(1), "version", row.getInt(2), "pages", row.getLong(3),
                        "tries", row.getString(4) == null ? "" : row.getString(4), "seconds", row.getLong(5))).list());
        add(parts, "enrolments", db.sql("""
                SELECT named.number || ' ' || named.title_en, enrolment.asked_at, enrolment.because
                  FROM learning.enrolment
                  JOIN learning.session_named AS named ON named.session = enrolment.session
                 WHERE enrolment.person = :person
                 ORDER BY enrolment.no
                """)
                .param("person", person)
                .query((row, n) -> fields("session", row.getString(1), "at", row.getTimestamp(2).toInstant(), "because", row.getString(3) == null ? "" : row.getString(3))).list());
        return parts;
    }

    private static void add(List<Part> parts, String key, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            parts.add(new Part(key, rows));
        }
    }

    private static Map<String, Object> fields(Object... all) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (var i = 0; i < all.length; i += 2) {
            fields.put((String) all[i], all[i + 1]);
        }
        return fields;
    }
}
