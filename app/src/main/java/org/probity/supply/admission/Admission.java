package org.probity.supply.admission;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.admission.Dossier.Outcome;
import org.probity.supply.supplier.Interests;
import org.probity.supply.supplier.Newcomers;
import org.probity.supply.supplier.Supplier;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A supplier comes onto the qualified list: invited, reviewed, and decided about by two. */
@Service
public class Admission {
    /** What an admission is decided under. */
    static final String MATTER = "admission.dossier";

    /** How far ahead a decision may hold before it is looked at again. */
    static final int YEARS_MOST = 3;

    /**
     * Whom to invite.
     *
     * @param dueDay by when their papers are asked
     * @param notThose whether somebody looked at those who seem alike and says that this is another
     */
    public record Invitation(Newcomers.Newcomer who, LocalDate dueDay, boolean notThose) {}

    /** Published in the transaction in which a place on the list was asked for. */
    public record Opened(UUID dossier, UUID supplier, String category, LocalDate dueDay, boolean newcomer) {}

    /** Published in the transaction of the ruling that decided a place. */
    public record Decided(UUID dossier, UUID supplier, String category, Outcome outcome, UUID motion) {}

    /** Published in the transaction in which a place was stopped, or went on. */
    public record Stopped(UUID dossier, UUID supplier, boolean stopped, String reasons) {}

