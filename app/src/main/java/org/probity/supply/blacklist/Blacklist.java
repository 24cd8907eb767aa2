package org.probity.supply.blacklist;

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
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Clearances;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bans: decided by two after the supplier was heard, for a time or for good, lifted by two, over by themselves with their day. From the
 * commit of the second person's yes every clearance answers no.
 */
@Service
public class Blacklist {
    static final String BAN = "blacklist.ban";
    static final String LIFT = "blacklist.lift";
    /** No ban for a time is longer; what should be is one for good. */
    static final int YEARS_MOST = 10;
    /** What was ordered before a ban is wound down within this time. */
    static final int WINDING_DOWN_DAYS_MOST = 366;

    /** Published in the transaction of what happened. */
    public record SupplierBarred(UUID matter, UUID supplier, @Nullable LocalDate untilDay) {}

    public record BanOver(UUID matter, UUID supplier, boolean lifted) {}

    /** How long, as decided: days are null for never. */
    public record Scope(boolean forGood, @Nullable LocalDate untilDay, @Nullable LocalDate receiptsUntil, @Nullable LocalDate paymentsUntil) {}

    private final JdbcClient db;
    private final Matters matters;
    private final Decisions decisions;
    private final Clearances clearances;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blacklist(JdbcClient db, Matters matters, Decisions decisions, Clearances clearances, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.matters = matters;
        this.decisions = decisions;
        this.clearances = clearances;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a ban before a second person. It bars nobody yet.
     *
     * <p>Refusals: {@code blacklist.unknown}; {@code blacklist.closed}; {@code blacklist.hearing-first} the supplier was not called to a
     * hearing; {@code blacklist.hearing-runs} it has not answered and its time is not over; {@code blacklist.ban-waits} one waits already;
     * {@code blacklist.until-wrong} not after today, or more than {@value #YEARS_MOST} years ahead; {@code blacklist.winding-down-wrong}
     * a day before today or more than {@value #WINDING_DOWN_DAYS_MOST} days ahead; {@code blacklist.reason-missing};
     * {@code blacklist.words-long}; {@code blacklist.barred-already} another ban of this supplier is in force;
     * {@code blacklist.not-yours-to-decide} they declared dealings of their own.
     */
    @Transactional
    public Answer<UUID> propose(UUID matter, Scope scope, String reason, Me by) {
        var found = matters.locked(matter);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        var it = found.get();
        var today = LocalDate.now(clock);
        if (!it.running()) {
            return Answer.refused("", "blacklist.closed");
        }
        if (matters.interested(it, by)) {
            return Answer.refused("", "blacklist.not-yours-to-decide");
        }
        if (it.dueDay() == null) {
            return Answer.refused("", "blacklist.hearing-first");
        }
        if (!it.heard(today)) {
            return Answer.refused("", "blacklist.hearing-runs", it.dueDay());
        }
        if (bans(matter).stream().anyMatch(Ban::waits)) {
            return Answer.refused("", "blacklist.ban-waits");
        }
        if (barred(it.supplier(), today)) {
            return Answer.refused("", "blacklist.barred-already");
        }
        if (!scope.forGood() && (scope.untilDay() == null || !scope.untilDay().isAfter(today) || scope.untilDay().isAfter(today.plusYears(YEARS_MOST)))) {
            return Answer.refused("until", "blacklist.until-wrong", YEARS_MOST);
        }
        if (windsDownWrong(scope.receiptsUntil(), today)) {
            return Answer.refused("receipts", "blacklist.winding-down-wrong", WINDING_DOWN_DAYS_MOST);
        }
        if (windsDownWrong(scope.paymentsUntil(), today)) {
            return Answer.refused("payments", "blacklist.winding-down-wrong", WINDING_DOWN_DAYS_MOST);
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "blacklist.reason-missing");
        }
        if (reason.length() > Matters.WORDS_LONGEST) {
            return Answer.refused("reason", "blacklist.words-long", Matters.WORDS_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO blacklist.sentence (id, matter, until_day, receipts_until, payments_until, reason, proposal, proposed_at)
                VALUES (:id, :matter, :until, :receipts, :payments, :reason, :proposal, :at)
                """)
                .param("id", id).param("matter", matter).param("until", scope.forGood() ? null : scope.untilDay(), java.sql.Types.DATE)
                .param("receipts", scope.receiptsUntil(), java.sql.Types.DATE).param("payments", scope.paymentsUntil(), java.sql.Types.DATE)
                .param("reason", reason.strip()).param("proposal", decisions.propose(BAN, id, reason.strip(), by)).param("at", now())
                .update();
        return Answer.done(id);
    }

    private static boolean windsDownWrong(@Nullable LocalDate day, LocalDate today) {
        return day != null && (day.isBefore(today) || day.isAfter(today.plusDays(WINDING_DOWN_DAYS_MOST)));
    }

    /**
     * Rules on a proposed ban. Of two bans of one supplier that are decided in the same moment the second is refused.
     *
     * <p>Refusals: {@code blacklist.ban-unknown}; {@code blacklist.closed}; {@code blacklist.barred-already}; {@code blacklist.until-passed}
     * its last day went by while it waited; {@code blacklist.not-yours-to-decide} they declared dealings of their own; those of
     * {@link Decisions#rule}.
     */
    @Transactional
    public Answer<UUID> rule(UUID sentence, Outcome outcome, String reason, Me by) {
        var found = ban(sentence);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.ban-unknown");
        }
        if (outcome != Outcome.WITHDRAWN && matters.interested(matters.find(found.get().matter()).orElseThrow(), by)) {
            return Answer.refused("", "blacklist.not-yours-to-decide");
        }
        if (outcome == Outcome.APPROVED) {
            var matter = matters.locked(found.get().matter()).orElseThrow();
            // Cases of one supplier are decided one after another; the constraint holds it too.
            db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:supplier, 1210))").param("supplier", matter.supplier().toString()).query((row, n) -> n).list();
            if (!matter.running()) {
                return Answer.refused("", "blacklist.closed");
            }
            if (barred(matter.supplier(), LocalDate.now(clock))) {
                return Answer.refused("", "blacklist.barred-already");
            }
            if (found.get().untilDay() != null && found.get().untilDay().isBefore(LocalDate.now(clock))) {
                return Answer.refused("", "blacklist.until-passed");
            }
        }
        return switch (decisions.rule(BAN, found.get().proposal(), outcome, reason, by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(sentence);
        };
    }

    /** One statement in the ruling's transaction: what it inserts is what every later clearance reads. */
    @EventListener(condition = "#ruled.matter() == 'blacklist.ban' && #ruled.outcome().name() == 'APPROVED'")
    void bar(Decisions.Ruled ruled) {
        var it = ban(ruled.subject()).orElseThrow();
        var matter = matters.find(it.matter()).orElseThrow();
        var today = LocalDate.now(clock);
        var content = new TreeMap<String, Object>(Map.of("ban", it.id().toString(), "case", matter.id().toString(), "supplier", matter.supplier().toString(),
                "ground", matter.ground(), "for_good", it.untilDay() == null));
        if (it.untilDay() != null) {
            content.put("until_day", it.untilDay());
        }
        try {
            db.sql("""
                    INSERT INTO blacklist.ban (id, matter, supplier, from_day, in_force, until_day, receipts_until, payments_until, decided_by, decided_at, record)
                    VALUES (:id, :matter, :supplier, :today, daterange(:today, :until::date, '[]'), :until, :receipts, :payments, :by, :at, :record)
                    """)
                    .param("id", it.id()).param("matter", it.matter()).param("supplier", matter.supplier()).param("today", today)
                    .param("until", it.untilDay(), java.sql.Types.DATE).param("receipts", it.receiptsUntil(), java.sql.Types.DATE)
                    .param("payments", it.paymentsUntil(), java.sql.Types.DATE).param("by", ruled.ruledBy()).param("at", now())
                    .param("record", log.record("blacklist.banned", today, content))
                    .update();
        } catch (DataIntegrityViolationException another) {
            throw new IllegalStateException("two bans of " + matter.supplier() + " at once", another);
        }
        clearances.changed(matter.supplier());
        events.publishEvent(new SupplierBarred(matter.id(), matter.supplier(), it.untilDay()));
    }

    /**
     * Puts the lifting of a ban before a second person.
     *
     * <p>Refusals: {@code blacklist.unknown}; {@code blacklist.not-barred}; {@code blacklist.lifting-waits}; {@code blacklist.reason-missing};
     * {@code blacklist.words-long}; {@code blacklist.not-yours-to-decide} they declared dealings of their own.
     */
    @Transactional
    public Answer<UUID> proposeLifting(UUID matter, String reason, Me by) {
        var found = matters.locked(matter);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        var it = found.get();
        if (!it.barred(LocalDate.now(clock))) {
            return Answer.refused("", "blacklist.not-barred");
        }
        if (matters.interested(it, by)) {
            return Answer.refused("", "blacklist.not-yours-to-decide");
        }
        if (liftings(matter).stream().anyMatch(Lifting::waits)) {
            return Answer.refused("", "blacklist.lifting-waits");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "blacklist.reason-missing");
        }
        if (reason.length() > Matters.WORDS_LONGEST) {
            return Answer.refused("reason", "blacklist.words-long", Matters.WORDS_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO blacklist.lifting (id, ban, reason, proposal, proposed_at) VALUES (:id, :ban, :reason, :proposal, :at)")
                .param("id", id).param("ban", it.ban()).param("reason", reason.strip()).param("proposal", decisions.propose(LIFT, id, reason.strip(), by)).param("at", now())
                .update();
        return Answer.done(id);
    }

    /** Rules on a proposed lifting. Refusals: {@code blacklist.lifting-unknown}; {@code blacklist.not-yours-to-decide}; {@code blacklist.not-barred}; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<UUID> ruleLifting(UUID lifting, Outcome outcome, String reason, Me by) {
        var found = lifting(lifting);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.lifting-unknown");
        }
        var matter = matters.find(ban(found.get().ban()).orElseThrow().matter()).orElseThrow();
        if (outcome != Outcome.WITHDRAWN && matters.interested(matter, by)) {
            return Answer.refused("", "blacklist.not-yours-to-decide");
        }
        if (outcome == Outcome.APPROVED && !matter.barred(LocalDate.now(clock))) {
            return Answer.refused("", "blacklist.not-barred");
        }
        return switch (decisions.rule(LIFT, found.get().proposal(), outcome, reason, by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(lifting);
        };
    }

    /**
     * Rules on whatever of a case waits, a ban or its lifting. Refusals: {@code blacklist.ban-unknown} nothing waits; those of {@link #rule}
     * and {@link #ruleLifting}.
     */
    @Transactional
    public Answer<UUID> ruleWaiting(UUID matter, Outcome outcome, Me by) {
        var ban = bans(matter).stream().filter(Ban::waits).findFirst();
        var lifting = liftings(matter).stream().filter(Lifting::waits).findFirst();
        return ban.map(it -> rule(it.id(), outcome, "", by)).or(() -> lifting.map(it -> ruleLifting(it.id(), outcome, "", by)))
                .orElseGet(() -> Answer.refused("", "blacklist.ban-unknown"));
    }

    /** The ban ends with yesterday; what was decided stays in its row. */
    @EventListener(condition = "#ruled.matter() == 'blacklist.lift' && #ruled.outcome().name() == 'APPROVED'")
    void lift(Decisions.Ruled ruled) {
        var it = lifting(ruled.subject()).orElseThrow();
        var matter = matters.find(ban(it.ban()).orElseThrow().matter()).orElseThrow();
        db.sql("INSERT INTO blacklist.lifted (ban, lifting, lifted_by, lifted_at, record) VALUES (:ban, :lifting, :by, :at, :record)")
                .param("ban", it.ban()).param("lifting", it.id()).param("by", ruled.ruledBy()).param("at", now())
                .param("record", log.record("blacklist.lifted", LocalDate.now(clock), Map.of("ban", it.ban().toString(), "supplier", matter.supplier().toString())))
                .update();
        db.sql("UPDATE blacklist.ban SET in_force = daterange(from_day, :today) WHERE id = :ban")
                .param("today", LocalDate.now(clock)).param("ban", it.ban()).update();
        over(matter, true);
    }

    /** A ban for a time is over after its last day, and an urgent stop after its own; whoever keeps a copy of our answers hears of both. */
    @EventListener
    void sunset(DayHasBegun begun) {
        var yesterday = begun.day().minusDays(1);
        db.sql("SELECT matter FROM blacklist.ban WHERE until_day = :day AND NOT EXISTS (SELECT FROM blacklist.lifted WHERE lifted.ban = ban.id)")
                .param("day", yesterday).query(UUID.class).list().forEach(it -> over(matters.find(it).orElseThrow(), false));
        db.sql("SELECT supplier FROM blacklist.suspension WHERE until_day = :day AND ended_at IS NULL").param("day", yesterday).query(UUID.class).list()
                .forEach(clearances::changed);
    }

    private void over(Matter matter, boolean lifted) {
        clearances.changed(matter.supplier());
        events.publishEvent(new BanOver(matter.id(), matter.supplier(), lifted));
    }

    /** Whether a ban of this very supplier is in force. */
    public boolean barred(UUID supplier, LocalDate day) {
        return db.sql("SELECT count(*) FROM blacklist.ban WHERE supplier = :supplier AND in_force @> :day::date")
                .param("supplier", supplier).param("day", day).query(Long.class).single() > 0;
    }

    List<Ban> bans(UUID matter) {
        return db.sql(BANS + " WHERE sentence.matter = :matter ORDER BY sentence.proposed_at DESC").param("matter", matter).query(Ban.class).list();
    }

    Optional<Ban> ban(UUID sentence) {
        return db.sql(BANS + " WHERE sentence.id = :id").param("id", sentence).query(Ban.class).optional();
    }

    List<Lifting> liftings(UUID matter) {
        return db.sql(LIFTINGS + " JOIN blacklist.ban ON ban.id = lifting.ban WHERE ban.matter = :matter ORDER BY lifting.proposed_at DESC")
                .param("matter", matter).query(Lifting.class).list();
    }

    Optional<Lifting> lifting(UUID id) {
        return db.sql(LIFTINGS + " WHERE lifting.id = :id").param("id", id).query(Lifting.class).optional();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static final String BANS = """
            SELECT sentence.id, sentence.matter, sentence.until_day, sentence.receipts_until, sentence.payments_until, sentence.reason, sentence.proposal,
                   decided.proposed_by, sentence.proposed_at, decided.outcome, decided.ruled_by, decided.ruled_at
              FROM blacklist.sentence
              JOIN decision.standing AS decided ON decided.proposal = sentence.proposal
            """;

    private static final String LIFTINGS = """
            SELECT lifting.id, lifting.ban, lifting.reason, lifting.proposal, decided.proposed_by, lifting.proposed_at, decided.outcome, decided.ruled_by, decided.ruled_at
              FROM blacklist.lifting
              JOIN decision.standing AS decided ON decided.proposal = lifting.proposal
            """;
}
