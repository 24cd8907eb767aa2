package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Categories;
import org.probity.supply.supplier.Department.Charge;
import org.probity.supply.supplier.Departments;
import org.probity.supply.supplier.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Self-assessments of a year, a page at a time. */
@Service
class AssessmentLines {
    static final String LATE = "late";

    /** One. @param score of what was sent last; null: nothing, or nothing to score */
    public record Line(
            UUID obligation, UUID supplier, String number, String nameEn, String nameZh, String kind, LocalDate dueDay, State state, @Nullable BigDecimal score,
            @Nullable LocalDate validUntil) {}

    /** @param form its code, or empty @param state a state's name, {@link #LATE}, or empty */
    record Sought(int year, String form, String state, String words) {
        List<String> kinds() {
            return Topic.coded(form).map(it -> List.of(it.obligation())).orElse(Topic.obligations());
        }
    }

    private final JdbcClient db;
    private final Departments departments;
    private final Categories categories;
    private final Clock clock;

    AssessmentLines(JdbcClient db, Departments departments, Categories categories, Clock clock) {
        this.db = db;
        this.departments = departments;
        this.categories = categories;
        this.clock = clock;
    }

    /** What waits for us first. */
    List<Line> page(Sought sought, LocalDate today, int limit, long offset) {
        return narrowed("""
                WITH shown AS (
                    SELECT standing.id, standing.party, standing.kind, standing.due_day, standing.state, standing.valid_until, name.number, name.name_en, name.name_zh
                """ + FROM + """
                     ORDER BY standing.state = 'SENT_IN' DESC, standing.due_day, name.number, standing.kind
                     LIMIT :limit OFFSET :offset
                )
                SELECT shown.id AS obligation, shown.party AS supplier, shown.number, shown.name_en, shown.name_zh, shown.kind, shown.due_day, shown.state,
                       (SELECT score.score
                          FROM form.sheet
                          JOIN form.sending ON sending.sheet = sheet.id
                          JOIN form.score ON score.sending = sending.id AND score.pillar = ''
                         WHERE sheet.about = shown.id
                         ORDER BY sending.no DESC
                         LIMIT 1) AS score,
                       shown.valid_until
                  FROM shown
                 ORDER BY shown.state = 'SENT_IN' DESC, shown.due_day, shown.number, shown.kind
                """, sought, today)
                .param("limit", limit).param("offset", offset)
                .query(Line.class).list();
    }

    long count(Sought sought, LocalDate today) {
        return narrowed("SELECT count(*)" + FROM, sought, today).query(Long.class).single();
    }

    /** How many stand where, by state; late ones under {@link #LATE}, all of them under the empty name. */
    Map<String, Long> counts(Sought sought, LocalDate today) {
        var counts = new TreeMap<String, Long>();
        narrowed("SELECT standing.state, count(*) AS all_of_it, count(*) FILTER (WHERE " + IS_LATE + ") AS late" + FROM + " GROUP BY standing.state",
                new Sought(sought.year(), sought.form(), "", ""), today)
                .query(row -> {
                    counts.merge(row.getString("state"), row.getLong("all_of_it"), Long::sum);
                    counts.merge("", row.getLong("all_of_it"), Long::sum);
                    counts.merge(LATE, row.getLong("late"), Long::sum);
                });
        return counts;
    }

    /** Those that wait for a department this person speaks for, the oldest first. */
    List<Line> waiting(Me me, int most) {
        var mine = reviewed(me);
        return mine.none() ? List.of() : db.sql("""
                SELECT standing.id AS obligation, standing.party AS supplier, name.number, name.name_en, name.name_zh, standing.kind, standing.due_day, standing.state,
                       NULL::numeric AS score, standing.valid_until
                  FROM obligation.standing
                  JOIN supplier.name ON name.id = standing.party
                 WHERE (standing.kind = ANY (:kinds) OR standing.kind = ANY (:routed) AND name.category = ANY (:categories))
                   AND standing.state = 'SENT_IN'
                 ORDER BY standing.at
                 LIMIT :most
                """)
                .param("kinds", mine.all()).param("routed", mine.routed()).param("categories", mine.categories()).param("most", most)
                .query(Line.class).list();
    }

    /** How many of them there are. */
    long waiting(Me me) {
        var mine = reviewed(me);
        return mine.none() ? 0 : db.sql("""
                SELECT count(*)
                  FROM obligation.standing
                  JOIN supplier.name ON name.id = standing.party
                 WHERE (standing.kind = ANY (:kinds) OR standing.kind = ANY (:routed) AND name.category = ANY (:categories))
                   AND standing.state = 'SENT_IN'
                """)
                .param("kinds", mine.all()).param("routed", mine.routed()).param("categories", mine.categories())
                .query(Long.class).single();
    }

    /** What somebody reviews. @param all kinds whoever the supplier is @param routed kinds of suppliers of these categories */
    private record Reviewed(String[] all, String[] routed, String[] categories) {
        boolean none() {
            return all.length == 0 && routed.length == 0;
        }
    }

    /** Quality reviews what its departments answer for; every other role that a topic names reviews all of it. */
    private Reviewed reviewed(Me me) {
        var topics = Arrays.stream(Topic.values()).filter(it -> it.reviewedBy(me)).toList();
        var all = topics.stream().filter(it -> it.reviewers.stream().anyMatch(role -> role != Role.QUALITY && me.is(role))).toList();
        var routed = topics.stream().filter(it -> !all.contains(it)).toList();
        var mine = departments.mine(me, LocalDate.now(clock));
        return new Reviewed(all.stream().map(Topic::obligation).toArray(String[]::new), routed.stream().map(Topic::obligation).toArray(String[]::new),
                routed.isEmpty() ? new String[0] : categories.all().stream().map(Supplier.Category::code).filter(it -> mine.charged(it, Charge.QUALITY)).toArray(String[]::new));
    }

    /** All of a supplier, the newest year first. */
    List<Line> of(UUID supplier) {
        return db.sql("""
                SELECT standing.id AS obligation, standing.party AS supplier, name.number, name.name_en, name.name_zh, standing.kind, standing.due_day, standing.state,
                       scored.score, standing.valid_until
                  FROM obligation.standing
                  JOIN supplier.name ON name.id = standing.party
                  LEFT JOIN form.scored_at('infinity') AS scored ON scored.about = standing.id AND scored.pillar = ''
                 WHERE standing.kind = ANY (:kinds)
                   AND standing.party = :supplier
                 ORDER BY standing.period DESC, standing.kind
                """)
                .param("kinds", Topic.obligations().toArray(String[]::new)).param("supplier", supplier)
                .query(Line.class).list();
    }

    private static final String IS_LATE = "standing.due_day < :today AND standing.state IN ('OWED', 'SENT_BACK')";

    private static final String FROM = """
                      FROM obligation.standing
                      JOIN supplier.name ON name.id = standing.party
                     WHERE standing.kind = ANY (:kinds)
                       AND standing.period = :year
                       AND (:words = '' OR name.name_en ILIKE :part OR name.name_zh ILIKE :part OR name.number ILIKE :part)
                       AND CASE :state WHEN '' THEN true WHEN 'late' THEN %s ELSE standing.state = :state END
            """.formatted(IS_LATE);

    private JdbcClient.StatementSpec narrowed(String sql, Sought sought, LocalDate today) {
        return db.sql(sql).param("kinds", sought.kinds().toArray(String[]::new)).param("year", sought.year()).param("state", sought.state()).param("today", today)
                .param("words", sought.words()).param("part", "%" + sought.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
