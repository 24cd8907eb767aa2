package org.probity.supply.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How places on the list stand, asked from dated facts. It writes nothing. */
@Service
public class Standing {
    /** What a list is narrowed to; an empty word asks nothing. @param stage name of a stage */
    record Sought(String words, String category, String stage) {}

    private final JdbcClient db;
    private final Clock clock;

    Standing(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Dossier> find(UUID dossier) {
        return db.sql(select("dossier.id = :id")).param("today", today()).param("id", dossier).query(Standing::dossier).optional();
    }

    List<Dossier> of(UUID supplier) {
        return db.sql(select("dossier.supplier = :supplier") + " ORDER BY dossier.category, site.name")
                .param("today", today()).param("supplier", supplier)
                .query(Standing::dossier).list();
    }

    /**
     * Places as they stand today, those opened last first. Where no stage is asked for, the places of the page are found before it is asked how they stand;
     * a stage has to be known of all of them.
     */
    List<Dossier> search(Sought sought, int limit, long offset) {
        var among = among(sought.words(), sought.category());
        var sql = sought.stage().isEmpty()
                ? LISTED.formatted(PAGE.formatted(among) + " LIMIT :limit OFFSET :offset) AS dossier", limit <= FEW ? EACH : NOW, "", "") + LAST_FIRST
                : LISTED.formatted("admission.dossier", NOW, among + standing(sought.stage()), "WHERE stage = :stage") + LAST_FIRST + " LIMIT :limit OFFSET :offset";
        return narrowed(sql, sought).param("limit", limit).param("offset", offset).query(Standing::dossier).list();
    }

    /** How many {@link #search} finds at each stage, whatever stage was asked for. */
    Map<Dossier.Stage, Long> counts(Sought sought) {
        record Counted(Dossier.Stage stage, long places) {}
        var counts = new EnumMap<Dossier.Stage, Long>(Dossier.Stage.class);
        var named = sought.words().isEmpty() ? "" : "JOIN supplier.name AS name ON name.id = dossier.supplier";
        narrowed("SELECT stage, count(*) AS places FROM (SELECT %s FROM admission.dossier %s %s %s WHERE true %s) AS every GROUP BY stage"
                .formatted(STAGE, NOW, named, HELD, among(sought.words(), sought.category())), sought)
                .query(Counted.class).list().forEach(it -> counts.put(it.stage(), it.places()));
        return counts;
    }

    /** A list that is not narrowed does not carry the words for it: PostgreSQL plans once for all readers, and would expect few places. */
    private JdbcClient.StatementSpec narrowed(String sql, Sought sought) {
        return db.sql(sql).param("today", today()).param("category", sought.category()).param("words", sought.words()).param("stage", sought.stage())
                .param("part", part(sought.words()));
    }

    /** What of a place's standing follows from its stage, so that the few places of it are found before they are named. */
    private static String standing(String named) {
        return Arrays.stream(Dossier.Stage.values()).filter(it -> it.name().equals(named)).findFirst().map(stage -> switch (stage) {
            case IN_REVIEW -> " AND standing.outcome IS NULL AND standing.missing <> '{}'";
            case READY -> " AND standing.outcome IS NULL AND standing.missing = '{}'";
            case QUALIFIED -> " AND standing.outcome = 'ADMIT' AND standing.missing = '{}' AND standing.condition_due IS NULL";
            case WITH_CONDITIONS -> " AND standing.outcome = 'ADMIT' AND standing.missing = '{}' AND standing.condition_due IS NOT NULL";
            case LAPSED -> " AND standing.outcome = 'ADMIT' AND standing.missing <> '{}'";
            case REFUSED -> " AND standing.outcome = 'REFUSE'";
            case SUSPENDED -> " AND standing.suspension IS NOT NULL";
            case PROPOSED, LEFT -> "";
        }).orElse("");
    }

    private static String among(String words, String category) {
        return (category.isEmpty() ? "" : " AND dossier.category = :category")
                + (words.isEmpty() ? "" : " AND (name.name_en ILIKE :part OR name.name_zh ILIKE :part OR starts_with(lower(name.number), lower(:words)))");
    }

    private static String part(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The legs a place needs today, in their order. */
    List<Dossier.Needed> legs(UUID dossier) {
        return db.sql("""
                SELECT legs.leg, legs.kind, leg.name_en, leg.name_zh, legs.clause, fact, from_day, until_day, condition_due, record
                  FROM admission.legs(:today, 'infinity') AS legs
                  JOIN admission.leg ON leg.code = legs.leg
                 WHERE legs.dossier = :dossier
                 ORDER BY legs.place
                """)
                .param("today", today()).param("dossier", dossier)
                .query(Dossier.Needed.class).list();
    }

    /** A place on the qualified list of a day. */
    public record Qualified(
            UUID dossier, UUID supplier, String number, String nameEn, String nameZh, String categoryEn, String categoryZh, String siteName, String country,
            LocalDate fromDay, LocalDate untilDay, @Nullable LocalDate conditionDue) {}

    /** A material that is certified, and for which site. */
    public record Certified(UUID supplier, String number, String nameEn, String nameZh, String categoryEn, String categoryZh, String siteName, LocalDate untilDay) {}

    /** The qualified list of a day, as it is known now. */
    List<Qualified> qualified(LocalDate day, String words, String category, int limit, long offset) {
        return qualified("""
                SELECT qualified.dossier, dossier.supplier, name.number, name.name_en, name.name_zh, category.name_en AS category_en,
                       category.name_zh AS category_zh, site.name AS site_name, site.country, qualified.from_day, qualified.until_day, qualified.condition_due
                """, """
                JOIN supplier.name AS name ON name.id = dossier.supplier
                JOIN supplier.category_name AS category ON category.code = dossier.category
                JOIN supplier.place AS site ON site.id = dossier.site
                """, " ORDER BY name.number, dossier.category, site.name LIMIT :limit OFFSET :offset", day, words, category)
                .param("limit", limit).param("offset", offset)
                .query(Qualified.class).list();
    }

    /** How many {@link #qualified} finds. */
    long qualified(LocalDate day, String words, String category) {
        var names = words.isEmpty() ? "" : "JOIN supplier.name AS name ON name.id = dossier.supplier";
        return qualified("SELECT count(*)", names, "", day, words, category).query(Long.class).single();
    }

    private JdbcClient.StatementSpec qualified(String select, String joins, String end, LocalDate day, String words, String category) {
        // Today's list is kept; that of another day is computed.
        var places = day.equals(today()) ? "admission.standing_now(:day)" : "admission.standing(:day, 'infinity')";
        return db.sql(select + """

                  FROM %s AS qualified
                  JOIN admission.dossier ON dossier.id = qualified.dossier
                  %s
                 WHERE qualified.outcome = 'ADMIT'
                   AND qualified.from_day <= :day
                   AND qualified.missing = '{}'
                   AND qualified.suspension IS NULL
                """.formatted(places, joins) + among(words, category) + end)
                .param("day", day).param("category", category).param("words", words).param("part", part(words));
    }

    /** Materials of these suppliers that are certified on a day. */
    List<Certified> materials(LocalDate day, Collection<UUID> suppliers) {
        return db.sql("""
                SELECT certified.supplier, material.number, material.name_en, material.name_zh, category.name_en AS category_en,
                       category.name_zh AS category_zh, site.name AS site_name, certified.until_day
                  FROM admission.certified_material(:day, 'infinity') AS certified
                  JOIN supplier.material_name AS material ON material.id = certified.material
                  JOIN supplier.category_name AS category ON category.code = certified.category
                  JOIN supplier.place AS site ON site.id = certified.site
                 WHERE certified.supplier = ANY (:suppliers)
                 ORDER BY material.number, site.name
                """)
                .param("day", day).param("suppliers", suppliers.stream().distinct().toArray(UUID[]::new))
                .query(Certified.class).list();
    }

    /** A leg of a supplier that ends: which, when, and for how many places. */
    public record Ending(UUID dossier, UUID supplier, String leg, String nameEn, String nameZh, LocalDate untilDay) {
        String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }
    }

    /** Legs of admitted places that end within so many days of a day, the soonest first; those that have ended are not among them. */
    List<Ending> ending(LocalDate day, int days, @Nullable UUID supplier) {
        return db.sql("""
                SELECT legs.dossier, legs.supplier, legs.leg, leg.name_en, leg.name_zh, legs.until_day
                  FROM admission.legs(:day, 'infinity') AS legs
                  JOIN admission.leg ON leg.code = legs.leg
                  JOIN admission.entry('infinity') AS entry ON entry.dossier = legs.dossier AND entry.outcome = 'ADMIT'
                 WHERE legs.until_day BETWEEN :day AND CAST(:day AS date) + CAST(:days AS int)
                   AND (CAST(:supplier AS uuid) IS NULL OR legs.supplier = :supplier)
                   AND legs.supplier NOT IN (SELECT supplier FROM supplier.left_by(:day, 'infinity'))
                 ORDER BY legs.until_day, legs.place
                """)
                .param("day", day).param("days", days).param("supplier", supplier, Types.OTHER)
                .query(Ending.class).list();
    }

    List<Leg> legs() {
        return db.sql("SELECT code, kind, name_en, name_zh, place FROM admission.leg ORDER BY place").query(Leg.class).list();
    }

    Optional<Leg> leg(String code) {
        return legs().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** Of so many places how they stand is asked of each by itself. */
    private static final int FEW = 200;

    private static final String EACH = "CROSS JOIN LATERAL admission.standing_of(dossier.id, :today) AS standing";
    private static final String NOW = "JOIN admission.standing_now(:today) AS standing ON standing.dossier = dossier.id";

    private static final String HELD = """
            LEFT JOIN supplier.left_by(:today, 'infinity') AS left_by ON left_by.supplier = dossier.supplier
            LEFT JOIN (SELECT DISTINCT motion.dossier
                         FROM admission.motion
                        WHERE NOT EXISTS (SELECT FROM admission.decided WHERE decided.motion = motion.id)) AS open ON open.dossier = dossier.id
            """;

    /** The stage in the words of {@link Dossier#stage}; a list is narrowed by it before it is cut into pages. */
    private static final String STAGE = """
            CASE WHEN left_by.supplier IS NOT NULL THEN 'LEFT'
                 WHEN standing.suspension IS NOT NULL THEN 'SUSPENDED'
                 WHEN open.dossier IS NOT NULL THEN 'PROPOSED'
                 WHEN standing.outcome = 'ADMIT' AND standing.missing <> '{}' THEN 'LAPSED'
                 WHEN standing.outcome = 'ADMIT' AND standing.condition_due IS NULL THEN 'QUALIFIED'
                 WHEN standing.outcome = 'ADMIT' THEN 'WITH_CONDITIONS'
                 WHEN standing.outcome = 'REFUSE' THEN 'REFUSED'
                 WHEN standing.missing = '{}' THEN 'READY'
                 ELSE 'IN_REVIEW' END AS stage
            """;

    private static final String LISTED = """
            SELECT *
              FROM (SELECT dossier.id, dossier.supplier, name.number, name.name_en, name.name_zh, dossier.category,
                           category.name_en AS category_en, category.name_zh AS category_zh, dossier.site, site.name AS site_name,
                           dossier.newcomer = 'NEW' AS newcomer, dossier.due_day, dossier.opened_by, dossier.opened_at,
                           standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension, standing.condition_due,
                           open.dossier IS NOT NULL AS proposed, left_by.last_day AS left_day,
                           """ + STAGE + """
                      FROM %s
                      %s
                      JOIN supplier.name AS name ON name.id = dossier.supplier
                      JOIN supplier.category_name AS category ON category.code = dossier.category
                      JOIN supplier.place AS site ON site.id = dossier.site
                      """ + HELD + """
                     WHERE true %s) AS listed
             %s
            """;

    private static final String LAST_FIRST = " ORDER BY opened_at DESC, number, category, site_name";

    private static final String PAGE = """
            (SELECT dossier.*
               FROM admission.dossier
               JOIN supplier.name AS name ON name.id = dossier.supplier
               JOIN supplier.place AS site ON site.id = dossier.site
              WHERE true %s
              ORDER BY dossier.opened_at DESC, name.number, dossier.category, site.name
            """;

    private static String select(String where) {
        return """
                SELECT dossier.id, dossier.supplier, name.number, name.name_en, name.name_zh, dossier.category,
                       category.name_en AS category_en, category.name_zh AS category_zh, dossier.site, site.name AS site_name,
                       dossier.newcomer = 'NEW' AS newcomer, dossier.due_day, dossier.opened_by, dossier.opened_at,
                       standing.outcome, standing.from_day, standing.until_day, standing.missing, standing.suspension, standing.condition_due,
                       EXISTS (SELECT
                                 FROM admission.motion
                                WHERE motion.dossier = dossier.id
                                  AND NOT EXISTS (SELECT FROM admission.decided WHERE decided.motion = motion.id)) AS proposed,
                       (SELECT last_day FROM supplier.left_by(:today, 'infinity') AS left_by WHERE left_by.supplier = dossier.supplier) AS left_day
                  FROM admission.dossier
                  JOIN admission.standing(:today, 'infinity') AS standing ON standing.dossier = dossier.id
                  JOIN supplier.name AS name ON name.id = dossier.supplier
                  JOIN supplier.category_name AS category ON category.code = dossier.category
                  JOIN supplier.place AS site ON site.id = dossier.site
                 WHERE\s""" + where;
    }

    private static Dossier dossier(ResultSet row, int no) throws SQLException {
        var outcome = row.getString("outcome");
        return new Dossier(
                row.getObject("id", UUID.class), row.getObject("supplier", UUID.class), row.getString("number"), row.getString("name_en"),
                row.getString("name_zh"), row.getString("category"), row.getString("category_en"), row.getString("category_zh"),
                row.getObject("site", UUID.class), row.getString("site_name"), row.getBoolean("newcomer"), row.getObject("due_day", LocalDate.class),
                row.getObject("opened_by", UUID.class), row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : Dossier.Outcome.valueOf(outcome), row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class), Arrays.asList((String[]) row.getArray("missing").getArray()),
                row.getObject("suspension", UUID.class), row.getObject("condition_due", LocalDate.class), row.getBoolean("proposed"),
                row.getObject("left_day", LocalDate.class));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
