package org.probity.supply.admission;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Agreement.Capacity;
import org.probity.supply.admission.Agreement.Mandate;
import org.probity.supply.admission.Agreement.Signatory;
import org.probity.supply.supplier.Interests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may sign: for a supplier by a paper that legal affairs have checked, for us by a mandate that somebody else gave. Either can be taken back:
 * what was signed until then stays signed, and nothing is signed by it afterwards.
 */
@Service
public class Signatories {
    static final int YEARS_MOST = 5;

    /** Published in the transaction in which somebody was named, checked, or taken back. @param outcome null: named; WITHDRAWN: taken back */
    public record Checked(UUID signatory, UUID supplier, UUID account, @Nullable String outcome, String reasons) {}

    private final JdbcClient db;
    private final Interests interests;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Signatories(JdbcClient db, Interests interests, Evidence evidence, Accounts accounts, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.interests = interests;
        this.evidence = evidence;
        this.accounts = accounts;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A contact says that they sign for their company, with the paper that gives them that: the extract of the register for a legal
     * representative, a power of attorney for anybody else.
     *
     * <p>Refusals: {@code admission.not-yours}; {@code admission.name-missing}; {@code admission.until-wrong}; {@code admission.file-missing} and
     * those of {@link FileLook#at}.
     */
    @Transactional
    public Answer<UUID> name(String name, Capacity capacity, @Nullable LocalDate until, Proofs.@Nullable Upload paper, Me by) {
        if (by.supplier().isEmpty()) {
            return Answer.refused("", "admission.not-yours");
        }
        if (name.isBlank()) {
            return Answer.refused("name", "admission.name-missing");
        }
        if (until == null || until.isBefore(today()) || until.isAfter(today().plusYears(YEARS_MOST))) {
            return Answer.refused("until", "admission.until-wrong", YEARS_MOST);
        }
        if (paper == null) {
            return Answer.refused("paper", "admission.file-missing");
        }
        if (FileLook.at(paper.bytes()) instanceof FileLook.Unreadable(var key)) {
            return Answer.refused("paper", key, FileLook.BYTES_MAX >> 20);
        }
        var kept = evidence.keep(paper.name(), paper.mediaType(), paper.bytes(), by.account());
        var id = UUID.randomUUID();
        var record = log.record("admission.signatory", today(), Map.of(
                "signatory", id.toString(), "supplier", by.supplier().get().toString(), "account", by.account().toString(),
                "capacity", capacity.name(), "until", until.toString(), "sha256", kept.sha256()));
        db.sql("""
                INSERT INTO admission.signatory (id, supplier, account, name, capacity, valid_until, evidence, named_at, record)
                VALUES (:id, :supplier, :account, :name, :capacity, :until, :evidence, :at, :record)
                """)
                .param("id", id).param("supplier", by.supplier().get()).param("account", by.account()).param("name", name.strip())
                .param("capacity", capacity.name()).param("until", until).param("evidence", kept.id()).param("at", now()).param("record", record)
                .update();
        events.publishEvent(new Checked(id, by.supplier().get(), by.account(), null, ""));
        return Answer.done(id);
    }

    /**
     * Legal affairs look at the paper.
     *
     * <p>Refusals: {@code admission.signatory-unknown}; {@code admission.checked-already}; {@code admission.reasons-missing};
     * {@code admission.until-wrong} longer than the paper says, or past; {@code admission.own-interest}.
     */
    @Transactional
    public Answer<UUID> check(UUID signatory, boolean good, @Nullable LocalDate until, String reasons, Me by) {
        db.sql("SELECT FROM admission.signatory WHERE id = :id FOR UPDATE").param("id", signatory).query((row, n) -> n).optional();
        var found = find(signatory);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.signatory-unknown");
        }
        if (found.get().outcome() != null) {
            return Answer.refused("", "admission.checked-already");
        }
        if (interests.in(found.get().supplier(), by)) {
            return Answer.refused("", "admission.own-interest");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        if (good && (until == null || until.isBefore(today()) || until.isAfter(found.get().validUntil()))) {
            return Answer.refused("until", "admission.until-wrong", YEARS_MOST);
        }
        var record = log.record("admission.signatory-checked", today(), Map.of(
                "signatory", signatory.toString(), "outcome", good ? "ACCEPTED" : "REFUSED", "by", by.account().toString()));
        db.sql("""
                INSERT INTO admission.signatory_checked (signatory, outcome, reasons, valid_until, by, at, record)
                VALUES (:signatory, :outcome, :reasons, :until, :by, :at, :record)
                """)
                .param("signatory", signatory).param("outcome", good ? "ACCEPTED" : "REFUSED").param("reasons", reasons.strip())
                .param("until", good ? until : null, Types.DATE).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        events.publishEvent(new Checked(signatory, found.get().supplier(), found.get().account(), good ? "ACCEPTED" : "REFUSED", reasons.strip()));
        return Answer.done(signatory);
    }

    /**
     * An authority that was accepted ends now: legal affairs say so, or the supplier itself, for whom nobody else would know that somebody left.
     * It locks what {@link #signing} locks, so that of a signature and a taking back at once the second sees the first.
     *
     * <p>Refusals: {@code admission.signatory-unknown} none, or another supplier's; {@code admission.taken-back-already};
     * {@code admission.authority-ended} refused, not checked yet, or over; {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> withdraw(UUID signatory, String reasons, Me by) {
        db.sql("SELECT FROM admission.signatory WHERE id = :id FOR UPDATE").param("id", signatory).query((row, n) -> n).optional();
        var found = find(signatory).filter(it -> by.sees(it.supplier()));
        if (found.isEmpty()) {
            return Answer.refused("", "admission.signatory-unknown");
        }
        if (found.get().withdrawnAt() != null) {
            return Answer.refused("", "admission.taken-back-already");
        }
        if (!found.get().holds(today())) {
            return Answer.refused("", "admission.authority-ended");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        db.sql("INSERT INTO admission.signatory_withdrawn (signatory, reasons, by, at, record) VALUES (:signatory, :reasons, :by, :at, :record)")
                .param("signatory", signatory).param("reasons", reasons.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("admission.signatory-withdrawn", today(), Map.of("signatory", signatory.toString(), "by", by.account().toString())))
                .update();
        events.publishEvent(new Checked(signatory, found.get().supplier(), found.get().account(), "WITHDRAWN", reasons.strip()));
        return Answer.done(signatory);
    }

    /**
     * Somebody of ours may sign for us from today on; nobody gives it to themselves, and who looks at us from outside does not sign for us.
     *
     * <p>Refusals: {@code admission.account-unknown} nobody here; {@code admission.not-of-ours} an assurer, a customer's or a supplier's contact;
     * {@code admission.needs-another}; {@code admission.until-wrong}.
     */
    @Transactional
    public Answer<UUID> give(UUID account, @Nullable LocalDate until, Evidence.@Nullable Item paper, Me by) {
        var whom = accounts.find(account).filter(it -> !it.disabled());
        if (whom.isEmpty()) {
            return Answer.refused("account", "admission.account-unknown");
        }
        if (whom.get().supplier().isPresent() || whom.get().roles().stream().anyMatch(it -> it.outside() || it == Role.ASSURER)) {
            return Answer.refused("account", "admission.not-of-ours");
        }
        if (account.equals(by.account())) {
            return Answer.refused("account", "admission.needs-another");
        }
        if (until == null || until.isBefore(today()) || until.isAfter(today().plusYears(YEARS_MOST))) {
            return Answer.refused("until", "admission.until-wrong", YEARS_MOST);
        }
        var id = UUID.randomUUID();
        var record = log.record("admission.mandate", today(), Map.of(
                "mandate", id.toString(), "account", account.toString(), "until", until.toString(), "by", by.account().toString()));
        db.sql("""
                INSERT INTO admission.mandate (id, account, from_day, until_day, evidence, given_by, given_at, record)
                VALUES (:id, :account, :from, :until, :evidence, :by, :at, :record)
                """)
                .param("id", id).param("account", account).param("from", today()).param("until", until)
                .param("evidence", paper == null ? null : paper.id(), Types.OTHER).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(id);
    }

    /**
     * A mandate ends now. Whoever may give one may take it back, also their own.
     *
     * <p>Refusals: {@code admission.mandate-unknown}; {@code admission.taken-back-already}; {@code admission.mandate-ended}; {@code admission.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> takeBack(UUID mandate, String reasons, Me by) {
        db.sql("SELECT FROM admission.mandate WHERE id = :id FOR UPDATE").param("id", mandate).query((row, n) -> n).optional();
        var found = mandate(mandate);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.mandate-unknown");
        }
        if (found.get().withdrawnAt() != null) {
            return Answer.refused("", "admission.taken-back-already");
        }
        if (!found.get().holds(today())) {
            return Answer.refused("", "admission.mandate-ended");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        db.sql("INSERT INTO admission.mandate_withdrawn (mandate, reasons, by, at, record) VALUES (:mandate, :reasons, :by, :at, :record)")
                .param("mandate", mandate).param("reasons", reasons.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("admission.mandate-withdrawn", today(), Map.of("mandate", mandate.toString(), "by", by.account().toString())))
                .update();
        return Answer.done(mandate);
    }

    /** The authority by which somebody signs for their company now, held until the end of the transaction. */
    Optional<Signatory> signing(UUID supplier, UUID account) {
        db.sql("SELECT FROM admission.signatory WHERE supplier = :supplier AND account = :account ORDER BY id FOR SHARE")
                .param("supplier", supplier).param("account", account).query((row, n) -> n).list();
        return of(supplier).stream().filter(it -> it.maySign(account, today())).findFirst();
    }

    /** The mandate by which somebody signs for us now, held until the end of the transaction. */
    Optional<Mandate> countersigning(UUID account) {
        db.sql("SELECT FROM admission.mandate WHERE account = :account ORDER BY id FOR SHARE").param("account", account).query((row, n) -> n).list();
        return mandateOf(account);
    }

    Optional<Mandate> mandateOf(UUID account) {
        return mandates().stream().filter(it -> it.account().equals(account) && it.holds(today())).findFirst();
    }

    Optional<Mandate> mandate(UUID id) {
        return mandates().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    List<Mandate> mandates() {
        return db.sql("""
                SELECT id, account, from_day, until_day, evidence, given_by, withdrawn.at AS withdrawn_at, withdrawn.reasons AS withdrawn_why, withdrawn.by AS withdrawn_by
                  FROM admission.mandate
                  LEFT JOIN admission.mandate_withdrawn AS withdrawn ON withdrawn.mandate = mandate.id
                 ORDER BY until_day DESC, id
                """).query(Mandate.class).list();
    }

    /** Authorities that legal affairs accepted, one page of those whose person or company is called so; the newest first. */
    List<Signatory> accepted(Query query) {
        return db.sql(SELECT + ACCEPTED + " ORDER BY signatory_checked.at DESC, id LIMIT :limit OFFSET :offset")
                .param("like", like(query)).param("limit", query.limit()).param("offset", query.offset()).query(Signatory.class).list();
    }

    long acceptedInAll(Query query) {
        return db.sql("SELECT count(*) FROM admission.signatory JOIN admission.signatory_checked ON signatory_checked.signatory = signatory.id" + ACCEPTED)
                .param("like", like(query)).query(Long.class).single();
    }

    private static final String ACCEPTED = """
             WHERE signatory_checked.outcome = 'ACCEPTED'
               AND (:like = '%%' OR signatory.name ILIKE :like
                    OR signatory.supplier IN (SELECT id FROM supplier.name WHERE name_en ILIKE :like OR name_zh ILIKE :like OR number ILIKE :like))
            """;

    private static String like(Query query) {
        return "%" + query.filter("q").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    Optional<Signatory> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id).query(Signatory.class).optional();
    }

    List<Signatory> of(UUID supplier) {
        return db.sql(SELECT + " WHERE supplier = :supplier ORDER BY named_at DESC").param("supplier", supplier).query(Signatory.class).list();
    }

    /** Those that wait for legal affairs, the oldest first. */
    List<Signatory> unchecked() {
        return db.sql(SELECT + " WHERE signatory_checked.signatory IS NULL ORDER BY named_at").query(Signatory.class).list();
    }

    private static final String SELECT = """
            SELECT signatory.id, supplier, account, name, capacity, signatory.valid_until, evidence, named_at, outcome, signatory_checked.reasons,
                   signatory_checked.valid_until AS until, withdrawn.at AS withdrawn_at, withdrawn.reasons AS withdrawn_why, withdrawn.by AS withdrawn_by
              FROM admission.signatory
              LEFT JOIN admission.signatory_checked ON signatory_checked.signatory = signatory.id
              LEFT JOIN admission.signatory_withdrawn AS withdrawn ON withdrawn.signatory = signatory.id
            """;

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
