package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Identifiers;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.webhook.Happened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of suppliers. */
@Service
public class Suppliers {
    /** Tin in the CAS registry. */
    public static final String TIN = "7440-31-5";

    static final Set<String> COUNTRIES = Set.of(java.util.Locale.getISOCountries());

    /**
     * What must be known to enter a supplier.
     *
     * @param nameOther empty, or the name in a script that is neither Chinese nor Latin
     */
    public record Registration(
            String number, String nameEn, String nameZh, String nameOther, String country, String category, @Nullable String creditCode,
            @Nullable String lei) {
        public Registration(
                String number, String nameEn, String nameZh, String country, String category, @Nullable String creditCode, @Nullable String lei) {
            this(number, nameEn, nameZh, "", country, category, creditCode, lei);
        }

        /** A supplier with one name bears it in both languages. */
        String nameIn(Lang lang) {
            return switch (lang) {
                case EN -> nameEn.isBlank() ? nameZh : nameEn;
                case ZH -> nameZh.isBlank() ? nameEn : nameZh;
            };
        }
    }

    /** What a list of suppliers is narrowed to; an empty word asks nothing. @param ended true: those whose relation ended */
    public record Sought(String words, String category, String country, Optional<Boolean> ended) {
        public Sought {
            words = words.strip();
        }

        static Sought by(String words) {
            return new Sought(words, "", "", Optional.empty());
        }
    }

    /** Published in the transaction in which these came, or bear other names, numbers or sites. */
    public record Said(Collection<UUID> suppliers) {
        public Said {
            suppliers = List.copyOf(suppliers);
        }
    }

    /** One line of the goods-receipt ledger. */
    public record Receipt(String document, int line, UUID supplier, UUID material, LocalDate day, BigDecimal kilograms) {}

