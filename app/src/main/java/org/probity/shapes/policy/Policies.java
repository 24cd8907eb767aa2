package org.probity.shapes.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.policy.Policy.Area;
import org.probity.shapes.policy.Policy.Bound;
import org.probity.shapes.policy.Policy.Kind;
import org.probity.shapes.policy.Policy.Stage;
import org.probity.shapes.policy.Policy.Version;
import org.probity.shapes.policy.Policy.Withdrawal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Our own rules: written by one, approved by another, in force from a day, replaced by the next version. {@link Withdrawals} end them. */
@Service
public class Policies {
    static final String PUBLISH = "policy.version";

    /** Published in the transaction of the approval. */
    public record Published(UUID policy, UUID version, LocalDate fromDay) {}

    /** What is said of a rule before it has any words. */
    public record Opening(String code, Kind kind, Area area, UUID responsible, int acknowledgeDays, int renewMonths) {}

    /** What a version is to say. The texts are written as {@link Text} reads them. */
    public record Draft(
            String titleEn, String titleZh, String changeEn, String changeZh, String textEn, String textZh, LocalDate fromDay) {}

    private final JdbcClient db;
    private final VersionRows rows;
    private final Clauses clauses;
    private final Decisions decisions;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Policies(JdbcClient db, VersionRows rows, Clauses clauses, Decisions decisions, Evidence evidence, Accounts accounts, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.clauses = clauses;
        this.decisions = decisions;
        this.evidence = evidence;
        this.accounts = accounts;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A rule comes into the register, without words yet.
     *
     * <p>Refusals: {@code policy.code-wrong}; {@code policy.code-taken}; {@code policy.responsible-unknown} no account that may sign in;
     * {@code policy.days-wrong}; {@code policy.months-wrong}.
     */
    @Transactional
    public Answer<UUID> open(Opening it, Me by) {
        if (!it.code().matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return Answer.refused("code", "policy.code-wrong");
        }
        if (accounts.find(it.responsible()).filter(account -> !account.disabled()).isEmpty()) {
            return Answer.refused("responsible", "policy.responsible-unknown");
        }
        if (it.acknowledgeDays() < 1 || it.acknowledgeDays() > 365) {
            return Answer.refused("days", "policy.days-wrong");
        }
        if (it.renewMonths() < 1 || it.renewMonths() > 120) {
            return Answer.refused("months", "policy.months-wrong");
        }
        return db.sql("""
                INSERT INTO policy.policy (id, code, kind, area, responsible, acknowledge_days, renew_months, opened_by, opened_at)
                VALUES (gen_random_uuid(), :code, :kind, :area, :responsible, :days, :months, :by, :now)
                ON CONFLICT DO NOTHING
                RETURNING id
                """)
                .param("code", it.code()).param("kind", it.kind().name()).param("area", it.area().name()).param("responsible", it.responsible())
                .param("days", it.acknowledgeDays()).param("months", it.renewMonths()).param("by", by.account()).param("now", now())
                .query(UUID.class).optional().<Answer<UUID>>map(Answer::done).orElseGet(() -> Answer.refused("code", "policy.code-taken"));
    }

    /**
     * Writes the next version, or writes it anew while nobody has been asked to approve it.
     *
     * <p>Refusals: {@code policy.withdrawn}; {@code policy.waits} a second person is asked already; {@code policy.title-missing}; those of
     * {@link Text#read}; {@code policy.clauses-differ} the two languages do not have the same clauses in the same order;
     * {@code policy.change-missing} from the second version on, what is new in it; {@code policy.day-too-early} not after the day of the version before.
     */
    @Transactional
    public Answer<UUID> draft(UUID policy, Draft it, Me by) {
        lock(policy);
        if (withdrawal(policy).isPresent()) {
            return Answer.refused("", "policy.withdrawn");
        }
        var versions = versions(policy);
        if (versions.stream().anyMatch(version -> version.stage() == Stage.PROPOSED)) {
            return Answer.refused("", "policy.waits");
        }
        if (it.titleEn().isBlank() || it.titleZh().isBlank()) {
            return Answer.refused(it.titleEn().isBlank() ? "titleEn" : "titleZh", "policy.title-missing");
        }
        if (!(Text.read("textEn", it.textEn()) instanceof Answer.Done<Text>(var en))) {
            return new Answer.Refused<>(((Answer.Refused<Text>) Text.read("textEn", it.textEn())).reasons());
        }
        if (!(Text.read("textZh", it.textZh()) instanceof Answer.Done<Text>(var zh))) {
            return new Answer.Refused<>(((Answer.Refused<Text>) Text.read("textZh", it.textZh())).reasons());
        }
        if (!en.codes().equals(zh.codes())) {
            return Answer.refused("textZh", "policy.clauses-differ");
        }
        var published = versions.stream().filter(Version::published).toList();
        if (!published.isEmpty() && (it.changeEn().isBlank() || it.changeZh().isBlank())) {
            return Answer.refused(it.changeEn().isBlank() ? "changeEn" : "changeZh", "policy.change-missing");
        }
        if (published.stream().anyMatch(version -> !version.fromDay().isBefore(it.fromDay()))) {
            return Answer.refused("fromDay", "policy.day-too-early");
        }
        var id = db.sql("""
                INSERT INTO policy.version (id, policy, no, title_en, title_zh, change_en, change_zh, from_day, drafted_by, drafted_at)
                VALUES (gen_random_uuid(), :policy, :no, :titleEn, :titleZh, :changeEn, :changeZh, :from, :by, :now)
                ON CONFLICT ON CONSTRAINT version_number_taken DO UPDATE
                    SET title_en = excluded.title_en, title_zh = excluded.title_zh, change_en = excluded.change_en, change_zh = excluded.change_zh,
                        from_day = excluded.from_day, drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at
                RETURNING id
                """)
                .param("policy", policy).param("no", published.size() + 1).param("titleEn", it.titleEn().strip()).param("titleZh", it.titleZh().strip())
                .param("changeEn", it.changeEn().strip()).param("changeZh", it.changeZh().strip()).param("from", it.fromDay())
                .param("by", by.account()).param("now", now())
                .query(UUID.class).single();
        clauses.word(policy, id, en, zh);
        return Answer.done(id);
    }

    /** Puts the draft before a second person. Refusals: {@code policy.no-draft}; {@code policy.waits}; {@code policy.withdrawn}. */
    @Transactional
    public Answer<UUID> propose(UUID policy, Me by) {
        lock(policy);
        if (withdrawal(policy).isPresent()) {
            return Answer.refused("", "policy.withdrawn");
        }
        var newest = versions(policy).stream().filter(it -> !it.published()).findFirst();
        if (newest.isEmpty()) {
            return Answer.refused("", "policy.no-draft");
        }
        return newest.get().open() != null ? Answer.refused("", "policy.waits")
                : Answer.done(decisions.propose(PUBLISH, newest.get().id(), newest.get().changeEn(), by));
    }

    /**
     * A second person rules on the draft. Approved, it counts from its day, or from today when that has passed; its words are kept as a file, and
     * the log binds them.
     *
     * <p>Refusals: {@code policy.no-proposal}; {@code policy.proposed-anew} what they read was taken back since, and other words stand there;
     * {@code policy.own-words} who wrote it does not approve it, also when somebody else put it forward; what {@link Decisions#rule} says.
     *
     * @param seen the proposal whose words they read
     */
    @Transactional
    public Answer<UUID> rule(UUID policy, UUID seen, Outcome outcome, String reason, Me by) {
        lock(policy);
        var proposed = proposed(policy);
        if (proposed.isEmpty()) {
            return Answer.refused("", "policy.no-proposal");
        }
        var version = proposed.get();
        if (!seen.equals(version.open())) {
            return Answer.refused("", "policy.proposed-anew");
        }
        if (outcome == Outcome.APPROVED && version.draftedBy().equals(by.account())) {
            return Answer.refused("", "policy.own-words");
        }
        return switch (decisions.rule(PUBLISH, version.open(), outcome, reason, by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled>(var ruled) -> {
                if (outcome == Outcome.APPROVED) {
                    publish(version, ruled, by);
                }
                yield Answer.done(version.id());
            }
        };
    }

    /** As above, on what stands there now. */
    @Transactional
    public Answer<UUID> rule(UUID policy, Outcome outcome, String reason, Me by) {
        return rule(policy, proposed(policy).map(Version::open).orElse(new UUID(0, 0)), outcome, reason, by);
    }

    private Optional<Version> proposed(UUID policy) {
        return versions(policy).stream().filter(it -> it.stage() == Stage.PROPOSED).findFirst();
    }

    private void publish(Version version, Decisions.Ruled ruled, Me by) {
        var policy = find(version.policy());
        var from = version.fromDay().isBefore(today()) ? today() : version.fromDay();
        var words = clauses.of(version.id());
        var bytes = Json.of(Map.of("policy", policy.code(), "version", version.no(), "from", from.toString(), "title", Map.of("en", version.titleEn(), "zh", version.titleZh()),
                "clauses", words.stream().map(it -> Map.of("code", it.code(),
                        "en", Map.of("heading", it.headingEn(), "text", it.textEn()), "zh", Map.of("heading", it.headingZh(), "text", it.textZh()))).toList())).canonical();
        var kept = evidence.keep(policy.code() + "-" + version.no() + ".json", "application/json", bytes, version.draftedBy());
        var record = log.record("policy.published", today(), Map.of("policy", policy.id().toString(), "version", version.id().toString(), "no", version.no(),
                "from", from.toString(), "sha256", kept.sha256(), "drafted_by", version.draftedBy().toString(), "proposed_by", ruled.proposedBy().toString(), "approved_by", by.account().toString()));
        db.sql("""
                INSERT INTO policy.publication (version, policy, from_day, proposal, evidence, published_by, published_at, record)
                VALUES (:version, :policy, :from, :proposal, :evidence, :by, :now, :record)
                """)
                .param("version", version.id()).param("policy", policy.id()).param("from", from).param("proposal", ruled.proposal())
                .param("evidence", kept.id()).param("by", by.account()).param("now", now()).param("record", record)
                .update();
        events.publishEvent(new Published(policy.id(), version.id(), from));
    }

    /** Binds those of a circle; from the next morning they are asked. Refusals: {@code policy.bound-already}. */
    @Transactional
    public Answer<UUID> bind(UUID policy, String circle, String value, Me by) {
        return db.sql("""
                INSERT INTO policy.bound (id, policy, circle, value, added_by, added_at)
                VALUES (gen_random_uuid(), :policy, :circle, :value, :by, :now)
                ON CONFLICT DO NOTHING
                RETURNING id
                """)
                .param("policy", policy).param("circle", circle).param("value", value).param("by", by.account()).param("now", now())
                .query(UUID.class).optional().<Answer<UUID>>map(Answer::done).orElseGet(() -> Answer.refused("bound", "policy.bound-already"));
    }

    /** No longer binds them; what they still owe is let go the next morning. Refusals: {@code policy.not-bound}. */
    @Transactional
    public Answer<UUID> release(UUID policy, UUID bound, Me by) {
        return db.sql("UPDATE policy.bound SET removed_by = :by, removed_at = :now WHERE id = :id AND policy = :policy AND removed_at IS NULL")
                .param("by", by.account()).param("now", now()).param("id", bound).param("policy", policy)
                .update() == 0 ? Answer.refused("", "policy.not-bound") : Answer.done(bound);
    }

    public List<Bound> bound(UUID policy) {
        return db.sql("SELECT id, circle, value FROM policy.bound WHERE policy = :policy AND removed_at IS NULL ORDER BY circle, value")
                .param("policy", policy).query(Bound.class).list();
    }

    public List<Policy> all() {
        return db.sql(POLICIES + " ORDER BY code").query(Policy.class).list();
    }

    public Optional<Policy> find(String code) {
        return db.sql(POLICIES + " WHERE code = :code").param("code", code).query(Policy.class).optional();
    }

    public Policy find(UUID policy) {
        return db.sql(POLICIES + " WHERE id = :id").param("id", policy).query(Policy.class).single();
    }

    /** A rule's versions, the newest first; a draft among them. */
    public List<Version> versions(UUID policy) {
        return rows.of(policy, today());
    }

    /** The newest versions of all rules, and those in force. */
    List<Version> current() {
        return rows.all(today());
    }

    public Optional<Version> version(UUID version) {
        return rows.find(version, today());
    }

    public Optional<Withdrawal> withdrawal(UUID policy) {
        return db.sql("SELECT last_day, reason, withdrawn_by, withdrawn_at FROM policy.withdrawal WHERE policy = :policy")
                .param("policy", policy).query(Withdrawal.class).optional();
    }

    /** Who writes, proposes, approves or ends a rule does it one after the other. */
    void lock(UUID policy) {
        db.sql("SELECT FROM policy.policy WHERE id = :id FOR UPDATE").param("id", policy).query((row, n) -> row).single();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static final String POLICIES = "SELECT id, code, kind, area, responsible, acknowledge_days, renew_months FROM policy.policy";
}
