package org.probity.people.equity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.equity.Holdings.Holding;
import org.probity.people.equity.StockVault.Kind;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** So many shares of somebody come sooner than by their steps: one says so, another agrees. How many waits sealed, and only those who may decide see it. */
@Service
public class Accelerations {
    static final String MATTER = "equity.sooner";
    private static final int REASON_LONGEST = 300;

    /** @param by who said it */
    public record Asked(UUID id, UUID plan, UUID person, String number, String nameEn, String nameZh, long shares, String source, UUID proposal, UUID by) {}

    private record Kept(UUID id, UUID plan, UUID person, String number, String nameEn, String nameZh, String source, UUID proposal, UUID by) {}

    private final JdbcClient db;
    private final StockPlans plans;
    private final Holdings holdings;
    private final StockVault vault;
    private final Decisions decisions;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Accelerations(JdbcClient db, StockPlans plans, Holdings holdings, StockVault vault, Decisions decisions, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.holdings = holdings;
        this.vault = vault;
        this.decisions = decisions;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts before a second person that so many shares of somebody come sooner.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.plan-unknown}; {@code equity.no-such-person}; {@code equity.number-wrong}; {@code equity.source-wrong} nobody said by which decision; {@code equity.waits} something of theirs
     * waits; {@code equity.sooner-many} fewer are still to come.
     */
    @Transactional
    public Answer<UUID> propose(UUID id, String number, long shares, String source, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        if (plans.find(id).filter(StockPlan::agreed).isEmpty()) {
            return Answer.refused("", "equity.plan-unknown");
        }
        var person = directory.byNumber(number.strip());
        if (person.isEmpty()) {
            return Answer.refused("number", "equity.no-such-person");
        }
        if (shares < 1) {
            return Answer.refused("shares", "equity.number-wrong");
        }
        if (!StockPlan.fits(source, REASON_LONGEST)) {
            return Answer.refused("because", "equity.source-wrong");
        }
        plans.hold(id);
        if (waiting(id).stream().anyMatch(it -> it.person().equals(person.get().id()))) {
            return Answer.refused("number", "equity.waits");
        }
        var open = open(of(id, person.get().id()));
        if (shares > open) {
            return Answer.refused("shares", "equity.sooner-many", open);
        }
        var asked = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, asked, "", by);
        db.sql("INSERT INTO equity.stock_sooner (id, plan, person, proposal, source, at) VALUES (:id, :plan, :person, :proposal, :source, :at)").param("id", asked).param("plan", id).param("person", person.get().id())
                .param("proposal", proposal).param("source", source.strip()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        vault.ask(asked, person.get().id(), shares);
        return Answer.done(asked);
    }

    private List<Holding> of(UUID plan, UUID person) {
        return holdings.of(person).stream().filter(it -> it.plan().id().equals(plan)).toList();
    }

    private static long open(List<Holding> all) {
        return all.stream().mapToLong(Holdings::open).sum();
    }

    /**
     * Another agrees, and so many of what is still to come become the holder's own that day, the oldest grants first; or does not.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.sooner-unknown}; {@code equity.sooner-many} fewer are still to come than when it was put forward; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<UUID> rule(UUID id, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "equity.sooner-unknown");
        }
        plans.hold(found.get().plan());
        if (outcome == Outcome.APPROVED) {
            var open = open(of(found.get().plan(), found.get().person()));
            if (found.get().shares() > open) {
                return Answer.refused("", "equity.sooner-many", open);
            }
        }
        return switch (decisions.rule(MATTER, found.get().proposal(), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(id);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'equity.sooner'")
    void ruled(Decisions.Ruled ruled) {
        var asked = find(ruled.subject()).orElseThrow();
        if (ruled.outcome() == Outcome.APPROVED) {
            long rest = asked.shares();
            for (var it : of(asked.plan(), asked.person())) {
                var part = Math.min(rest, Holdings.open(it));
                if (part > 0) {
                    var act = UUID.randomUUID();
                    var record = log.record("reward.stock-sooner", it.day(), Map.of("act", act.toString(), "given", it.given().id().toString(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
                    vault.act(act, it.given(), Kind.SOONER, it.day(), part, ruled.ruledBy(), record);
                    rest -= part;
                }
            }
        }
        // How many lies with the grants now, or nowhere.
        vault.askedNoMore(asked.id());
        db.sql("DELETE FROM equity.stock_sooner WHERE id = :id").param("id", asked.id()).update();
    }

    private static final String SELECT = """
            SELECT sooner.id, sooner.plan, sooner.person, name.number, name.name_en, name.name_zh, sooner.source, sooner.proposal, proposal.proposed_by AS by
              FROM equity.stock_sooner AS sooner
              JOIN directory.name ON name.id = sooner.person
              JOIN decision.proposal ON proposal.id = sooner.proposal
            """;

    private Asked opened(Kept it) {
        return new Asked(it.id(), it.plan(), it.person(), it.number(), it.nameEn(), it.nameZh(), vault.asked(it.id(), it.person()), it.source(), it.proposal(), it.by());
    }

    @Transactional
    public Optional<Asked> find(UUID id) {
        return db.sql(SELECT + " WHERE sooner.id = :id").param("id", id).query(Kept.class).optional().map(this::opened);
    }

    /** Whose plan it is about; opens nothing. */
    Optional<UUID> planOf(UUID id) {
        return db.sql("SELECT plan FROM equity.stock_sooner WHERE id = :id").param("id", id).query(UUID.class).optional();
    }

    /** What of somebody waits. */
    @Transactional
    List<Asked> of(UUID person) {
        return db.sql(SELECT + " WHERE sooner.person = :person ORDER BY sooner.at").param("person", person).query(Kept.class).list().stream().map(this::opened).toList();
    }

    /** What of a plan waits, for human resources alone. */
    @Transactional
    public List<Asked> waiting(UUID plan) {
        return db.sql(SELECT + " WHERE sooner.plan = :plan ORDER BY sooner.at").param("plan", plan).query(Kept.class).list().stream().map(this::opened).toList();
    }
}
