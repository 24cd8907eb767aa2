package org.probity.people.labour;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of law that checks go by: for a place, from a day on, with a source. One proposes, counsel signs. */
@Service
public class Numbers {
    static final String MATTER = "labour.rule";
    /** Labour Law of the PRC, art. 15; ILO convention 138 has fifteen and more, and no table of this house goes below. Two constraints hold it too. */
    static final int YOUNGEST = 16;
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    /** @param region empty: the whole country @param signed counsel stands behind it; otherwise it came with the house */
    public record Rule(UUID id, String key, String country, String region, BigDecimal value, LocalDate fromDay, String source, boolean signed, boolean holds) {}

    /** A number as it holds somewhere. */
    record Held(UUID rule, BigDecimal value, boolean signed) {
        int whole() {
            return value.intValueExact();
        }
    }

    /** A change that was proposed. @param ruled how, once somebody did */
    public record Change(
            UUID proposal, String key, String country, String region, LocalDate fromDay, BigDecimal value, String source, UUID proposedBy, Instant proposedAt, @Nullable Outcome ruled) {}

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Numbers(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /** What holds in a place on a day, by key. */
    Map<String, Held> at(String country, String region, LocalDate day) {
        var held = new HashMap<String, Held>();
        db.sql("SELECT key, rule, value, signed FROM labour.rules_at(:country, :region, :day, 'infinity')")
                .param("country", country).param("region", region).param("day", day)
                .query(row -> {
                    held.put(row.getString("key"), new Held(row.getObject("rule", UUID.class), row.getBigDecimal("value"), row.getBoolean("signed")));
                });
        return held;
    }

    /** Every number ever said; those that hold today first within each key. */
    List<Rule> all(LocalDate day) {
        return db.sql("""
                SELECT rule.id, rule.key, rule.country, rule.region, rule.value, rule.from_day, rule.source, rule.proposal IS NOT NULL AS signed,
                       rule.id = (SELECT other.id FROM labour.rule AS other
                                   WHERE (other.key, other.country, other.region) = (rule.key, rule.country, rule.region) AND other.from_day <= :day
                                   ORDER BY other.from_day DESC, other.said_at DESC LIMIT 1) IS TRUE AS holds
                  FROM labour.rule
                 ORDER BY rule.country, rule.region, rule.key, holds DESC, rule.from_day DESC, rule.said_at DESC
                """)
                .param("day", day).query(Rule.class).list();
    }

    /**
     * One proposes a number for a place; saying the same number with a better source is how counsel signs what came with the house.
     *
     * <p>Refusals: {@code labour.rule-unknown} no check goes by it; {@code labour.place-wrong}; {@code labour.value-wrong} negative, too large, or finer than
     * hundredths; {@code labour.below-sixteen}; {@code labour.from-past} what counted on a day that is over stays; {@code labour.source-missing};
     * {@code labour.source-long}.
     */
    @Transactional
    public Answer<UUID> propose(String key, String country, String region, @Nullable BigDecimal value, @Nullable LocalDate from, String source, Me by) {
        if (db.sql("SELECT count(*) FROM labour.rule WHERE key = :key").param("key", key).query(Long.class).single() == 0) {
            return Answer.refused("key", "labour.rule-unknown");
        }
        if (!country.matches("[A-Z]{2}") || region.length() > 100) {
            return Answer.refused("country", "labour.place-wrong");
        }
        if (value == null || value.signum() < 0 || value.compareTo(MOST) > 0 || value.stripTrailingZeros().scale() > 2) {
            return Answer.refused("value", "labour.value-wrong");
        }
        if (key.equals("min-age") && value.compareTo(BigDecimal.valueOf(YOUNGEST)) < 0) {
            return Answer.refused("value", "labour.below-sixteen", YOUNGEST);
        }
        if (from == null || from.isBefore(today())) {
            return Answer.refused("fromDay", "labour.from-past");
        }
        if (source.isBlank()) {
            return Answer.refused("source", "labour.source-missing");
        }
        if (source.strip().length() > 1_000) {
            return Answer.refused("source", "labour.source-long", 1_000);
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), source.strip(), by);
        db.sql("""
                INSERT INTO labour.rule_proposed (proposal, key, country, region, from_day, value, source)
                VALUES (:proposal, :key, :country, :region, :from, :value, :source)
                """)
                .param("proposal", proposal).param("key", key).param("country", country).param("region", region.strip()).param("from", from)
                .param("value", value).param("source", source.strip())
                .update();
        return Answer.done(proposal);
    }

    /**
     * Counsel signs, or another rejects.
     *
     * <p>Refusals: {@code labour.counsel-signs} who approves is not of legal affairs; {@code labour.from-past} its day is over meanwhile; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Outcome outcome, Me by) {
        if (outcome == Outcome.APPROVED && !by.is(Role.LEGAL)) {
            return Answer.refused("", "labour.counsel-signs");
        }
        var change = changes().stream().filter(it -> it.proposal().equals(proposal)).findFirst();
        if (outcome == Outcome.APPROVED && change.filter(it -> it.fromDay().isBefore(today())).isPresent()) {
            return Answer.refused("", "labour.from-past");
        }
        return decisions.rule(MATTER, proposal, outcome, "", by);
    }

    @EventListener(condition = "#ruled.matter() == 'labour.rule'")
    void ruled(Decisions.Ruled ruled) {
        if (ruled.outcome() != Outcome.APPROVED) {
            return;
        }
        var it = changes().stream().filter(change -> change.proposal().equals(ruled.proposal())).findFirst().orElseThrow();
        var record = log.record(MATTER, today(), new TreeMap<>(Map.of("proposal", it.proposal().toString(), "key", it.key(), "country", it.country(), "region", it.region(),
                "value", it.value().toPlainString(), "from", it.fromDay().toString(), "proposed_by", ruled.proposedBy().toString(), "signed_by", ruled.ruledBy().toString())));
        db.sql("""
                INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at, proposal, record)
                VALUES (gen_random_uuid(), :key, :country, :region, :from, :value, :source, :at, :proposal, :record)
                """)
                .param("key", it.key()).param("country", it.country()).param("region", it.region()).param("from", it.fromDay()).param("value", it.value())
                .param("source", it.source()).param("at", now()).param("proposal", it.proposal()).param("record", record)
                .update();
    }

    /** Proposed, newest first. */
    List<Change> changes() {
        return db.sql("SELECT proposal, key, country, region, from_day, value, source FROM labour.rule_proposed")
                .query((row, n) -> {
                    var decision = decisions.find(row.getObject("proposal", UUID.class)).orElseThrow();
                    return new Change(decision.id(), row.getString("key"), row.getString("country"), row.getString("region"), row.getObject("from_day", LocalDate.class),
                            row.getBigDecimal("value"), row.getString("source"), decision.proposedBy(), decision.proposedAt(), decision.outcome());
                }).list().stream().sorted(Comparator.comparing(Change::proposedAt).reversed()).toList();
    }

    Optional<Change> change(UUID proposal) {
        return changes().stream().filter(it -> it.proposal().equals(proposal)).findFirst();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