    private final JdbcClient db;
    private final Standing standing;
    private final Suppliers suppliers;
    private final Newcomers newcomers;
    private final Decisions decisions;
    private final Interests interests;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Admission(
            JdbcClient db, Standing standing, Suppliers suppliers, Newcomers newcomers, Decisions decisions, Interests interests, Log log,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.standing = standing;
        this.suppliers = suppliers;
        this.newcomers = newcomers;
        this.decisions = decisions;
        this.interests = interests;
        this.log = log;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Invites a new supplier: it enters the register, its contact gets a link that works once, and a dossier for one category and site opens.
     *
     * <p>Refusals: {@code admission.due-wrong} (in the past, or more than a year ahead); {@code admission.known-already} the register has that
     * credit code or LEI; {@code admission.looks-alike} a name in it differs in nothing that counts, unless the person says it is another
     * company; those of {@link Newcomers#enter}.
     */
    public Answer<UUID> invite(Invitation it, Me by) {
        if (farOff(it.dueDay())) {
            return Answer.refused("dueDay", "admission.due-wrong");
        }
        var alike = newcomers.alike(it.who().nameEn(), it.who().nameZh(), it.who().nameOther(), it.who().creditCode(), it.who().lei());
        var same = alike.stream().filter(other -> other.creditCode() != null && other.creditCode().equals(it.who().creditCode())
                || other.lei() != null && other.lei().equals(it.who().lei())).findFirst();
        if (same.isPresent()) {
            return Answer.refused(same.get().creditCode() != null && same.get().creditCode().equals(it.who().creditCode()) ? "creditCode" : "lei",
                    "admission.known-already", same.get().number(), same.get().nameEn());
        }
        if (!alike.isEmpty() && !it.notThose()) {
            return Answer.refused("notThose", "admission.looks-alike", alike.getFirst().number(), alike.getFirst().nameEn(), alike.getFirst().nameZh());
        }
        return transaction.execute(status -> switch (newcomers.enter(it.who(), by)) {
            case Answer.Refused<Newcomers.Entered>(var reasons) -> {
                status.setRollbackOnly();
                yield new Answer.Refused<>(reasons);
            }
            case Answer.Done<Newcomers.Entered>(var entered) ->
                    Answer.done(open(entered.supplier(), it.who().category(), entered.site(), it.dueDay(), true, by));
        });
    }

    /**
     * A supplier of the register asks, or is asked, for a further place: another category, another site.
     *
     * <p>Refusals: {@code admission.supplier-unknown}; {@code admission.supplier-left} the relation ended; {@code admission.due-wrong};
     * {@code admission.site-unknown} closed, or another supplier's; {@code admission.category-unknown}; {@code admission.open-already}.
     */
    @Transactional
    public Answer<UUID> open(UUID supplier, String category, UUID site, LocalDate dueDay, Me by) {
        var found = suppliers.find(supplier);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.supplier-unknown");
        }
        if (left(found.get())) {
            return Answer.refused("", "admission.supplier-left");
        }
        if (farOff(dueDay)) {
            return Answer.refused("dueDay", "admission.due-wrong");
        }
        if (suppliers.sites(supplier).stream().noneMatch(it -> it.id().equals(site) && it.open(today()))) {
            return Answer.refused("site", "admission.site-unknown");
        }
        var known = db.sql("SELECT count(*) FROM supplier.category_name WHERE code = :code").param("code", category).query(Long.class).single();
        if (known == 0) {
            return Answer.refused("category", "admission.category-unknown");
        }
        if (standing.of(supplier).stream().anyMatch(it -> it.category().equals(category) && it.site().equals(site))) {
            return Answer.refused("category", "admission.open-already");
        }
        return Answer.done(open(supplier, category, site, dueDay, false, by));
    }

    private UUID open(UUID supplier, String category, UUID site, LocalDate dueDay, boolean newcomer, Me by) {
        var id = UUID.randomUUID();
        var record = log.record("admission.opened", today(), Map.of(
                "dossier", id.toString(), "supplier", supplier.toString(), "category", category, "site", site.toString(),
                "newcomer", newcomer ? "NEW" : "KNOWN", "due", dueDay.toString()));
        db.sql("""
                INSERT INTO admission.dossier (id, supplier, category, site, newcomer, due_day, opened_by, opened_at, opened_on, record)
                VALUES (:id, :supplier, :category, :site, :newcomer, :due, :by, :at, :today, :record)
                """)
                .param("id", id).param("supplier", supplier).param("category", category).param("site", site)
                .param("newcomer", newcomer ? "NEW" : "KNOWN").param("due", dueDay).param("by", by.account()).param("at", now())
                .param("today", today()).param("record", record)
                .update();
        events.publishEvent(new Opened(id, supplier, category, dueDay, newcomer));
        return id;
    }

    /**
     * One person proposes to admit or to refuse; reasons are given. Nothing changes until another agrees.
     *
     * <p>Refusals: {@code admission.dossier-unknown}; {@code admission.supplier-left}; {@code admission.proposed-already} somebody was faster;
     * {@code admission.reasons-missing}; {@code admission.legs-missing} an admission needs every leg; {@code admission.until-wrong} an
     * admission ends within three years; {@code admission.condition-wrong} a condition has words and a day until then;
     * {@code admission.not-heard} a refusal waits until the supplier has answered, or its day to answer is over; {@code admission.own-interest}
     * they have an interest of their own in the supplier.
     */
    @Transactional
    public Answer<UUID> propose(
            UUID dossier, Outcome outcome, @Nullable LocalDate until, String condition, @Nullable LocalDate conditionDue, String reasons, Me by) {
        // In a statement of its own, so that of two who propose at once the second sees the first.
        db.sql("SELECT FROM admission.dossier WHERE id = :id FOR UPDATE").param("id", dossier).query((row, n) -> n).optional();
        var found = standing.find(dossier);
        if (found.isEmpty()) {
            return Answer.refused("", "admission.dossier-unknown");
        }
        var it = found.get();
        if (it.left() != null) {
            return Answer.refused("", "admission.supplier-left");
        }
        if (interests.in(it.supplier(), by)) {
            return Answer.refused("", "admission.own-interest");
        }
        if (it.proposed()) {
            return Answer.refused("", "admission.proposed-already");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "admission.reasons-missing");
        }
        var against = switch (outcome) {
            case ADMIT -> againstAdmitting(it, until, condition, conditionDue);
            case REFUSE -> beingHeard(it.supplier()) ? Answer.<UUID>refused("", "admission.not-heard") : null;
        };
        if (against != null) {
            return against;
        }
        var motion = decisions.propose(MATTER, dossier, reasons.strip(), by);
        db.sql("""
                INSERT INTO admission.motion (id, dossier, outcome, until_day, condition, condition_due)
                VALUES (:id, :dossier, :outcome, :until, :condition, :due)
                """)
                .param("id", motion).param("dossier", dossier).param("outcome", outcome.name())
                .param("until", outcome == Outcome.ADMIT ? until : null, Types.DATE)
                .param("condition", outcome == Outcome.ADMIT ? condition.strip() : "")
                .param("due", outcome == Outcome.ADMIT && !condition.isBlank() ? conditionDue : null, Types.DATE)
                .update();
        return Answer.done(motion);
    }

    private @Nullable Answer<UUID> againstAdmitting(Dossier it, @Nullable LocalDate until, String condition, @Nullable LocalDate conditionDue) {
        // The decision's own end is no leg: it is what is renewed here.
        if (it.missing().stream().anyMatch(leg -> !leg.equals("decision"))) {
            return Answer.refused("", "admission.legs-missing", it.missing().size());
        }
        if (until == null || until.isBefore(today()) || until.isAfter(today().plusYears(YEARS_MOST))) {
            return Answer.refused("until", "admission.until-wrong", YEARS_MOST);
        }
        var words = !condition.isBlank();
        if (words != (conditionDue != null) || words && (conditionDue.isBefore(today()) || conditionDue.isAfter(until))) {
            return Answer.refused("conditionDue", "admission.condition-wrong");
        }
        return null;
    }

