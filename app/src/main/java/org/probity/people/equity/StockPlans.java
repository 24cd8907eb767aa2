package org.probity.people.equity;

import java.math.BigDecimal;
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
import org.probity.house.ui.Answer.Reason;
import org.probity.people.equity.StockPlan.Kind;
import org.probity.people.equity.StockPlan.Market;
import org.probity.people.equity.StockPlan.Pause;
import org.probity.shapes.book.Entry;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Allocation;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of restricted stock and options by two. */
@Service
public class StockPlans {
    static final String MATTER = "reward.stock-plan";
    private static final int NAME_LONGEST = 200;
    static final int SOURCE_LONGEST = 300;
    static final long SHARES_MOST = 1_000_000_000_000L;

    /** @param steps see {@link StepLines} @param pauses kinds of leave @param leaving lines such as {@code VOLUNTARY_RETIREMENT = GOES_ON}; what is not named lapses */
    public record Draft(String code, String nameEn, String nameZh, @Nullable Kind kind, @Nullable Market market, long capital, long shares, @Nullable BigDecimal price, @Nullable BigDecimal reference,
            @Nullable LocalDate from, @Nullable LocalDate until, String steps, Allocation allocation, Set<Pause> pauses, int pauseDays, String leaving, String source) {}

    private final JdbcClient db;
    private final Listing listing;
    private final StockBook book;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    StockPlans(JdbcClient db, Listing listing, StockBook book, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.listing = listing;
        this.book = book;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts a plan before a second person.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.code-wrong}; {@code equity.name-missing}; {@code equity.kind-missing}; {@code equity.shares-wrong}; {@code equity.price-wrong};
     * {@code equity.days-wrong}; {@code equity.step-wrong} a line is no step; {@code equity.terms.…} a circle, no first step, more than the whole, or what else {@code Terms} refuses; {@code reward.leaving-wrong};
     * {@code equity.source-wrong}; {@code equity.limit.…} it breaks a rule of its market that is certain; {@code equity.waits} a plan has the code.
     */
    @Transactional
    public Answer<UUID> propose(Draft it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var leaving = String.join(",", it.leaving().lines().map(line -> line.replace(" ", "").replace('＝', '=')).filter(line -> !line.isEmpty()).toList());
        var steps = StepLines.parse(it.steps(), it.allocation());
        var wrong = new ArrayList<Reason>();
        need(wrong, it.code().matches("[A-Z][A-Z0-9-]{0,19}"), "code", "equity.code-wrong");
        need(wrong, StockPlan.fits(it.nameEn(), NAME_LONGEST), "nameEn", "equity.name-missing");
        need(wrong, StockPlan.fits(it.nameZh(), NAME_LONGEST), "nameZh", "equity.name-missing");
        need(wrong, it.kind() != null && it.market() != null, "kind", "equity.kind-missing");
        need(wrong, it.shares() > 0 && it.shares() <= it.capital() && it.capital() <= SHARES_MOST, "shares", "equity.shares-wrong");
        need(wrong, priced(it.price()) && priced(it.reference()) && java.util.Objects.requireNonNull(it.reference()).signum() > 0, "price", "equity.price-wrong");
        need(wrong, it.from() != null && it.until() != null && it.until().isAfter(it.from()) && it.from().getYear() >= 2000 && it.until().getYear() <= 2150, "from", "equity.days-wrong");
        if (steps.key() != null) {
            wrong.add(new Reason("steps", steps.key(), List.of(steps.at())));
        }
        need(wrong, StockPlan.left(leaving).isPresent(), "leaving", "equity.leaving-wrong");
        need(wrong, it.pauseDays() >= 0 && it.pauseDays() <= 400, "pauseDays", "equity.pause-days-wrong");
        need(wrong, StockPlan.fits(it.source(), SOURCE_LONGEST), "source", "equity.source-wrong");
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        db.sql("LOCK TABLE equity.stock_plan IN SHARE ROW EXCLUSIVE MODE").update();
        if (all().stream().anyMatch(one -> one.code().equals(it.code()))) {
            return Answer.refused("code", "equity.waits");
        }
        var id = UUID.randomUUID();
        var plan = new StockPlan(id, id, it.code(), it.nameEn().strip(), it.nameZh().strip(), there(it.kind()), there(it.market()), it.capital(), it.shares(), there(it.price()), there(it.reference()), there(it.from()),
                there(it.until()), StockPlan.written(StockPlan.TERMS, it.code(), there(steps.terms())), String.join(",", it.pauses().stream().sorted().map(Enum::name).toList()), it.pauseDays(), leaving,
                it.source().strip(), false);
        var limit = Listing.refusal(findings(plan), "shares");
        if (limit.isPresent()) {
            return new Answer.Refused<>(List.of(limit.get()));
        }
        var proposal = decisions.propose(MATTER, id, plan.source(), by);
        db.sql("""
                INSERT INTO equity.stock_plan (id, proposal, code, name_en, name_zh, kind, market, capital, shares, price, reference, from_day, until_day, terms, pauses, pause_days, leaving, source)
                VALUES (:id, :proposal, :code, :en, :zh, :kind, :market, :capital, :shares, :price, :reference, :from, :until, :terms, :pauses, :days, :leaving, :source)
                """)
                .param("id", id).param("proposal", proposal).param("code", plan.code()).param("en", plan.nameEn()).param("zh", plan.nameZh()).param("kind", plan.kind().name()).param("market", plan.market().name())
                .param("capital", plan.capital()).param("shares", plan.shares()).param("price", plan.price()).param("reference", plan.reference()).param("from", plan.fromDay()).param("until", plan.untilDay())
                .param("terms", plan.terms()).param("pauses", plan.pauses()).param("days", plan.pauseDays()).param("leaving", plan.leaving()).param("source", plan.source())
                .update();
        return Answer.done(id);
    }

