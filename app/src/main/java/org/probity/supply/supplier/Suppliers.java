package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Identifiers;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of suppliers. */
@Service
public class Suppliers {
    /** Tin in the CAS registry. */
    public static final String TIN = "7440-31-5";

    /** What must be known to enter a supplier. */
    public record Registration(
            String number, String nameEn, String nameZh, String country, String category, @Nullable String creditCode, @Nullable String lei) {}

    /** One line of the goods-receipt ledger. */
    public record Receipt(String document, int line, UUID supplier, UUID material, LocalDate day, BigDecimal kilograms) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Suppliers(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Enters a supplier in the register.
     *
     * <p>Refusals: {@code supplier.number-missing}, {@code supplier.name-missing}, {@code supplier.country-unknown},
     * {@code supplier.credit-code-wrong} and {@code supplier.lei-wrong} (check digit), {@code supplier.number-taken},
     * {@code supplier.credit-code-taken}, {@code supplier.lei-taken} (the register already has that legal person).
     */
    @Transactional
    public Answer<UUID> register(Registration it, Me by) {
        var reasons = new ArrayList<Reason>();
        if (it.number().isBlank()) {
            reasons.add(new Reason("number", "supplier.number-missing", List.of()));
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank()) {
            reasons.add(new Reason("nameEn", "supplier.name-missing", List.of()));
        }
        if (!List.of(java.util.Locale.getISOCountries()).contains(it.country())) {
            reasons.add(new Reason("country", "supplier.country-unknown", List.of()));
        }
        if (it.creditCode() != null && !Identifiers.isCreditCode(it.creditCode())) {
            reasons.add(new Reason("creditCode", "supplier.credit-code-wrong", List.of()));
        }
        if (it.lei() != null && !Identifiers.isLei(it.lei())) {
            reasons.add(new Reason("lei", "supplier.lei-wrong", List.of()));
        }
        reasons.addAll(taken(it));
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        var id = UUID.randomUUID();
        var record = log.record("supplier.registered", LocalDate.now(clock), Map.of("supplier", id.toString(), "number", it.number()));
        db.sql("""
                INSERT INTO supplier.supplier (id, number, name_en, name_zh, country, category, credit_code, lei,
                                               registered_by, registered_at, record)
                VALUES (:id, :number, :nameEn, :nameZh, :country, :category, :creditCode, :lei, :by, :at, :record)
                """)
                .param("id", id).param("number", it.number())
                .param("nameEn", it.nameEn().isBlank() ? it.nameZh() : it.nameEn())
                .param("nameZh", it.nameZh().isBlank() ? it.nameEn() : it.nameZh())
                .param("country", it.country()).param("category", it.category())
                .param("creditCode", it.creditCode()).param("lei", it.lei())
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    private List<Reason> taken(Registration it) {
        return db.sql("""
                SELECT CASE WHEN number = :number THEN 'number'
                            WHEN credit_code = :creditCode THEN 'creditCode'
                            ELSE 'lei'
                       END
                  FROM supplier.supplier
                 WHERE number = :number
                    OR credit_code = :creditCode
                    OR lei = :lei
                """)
                .param("number", it.number())
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
        return db.sql("""
                INSERT INTO supplier.contact (id, supplier, name, email, phone, from_day)
                VALUES (:id, :supplier, :name, :email, :phone, :day)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("supplier", supplier).param("name", name).param("email", email)
                .param("phone", phone).param("day", LocalDate.now(clock))
                .query(UUID.class).single();
    }

    @Transactional
    public UUID addMaterial(UUID supplier, String number, String nameEn, String nameZh) {
        return db.sql("""
                INSERT INTO supplier.material (id, supplier, number, name_en, name_zh)
                VALUES (:id, :supplier, :number, :nameEn, :nameZh)
                RETURNING id
                """)
                .param("id", UUID.randomUUID()).param("supplier", supplier).param("number", number)
                .param("nameEn", nameEn).param("nameZh", nameZh)
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
     * <p>Refusals: {@code supplier.ledger-differs} the lines do not add up to what the ledger says of itself; nothing is kept.
     */
    @Transactional
    public Answer<UUID> receive(
            String source, int year, List<Receipt> receipts, int statedRows, BigDecimal statedKilograms, UUID evidence, String sha256, Me by) {
        var sum = receipts.stream().map(Receipt::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (receipts.size() != statedRows || sum.compareTo(statedKilograms) != 0) {
            return Answer.refused("file", "supplier.ledger-differs", receipts.size(), statedRows, sum.toPlainString(), statedKilograms.toPlainString());
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

    public Optional<Supplier> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Supplier.class).optional();
    }

    public List<Supplier> find(Collection<UUID> ids) {
        return db.sql(SELECT + " WHERE id = ANY (:ids)").param("ids", ids.toArray(UUID[]::new)).query(Supplier.class).list();
    }

    public Optional<Supplier> byNumber(String number) {
        return db.sql(SELECT + " WHERE number = :number").param("number", number).query(Supplier.class).optional();
    }

    /** Who bears any of these words in a name, number, credit code or LEI; Chinese or Latin. */
    public List<Supplier> search(String words, int limit, long offset) {
        return db.sql(SELECT + MATCHES + """
                 ORDER BY number
                 LIMIT :limit OFFSET :offset
                """)
                .param("words", words.strip()).param("limit", limit).param("offset", offset)
                .query(Supplier.class).list();
    }

    /** How many {@link #search} finds. */
    public long count(String words) {
        return db.sql("SELECT count(*) FROM supplier.supplier" + MATCHES)
                .param("words", words.strip())
                .query(Long.class).single();
    }

    public List<Supplier.Contact> contacts(UUID supplier) {
        return db.sql("""
                SELECT id, supplier, name, email, phone, from_day, until_day
                  FROM supplier.contact
                 WHERE supplier = :supplier
                 ORDER BY until_day NULLS FIRST, name
                """)
                .param("supplier", supplier)
                .query(Supplier.Contact.class).list();
    }

    public List<Supplier.Site> sites(UUID supplier) {
        return db.sql("SELECT id, supplier, name, address, country FROM supplier.site WHERE supplier = :supplier ORDER BY name")
                .param("supplier", supplier)
                .query(Supplier.Site.class).list();
    }

    public List<Supplier.Material> materials(UUID supplier) {
        return db.sql("""
                SELECT material.id, material.supplier, number, name_en, name_zh, content.mass_share AS tin_share
                  FROM supplier.material
                  LEFT JOIN supplier.content ON content.material = material.id
                                            AND content.cas = :tin
                                            AND content.valid @> :today
                                            AND upper_inf(content.recorded)
                 WHERE material.supplier = :supplier
                 ORDER BY number
                """)
                .param("supplier", supplier).param("tin", TIN).param("today", LocalDate.now(clock))
                .query(Supplier.Material.class).list();
    }

    private static final String SELECT = """
            SELECT id, number, name_en, name_zh, country, category, credit_code, lei, registered_at
              FROM supplier.supplier
            """;

    private static final String MATCHES = """
             WHERE :words = ''
                OR name_en ILIKE '%' || :words || '%'
                OR name_zh ILIKE '%' || :words || '%'
                OR number ILIKE :words || '%'
                OR credit_code = upper(:words)
                OR lei = upper(:words)
            """;

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
