package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.CompanyGone;
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

    /** Published in the transaction in which these came, or bear other names, numbers or sites. */
    public record Said(Collection<UUID> suppliers) {
        public Said {
            suppliers = List.copyOf(suppliers);
        }
    }

    /** One line of the goods-receipt ledger. */
    public record Receipt(String document, int line, UUID supplier, UUID material, LocalDate day, BigDecimal kilograms) {}

    private final JdbcClient db;
    private final Objections objections;
    private final Receipts receipts;
    private final SupplierSearch search;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suppliers(JdbcClient db, Objections objections, Receipts receipts, SupplierSearch search, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.objections = objections;
        this.receipts = receipts;
        this.search = search;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters a supplier in the register.
     *
     * <p>Refusals: those of {@link Objections#to}.
     */
    @Transactional
    public Answer<UUID> register(Registration it, Me by) {
        var id = UUID.randomUUID();
        var reasons = objections.to(it, id);
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
    public UUID addMaterial(UUID supplier, String number, String nameEn, String nameZh, @Nullable LocalDate from) {
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
                .param("nameEn", nameEn).param("nameZh", nameZh).param("from", from, Types.DATE).param("at", now())
                .query(UUID.class).single();
    }

    /**
     * Says what share of a material's mass is a substance, from a day on. What was known before stays, closed at this moment, so that
     * "as known on" can be asked.
     */
    @Transactional
    public void sayContent(UUID material, String cas, BigDecimal massShare, LocalDate from) {
        sayContent(material, cas, massShare, from, Accounts.HOUSE);
    }

    @Transactional
    void sayContent(UUID material, String cas, BigDecimal massShare, LocalDate from, UUID by) {
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
        log.record("supplier.content", LocalDate.now(clock), Map.of("material", material.toString(), "cas", cas, "mass_share", massShare.toPlainString(), "from", from.toString(), "by", by.toString()));
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
            String source, int year, List<Receipt> delivered, int statedRows, BigDecimal statedKilograms, UUID evidence, String sha256, Me by) {
        var sum = delivered.stream().map(Receipt::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (delivered.size() != statedRows || sum.compareTo(statedKilograms) != 0) {
            return Answer.refused("file", "supplier.ledger-differs", delivered.size(), statedRows, sum.toPlainString(), statedKilograms.toPlainString());
        }
        for (var it : delivered) {
            if (it.day().isAfter(LocalDate.now(clock))) {
                return Answer.refused("file", "supplier.receipt-future", it.day().toString());
            }
            if (it.day().getYear() != year) {
                return Answer.refused("file", "supplier.receipt-outside-year", it.day().toString());
            }
        }
        var twice = receipts.twice(delivered);
        if (twice.isPresent()) {
            return Answer.refused("file", "supplier.receipt-twice", twice.get());
        }
        var id = UUID.randomUUID();
        var record = log.record("supplier.ledger", LocalDate.now(clock), Map.of(
                "ledger", id.toString(), "source", source, "year", year, "rows", statedRows,
                "kilograms", statedKilograms.toPlainString(), "sha256", sha256));
        receipts.keep(id, source, year, delivered, statedKilograms, evidence, by, record);
        return Answer.done(id);
    }

    /** The company for which a contact is signed in; if it is not on the register they are told so. */
    public Supplier of(Me contact) {
        return contact.supplier().flatMap(this::find).orElseThrow(() -> new CompanyGone("supplier " + contact.supplier() + " of account " + contact.account()));
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

    /** Those whose name in any script holds these words, or whose number begins with them, or who bear this credit code or LEI. */
    public List<Supplier> named(String words, int most) {
        return search.named(words, most);
    }

    public List<Supplier.Contact> contacts(UUID supplier) {
        return db.sql("SELECT id, supplier, name, email, phone, from_day, until_day, roles FROM supplier.contact WHERE supplier = :supplier ORDER BY until_day NULLS FIRST, name")
                .param("supplier", supplier).query(Suppliers::contact).list();
    }

    static Supplier.Contact contact(ResultSet row, int no) throws SQLException {
        return new Supplier.Contact(
                row.getObject("id", UUID.class), row.getObject("supplier", UUID.class), row.getString("name"), row.getString("email"),
                row.getString("phone"), row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
                Arrays.stream((String[]) row.getArray("roles").getArray()).map(Supplier.For::valueOf).toList());
    }

    public List<Supplier.Site> sites(UUID supplier) {
        return db.sql("SELECT id, supplier, name, address, country, from_day, until_day FROM supplier.site WHERE supplier = :supplier ORDER BY until_day NULLS FIRST, name")
                .param("supplier", supplier).query(Supplier.Site.class).list();
    }

    /** What we buy or bought from them, as known now. */
    public List<Supplier.Material> materials(UUID supplier) {
        return db.sql("""
                SELECT material.id, material.supplier, number, name_en, name_zh,
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

    static final String FROM = """

              FROM supplier.supplier
              JOIN supplier.category ON category.code = supplier.category
              LEFT JOIN supplier.ending ON ending.supplier = supplier.id AND ending.resumed_at IS NULL
            """;

    static final String SELECT = """
            SELECT supplier.id, number, supplier.name_en, supplier.name_zh, name_other, country, category,
                   category.name_en AS category_en, category.name_zh AS category_zh, credit_code, lei, registered_at, ending.last_day""" + FROM;

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
