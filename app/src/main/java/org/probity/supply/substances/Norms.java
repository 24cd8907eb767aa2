package org.probity.supply.substances;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.formats.ipc1752.Cas;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.substances.Limits.Regime;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of limits, exemptions and of what a lapsed report means: one proposes with the law, another agrees, and a new row counts from its day on. */
@Service
public class Norms {
    static final String MATTER = "substances.norm";

    /** What can be changed. */
    public sealed interface Norm {
        LocalDate fromDay();

        String source();

        /** How much of a substance, or of a group by its numbers, is tolerated. */
        record Limit(String code, Regime regime, String nameEn, String nameZh, List<String> cas, BigDecimal ppm, LocalDate fromDay, String source) implements Norm {}

        /** A use for which a limit does not hold, or the last day of one. */
        record Exempt(String code, String threshold, String wordsEn, String wordsZh, LocalDate fromDay, @Nullable LocalDate untilDay, String source) implements Norm {}

        /** What a lapsed report means before an order, and how many days a renewal may take. */
        record Setting(String lapsed, int renewalDays, LocalDate fromDay, String source) implements Norm {}
    }

    /** One that waits for a second person. */
    public record Change(UUID proposal, Norm norm, String reason, UUID proposedBy) {}

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Norms(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One proposes a change.
     *
     * <p>Refusals: {@code substances.source-missing} the law or rule it comes from; {@code substances.reasons-missing};
     * {@code substances.from-past} for limits and settings: what held on a day that is over is not changed afterwards; {@code substances.code-missing};
     * {@code substances.name-missing}; {@code substances.cas-wrong} one of the numbers is none, or there is none for RoHS; {@code substances.ppm-wrong};
     * {@code substances.limit-unknown} the exemption is from no limit of ours; {@code substances.until-before}; {@code substances.lapsed-unknown};
     * {@code substances.renewal-days} not between 1 and 365; {@code substances.setting-taken} another setting begins on that day.
     */
    @Transactional
    public Answer<UUID> propose(Norm norm, String reasons, Me by) {
        var objection = objection(norm);
        if (objection != null) {
            return objection;
        }
        if (norm.source().isBlank()) {
            return Answer.refused("source", "substances.source-missing");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "substances.reasons-missing");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), reasons.strip(), by);
        switch (norm) {
            case Norm.Limit it -> db.sql("""
                    INSERT INTO substances.threshold_proposed (proposal, code, regime, name_en, name_zh, cas, ppm, from_day, source)
                    VALUES (:proposal, :code, :regime, :en, :zh, :cas, :ppm, :from, :source)
                    """)
                    .param("proposal", proposal).param("code", it.code()).param("regime", it.regime().name()).param("en", it.nameEn()).param("zh", it.nameZh())
                    .param("cas", it.cas().toArray(String[]::new)).param("ppm", it.ppm()).param("from", it.fromDay()).param("source", it.source().strip()).update();
            case Norm.Exempt it -> db.sql("""
                    INSERT INTO substances.exemption_proposed (proposal, code, threshold, words_en, words_zh, from_day, until_day, source)
                    VALUES (:proposal, :code, :threshold, :en, :zh, :from, :until, :source)
                    """)
                    .param("proposal", proposal).param("code", it.code()).param("threshold", it.threshold()).param("en", it.wordsEn()).param("zh", it.wordsZh())
                    .param("from", it.fromDay()).param("until", it.untilDay(), Types.DATE).param("source", it.source().strip()).update();
            case Norm.Setting it -> db.sql("""
                    INSERT INTO substances.setting_proposed (proposal, from_day, lapsed, renewal_days, source)
                    VALUES (:proposal, :from, :lapsed, :days, :source)
                    """)
                    .param("proposal", proposal).param("from", it.fromDay()).param("lapsed", it.lapsed()).param("days", it.renewalDays())
                    .param("source", it.source().strip()).update();
        }
        return Answer.done(proposal);
    }

    private @Nullable Answer<UUID> objection(Norm norm) {
        var past = norm.fromDay().isBefore(LocalDate.now(clock));
        return switch (norm) {
            case Norm.Limit it when past -> Answer.refused("fromDay", "substances.from-past");
            case Norm.Limit it when it.code().isBlank() -> Answer.refused("code", "substances.code-missing");
            case Norm.Limit it when it.nameEn().isBlank() || it.nameZh().isBlank() -> Answer.refused("nameEn", "substances.name-missing");
            case Norm.Limit it when !it.cas().stream().allMatch(Cas::isRight) || it.regime() == Regime.ROHS && it.cas().isEmpty() -> Answer.refused("cas", "substances.cas-wrong");
            case Norm.Limit it when it.ppm().signum() < 0 || it.ppm().compareTo(BigDecimal.valueOf(1_000_000)) > 0 -> Answer.refused("ppm", "substances.ppm-wrong");
            case Norm.Limit it -> null;
            case Norm.Exempt it when it.code().isBlank() -> Answer.refused("code", "substances.code-missing");
            case Norm.Exempt it when db.sql("SELECT count(*) FROM substances.threshold WHERE code = :code").param("code", it.threshold()).query(Long.class).single() == 0 ->
                    Answer.refused("threshold", "substances.limit-unknown");
            case Norm.Exempt it when it.wordsEn().isBlank() || it.wordsZh().isBlank() -> Answer.refused("wordsEn", "substances.name-missing");
            case Norm.Exempt it when it.untilDay() != null && it.untilDay().isBefore(it.fromDay()) -> Answer.refused("untilDay", "substances.until-before");
            case Norm.Exempt it -> null;
            case Norm.Setting it when past -> Answer.refused("fromDay", "substances.from-past");
            case Norm.Setting it when !List.of("PASS", "WARN", "STOP").contains(it.lapsed()) -> Answer.refused("lapsed", "substances.lapsed-unknown");
            case Norm.Setting it when it.renewalDays() < 1 || it.renewalDays() > 365 -> Answer.refused("renewalDays", "substances.renewal-days");
            case Norm.Setting it when taken(it.fromDay()) -> Answer.refused("fromDay", "substances.setting-taken");
            case Norm.Setting it -> null;
        };
    }

    private boolean taken(LocalDate day) {
        return db.sql("SELECT count(*) FROM substances.setting WHERE from_day = :day").param("day", day).query(Long.class).single() > 0;
    }

    /**
     * Another rules. Refusals: those of {@link Decisions#rule}; {@code substances.from-past} its day is over meanwhile; {@code substances.setting-taken}
     * another came to begin on that day.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Decisions.Outcome outcome, Me by) {
        var change = changes().stream().filter(it -> it.proposal().equals(proposal)).findFirst();
        if (outcome == Decisions.Outcome.APPROVED && change.isPresent() && objection(change.get().norm()) instanceof Answer.Refused<UUID>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        return decisions.rule(MATTER, proposal, outcome, "", by);
    }

    @EventListener
    void ruled(Decisions.Ruled ruled) {
        if (!ruled.matter().equals(MATTER) || ruled.outcome() != Decisions.Outcome.APPROVED) {
            return;
        }
        var record = log.record("substances.norm", LocalDate.now(clock), Map.of(
                "proposal", ruled.proposal().toString(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        // A code that was known keeps the words by which declarations name its group.
        db.sql("""
                INSERT INTO substances.threshold (id, code, regime, name_en, name_zh, cas, words, ppm, basis, from_day, source, proposal, said_at, record)
                SELECT gen_random_uuid(), it.code, it.regime, it.name_en, it.name_zh, it.cas,
                       coalesce((SELECT words FROM substances.threshold AS before WHERE before.code = it.code ORDER BY from_day DESC, said_at DESC LIMIT 1), ARRAY[lower(it.name_en)]),
                       it.ppm, CASE it.regime WHEN 'ROHS' THEN 'HOMOGENEOUS_MATERIAL' ELSE 'ARTICLE' END, it.from_day, it.source, it.proposal, :at, :record
                  FROM substances.threshold_proposed AS it
                 WHERE it.proposal = :proposal
                """)
                .param("proposal", ruled.proposal()).param("at", now).param("record", record).update();
        db.sql("""
                INSERT INTO substances.exemption (id, code, threshold, words_en, words_zh, from_day, until_day, source, said_at)
                SELECT gen_random_uuid(), code, threshold, words_en, words_zh, from_day, until_day, source, :at
                  FROM substances.exemption_proposed
                 WHERE proposal = :proposal
                """)
                .param("proposal", ruled.proposal()).param("at", now).update();
        db.sql("""
                INSERT INTO substances.setting (from_day, lapsed, renewal_days, source)
                SELECT from_day, lapsed, renewal_days, source
                  FROM substances.setting_proposed
                 WHERE proposal = :proposal
                """)
                .param("proposal", ruled.proposal()).update();
    }

    /** Those that wait for a second person, oldest first. */
    List<Change> changes() {
        var limits = db.sql("SELECT * FROM substances.threshold_proposed").query((row, n) -> Map.entry(row.getObject("proposal", UUID.class), (Norm) new Norm.Limit(
                row.getString("code"), Regime.valueOf(row.getString("regime")), row.getString("name_en"), row.getString("name_zh"),
                Arrays.asList((String[]) row.getArray("cas").getArray()), row.getBigDecimal("ppm"), row.getObject("from_day", LocalDate.class), row.getString("source")))).list();
        var exempt = db.sql("SELECT * FROM substances.exemption_proposed").query((row, n) -> Map.entry(row.getObject("proposal", UUID.class), (Norm) new Norm.Exempt(
                row.getString("code"), row.getString("threshold"), row.getString("words_en"), row.getString("words_zh"), row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class), row.getString("source")))).list();
        var settings = db.sql("SELECT * FROM substances.setting_proposed").query((row, n) -> Map.entry(row.getObject("proposal", UUID.class), (Norm) new Norm.Setting(
                row.getString("lapsed"), row.getInt("renewal_days"), row.getObject("from_day", LocalDate.class), row.getString("source")))).list();
        return Stream.of(limits, exempt, settings).flatMap(List::stream)
                .flatMap(it -> decisions.find(it.getKey()).stream().filter(Decisions.Decision::open).map(decision -> Map.entry(decision.proposedAt(),
                        new Change(it.getKey(), it.getValue(), decision.reason(), decision.proposedBy()))))
                .sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
    }
}
