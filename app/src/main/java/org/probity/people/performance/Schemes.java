package org.probity.people.performance;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.directory.Engagement;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Typed;
import org.probity.people.performance.Scheme.Rating;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The schemes, and which a cycle goes by. */
@Service
class Schemes {
    static final String MATTER = "performance.scheme";

    /** What was typed for the next version of a scheme; shares of a rating as {@code min.B+} and {@code max.B+}, in percent. */
    record Form(Map<String, String> typed) {
        String of(String field) {
            return Typed.words(typed.get(field));
        }
    }

    /** A scheme that waits for a second person, beside the one that holds. */
    record Waiting(Scheme next, Scheme now, Decision decision, String reasons) {}

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
     * Puts the next version of a group's scheme before a second person. Cycles that begin on its first day or later go by it; those that were opened go on by theirs.
     *
     * <p>Refusals: {@code performance.group-unknown}; {@code performance.scheme-day-past} it would hold from today or earlier; {@code performance.scheme-number-wrong} with the field;
     * {@code performance.share-wrong} no percentage, or the lower above the upper; {@code performance.words-missing} source or reasons; {@code performance.too-long};
     * {@code performance.scheme-waits} one of this group waits already; {@code performance.scheme-same} it says what holds anyway.
     */
    @Transactional
    Answer<UUID> propose(String code, Form form, Me by) {
        // Of two who propose at once the second sees the first.
        db.sql("LOCK TABLE performance.scheme IN SHARE ROW EXCLUSIVE MODE").update();
        var from = Typed.day(form.of("fromDay"));
        var before = on(from.orElseGet(() -> LocalDate.now(clock))).stream().filter(it -> it.code().equals(code)).findFirst();
        if (before.isEmpty()) {
            return Answer.refused("code", "performance.group-unknown");
        }
        if (from.filter(it -> it.isAfter(LocalDate.now(clock))).isEmpty()) {
            return Answer.refused("fromDay", "performance.scheme-day-past");
        }
        var numbers = new TreeMap<String, Integer>();
        for (var bound : BOUNDS) {
            var number = Typed.number(form.of(bound.field()), -1);
            if (number < bound.least() || number > bound.most()) {
                return Answer.refused(bound.field(), "performance.scheme-number-wrong", bound.least(), bound.most());
            }
            numbers.put(bound.field(), number);
        }
        if (numbers.get("commitmentsMin") > numbers.get("commitmentsMax")) {
            return Answer.refused("commitmentsMin", "performance.scheme-number-wrong", 1, numbers.get("commitmentsMax"));
        }
        var ratings = new ArrayList<Rating>();
        for (var it : before.get().ratings()) {
            var min = form.of("min." + it.code());
            var max = form.of("max." + it.code());
            if (!min.matches(PERCENT) || !max.matches(PERCENT) || new BigDecimal(min).compareTo(new BigDecimal(max)) > 0 || new BigDecimal(max).compareTo(BigDecimal.valueOf(100)) > 0) {
                return Answer.refused("min." + it.code(), "performance.share-wrong", it.code());
            }
            ratings.add(new Rating(it.code(), it.place(), it.side(), it.nameEn(), it.nameZh(), new BigDecimal(min).movePointLeft(2), new BigDecimal(max).movePointLeft(2)));
        }
        for (var field : List.of("source", "reasons")) {
            if (form.of(field).isEmpty()) {
                return Answer.refused(field, "performance.words-missing");
            }
            if (form.of(field).length() > Notes.LONG) {
                return Answer.refused(field, "performance.too-long", Notes.LONG);
            }
        }
        if (waiting().stream().anyMatch(it -> it.next().code().equals(code))) {
            return Answer.refused("", "performance.scheme-waits");
        }
        var now = before.get();
        var next = new Scheme(UUID.randomUUID(), code, 0, now.nameEn(), now.nameZh(), from.get(), now.priority(), now.kinds(), now.leads(), now.title(), numbers.get("commitmentsMin"),
                numbers.get("commitmentsMax"), numbers.get("joinedDays"), numbers.get("guidelineFrom"), numbers.get("appealDays"), numbers.get("quorum"), form.of("source"), ratings);
        if (next.saysTheSame(now)) {
            return Answer.refused("", "performance.scheme-same");
        }
        var proposal = decisions.propose(MATTER, next.id(), form.of("reasons"), by);
        db.sql("""
                INSERT INTO performance.scheme (id, code, version, name_en, name_zh, from_day, priority, kinds, leads, title, commitments_min, commitments_max, joined_days, guideline_from,
                                                appeal_days, quorum, source, reasons, proposal)
                SELECT :id, code, (SELECT max(version) + 1 FROM performance.scheme WHERE code = :code), name_en, name_zh, :from, priority, kinds, leads, title, :min, :max, :joined, :guideline,
                       :appeal, :quorum, :source, :reasons, :proposal
                  FROM performance.scheme
                 WHERE id = :before
                """)
                .param("id", next.id()).param("code", code).param("from", next.fromDay()).param("min", next.commitmentsMin()).param("max", next.commitmentsMax()).param("joined", next.joinedDays())
                .param("guideline", next.guidelineFrom()).param("appeal", next.appealDays()).param("quorum", next.quorum()).param("source", next.source()).param("reasons", form.of("reasons"))
                .param("proposal", proposal).param("before", now.id())
                .update();
        ratings.forEach(it -> db.sql("""
                INSERT INTO performance.rating (scheme, code, place, side, name_en, name_zh, share_min, share_max)
                VALUES (:scheme, :code, :place, :side, :en, :zh, :min, :max)
                """)
                .param("scheme", next.id()).param("code", it.code()).param("place", it.place()).param("side", it.side().name()).param("en", it.nameEn()).param("zh", it.nameZh())
                .param("min", it.shareMin()).param("max", it.shareMax())
                .update());
        return Answer.done(next.id());
    }

