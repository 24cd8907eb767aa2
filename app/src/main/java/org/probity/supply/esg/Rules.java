package org.probity.supply.esg;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that risk goes by: points, thresholds, countries, categories. Each holds from a day on, has a source, and is changed by two. */
@Service
public class Rules {
    static final String MATTER = "esg.rule";
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    /** One number in force. */
    public record Rule(String key, BigDecimal points, LocalDate fromDay, String source) {}

    /** All that hold on a day. */
    public record Book(LocalDate day, Map<String, Rule> rules) {
        /** @throws IllegalStateException for a number that the house does not have */
        BigDecimal points(String key) {
            return Optional.ofNullable(rules.get(key)).map(Rule::points).orElseThrow(() -> new IllegalStateException("no rule " + key + " on " + day));
        }
    }

    /** A change that was proposed. @param ruled how, once somebody did */
    public record Change(UUID proposal, String key, LocalDate fromDay, BigDecimal points, String source, UUID proposedBy, Instant proposedAt, @Nullable String ruled) {}

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Rules(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    public Book on(LocalDate day) {
        return new Book(day, db.sql("SELECT key, points, from_day, source FROM esg.rules_on(:day, 'infinity')").param("day", day)
                .query(Rule.class).list().stream().collect(Collectors.toMap(Rule::key, it -> it, (one, other) -> one, TreeMap::new)));
    }

    /**
     * One proposes another number, or a country's or category's first one.
     *
     * <p>Refusals: {@code esg.rule-unknown} neither a number that risk goes by nor one of a country or category; {@code esg.points-wrong} outside of 0 to 1000, or
     * finer than hundredths; {@code esg.from-past} what counted on a day that is over stays; {@code esg.source-missing}; {@code esg.source-long};
     * {@code esg.bands-crossed} high would begin below medium.
     */
    @Transactional
    public Answer<UUID> propose(String key, @Nullable BigDecimal points, @Nullable LocalDate from, String source, Me by) {
        if (!known(key)) {
            return Answer.refused("key", "esg.rule-unknown");
        }
        if (points == null || points.signum() < 0 || points.compareTo(MOST) > 0 || points.stripTrailingZeros().scale() > 2) {
            return Answer.refused("points", "esg.points-wrong");
        }
        if (from == null || from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "esg.from-past");
        }
        if (source.isBlank()) {
            return Answer.refused("source", "esg.source-missing");
        }
        if (source.strip().length() > 1_000) {
            return Answer.refused("source", "esg.source-long", 1_000);
        }
        if (crossed(Map.of(key, points), from)) {
            return Answer.refused("points", "esg.bands-crossed");
        }
        return Answer.done(put(key, points, from, source, by));
    }

