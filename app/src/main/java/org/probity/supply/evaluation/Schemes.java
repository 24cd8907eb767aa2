package org.probity.supply.evaluation;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rule books, which one a period goes by, and how one follows another: proposed by one, approved by a second, from a day that is still to come, so
 * that nobody is graded by rules that could not be known. None is changed afterwards.
 */
@Service
public class Schemes {
    static final String MATTER = "evaluation.scheme";

    private record Row(
            int version, LocalDate fromDay, BigDecimal aFrom, BigDecimal bFrom, BigDecimal cFrom, int appealDays, int aDays, int cDays, int dDays, String source) {}

    /** A rule book with how it came about; nothing when it came with the house. */
    public record Kept(Scheme scheme, Optional<Decision> decision) {
        public boolean open() {
            return decision.filter(Decision::open).isPresent();
        }

        boolean approved() {
            return decision.isEmpty() || decision.get().outcome() == Outcome.APPROVED;
        }
    }

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Schemes(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Puts another rule book before a second person.
     *
     * <p>Refusals: those of {@link RuleForm#read}; {@code evaluation.book-day-past} it would hold from today or earlier; {@code evaluation.book-waits} one waits
     * for its ruling already; {@code evaluation.book-same} it says what holds on that day anyway.
     *
     * @return its version
     */
    @Transactional
    public Answer<Integer> propose(RuleForm form, Me by) {
        return switch (form.read(known())) {
            case Answer.Refused<Scheme>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Scheme>(var meant) -> propose(meant, form.of("reasons"), by);
        };
    }

    private Answer<Integer> propose(Scheme meant, String reasons, Me by) {
        // Of two who propose at once the second sees the first.
        db.sql("LOCK TABLE evaluation.scheme IN SHARE ROW EXCLUSIVE MODE").update();
        if (!meant.fromDay().isAfter(today())) {
            return Answer.refused("fromDay", "evaluation.book-day-past");
        }
        if (waiting().isPresent()) {
            return Answer.refused("", "evaluation.book-waits");
        }
        if (on(meant.fromDay()).filter(meant::saysTheSame).isPresent()) {
            return Answer.refused("", "evaluation.book-same");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), reasons, by);
        var version = db.sql("""
                INSERT INTO evaluation.scheme (version, from_day, a_from, b_from, c_from, appeal_days, a_days, c_days, d_days, source, proposal)
                SELECT max(version) + 1, :from, :a, :b, :c, :appeal, :aDays, :cDays, :dDays, :source, :proposal
                  FROM evaluation.scheme
                RETURNING version
                """)
                .param("from", meant.fromDay()).param("a", meant.aFrom()).param("b", meant.bFrom()).param("c", meant.cFrom()).param("appeal", meant.appealDays())
                .param("aDays", meant.aDays()).param("cDays", meant.cDays()).param("dDays", meant.dDays()).param("source", meant.source())
                .param("proposal", proposal)
                .query(Integer.class).single();
        for (var it : meant.criteria()) {
            db.sql("""
                    INSERT INTO evaluation.criterion (scheme, code, dimension, weight, worst, best, unit, without)
                    VALUES (:scheme, :code, :dimension, :weight, :worst, :best, :unit, :without)
                    """)
                    .param("scheme", version).param("code", it.code()).param("dimension", it.dimension().name()).param("weight", it.weight(), Types.NUMERIC)
                    .param("worst", it.worst(), Types.NUMERIC).param("best", it.best(), Types.NUMERIC).param("unit", it.unit()).param("without", it.without().name())
                    .update();
        }
        return Answer.done(version);
    }

    /**
     * Rules on a rule book that was proposed.
     *
     * <p>Refusals: {@code evaluation.book-unknown}; {@code evaluation.book-day-past} its first day came while it waited; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Scheme> rule(int version, Outcome outcome, String reason, Me by) {
        var proposal = proposal(version);
        if (proposal.isEmpty()) {
            return Answer.refused("", "evaluation.book-unknown");
        }
        if (outcome == Outcome.APPROVED && !find(version).fromDay().isAfter(today())) {
            return Answer.refused("", "evaluation.book-day-past");
        }
        return switch (decisions.rule(MATTER, proposal.get(), outcome, reason.strip(), by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(find(version));
        };
    }

    @EventListener(condition = "#ruled.matter() == 'evaluation.scheme' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var scheme = find(db.sql("SELECT version FROM evaluation.scheme WHERE proposal = :proposal").param("proposal", ruled.proposal()).query(Integer.class).single());
        var content = new TreeMap<String, Object>(Map.of("version", scheme.version(), "from", scheme.fromDay().toString(), "a_from", RuleForm.plain(scheme.aFrom()),
                "b_from", RuleForm.plain(scheme.bFrom()), "c_from", RuleForm.plain(scheme.cFrom()), "appeal_days", scheme.appealDays(), "source", scheme.source()));
        content.put("days", List.of(scheme.aDays(), scheme.cDays(), scheme.dDays()));
        content.put("criteria", scheme.criteria().stream().map(Schemes::said).toList());
        db.sql("UPDATE evaluation.scheme SET approved_at = :at, record = :record WHERE version = :version")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("version", scheme.version())
                .param("record", log.record("evaluation.scheme", today(), content))
                .update();
    }

    private static Map<String, Object> said(Criterion it) {
        var said = new TreeMap<String, Object>(Map.of("code", it.code(), "without", it.without().name()));
        if (it.weight() != null && it.worst() != null && it.best() != null) {
            said.putAll(Map.of("weight", it.weight().toPlainString(), "worst", it.worst().toPlainString(), "best", it.best().toPlainString()));
        }
        return said;
    }

    /** The newest approved one whose first day is not after this day. */
    Optional<Scheme> on(LocalDate day) {
        return db.sql(SELECT + " WHERE from_day <= :day AND (proposal IS NULL OR approved_at IS NOT NULL) ORDER BY from_day DESC, version DESC LIMIT 1")
                .param("day", day)
                .query(Row.class).optional().map(this::whole);
    }

    Scheme find(int version) {
        return whole(db.sql(SELECT + " WHERE version = :version").param("version", version).query(Row.class).single());
    }

    /** Newest first, those that came to nothing among them. */
    List<Kept> all() {
        return db.sql(SELECT + " ORDER BY version DESC").query(Row.class).list().stream()
                .map(it -> new Kept(whole(it), proposal(it.version()).flatMap(decisions::find))).toList();
    }

    /** The one that waits for a second person. */
    Optional<Kept> waiting() {
        return all().stream().filter(Kept::open).findFirst();
    }

    /** Every criterion that any rule book ever looked at, as the newest of them has it. */
    List<Criterion> known() {
        return db.sql("""
                SELECT code, dimension, weight, worst, best, unit, without
                  FROM (SELECT DISTINCT ON (code) * FROM evaluation.criterion ORDER BY code, scheme DESC) AS newest
                 ORDER BY weight DESC NULLS LAST, code
                """)
                .query(Criterion.class).list();
    }

    private Optional<UUID> proposal(int version) {
        return db.sql("SELECT proposal FROM evaluation.scheme WHERE version = :version AND proposal IS NOT NULL").param("version", version)
                .query(UUID.class).optional();
    }

    private Scheme whole(Row it) {
        var criteria = db.sql("""
                SELECT code, dimension, weight, worst, best, unit, without
                  FROM evaluation.criterion
                 WHERE scheme = :version
                 ORDER BY weight DESC NULLS LAST, code
                """)
                .param("version", it.version())
                .query(Criterion.class).list();
        return new Scheme(it.version(), it.fromDay(), it.aFrom(), it.bFrom(), it.cFrom(), it.appealDays(), it.aDays(), it.cDays(), it.dDays(), it.source(), criteria);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private static final String SELECT = """
            SELECT version, from_day, a_from, b_from, c_from, appeal_days, a_days, c_days, d_days, source
              FROM evaluation.scheme
            """;
}
