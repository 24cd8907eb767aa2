package org.probity.people.equity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.equity.StockVault.Given;
import org.probity.people.reward.Holders;
import org.probity.proof.Hash;
import org.probity.shapes.book.Entry;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shares given to people under a plan: looked at with what its market's rules say, put forward, agreed to by another, and entered into the book as one sum. */
@Service
public class Grantings {
    static final String MATTER = "reward.stock-granting";
    private static final int LINES_MOST = 10_000;

    public record Line(UUID person, String number, String nameEn, String nameZh, long shares) {}

    /** What would be. @param seen hash of all that went into it */
    public record Preview(StockPlan plan, LocalDate day, List<Line> lines, String resolution, List<Listing.Finding> findings, String seen) {
        public long shares() {
            return lines.stream().mapToLong(Line::shares).sum();
        }
    }

    public record Granting(UUID id, UUID plan, UUID proposal, LocalDate day, int members, long shares, boolean broughtIn, String resolution, String digest, UUID by, boolean agreed) {}

    private final JdbcClient db;
    private final StockPlans plans;
    private final StockVault vault;
    private final StockBook book;
    private final Holders holders;
    private final Listing listing;
    private final Decisions decisions;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Grantings(JdbcClient db, StockPlans plans, StockVault vault, StockBook book, Holders holders, Listing listing, Decisions decisions, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.vault = vault;
        this.book = book;
        this.holders = holders;
        this.listing = listing;
        this.decisions = decisions;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Looks at what would be granted.
     *
     * <p>Refusals: {@code equity.not-yours}; {@code equity.plan-unknown}; {@code equity.days-wrong} outside of the plan; {@code equity.lines-wrong} a line is no number of staff and shares, or somebody stands twice;
     * {@code equity.no-such-person}; {@code equity.ready-short} fewer stand ready; {@code equity.limit.…} a rule that is certain, but for what one person may hold when the shareholders resolved on it.
     *
     * @param lines such as {@code 100001 = 5000}
     */
    @Transactional
    public Answer<Preview> preview(UUID id, @Nullable LocalDate day, String lines, String resolution, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var plan = plans.find(id).filter(StockPlan::agreed);
        if (plan.isEmpty()) {
            return Answer.refused("", "equity.plan-unknown");
        }
        if (day == null || day.isBefore(plan.get().fromDay()) || day.isAfter(plan.get().untilDay()) || day.isAfter(LocalDate.now(clock))) {
            return Answer.refused("day", "equity.days-wrong");
        }
        if (resolution.strip().length() > 300) {
            return Answer.refused("resolution", "equity.source-wrong");
        }
        var shares = new LinkedHashMap<String, Long>();
        for (var line : lines.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var parts = line.split("[=＝]", 2);
            if (parts.length < 2 || !parts[1].strip().matches("[1-9][0-9]{0,11}") || shares.put(parts[0].strip(), Long.parseLong(parts[1].strip())) != null || shares.size() > LINES_MOST) {
                return Answer.refused("lines", "equity.lines-wrong", line);
            }
        }
        if (shares.isEmpty()) {
            return Answer.refused("lines", "equity.lines-wrong", "");
        }
        var people = new ArrayList<Line>();
        for (var it : shares.entrySet()) {
            var person = directory.byNumber(it.getKey());
            if (person.isEmpty()) {
                return Answer.refused("lines", "equity.person-unknown", it.getKey());
            }
            people.add(new Line(person.get().id(), person.get().number(), person.get().nameEn(), person.get().nameZh(), it.getValue()));
        }
        return looked(plan.get(), day, people, resolution.strip());
    }

    private Answer<Preview> looked(StockPlan plan, LocalDate day, List<Line> people, String resolution) {
        var sums = new HashMap<UUID, Long>();
        people.forEach(it -> sums.merge(it.person(), it.shares(), Long::sum));
        var answer = checked(plan, day, sums, resolution);
        if (answer instanceof Answer.Refused<List<Listing.Finding>>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        var all = new StringBuilder(plan.id() + "\n" + day + "\n" + resolution + "\n");
        people.forEach(it -> all.append(it.person()).append('\t').append(it.shares()).append('\n'));
        return Answer.done(new Preview(plan, day, people, resolution, ((Answer.Done<List<Listing.Finding>>) answer).value(), Hash.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).hex()));
    }

    /** What stands ready, and what the market's rules say; also as the second person agrees. */
    Answer<List<Listing.Finding>> checked(StockPlan plan, LocalDate day, Map<UUID, Long> shares, String resolution) {
        var whole = shares.values().stream().mapToLong(Long::longValue).sum();
        var ready = book.standing(plan).ready();
        if (whole > ready) {
            return Answer.refused("lines", "equity.ready-short", ready, whole);
        }
        var held = new HashMap<>(shares);
        var live = plans.all().stream().filter(it -> it.agreed() && !it.untilDay().isBefore(day)).map(StockPlan::id).toList();
        var agreed = all().stream().filter(Granting::agreed).toList();
        vault.in(agreed.stream().filter(it -> live.contains(it.plan())).map(Granting::id).toList())
                .forEach(it -> held.computeIfPresent(it.person(), (_, sum) -> sum + new BigDecimal(it.quantity()).longValue()));
        var before = agreed.stream().filter(it -> it.plan().equals(plan.id())).map(Granting::day).min(LocalDate::compareTo);
        var findings = listing.ofGranting(plan, day, whole, held.values().stream().mapToLong(Long::longValue).max().orElse(0), before.isEmpty(), before.orElse(day));
        var refusal = Listing.refusal(findings.stream().filter(it -> resolution.isEmpty() || it.rule().code() != Listing.Code.ONE_PERSON).toList(), "lines");
        return refusal.isPresent() ? new Answer.Refused<>(List.of(refusal.get())) : Answer.done(findings);
    }

    /** Refusals: those of {@link #preview}; {@code equity.waits}; {@code equity.seen-changed}. */
    @Transactional
    public Answer<UUID> propose(UUID id, @Nullable LocalDate day, String lines, String resolution, String seen, Me by) {
        plans.hold(id);
        return switch (preview(id, day, lines, resolution, by)) {
            case Answer.Refused<Preview>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Preview>(var it) when waiting(id).isPresent() -> Answer.refused("", "equity.waits");
            case Answer.Done<Preview>(var it) when !it.seen().equals(seen) -> Answer.refused("", "equity.seen-changed");
            case Answer.Done<Preview>(var it) -> {
                var granting = UUID.randomUUID();
                yield Answer.done(put(granting, it.plan(), it.day(), it.lines().stream().map(one -> new Given(UUID.randomUUID(), granting, one.person(), it.plan().code() + "-" + it.day() + "-" + one.number(), it.day(), it.day(),
                        String.valueOf(one.shares()), "", List.of(), List.of())).toList(), Map.of(), false, it.resolution(), it.seen(), by));
            }
        };
    }

    /** @param terms steps of a package, by the name under which its grants stand */
    UUID put(UUID id, StockPlan plan, LocalDate day, List<Given> given, Map<String, String> terms, boolean broughtIn, String resolution, String seen, Me by) {
        var proposal = decisions.propose(MATTER, id, "", by);
        db.sql("""
                INSERT INTO equity.stock_granting (id, plan, proposal, day, members, shares, brought_in, resolution, digest, at)
                VALUES (:id, :plan, :proposal, :day, :members, :shares, :in, :resolution, :digest, :at)
                """)
                .param("id", id).param("plan", plan.id()).param("proposal", proposal).param("day", day).param("members", given.stream().map(Given::person).distinct().count())
                .param("shares", given.stream().mapToLong(it -> new BigDecimal(it.quantity()).longValue()).sum()).param("in", broughtIn).param("resolution", resolution).param("digest", seen)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        terms.forEach((code, json) -> db.sql("INSERT INTO equity.stock_terms (granting, code, terms) VALUES (:granting, :code, :terms)").param("granting", id).param("code", code).param("terms", json).update());
        vault.keep(given);
        return id;
    }

    Map<String, String> terms(UUID granting) {
        var terms = new HashMap<String, String>();
        db.sql("SELECT code, terms FROM equity.stock_terms WHERE granting = :granting").param("granting", granting).query(row -> {
            terms.put(row.getString(1), row.getString(2));
        });
        return terms;
    }

    /** Refusals: {@code equity.not-yours}; {@code equity.granting-unknown}; those of {@link #preview} on what stands ready and on rules that are certain; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<UUID> rule(UUID id, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "equity.not-yours");
        }
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "equity.granting-unknown");
        }
        var it = found.get();
        plans.hold(it.plan());
        if (outcome == Outcome.APPROVED) {
            var sums = new HashMap<UUID, Long>();
            vault.in(List.of(id)).forEach(one -> sums.merge(one.person(), new BigDecimal(one.quantity()).longValue(), Long::sum));
            if (checked(plans.find(it.plan()).orElseThrow(), it.day(), sums, it.resolution()) instanceof Answer.Refused<List<Listing.Finding>>(var reasons)) {
                return new Answer.Refused<>(reasons);
            }
        }
        return switch (decisions.rule(MATTER, it.proposal(), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(id);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'reward.stock-granting'")
    void ruled(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        if (ruled.outcome() != Outcome.APPROVED) {
            vault.drop(it.id());
            return;
        }
        var record = log.record("reward.stock-granting", LocalDate.now(clock), Map.of("granting", it.id().toString(), "plan", it.plan().toString(), "day", it.day().toString(), "members", it.members(), "shares", it.shares(),
                "digest", it.digest(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("INSERT INTO equity.stock_granting_agreed (granting, at, record) VALUES (:granting, :at, :record)").param("granting", it.id()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).update();
        var plan = plans.find(it.plan()).orElseThrow();
        holders.keep(it.id(), vault.in(List.of(it.id())).stream().map(Given::person).distinct().toList(), it.day(), plan.untilDay(), record);
        book.enter("reward.stock-granting", it.id(), LocalDate.now(clock), List.of(new Entry.Move(book.ready(plan), book.granted(plan), it.shares())), new Me(ruled.ruledBy(), "", Set.of(), Optional.empty()));
    }

    private static final String SELECT = """
            SELECT granting.id, granting.plan, granting.proposal, granting.day, granting.members, granting.shares, granting.brought_in, granting.resolution, granting.digest, proposal.proposed_by AS by,
                   agreed.granting IS NOT NULL AS agreed
              FROM equity.stock_granting AS granting
              JOIN decision.proposal ON proposal.id = granting.proposal
              LEFT JOIN equity.stock_granting_agreed AS agreed ON agreed.granting = granting.id
            """;

    public Optional<Granting> find(UUID id) {
        return db.sql(SELECT + " WHERE granting.id = :id").param("id", id).query(Granting.class).optional();
    }

    private List<Granting> all() {
        return db.sql(SELECT + " WHERE agreed.granting IS NOT NULL OR EXISTS (SELECT FROM decision.open WHERE open.id = granting.proposal) ORDER BY granting.day DESC, granting.at DESC").query(Granting.class).list();
    }

    /** Those agreed to and those that wait, newest first. */
    public List<Granting> of(UUID plan) {
        return all().stream().filter(it -> it.plan().equals(plan)).toList();
    }

    public Optional<Granting> waiting(UUID plan) {
        return of(plan).stream().filter(it -> !it.agreed()).findFirst();
    }
}
