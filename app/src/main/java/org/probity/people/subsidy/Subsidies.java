package org.probity.people.subsidy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Claims by scheme and what is agreed to. A day, an invoice and a file count once. */
@Service
public class Subsidies {
    static final int WORDS_LONGEST = 1_000;
    static final int RECEIPTS_MOST = 5;
    private static final int BYTES_MOST = 10 << 20;
    private static final int INVOICE_LONGEST = 40;
    /** Days after the last day claimed. */
    static final int LATE_MOST = 180;

    public record Upload(String name, byte[] bytes) {}

    public record Request(@Nullable UUID scheme, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable BigDecimal amount, String invoice, String words, List<Upload> receipts) {}

    /** Something was answered; heard in its transaction. */
    record Told(UUID claim) {}

    private final JdbcClient db;
    private final Schemes schemes;
    private final Evidence evidence;
    private final LettingGo lettingGo;
    private final Directory directory;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Subsidies(JdbcClient db, Schemes schemes, Evidence evidence, LettingGo lettingGo, Directory directory, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.schemes = schemes;
        this.evidence = evidence;
        this.lettingGo = lettingGo;
        this.directory = directory;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Claims days that are over, or end today, by a scheme that held on all of them. An invoice is known by its letters and digits, however it is typed, and a file by its bytes; each counts once in the whole company.
     *
     * <p>Refusals: {@code subsidy.no-person}; {@code subsidy.scheme-missing}; {@code subsidy.day-missing}; {@code subsidy.days-turned}; {@code subsidy.day-future}; {@code subsidy.late}; {@code subsidy.scheme-not-then};
     * {@code subsidy.not-engaged} on the first or last day; {@code subsidy.amount-missing}; {@code subsidy.amount-high} more than the scheme gives; {@code subsidy.words-long}; {@code subsidy.invoice-long};
     * {@code subsidy.receipt-missing}; {@code subsidy.receipts-many}; {@code subsidy.receipt-large}; {@code subsidy.receipts-day}; {@code subsidy.claimed-twice} one of the days is claimed already; {@code subsidy.invoice-twice};
     * {@code subsidy.receipt-twice}; {@code subsidy.times} as often as the scheme gives it in a year.
     */
    @Transactional
    public Answer<UUID> claim(Request it, Me by) {
        var found = directory.personOf(by);
        if (found.isEmpty()) {
            return Answer.refused("", "subsidy.no-person");
        }
        var person = found.get();
        var scheme = it.scheme() == null ? Optional.<Scheme>empty() : schemes.find(it.scheme(), today().getYear());
        if (scheme.isEmpty()) {
            return Answer.refused("scheme", "subsidy.scheme-missing");
        }
        var from = it.from();
        var until = it.until();
        if (from == null || until == null) {
            return Answer.refused(from == null ? "from" : "until", "subsidy.day-missing");
        }
        if (until.isBefore(from)) {
            return Answer.refused("until", "subsidy.days-turned");
        }
        if (until.isAfter(today())) {
            return Answer.refused("until", "subsidy.day-future");
        }
        if (until.isBefore(today().minusDays(LATE_MOST))) {
            return Answer.refused("until", "subsidy.late", LATE_MOST);
        }
        if (!scheme.get().holdsOn(from) || !scheme.get().holdsOn(until)) {
            return Answer.refused("from", "subsidy.scheme-not-then");
        }
        if (!engaged(person, from) || !engaged(person, until)) {
            return Answer.refused("from", "subsidy.not-engaged");
        }
        var most = scheme.get().most(from, until);
        if (it.amount() == null || it.amount().signum() <= 0) {
            return Answer.refused("amount", "subsidy.amount-missing");
        }
        if (it.amount().compareTo(most) > 0) {
            return Answer.refused("amount", "subsidy.amount-high", most);
        }
        if (it.words().strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "subsidy.words-long", WORDS_LONGEST);
        }
        var invoice = invoice(it.invoice());
        if (invoice.length() > INVOICE_LONGEST) {
            return Answer.refused("invoice", "subsidy.invoice-long", INVOICE_LONGEST);
        }
        var receipts = it.receipts().stream().filter(one -> one.bytes().length > 0).toList();
        if (scheme.get().receipt() && receipts.isEmpty()) {
            return Answer.refused("receipts", "subsidy.receipt-missing");
        }
        if (receipts.size() > RECEIPTS_MOST || receipts.stream().anyMatch(one -> one.bytes().length > BYTES_MOST)) {
            return Answer.refused("receipts", receipts.size() > RECEIPTS_MOST ? "subsidy.receipts-many" : "subsidy.receipt-large", receipts.size() > RECEIPTS_MOST ? RECEIPTS_MOST : BYTES_MOST >> 20);
        }
        if (!receipts.isEmpty() && lettingGo.full(by.account())) {
            return Answer.refused("receipts", "subsidy.receipts-day");
        }
        // Two who send the same paper at once wait for each other here.
        db.sql("LOCK TABLE subsidy.receipt IN SHARE ROW EXCLUSIVE MODE").update();
        if (db.sql("SELECT EXISTS (SELECT FROM subsidy.claim WHERE scheme = :scheme AND person = :person AND void_at IS NULL AND from_day <= :until AND until_day >= :from)").param("scheme", it.scheme()).param("person", person)
                .param("from", from).param("until", until).query(Boolean.class).single()) {
            return Answer.refused("from", "subsidy.claimed-twice");
        }
        if (!invoice.isEmpty() && db.sql("SELECT EXISTS (SELECT FROM subsidy.claim WHERE invoice = :invoice AND void_at IS NULL)").param("invoice", invoice).query(Boolean.class).single()) {
            return Answer.refused("invoice", "subsidy.invoice-twice");
        }
        if (scheme.get().times() != null && db.sql("SELECT count(*) FROM subsidy.claim WHERE scheme = :scheme AND person = :person AND void_at IS NULL AND extract(year FROM from_day) = :year").param("scheme", it.scheme())
                .param("person", person).param("year", from.getYear()).query(Integer.class).single() >= scheme.get().times()) {
            return Answer.refused("scheme", "subsidy.times", scheme.get().times());
        }
        var items = receipts.stream().map(one -> evidence.keep(one.name(), "application/octet-stream", one.bytes(), by.account())).toList();
        var hashes = items.stream().map(Evidence.Item::sha256).toList();
        if (hashes.stream().distinct().count() < hashes.size() || hashes.stream().anyMatch(this::brought)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("receipts", "subsidy.receipt-twice");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO subsidy.claim (id, number, scheme, person, from_day, until_day, amount, invoice, words, claimed_by, claimed_at, record)
                VALUES (:id, 'C' || :year || '-' || lpad(nextval('subsidy.number')::text, 6, '0'), :scheme, :person, :from, :until, :amount, :invoice, :words, :by, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("scheme", it.scheme()).param("person", person).param("from", from).param("until", until).param("amount", it.amount()).param("invoice", invoice)
                .param("words", it.words().strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("subsidy.claimed", today(), Map.of("claim", id.toString(), "scheme", scheme.get().code(), "from", from.toString(), "until", until.toString(), "amount", it.amount().toPlainString(),
                        "receipts", String.join(" ", hashes))))
                .update();
        items.forEach(item -> db.sql("INSERT INTO subsidy.receipt (id, claim, evidence, sha256) VALUES (gen_random_uuid(), :claim, :item, decode(:hash, 'hex'))").param("claim", id).param("item", item.id())
                .param("hash", item.sha256()).update());
        return Answer.done(id);
    }

    /** Letters and digits alone, so that spaces and dashes make no other invoice. */
    static String invoice(String typed) {
        return typed.codePoints().filter(Character::isLetterOrDigit).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().toUpperCase(java.util.Locale.ROOT);
    }

    private boolean brought(String sha256) {
        return db.sql("SELECT EXISTS (SELECT FROM subsidy.receipt JOIN subsidy.claim ON claim.id = receipt.claim WHERE receipt.sha256 = :hash AND claim.void_at IS NULL)").param("hash", HexFormat.of().parseHex(sha256))
                .query(Boolean.class).single();
    }

    private boolean engaged(UUID person, LocalDate day) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS that WHERE that.person = :person AND that.kind <> 'RETIREE')").param("day", day).param("person", person)
                .query(Boolean.class).single();
    }

