package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.probity.house.ui.Answer.Reason;
import org.probity.people.reward.Plan.Formula;
import org.probity.shapes.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What periods brought, each with the paper that says so, and the units that share. */
@Service
public class Periods {
    private static final int SOURCE_LONGEST = 300;
    private static final int DAYS_MOST = 400;
    private static final BigDecimal WAGE_MOST = new BigDecimal("1000000");

    /** @param units lines such as {@code HF-CELL = 1.2} */
    public record Said(UUID plan, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable BigDecimal cost, @Nullable BigDecimal output, @Nullable BigDecimal wage, String units, String source,
            String fileName, byte[] file) {}

    public record Unit(UUID unit, String code, String nameEn, String nameZh, BigDecimal factor) {}

    private final JdbcClient db;
    private final Plans plans;
    private final GainBook book;
    private final Evidence evidence;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Periods(JdbcClient db, Plans plans, GainBook book, Evidence evidence, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.book = book;
        this.evidence = evidence;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Keeps what a period brought. Said again for the same days it takes the place of what was said before, until that was shared out.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.plan-unknown} none that was agreed to; {@code reward.period-wrong} not over, too long, or before its plan; {@code reward.period-overlaps} other days of it
     * were said already; {@code reward.period-settled} it was shared out; {@code reward.number-wrong}; {@code reward.wage-wrong}; {@code reward.gain-wrong} more than any company has; {@code reward.units-wrong} a line is no unit of that day and number, or stands twice; {@code reward.source-wrong};
     * {@code reward.file-missing}.
     */
    @Transactional
    public Answer<UUID> say(Said it, Me by) {
        return keep(it, false, by);
    }

    /**
     * Releases what is held back under a plan, at the end of a year and over its days: a period whose pool is what stands held when it is shared out. Figures of finance are not asked.
     *
     * <p>Refusals: those of {@link #say}; {@code reward.nothing-held}.
     */
    @Transactional
    public Answer<UUID> release(Said it, Me by) {
        var held = plans.find(it.plan()).filter(Plan::agreed).map(book::standing).orElse(0L);
        return keep(new Said(it.plan(), it.from(), it.until(), null, Splits.yuan(held), null, it.units(), it.source(), it.fileName(), it.file()), true, by);
    }

