package org.probity.disclosure.statement;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.proof.Level;
import org.probity.proof.Report;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.FigureLeaf;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.FrozenFigures;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The yearly report: one person prepares an edition, another publishes it. */
@Service
public class Statements {
    static final String MATTER = "statement.publish";

    private final JdbcClient db;
    private final Figures figures;
    private final FrozenFigures frozenFigures;
    private final Decisions decisions;
    private final Chapters chapters;
    private final Levels levels;
    private final KeptClosed keptClosed;
    private final Company company;
    private final Packages packages;
    private final StatementLetters letters;
    private final Log log;
    private final Clock clock;

    Statements(
            JdbcClient db, Figures figures, FrozenFigures frozenFigures, Decisions decisions, Chapters chapters, Levels levels, KeptClosed keptClosed, Company company, Packages packages, StatementLetters letters, Log log,
            Clock clock) {
        this.db = db;
        this.figures = figures;
        this.frozenFigures = frozenFigures;
        this.decisions = decisions;
        this.chapters = chapters;
        this.levels = levels;
        this.keptClosed = keptClosed;
        this.company = company;
        this.packages = packages;
        this.letters = letters;
        this.log = log;
        this.clock = clock;
    }

    /** As below, where no control total differs. */
    @Transactional
    public Answer<Edition> prepare(int year, Report.@Nullable Cause cause, String reasonEn, String reasonZh, Me by) {
        return prepare(year, cause, reasonEn, reasonZh, Map.of(), by);
    }

