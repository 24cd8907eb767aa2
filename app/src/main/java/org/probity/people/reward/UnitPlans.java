package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.vest.UnitPlan;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of time units by two, and what years brought: dividends and values, each with its paper. */
@Service
public class UnitPlans {
    static final String MATTER = "reward.unit-plan";
    private static final int NAME_LONGEST = 200;
    private static final int SOURCE_LONGEST = 300;
    private static final int YEARS_MOST = 20;
    private static final int LINES_MOST = 200;

    /** @param dividends fractions, year by year @param leaving reasons and what they make of units */
    public record Named(UUID id, UUID proposal, String code, String nameEn, String nameZh, int fromYear, String dividends, String leaving, String source, boolean agreed) {
        public String name(Lang lang) {
            return lang == Lang.ZH ? nameZh : nameEn;
        }

        UnitPlan plan() {
            return new UnitPlan(fractions(dividends).orElseThrow(), left(leaving).orElseThrow());
        }
    }

    /** @param sizes lines such as {@code 16 A = 4000} @param caps lines such as {@code 16 = 20000} @param leaving lines such as {@code VOLUNTARY_RETIREMENT = TO_TERM} */
    public record Draft(String code, String nameEn, String nameZh, int fromYear, String dividends, String sizes, String caps, String leaving, String source) {}

    public enum Kind { DIVIDEND, VALUE }

    public record Word(int year, Kind kind, BigDecimal amount, String source) {}

    private final JdbcClient db;
    private final Decisions decisions;
    private final Evidence evidence;
    private final Log log;
    private final Clock clock;

