package org.probity.supply.green;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.green.Book.Kind;
import org.probity.supply.green.Proof.Outcome;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What suppliers show for the criteria of their category, and what a person of ours thinks of it. */
@Service
public class Proofs {
    static final int FILE_BYTES_MAX = 20 << 20;
    static final int WORDS_LONGEST = 4_000;

    /** As it is sent. */
    public record Sent(String code, Kind kind, String number, String issuer, LocalDate validFrom, LocalDate validUntil, String words, String file, String mediaType, byte[] bytes) {
        public Sent {
            number = number.strip();
            issuer = issuer.strip();
            words = words.strip();
        }
    }

    /** How far a supplier of a category with criteria is. */
    public record Standing(UUID supplier, String category, long points, long possible, int threshold, boolean met, long shown, long asked) {}

    /** Published in the transaction of a review. */
    public record Reviewed(Proof proof) {}

    private final JdbcClient db;
    private final Books books;
    private final Suppliers suppliers;
    private final Evidence evidence;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proofs(JdbcClient db, Books books, Suppliers suppliers, Evidence evidence, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.books = books;
        this.suppliers = suppliers;
        this.evidence = evidence;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A supplier, or a buyer for it, shows a criterion of its category.
     *
     * <p>Refusals: {@code green.not-yours}; {@code green.criterion-unknown} the category does not ask for it now; {@code green.too-weak} a stronger kind is
     * asked; {@code green.number-missing} a certificate and a declaration have a number and an issuer; {@code green.words-long}; {@code green.days-turned};
     * {@code green.over} it holds no more; {@code green.file-missing}; {@code green.file-too-big}; {@code green.waits-for-review} one for it is being reviewed.
     */
    @Transactional
    public Answer<Proof> send(UUID supplier, Sent it, Me by) {
        if (!by.supplier().map(supplier::equals).orElse(by.is(Role.BUYER) || by.is(Role.SOURCING_OFFICER))) {
            return Answer.refused("", "green.not-yours");
        }
        var criterion = books.on(suppliers.find(supplier).orElseThrow().category(), today()).flatMap(book -> book.criterion(it.code()));
        if (criterion.isEmpty()) {
            return Answer.refused("code", "green.criterion-unknown");
        }
        if (!criterion.get().shownBy(it.kind())) {
            return Answer.refused("kind", "green.too-weak");
        }
        if (it.kind().issued() && (it.number().isEmpty() || it.issuer().isEmpty())) {
            return Answer.refused(it.number().isEmpty() ? "number" : "issuer", "green.number-missing");
        }
        if (it.number().length() > Books.LINE_LONGEST || it.issuer().length() > Books.LINE_LONGEST || it.words().length() > WORDS_LONGEST) {
            return Answer.refused("words", "green.words-long", Books.LINE_LONGEST);
        }
        if (it.validUntil().isBefore(it.validFrom())) {
            return Answer.refused("validUntil", "green.days-turned");
        }
        if (it.validUntil().isBefore(today())) {
            return Answer.refused("validUntil", "green.over");
        }
        if (it.bytes().length == 0) {
            return Answer.refused("file", "green.file-missing");
        }
        if (it.bytes().length > FILE_BYTES_MAX) {
            return Answer.refused("file", "green.file-too-big", FILE_BYTES_MAX >> 20);
        }
        db.sql("SELECT pg_advisory_xact_lock(hashtext('green ' || :supplier))").param("supplier", supplier.toString()).query((row, n) -> n).list();
        if (of(supplier).stream().anyMatch(proof -> proof.code().equals(it.code()) && proof.waits())) {
            return Answer.refused("code", "green.waits-for-review");
        }
        var item = evidence.keep(it.file(), it.mediaType(), it.bytes(), by.account());
        var id = UUID.randomUUID();
        var record = log.record("green.proof", today(), Map.of("proof", id.toString(), "supplier", supplier.toString(), "criterion", it.code(), "kind", it.kind().name(),
                "from", it.validFrom().toString(), "until", it.validUntil().toString(), "sha256", item.sha256()));
        db.sql("""
                INSERT INTO green.proof (id, supplier, code, kind, number, issuer, valid_from, valid_until, words, evidence, sent_by, sent_at, record)
                VALUES (:id, :supplier, :code, :kind, :number, :issuer, :from, :until, :words, :evidence, :by, :at, :record)
                """)
                .param("id", id).param("supplier", supplier).param("code", it.code()).param("kind", it.kind().name()).param("number", it.number()).param("issuer", it.issuer())
                .param("from", it.validFrom()).param("until", it.validUntil()).param("words", it.words()).param("evidence", item.id()).param("by", by.account()).param("at", now())
                .param("record", record)
                .update();
        return Answer.done(find(id).orElseThrow());
    }

    /**
     * A person of ours accepts a proof, returns it, or takes an acceptance back.
     *
     * <p>Refusals: {@code green.proof-unknown}; {@code green.not-yours}; {@code green.own-proof} they sent it; {@code green.reviewed-already} it does not wait, or
     * what is taken back was not accepted; {@code green.reason-missing}; {@code green.words-long}.
     */
    @Transactional
    public Answer<Proof> review(UUID id, Outcome outcome, String words, Me by) {
        db.sql("SELECT FROM green.proof WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "green.proof-unknown");
        }
        if (!by.is(Role.SOURCING_OFFICER) && !by.is(Role.EHS) && !by.is(Role.QUALITY)) {
            return Answer.refused("", "green.not-yours");
        }
        var proof = found.get();
        if (proof.sentBy().equals(by.account())) {
            return Answer.refused("", "green.own-proof");
        }
        var allowed = switch (outcome) {
            case ACCEPTED, RETURNED -> proof.waits();
            case WITHDRAWN -> proof.outcome() == Outcome.ACCEPTED;
        };
        if (!allowed) {
            return Answer.refused("", "green.reviewed-already");
        }
        if (outcome != Outcome.ACCEPTED && words.isBlank()) {
            return Answer.refused("words", "green.reason-missing");
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "green.words-long", WORDS_LONGEST);
        }
        var record = log.record("green.review", today(), Map.of("proof", id.toString(), "no", proof.review() + 1, "outcome", outcome.name(), "by", by.account().toString()));
        db.sql("INSERT INTO green.review (proof, no, outcome, words, sent_by, by, at, record) VALUES (:proof, :no, :outcome, :words, :sender, :by, :at, :record)")
                .param("proof", id).param("no", proof.review() + 1).param("outcome", outcome.name()).param("words", words.strip()).param("sender", proof.sentBy())
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        var reviewed = find(id).orElseThrow();
        events.publishEvent(new Reviewed(reviewed));
        return Answer.done(reviewed);
    }

