package org.probity.people.equity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Entry;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.vest.Condition.Trigger;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to all who stand under a plan: a target was met, shares were divided. One says so with a paper, another agrees; before that nothing follows from it. */
@Service
public class Happenings {
    static final String MATTER = "equity.event";
    private static final int RATIO_MOST = 1_000;

    public enum Kind { HAPPENED, DIVIDED }

    /** @param by who said it */
    public record Told(UUID id, UUID plan, Kind kind, String step, int parts, int whole, LocalDate day, String source, @Nullable UUID proposal, UUID by, boolean agreed) {}

    private final JdbcClient db;
    private final StockPlans plans;
    private final StockBook book;
    private final StockVault vault;
    private final Decisions decisions;
    private final Evidence evidence;
    private final Log log;
    private final Clock clock;

    Happenings(JdbcClient db, StockPlans plans, StockBook book, StockVault vault, Decisions decisions, Evidence evidence, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.book = book;
        this.vault = vault;
        this.decisions = decisions;
        this.evidence = evidence;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Says that what a step waits for has happened, for all who stand under the plan; it waits for a second person.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.plan-unknown}; {@code equity.step-unknown} no step of the plan waits for anything under that name; {@code equity.day-missing} or to come;
     * {@code equity.told-already}; {@code equity.source-wrong}; {@code equity.file-missing}.
     */
    @Transactional
    public Answer<UUID> happened(UUID id, String step, @Nullable LocalDate day, String source, String fileName, byte[] file, Me by) {
        var plan = plans.find(id).filter(StockPlan::agreed);
        if (plan.isPresent() && plan.get().steps().conditions().stream().noneMatch(it -> it.id().equals(step) && it.trigger() instanceof Trigger.Happens)) {
            return Answer.refused("step", "equity.step-unknown");
        }
        return tell(plan, Kind.HAPPENED, step, 1, 1, day, source, fileName, file, by);
    }

    /**
     * Says that shares were divided: each {@code whole} became {@code parts}. When another agrees, what stands ready and what was granted follows in the book.
     *
     * <p>Refusals: as of {@link #happened}; {@code equity.ratio-wrong}; {@code equity.acts-since} shares of that day or later were exercised or came sooner, and nobody could tell in which shares.
     */
    @Transactional
    public Answer<UUID> divided(UUID id, int parts, int whole, @Nullable LocalDate day, String source, String fileName, byte[] file, Me by) {
        if (parts < 1 || whole < 1 || parts > RATIO_MOST || whole > RATIO_MOST || parts == whole) {
            return Answer.refused("parts", "equity.ratio-wrong");
        }
        return tell(plans.find(id).filter(StockPlan::agreed), Kind.DIVIDED, "", parts, whole, day, source, fileName, file, by);
    }

