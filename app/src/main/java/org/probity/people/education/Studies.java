package org.probity.people.education;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.education.Support.Proof;
import org.probity.people.education.Support.State;
import org.probity.proof.Hash;
import org.probity.shapes.evidence.Evidence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A study that is supported: receipts for instalments, how it ended and its paper, and what would be owed by whoever leaves. */
@Service
public class Studies {
    static final int FILE_BYTES_MAX = 10 << 20;

    public record Upload(String name, byte[] bytes) {}

    private final JdbcClient db;
    private final Supports supports;
    private final Programmes programmes;
    private final Evidence evidence;
    private final Log log;
    private final ApplicationEventPublisher events;

    Studies(JdbcClient db, Supports supports, Programmes programmes, Evidence evidence, Log log, ApplicationEventPublisher events) {
        this.db = db;
        this.supports = supports;
        this.programmes = programmes;
        this.evidence = evidence;
        this.log = log;
        this.events = events;
    }

    /**
     * The person brings a receipt for which an instalment is owed.
     *
     * <p>Refusals: {@code education.unknown}; {@code education.not-supported}; {@code education.file-missing}; {@code education.file-big}; {@code education.proof-amount};
     * {@code education.proof-above} all proofs together are more than was agreed; {@code education.proof-twice} the same file was brought before, by anybody.
     */
    @Transactional
    public Answer<UUID> prove(UUID id, BigDecimal amount, Upload file, Me by) {
        var found = supports.locked(id).filter(it -> supports.own(it, by));
        if (found.isEmpty()) {
            return Answer.refused("", "education.unknown");
        }
        var it = found.get();
        if (it.state() != State.SUPPORTED || it.amount() == null) {
            return Answer.refused("", "education.not-supported");
        }
        if (file.bytes().length == 0) {
            return Answer.refused("file", "education.file-missing");
        }
        if (file.bytes().length > FILE_BYTES_MAX) {
            return Answer.refused("file", "education.file-big", FILE_BYTES_MAX >> 20);
        }
        if (!Programmes.amount(amount)) {
            return Answer.refused("amount", "education.proof-amount");
        }
        var left = it.amount().subtract(it.proven());
        if (amount.compareTo(left) > 0) {
            return Answer.refused("amount", "education.proof-above", left);
        }
        // Known before it is kept: what is refused leaves no file behind.
        var twice = db.sql("SELECT EXISTS (SELECT FROM education.proof WHERE proof.sha256 = decode(:sha256, 'hex'))").param("sha256", Hash.sha256(file.bytes()).hex())
                .query(Boolean.class).single();
        if (twice) {
            return Answer.refused("file", "education.proof-twice");
        }
        var kept = evidence.keep(file.name(), "application/octet-stream", file.bytes(), by.account());
        db.sql("""
                INSERT INTO education.proof (id, file, sha256, application, no, amount, at)
                SELECT CAST(:id AS uuid), CAST(:id AS uuid), decode(:sha256, 'hex'), CAST(:application AS uuid), coalesce(max(no), 0) + 1, :amount, :at FROM education.proof WHERE application = :application
                """)
                .param("id", kept.id()).param("sha256", kept.sha256()).param("application", id).param("amount", amount).param("at", supports.now())
                .update();
        return Answer.done(kept.id());
    }

    /**
     * How it ended.
     *
     * <p>Refusals: {@code education.not-yours}; {@code education.unknown}; {@code education.own}; {@code education.not-supported}; {@code education.outcome-wrong};
     * {@code education.day-wrong} yet to come, or before it was agreed; {@code education.result-unproven} a degree or certificate without its paper;
     * {@code education.file-big}.
     */
    @Transactional
    public Answer<UUID> conclude(UUID id, String outcome, LocalDate day, Upload file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "education.not-yours");
        }
        var found = supports.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "education.unknown");
        }
        if (supports.own(found.get(), by)) {
            return Answer.refused("", "education.own");
        }
        if (found.get().state() != State.SUPPORTED || found.get().day() == null) {
            return Answer.refused("", "education.not-supported");
        }
        if (!List.of("OBTAINED", "FAILED", "LEFT").contains(outcome)) {
            return Answer.refused("outcome", "education.outcome-wrong");
        }
        if (day.isAfter(programmes.today()) || day.isBefore(found.get().day())) {
            return Answer.refused("day", "education.day-wrong");
        }
        var obtained = outcome.equals("OBTAINED");
        if (obtained && file.bytes().length == 0) {
            return Answer.refused("file", "education.result-unproven");
        }
        if (file.bytes().length > FILE_BYTES_MAX) {
            return Answer.refused("file", "education.file-big", FILE_BYTES_MAX >> 20);
        }
        Evidence.@Nullable Item kept = obtained ? evidence.keep(file.name(), "application/octet-stream", file.bytes(), by.account()) : null;
        db.sql("INSERT INTO education.result (application, outcome, day, file, by, at, record) VALUES (:id, :outcome, :day, :file, :by, :at, :record)")
                .param("id", id).param("outcome", outcome).param("day", day).param("file", kept == null ? null : kept.id(), Types.OTHER).param("by", by.account()).param("at", supports.now())
                .param("record", log.record("education.result", day, Map.of("application", id.toString(), "outcome", outcome, "sha256", kept == null ? "" : kept.sha256())))
                .update();
        events.publishEvent(new Supports.Told(id, Supports.Told.What.ENDED));
        return Answer.done(id);
    }

    public List<Proof> proofs(UUID id) {
        return db.sql("""
                SELECT proof.id, proof.no, item.name, proof.amount, payment.paid_on
                  FROM education.proof LEFT JOIN evidence.item ON item.id = proof.file LEFT JOIN education.payment ON payment.proof = proof.id
                 WHERE proof.application = :id ORDER BY proof.no
                """)
                .param("id", id).query(Proof.class).list();
    }

    Optional<Evidence.Item> paper(UUID id) {
        return db.sql("SELECT file FROM education.result WHERE application = :id AND file IS NOT NULL").param("id", id).query(UUID.class).optional().flatMap(evidence::find);
    }

    /** What would be owed by whoever leaves on a day. */
    Bond bond(Support it) {
        var programme = programmes.find(it.programme()).orElseThrow();
        return new Bond(it.paid().multiply(BigDecimal.valueOf(programme.bondPercent())).divide(BigDecimal.valueOf(100), 2, RoundingMode.DOWN), programme.bondMonths(),
                it.resultDay() == null ? programme.untilDay() : it.resultDay());
    }
}
