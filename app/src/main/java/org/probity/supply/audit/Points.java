package org.probity.supply.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Typed;
import org.probity.proof.Json;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Categories;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The points by which the plan is drawn, and what an open Priority finding does to new business: dated, published, changed by two. A plan that was drawn
 * keeps the points of its day.
 */
@Service
public class Points {
    static final String MATTER = "audit.points";

    /** Most points of a reason, and most of them that make a key supplier. */
    static final int MOST = 500;
    static final int SOURCE = 300;
    static final int REASONS = 2_000;

    /** Reasons that belong to no category. */
    static final List<String> REASONS_OF_ALL = List.of(
            "key-supplier", "share-50", "share-20", "share-5", "share-some", "tin", "esg-high", "esg-medium", "never-audited", "reaudit-due", "priority-open", "major-last");

    /** What an open Priority finding does. */
    public enum Stop { PASS, WARN, STOP }

    /** What holds on a day. @param points by key; a category without a row has none */
    public record Held(LocalDate day, Map<String, Integer> points, Stop open, Stop late) {}

    /** @param points those that would be otherwise */
    public record Change(LocalDate fromDay, Map<String, Integer> points, Stop open, Stop late, String source, Decision decision) {}

    private final JdbcClient db;
    private final Categories categories;
    private final Decisions decisions;
    private final Audits audits;
    private final Log log;

    Points(JdbcClient db, Categories categories, Decisions decisions, Audits audits, Log log) {
        this.db = db;
        this.categories = categories;
        this.decisions = decisions;
        this.audits = audits;
        this.log = log;
    }

    /** Every reason that may have points: those of all, and each category that is open. */
    List<String> keys() {
        var keys = new ArrayList<>(REASONS_OF_ALL);
        categories.open().forEach(it -> keys.add("category." + it.code()));
        return keys;
    }

    Held on(LocalDate day) {
        var points = new LinkedHashMap<String, Integer>();
        db.sql("SELECT DISTINCT ON (key) key, points FROM audit.risk_rule WHERE since <= :day ORDER BY key, version DESC").param("day", day)
                .query((row, n) -> points.put(row.getString(1), row.getInt(2))).list();
        return db.sql("SELECT open, late FROM audit.priority_setting WHERE from_day <= :day ORDER BY from_day DESC, version DESC LIMIT 1").param("day", day)
                .query((row, n) -> new Held(day, points, Stop.valueOf(row.getString(1)), Stop.valueOf(row.getString(2)))).single();
    }

    /**
     * Puts other points before a second person.
     *
     * <p>Refusals: {@code audit.points-day-wrong}; {@code audit.points-day-past} today or earlier; {@code audit.points-wrong} no whole number from 0 to
     * {@value #MOST}, or no points that make a key supplier; {@code audit.points-stop-missing}; {@code audit.points-stop-milder} a late finding does less
     * than one in time; {@code audit.points-source-wrong}; {@code audit.points-reasons-wrong}; {@code audit.points-wait} a change waits already;
     * {@code audit.points-same}.
     *
     * @param typed {@code fromDay}, {@code points.KEY}, {@code open}, {@code late}, {@code source}, {@code reasons}
     */
    @Transactional
    public Answer<UUID> propose(Map<String, String> typed, Me by) {
        var reasons = new ArrayList<Reason>();
        var from = Typed.day(typed.get("fromDay"));
        if (from.isEmpty()) {
            reasons.add(new Reason("fromDay", "audit.points-day-wrong", List.of()));
        } else if (!from.get().isAfter(audits.today())) {
            reasons.add(new Reason("fromDay", "audit.points-day-past", List.of()));
        }
        var meant = new TreeMap<String, Integer>();
        for (var key : keys()) {
            var words = Typed.words(typed.get("points." + key));
            var points = words.isEmpty() && key.startsWith("category.") ? 0 : Typed.number(words, -1);
            if (points < 0 || points > MOST || points == 0 && key.equals("key-supplier")) {
                reasons.add(new Reason("points." + key, "audit.points-wrong", List.of(MOST)));
            }
            meant.put(key, points);
        }
        var open = stop(typed.get("open"));
        var late = stop(typed.get("late"));
        if (open == null || late == null) {
            reasons.add(new Reason(open == null ? "open" : "late", "audit.points-stop-missing", List.of()));
        } else if (late.compareTo(open) < 0) {
            reasons.add(new Reason("late", "audit.points-stop-milder", List.of()));
        }
        var source = Typed.words(typed.get("source"));
        if (source.isEmpty() || source.length() > SOURCE) {
            reasons.add(new Reason("source", "audit.points-source-wrong", List.of(SOURCE)));
        }
        var why = Typed.words(typed.get("reasons"));
        if (why.isEmpty() || why.length() > REASONS) {
            reasons.add(new Reason("reasons", "audit.points-reasons-wrong", List.of(REASONS)));
        }
        return reasons.isEmpty() ? propose(from.orElseThrow(), meant, Objects.requireNonNull(open), Objects.requireNonNull(late), source, why, by)
                : new Answer.Refused<>(reasons);
    }