    private UUID put(String key, BigDecimal points, LocalDate from, String source, Me by) {
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), source.strip(), by);
        db.sql("INSERT INTO esg.rule_proposed (proposal, key, from_day, points, source) VALUES (:proposal, :key, :from, :points, :source)")
                .param("proposal", proposal).param("key", key).param("from", from).param("points", points).param("source", source.strip())
                .update();
        return proposal;
    }

    /**
     * One proposes whatever stands otherwise in a form that has a field for each number: {@code points.KEY}; and for a country or category of which nothing was
     * said yet {@code country} or {@code category} with {@code country.E}, {@code country.S}, {@code country.G} and the like. Each is ruled on apart; all or
     * none are proposed.
     *
     * <p>Refusals: those of {@link #propose}, of a number at its field; {@code esg.country-wrong}; {@code esg.category-unknown}; {@code esg.rules-same}.
     */
    @Transactional
    public Answer<List<UUID>> change(Map<String, String> typed, @Nullable LocalDate from, String source, Me by) {
        var reasons = new ArrayList<Reason>();
        if (from == null || from.isBefore(LocalDate.now(clock))) {
            reasons.add(new Reason("fromDay", "esg.from-past", List.of()));
        }
        if (source.isBlank()) {
            reasons.add(new Reason("source", "esg.source-missing", List.of()));
        } else if (source.strip().length() > 1_000) {
            reasons.add(new Reason("source", "esg.source-long", List.of(1_000)));
        }
        var book = on(from == null ? LocalDate.now(clock) : from);
        var otherwise = new LinkedHashMap<String, BigDecimal>();
        book.rules().forEach((key, rule) -> read("points." + key, typed, reasons).filter(it -> it.compareTo(rule.points()) != 0).ifPresent(it -> otherwise.put(key, it)));
        for (var whose : List.of("country", "category")) {
            var code = typed.getOrDefault(whose, "").strip();
            for (var pillar : List.of("E", "S", "G")) {
                read(whose + "." + pillar, typed, reasons).ifPresent(it -> otherwise.put(whose + "." + code + "." + pillar, it));
            }
            if (otherwise.keySet().stream().anyMatch(it -> it.startsWith(whose + "." + code + ".") && !book.rules().containsKey(it) && !known(it))) {
                reasons.add(new Reason(whose, whose.equals("country") ? "esg.country-wrong" : "esg.category-unknown", List.of()));
            }
        }
        if (reasons.isEmpty() && crossed(otherwise, from)) {
            reasons.add(new Reason("points.band.high", "esg.bands-crossed", List.of()));
        }
        if (reasons.isEmpty() && otherwise.isEmpty()) {
            reasons.add(new Reason("", "esg.rules-same", List.of()));
        }
        return reasons.isEmpty() ? Answer.done(otherwise.entrySet().stream().map(it -> put(it.getKey(), it.getValue(), from, source, by)).toList()) : new Answer.Refused<>(reasons);
    }

    /** A number of a field; a field that is empty, or was not sent, says nothing. */
    private static Optional<BigDecimal> read(String field, Map<String, String> typed, List<Reason> reasons) {
        var words = typed.getOrDefault(field, "").strip();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (!words.matches("[0-9]{1,4}(\\.[0-9]{1,2})?") || new BigDecimal(words).compareTo(MOST) > 0) {
            reasons.add(new Reason(field, "esg.points-wrong", List.of()));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(words));
    }

    private boolean known(String key) {
        if (key.matches("country\\.[A-Z]{2}\\.[ESG]")) {
            return true;
        }
        if (key.matches("category\\.[a-z0-9-]+\\.[ESG]")) {
            return db.sql("SELECT count(*) FROM supplier.category_name WHERE code = :code").param("code", key.split("\\.")[1]).query(Long.class).single() > 0;
        }
        return db.sql("SELECT count(*) FROM esg.rule WHERE key = :key").param("key", key).query(Long.class).single() > 0;
    }

    /** Whether, with these numbers, high would begin below medium. */
    private boolean crossed(Map<String, BigDecimal> otherwise, LocalDate from) {
        var book = on(from);
        return (otherwise.containsKey("band.high") || otherwise.containsKey("band.medium"))
                && otherwise.getOrDefault("band.high", book.points("band.high")).compareTo(otherwise.getOrDefault("band.medium", book.points("band.medium"))) <= 0;
    }

    /** Another rules. Refusals: those of {@link Decisions#rule}; {@code esg.from-past} its day is over meanwhile; {@code esg.bands-crossed} another threshold moved meanwhile. */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Decisions.Outcome outcome, Me by) {
        var change = changes().stream().filter(it -> it.proposal().equals(proposal)).findFirst();
        if (outcome == Decisions.Outcome.APPROVED && change.filter(it -> it.fromDay().isBefore(LocalDate.now(clock))).isPresent()) {
            return Answer.refused("", "esg.from-past");
        }
        if (outcome == Decisions.Outcome.APPROVED && change.filter(it -> crossed(Map.of(it.key(), it.points()), it.fromDay())).isPresent()) {
            return Answer.refused("", "esg.bands-crossed");
        }
        return decisions.rule(MATTER, proposal, outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'esg.rule'")
    void ruled(Decisions.Ruled ruled) {
        if (ruled.outcome() != Decisions.Outcome.APPROVED) {
            return;
        }
        var it = changes().stream().filter(change -> change.proposal().equals(ruled.proposal())).findFirst().orElseThrow();
        var record = log.record("esg.rule", LocalDate.now(clock), new TreeMap<>(Map.of("proposal", it.proposal().toString(), "key", it.key(), "points", it.points().toPlainString(),
                "from", it.fromDay().toString(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString())));
        db.sql("""
                INSERT INTO esg.rule (id, key, from_day, points, source, said_at, proposal, record)
                VALUES (gen_random_uuid(), :key, :from, :points, :source, :at, :proposal, :record)
                """)
                .param("key", it.key()).param("from", it.fromDay()).param("points", it.points()).param("source", it.source())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("proposal", it.proposal()).param("record", record)
                .update();
    }

    /** Proposed, newest first. */
    List<Change> changes() {
        return db.sql("SELECT proposal, key, from_day, points, source FROM esg.rule_proposed")
                .query((row, n) -> {
                    var decision = decisions.find(row.getObject("proposal", UUID.class)).orElseThrow();
                    return new Change(decision.id(), row.getString("key"), row.getObject("from_day", LocalDate.class), row.getBigDecimal("points"), row.getString("source"),
                            decision.proposedBy(), decision.proposedAt(), decision.open() ? null : String.valueOf(decision.outcome()));
                }).list().stream().sorted(Comparator.comparing(Change::proposedAt).reversed()).toList();
    }
}