    /**
     * Human resources agree, to all of it or to less with a reason, as long as the year's budget of the scheme has it; or they refuse. Nobody for themselves.
     *
     * <p>Refusals: {@code subsidy.not-yours}, {@code subsidy.unknown}, {@code subsidy.own}, {@code subsidy.not-open}, {@code subsidy.amount-missing}, {@code subsidy.amount-more} than was claimed, {@code subsidy.reason-missing} for
     * less or nothing, {@code subsidy.words-long}, {@code subsidy.budget-none}, {@code subsidy.budget-over} with what is left.
     */
    @Transactional
    public Answer<UUID> answer(UUID id, boolean yes, @Nullable BigDecimal amount, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "subsidy.not-yours");
        }
        db.sql("SELECT FROM subsidy.claim WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "subsidy.unknown");
        }
        var it = found.get();
        if (own(it, by)) {
            return Answer.refused("", "subsidy.own");
        }
        if (it.state() != Claim.State.CLAIMED) {
            return Answer.refused("", "subsidy.not-open");
        }
        if (yes && (amount == null || amount.signum() <= 0)) {
            return Answer.refused("agreed", "subsidy.amount-missing");
        }
        if (yes && amount.compareTo(it.amount()) > 0) {
            return Answer.refused("agreed", "subsidy.amount-more", it.amount());
        }
        if (reason.isBlank() && (!yes || amount.compareTo(it.amount()) < 0)) {
            return Answer.refused("reason", "subsidy.reason-missing");
        }
        if (reason.strip().length() > WORDS_LONGEST) {
            return Answer.refused("reason", "subsidy.words-long", WORDS_LONGEST);
        }
        if (yes) {
            db.sql("SELECT FROM subsidy.scheme WHERE id = :id FOR NO KEY UPDATE").param("id", it.scheme()).query((row, n) -> row).optional();
            var scheme = schemes.find(it.scheme(), it.fromDay().getYear()).orElseThrow();
            if (scheme.budget() == null) {
                return Answer.refused("agreed", "subsidy.budget-none", String.valueOf(it.fromDay().getYear()));
            }
            var left = scheme.budget().subtract(scheme.agreed());
            if (amount.compareTo(left) > 0) {
                return Answer.refused("agreed", "subsidy.budget-over", left);
            }
        }
        var agreed = yes ? amount : BigDecimal.ZERO;
        db.sql("INSERT INTO subsidy.answer (claim, outcome, amount, reason, answered_by, answered_at, record) VALUES (:claim, :outcome, :amount, :reason, :by, :at, :record)").param("claim", id)
                .param("outcome", yes ? "AGREED" : "REFUSED").param("amount", agreed).param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("subsidy.answered", today(), Map.of("claim", id.toString(), "outcome", yes ? "AGREED" : "REFUSED", "amount", agreed.toPlainString()))).update();
        if (!yes) {
            db.sql("UPDATE subsidy.claim SET void_at = :at WHERE id = :id").param("at", now()).param("id", id).update();
        }
        events.publishEvent(new Told(id));
        return Answer.done(id);
    }

    /**
     * Whoever claimed takes it back before it is answered.
     *
     * <p>Refusals: {@code subsidy.unknown}, {@code subsidy.only-own}, {@code subsidy.not-open}.
     */
    @Transactional
    public Answer<UUID> withdraw(UUID id, Me by) {
        db.sql("SELECT FROM subsidy.claim WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        var it = find(id);
        if (it.isEmpty()) {
            return Answer.refused("", "subsidy.unknown");
        }
        if (!own(it.get(), by)) {
            return Answer.refused("", "subsidy.only-own");
        }
        if (it.get().state() != Claim.State.CLAIMED) {
            return Answer.refused("", "subsidy.not-open");
        }
        db.sql("UPDATE subsidy.claim SET void_at = :at, void_record = :record WHERE id = :id").param("at", now()).param("id", id)
                .param("record", log.record("subsidy.withdrawn", today(), Map.of("claim", id.toString()))).update();
        return Answer.done(id);
    }

    boolean own(Claim it, Me me) {
        return directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    static final String SELECT = """
            SELECT claim.id, claim.number, claim.scheme, scheme.name_en AS scheme_en, scheme.name_zh AS scheme_zh, claim.person, coalesce(name.number, '') AS staff_number, coalesce(name.name_en, '') AS name_en,
                   coalesce(name.name_zh, '') AS name_zh, claim.from_day, claim.until_day, claim.amount, claim.invoice, claim.words, claim.claimed_by, claim.claimed_at, answer.outcome, answer.amount AS agreed, answer.reason,
                   answer.answered_at, claim.void_at IS NOT NULL AS gone, payment.number AS payment, payment.id AS payment_id
              FROM subsidy.claim
              JOIN subsidy.scheme ON scheme.id = claim.scheme
              LEFT JOIN directory.name ON name.id = claim.person
              LEFT JOIN subsidy.answer ON answer.claim = claim.id
              LEFT JOIN subsidy.line ON line.claim = claim.id
              LEFT JOIN subsidy.payment ON payment.id = line.payment
            """;

    Optional<Claim> find(UUID id) {
        return db.sql(SELECT + " WHERE claim.id = :id").param("id", id).query(Claim.class).optional();
    }

    List<Claim> of(UUID person) {
        return db.sql(SELECT + " WHERE claim.person = :person ORDER BY claim.claimed_at DESC").param("person", person).query(Claim.class).list();
    }

    /** What nobody has answered, oldest first. */
    List<Claim> waiting() {
        return db.sql(SELECT + " WHERE claim.void_at IS NULL AND answer.claim IS NULL ORDER BY claim.claimed_at").query(Claim.class).list();
    }

    /** A file of a claim. */
    record Receipt(UUID id, UUID claim, UUID evidence, String name) {}

    List<Receipt> receipts(UUID claim) {
        return db.sql("SELECT id, claim, evidence, '' AS name FROM subsidy.receipt WHERE claim = :claim ORDER BY id").param("claim", claim).query(Receipt.class).list().stream()
                .map(it -> new Receipt(it.id(), it.claim(), it.evidence(), item(it).name())).toList();
    }

    Optional<Receipt> receipt(UUID id) {
        return db.sql("SELECT id, claim, evidence, '' AS name FROM subsidy.receipt WHERE id = :id").param("id", id).query(Receipt.class).optional();
    }

    Evidence.Item item(Receipt it) {
        return evidence.find(it.evidence()).orElseThrow();
    }

    byte[] bytes(Receipt it) {
        return evidence.bytes(item(it));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