    Optional<Proof> find(UUID id) {
        return db.sql(SELECT + " WHERE proof.id = :id").param("id", id).query(Proof.class).optional();
    }

    /** All of a supplier, newest first. */
    public List<Proof> of(UUID supplier) {
        return db.sql(SELECT + " WHERE proof.supplier = :supplier ORDER BY proof.sent_at DESC, proof.id").param("supplier", supplier).query(Proof.class).list();
    }

    /** Those that wait for a person, the oldest first. */
    public List<Proof> waiting() {
        return db.sql(SELECT + " WHERE newest.outcome IS NULL ORDER BY proof.sent_at, proof.id").query(Proof.class).list();
    }

    List<Standing> standings(LocalDate day) {
        return db.sql("SELECT supplier, category, points, possible, threshold, met, shown, asked FROM green.standing(:day, 'infinity')").param("day", day)
                .query(Standing.class).list();
    }

    private static final String SELECT = """
            SELECT proof.id, proof.supplier, proof.code, proof.kind, proof.number, proof.issuer, proof.valid_from, proof.valid_until, proof.words, proof.evidence, proof.sent_by,
                   proof.sent_at, proof.record, coalesce(newest.no, 0) AS review, newest.outcome, newest.words AS answer, newest.by AS reviewed_by
              FROM green.proof
              LEFT JOIN LATERAL (SELECT no, outcome, words, by FROM green.review WHERE review.proof = proof.id ORDER BY no DESC LIMIT 1) AS newest ON true
            """;

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