    /** Somebody asked the supplier back or refused a proof of theirs, and their day to answer is not over. */
    private boolean beingHeard(UUID supplier) {
        return db.sql("""
                SELECT count(*)
                  FROM admission.ruling
                  JOIN admission.proof ON proof.id = ruling.proof
                 WHERE proof.supplier = :supplier
                   AND ruling.answer_by >= :today
                   AND NOT EXISTS (SELECT FROM admission.proof AS later WHERE later.follows = proof.id)
                """)
                .param("supplier", supplier).param("today", today())
                .query(Long.class).single() > 0;
    }

    /**
     * The second person rules. Legs that ended meanwhile stop an approval: what is decided must hold on the day it is decided.
     *
     * <p>Refusals: those of {@link Decisions#rule}; {@code admission.legs-missing}; {@code admission.supplier-left}; {@code admission.own-interest}
     * unless one takes back one's own.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID motion, Decisions.Outcome ruling, String reasons, Me by) {
        if (ruling != Decisions.Outcome.WITHDRAWN && db.sql("SELECT dossier.supplier FROM admission.motion JOIN admission.dossier ON dossier.id = motion.dossier WHERE motion.id = :id")
                .param("id", motion).query(UUID.class).optional().filter(it -> interests.in(it, by)).isPresent()) {
            return Answer.refused("", "admission.own-interest");
        }
        if (ruling == Decisions.Outcome.APPROVED) {
            var it = db.sql("SELECT dossier FROM admission.motion WHERE id = :id AND outcome = 'ADMIT'").param("id", motion)
                    .query(UUID.class).optional().flatMap(standing::find);
            if (it.isPresent() && it.get().left() != null) {
                return Answer.refused("", "admission.supplier-left");
            }
            if (it.isPresent() && it.get().missing().stream().anyMatch(leg -> !leg.equals("decision"))) {
                return Answer.refused("", "admission.legs-missing", it.get().missing().size());
            }
        }
        return decisions.rule(MATTER, motion, ruling, reasons.strip(), by);
    }

    @EventListener
    void ruled(Decisions.Ruled ruled) {
        if (!ruled.matter().equals(MATTER)) {
            return;
        }
        var motion = db.sql("""
                SELECT motion.outcome, dossier.supplier, dossier.category
                  FROM admission.motion
                  JOIN admission.dossier ON dossier.id = motion.dossier
                 WHERE motion.id = :id
                """)
                .param("id", ruled.proposal())
                .query((row, n) -> new Decided(ruled.subject(), row.getObject("supplier", UUID.class), row.getString("category"),
                        Outcome.valueOf(row.getString("outcome")), ruled.proposal())).single();
        var content = new TreeMap<String, Object>(Map.of(
                "dossier", ruled.subject().toString(), "motion", ruled.proposal().toString(), "outcome", motion.outcome().name(),
                "ruling", ruled.outcome().name(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("""
                INSERT INTO admission.decided (motion, ruling, decided_at, decided_on, record)
                VALUES (:motion, :ruling, :at, :today, :record)
                """)
                .param("motion", ruled.proposal()).param("ruling", ruled.outcome().name()).param("at", now()).param("today", today())
                .param("record", log.record("admission.decided", today(), content))
                .update();
        if (ruled.outcome() == Decisions.Outcome.APPROVED) {
            events.publishEvent(motion);
        }
    }

    List<Dossier.Motion> motions(UUID dossier) {
        return decisions.about(MATTER, dossier).stream().map(decision -> db.sql("""
                SELECT outcome, until_day, condition, condition_due, condition_met.subject IS NOT NULL AS met
                  FROM admission.motion
                  LEFT JOIN admission.condition_met ON condition_met.subject = motion.id
                 WHERE motion.id = :id
                """)
                .param("id", decision.id())
                .query((row, n) -> new Dossier.Motion(decision.id(), Outcome.valueOf(row.getString("outcome")),
                        row.getObject("until_day", LocalDate.class), row.getString("condition"), row.getObject("condition_due", LocalDate.class),
                        decision.reason(), decision.proposedBy(), decision.proposedAt(),
                        Optional.ofNullable(decision.outcome()).map(Enum::name).orElse(null), decision.ruledBy(), decision.ruledAt(),
                        decision.rulingReason(), row.getBoolean("met"))).single()).toList();
    }

    /** The places of a supplier, as they stand today. */
    public List<Dossier> dossiersOf(UUID supplier) {
        return standing.of(supplier);
    }

    boolean left(Supplier it) {
        return it.lastDay() != null && it.lastDay().isBefore(today());
    }

    private boolean farOff(LocalDate day) {
        return day.isBefore(today()) || day.isAfter(today().plusYears(1));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
