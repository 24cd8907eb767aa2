package org.probity.people.performance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far a cycle is: counted and listed by what comes next for each. */
@Service
class Desk {
    private record Count(String next, long people) {}

    record Progress(UUID cycle, long members, long rated, long talked) {}

    /** In SQL what {@link Standing#next} says; a test holds one against the other. */
    private static final String NEXT = """
            CASE WHEN standing.appeal IS NOT NULL AND standing.appeal_outcome IS NULL THEN 'ANSWER'
                 WHEN standing.acknowledged_at IS NOT NULL THEN 'DONE'
                 WHEN standing.assessment IS NOT NULL AND cycle.closed_at IS NOT NULL THEN CASE WHEN standing.talk_at IS NULL THEN 'TALK' ELSE 'ACKNOWLEDGE' END
                 WHEN standing.assessment IS NOT NULL
                     THEN CASE WHEN standing.looked_at IS NULL AND standing.second IS NOT NULL AND standing.origin = 'MANAGER' THEN 'LOOK' ELSE 'CLOSE' END
                 WHEN standing.sheet IS NULL THEN CASE WHEN standing.signed_at IS NULL THEN 'COMMIT' ELSE 'AGREE' END
                 WHEN standing.self_at IS NULL THEN 'SELF'
                 ELSE 'RATE' END
            """;
    private static final String FROM = """
              FROM performance.standing
              JOIN performance.cycle ON cycle.id = standing.cycle
              JOIN performance.scheme ON scheme.id = standing.scheme
              JOIN directory.name ON name.id = standing.person
             WHERE standing.cycle = :cycle
            """;

    private final JdbcClient db;

    Desk(JdbcClient db) {
        this.db = db;
    }

    Map<Standing.Next, Long> counts(UUID cycle) {
        var counts = new EnumMap<Standing.Next, Long>(Standing.Next.class);
        db.sql("SELECT " + NEXT + " AS next, count(*) AS people" + FROM + " GROUP BY 1").param("cycle", cycle).query(Count.class).list()
                .forEach(it -> counts.put(Standing.Next.valueOf(it.next()), it.people()));
        return counts;
    }

    List<Standing> members(UUID cycle, Query query) {
        return narrowed("SELECT standing.*, name.number, name.name_en, name.name_zh", " ORDER BY name.number LIMIT :most OFFSET :skip", cycle, query)
                .param("most", query.limit()).param("skip", query.offset())
                .query(Standing.class).list();
    }

    long count(UUID cycle, Query query) {
        return narrowed("SELECT count(*)", "", cycle, query).query(Long.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String select, String rest, UUID cycle, Query query) {
        return db.sql(select + FROM + """
                   AND (name.name_zh ILIKE :like OR name.name_en ILIKE :like OR name.number ILIKE :like)
                   AND (:group = '' OR scheme.code = :group)
                """ + (query.filter("next").isEmpty() ? "" : "   AND " + NEXT + " = :next") + rest)
                .param("cycle", cycle).param("group", query.filter("group")).param("next", query.filter("next"))
                .param("like", "%" + query.filter("q").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** Members of a closed cycle by sex and by category, with how many had their talk; who is not attested or contracted stands apart. Never beside a name. */
    List<CyclePage.Part> parts(UUID cycle) {
        return db.sql("""
                WITH member AS (
                    SELECT standing.talk_at IS NOT NULL AND standing.assessment IS NOT NULL AS reviewed,
                           coalesce(attested.sex, 'UNKNOWN') AS sex,
                           coalesce(terms.category, 'UNKNOWN') AS category
                      FROM performance.standing
                      JOIN performance.cycle ON cycle.id = standing.cycle
                      LEFT JOIN labour.attested ON attested.person = standing.person
                      LEFT JOIN LATERAL (SELECT category
                                           FROM labour.contracted
                                          WHERE contracted.person = standing.person
                                            AND contracted.from_day <= cycle.until_day
                                            AND (contracted.until_day IS NULL OR contracted.until_day >= cycle.until_day)
                                            AND contracted.known_until IS NULL
                                          ORDER BY contracted.from_day DESC LIMIT 1) AS terms ON true
                     WHERE standing.cycle = :cycle
                )
                SELECT 'SEX' AS kind, sex AS value, count(*) AS people, count(*) FILTER (WHERE reviewed) AS reviewed FROM member GROUP BY sex
                UNION ALL
                SELECT 'CATEGORY', category, count(*), count(*) FILTER (WHERE reviewed) FROM member GROUP BY category
                ORDER BY kind DESC, value
                """)
                .param("cycle", cycle)
                .query(CyclePage.Part.class).list();
    }

    List<Progress> progress() {
        return db.sql("""
                SELECT cycle.id AS cycle,
                       (SELECT count(*) FROM performance.member WHERE member.cycle = cycle.id AND left_out IS NULL) AS members,
                       (SELECT count(DISTINCT person) FROM performance.assessment WHERE assessment.cycle = cycle.id) AS rated,
                       (SELECT count(DISTINCT person) FROM performance.note WHERE note.cycle = cycle.id AND kind = 'TALK' AND handed_in_at IS NOT NULL) AS talked
                  FROM performance.cycle
                """)
                .query(Progress.class).list();
    }
}
