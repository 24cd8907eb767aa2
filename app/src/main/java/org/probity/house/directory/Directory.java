package org.probity.house.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Place.Rank;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who belongs where, on any day and as known at any moment. Other rooms ask here, or join the views of the same names. */
@Service
public class Directory {
    /** Asks {@link #members} for those engaged nowhere on the day. */
    static final String LEFT = "LEFT";

    /** Published in the transaction in which who a former member was is forgotten; rooms that keep something about that person let it go. */
    public record Forgotten(UUID person) {}

    /** One engagement as a list shows it. */
    public record Member(
            UUID person, String number, String nameZh, String nameEn, String email, @Nullable Engagement kind, String unitEn, String unitZh,
            String siteEn, String siteZh, String title, @Nullable LocalDate fromDay, @Nullable LocalDate untilDay) {
        String name(Lang lang) {
            return Place.name(lang, nameEn, nameZh);
        }
    }

    /**
     * Whom a list shows. Empty words ask nothing.
     *
     * @param letters in the name or e-mail
     * @param numbers whether staff numbers are searched too, which only human resources see
     * @param unit code of a unit; those in units below are shown too
     * @param kind an {@link Engagement}; {@code LEFT} for those engaged nowhere on the day
     */
    public record Search(LocalDate day, String letters, boolean numbers, String unit, String site, String kind) {
        public static Search all(LocalDate day) {
            return new Search(day, "", false, "", "", "");
        }
    }

    /** A stretch of somebody's time here; superseded ones stay to be seen. */
    public record Stretch(
            UUID id, Engagement kind, UUID unit, String unitEn, String unitZh, String title, LocalDate fromDay, @Nullable LocalDate untilDay,
            Instant recordedAt, @Nullable Instant supersededAt, String why, @Nullable UUID by) {
        boolean holds() {
            return supersededAt == null;
        }

        boolean covers(LocalDate day) {
            return holds() && !fromDay.isAfter(day) && (untilDay == null || !untilDay.isBefore(day));
        }
    }

    public record Person(UUID id, String number, String nameZh, String nameEn, String email, List<Stretch> stretches) {
        public String name(Lang lang) {
            return Place.name(lang, nameEn, nameZh);
        }
    }

    /** Who leads a unit on a day. */
    public record Head(UUID unit, UUID person, Rank rank, String nameEn, String nameZh, LocalDate fromDay) {
        public String name(Lang lang) {
            return Place.name(lang, nameEn, nameZh);
        }
    }

    /** Something that was done to a unit. @param batch came by file */
    public record Told(
            String verb, LocalDate day, String reason, Instant at, UUID by, boolean batch, String nameEn, String nameZh, String parentEn, String parentZh) {}

    private final JdbcClient db;
    private final Clock clock;

