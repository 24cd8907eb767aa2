package org.probity.people.labour;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The union's part: each year it looks at every labour rule in force; what it finds is followed ({@link UnionFindings}); what it objects to is printed on what is published
 * while it stands. And how each rule was made, because only one that was lawfully made binds (Labour Contract Law of the PRC, art. 4).
 */
@Service
public class Oversight {
    static final String KIND = "labour.union-review";
    static final int WORDS_LONGEST = 2_000;
    static final int OBJECTION_LONGEST = 1_000;

    public enum Opinion { KEPT, PARTLY, NOT_KEPT }

    /** As art. 4 has it, in that order. */
    public enum Making { STAFF_CONGRESS, UNION_CONSULTED, MADE_KNOWN }

    /** A labour rule in force. @param opinion of this year; null: not reviewed yet @param reviewWords with which it was given @param steps of its making that are shown, out of three */
    public record Rule(
            UUID policy, String code, String titleEn, String titleZh, UUID version, int no, LocalDate fromDay, int steps, @Nullable Opinion opinion, @Nullable String reviewWords,
            @Nullable UUID reviewedBy, @Nullable Instant reviewedAt, @Nullable LocalDate dueDay, long open, boolean objected) {}

    /** How a version was made. */
    public record Made(Making step, LocalDate day, UUID evidence) {}

    /** An objection that stands. */
    public record Objection(UUID id, UUID policy, String code, String titleEn, String titleZh, String wordsEn, String wordsZh, Instant at) {}

    private final JdbcClient db;
    private final Obligations obligations;
    private final Evidence evidence;
    private final Log log;
    private final Clock clock;

    Oversight(JdbcClient db, Obligations obligations, Evidence evidence, Log log, Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.evidence = evidence;
        this.log = log;
        this.clock = clock;
    }

    /** Each labour rule in force is owed a review by the end of the year; asked again on the first of each month, for rules that came since. */
    @EventListener
    @Transactional
    public void owe(DayHasBegun begun) {
        if (begun.day().getDayOfMonth() == 1) {
            var rules = db.sql("SELECT policy FROM labour.rulebook(:day, 'infinity')").param("day", begun.day()).query(UUID.class).list();
            if (!rules.isEmpty()) {
                obligations.open(KIND, begun.day().getYear(), LocalDate.of(begun.day().getYear(), 12, 31), rules, null);
            }
        }
    }

    List<Rule> rules() {
        var today = today();
        return db.sql("""
                SELECT rule.policy, rule.code, rule.title_en, rule.title_zh, rule.version, rule.no, rule.from_day, rule.steps, review.opinion, review.words AS review_words,
                       review.by AS reviewed_by, review.at AS reviewed_at, owed.due_day,
                       (SELECT count(*) FROM labour.union_now WHERE union_now.policy = rule.policy AND union_now.state <> 'CLOSED') AS open,
                       EXISTS (SELECT FROM labour.objection WHERE objection.policy = rule.policy AND objection.lifted_at IS NULL) AS objected
                  FROM labour.rulebook(:day, 'infinity') AS rule
                  LEFT JOIN labour.review ON review.policy = rule.policy AND review.year = :year
                  LEFT JOIN obligation.standing AS owed ON owed.kind = 'labour.union-review' AND owed.party = rule.policy AND owed.period = :year
                 ORDER BY rule.code
                """)
                .param("day", today).param("year", today.getYear()).query(Rule.class).list();
    }

    Optional<Rule> rule(UUID policy) {
        return rules().stream().filter(it -> it.policy().equals(policy)).findFirst();
    }

