package org.probity.disclosure.assurance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.assurance.Draw.Item;
import org.probity.disclosure.assurance.Draw.Strength;
import org.probity.disclosure.assurance.Finding.Outcome;
import org.probity.disclosure.assurance.Sample.Population;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.FigureValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An assurer's work on published figures: samples and what was seen in them; what follows is in {@link Conclusions}. It never touches what it looks at. */
@Service
public class Assurance {
    /** A result of a sample that was closed. */
    public record Result(UUID sample, int lookedAt, int exceptions, UUID closedBy, Instant closedAt, UUID record) {}

    /** With no exception expected, so many points in an amount find an error of that amount in 95 of 100 draws. */
    private static final BigDecimal POINTS_IN_THE_MATERIAL = new BigDecimal(3);

    private final JdbcClient db;
    private final Statements statements;
    private final Engagements engagements;
    private final Log log;
    private final Clock clock;

    Assurance(JdbcClient db, Statements statements, Engagements engagements, Log log, Clock clock) {
        this.db = db;
        this.statements = statements;
        this.engagements = engagements;
        this.log = log;
        this.clock = clock;
    }

    /** What is asked of a draw; size and materiality as typed, one of the two. */
    public record Wish(Population population, Draw.Method method, String seed, String size, String materiality) {}

    /**
     * Draws rows of a published figure. The same wish gives the sample that is there.
     *
     * <p>Refusals: {@code assurance.not-engaged}; {@code assurance.not-published}; {@code assurance.seed-missing};
     * {@code assurance.nothing-to-draw}; {@code assurance.no-values} rows without amounts, or below nought, cannot be drawn by them;
     * {@code assurance.size-or-material} exactly one of the two; {@code assurance.size-wrong}; {@code assurance.material-wrong};
     * {@code assurance.material-by-value} an amount says how many only where rows are drawn by amount.
     */
    @Transactional
    public Answer<Sample> draw(UUID edition, String figure, Wish wish, Me by) {
        if (engagements.inForce(by).isEmpty()) {
            return Answer.refused("", "assurance.not-engaged");
        }
        var value = published(edition).flatMap(it -> statements.value(it, figure));
        if (value.isEmpty()) {
            return Answer.refused("", "assurance.not-published");
        }
        if (wish.seed().isBlank()) {
            return Answer.refused("seed", "assurance.seed-missing");
        }
        var items = items(value.get(), wish.population());
        if (items.isEmpty()) {
            return Answer.refused("population", "assurance.nothing-to-draw");
        }
        return switch (size(wish, items)) {
            case Answer.Refused<Integer>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Integer>(var size) -> Answer.done(drawn(edition, figure, wish, size, items, by));
        };
    }