    private static <T> T there(@Nullable T it) {
        return java.util.Objects.requireNonNull(it);
    }

    private static boolean priced(@Nullable BigDecimal price) {
        return price != null && price.signum() >= 0 && price.scale() <= 4 && price.compareTo(new BigDecimal("1000000")) <= 0;
    }

    private static void need(List<Reason> wrong, boolean fine, String field, String key) {
        if (!fine) {
            wrong.add(new Reason(field, key, List.of()));
        }
    }

    /** What the plan would break, of rules that are certain and of those that are not. */
    List<Listing.Finding> findings(StockPlan it) {
        var others = all().stream().filter(one -> one.agreed() && !one.id().equals(it.id()) && !one.untilDay().isBefore(it.fromDay())).mapToLong(StockPlan::shares).sum();
        return listing.ofPlan(it.kind(), it.market(), it.capital(), it.shares(), others, it.price(), it.reference(), it.fromDay(), it.untilDay(), it.steps());
    }

    /** Refusals: {@code equity.not-yours}; {@code equity.limit.…} another plan was agreed to since; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID id, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var plan = find(id);
        if (plan.isPresent() && outcome == Outcome.APPROVED) {
            db.sql("LOCK TABLE equity.stock_plan_agreed IN SHARE ROW EXCLUSIVE MODE").update();
            var limit = Listing.refusal(findings(plan.get()), "");
            if (limit.isPresent()) {
                return new Answer.Refused<>(List.of(limit.get()));
            }
        }
        return decisions.rule(MATTER, plan.map(StockPlan::proposal).orElse(id), outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'reward.stock-plan' && #ruled.outcome().name() == 'APPROVED'")
    void agreed(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        var record = log.record("reward.stock-plan", today(), Map.of("plan", it.id().toString(), "code", it.code(), "shares", it.shares(), "capital", it.capital(), "proposed_by", ruled.proposedBy().toString(),
                "ruled_by", ruled.ruledBy().toString()));
        db.sql("INSERT INTO equity.stock_plan_agreed (plan, at, record) VALUES (:plan, :at, :record)").param("plan", it.id()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
        book.enter("reward.stock-plan", it.id(), today(), List.of(new Entry.Move(book.company(it), book.ready(it), it.shares())), new Me(ruled.ruledBy(), "", Set.of(), Optional.empty()));
    }

    private static final String SELECT = """
            SELECT plan.id, plan.proposal, plan.code, plan.name_en, plan.name_zh, plan.kind, plan.market, plan.capital, plan.shares, plan.price, plan.reference, plan.from_day, plan.until_day, plan.terms, plan.pauses,
                   plan.pause_days, plan.leaving, plan.source, agreed.plan IS NOT NULL AS agreed
              FROM equity.stock_plan AS plan
              LEFT JOIN equity.stock_plan_agreed AS agreed ON agreed.plan = plan.id
            """;

    public Optional<StockPlan> find(UUID id) {
        return db.sql(SELECT + " WHERE plan.id = :id").param("id", id).query(StockPlan.class).optional();
    }

    /** Those agreed to and those that wait. */
    public List<StockPlan> all() {
        return db.sql(SELECT + " WHERE agreed.plan IS NOT NULL OR EXISTS (SELECT FROM decision.open WHERE open.id = plan.proposal) ORDER BY plan.code").query(StockPlan.class).list();
    }

    void hold(UUID plan) {
        db.sql("SELECT FROM equity.stock_plan WHERE id = :id FOR UPDATE").param("id", plan).query((row, n) -> row).optional();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