    private Answer<UUID> tell(Optional<StockPlan> plan, Kind kind, String step, int parts, int whole, @Nullable LocalDate day, String source, String fileName, byte[] file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        if (plan.isEmpty()) {
            return Answer.refused("", "equity.plan-unknown");
        }
        if (day == null || day.isAfter(plans.today()) || day.isBefore(plan.get().fromDay())) {
            return Answer.refused("on", "equity.day-missing");
        }
        if (!StockPlan.fits(source, StockPlans.SOURCE_LONGEST)) {
            return Answer.refused("source", "equity.source-wrong");
        }
        if (file.length == 0) {
            return Answer.refused("file", "equity.file-missing");
        }
        var of = plan.get().id();
        plans.hold(of);
        if (all(of).stream().anyMatch(it -> it.kind() == kind && it.step().equals(step) && (kind == Kind.HAPPENED || it.day().equals(day)))) {
            return Answer.refused("on", "equity.told-already");
        }
        if (kind == Kind.DIVIDED && actedSince(of, day)) {
            return Answer.refused("on", "equity.acts-since");
        }
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, source.strip(), by);
        var kept = evidence.keep(fileName, "application/octet-stream", file, by.account());
        var record = log.record("reward.stock-event", plans.today(), Map.of("event", id.toString(), "plan", of.toString(), "kind", kind.name(), "step", step, "day", day.toString(), "parts", parts, "whole", whole,
                "file", kept.sha256()));
        db.sql("""
                INSERT INTO equity.stock_event (id, plan, kind, step, parts, whole, day, source, file, said_by, said_at, record, proposal)
                VALUES (:id, :plan, :kind, :step, :parts, :whole, :day, :source, :file, :by, :at, :record, :proposal)
                """)
                .param("id", id).param("plan", of).param("kind", kind.name()).param("step", step).param("parts", parts).param("whole", whole).param("day", day).param("source", source.strip())
                .param("file", kept.id()).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).param("proposal", proposal)
                .update();
        return Answer.done(id);
    }

    private boolean actedSince(UUID plan, LocalDate day) {
        var granted = db.sql("SELECT id FROM equity.stock_granting WHERE plan = :plan").param("plan", plan).query(UUID.class).list();
        return vault.acts(vault.in(granted).stream().map(StockVault.Given::id).toList()).stream().anyMatch(it -> !it.day().isBefore(day));
    }

    /** Refusals: {@code equity.not-yours}; {@code equity.event-unknown}; {@code equity.acts-since} somebody exercised since, or got some sooner; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<UUID> rule(UUID id, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var found = find(id).filter(it -> it.proposal() != null);
        if (found.isEmpty()) {
            return Answer.refused("", "equity.event-unknown");
        }
        var it = found.get();
        plans.hold(it.plan());
        if (outcome == Outcome.APPROVED && it.kind() == Kind.DIVIDED && actedSince(it.plan(), it.day())) {
            return Answer.refused("", "equity.acts-since");
        }
        return switch (decisions.rule(MATTER, java.util.Objects.requireNonNull(it.proposal()), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(id);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'equity.event'")
    void ruled(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        if (ruled.outcome() != Outcome.APPROVED) {
            db.sql("DELETE FROM equity.stock_event WHERE id = :id").param("id", it.id()).update();
            return;
        }
        var record = log.record("equity.event-agreed", plans.today(), Map.of("event", it.id().toString(), "plan", it.plan().toString(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("INSERT INTO equity.stock_event_agreed (event, at, record) VALUES (:event, :at, :record)").param("event", it.id()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
        if (it.kind() == Kind.DIVIDED) {
            var plan = plans.find(it.plan()).orElseThrow();
            var standing = book.standing(plan);
            var moves = new ArrayList<Entry.Move>();
            grow(moves, plan, book.ready(plan), standing.ready(), it.parts(), it.whole());
            grow(moves, plan, book.granted(plan), standing.granted(), it.parts(), it.whole());
            book.enter("reward.stock-event", it.id(), plans.today(), moves, new Me(ruled.ruledBy(), "", Set.of(), Optional.empty()));
        }
    }

    private void grow(List<Entry.Move> moves, StockPlan plan, UUID account, long holds, int parts, int whole) {
        var change = Math.multiplyExact(holds, (long) parts) / whole - holds;
        if (change != 0) {
            moves.add(change > 0 ? new Entry.Move(book.company(plan), account, change) : new Entry.Move(account, book.company(plan), -change));
        }
    }

    private static final String SELECT = """
            SELECT event.id, event.plan, event.kind, event.step, event.parts, event.whole, event.day, event.source, event.proposal, event.said_by AS by, agreed.event IS NOT NULL AS agreed
              FROM equity.stock_event AS event
              LEFT JOIN equity.stock_event_agreed AS agreed ON agreed.event = event.id
            """;

    public Optional<Told> find(UUID id) {
        return db.sql(SELECT + " WHERE event.id = :id").param("id", id).query(Told.class).optional();
    }

    /** Those agreed to and those that wait, in the order of their days. */
    public List<Told> all(UUID plan) {
        return db.sql(SELECT + " WHERE event.plan = :plan ORDER BY event.day, event.said_at").param("plan", plan).query(Told.class).list();
    }

    /** What counts. */
    List<Told> of(UUID plan) {
        return all(plan).stream().filter(Told::agreed).toList();
    }
}