    Directory(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The tree on a day, each unit followed by those below it, as known at a moment: what was learnt later is not in it. */
    public List<Place> tree(LocalDate day, Instant knownAt) {
        var places = db.sql("SELECT * FROM directory.places(:day, :known)")
                .param("day", day).param("known", knownAt.atOffset(ZoneOffset.UTC))
                .query(Directory::place).list();
        var codes = new HashMap<UUID, String>();
        places.forEach(place -> codes.put(place.id(), place.code()));
        return places.stream()
                .sorted(Comparator.comparing((Place place) -> place.path().stream().map(codes::get).toList(), Directory::inOrder))
                .toList();
    }

    public List<Place> tree(LocalDate day) {
        return tree(day, clock.instant());
    }

    private static int inOrder(List<String> one, List<String> other) {
        return Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));
    }

    /** A place on a day; empty when it does not stand then. */
    public Optional<Place> place(UUID unit, LocalDate day) {
        return tree(day).stream().filter(place -> place.id().equals(unit)).findFirst();
    }

    /** The last known day of a unit that stands no longer, or its first if it does not yet. */
    Optional<LocalDate> nearestDay(UUID unit, LocalDate day) {
        return db.sql("""
                SELECT CASE WHEN from_day > :day THEN from_day ELSE until_day END
                  FROM directory.unit_fact
                 WHERE unit = :unit AND superseded_at IS NULL
                 ORDER BY from_day > :day, abs(CASE WHEN from_day > :day THEN from_day ELSE until_day END - CAST(:day AS date))
                 LIMIT 1
                """)
                .param("unit", unit).param("day", day)
                .query(LocalDate.class).optional();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(row.getObject("unit", UUID.class), row.getString("code"), Place.Kind.valueOf(row.getString("kind")),
                row.getString("name_en"), row.getString("name_zh"), row.getObject("parent", UUID.class),
                List.of((UUID[]) row.getArray("path").getArray()), row.getObject("entity", UUID.class), row.getObject("site", UUID.class),
                row.getString("country"), row.getString("region"), row.getString("credit_code"), row.getString("lei"),
                row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class));
    }

    /** How many people are engaged in each place or below it on a day; retirees are not staff. */
    public Map<UUID, Long> staff(LocalDate day) {
        var counts = new HashMap<UUID, Long>();
        db.sql("""
                SELECT above.unit, count(DISTINCT engaged.person) AS people
                  FROM directory.engaged(:day, :known) AS engaged
                  JOIN directory.places(:day, :known) AS place ON place.unit = engaged.unit
                 CROSS JOIN unnest(place.path) AS above (unit)
                 WHERE engaged.kind <> 'RETIREE'
                 GROUP BY above.unit
                """)
                .param("day", day).param("known", now())
                .query(row -> {
                    counts.put(row.getObject("unit", UUID.class), row.getLong("people"));
                });
        return counts;
    }

    /** Heads, then deputies, of all units on a day. */
    public List<Head> heads(LocalDate day) {
        return db.sql("""
                SELECT heads.unit, heads.person, heads.rank, name.name_en, name.name_zh, heads.from_day
                  FROM directory.heads(:day, :known) AS heads
                  JOIN directory.name ON name.id = heads.person
                 ORDER BY heads.rank DESC, name.number
                """)
                .param("day", day).param("known", now())
                .query(Head.class).list();
    }

    /** What was done to a unit, the newest first. */
    List<Told> history(UUID unit) {
        return db.sql("""
                SELECT coalesce(act.verb, 'FILE') AS verb,
                       coalesce(act.day, fact.from_day) AS day,
                       coalesce(act.reason, batch.file) AS reason,
                       coalesce(act.done_at, batch.imported_at) AS at,
                       coalesce(act.done_by, batch.read_by) AS by,
                       batch.id IS NOT NULL AS batch,
                       coalesce(fact.name_en, '') AS name_en,
                       coalesce(fact.name_zh, '') AS name_zh,
                       coalesce(up.name_en, '') AS parent_en,
                       coalesce(up.name_zh, '') AS parent_zh
                  FROM (SELECT DISTINCT ON (act, batch) * FROM directory.unit_fact
                         WHERE unit_fact.unit = :unit ORDER BY act, batch, from_day DESC) AS fact
                  FULL JOIN (SELECT * FROM directory.act WHERE act.unit = :unit) AS act ON act.id = fact.act
                  LEFT JOIN directory.batch ON batch.id = fact.batch
                  LEFT JOIN LATERAL (SELECT name_en, name_zh FROM directory.unit_fact above
                                      WHERE above.unit = fact.parent AND above.superseded_at IS NULL
                                      ORDER BY from_day DESC LIMIT 1) up ON true
                 WHERE act.id IS NOT NULL OR batch.id IS NOT NULL
                 ORDER BY at DESC, day DESC
                """)
                .param("unit", unit)
                .query((row, n) -> new Told(row.getString("verb"), row.getObject("day", LocalDate.class), row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("by", UUID.class), row.getBoolean("batch"),
                        row.getString("name_en"), row.getString("name_zh"), row.getString("parent_en"), row.getString("parent_zh")))
                .list();
    }

    /** Engagements on a day, those of retirees among them. @param order what stands behind ORDER BY, from {@code Query.orderBy} */
    public List<Member> members(Search search, String order, int most, long skip) {
        return found("""
                SELECT name.id AS person,
                       name.number,
                       name.name_zh,
                       name.name_en,
                       name.email,
                       engaged.kind,
                       coalesce(place.name_en, '') AS unit_en,
                       coalesce(place.name_zh, '') AS unit_zh,
                       coalesce(site.name_en, '') AS site_en,
                       coalesce(site.name_zh, '') AS site_zh,
                       coalesce(engaged.title, '') AS title,
                       engaged.from_day,
                       engaged.until_day
                """, " ORDER BY " + order + " LIMIT :most OFFSET :skip", search)
                .param("most", most).param("skip", skip)
                .query(Member.class).list();
    }

    public long count(Search search) {
        return found("SELECT count(*) ", "", search).query(Long.class).single();
    }

    private JdbcClient.StatementSpec found(String select, String rest, Search search) {
        return db.sql(select + MEMBERS + rest)
                .param("day", search.day()).param("known", now())
                .param("like", "%" + search.letters().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("numbers", search.numbers()).param("unit", search.unit()).param("site", search.site()).param("kind", search.kind());
    }

    private static final String MEMBERS = """
             FROM directory.name
             LEFT JOIN directory.engaged(:day, :known) AS engaged ON engaged.person = name.id
             LEFT JOIN directory.places(:day, :known) AS place ON place.unit = engaged.unit
             LEFT JOIN directory.units(:day, :known) AS site ON site.unit = place.site
            WHERE (name.name_zh ILIKE :like OR name.name_en ILIKE :like OR :numbers AND name.number ILIKE :like OR name.email ILIKE :like)
              AND (:unit = '' OR (SELECT id FROM directory.unit WHERE code = :unit) = ANY (place.path))
              AND (:site = '' OR (SELECT id FROM directory.unit WHERE code = :site) = ANY (place.path))
              AND CASE :kind WHEN '' THEN engaged.person IS NOT NULL WHEN 'LEFT' THEN engaged.person IS NULL ELSE engaged.kind = :kind END
            """;

    public Optional<Person> person(UUID id) {
        return db.sql("SELECT id, number, name_zh, name_en, email FROM directory.name WHERE id = :id")
                .param("id", id)
                .query((row, n) -> new Person(id, row.getString("number"), row.getString("name_zh"), row.getString("name_en"),
                        row.getString("email"), stretches(id)))
                .optional();
    }

    public Optional<Person> byNumber(String number) {
        return db.sql("SELECT id FROM directory.name WHERE number = :number")
                .param("number", number.strip())
                .query(UUID.class).optional().flatMap(this::person);
    }

    /** Who in the directory is at the screen; nobody for an assurer from outside, or a supplier's contact. */
    public Optional<UUID> personOf(Me me) {
        return db.sql("SELECT person FROM directory.account WHERE account = :account")
                .param("account", me.account())
                .query(UUID.class).optional();
    }

    /** Their line manager on a day: the head of their unit, or of the nearest unit above that somebody else leads. */
    public Optional<Person> manager(UUID person, LocalDate day) {
        return db.sql("SELECT manager FROM directory.managers(:day, :known) WHERE person = :person")
                .param("day", day).param("known", now()).param("person", person)
                .query(UUID.class).optional().flatMap(this::person);
    }

    /** Whether they lead the unit that somebody belongs to on a day, or one above it. */
    boolean leads(UUID manager, UUID person, LocalDate day) {
        return db.sql("""
                SELECT EXISTS (
                    SELECT FROM directory.engaged(:day, :known) AS engaged
                      JOIN directory.places(:day, :known) AS place ON place.unit = engaged.unit
                      JOIN directory.heads(:day, :known) AS heads ON heads.unit = ANY (place.path)
                     WHERE engaged.person = :person AND heads.person = :manager)
                """)
                .param("day", day).param("known", now()).param("person", person).param("manager", manager)
                .query(Boolean.class).single();
    }

    /** All stretches ever recorded, also what was superseded; the latest first. */
    private List<Stretch> stretches(UUID person) {
        return db.sql("""
                SELECT e.id,
                       e.kind,
                       e.unit,
                       coalesce(fact.name_en, unit.code) AS unit_en,
                       coalesce(fact.name_zh, unit.code) AS unit_zh,
                       e.title,
                       e.from_day,
                       e.until_day,
                       e.recorded_at,
                       e.superseded_at,
                       coalesce(act.reason, batch.file) AS why,
                       coalesce(act.done_by, batch.read_by) AS by
                  FROM directory.engagement e
                  JOIN directory.unit ON unit.id = e.unit
                  LEFT JOIN directory.act ON act.id = e.act
                  LEFT JOIN directory.batch ON batch.id = e.batch
                  LEFT JOIN LATERAL (SELECT name_en, name_zh FROM directory.unit_fact
                                      WHERE unit_fact.unit = e.unit AND superseded_at IS NULL
                                      ORDER BY from_day > e.from_day, from_day DESC LIMIT 1) fact ON true
                 WHERE e.person = :person
                 ORDER BY e.from_day DESC, e.recorded_at DESC
                """)
                .param("person", person)
                .query((row, n) -> new Stretch(
                        row.getObject("id", UUID.class), Engagement.valueOf(row.getString("kind")), row.getObject("unit", UUID.class),
                        row.getString("unit_en"), row.getString("unit_zh"), row.getString("title"),
                        row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("superseded_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null),
                        row.getString("why"), row.getObject("by", UUID.class)))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
