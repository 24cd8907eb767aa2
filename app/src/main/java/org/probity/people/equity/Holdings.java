package org.probity.people.equity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.equity.StockVault.Given;
import org.probity.people.equity.StockVault.Kind;
import org.probity.people.reward.Departures;
import org.probity.vest.Condition.Trigger;
import org.probity.vest.Condition;
import org.probity.vest.Facts;
import org.probity.vest.Grant;
import org.probity.vest.Ocf;
import org.probity.vest.Terms;
import org.probity.vest.Vesting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What holders have of stock and options, reckoned by {@code vest} from what is known on a day: steps, leave, what came sooner, shares that were divided, and why somebody left. */
@Service
public class Holdings {
    /** @param terms null: the days are in the grant, or nothing is waited for @param exercised in shares of that day */
    public record Holding(StockPlan plan, Given given, Grant grant, @Nullable Terms terms, Facts facts, Vesting.Standing now, List<Vesting.Instalment> instalments, long exercised, LocalDate day) {
        /** Of the grant. */
        public UUID id() {
            return given.id();
        }

        public Optional<Vesting.Instalment> next() {
            return instalments.stream().filter(it -> it.day().isAfter(day)).findFirst();
        }

        /** What can be exercised now. */
        public long left() {
            return plan.kind() == StockPlan.Kind.OPTION && !day.isAfter(plan.untilDay()) ? Math.max(0, whole(now.vested()) - exercised) : 0;
        }

        Vesting vesting() {
            return new Vesting(grant, facts);
        }

        /** The name of its steps in a package; empty: the days are in the grant, or nothing is waited for. */
        Optional<String> termsOf() {
            return terms == null ? Optional.empty() : Optional.of(given.terms().isEmpty() ? plan.code() : given.terms());
        }

        Terms steps() {
            return there(terms);
        }

        public List<Condition> conditions() {
            return terms == null ? List.of() : terms.conditions();
        }

        Ocf.Held held(String stakeholder, Optional<String> terms) {
            return new Ocf.Held(given.security(), given.security(), stakeholder, plan.kind() == StockPlan.Kind.OPTION ? "OPTION" : "RSU", terms, grant, facts, List.of());
        }
    }

