package org.probity.supply.clearance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Interests;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exceptions: for a while and for some acts we may in spite of what stands against it, because one person says why and another agrees. An
 * exception is made from the reasons of an answer and lifts those rules alone; what comes later stops again. What bars for good cannot be
 * lifted by it.
 */
@Service
class Exceptions {
    static final String MATTER = "clearance.exception";

    /** So many days at the most; longer is no exception but another rule. */
    static final int DAYS_MOST = 180;

    static final int REASON_LONGEST = 1000;

    private final JdbcClient db;
    private final Answers answers;
    private final Clearances clearances;
    private final Decisions decisions;
    private final Interests interests;
    private final Log log;
    private final Clock clock;

    Exceptions(JdbcClient db, Answers answers, Clearances clearances, Decisions decisions, Interests interests, Log log, Clock clock) {
        this.db = db;
        this.answers = answers;
        this.clearances = clearances;
        this.decisions = decisions;
        this.interests = interests;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts an exception from what stopped an answer before a second person.
     *
     * <p>Refusals: {@code clearance.exception-barred} something bars for good; {@code clearance.exception-needless} nothing stops it now;
     * {@code clearance.exception-acts} no act; {@code clearance.exception-day} not after today or later than {@value #DAYS_MOST} days;
     * {@code clearance.exception-reason} none, or too long; {@code clearance.exception-waits} one for this supplier waits already;
     * {@code clearance.unknown} no such answer; {@code clearance.own-interest} who asks has an interest of their own in the supplier.
     */
    @Transactional
    Answer<UUID> propose(UUID answer, Collection<String> acts, String until, String reason, Me by) {
        var given = answers.find(answer);
        if (given.isEmpty()) {
            return Answer.refused("", "clearance.unknown");
        }
        var today = LocalDate.now(clock);
        var supplier = given.get().question().supplier();
        if (interests.in(supplier, by)) {
            return Answer.refused("", "clearance.own-interest");
        }
        var wanted = EnumSet.noneOf(Act.class);
        Arrays.stream(Act.values()).filter(it -> acts.contains(it.name())).forEach(wanted::add);
        if (wanted.isEmpty()) {
            return Answer.refused("acts", "clearance.exception-acts");
        }
        var asked = given.get().question();
        var now = clearances.look(wanted.stream().map(act -> new Question(supplier, asked.category(), asked.site(), act)).toList());
        if (now.stream().anyMatch(it -> it.reasons().stream().anyMatch(stop -> stop.verdict() == Verdict.BAR))) {
            return Answer.refused("", "clearance.exception-barred");
        }
        var rules = now.stream().flatMap(it -> it.reasons().stream()).filter(Clearance.Reason::stops).map(Clearance.Reason::rule).distinct().sorted().toList();
        if (rules.isEmpty()) {
            return Answer.refused("", "clearance.exception-needless");
        }
        var day = org.probity.house.ui.Typed.day(until);
        if (day.isEmpty() || !day.get().isAfter(today) || day.get().isAfter(today.plusDays(DAYS_MOST))) {
            return Answer.refused("until", "clearance.exception-day", DAYS_MOST);
        }
        var why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LONGEST) {
            return Answer.refused("reason", "clearance.exception-reason", REASON_LONGEST);
        }
        if (about(supplier).stream().anyMatch(it -> it.outcome() == null)) {
            return Answer.refused("", "clearance.exception-waits");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO clearance.exception (id, supplier, rules, acts, until_day, reason, proposal, proposed_at)
                VALUES (:id, :supplier, :rules, :acts, :until, :reason, :proposal, :at)
                """)
                .param("id", id).param("supplier", supplier).param("rules", rules.toArray(String[]::new))
                .param("acts", wanted.stream().map(Act::name).toArray(String[]::new)).param("until", day.get()).param("reason", why)
                .param("proposal", decisions.propose(MATTER, id, why, by)).param("at", now())
                .update();
        return Answer.done(id);
    }

    /**
     * Rules on a proposed exception.
     *
     * <p>Refusals: {@code clearance.exception-unknown}; {@code clearance.own-interest} unless one takes back one's own; those of {@link Decisions#rule}.
     */
    @Transactional
    Answer<UUID> rule(UUID exception, Outcome outcome, Me by) {
        var found = find(exception);
        if (found.isEmpty()) {
            return Answer.refused("", "clearance.exception-unknown");
        }
        if (outcome != Outcome.WITHDRAWN && interests.in(found.get().supplier(), by)) {
            return Answer.refused("", "clearance.own-interest");
        }
        return switch (decisions.rule(MATTER, found.get().proposal(), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(exception);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'clearance.exception' && #ruled.outcome().name() == 'APPROVED'")
    void approve(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        db.sql("INSERT INTO clearance.approval (exception, approved_by, approved_at, record) VALUES (:id, :by, :at, :record)")
                .param("id", it.id()).param("by", ruled.ruledBy()).param("at", now())
                .param("record", log.record("clearance.exception", LocalDate.now(clock), Map.of("exception", it.id().toString(),
                        "supplier", it.supplier().toString(), "rules", it.rules(), "acts", it.acts().stream().map(Act::name).sorted().toList(),
                        "until_day", it.untilDay())))
                .update();
        clearances.changed(it.supplier());
    }

    /**
     * Takes an exception back before its day; one person may, because it only makes things stricter.
     *
     * <p>Refusals: {@code clearance.exception-unknown} none, or not in force; {@code clearance.exception-reason} none, or too long.
     */
    @Transactional
    Answer<UUID> takeBack(UUID exception, String reason, Me by) {
        var found = find(exception).filter(it -> it.inForce(LocalDate.now(clock)));
        if (found.isEmpty()) {
            return Answer.refused("", "clearance.exception-unknown");
        }
        if (reason.isBlank() || reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "clearance.exception-reason", REASON_LONGEST);
        }
        db.sql("""
                INSERT INTO clearance.withdrawal (exception, withdrawn_by, withdrawn_at, reason, record)
                VALUES (:id, :by, :at, :reason, :record)
                ON CONFLICT DO NOTHING
                """)
                .param("id", exception).param("by", by.account()).param("at", now()).param("reason", reason.strip())
                .param("record", log.record("clearance.exception-withdrawn", LocalDate.now(clock), Map.of("exception", exception.toString())))
                .update();
        clearances.changed(found.get().supplier());
        return Answer.done(exception);
    }

    /** An exception ends with its day, and whoever keeps a copy of our answers hears of it. */
    @EventListener
    void over(DayHasBegun begun) {
        db.sql("SELECT DISTINCT supplier FROM clearance.exception_in_force WHERE until_day = :day").param("day", begun.day().minusDays(1))
                .query(UUID.class).list().forEach(clearances::changed);
    }

    Optional<Waiver> find(UUID id) {
        return db.sql(SELECT + " WHERE exception.id = :id").param("id", id).query(Exceptions::exception).optional();
    }

    List<Waiver> about(UUID supplier) {
        return db.sql(SELECT + " WHERE exception.supplier = :supplier ORDER BY exception.proposed_at DESC").param("supplier", supplier).query(Exceptions::exception).list();
    }

    /** Those that wait first, then the newest. */
    List<Waiver> all() {
        return db.sql(SELECT + " ORDER BY decided.outcome NULLS FIRST, exception.proposed_at DESC LIMIT 500").query(Exceptions::exception).list();
    }

    private static Waiver exception(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var acts = EnumSet.noneOf(Act.class);
        Arrays.stream((String[]) row.getArray("acts").getArray()).map(Act::valueOf).forEach(acts::add);
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Waiver(row.getObject("id", UUID.class), row.getObject("supplier", UUID.class), row.getString("number"), row.getString("name_en"),
                row.getString("name_zh"), List.of((String[]) row.getArray("rules").getArray()), acts,
                row.getObject("until_day", LocalDate.class), row.getString("reason"), row.getObject("proposal", UUID.class), row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")), row.getObject("ruled_by", UUID.class),
                withdrawn == null ? null : withdrawn.toInstant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static final String SELECT = """
            SELECT exception.id, exception.supplier, name.number, name.name_en, name.name_zh, rules, acts, until_day, exception.reason, exception.proposal,
                   decided.proposed_by, exception.proposed_at, decided.outcome, decided.ruled_by, withdrawal.withdrawn_at
              FROM clearance.exception
              JOIN supplier.name ON name.id = exception.supplier
              JOIN decision.standing AS decided ON decided.proposal = exception.proposal
              LEFT JOIN clearance.withdrawal ON withdrawal.exception = exception.id
            """;
}
