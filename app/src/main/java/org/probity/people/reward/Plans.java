package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.people.reward.Plan.Factors;
import org.probity.people.reward.Plan.Formula;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of gain-sharing: one proposes, another agrees. */
@Service
public class Plans {
    static final String MATTER = "reward.plan";
    private static final int NAME_LONGEST = 200;
    private static final int SOURCE_LONGEST = 300;
    private static final int FACTORS_MOST = 60;
    private static final int FACTOR_CODE_LONGEST = 20;
    private static final BigDecimal FACTOR_MOST = new BigDecimal("1000");
    static final BigDecimal NUMBER_MOST = new BigDecimal("1000000000000");

    /** As it is typed. @param grades lines such as {@code 16 = 1.2} */
    public record Draft(String code, String nameEn, String nameZh, @Nullable Formula formula, @Nullable LocalDate from, @Nullable BigDecimal baseCost, @Nullable BigDecimal baseOutput, @Nullable BigDecimal ceiling,
            @Nullable BigDecimal rate, @Nullable BigDecimal hurdle, @Nullable BigDecimal share, @Nullable BigDecimal reserve, boolean draws, String grades, String ratings, String source) {}

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Plans(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts a plan before a second person.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.code-wrong}; {@code reward.name-missing}; {@code reward.formula-missing}; {@code reward.day-missing}; {@code reward.number-wrong} a number of the
     * formula is missing or makes no sense; {@code reward.percent-wrong}; {@code reward.factors-wrong} a line is no code and number, stands twice, or there is none for NONE;
     * {@code reward.source-wrong}; {@code reward.waits} another of the code waits.
     */
    @Transactional
    public Answer<UUID> propose(Draft it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var grades = factors(it.grades());
        var ratings = factors(it.ratings());
        var wrong = wrong(it, grades, ratings);
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        db.sql("LOCK TABLE reward.plan IN SHARE ROW EXCLUSIVE MODE").update();
        if (all().stream().anyMatch(one -> !one.agreed() && one.code().equals(it.code()))) {
            return Answer.refused("code", "reward.waits");
        }
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, it.source().strip(), by);
        db.sql("""
                INSERT INTO reward.plan (id, proposal, code, name_en, name_zh, formula, from_day, base_cost, base_output, ceiling, rate, hurdle, share, reserve, draws, source)
                VALUES (:id, :proposal, :code, :en, :zh, :formula, :from, :cost, :output, :ceiling, :rate, :hurdle, :share, :reserve, :draws, :source)
                """)
                .param("id", id).param("proposal", proposal).param("code", it.code()).param("en", it.nameEn().strip()).param("zh", it.nameZh().strip()).param("formula", it.formula().name()).param("from", it.from())
                .param("cost", it.baseCost(), java.sql.Types.NUMERIC).param("output", it.baseOutput(), java.sql.Types.NUMERIC).param("ceiling", it.ceiling(), java.sql.Types.NUMERIC)
                .param("rate", it.rate(), java.sql.Types.NUMERIC).param("hurdle", it.hurdle(), java.sql.Types.NUMERIC).param("share", it.share()).param("reserve", it.reserve())
                .param("draws", it.draws()).param("source", it.source().strip())
                .update();
        keep(id, "GRADE", grades.orElseThrow());
        keep(id, "RATING", ratings.orElseThrow());
        return Answer.done(id);
    }

    private void keep(UUID plan, String kind, Map<String, BigDecimal> factors) {
        db.sql("INSERT INTO reward.factor (plan, kind, code, factor) SELECT :plan, :kind, of.code, of.factor FROM unnest(CAST(:codes AS text[]), CAST(:factors AS numeric[])) AS of (code, factor)")
                .param("plan", plan).param("kind", kind).param("codes", factors.keySet().toArray(String[]::new)).param("factors", factors.values().toArray(BigDecimal[]::new))
                .update();
    }

    private static List<Reason> wrong(Draft it, Optional<SortedMap<String, BigDecimal>> grades, Optional<SortedMap<String, BigDecimal>> ratings) {
        var wrong = new ArrayList<Reason>();
        need(wrong, it.code().matches("[A-Z][A-Z0-9-]{0,19}"), "code", "reward.code-wrong");
        need(wrong, fits(it.nameEn(), NAME_LONGEST), "nameEn", "reward.name-missing");
        need(wrong, fits(it.nameZh(), NAME_LONGEST), "nameZh", "reward.name-missing");
        need(wrong, it.formula() != null, "formula", "reward.formula-missing");
        need(wrong, it.from() != null, "from", "reward.day-missing");
        if (it.formula() == Formula.CONTRIBUTION) {
            need(wrong, within(it.rate(), BigDecimal.ZERO, new BigDecimal("100"), 4) && it.rate().signum() > 0, "rate", "reward.number-wrong");
            need(wrong, counts(it.hurdle()), "hurdle", "reward.number-wrong");
        } else if (it.formula() != null) {
            need(wrong, counts(it.baseCost()) && it.baseCost().signum() > 0, "baseCost", "reward.number-wrong");
            need(wrong, counts(it.baseOutput()) && it.baseOutput().signum() > 0, "baseOutput", "reward.number-wrong");
            need(wrong, it.formula() != Formula.IMPROSHARE || within(it.ceiling(), BigDecimal.ONE, new BigDecimal("1000"), 2), "ceiling", "reward.number-wrong");
        }
        need(wrong, within(it.share(), BigDecimal.ZERO, new BigDecimal("100"), 2), "share", "reward.percent-wrong");
        need(wrong, within(it.reserve(), BigDecimal.ZERO, new BigDecimal("100"), 2), "reserve", "reward.percent-wrong");
        need(wrong, grades.filter(Plans::weighs).isPresent(), "grades", "reward.factors-wrong");
        need(wrong, ratings.filter(Plans::weighs).isPresent(), "ratings", "reward.factors-wrong");
        need(wrong, fits(it.source(), SOURCE_LONGEST), "source", "reward.source-wrong");
        return wrong;
    }

    private static void need(List<Reason> wrong, boolean fine, String field, String key) {
        if (!fine) {
            wrong.add(new Reason(field, key, List.of()));
        }
    }

    static boolean fits(String words, int longest) {
        return !words.isBlank() && words.strip().length() <= longest;
    }

    private static boolean within(@Nullable BigDecimal number, BigDecimal least, BigDecimal most, int places) {
        return number != null && number.compareTo(least) >= 0 && number.compareTo(most) <= 0 && number.stripTrailingZeros().scale() <= places;
    }

    /** Something that finance counts: never less than nothing, to the fen, and not more than any company has. What is kept is what was said, without a digit less. */
    static boolean counts(@Nullable BigDecimal number) {
        return within(number, BigDecimal.ZERO, NUMBER_MOST, 2);
    }

    private static boolean weighs(SortedMap<String, BigDecimal> factors) {
        return factors.containsKey(Plan.NONE) && factors.keySet().stream().allMatch(it -> it.length() <= FACTOR_CODE_LONGEST);
    }

    /** Lines of a code, an equals sign and a number with at most three places; empty when one is not that. */
    static Optional<SortedMap<String, BigDecimal>> factors(String lines) {
        var factors = new TreeMap<String, BigDecimal>();
        for (var line : lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var parts = line.split("[=＝]", 2);
            if (parts.length < 2 || !parts[1].strip().matches("[0-9]{1,4}(\\.[0-9]{1,3})?") || parts[0].isBlank() || parts[0].strip().length() > 40
                    || new BigDecimal(parts[1].strip()).compareTo(FACTOR_MOST) > 0 || factors.put(parts[0].strip(), new BigDecimal(parts[1].strip())) != null) {
                return Optional.empty();
            }
        }
        return factors.isEmpty() || factors.size() > FACTORS_MOST ? Optional.empty() : Optional.of(factors);
    }

    /**
     * Another rules on it.
     *
     * <p>Refusals: {@code reward.not-yours}; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID plan, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        return decisions.rule(MATTER, find(plan).map(Plan::proposal).orElse(plan), outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'reward.plan' && #ruled.outcome().name() == 'APPROVED'")
    void agreed(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        var record = log.record("reward.plan", LocalDate.now(clock), Map.of("plan", it.id().toString(), "code", it.code(), "formula", it.formula().name(), "from", it.fromDay().toString(),
                "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("INSERT INTO reward.plan_agreed (plan, at, record) VALUES (:plan, :at, :record)").param("plan", it.id()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
    }

    private static final String SELECT = """
            SELECT plan.id, plan.proposal, plan.code, plan.name_en, plan.name_zh, plan.formula, plan.from_day, plan.base_cost, plan.base_output, plan.ceiling, plan.rate, plan.hurdle, plan.share, plan.reserve,
                   plan.draws, plan.source, agreed.plan IS NOT NULL AS agreed
              FROM reward.plan
              LEFT JOIN reward.plan_agreed AS agreed ON agreed.plan = plan.id
            """;

    public Optional<Plan> find(UUID id) {
        return db.sql(SELECT + " WHERE plan.id = :id").param("id", id).query(Plan.class).optional();
    }

    /** Those agreed to and those that wait, newest first. */
    public List<Plan> all() {
        return db.sql(SELECT + """
                 WHERE agreed.plan IS NOT NULL OR EXISTS (SELECT FROM decision.open WHERE open.id = plan.proposal)
                 ORDER BY plan.code, plan.from_day DESC
                """).query(Plan.class).list();
    }

    public Factors factors(UUID plan) {
        var grades = new TreeMap<String, BigDecimal>();
        var ratings = new TreeMap<String, BigDecimal>();
        db.sql("SELECT kind, code, factor FROM reward.factor WHERE plan = :plan").param("plan", plan).query(row -> {
            (row.getString(1).equals("GRADE") ? grades : ratings).put(row.getString(2), row.getBigDecimal(3).stripTrailingZeros());
        });
        return new Factors(grades, ratings);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