    private final JdbcClient db;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suppliers(JdbcClient db, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters a supplier in the register.
     *
     * <p>Refusals: those of {@link #objections}.
     */
    @Transactional
    public Answer<UUID> register(Registration it, Me by) {
        var id = UUID.randomUUID();
        var reasons = objections(it, id);
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var record = log.record("supplier.registered", LocalDate.now(clock), Map.of("supplier", id.toString(), "number", it.number()));
        db.sql("""
                INSERT INTO supplier.supplier (id, number, name_en, name_zh, name_other, country, category, credit_code, lei,
                                               registered_by, registered_at, record)
                VALUES (:id, :number, :nameEn, :nameZh, :nameOther, :country, :category, :creditCode, :lei, :by, :at, :record)
                """)
                .param("id", id).param("number", it.number())
                .param("nameEn", it.nameIn(Lang.EN)).param("nameZh", it.nameIn(Lang.ZH)).param("nameOther", it.nameOther())
                .param("country", it.country()).param("category", it.category())
                .param("creditCode", it.creditCode()).param("lei", it.lei())
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        events.publishEvent(new Happened(SuppliersTold.ENTERED, Map.of("supplier", id.toString()), clock.instant()));
        events.publishEvent(new Said(List.of(id)));
        return Answer.done(id);
    }

    /**
     * What stands against a registration: {@code supplier.words-long}, {@code supplier.number-missing}, {@code supplier.name-missing}, {@code supplier.country-unknown},
     * {@code supplier.category-unknown} (or closed), {@code supplier.credit-code-wrong} and {@code supplier.lei-wrong} (check digit),
     * {@code supplier.number-taken}, {@code supplier.credit-code-taken}, {@code supplier.lei-taken} (the register already has that legal person).
     *
     * @param of whose registration it is; its own number and codes are not in its way
     */
    List<Reason> objections(Registration it, UUID of) {
        var reasons = new ArrayList<>(faults(it));
        Map.of("number", it.number(), "nameEn", it.nameEn(), "nameZh", it.nameZh(), "nameOther", it.nameOther()).forEach((field, words) -> {
            if (words.length() > Reading.LONGEST) {
                reasons.add(new Reason(field, "supplier.words-long", List.of(Reading.LONGEST)));
            }
        });
        var known = db.sql("""
                SELECT count(*)
                  FROM supplier.category
                 WHERE code = :category
                   AND (until_day IS NULL OR EXISTS (SELECT FROM supplier.supplier WHERE id = :of AND category = :category))
                """)
                .param("category", it.category()).param("of", of)
                .query(Long.class).single();
        if (known == 0) {
            reasons.add(new Reason("category", "supplier.category-unknown", List.of()));
        }
        reasons.addAll(taken(it, of));
        return reasons;
    }

    /** What can be said against it without looking at the register. */
    static List<Reason> faults(Registration it) {
        var reasons = new ArrayList<Reason>();
        if (it.number().isBlank()) {
            reasons.add(new Reason("number", "supplier.number-missing", List.of()));
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank()) {
            reasons.add(new Reason("nameEn", "supplier.name-missing", List.of()));
        }
        if (!COUNTRIES.contains(it.country())) {
            reasons.add(new Reason("country", "supplier.country-unknown", List.of()));
        }
        if (it.creditCode() != null && !Identifiers.isCreditCode(it.creditCode())) {
            reasons.add(new Reason("creditCode", "supplier.credit-code-wrong", List.of()));
        }
        if (it.lei() != null && !Identifiers.isLei(it.lei())) {
            reasons.add(new Reason("lei", "supplier.lei-wrong", List.of()));
        }
        return reasons;
    }

    private List<Reason> taken(Registration it, UUID of) {
        return db.sql("""
                SELECT CASE WHEN number = :number THEN 'number'
                            WHEN credit_code = :creditCode THEN 'creditCode'
                            ELSE 'lei'
                       END
                  FROM supplier.supplier
                 WHERE id <> :of
                   AND (number = :number OR credit_code = :creditCode OR lei = :lei)
                """)
                .param("of", of).param("number", it.number())
                .param("creditCode", it.creditCode(), java.sql.Types.VARCHAR).param("lei", it.lei(), java.sql.Types.VARCHAR)
                .query(String.class).list().stream()
                .map(field -> switch (field) {
                    case "number" -> new Reason(field, "supplier.number-taken", List.of(it.number()));
                    case "creditCode" -> new Reason(field, "supplier.credit-code-taken", List.of());
                    default -> new Reason(field, "supplier.lei-taken", List.of());
                })
                .toList();
    }

    @Transactional
    public UUID addContact(UUID supplier, String name, String email, String phone) {
        return addContact(supplier, name, email, phone, Set.of());
    }

    @Transactional
    UUID addContact(UUID supplier, String name, String email, String phone, Set<Supplier.For> roles) {
        return db.sql("""
                INSERT INTO supplier.contact (id, supplier, name, email, phone, from_day, roles)
                VALUES (:id, :supplier, :name, :email, :phone, :day, :roles)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("supplier", supplier).param("name", name).param("email", email)
                .param("phone", phone).param("day", LocalDate.now(clock))
                .param("roles", roles.stream().map(Enum::name).sorted().toArray(String[]::new))
                .query(UUID.class).single();
    }

    /** A material bought since a day that nobody remembers. */
    @Transactional
    public UUID addMaterial(UUID supplier, String number, String nameEn, String nameZh) {
        return addMaterial(supplier, number, nameEn, nameZh, null);
    }

    /** @param from first day it was bought; null: nobody remembers */
    @Transactional
    UUID addMaterial(UUID supplier, String number, String nameEn, String nameZh, @Nullable LocalDate from) {
        return db.sql("""
                WITH material AS (
                    INSERT INTO supplier.material (id, supplier, number, name_en, name_zh)
                    VALUES (:id, :supplier, :number, :nameEn, :nameZh)
                    RETURNING id
                )
                INSERT INTO supplier.purchase (material, valid, recorded)
                SELECT id, daterange(:from, NULL), tstzrange(:at, NULL) FROM material
                RETURNING material
                """)
                .param("id", UUID.randomUUID()).param("supplier", supplier).param("number", number)
                .param("nameEn", nameEn).param("nameZh", nameZh).param("from", from, java.sql.Types.DATE).param("at", now())
                .query(UUID.class).single();
    }

    /**
     * Says what share of a material's mass is a substance, from a day on. What was known before stays, closed at this moment, so that
     * "as known on" can be asked.
     */
    @Transactional
    public void sayContent(UUID material, String cas, BigDecimal massShare, LocalDate from) {
        db.sql("""
                WITH closed AS (
                    UPDATE supplier.content
                       SET recorded = tstzrange(lower(recorded), :at)
                     WHERE material = :material
                       AND cas = :cas
                       AND upper_inf(recorded)
                    RETURNING mass_share, valid
                )
                INSERT INTO supplier.content (material, cas, mass_share, valid, recorded)
                SELECT :material, :cas, mass_share, valid * daterange(NULL, :from), tstzrange(:at, NULL)
                  FROM closed
                 WHERE NOT isempty(valid * daterange(NULL, :from))
                UNION ALL
                SELECT :material, :cas, :share, daterange(:from, NULL), tstzrange(:at, NULL)
                """)
                .param("material", material).param("cas", cas).param("share", massShare).param("from", from).param("at", now())
                .update();
        log.record("supplier.content", LocalDate.now(clock), Map.of(
                "material", material.toString(), "cas", cas, "mass_share", massShare.toPlainString(), "from", from.toString()));
    }

    /**
     * Takes a delivery of the goods-receipt ledger with the ledger's own count and sum, which we keep beside ours as control total.
     *
     * <p>Refusals: {@code supplier.ledger-differs} the lines do not add up to what the ledger says of itself; a line's day is
     * {@code supplier.receipt-outside-year} or {@code supplier.receipt-future}; {@code supplier.receipt-twice} a line stands in the file or in
     * an earlier ledger already. Nothing is kept then.
     */
    @Transactional
    public Answer<UUID> receive(
            String source, int year, List<Receipt> receipts, int statedRows, BigDecimal statedKilograms, UUID evidence, String sha256, Me by) {
        var sum = receipts.stream().map(Receipt::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (receipts.size() != statedRows || sum.compareTo(statedKilograms) != 0) {
            return Answer.refused("file", "supplier.ledger-differs", receipts.size(), statedRows, sum.toPlainString(), statedKilograms.toPlainString());
        }
        for (var it : receipts) {
            if (it.day().isAfter(LocalDate.now(clock))) {
                return Answer.refused("file", "supplier.receipt-future", it.day().toString());
            }
            if (it.day().getYear() != year) {
                return Answer.refused("file", "supplier.receipt-outside-year", it.day().toString());
            }
        }
        var twice = twice(receipts);
        if (twice.isPresent()) {
            return Answer.refused("file", "supplier.receipt-twice", twice.get());
        }
        var id = UUID.randomUUID();
        var record = log.record("supplier.ledger", LocalDate.now(clock), Map.of(
                "ledger", id.toString(), "source", source, "year", year, "rows", statedRows,
                "kilograms", statedKilograms.toPlainString(), "sha256", sha256));
        db.sql("""
                INSERT INTO supplier.ledger (id, source, year, stated_rows, stated_kilograms, evidence, recorded_by, recorded_at, record)
                VALUES (:id, :source, :year, :rows, :kilograms, :evidence, :by, :at, :record)
                """)
                .param("id", id).param("source", source).param("year", year).param("rows", statedRows)
                .param("kilograms", statedKilograms).param("evidence", evidence).param("by", by.account()).param("at", now())
                .param("record", record)
                .update();
        db.sql("""
                INSERT INTO supplier.receipt (document, line, ledger, supplier, material, day, kilograms)
                SELECT document, line, :ledger, supplier, material, day, kilograms
                  FROM unnest(:documents, :lines, :suppliers, :materials, :days, :kilograms)
                       AS receipt (document, line, supplier, material, day, kilograms)
                """)
                .param("ledger", id)
                .param("documents", receipts.stream().map(Receipt::document).toArray(String[]::new))
                .param("lines", receipts.stream().map(Receipt::line).toArray(Integer[]::new))
                .param("suppliers", receipts.stream().map(Receipt::supplier).toArray(UUID[]::new))
                .param("materials", receipts.stream().map(Receipt::material).toArray(UUID[]::new))
                .param("days", receipts.stream().map(r -> java.sql.Date.valueOf(r.day())).toArray(java.sql.Date[]::new))
                .param("kilograms", receipts.stream().map(Receipt::kilograms).toArray(BigDecimal[]::new))
                .update();
        return Answer.done(id);
    }

    private Optional<String> twice(List<Receipt> receipts) {
        return db.sql("""
                SELECT document || ' ' || line
                  FROM (SELECT document, line FROM unnest(:documents, :lines) AS it (document, line)
                         UNION ALL
                        SELECT document, line FROM supplier.receipt WHERE document = ANY (:documents)) AS every
                 WHERE (document, line) IN (SELECT * FROM unnest(:documents, :lines))
                 GROUP BY document, line
                HAVING count(*) > 1
                 LIMIT 1
                """)
                .param("documents", receipts.stream().map(Receipt::document).toArray(String[]::new))
                .param("lines", receipts.stream().map(Receipt::line).toArray(Integer[]::new))
                .query(String.class).optional();
    }

    public Optional<Supplier> find(UUID id) {
        return db.sql(SELECT + " WHERE supplier.id = :id").param("id", id).query(Supplier.class).optional();
    }

    public List<Supplier> find(Collection<UUID> ids) {
        return db.sql(SELECT + " WHERE supplier.id = ANY (:ids)").param("ids", ids.toArray(UUID[]::new)).query(Supplier.class).list();
    }

    /** The one that bears exactly this English name, entered last. */
    public Optional<Supplier> named(String nameEn) {
        return db.sql(SELECT + " WHERE supplier.name_en = :name ORDER BY registered_at DESC LIMIT 1").param("name", nameEn).query(Supplier.class).optional();
    }

    /** The one with this number; where its record was merged, the one that stands for it. */
    public Optional<Supplier> byNumber(String number) {
        return db.sql(SELECT + " WHERE supplier.id = (SELECT now FROM supplier.name WHERE name.number = :number)").param("number", number).query(Supplier.class).optional();
    }

    /** The record with this number, also one that was merged. */
    Optional<Supplier> exactly(String number) {
        return db.sql(SELECT + " WHERE number = :number").param("number", number).query(Supplier.class).optional();
    }

    /** Whose each number is now, those of merged records among them. */
    Map<String, UUID> byNumbers() {
        var owners = new HashMap<String, UUID>();
        db.sql("SELECT number, now FROM supplier.name").query(row -> {
            owners.put(row.getString(1), row.getObject(2, UUID.class));
        });
        return owners;
    }

    /** What it was called before, and the numbers of records that were merged into it, the newest first. */
    List<Supplier.Former> former(UUID supplier) {
        return db.sql("SELECT field, words, until_at, record_of FROM supplier.former WHERE supplier = :supplier ORDER BY until_at DESC, field LIMIT 100")
                .param("supplier", supplier).query(Supplier.Former.class).list();
    }

    /**
     * Who bears any of these words in a name, number, credit code or LEI, or bore them before; in any script.
     *
     * @param order what stands behind ORDER BY; only expressions of ours, see {@code Query.orderBy}
     */
    List<Supplier> search(Sought sought, String order, int limit, long offset) {
        return narrowed(db.sql(SELECT + MATCHES + " ORDER BY " + order + " LIMIT :limit OFFSET :offset"), sought)
                .param("limit", limit).param("offset", offset)
                .query(Supplier.class).list();
    }

    /** Those whose name in any script holds these words, or whose number begins with them, or who bear this credit code or LEI; for other rooms. */
    public List<Supplier> named(String words, int most) {
        return search(Sought.by(words), "number", most, 0);
    }

    /** How many {@link #search} finds. */
    long count(Sought sought) {
        return narrowed(db.sql("SELECT count(*)" + FROM + MATCHES), sought).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec narrowed(JdbcClient.StatementSpec statement, Sought sought) {
        return statement
                .param("words", sought.words())
                .param("part", "%" + sought.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("category", sought.category()).param("country", sought.country())
                .param("ended", sought.ended().orElse(null), java.sql.Types.BOOLEAN);
    }

    /** Where suppliers are from. */
    List<String> countries() {
        return db.sql("SELECT DISTINCT country FROM supplier.supplier ORDER BY country").query(String.class).list();
    }

    public List<Supplier.Contact> contacts(UUID supplier) {
        return db.sql("""
                SELECT id, supplier, name, email, phone, from_day, until_day, roles
                  FROM supplier.contact
                 WHERE supplier = :supplier
                 ORDER BY until_day NULLS FIRST, name
                """)
                .param("supplier", supplier)
                .query(Suppliers::contact).list();
    }

    static Supplier.Contact contact(ResultSet row, int no) throws SQLException {
        return new Supplier.Contact(
                row.getObject("id", UUID.class), row.getObject("supplier", UUID.class), row.getString("name"), row.getString("email"),
                row.getString("phone"), row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
                Arrays.stream((String[]) row.getArray("roles").getArray()).map(Supplier.For::valueOf).toList());
    }

    public List<Supplier.Site> sites(UUID supplier) {
        return db.sql("""
                SELECT id, supplier, name, address, country, from_day, until_day
                  FROM supplier.site
                 WHERE supplier = :supplier
                 ORDER BY until_day NULLS FIRST, name
                """)
                .param("supplier", supplier)
                .query(Supplier.Site.class).list();
    }

    /** What we buy or bought from them, as known now. */
    public List<Supplier.Material> materials(UUID supplier) {
        return db.sql("""
                SELECT material.id,
                       material.supplier,
                       number,
                       name_en,
                       name_zh,
                       (SELECT mass_share
                          FROM supplier.content
                         WHERE content.material = material.id
                           AND content.cas = :tin
                           AND upper_inf(content.recorded)
                           AND lower(content.valid) <= greatest(:today, lower(purchase.valid))
                         ORDER BY lower(content.valid) DESC
                         LIMIT 1) AS tin_share,
                       lower(purchase.valid) AS from_day,
                       upper(purchase.valid) - 1 AS last_day
                  FROM supplier.material
                  JOIN supplier.purchase ON purchase.material = material.id AND upper_inf(purchase.recorded)
                 WHERE material.supplier = :supplier
                 ORDER BY upper(purchase.valid) NULLS FIRST, number
                """)
                .param("supplier", supplier).param("tin", TIN).param("today", LocalDate.now(clock))
                .query(Supplier.Material.class).list();
    }

    private static final String FROM = """

              FROM supplier.supplier
              JOIN supplier.category ON category.code = supplier.category
              LEFT JOIN supplier.ending ON ending.supplier = supplier.id AND ending.resumed_at IS NULL
            """;

    private static final String SELECT = """
            SELECT supplier.id,
                   number,
                   supplier.name_en,
                   supplier.name_zh,
                   name_other,
                   country,
                   category,
                   category.name_en AS category_en,
                   category.name_zh AS category_zh,
                   credit_code,
                   lei,
                   registered_at,
                   ending.last_day""" + FROM;

    private static final String MATCHES = """
             WHERE merged_into IS NULL
               AND (:words = ''
                    OR supplier.name_en ILIKE :part
                    OR supplier.name_zh ILIKE :part
                    OR name_other ILIKE :part
                    OR starts_with(lower(number), lower(:words))
                    OR credit_code = upper(:words)
                    OR lei = upper(:words)
                    OR supplier.id IN (SELECT former.supplier
                                         FROM supplier.former
                                        WHERE former.field <> 'number' AND former.words ILIKE :part
                                           OR former.field = 'number' AND starts_with(lower(former.words), lower(:words)))
                    OR supplier.id IN (SELECT merged_into FROM supplier.supplier WHERE credit_code = upper(:words) OR lei = upper(:words)))
               AND (:category = '' OR category = :category)
               AND (:country = '' OR country = :country)
               AND (:ended::boolean IS NULL OR :ended::boolean = (ending.id IS NOT NULL))
            """;

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
