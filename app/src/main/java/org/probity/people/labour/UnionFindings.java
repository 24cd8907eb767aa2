package org.probity.people.labour;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the union found about a labour rule: raised with a day, answered by the company, closed when the union has seen it, by another than who did it. */
@Service
public class UnionFindings {
    public enum Stage { OPEN, DONE, CLOSED }

    /** Something the union found. @param by who took the newest step */
    public record UnionFinding(
            UUID id, UUID policy, String titleEn, String titleZh, String words, LocalDate dueDay, UUID raisedBy, Instant raisedAt, int no, Stage state, String said, UUID by, Instant at) {}

    public record Step(int no, Stage stage, String words, UUID by, Instant at) {}

    private final JdbcClient db;
    private final Oversight oversight;
    private final Log log;
    private final Clock clock;

    UnionFindings(JdbcClient db, Oversight oversight, Log log, Clock clock) {
        this.db = db;
        this.oversight = oversight;
        this.log = log;
        this.clock = clock;
    }

    /** The union found something. Refusals: {@code labour.union-only}; {@code labour.policy-unknown}; {@code labour.words-missing}; {@code labour.words-long}; {@code labour.due-past}. */
    @Transactional
    public Answer<UUID> raise(UUID policy, String words, LocalDate due, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "labour.union-only");
        }
        if (oversight.rule(policy).isEmpty()) {
            return Answer.refused("", "labour.policy-unknown");
        }
        if (words.isBlank()) {
            return Answer.refused("found", "labour.words-missing");
        }
        if (words.strip().length() > Oversight.WORDS_LONGEST) {
            return Answer.refused("found", "labour.words-long", Oversight.WORDS_LONGEST);
        }
        if (due.isBefore(oversight.today())) {
            return Answer.refused("due", "labour.due-past");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO labour.union_finding (id, policy, words, due_day, raised_by, raised_at) VALUES (:id, :policy, :words, :due, :by, :now)")
                .param("id", id).param("policy", policy).param("words", words.strip()).param("due", due).param("by", by.account()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        write(id, 1, Stage.OPEN, "", null, by);
        return Answer.done(id);
    }

    /**
     * The company says what it did. Refusals: {@code labour.finding-unknown}; {@code labour.not-for-you} the union does not do the company's work;
     * {@code labour.step-not-allowed}; {@code labour.words-missing}; {@code labour.words-long}.
     */
    @Transactional
    public Answer<UUID> done(UUID finding, String words, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.LEGAL)) {
            return Answer.refused("", "labour.not-for-you");
        }
        return step(finding, Stage.OPEN, Stage.DONE, words, true, by);
    }

    /**
     * The union looked: it is so and closed, or not and open again.
     *
     * <p>Refusals: {@code labour.union-only}; {@code labour.finding-unknown}; {@code labour.step-not-allowed}; {@code labour.words-missing} when it is open again;
     * {@code labour.words-long}; {@code labour.own-work} whoever did it does not verify it.
     */
    @Transactional
    public Answer<UUID> verify(UUID finding, boolean good, String words, Me by) {
        return !by.is(Role.UNION) ? Answer.refused("", "labour.union-only") : step(finding, Stage.DONE, good ? Stage.CLOSED : Stage.OPEN, words, !good, by);
    }

    private Answer<UUID> step(UUID id, Stage from, Stage next, String words, boolean mustSay, Me by) {
        db.sql("SELECT FROM labour.union_finding WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        var found = finding(id);
        if (found.isEmpty()) {
            return Answer.refused("", "labour.finding-unknown");
        }
        if (found.get().state() != from) {
            return Answer.refused("", "labour.step-not-allowed");
        }
        if (mustSay && words.isBlank()) {
            return Answer.refused("words", "labour.words-missing");
        }
        if (words.strip().length() > Oversight.WORDS_LONGEST) {
            return Answer.refused("words", "labour.words-long", Oversight.WORDS_LONGEST);
        }
        if (from == Stage.DONE && found.get().by().equals(by.account())) {
            return Answer.refused("", "labour.own-work");
        }
        write(id, found.get().no() + 1, next, words.strip(), next == Stage.CLOSED ? found.get().by() : null, by);
        return Answer.done(id);
    }

    private void write(UUID finding, int no, Stage stage, String words, @Nullable UUID doneBy, Me by) {
        var record = log.record("labour.union-finding", oversight.today(), Map.of("finding", finding.toString(), "no", no, "state", stage.name(), "by", by.account().toString()));
        db.sql("INSERT INTO labour.union_step (finding, no, state, words, by, at, done_by, record) VALUES (:finding, :no, :state, :words, :by, :now, :done, :record)")
                .param("finding", finding).param("no", no).param("state", stage.name()).param("words", words).param("by", by.account()).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("done", doneBy, Types.OTHER).param("record", record).update();
    }

    private static final String FINDINGS = """
            SELECT now.id, now.policy, coalesce(rule.title_en, '') AS title_en, coalesce(rule.title_zh, '') AS title_zh, now.words, now.due_day, now.raised_by, now.raised_at, now.no, now.state, now.said, now.by, now.at
              FROM labour.union_now AS now
              LEFT JOIN labour.rulebook(:day, 'infinity') AS rule ON rule.policy = now.policy
            """;

    /** Open ones first, the most urgent first. */
    public List<UnionFinding> findings() {
        return db.sql(FINDINGS + " ORDER BY now.state = 'CLOSED', now.due_day LIMIT 200").param("day", oversight.today()).query(UnionFinding.class).list();
    }

    Optional<UnionFinding> finding(UUID id) {
        return db.sql(FINDINGS + " WHERE now.id = :id").param("day", oversight.today()).param("id", id).query(UnionFinding.class).optional();
    }

    List<Step> steps(UUID id) {
        return db.sql("SELECT no, state AS stage, words, by, at FROM labour.union_step WHERE finding = :id ORDER BY no DESC").param("id", id).query(Step.class).list();
    }
}