    UnitPlans(JdbcClient db, Decisions decisions, Evidence evidence, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.evidence = evidence;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts a plan before a second person.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.code-wrong}; {@code reward.name-missing}; {@code reward.year-wrong}; {@code reward.dividends-wrong} a year bears less than nothing or more than the whole, or there
     * is none; {@code reward.sizes-wrong}, {@code reward.caps-wrong} a line is not what it shall be, or a grade has no cap; {@code reward.leaving-wrong}; {@code reward.source-wrong}; {@code reward.waits}.
     */
    @Transactional
    public Answer<UUID> propose(Draft it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var sizes = numbers(it.sizes(), "[^\\s=]{1,20} [^\\s=]{1,20}");
        var caps = numbers(it.caps(), "[^\\s=]{1,20}");
        var leaving = String.join(",", it.leaving().lines().map(line -> line.replace(" ", "")).filter(line -> !line.isEmpty()).toList());
        var wrong = new ArrayList<Reason>();
        need(wrong, it.code().matches("[A-Z][A-Z0-9-]{0,19}"), "code", "reward.code-wrong");
        need(wrong, Plans.fits(it.nameEn(), NAME_LONGEST), "nameEn", "reward.name-missing");
        need(wrong, Plans.fits(it.nameZh(), NAME_LONGEST), "nameZh", "reward.name-missing");
        need(wrong, it.fromYear() >= 2000 && it.fromYear() <= 2200, "fromYear", "reward.year-wrong");
        need(wrong, fractions(it.dividends()).isPresent(), "dividends", "reward.dividends-wrong");
        need(wrong, sizes.isPresent(), "sizes", "reward.sizes-wrong");
        need(wrong, caps.isPresent() && sizes.stream().flatMap(all -> all.keySet().stream()).allMatch(key -> caps.get().containsKey(key.substring(0, key.indexOf(' ')))), "caps", "reward.caps-wrong");
        need(wrong, left(leaving).isPresent(), "leaving", "reward.leaving-wrong");
        need(wrong, Plans.fits(it.source(), SOURCE_LONGEST), "source", "reward.source-wrong");
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        db.sql("LOCK TABLE reward.unit_plan IN SHARE ROW EXCLUSIVE MODE").update();
        if (all().stream().anyMatch(one -> one.code().equals(it.code()))) {
            return Answer.refused("code", "reward.waits");
        }
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, it.source().strip(), by);
        db.sql("INSERT INTO reward.unit_plan (id, proposal, code, name_en, name_zh, from_year, dividends, leaving, source) VALUES (:id, :proposal, :code, :en, :zh, :year, :dividends, :leaving, :source)")
                .param("id", id).param("proposal", proposal).param("code", it.code()).param("en", it.nameEn().strip()).param("zh", it.nameZh().strip()).param("year", it.fromYear())
                .param("dividends", it.dividends().replace(" ", "")).param("leaving", leaving).param("source", it.source().strip())
                .update();
        sizes.orElseThrow().forEach((key, units) -> size(id, key.substring(0, key.indexOf(' ')), key.substring(key.indexOf(' ') + 1), units));
        caps.orElseThrow().forEach((grade, units) -> size(id, grade, "", units));
        return Answer.done(id);
    }

    private void size(UUID plan, String grade, String rating, long units) {
        db.sql("INSERT INTO reward.unit_size (plan, grade, rating, units) VALUES (:plan, :grade, :rating, :units)").param("plan", plan).param("grade", grade).param("rating", rating).param("units", units).update();
    }

    private static void need(List<Reason> wrong, boolean fine, String field, String key) {
        if (!fine) {
            wrong.add(new Reason(field, key, List.of()));
        }
    }

    static Optional<List<BigFraction>> fractions(String words) {
        var parts = words.replace(" ", "").split(",");
        if (parts.length > YEARS_MOST || !Arrays.stream(parts).allMatch(it -> it.matches("[0-9]{1,4}(/[1-9][0-9]{0,3})?"))) {
            return Optional.empty();
        }
        var fractions = Arrays.stream(parts).map(it -> it.contains("/") ? BigFraction.of(Long.parseLong(it.substring(0, it.indexOf('/'))), Long.parseLong(it.substring(it.indexOf('/') + 1))) : BigFraction.of(Integer.parseInt(it))).toList();
        return fractions.stream().anyMatch(it -> it.compareTo(BigFraction.ONE) > 0) ? Optional.empty() : Optional.of(fractions);
    }

    static Optional<Map<UnitPlan.Reason, UnitPlan.Leaving>> left(String words) {
        var all = new EnumMap<UnitPlan.Reason, UnitPlan.Leaving>(UnitPlan.Reason.class);
        for (var it : words.split(",")) {
            if (it.isEmpty()) {
                continue;
            }
            var parts = it.split("=", 2);
            var reason = Arrays.stream(UnitPlan.Reason.values()).filter(one -> one.name().equals(parts[0])).findFirst();
            var leaving = Arrays.stream(UnitPlan.Leaving.values()).filter(one -> parts.length > 1 && one.name().equals(parts[1])).findFirst();
            if (reason.isEmpty() || leaving.isEmpty() || all.put(reason.get(), leaving.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static Optional<TreeMap<String, Long>> numbers(String lines, String key) {
        var numbers = new TreeMap<String, Long>();
        for (var line : lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var parts = line.split("[=＝]", 2);
            var name = parts[0].strip().replaceAll("\\s+", " ");
            if (parts.length < 2 || !name.matches(key) || !parts[1].strip().matches("[0-9]{1,9}") || numbers.put(name, Long.parseLong(parts[1].strip())) != null) {
                return Optional.empty();
            }
        }
        return numbers.isEmpty() || numbers.size() > LINES_MOST ? Optional.empty() : Optional.of(numbers);
    }

    /** Refusals: {@code reward.not-yours}; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID plan, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        return decisions.rule(MATTER, find(plan).map(Named::proposal).orElse(plan), outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'reward.unit-plan' && #ruled.outcome().name() == 'APPROVED'")
    void agreed(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        var record = log.record("reward.unit-plan", LocalDate.now(clock), Map.of("plan", it.id().toString(), "code", it.code(), "dividends", it.dividends(), "proposed_by", ruled.proposedBy().toString(),
                "ruled_by", ruled.ruledBy().toString()));
        db.sql("INSERT INTO reward.unit_plan_agreed (plan, at, record) VALUES (:plan, :at, :record)").param("plan", it.id()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
    }

    private static final String SELECT = """
            SELECT plan.id, plan.proposal, plan.code, plan.name_en, plan.name_zh, plan.from_year, plan.dividends, plan.leaving, plan.source, agreed.plan IS NOT NULL AS agreed
              FROM reward.unit_plan AS plan
              LEFT JOIN reward.unit_plan_agreed AS agreed ON agreed.plan = plan.id
            """;

    public Optional<Named> find(UUID id) {
        return db.sql(SELECT + " WHERE plan.id = :id").param("id", id).query(Named.class).optional();
    }

    public List<Named> all() {
        return db.sql(SELECT + " WHERE agreed.plan IS NOT NULL OR EXISTS (SELECT FROM decision.open WHERE open.id = plan.proposal) ORDER BY plan.code").query(Named.class).list();
    }

    /** What is given, and the most that may be held, by grade. */
    record Sizes(Map<String, Long> given, Map<String, Long> caps) {}

    Sizes sizes(UUID plan) {
        var given = new TreeMap<String, Long>();
        var caps = new TreeMap<String, Long>();
        db.sql("SELECT grade, rating, units FROM reward.unit_size WHERE plan = :plan").param("plan", plan).query(row -> {
            if (row.getString(2).isEmpty()) {
                caps.put(row.getString(1), row.getLong(3));
            } else {
                given.put(row.getString(1) + " " + row.getString(2), row.getLong(3));
            }
        });
        return new Sizes(given, caps);
    }

    /**
     * Says what a year's dividend is, or what a unit is worth as it ends.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.plan-unknown}; {@code reward.year-wrong} before the plan by more than a year, or to come; {@code reward.amount-wrong}; {@code reward.source-wrong};
     * {@code reward.file-missing}; {@code reward.word-used} units were given by it.
     */
    @Transactional
    public Answer<UUID> say(UUID plan, int year, Kind kind, @Nullable BigDecimal amount, String source, String fileName, byte[] file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var found = find(plan).filter(Named::agreed);
        if (found.isEmpty()) {
            return Answer.refused("", "reward.plan-unknown");
        }
        if (year < found.get().fromYear() - 1 || year > LocalDate.now(clock).getYear()) {
            return Answer.refused("year", "reward.year-wrong");
        }
        if (amount == null || amount.signum() < 0 || amount.scale() > 6 || amount.compareTo(new BigDecimal("1000000")) > 0) {
            return Answer.refused("amount", "reward.amount-wrong");
        }
        if (!Plans.fits(source, SOURCE_LONGEST)) {
            return Answer.refused("source", "reward.source-wrong");
        }
        if (file.length == 0) {
            return Answer.refused("file", "reward.file-missing");
        }
        db.sql("SELECT FROM reward.unit_plan WHERE id = :id FOR UPDATE").param("id", plan).query((row, n) -> row).optional();
        if (kind == Kind.VALUE && db.sql("SELECT EXISTS (SELECT FROM reward.unit_giving_agreed WHERE plan = :plan AND year = :year + 1)").param("plan", plan).param("year", year).query(Boolean.class).single()) {
            return Answer.refused("year", "reward.word-used");
        }
        var id = UUID.randomUUID();
        var kept = evidence.keep(fileName, "application/octet-stream", file, by.account());
        var record = log.record("reward.unit-word", LocalDate.now(clock), Map.of("plan", plan.toString(), "year", year, "kind", kind.name(), "amount", amount.toPlainString(), "file", kept.sha256()));
        db.sql("""
                INSERT INTO reward.unit_word (id, plan, year, kind, no, amount, source, file, said_by, said_at, record)
                SELECT :id, :plan, :year, :kind, 1 + count(*), :amount, :source, :file, :by, :at, :record FROM reward.unit_word WHERE plan = :plan AND year = :year AND kind = :kind
                """)
                .param("id", id).param("plan", plan).param("year", year).param("kind", kind.name()).param("amount", amount).param("source", source.strip()).param("file", kept.id()).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** What counts, by year. */
    public List<Word> words(UUID plan) {
        return db.sql("SELECT DISTINCT ON (year, kind) year, kind, amount, source FROM reward.unit_word WHERE plan = :plan ORDER BY year DESC, kind, no DESC").param("plan", plan).query(Word.class).list();
    }

    Map<Integer, BigDecimal> words(UUID plan, Kind kind) {
        var words = new HashMap<Integer, BigDecimal>();
        words(plan).stream().filter(it -> it.kind() == kind).forEach(it -> words.put(it.year(), it.amount().stripTrailingZeros()));
        return words;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
