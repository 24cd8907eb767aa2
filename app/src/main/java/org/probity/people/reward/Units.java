package org.probity.people.reward;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.UnitPlan;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Time units of people: given once a year by grade and rating and never beyond a cap, and what they bring, year by year, until they are void. */
@Service
public class Units {
    static final String MATTER = "reward.units";

    /** What somebody would be given, or was. @param capped whether the cap made it less @param assessment the rating's version */
    record Given(UUID person, String grade, String rating, @Nullable UUID assessment, long units, boolean capped) {
        String words() {
            return String.join("\t", grade, rating, String.valueOf(units), String.valueOf(capped));
        }

        static Given of(UUID person, @Nullable UUID assessment, String words) {
            var of = words.split("\t", -1);
            return new Given(person, of[0], of[1], assessment, Long.parseLong(of[2]), Boolean.parseBoolean(of[3]));
        }
    }

    /** @param seen hash of all that went into it */
    public record Preview(UnitPlans.Named plan, int year, BigDecimal base, List<Given> given, int without, String seen) {
        public long units() {
            return given.stream().mapToLong(Given::units).sum();
        }

        public long capped() {
            return given.stream().filter(Given::capped).count();
        }
    }

    public record Giving(UUID id, UUID plan, int year, UUID proposal, String digest, BigDecimal base, int members, long units, UUID by, boolean agreed) {}