    /**
     * The union says whether a rule is kept. What it says is kept as a file and meets the year's obligation.
     *
     * <p>Refusals: {@code labour.union-only}; {@code labour.policy-unknown} no labour rule in force; {@code labour.opinion-missing}; {@code labour.words-missing};
     * {@code labour.words-long}; {@code labour.reviewed-already} this year.
     */
    @Transactional
    public Answer<UUID> review(UUID policy, @Nullable Opinion opinion, String words, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "labour.union-only");
        }
        var rule = rule(policy);
        if (rule.isEmpty()) {
            return Answer.refused("", "labour.policy-unknown");
        }
        if (opinion == null) {
            return Answer.refused("opinion", "labour.opinion-missing");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "labour.words-missing");
        }
        if (words.strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "labour.words-long", WORDS_LONGEST);
        }
        if (rule.get().opinion() != null) {
            return Answer.refused("", "labour.reviewed-already");
        }
        var year = today().getYear();
        var id = UUID.randomUUID();
        obligations.open(KIND, year, LocalDate.of(year, 12, 31), List.of(policy), by);
        var kept = evidence.keep("union-review-" + rule.get().code() + "-" + year + ".json", "application/json",
                Json.of(Map.of("policy", rule.get().code(), "version", rule.get().no(), "year", year, "opinion", opinion.name(), "words", words.strip())).canonical(), by.account());
        var owed = db.sql("SELECT id FROM obligation.standing WHERE kind = :kind AND party = :policy AND period = :year").param("kind", KIND).param("policy", policy).param("year", year)
                .query(UUID.class).single();
        if (obligations.sendIn(owed, kept.id(), by) instanceof Answer.Refused<Obligation>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        obligations.accept(owed, LocalDate.of(year + 1, 12, 31), by);
        var record = log.record("labour.review", today(), Map.of("review", id.toString(), "policy", policy.toString(), "year", year, "opinion", opinion.name(), "sha256", kept.sha256()));
        db.sql("INSERT INTO labour.review (id, policy, version, year, opinion, words, by, at, record) VALUES (:id, :policy, :version, :year, :opinion, :words, :by, :now, :record)")
                .param("id", id).param("policy", policy).param("version", rule.get().version()).param("year", year).param("opinion", opinion.name()).param("words", words.strip())
                .param("by", by.account()).param("now", now()).param("record", record).update();
        return Answer.done(id);
    }

    /** The union objects to a rule. Refusals: {@code labour.union-only}; {@code labour.policy-unknown}; {@code labour.two-languages}; {@code labour.words-long}; {@code labour.objected-already}. */
    @Transactional
    public Answer<UUID> object(UUID policy, String en, String zh, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "labour.union-only");
        }
        var rule = rule(policy);
        if (rule.isEmpty()) {
            return Answer.refused("", "labour.policy-unknown");
        }
        if (en.isBlank() || zh.isBlank()) {
            return Answer.refused(en.isBlank() ? "wordsEn" : "wordsZh", "labour.two-languages");
        }
        if (Math.max(en.strip().length(), zh.strip().length()) > OBJECTION_LONGEST) {
            return Answer.refused("wordsEn", "labour.words-long", OBJECTION_LONGEST);
        }
        if (rule.get().objected()) {
            return Answer.refused("", "labour.objected-already");
        }
        var id = UUID.randomUUID();
        var record = log.record("labour.objection", today(), Map.of("objection", id.toString(), "policy", policy.toString()));
        db.sql("INSERT INTO labour.objection (id, policy, words_en, words_zh, by, at, record) VALUES (:id, :policy, :en, :zh, :by, :now, :record)")
                .param("id", id).param("policy", policy).param("en", en.strip()).param("zh", zh.strip()).param("by", by.account()).param("now", now()).param("record", record).update();
        return Answer.done(id);
    }

    /** It no longer stands. Refusals: {@code labour.union-only}; {@code labour.objection-gone}. */
    @Transactional
    public Answer<UUID> lift(UUID policy, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "labour.union-only");
        }
        var lifted = db.sql("UPDATE labour.objection SET lifted_by = :by, lifted_at = :now WHERE policy = :policy AND lifted_at IS NULL RETURNING id")
                .param("by", by.account()).param("now", now()).param("policy", policy).query(UUID.class).optional();
        if (lifted.isEmpty()) {
            return Answer.refused("", "labour.objection-gone");
        }
        log.record("labour.objection", today(), Map.of("objection", lifted.get().toString(), "lifted_by", by.account().toString()));
        return Answer.done(lifted.get());
    }

    /** The one that stands against a rule now. */
    Optional<Objection> objection(UUID policy) {
        return standing(clock.instant()).stream().filter(it -> it.policy().equals(policy)).findFirst();
    }

    /** Those that stood at a moment, such as that of a publication: what is printed then. */
    public List<Objection> standing(Instant at) {
        return db.sql("""
                SELECT objection.id, objection.policy, rule.code, rule.title_en, rule.title_zh, objection.words_en, objection.words_zh, objection.at
                  FROM labour.objection
                  JOIN policy.in_force(CAST(:day AS date), :at) AS rule ON rule.policy = objection.policy
                 WHERE objection.at <= :at AND (objection.lifted_at IS NULL OR objection.lifted_at > :at)
                 ORDER BY rule.code
                """)
                .param("at", at.atOffset(ZoneOffset.UTC)).param("day", LocalDate.ofInstant(at, clock.getZone())).query(Objection.class).list();
    }

    /**
     * A step of how a rule was made is shown by a file.
     *
     * <p>Refusals: {@code labour.not-for-you}; {@code labour.policy-unknown}; {@code labour.making-future}; {@code labour.file-missing}; {@code labour.file-large};
     * {@code labour.making-known} shown already for this version.
     */
    @Transactional
    public Answer<UUID> made(UUID policy, Making step, LocalDate day, String file, String type, byte[] bytes, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.LEGAL) && !by.is(Role.UNION)) {
            return Answer.refused("", "labour.not-for-you");
        }
        var rule = rule(policy);
        if (rule.isEmpty()) {
            return Answer.refused("", "labour.policy-unknown");
        }
        if (day.isAfter(today())) {
            return Answer.refused("day", "labour.making-future");
        }
        if (bytes.length == 0) {
            return Answer.refused("file", "labour.file-missing");
        }
        if (bytes.length > 20 << 20) {
            return Answer.refused("file", "labour.file-large", 20);
        }
        if (making(rule.get().version()).stream().anyMatch(it -> it.step() == step)) {
            return Answer.refused("step", "labour.making-known");
        }
        var id = UUID.randomUUID();
        var kept = evidence.keep(file, type, bytes, by.account());
        var record = log.record("labour.procedure", today(), Map.of("procedure", id.toString(), "version", rule.get().version().toString(), "step", step.name(), "day", day.toString(), "sha256", kept.sha256()));
        db.sql("INSERT INTO labour.procedure (id, version, step, day, evidence, by, at, record) VALUES (:id, :version, :step, :day, :evidence, :by, :now, :record)")
                .param("id", id).param("version", rule.get().version()).param("step", step.name()).param("day", day).param("evidence", kept.id()).param("by", by.account())
                .param("now", now()).param("record", record).update();
        return Answer.done(id);
    }

    List<Made> making(UUID version) {
        return db.sql("SELECT step, day, evidence FROM labour.procedure WHERE version = :version ORDER BY day").param("version", version).query(Made.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