    private Answer<UUID> keep(Said it, boolean release, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var plan = plans.find(it.plan()).filter(Plan::agreed);
        if (plan.isEmpty()) {
            return Answer.refused("plan", "reward.plan-unknown");
        }
        var wrong = new ArrayList<Reason>();
        var days = it.from() != null && it.until() != null && it.until().isAfter(it.from()) && it.until().isBefore(plans.today()) && !it.from().isBefore(plan.get().fromDay())
                && it.from().plusDays(DAYS_MOST).isAfter(it.until());
        need(wrong, days, "from", "reward.period-wrong");
        var asksCost = plan.get().formula() != Formula.CONTRIBUTION;
        need(wrong, release || !asksCost || Plans.counts(it.cost()), "cost", "reward.number-wrong");
        need(wrong, Plans.counts(plan.get().formula() == Formula.CONTRIBUTION && it.output() != null ? it.output().abs() : it.output()), "output", "reward.number-wrong");
        need(wrong, release || plan.get().formula() != Formula.IMPROSHARE || Plans.counts(it.wage()) && it.wage().compareTo(WAGE_MOST) <= 0, "wage", "reward.wage-wrong");
        need(wrong, !release || it.output().signum() > 0, "", "reward.nothing-held");
        need(wrong, Plans.fits(it.source(), SOURCE_LONGEST), "source", "reward.source-wrong");
        need(wrong, it.file().length > 0, "file", "reward.file-missing");
        var units = days ? units(it.units(), it.until()) : Optional.<Map<UUID, BigDecimal>>empty();
        need(wrong, !days || units.isPresent(), "units", "reward.units-wrong");
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        if (!release && plan.get().gain(it.cost(), it.output(), it.wage()).yuan().abs().compareTo(Plan.exact(Plans.NUMBER_MOST)) > 0) {
            return Answer.refused("output", "reward.gain-wrong");
        }
        db.sql("SELECT FROM reward.plan WHERE id = :id FOR UPDATE").param("id", it.plan()).query((row, n) -> row).optional();
        var others = db.sql(SELECT + " WHERE plan.code = :code AND period.release = :release AND period.from_day <= :until AND period.until_day >= :from")
                .param("code", plan.get().code()).param("release", release).param("until", it.until()).param("from", it.from()).query(Period.class).list();
        if (others.stream().anyMatch(one -> !one.plan().equals(it.plan()) || !one.fromDay().equals(it.from()) || !one.untilDay().equals(it.until()))) {
            return Answer.refused("from", "reward.period-overlaps");
        }
        if (others.stream().anyMatch(Period::settled)) {
            return Answer.refused("from", "reward.period-settled");
        }
        var id = UUID.randomUUID();
        var no = db.sql("SELECT count(*) FROM reward.period WHERE plan = :plan AND from_day = :from AND until_day = :until").param("plan", it.plan()).param("from", it.from()).param("until", it.until()).query(Integer.class).single() + 1;
        var kept = evidence.keep(it.fileName(), "application/octet-stream", it.file(), by.account());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("period", id.toString());
        told.put("plan", it.plan().toString());
        told.put("from", it.from().toString());
        told.put("until", it.until().toString());
        told.put("output", it.output().toPlainString());
        told.put("cost", it.cost() == null ? "" : it.cost().toPlainString());
        told.put("file", kept.sha256());
        var record = log.record("reward.period", LocalDate.now(clock), told);
        db.sql("""
                INSERT INTO reward.period (id, plan, from_day, until_day, no, cost, output, wage, source, file, brought_by, brought_at, record, release)
                VALUES (:id, :plan, :from, :until, :no, :cost, :output, :wage, :source, :file, :by, :at, :record, :release)
                """)
                .param("id", id).param("plan", it.plan()).param("from", it.from()).param("until", it.until()).param("no", no).param("cost", asksCost && !release ? it.cost() : null, java.sql.Types.NUMERIC)
                .param("output", it.output()).param("wage", plan.get().formula() == Formula.IMPROSHARE && !release ? it.wage() : null, java.sql.Types.NUMERIC).param("source", it.source().strip()).param("file", kept.id())
                .param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).param("release", release)
                .update();
        db.sql("INSERT INTO reward.unit_factor (period, unit, factor) SELECT :period, of.unit, of.factor FROM unnest(CAST(:units AS uuid[]), CAST(:factors AS numeric[])) AS of (unit, factor)")
                .param("period", id).param("units", units.orElseThrow().keySet().toArray(UUID[]::new)).param("factors", units.orElseThrow().values().toArray(BigDecimal[]::new))
                .update();
        return Answer.done(id);
    }

    private static void need(List<Reason> wrong, boolean fine, String field, String key) {
        if (!fine) {
            wrong.add(new Reason(field, key, List.of()));
        }
    }

    private Optional<Map<UUID, BigDecimal>> units(String lines, LocalDate day) {
        var factors = Plans.factors(lines);
        if (factors.isEmpty()) {
            return Optional.empty();
        }
        var codes = new HashMap<String, UUID>();
        directory.tree(day).forEach(it -> codes.put(it.code(), it.id()));
        var units = new LinkedHashMap<UUID, BigDecimal>();
        for (var it : factors.get().entrySet()) {
            var unit = codes.get(it.getKey());
            if (unit == null) {
                return Optional.empty();
            }
            units.put(unit, it.getValue());
        }
        return Optional.of(units);
    }

    private static final String SELECT = """
            SELECT period.id, period.plan, period.from_day, period.until_day, period.no, period.cost, period.output, period.wage, period.source, period.file, period.brought_at,
                   EXISTS (SELECT FROM reward.split_agreed WHERE split_agreed.period = period.id) AS settled, period.release
              FROM reward.period
              JOIN reward.plan ON plan.id = period.plan
            """;

    public Optional<Period> find(UUID id) {
        return db.sql(SELECT + " WHERE period.id = :id").param("id", id).query(Period.class).optional();
    }

    /** The newest word about each, newest first. */
    public List<Period> all() {
        return db.sql(SELECT + """
                 WHERE NOT EXISTS (SELECT FROM reward.period AS later WHERE later.plan = period.plan AND later.from_day = period.from_day AND later.until_day = period.until_day AND later.no > period.no AND later.release = period.release)
                 ORDER BY period.from_day DESC, plan.code
                """).query(Period.class).list();
    }

    /** Whether it is the newest word about its days. */
    boolean stands(Period it) {
        return all().stream().anyMatch(one -> one.id().equals(it.id()));
    }

    public List<Unit> units(Period it) {
        return db.sql("""
                SELECT unit_factor.unit, place.code, place.name_en, place.name_zh, unit_factor.factor
                  FROM reward.unit_factor
                  JOIN directory.places(:day, 'infinity') AS place ON place.unit = unit_factor.unit
                 WHERE unit_factor.period = :period
                 ORDER BY place.code
                """)
                .param("day", it.untilDay()).param("period", it.id()).query(Unit.class).list();
    }

    byte[] paper(Period it) {
        return evidence.bytes(evidence.find(it.file()).orElseThrow());
    }

    String paperName(Period it) {
        return evidence.find(it.file()).orElseThrow().name();
    }
}