    private final JdbcClient db;
    private final UnitPlans plans;
    private final UnitRows rows;
    private final Holders holders;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Units(JdbcClient db, UnitPlans plans, UnitRows rows, Holders holders, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.rows = rows;
        this.holders = holders;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    private record Rated(UUID person, String grade, String rating, UUID assessment) {}

    /**
     * Looks at what a year would give to whom: the matrix of the plan by the grade held as the year before ended and the rating of it, and never more than the cap leaves.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.plan-unknown}; {@code reward.year-wrong} before the plan, or to come; {@code reward.given-already}; {@code reward.value-missing} nobody said what a unit was worth as the
     * year before ended.
     */
    @Transactional
    public Answer<Preview> preview(UUID id, int year, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var plan = plans.find(id).filter(UnitPlans.Named::agreed);
        if (plan.isEmpty()) {
            return Answer.refused("", "reward.plan-unknown");
        }
        if (year < plan.get().fromYear() || year > LocalDate.now(clock).getYear()) {
            return Answer.refused("", "reward.year-wrong");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM reward.unit_giving_agreed WHERE plan = :plan AND year = :year)").param("plan", id).param("year", year).query(Boolean.class).single()) {
            return Answer.refused("", "reward.given-already");
        }
        var base = plans.words(id, UnitPlans.Kind.VALUE).get(year - 1);
        if (base == null) {
            return Answer.refused("", "reward.value-missing", String.valueOf(year - 1));
        }
        var sizes = plans.sizes(id);
        var outstanding = outstanding(plan.get(), year);
        var given = new ArrayList<Given>();
        var rated = rated(LocalDate.of(year - 1, 12, 31));
        for (var it : rated) {
            var matrix = sizes.given().getOrDefault(it.grade() + " " + it.rating(), 0L);
            var units = UnitPlan.grant(matrix, BigFraction.ONE, sizes.caps().getOrDefault(it.grade(), 0L), outstanding.getOrDefault(it.person(), 0L));
            if (matrix > 0) {
                given.add(new Given(it.person(), it.grade(), it.rating(), it.assessment(), units, units < matrix));
            }
        }
        var all = new StringBuilder(id + "\n" + year + "\n" + base.toPlainString() + "\n");
        given.forEach(it -> all.append(it.person()).append('\t').append(it.assessment()).append('\t').append(it.words()).append('\n'));
        return Answer.done(new Preview(plan.get(), year, base, given, rated.size() - given.size(), Hash.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).hex()));
    }

    /** Employees of today with the grade they held and the rating they had as a year ended. */
    private List<Rated> rated(LocalDate end) {
        return db.sql("""
                WITH grade AS MATERIALIZED (
                    SELECT held.person, max(ladder.grade)::text AS grade
                      FROM career.held(:end, 'infinity') AS held
                      JOIN career.tracks(:end, 'infinity') AS track ON track.code = held.track
                      JOIN career.ladder_on(:end) AS ladder ON ladder.ladder = track.ladder AND ladder.level = held.level
                     WHERE held.until_day IS NULL OR held.until_day >= :end
                     GROUP BY held.person
                )
                SELECT DISTINCT ON (engaged.person) engaged.person, coalesce(grade.grade, 'NONE') AS grade, rating.rating, rating.assessment
                  FROM directory.engaged(:today, 'infinity') AS engaged
                  JOIN performance.rating_in_force AS rating ON rating.person = engaged.person AND rating.until_day BETWEEN :begin AND :end
                  LEFT JOIN grade ON grade.person = engaged.person
                 WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME', 'REHIRED')
                 ORDER BY engaged.person, rating.until_day DESC
                """)
                .param("end", end).param("begin", end.withDayOfYear(1)).param("today", LocalDate.now(clock)).query(Rated.class).list();
    }

    /** Units of the plan that have not run out in a year, by who holds them. */
    private Map<UUID, Long> outstanding(UnitPlans.Named plan, int year) {
        var term = plan.plan().dividends().size();
        var outstanding = new HashMap<UUID, Long>();
        rows.running(plan.id(), year, term).forEach(it -> outstanding.merge(it.given().person(), it.given().units(), Long::sum));
        return outstanding;
    }

    /** Refusals: those of {@link #preview}; {@code reward.waits}; {@code reward.seen-changed}; {@code reward.nobody-given}. */
    @Transactional
    public Answer<UUID> propose(UUID plan, int year, String seen, Me by) {
        db.sql("SELECT FROM reward.unit_plan WHERE id = :id FOR UPDATE").param("id", plan).query((row, n) -> row).optional();
        return switch (preview(plan, year, by)) {
            case Answer.Refused<Preview>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Preview>(var it) when waiting(plan, year).isPresent() -> Answer.refused("", "reward.waits");
            case Answer.Done<Preview>(var it) when !it.seen().equals(seen) -> Answer.refused("", "reward.seen-changed");
            case Answer.Done<Preview>(var it) when it.given().isEmpty() -> Answer.refused("", "reward.nobody-given");
            case Answer.Done<Preview>(var it) -> Answer.done(put(it, by));
        };
    }

    private UUID put(Preview it, Me by) {
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, "", by);
        db.sql("INSERT INTO reward.unit_giving (id, plan, year, proposal, digest, base, members, units, at) VALUES (:id, :plan, :year, :proposal, :digest, :base, :members, :units, :at)")
                .param("id", id).param("plan", it.plan().id()).param("year", it.year()).param("proposal", proposal).param("digest", it.seen()).param("base", it.base()).param("members", it.given().size())
                .param("units", it.units()).param("at", now())
                .update();
        rows.keep(id, it.given());
        return id;
    }

    /** Refusals: {@code reward.not-yours}; {@code reward.split-unknown}; {@code reward.stale}; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<UUID> rule(UUID id, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "reward.split-unknown");
        }
        var giving = found.get();
        db.sql("SELECT FROM reward.unit_plan WHERE id = :id FOR UPDATE").param("id", giving.plan()).query((row, n) -> row).optional();
        if (outcome == Outcome.APPROVED && !(preview(giving.plan(), giving.year(), by) instanceof Answer.Done<Preview>(var again) && again.seen().equals(giving.digest()))) {
            return Answer.refused("", "reward.stale");
        }
        return switch (decisions.rule(MATTER, giving.proposal(), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(id);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'reward.units'")
    void ruled(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        if (ruled.outcome() != Outcome.APPROVED) {
            rows.drop(it.id());
            return;
        }
        var record = log.record("reward.units", LocalDate.now(clock), Map.of("giving", it.id().toString(), "plan", it.plan().toString(), "year", it.year(), "members", it.members(), "units", it.units(), "digest", it.digest(),
                "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("INSERT INTO reward.unit_giving_agreed (giving, plan, year, at, record) VALUES (:giving, :plan, :year, :at, :record)")
                .param("giving", it.id()).param("plan", it.plan()).param("year", it.year()).param("at", now()).param("record", record)
                .update();
        var last = it.year() + plans.find(it.plan()).orElseThrow().plan().dividends().size() - 1;
        holders.keep(it.id(), rows.people(it.id()), LocalDate.of(it.year(), 1, 1), LocalDate.of(last, 12, 31), record);
    }

    private static final String SELECT = """
            SELECT giving.id, giving.plan, giving.year, giving.proposal, giving.digest, giving.base, giving.members, giving.units, proposal.proposed_by AS by, agreed.giving IS NOT NULL AS agreed
              FROM reward.unit_giving AS giving
              JOIN decision.proposal ON proposal.id = giving.proposal
              LEFT JOIN reward.unit_giving_agreed AS agreed ON agreed.giving = giving.id
            """;

    public Optional<Giving> find(UUID id) {
        return db.sql(SELECT + " WHERE giving.id = :id").param("id", id).query(Giving.class).optional();
    }

    public Optional<Giving> waiting(UUID plan, int year) {
        return givings(plan).stream().filter(it -> it.year() == year && !it.agreed()).findFirst();
    }

    /** Those agreed to and those that wait. */
    public List<Giving> givings(UUID plan) {
        return db.sql(SELECT + " WHERE giving.plan = :plan AND (agreed.giving IS NOT NULL OR EXISTS (SELECT FROM decision.open WHERE open.id = giving.proposal)) ORDER BY giving.year DESC").param("plan", plan).query(Giving.class).list();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