    private static Answer<Integer> size(Wish wish, List<Item> items) {
        var sum = items.stream().map(Item::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var byValue = wish.method() == Draw.Method.BY_VALUE;
        if (byValue && (sum.signum() <= 0 || items.stream().anyMatch(item -> item.value().signum() < 0))) {
            return Answer.refused("method", "assurance.no-values");
        }
        if (wish.size().isBlank() == wish.materiality().isBlank()) {
            return Answer.refused("size", "assurance.size-or-material");
        }
        if (!wish.materiality().isBlank()) {
            if (!byValue) {
                return Answer.refused("materiality", "assurance.material-by-value");
            }
            return number(wish.materiality()).filter(amount -> amount.signum() > 0)
                    .map(amount -> sum.multiply(POINTS_IN_THE_MATERIAL).divide(amount, 0, RoundingMode.CEILING).min(BigDecimal.valueOf(items.size())))
                    .map(points -> Answer.done(points.intValueExact()))
                    .orElseGet(() -> Answer.refused("materiality", "assurance.material-wrong"));
        }
        return number(wish.size()).filter(it -> it.scale() <= 0 && it.signum() > 0 && it.compareTo(BigDecimal.valueOf(items.size())) <= 0)
                .map(it -> Answer.done(it.intValueExact()))
                .orElseGet(() -> Answer.refused("size", "assurance.size-wrong", (long) items.size()));
    }

    private static Optional<BigDecimal> number(String typed) {
        return typed.strip().matches("[0-9]{1,15}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(typed.strip())) : Optional.empty();
    }

    private Sample drawn(UUID edition, String figure, Wish wish, int size, List<Item> items, Me by) {
        var seed = wish.seed().strip();
        var before = samples(edition, figure).stream().filter(it -> it.population() == wish.population() && it.method() == wish.method()
                && it.seed().equals(seed) && it.size() == size).findFirst();
        if (before.isPresent()) {
            return before.get();
        }
        var codes = Draw.take(wish.method(), items, seed, size);
        var id = UUID.randomUUID();
        var record = log.recordBatch("assurance.sample", today(), new TreeMap<>(Map.of(
                        "sample", id.toString(), "edition", edition.toString(), "figure", figure, "population", wish.population().name(),
                        "method", wish.method().name(), "seed_sha256", Draw.hash(seed, ""), "size", size)),
                codes.stream().map(code -> Map.of("code", code)).toList());
        var sample = db.sql("""
                INSERT INTO assurance.sample (id, edition, figure, population, method, seed, size, drawn_by, drawn_at, record)
                VALUES (:id, :edition, :figure, :population, :method, :seed, :size, :by, :at, :record)
                RETURNING *
                """)
                .param("id", id).param("edition", edition).param("figure", figure).param("population", wish.population().name())
                .param("method", wish.method().name()).param("seed", seed).param("size", size).param("by", by.account()).param("at", now())
                .param("record", record)
                .query(Sample.class).single();
        db.sql("INSERT INTO assurance.sampled (sample, place, code) SELECT :id, place, code FROM unnest(:codes) WITH ORDINALITY AS row (code, place)")
                .param("id", id).param("codes", codes.toArray(String[]::new))
                .update();
        return sample;
    }

    /** The rows of a figure as a draw sees them: code, weakest evidence, and the amount that the control total sums. */
    static List<Item> items(FigureValue value, Population population) {
        var rows = switch (population) {
            case COUNTED -> value.included();
            case LEFT_OUT -> value.excluded();
        };
        return rows.stream()
                .map(row -> new Item(row.code(), row.evidence().stream().map(proof -> strength(proof.strength()))
                        .min(Comparator.naturalOrder()).orElse(Strength.NONE), row.input(value.figure().control().input())))
                .toList();
    }

    /** As the package names it, so that a draw by strength can be repeated from the package alone. */
    private static Strength strength(String word) {
        return switch (word) {
            case "third-party" -> Strength.PRIMARY;
            case "form" -> Strength.SYSTEM;
            case "signed", "statement" -> Strength.DECLARATION;
            default -> throw new IllegalStateException("nobody stands for evidence called " + word);
        };
    }

    /**
     * Says what was seen in a sampled row. An exception waits for the company's answer; the assurer may say otherwise until the sample is
     * closed, and what was said before stays.
     *
     * <p>Refusals: {@code assurance.not-engaged}; {@code assurance.not-in-the-sample}; {@code assurance.closed};
     * {@code assurance.outcome-missing}; {@code assurance.note-missing} an exception says what it is.
     */
    @Transactional
    public Answer<Finding> find(UUID sample, String code, @Nullable Outcome outcome, String note, Me by) {
        lock(sample);
        if (engagements.inForce(by).isEmpty()) {
            return Answer.refused("", "assurance.not-engaged");
        }
        if (!codes(sample).contains(code)) {
            return Answer.refused("", "assurance.not-in-the-sample");
        }
        if (result(sample).isPresent()) {
            return Answer.refused("", "assurance.closed");
        }
        if (outcome == null) {
            return Answer.refused("outcome", "assurance.outcome-missing");
        }
        if (outcome == Outcome.EXCEPTION && note.isBlank()) {
            return Answer.refused("note", "assurance.note-missing");
        }
        db.sql("""
                INSERT INTO assurance.finding (sample, code, no, outcome, note, found_by, found_at)
                SELECT :sample, :code, 1 + coalesce(max(no), 0), :outcome, :note, :by, :at
                  FROM assurance.finding
                 WHERE sample = :sample
                   AND code = :code
                """)
                .param("sample", sample).param("code", code).param("outcome", outcome.name()).param("note", note.strip())
                .param("by", by.account()).param("at", now())
                .update();
        return Answer.done(findings(sample).get(code));
    }

    /**
     * The company answers an exception. The finding stays; the assurer judges the answer.
     *
     * <p>Refusals: {@code assurance.no-exception}; {@code assurance.answered}; {@code assurance.words-missing}.
     */
    @Transactional
    public Answer<Finding> reply(UUID sample, String code, String words, Me by) {
        lock(sample);
        var finding = findings(sample).get(code);
        if (finding == null || !finding.exception()) {
            return Answer.refused("", "assurance.no-exception");
        }
        if (finding.reply() != null) {
            return Answer.refused("", "assurance.answered");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "assurance.words-missing");
        }
        db.sql("INSERT INTO assurance.reply (sample, code, no, words, replied_by, replied_at) VALUES (:sample, :code, :no, :words, :by, :at)")
                .param("sample", sample).param("code", code).param("no", finding.no()).param("words", words.strip())
                .param("by", by.account()).param("at", now())
                .update();
        return Answer.done(findings(sample).get(code));
    }

    /**
     * Closes a sample all of whose rows were looked at; its result and every finding enter the log.
     *
     * <p>Refusals: {@code assurance.not-engaged}; {@code assurance.closed}; {@code assurance.rows-open}.
     */
    @Transactional
    public Answer<Result> close(UUID sample, Me by) {
        lock(sample);
        if (engagements.inForce(by).isEmpty()) {
            return Answer.refused("", "assurance.not-engaged");
        }
        if (result(sample).isPresent()) {
            return Answer.refused("", "assurance.closed");
        }
        var findings = findings(sample);
        var codes = codes(sample);
        if (findings.size() < codes.size()) {
            return Answer.refused("", "assurance.rows-open", (long) (codes.size() - findings.size()));
        }
        var exceptions = (int) findings.values().stream().filter(Finding::exception).count();
        var record = log.recordBatch("assurance.result", today(),
                Map.of("sample", sample.toString(), "looked_at", codes.size(), "exceptions", exceptions),
                codes.stream().map(code -> Map.of("code", code, "outcome", findings.get(code).outcome().name())).toList());
        return Answer.done(db.sql("""
                INSERT INTO assurance.result (sample, looked_at, exceptions, closed_by, closed_at, record)
                VALUES (:sample, :lookedAt, :exceptions, :by, :at, :record)
                RETURNING *
                """)
                .param("sample", sample).param("lookedAt", codes.size()).param("exceptions", exceptions)
                .param("by", by.account()).param("at", now()).param("record", record)
                .query(Result.class).single());
    }

    Optional<Edition> published(UUID edition) {
        return statements.find(edition).filter(Edition::published);
    }

    Optional<Sample> sample(UUID id) {
        return db.sql("SELECT * FROM assurance.sample WHERE id = :id").param("id", id).query(Sample.class).optional();
    }

    /** The samples of a figure of an edition, in the order drawn. */
    List<Sample> samples(UUID edition, String figure) {
        return db.sql("SELECT * FROM assurance.sample WHERE edition = :edition AND figure = :figure ORDER BY drawn_at, id")
                .param("edition", edition).param("figure", figure)
                .query(Sample.class).list();
    }

    /** The codes of a sample in the order drawn. */
    public List<String> codes(UUID sample) {
        return db.sql("SELECT code FROM assurance.sampled WHERE sample = :sample ORDER BY place").param("sample", sample).query(String.class).list();
    }

    /** What holds of each row that was looked at, by code. */
    Map<String, Finding> findings(UUID sample) {
        var findings = new LinkedHashMap<String, Finding>();
        db.sql(FINDING + " WHERE finding.sample = :sample ORDER BY finding.code, finding.no").param("sample", sample)
                .query(Finding.class).list().forEach(it -> findings.put(it.code(), it));
        return findings;
    }

    Optional<Result> result(UUID sample) {
        return db.sql("SELECT * FROM assurance.result WHERE sample = :sample").param("sample", sample).query(Result.class).optional();
    }

    /** Exceptions that nobody of the company has answered, oldest first. */
    List<Finding> unanswered() {
        return db.sql(FINDING + """
                 WHERE finding.outcome = 'EXCEPTION'
                   AND reply.words IS NULL
                   AND NOT EXISTS (SELECT FROM assurance.finding AS later
                                    WHERE later.sample = finding.sample AND later.code = finding.code AND later.no > finding.no)
                 ORDER BY found_at
                """).query(Finding.class).list();
    }

    /** Samples of which rows are still to be looked at or which are to be closed, oldest first. */
    List<Sample> open() {
        return db.sql("SELECT * FROM assurance.sample WHERE id NOT IN (SELECT sample FROM assurance.result) ORDER BY drawn_at").query(Sample.class).list();
    }

    private static final String FINDING = """
            SELECT finding.*, reply.words AS reply, reply.replied_by, reply.replied_at
              FROM assurance.finding
              LEFT JOIN assurance.reply ON reply.sample = finding.sample AND reply.code = finding.code AND reply.no = finding.no
            """;

    /** Two answers about one sample wait for each other. */
    private void lock(UUID sample) {
        db.sql("SELECT FROM assurance.sample WHERE id = :id FOR UPDATE").param("id", sample).query((row, n) -> n).optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
