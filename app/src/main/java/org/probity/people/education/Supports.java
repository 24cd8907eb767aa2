package org.probity.people.education;

import java.math.BigDecimal;
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
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Query;
import org.probity.people.education.Support.Proof;
import org.probity.people.education.Support.State;
import org.probity.proof.Hash;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From an application through two people's yes and instalments on proof to a result. */
@Service
public class Supports {
    static final String MATTER = "education.support";
    static final int WORDS_LONGEST = 4_000;
    static final int REASON_LONGEST = 2_000;
    static final int FILE_BYTES_MAX = 10 << 20;

    public record Upload(String name, byte[] bytes) {}

    /** Something became of an application; heard in its transaction. */
    record Told(UUID application, What what) {
        enum What { APPROVED, REFUSED, PAID, ENDED }
    }

    private final JdbcClient db;
    private final Programmes programmes;
    private final Directory directory;
    private final Decisions decisions;
    private final Evidence evidence;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Supports(JdbcClient db, Programmes programmes, Directory directory, Decisions decisions, Evidence evidence, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.programmes = programmes;
        this.directory = directory;
        this.decisions = decisions;
        this.evidence = evidence;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Applies for a programme. Everybody who is engaged here may, whatever their engagement; retirees are not engaged.
     *
     * <p>Refusals: {@code education.no-person}; {@code education.not-engaged}; {@code education.programme-unknown}; {@code education.programme-over};
     * {@code education.words-wrong} none, or too many; {@code education.applied-already}.
     */
    @Transactional
    public Answer<UUID> apply(UUID programme, String words, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "education.no-person");
        }
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person.get()).query((row, n) -> row).optional();
        var engagement = db.sql("SELECT kind FROM directory.engaged(:day, 'infinity') WHERE person = :person AND kind <> 'RETIREE' ORDER BY from_day LIMIT 1")
                .param("day", programmes.today()).param("person", person.get()).query(String.class).optional();
        if (engagement.isEmpty()) {
            return Answer.refused("", "education.not-engaged");
        }
        var found = programmes.find(programme);
        if (found.isEmpty()) {
            return Answer.refused("", "education.programme-unknown");
        }
        if (!found.get().open(programmes.today())) {
            return Answer.refused("", "education.programme-over");
        }
        if (words.isBlank() || words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "education.words-wrong", WORDS_LONGEST);
        }
        if (of(person.get()).stream().anyMatch(it -> it.programme().equals(programme))) {
            return Answer.refused("", "education.applied-already");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO education.application (id, number, person, programme, engagement, words, applied_by, applied_at)
                VALUES (:id, 'S' || :year || '-' || lpad(nextval('education.number')::text, 5, '0'), :person, :programme, :engagement, :words, :by, :at)
                """)
                .param("id", id).param("year", programmes.today().getYear()).param("person", person.get()).param("programme", programme).param("engagement", engagement.get())
                .param("words", words.strip()).param("by", by.account()).param("at", now())
                .update();
        return Answer.done(id);
    }

    /**
     * Puts an amount before a second person.
     *
     * <p>Refusals: {@code education.not-yours}; {@code education.unknown}; {@code education.own} one does not speak for oneself; {@code education.not-applied} it was
     * ruled on or waits; {@code education.amount-wrong} none, or more than the programme costs.
     */
    @Transactional
    public Answer<UUID> offer(UUID id, BigDecimal amount, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "education.not-yours");
        }
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "education.unknown");
        }
        var it = found.get();
        if (own(it, by)) {
            return Answer.refused("", "education.own");
        }
        if (it.state() != State.APPLIED) {
            return Answer.refused("", "education.not-applied");
        }
        var tuition = programmes.find(it.programme()).orElseThrow().tuition();
        if (!Programmes.amount(amount) || amount.compareTo(tuition) > 0) {
            return Answer.refused("amount", "education.amount-wrong", tuition);
        }
        var proposal = decisions.propose(MATTER, id, it.number(), by);
        db.sql("INSERT INTO education.offer (proposal, application, amount) VALUES (:proposal, :application, :amount)")
                .param("proposal", proposal).param("application", id).param("amount", amount)
                .update();
        return Answer.done(proposal);
    }

    /**
     * Another person of human resources, or the union, rules.
     *
     * <p>Refusals: {@code education.not-yours}; {@code education.unknown}; {@code education.own} it is about themselves; {@code education.not-offered}; those of
     * {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID id, Outcome outcome, String reason, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.UNION)) {
            return Answer.refused("", "education.not-yours");
        }
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "education.unknown");
        }
        if (own(found.get(), by)) {
            return Answer.refused("", "education.own");
        }
        var waits = decisions.about(MATTER, id).stream().filter(Decisions.Decision::open).findFirst();
        return waits.isEmpty() ? Answer.refused("", "education.not-offered") : decisions.rule(MATTER, waits.get().id(), outcome, reason.strip(), by);
    }

    @EventListener(condition = "#ruled.matter() == 'education.support' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var amount = db.sql("SELECT amount FROM education.offer WHERE proposal = :proposal").param("proposal", ruled.proposal()).query(BigDecimal.class).single();
        db.sql("""
                INSERT INTO education.approved (application, amount, made_by, approved_by, at, day, record)
                VALUES (:application, :amount, :made, :by, :at, :day, :record)
                """)
                .param("application", ruled.subject()).param("amount", amount).param("made", ruled.proposedBy()).param("by", ruled.ruledBy()).param("at", now())
                .param("day", programmes.today())
                .param("record", log.record("education.approved", programmes.today(), Map.of("application", ruled.subject().toString(), "proposal", ruled.proposal().toString(), "amount", amount)))
                .update();
        events.publishEvent(new Told(ruled.subject(), Told.What.APPROVED));
    }

    /** Says no, with a reason that the person reads. Refusals: {@code education.not-yours}; {@code education.unknown}; {@code education.own}; {@code education.not-applied}; {@code education.reason-wrong}. */
    @Transactional
    public Answer<UUID> refuse(UUID id, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "education.not-yours");
        }
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "education.unknown");
        }
        if (own(found.get(), by)) {
            return Answer.refused("", "education.own");
        }
        if (found.get().state() != State.APPLIED) {
            return Answer.refused("", "education.not-applied");
        }
        if (reason.isBlank() || reason.length() > REASON_LONGEST) {
            return Answer.refused("reason", "education.reason-wrong", REASON_LONGEST);
        }
        db.sql("INSERT INTO education.refused (application, reason, by, at) VALUES (:id, :reason, :by, :at)").param("id", id).param("reason", reason.strip()).param("by", by.account())
                .param("at", now()).update();
        events.publishEvent(new Told(id, Told.What.REFUSED));
        return Answer.done(id);
    }

    /**
     * The person brings a receipt for which an instalment is owed.
     *
     * <p>Refusals: {@code education.unknown}; {@code education.not-supported}; {@code education.file-missing}; {@code education.file-big}; {@code education.proof-amount};
     * {@code education.proof-above} all proofs together are more than was agreed; {@code education.proof-twice} the same file was brought before, by anybody.
     */
    @Transactional
    public Answer<UUID> prove(UUID id, BigDecimal amount, Upload file, Me by) {
        var found = locked(id).filter(it -> own(it, by));
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
                .param("id", kept.id()).param("sha256", kept.sha256()).param("application", id).param("amount", amount).param("at", now())
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
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "education.unknown");
        }
        if (own(found.get(), by)) {
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
                .param("id", id).param("outcome", outcome).param("day", day).param("file", kept == null ? null : kept.id(), Types.OTHER).param("by", by.account()).param("at", now())
                .param("record", log.record("education.result", day, Map.of("application", id.toString(), "outcome", outcome, "sha256", kept == null ? "" : kept.sha256())))
                .update();
        events.publishEvent(new Told(id, Told.What.ENDED));
        return Answer.done(id);
    }

    boolean own(Support it, Me me) {
        return it.appliedBy().equals(me.account()) || directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    private Optional<Support> locked(UUID id) {
        db.sql("SELECT FROM education.application WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    private static final String SELECT = """
            SELECT application.id, application.number, application.person, name.name_en AS person_en, name.name_zh AS person_zh, application.programme, programme.title_en, programme.title_zh,
                   programme.kind, application.engagement, application.words, application.applied_by, application.applied_at,
                   (SELECT offer.amount FROM education.offer JOIN decision.open ON open.id = offer.proposal WHERE offer.application = application.id LIMIT 1) AS offered,
                   approved.amount, approved.day, refused.reason AS refusal,
                   (SELECT coalesce(sum(proof.amount), 0.00) FROM education.proof WHERE proof.application = application.id) AS proven,
                   (SELECT coalesce(sum(payment.amount), 0.00) FROM education.proof JOIN education.payment ON payment.proof = proof.id WHERE proof.application = application.id) AS paid,
                   result.outcome, result.day AS result_day
              FROM education.application
              JOIN directory.name ON name.id = application.person
              JOIN education.programme ON programme.id = application.programme
              LEFT JOIN education.approved ON approved.application = application.id
              LEFT JOIN education.refused ON refused.application = application.id
              LEFT JOIN education.result ON result.application = application.id
            """;

    public Optional<Support> find(UUID id) {
        return db.sql(SELECT + " WHERE application.id = :id").param("id", id).query(Support.class).optional();
    }

    /** Whoever studies, human resources, and the union that rules. */
    boolean sees(Support it, Me me) {
        return own(it, me) || me.is(Role.HR) || me.is(Role.UNION) && it.state() == State.OFFERED;
    }

    List<Support> of(UUID person) {
        return db.sql(SELECT + " WHERE application.person = :person ORDER BY application.applied_at DESC").param("person", person).query(Support.class).list();
    }

    /** Every one, the oldest first. */
    public List<Support> all() {
        return db.sql(SELECT + " ORDER BY application.number").query(Support.class).list();
    }

    private static final String LINES = """
             WHERE (application.number ILIKE :q OR name.name_en ILIKE :q OR name.name_zh ILIKE :q OR programme.title_en ILIKE :q OR programme.title_zh ILIKE :q)
               AND CASE :state WHEN '' THEN true
                               WHEN 'APPLIED' THEN approved.application IS NULL AND refused.application IS NULL
                               WHEN 'SUPPORTED' THEN approved.application IS NOT NULL AND result.application IS NULL
                               ELSE result.application IS NOT NULL END
            """;

    List<Support> lines(Query query) {
        return db.sql(SELECT + LINES + " ORDER BY application.applied_at DESC, application.number LIMIT :most OFFSET :skip")
                .param("q", "%" + query.filter("q") + "%").param("state", query.filter("state")).param("most", query.limit()).param("skip", query.offset())
                .query(Support.class).list();
    }

    long count(Query query) {
        return db.sql("SELECT count(*) FROM (" + SELECT + LINES + ") AS found").param("q", "%" + query.filter("q") + "%").param("state", query.filter("state")).query(Long.class).single();
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
        return new Bond(it.paid().multiply(BigDecimal.valueOf(programme.bondPercent())).divide(BigDecimal.valueOf(100), 2, java.math.RoundingMode.DOWN), programme.bondMonths(),
                it.resultDay() == null ? programme.untilDay() : it.resultDay());
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