    private final JdbcClient db;
    private final StockPlans plans;
    private final Grantings grantings;
    private final StockVault vault;
    private final Happenings happenings;
    private final Departures departures;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Holdings(JdbcClient db, StockPlans plans, Grantings grantings, StockVault vault, Happenings happenings, Departures departures, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.grantings = grantings;
        this.vault = vault;
        this.happenings = happenings;
        this.departures = departures;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    static long whole(BigFraction shares) {
        return shares.bigDecimalValue(0, RoundingMode.DOWN).longValueExact();
    }

    /** Everything of one holder, in the order in which it was granted. */
    public List<Holding> of(UUID person) {
        return held(vault.of(person), LocalDate.now(clock)).stream().sorted(Comparator.comparing((Holding it) -> it.given().day()).thenComparing(it -> it.given().security())).toList();
    }

    /** Everything under a plan, by security. */
    public List<Holding> under(UUID plan, LocalDate day) {
        return held(vault.in(grantings.of(plan).stream().filter(Grantings.Granting::agreed).map(Grantings.Granting::id).toList()), day).stream().sorted(Comparator.comparing((Holding it) -> it.given().security())).toList();
    }

    /** Those that were agreed to alone. */
    private List<Holding> held(List<Given> all, LocalDate day) {
        var agreed = new HashMap<UUID, Grantings.Granting>();
        all.stream().map(Given::granting).distinct().forEach(it -> grantings.find(it).filter(Grantings.Granting::agreed).ifPresent(one -> agreed.put(it, one)));
        var byPlan = new HashMap<UUID, StockPlan>();
        var events = new HashMap<UUID, List<Happenings.Told>>();
        agreed.values().forEach(it -> {
            byPlan.computeIfAbsent(it.plan(), plan -> plans.find(plan).orElseThrow());
            events.computeIfAbsent(it.plan(), happenings::of);
        });
        var acts = new HashMap<UUID, List<StockVault.Act>>();
        vault.acts(all.stream().map(Given::id).toList()).stream().filter(it -> !it.day().isAfter(day)).forEach(it -> acts.computeIfAbsent(it.given(), _ -> new ArrayList<>()).add(it));
        var around = around(all);
        var holdings = new ArrayList<Holding>();
        for (var it : all) {
            if (agreed.containsKey(it.granting())) {
                var plan = there(byPlan.get(there(agreed.get(it.granting())).plan()));
                holdings.add(holding(plan, it, there(events.get(plan.id())), acts.getOrDefault(it.id(), List.of()), around, day));
            }
        }
        return holdings;
    }

    private static <T> T there(@Nullable T it) {
        return java.util.Objects.requireNonNull(it);
    }

    private Holding holding(StockPlan plan, Given given, List<Happenings.Told> events, List<StockVault.Act> acts, Around around, LocalDate day) {
        var terms = given.terms().isEmpty() ? plan.steps()
                : given.terms().equals(Given.BY_DAYS) || given.terms().equals(Given.AT_ONCE) ? null : StockPlan.steps(there(grantings.terms(given.granting()).get(given.terms())), given.terms());
        Grant.Plan way = terms != null ? new Grant.Plan.ByTerms(terms)
                : given.terms().equals(Given.AT_ONCE) ? new Grant.Plan.AtOnce() : new Grant.Plan.Dated(given.dated().stream().map(it -> new Grant.Part(it.day(), exact(it.amount()))).toList());
        var grant = new Grant(given.day(), exact(given.quantity()), way);
        var divided = events.stream().filter(it -> it.kind() == Happenings.Kind.DIVIDED && it.day().isAfter(given.day())).map(it -> new Facts.Ratio(it.day(), it.parts(), it.whole())).toList();
        var facts = facts(plan, given, grant, terms, events, divided, acts, around);
        var vesting = new Vesting(grant, facts);
        var exercised = acts.stream().filter(it -> it.kind() == Kind.EXERCISED).map(it -> BigFraction.of(BigInteger.valueOf(it.shares())).multiply(factor(divided, it.day(), day))).reduce(BigFraction.ZERO, BigFraction::add);
        return new Holding(plan, given, grant, terms, facts, vesting.standing(day), vesting.instalments(day), whole(exercised), day);
    }

    static BigFraction exact(String quantity) {
        return StockPlan.exact(new BigDecimal(quantity));
    }

    /** What a share of one day is on another. */
    static BigFraction factor(List<Facts.Ratio> divided, LocalDate after, LocalDate until) {
        return divided.stream().filter(it -> it.day().isAfter(after) && !it.day().isAfter(until)).map(it -> BigFraction.of(it.parts(), it.whole())).reduce(BigFraction.ONE, BigFraction::multiply);
    }

    private Facts facts(StockPlan plan, Given given, Grant grant, @Nullable Terms terms, List<Happenings.Told> events, List<Facts.Ratio> divided, List<StockVault.Act> acts, Around around) {
        var starts = new ArrayList<Facts.Happened>();
        var happened = new ArrayList<Facts.Happened>();
        var sooner = new ArrayList<Facts.Sooner>();
        for (var it : given.own()) {
            switch (it.kind()) {
                case "S" -> starts.add(new Facts.Happened(it.step(), it.day()));
                case "E" -> happened.add(new Facts.Happened(it.step(), it.day()));
                default -> sooner.add(new Facts.Sooner(it.day(), exact(it.quantity())));
            }
        }
        if (terms != null && given.start() != null) {
            terms.conditions().stream().filter(it -> it.trigger() instanceof Trigger.Start).forEach(it -> starts.add(new Facts.Happened(it.id(), there(given.start()))));
        }
        if (given.terms().isEmpty()) {
            events.stream().filter(it -> it.kind() == Happenings.Kind.HAPPENED).forEach(it -> happened.add(new Facts.Happened(it.step(), it.day())));
        }
        acts.stream().filter(it -> it.kind() == Kind.SOONER).forEach(it -> sooner.add(new Facts.Sooner(it.day(), BigFraction.of(BigInteger.valueOf(it.shares())))));
        var left = Optional.ofNullable(around.left().get(given.person()));
        var rule = left.map(it -> plan.left().getOrDefault(it.reason(), StockPlan.Leaving.LAPSES));
        var ended = rule.filter(it -> it != StockPlan.Leaving.GOES_ON).map(_ -> left.orElseThrow().day().isBefore(given.day()) ? given.day() : left.orElseThrow().day());
        if (rule.filter(it -> it == StockPlan.Leaving.AT_ONCE).isPresent()) {
            var day = ended.orElseThrow();
            sooner.add(new Facts.Sooner(day, grant.quantity().multiply(factor(divided, given.day(), day))));
        }
        return new Facts(starts, happened, terms == null ? List.of() : pauses(plan, given, around), sooner, divided, ended);
    }

    private record Stretch(UUID person, String kind, LocalDate fromDay, LocalDate untilDay) {}

    /** What other rooms know of holders: leave that was agreed to, and why somebody left. */
    private record Around(Map<UUID, List<Stretch>> leave, Map<UUID, Departures.Left> left) {}

    private Around around(List<Given> all) {
        var leave = new HashMap<UUID, List<Stretch>>();
        var people = all.stream().map(Given::person).distinct().toList();
        all.stream().map(Given::day).min(LocalDate::compareTo).ifPresent(first -> db.sql("""
                SELECT leave.person, leave.kind, leave.from_day, leave.until_day
                  FROM care.agreed_leave(:from, 'infinity', 'infinity') AS leave
                 WHERE leave.person = ANY (:people)
                 ORDER BY leave.from_day, leave.until_day
                """)
                .param("from", first).param("people", people.toArray(UUID[]::new)).query(Stretch.class).list()
                .forEach(it -> leave.computeIfAbsent(it.person(), _ -> new ArrayList<>()).add(it)));
        return new Around(leave, departures.of(people));
    }

    /** Leave that the plan names and that is long enough; what touches is one. */
    private static List<Facts.Pause> pauses(StockPlan plan, Given given, Around around) {
        var pauses = new ArrayList<Facts.Pause>();
        for (var it : around.leave().getOrDefault(given.person(), List.of())) {
            var back = it.untilDay().plusDays(1);
            if (!plan.leaveKinds().contains(it.kind()) || !back.isAfter(given.day()) || it.fromDay().plusDays(plan.pauseDays()).isAfter(back)) {
                continue;
            }
            var last = pauses.isEmpty() ? null : pauses.getLast();
            if (last != null && !there(last.until()).isBefore(it.fromDay())) {
                pauses.set(pauses.size() - 1, new Facts.Pause(last.from(), back.isAfter(there(last.until())) ? back : there(last.until())));
            } else {
                pauses.add(new Facts.Pause(it.fromDay(), back));
            }
        }
        return pauses;
    }

    /**
     * Somebody exercises options that are theirs.
     *
     * <p>Refusals: {@code equity.grant-unknown} no such grant of theirs; {@code equity.no-option}; {@code equity.over} the plan has ended; {@code equity.number-wrong};
     * {@code equity.too-many} more than is theirs and not exercised yet.
     */
    @Transactional
    public Answer<UUID> exercise(UUID id, long shares, Me by) {
        vault.hold(id);
        var found = directory.personOf(by).stream().flatMap(it -> of(it).stream()).filter(it -> it.given().id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused("", "equity.grant-unknown");
        }
        var it = found.get();
        if (it.plan().kind() != StockPlan.Kind.OPTION) {
            return Answer.refused("", "equity.no-option");
        }
        if (it.day().isAfter(it.plan().untilDay())) {
            return Answer.refused("", "equity.over", it.plan().untilDay());
        }
        if (shares < 1) {
            return Answer.refused("shares", "equity.number-wrong");
        }
        if (shares > it.left()) {
            return Answer.refused("shares", "equity.too-many", it.left());
        }
        var act = UUID.randomUUID();
        // The log knows that something was exercised, and not how many.
        var record = log.record("reward.stock-exercised", it.day(), Map.of("act", act.toString(), "given", id.toString()));
        vault.act(act, it.given(), Kind.EXERCISED, it.day(), shares, by.account(), record);
        return Answer.done(act);
    }

    /** What is still to come of it. */
    static long open(Holding it) {
        return whole(it.now().certain().add(it.now().contingent()));
    }
}