    /**
     * A second person rules on it.
     *
     * <p>Refusals: {@code performance.group-unknown} nothing of that id waits; {@code performance.scheme-day-past} its first day came while it waited; those of {@link Decisions#rule}.
     */
    @Transactional
    Answer<UUID> rule(UUID scheme, Outcome outcome, String words, Me by) {
        var waiting = waiting().stream().filter(it -> it.next().id().equals(scheme)).findFirst();
        if (waiting.isEmpty()) {
            return Answer.refused("", "performance.group-unknown");
        }
        if (outcome == Outcome.APPROVED && !waiting.get().next().fromDay().isAfter(LocalDate.now(clock))) {
            return Answer.refused("", "performance.scheme-day-past");
        }
        return switch (decisions.rule(MATTER, waiting.get().decision().id(), outcome, words.strip(), by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(scheme);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'performance.scheme' && #ruled.outcome().name() == 'APPROVED'")
    void approved(Decisions.Ruled ruled) {
        var it = find(ruled.subject());
        var record = log.record("performance.scheme", LocalDate.now(clock), Map.of("code", it.code(), "version", it.version(), "from", it.fromDay().toString(),
                "numbers", List.of(it.commitmentsMin(), it.commitmentsMax(), it.joinedDays(), it.guidelineFrom(), it.appealDays(), it.quorum()),
                "shares", it.ratings().stream().map(rating -> Map.of("rating", rating.code(), "min", rating.shareMin().toPlainString(), "max", rating.shareMax().toPlainString())).toList()));
        db.sql("UPDATE performance.scheme SET approved_at = :at, record = :record WHERE id = :id")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record).param("id", it.id())
                .update();
    }

    /** Those that wait for a second person, oldest first. */
    List<Waiting> waiting() {
        return db.sql("SELECT id FROM performance.scheme WHERE proposal IS NOT NULL AND approved_at IS NULL ORDER BY version").query(UUID.class).list().stream()
                .flatMap(id -> decisions.about(MATTER, id).stream().filter(Decision::open).map(decision -> {
                    var next = find(id);
                    var now = on(next.fromDay()).stream().filter(it -> it.code().equals(next.code())).findFirst().orElseThrow();
                    return new Waiting(next, now, decision, decision.reason());
                })).toList();
    }

    private record Bound(String field, int least, int most) {}

    private static final List<Bound> BOUNDS = List.of(new Bound("commitmentsMin", 1, 10), new Bound("commitmentsMax", 1, 10), new Bound("joinedDays", 0, 366), new Bound("guidelineFrom", 5, 1_000),
            new Bound("appealDays", 5, 60), new Bound("quorum", 2, 20));
    private static final String PERCENT = "[0-9]{1,3}(\\.[0-9]{1,2})?";

    /** Of each group the newest approved one whose first day is not after this day. */
    List<Scheme> on(LocalDate day) {
        return db.sql("""
                SELECT *
                  FROM (SELECT DISTINCT ON (code) *
                          FROM performance.scheme
                         WHERE from_day <= :day AND (proposal IS NULL OR approved_at IS NOT NULL)
                         ORDER BY code, from_day DESC, version DESC) AS newest
                 ORDER BY priority, code
                """)
                .param("day", day)
                .query(this::whole).list();
    }

    Scheme find(UUID id) {
        return db.sql("SELECT * FROM performance.scheme WHERE id = :id").param("id", id).query(this::whole).single();
    }

    Map<UUID, Scheme> find(List<UUID> ids) {
        return ids.stream().distinct().map(this::find).collect(Collectors.toMap(Scheme::id, Function.identity()));
    }

    private Scheme whole(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Scheme(id, row.getString("code"), row.getInt("version"), row.getString("name_en"), row.getString("name_zh"), row.getObject("from_day", LocalDate.class),
                row.getInt("priority"), texts(row.getArray("kinds")).map(Engagement::valueOf).toList(), Scheme.Leads.valueOf(row.getString("leads")), row.getString("title"),
                row.getInt("commitments_min"), row.getInt("commitments_max"), row.getInt("joined_days"), row.getInt("guideline_from"), row.getInt("appeal_days"),
                row.getInt("quorum"), row.getString("source"), ratings(id));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }

    private List<Rating> ratings(UUID scheme) {
        return db.sql("SELECT code, place, side, name_en, name_zh, share_min, share_max FROM performance.rating WHERE scheme = :scheme ORDER BY place")
                .param("scheme", scheme)
                .query(Rating.class).list();
    }
}
