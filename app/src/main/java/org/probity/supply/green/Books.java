package org.probity.supply.green;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.decision.Decisions.Ruled;
import org.probity.supply.green.Book.Criterion;
import org.probity.supply.green.Book.Strength;
import org.probity.supply.supplier.Categories;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Green criteria by category: proposed by one, approved by another, holding from their day. */
@Service
public class Books {
    static final String MATTER = "green.criteria";
    static final int LINE_LONGEST = 300;
    static final int CRITERIA_MOST = 20;

    /** As it was typed. */
    public record Draft(String category, LocalDate fromDay, int threshold, String source, List<Criterion> criteria) {
        public Draft {
            source = source.strip();
            criteria = List.copyOf(criteria);
        }
    }

    private final JdbcClient db;
    private final Decisions decisions;
    private final Categories categories;
    private final Log log;
    private final Clock clock;

    Books(JdbcClient db, Decisions decisions, Categories categories, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.categories = categories;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Proposes the criteria of a category from a day on, in place of those before.
     *
     * <p>Refusals: {@code green.not-yours}; {@code green.category-unknown}; {@code green.day-past}; {@code green.source-missing}; {@code green.words-long};
     * {@code green.criteria-missing} none, or more than {@value #CRITERIA_MOST}; {@code green.code-wrong} not of small letters, or twice;
     * {@code green.title-missing} in either language; {@code green.points-wrong}; {@code green.threshold-wrong} not from 1 to the points there are;
     * {@code green.waits-already} another set of the category waits for approval.
     */
    @Transactional
    public Answer<UUID> propose(Draft it, Me by) {
        if (!by.is(Role.SOURCING_OFFICER) && !by.is(Role.BUYER)) {
            return Answer.refused("", "green.not-yours");
        }
        if (categories.open().stream().noneMatch(known -> known.code().equals(it.category()))) {
            return Answer.refused("category", "green.category-unknown");
        }
        db.sql("SELECT pg_advisory_xact_lock(hashtext('green ' || :category))").param("category", it.category()).query((row, n) -> n).list();
        var reasons = objections(it);
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        if (of(it.category()).stream().anyMatch(Book::open)) {
            return Answer.refused("", "green.waits-already");
        }
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, it.source(), by);
        db.sql("""
                INSERT INTO green.book (id, category, from_day, threshold, source, proposal, proposed_at)
                VALUES (:id, :category, :from, :threshold, :source, :proposal, :at)
                """)
                .param("id", id).param("category", it.category()).param("from", it.fromDay()).param("threshold", it.threshold()).param("source", it.source())
                .param("proposal", proposal).param("at", now())
                .update();
        var no = 0;
        for (var criterion : it.criteria()) {
            db.sql("INSERT INTO green.criterion (book, no, code, title_en, title_zh, strength, points) VALUES (:book, :no, :code, :en, :zh, :strength, :points)")
                    .param("book", id).param("no", ++no).param("code", criterion.code()).param("en", criterion.titleEn().strip()).param("zh", criterion.titleZh().strip())
                    .param("strength", criterion.strength().name()).param("points", criterion.points())
                    .update();
        }
        return Answer.done(id);
    }

    private List<Reason> objections(Draft it) {
        var reasons = new ArrayList<Reason>();
        if (it.fromDay().isBefore(today())) {
            reasons.add(new Reason("fromDay", "green.day-past", List.of()));
        }
        if (it.source().isEmpty()) {
            reasons.add(new Reason("source", "green.source-missing", List.of()));
        }
        if (it.source().length() > LINE_LONGEST || it.criteria().stream().anyMatch(one -> one.titleEn().length() > LINE_LONGEST || one.titleZh().length() > LINE_LONGEST)) {
            reasons.add(new Reason("source", "green.words-long", List.of(LINE_LONGEST)));
        }
        if (it.criteria().isEmpty() || it.criteria().size() > CRITERIA_MOST) {
            reasons.add(new Reason("criteria", "green.criteria-missing", List.of(CRITERIA_MOST)));
            return reasons;
        }
        var codes = new HashSet<String>();
        if (it.criteria().stream().anyMatch(one -> !one.code().matches("[a-z][a-z0-9-]{0,39}") || !codes.add(one.code()))) {
            reasons.add(new Reason("criteria", "green.code-wrong", List.of()));
        }
        if (it.criteria().stream().anyMatch(one -> one.titleEn().isBlank() || one.titleZh().isBlank())) {
            reasons.add(new Reason("criteria", "green.title-missing", List.of()));
        }
        if (it.criteria().stream().anyMatch(one -> one.points() < 1 || one.points() > 100)) {
            reasons.add(new Reason("criteria", "green.points-wrong", List.of()));
        }
        var possible = it.criteria().stream().mapToInt(Criterion::points).sum();
        if (it.threshold() < 1 || it.threshold() > Math.min(possible, 100)) {
            reasons.add(new Reason("threshold", "green.threshold-wrong", List.of(possible)));
        }
        return reasons;
    }

    /** Refusals: {@code green.not-yours}; {@code green.book-unknown}; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<Ruled> rule(UUID book, Outcome outcome, String reason, Me by) {
        if (!by.is(Role.SOURCING_OFFICER) && !by.is(Role.BUYER) && !by.is(Role.EHS) && !by.is(Role.QUALITY)) {
            return Answer.refused("", "green.not-yours");
        }
        return find(book).map(it -> decisions.rule(MATTER, it.proposal(), outcome, reason, by)).orElseGet(() -> Answer.refused("", "green.book-unknown"));
    }

    @EventListener
    void ruled(Ruled ruled) {
        if (ruled.matter().equals(MATTER) && ruled.outcome() == Outcome.APPROVED) {
            var it = find(ruled.subject()).orElseThrow();
            var record = log.record("green.criteria", today(), Map.of("book", it.id().toString(), "category", it.category(), "from", it.fromDay().toString(), "threshold", it.threshold(),
                    "criteria", it.criteria().stream().map(one -> one.code() + " " + one.strength() + " " + one.points()).toList()));
            db.sql("INSERT INTO green.approval (book, approved_by, approved_at, record) VALUES (:book, :by, :at, :record)")
                    .param("book", it.id()).param("by", ruled.ruledBy()).param("at", now()).param("record", record)
                    .update();
        }
    }

    Optional<Book> find(UUID id) {
        return db.sql(SELECT + " WHERE book.id = :id").param("id", id).query(this::book).optional();
    }

    /** Every set of a category that was ever proposed, newest first. */
    public List<Book> of(String category) {
        return db.sql(SELECT + " WHERE book.category = :category ORDER BY book.from_day DESC, book.proposed_at DESC").param("category", category).query(this::book).list();
    }

    /** The set that holds on a day. */
    public Optional<Book> on(String category, LocalDate day) {
        return db.sql(SELECT + " WHERE book.category = :category AND book.from_day <= :day AND approval.book IS NOT NULL ORDER BY book.from_day DESC, approval.approved_at DESC LIMIT 1")
                .param("category", category).param("day", day)
                .query(this::book).optional();
    }

    private static final String SELECT = """
            SELECT book.id, book.category, book.from_day, book.threshold, book.source, book.proposal, standing.proposed_by, approval.approved_by, standing.outcome IS NULL AS open
              FROM green.book
              JOIN decision.standing ON standing.proposal = book.proposal
              LEFT JOIN green.approval ON approval.book = book.id
            """;

    private Book book(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var criteria = db.sql("SELECT code, title_en, title_zh, strength, points FROM green.criterion WHERE book = :book ORDER BY no").param("book", id)
                .query((one, i) -> new Criterion(one.getString(1), one.getString(2), one.getString(3), Strength.valueOf(one.getString(4)), one.getInt(5))).list();
        return new Book(id, row.getString("category"), row.getObject("from_day", LocalDate.class), row.getInt("threshold"), row.getString("source"),
                row.getObject("proposal", UUID.class), row.getObject("proposed_by", UUID.class), row.getObject("approved_by", UUID.class), row.getBoolean("open"), criteria);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