    /**
     * Freezes all figures of a year that may be shown and puts the edition before a second person. From here on nothing in it changes. Of a year that is not over
     * the edition says up to which day it speaks, on its pages and in its package.
     *
     * <p>Refusals: {@code statement.year-not-begun}; {@code statement.year-empty} no figure counts a row; {@code statement.already-proposed} an edition
     * of this year waits for its ruling; {@code statement.reason-missing} a restatement says why, in both languages;
     * {@code statement.chapter-one-language} a chapter is written in one language alone; {@code statement.nothing-changed} the figures, rows and words are those of the published edition;
     * {@code statement.words-alone} only words changed, and another cause is given; {@code statement.not-words-alone} figures changed, and words are given as the cause; {@code statement.difference-unexplained} a
     * figure's rows do not add up to what the other source says, and nobody said why that may stand.
     *
     * @param accepted why the control difference of a figure may stand, by the figure's key
     */
    @Transactional
    public Answer<Edition> prepare(int year, Report.@Nullable Cause cause, String reasonEn, String reasonZh, Map<String, Words> accepted, Me by) {
        if (LocalDate.of(year, 1, 1).isAfter(LocalDate.now(clock))) {
            return Answer.refused("year", "statement.year-not-begun", String.valueOf(year));
        }
        // Two people preparing at once would freeze two editions with one number.
        db.sql("SELECT pg_advisory_xact_lock(:room, :year)").param("room", 0x57A7).param("year", year).query((row, n) -> n).list();
        if (editions(year).stream().anyMatch(it -> !it.published() && decisions.find(it.proposal()).orElseThrow().open())) {
            return Answer.refused("", "statement.already-proposed", String.valueOf(year));
        }
        var before = published(year);
        if (before.isPresent() && (cause == null || reasonEn.isBlank() || reasonZh.isBlank())) {
            return Answer.refused("reasonEn", "statement.reason-missing");
        }
        var half = chapters.next().stream().filter(it -> !it.halfWritten().isEmpty()).findFirst();
        if (half.isPresent()) {
            return Answer.refused("", "statement.chapter-one-language", half.get().key());
        }
        var all = figures.all().stream().map(figure -> figures.freeze(figure, year, by)).toList();
        var closed = keptClosed.among(all, year);
        var frozen = all.stream().filter(it -> !closed.contains(it.number().figure().key())).toList();
        var refused = refusals(year, frozen, before, cause, accepted);
        if (!refused.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Answer.Refused<>(refused);
        }
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, reasonEn, by);
        db.sql("""
                INSERT INTO statement.edition (id, year, no, proposal, cause, reason_en, reason_zh, prepared_by, prepared_at)
                VALUES (:id, :year, :no, :proposal, :cause, :reasonEn, :reasonZh, :by, :at)
                """)
                .param("id", id).param("year", year).param("no", before.map(Edition::no).orElse(0) + 1).param("proposal", proposal)
                .param("cause", before.isEmpty() || cause == null ? null : cause.name(), Types.VARCHAR)
                .param("reasonEn", reasonEn).param("reasonZh", reasonZh).param("by", by.account()).param("at", now())
                .update();
        for (var figure : frozen) {
            var reason = differs(figure.number()) ? accepted.get(figure.number().figure().key()) : null;
            db.sql("""
                    INSERT INTO statement.edition_figure (edition, frozen, accepted_en, accepted_zh, level)
                    VALUES (:edition, :frozen, :en, :zh, :level)
                    """)
                    .param("edition", id).param("frozen", figure.id()).param("level", levels.of(figure.number().figure().key()).name())
                    .param("en", reason == null ? null : reason.en(), Types.VARCHAR).param("zh", reason == null ? null : reason.zh(), Types.VARCHAR)
                    .update();
        }
        keptClosed.note(id, closed);
        chapters.freeze(id);
        letters.waits(find(id).orElseThrow(), by);
        return Answer.done(find(id).orElseThrow());
    }

    /** What of the frozen values forbids an edition. */
    private List<Answer.Reason> refusals(int year, List<Figures.Kept> frozen, Optional<Edition> before, Report.@Nullable Cause cause, Map<String, Words> accepted) {
        // Rooms list whom they leave out in any year, so rows alone do not make one.
        if (frozen.stream().allMatch(it -> it.number().included() == 0)) {
            return List.of(new Answer.Reason("year", "statement.year-empty", List.of(String.valueOf(year))));
        }
        if (before.isPresent()) {
            var figuresStand = same(frozen, values(before.get()));
            if (figuresStand && chapters.changesSince(before.get()).isEmpty()) {
                return List.of(new Answer.Reason("", "statement.nothing-changed", List.of()));
            }
            if (figuresStand != (cause == Report.Cause.WORDS)) {
                return List.of(new Answer.Reason("cause", figuresStand ? "statement.words-alone" : "statement.not-words-alone", List.of()));
            }
        }
        return frozen.stream().map(Figures.Kept::number).filter(Statements::differs).flatMap(number -> {
            var key = number.figure().key();
            var said = accepted.getOrDefault(key, new Words("", ""));
            var reason = List.<Object>of(number.figure().code(), number.control().difference().stripTrailingZeros(), number.figure().control().unit());
            return Stream.of("en", "zh").filter(lang -> (lang.equals("en") ? said.en() : said.zh()).isBlank())
                    .map(lang -> new Answer.Reason("accepted." + key + "." + lang, "statement.difference-unexplained", reason));
        }).toList();
    }

    private static boolean differs(FigureNumber number) {
        return number.control().difference().signum() != 0;
    }

    private boolean same(List<Figures.Kept> frozen, List<FigureValue> before) {
        return frozen.size() == before.size() && frozen.stream().allMatch(now -> before.stream().filter(was -> was.figure().key().equals(now.number().figure().key())).findFirst()
                .filter(was -> was.exact().equals(now.number().exact()) && Differences.between(was, frozenFigures.frozen(now.id()).value()).isEmpty()).isPresent());
    }

    /**
     * The second person rules on an edition. Publishing seals it in the transaction of the ruling.
     *
     * <p>Refusals: {@code statement.unknown}; {@code statement.log-silent} the log does not sign, so nothing can be sealed; those of
     * {@link Decisions#rule}: nobody publishes what they prepared.
     */
    @Transactional
    public Answer<Edition> rule(UUID edition, Outcome outcome, String reason, Me by) {
        var found = find(edition);
        if (found.isEmpty()) {
            return Answer.refused("", "statement.unknown");
        }
        if (outcome == Outcome.APPROVED) {
            if (!log.maySign()) {
                return Answer.refused("", "statement.log-silent");
            }
            // Rows can only cite entries that have their place in the log.
            log.settle();
        }
        return switch (decisions.rule(MATTER, found.get().proposal(), outcome, reason, by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(find(edition).orElseThrow());
        };
    }

    @EventListener(condition = "#ruled.matter() == 'statement.publish' && #ruled.outcome().name() == 'APPROVED'")
    void publish(Decisions.Ruled ruled) {
        var edition = find(ruled.subject()).orElseThrow();
        var at = clock.instant();
        var frozen = frozen(edition.id(), frozenFigures::counted);
        var before = published(edition.year()).map(it -> new Packages.Before(it, frozen(it.id(), frozenFigures::counted)));
        var record = packages.seal(edition, frozen, before, ruled, at);
        db.sql("INSERT INTO statement.edition_boundary (edition, en, zh) VALUES (:edition, :en, :zh)")
                .param("edition", edition.id()).param("en", company.boundary(Lang.EN)).param("zh", company.boundary(Lang.ZH))
                .update();
        db.sql("""
                INSERT INTO statement.publication (edition, year, no, record, published_at, published_by)
                VALUES (:edition, :year, :no, :record, :at, :by)
                """)
                .param("edition", edition.id()).param("year", edition.year()).param("no", edition.no()).param("record", record)
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", ruled.ruledBy())
                .update();
    }

    public Optional<Edition> find(UUID id) {
        return db.sql(SELECT + " WHERE edition.id = :id").param("id", id).query(Edition.class).optional();
    }

    /** All editions of a year, published or not, newest first. */
    public List<Edition> editions(int year) {
        return db.sql(SELECT + " WHERE edition.year = :year ORDER BY prepared_at DESC").param("year", year).query(Edition.class).list();
    }

    /** The newest published edition of a year. */
    public Optional<Edition> published(int year) {
        return db.sql(SELECT + " WHERE edition.year = :year AND publication.edition IS NOT NULL ORDER BY edition.no DESC LIMIT 1")
                .param("year", year)
                .query(Edition.class).optional();
    }

    /** One published edition of a year, also when a later one has restated it. */
    Optional<Edition> published(int year, int no) {
        return db.sql(SELECT + " WHERE publication.year = :year AND publication.no = :no").param("year", year).param("no", no).query(Edition.class).optional();
    }

    /** Every published edition of every year, newest first. */
    public List<Edition> allPublished() {
        return db.sql(SELECT + " WHERE publication.edition IS NOT NULL ORDER BY edition.year DESC, edition.no DESC")
                .query(Edition.class).list();
    }

    /** What an edition says, in the order of the figures' numbers. */
    public List<FigureValue> values(Edition edition) {
        return frozen(edition.id(), frozenFigures::frozen).stream().map(Figures.Frozen::value).toList();
    }

    public Optional<FigureValue> value(Edition edition, String figure) {
        var parts = parts(edition.id());
        return frozenFigures.among(parts.stream().map(Part::frozen).toList(), figure)
                .flatMap(id -> parts.stream().filter(part -> part.frozen().equals(id)).findFirst())
                .map(part -> part.said(frozenFigures.frozen(part.frozen())).value());
    }

    /** The same with some of its rows, and what is said of all of them. @param ask which rows, by the level that was decided for this edition */
    public Optional<FigureLeaf> leaf(Edition edition, String figure, Function<Figure.Level, FigureLeaf.Ask> ask) {
        var parts = parts(edition.id());
        return frozenFigures.among(parts.stream().map(Part::frozen).toList(), figure)
                .flatMap(id -> parts.stream().filter(part -> part.frozen().equals(id)).findFirst())
                .map(part -> {
                    var level = part.level() == null ? frozenFigures.numbered(part.frozen()).number().figure().level() : part.level();
                    var leaf = frozenFigures.leaf(part.frozen(), ask.apply(level));
                    return new FigureLeaf(part.said(leaf.value()), leaf.totals());
                });
    }

    /** What a published edition covers, in the company's words of that day. */
    Words boundary(Edition edition) {
        return db.sql("SELECT en, zh FROM statement.edition_boundary WHERE edition = :edition").param("edition", edition.id())
                .query((row, n) -> new Words(row.getString("en"), row.getString("zh"))).optional()
                .orElseGet(() -> new Words(company.boundary(Lang.EN), company.boundary(Lang.ZH)));
    }

    /** The package of an edition as a reader of that level gets it; empty while the log has no signed state that covers it. */
    public Optional<byte[]> sealed(Edition edition, Level level) {
        return packages.complete(edition, level);
    }

    /** A figure of an edition, and what was decided about it for this edition. */
    private record Part(UUID frozen, @Nullable String acceptedEn, @Nullable String acceptedZh, Figure.@Nullable Level level) {
        Figures.Frozen said(Figures.Frozen as) {
            return new Figures.Frozen(as.id(), said(as.value()), as.frozenBy(), as.frozenAt());
        }

        FigureValue said(FigureValue as) {
            var value = acceptedEn == null || acceptedZh == null ? as : as.accepted(new Words(acceptedEn, acceptedZh));
            return level == null ? value : value.at(level);
        }
    }

    private List<Part> parts(UUID edition) {
        return db.sql("SELECT frozen, accepted_en, accepted_zh, level FROM statement.edition_figure WHERE edition = :edition")
                .param("edition", edition)
                .query(Part.class).list();
    }

    private List<Figures.Frozen> frozen(UUID edition, Function<UUID, Figures.Frozen> read) {
        return parts(edition).stream().map(part -> part.said(read.apply(part.frozen())))
                .sorted(Comparator.comparing(it -> it.value().figure().code()))
                .toList();
    }

    private static final String SELECT = """
            SELECT edition.id, edition.year, edition.no, edition.proposal, edition.cause, edition.reason_en, edition.reason_zh,
                   edition.prepared_by, edition.prepared_at, publication.record, publication.published_at, publication.published_by
              FROM statement.edition
              LEFT JOIN statement.publication ON publication.edition = edition.id
            """;

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