    private static @Nullable Stop stop(@Nullable String typed) {
        for (var it : Stop.values()) {
            if (it.name().equals(typed)) {
                return it;
            }
        }
        return null;
    }

    private Answer<UUID> propose(LocalDate from, Map<String, Integer> meant, Stop open, Stop late, String source, String why, Me by) {
        // Of two who propose at once the second sees the first.
        db.sql("LOCK TABLE audit.points_change IN SHARE ROW EXCLUSIVE MODE").update();
        if (changes().stream().anyMatch(it -> it.decision().open())) {
            return Answer.refused("", "audit.points-wait");
        }
        var before = on(from);
        var otherwise = new TreeMap<>(meant);
        otherwise.entrySet().removeIf(it -> before.points().getOrDefault(it.getKey(), 0).equals(it.getValue()));
        if (otherwise.isEmpty() && before.open() == open && before.late() == late) {
            return Answer.refused("", "audit.points-same");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), why, by);
        db.sql("""
                INSERT INTO audit.points_change (proposal, from_day, points, open, late, source)
                VALUES (:proposal, :from, CAST(:points AS jsonb), :open, :late, :source)
                """)
                .param("proposal", proposal).param("from", from).param("points", Json.of(otherwise).text()).param("open", open.name()).param("late", late.name())
                .param("source", source)
                .update();
        return Answer.done(proposal);
    }

    /**
     * Rules on a change.
     *
     * <p>Refusals: {@code audit.points-unknown}; {@code audit.points-day-past} its first day came while it waited; those of {@link Decisions#rule}.
     */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Outcome outcome, String reason, Me by) {
        var change = find(proposal);
        if (change.isEmpty()) {
            return Answer.refused("", "audit.points-unknown");
        }
        if (outcome == Outcome.APPROVED && !change.get().fromDay().isAfter(audits.today())) {
            return Answer.refused("", "audit.points-day-past");
        }
        return decisions.rule(MATTER, proposal, outcome, reason.strip(), by);
    }

    @EventListener(condition = "#ruled.matter() == 'audit.points' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var it = find(ruled.proposal()).orElseThrow();
        it.points().forEach((key, points) -> db.sql("""
                INSERT INTO audit.risk_rule (version, since, key, points, source)
                SELECT coalesce(max(version), 0) + 1, :since, :key, :points, :source FROM audit.risk_rule WHERE key = :key
                """)
                .param("since", it.fromDay()).param("key", key).param("points", points).param("source", it.source())
                .update());
        db.sql("""
                INSERT INTO audit.priority_setting (from_day, version, open, late, source)
                SELECT :from, coalesce(max(version), 0) + 1, :open, :late, :source FROM audit.priority_setting WHERE from_day = :from
                """)
                .param("from", it.fromDay()).param("open", it.open().name()).param("late", it.late().name()).param("source", it.source())
                .update();
        db.sql("UPDATE audit.points_change SET record = :record WHERE proposal = :proposal").param("proposal", ruled.proposal())
                .param("record", log.record("audit.points", audits.today(), Map.of("proposal", ruled.proposal().toString(), "from", it.fromDay().toString(),
                        "points", new TreeMap<>(it.points()), "open", it.open().name(), "late", it.late().name(), "source", it.source())))
                .update();
    }

    private Optional<Change> find(UUID proposal) {
        return changes().stream().filter(it -> it.decision().id().equals(proposal)).findFirst();
    }

    /** Newest first, those that came to nothing among them. */
    List<Change> changes() {
        return db.sql("""
                SELECT change.proposal, change.from_day, change.points::text AS points, change.open, change.late, change.source
                  FROM audit.points_change AS change
                """)
                .query((row, n) -> {
                    var points = new TreeMap<String, Integer>();
                    ((Json.Obj) Json.parse(row.getString("points"))).members().forEach((key, value) -> points.put(key, ((Json.Num) value).value().intValueExact()));
                    return new Change(row.getObject("from_day", LocalDate.class), points, Stop.valueOf(row.getString("open")), Stop.valueOf(row.getString("late")),
                            row.getString("source"), decisions.find(row.getObject("proposal", UUID.class)).orElseThrow());
                }).list().stream().sorted(java.util.Comparator.comparing((Change it) -> it.decision().proposedAt()).reversed()).toList();
    }
}
