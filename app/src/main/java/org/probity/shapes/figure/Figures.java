package org.probity.shapes.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.proof.Fraction;
import org.probity.shapes.figure.FigureValue.ControlTotal;
import org.probity.shapes.figure.FigureValue.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes figures from rows, and freezes them. There is no way to give a figure a value. What was frozen is read in {@link FrozenFigures}. */
@Service
public class Figures {
    /** Shown where there is nothing to compute from. */
    public static final String NO_VALUE = "–";

    /** A frozen value, and who froze it. */
    public record Frozen(UUID id, FigureValue value, UUID frozenBy, Instant frozenAt) {}

    /** What was frozen, without its rows. */
    public record Kept(UUID id, FigureNumber number) {}

    /** A frozen value without its rows, in the words of its definition. */
    public record Numbered(UUID id, FigureNumber number, Wording wording) {}

    /** Counted rows of a frozen value that say the same. @param said at each of the paths that were asked; empty where a row says nothing there */
    public record Alike(List<String> said, long rows) {}

    private final JdbcClient db;
    private final List<Figure> figures;
    private final List<Figure> every;
    private final Definitions definitions;
    private final Clock clock;

    Figures(JdbcClient db, List<Figure> figures, Definitions definitions, Clock clock) {
        this.db = db;
        this.definitions = definitions;
        this.every = List.copyOf(figures);
        this.figures = every.stream()
                .filter(it -> every.stream().noneMatch(other -> other.key().equals(it.key()) && other.version() > it.version()))
                .sorted(Comparator.comparing(Figure::code)).toList();
        this.clock = clock;
    }

    public List<Figure> all() {
        return figures;
    }

    public Optional<Figure> find(String key) {
        return figures.stream().filter(figure -> figure.key().equals(key)).findFirst();
    }

    /** What a figure meant through time, newest first: what was kept when a value was frozen, and what rooms still register. */
    public List<DefinitionVersion> versions(Figure figure) {
        var all = new ArrayList<DefinitionVersion>(definitions.all(figure.key()));
        every.stream()
                .filter(it -> it.key().equals(figure.key()) && all.stream().noneMatch(kept -> kept.figure().version() == it.version()))
                .map(definitions::now)
                .forEach(all::add);
        all.sort(Comparator.comparing((DefinitionVersion it) -> it.figure().version()).reversed());
        return all;
    }

    /** A version that a room still registers, be it the one in force or one of before. */
    private Optional<Figure> find(String key, int version) {
        return every.stream().filter(figure -> figure.key().equals(key) && figure.version() == version).findFirst();
    }

    /** The value as the records give it now. */
    @Transactional(readOnly = true)
    public FigureValue live(Figure figure, int year) {
        return knownAt(figure, year, clock.instant());
    }

    /** The value as the records known at a moment give it. */
    @Transactional(readOnly = true)
    public FigureValue knownAt(Figure figure, int year, Instant knownAt) {
        var codes = codes(figure);
        var rows = db.sql(figure.rowsSql()).params(parameters(year, knownAt))
                .query((row, n) -> FigureRow.of(row, codes.getOrDefault(row.getObject("subject", UUID.class), ""))).list();
        var tally = figure.fold().tally();
        rows.stream().filter(Row::included).forEach(row -> tally.add(row.inputs()));
        var exact = tally.result().value();
        var sum = rows.stream().map(row -> row.input(figure.control().input())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new FigureValue(figure, year, knownAt, rows, exact, shown(figure, exact), control(figure, year, knownAt, sum));
    }

    /** Some rows of the value of now, and what a page says of all of them. */
    @Transactional(readOnly = true)
    public FigureLeaf leaf(Figure figure, int year, FigureLeaf.Ask ask) {
        var knownAt = clock.instant();
        var fold = new FoldQuery(figure, parameters(year, knownAt));
        var parameters = new HashMap<String, Object>(fold.parameters());
        parameters.put("figure_key", figure.key());
        var read = FigureLeaf.read(db, CODED.formatted(figure.rowsSql()), parameters, figure.control().input(), ask, fold.select("SELECT reason, inputs FROM live"), fold::folded);
        var exact = read.more().exact();
        return new FigureLeaf(new FigureValue(figure, year, knownAt, read.rows(), exact, shown(figure, exact), control(figure, year, knownAt, read.more().controlled())), read.totals());
    }

    /** Rows with the pseudonyms of those that were ever frozen. */
    private static final String CODED = """
            SELECT coalesce(code.letters || '-' || repeat('0', 4 - length(code.no::text)) || code.no, '') AS code, coded.*
              FROM (
            %s
                   ) AS coded
              LEFT JOIN figure.code ON code.figure = :figure_key AND code.subject = coded.subject
            """;

    /** The number as the records give it now, for pages that show no row of it. */
    @Transactional(readOnly = true)
    public FigureNumber number(Figure figure, int year) {
        var knownAt = clock.instant();
        var parameters = parameters(year, knownAt);
        return number(figure, year, knownAt, new FoldQuery(figure, parameters).over(figure.rowsSql(), db));
    }

    private FigureNumber number(Figure figure, int year, Instant knownAt, FoldQuery.Folded it) {
        return new FigureNumber(figure, year, knownAt, it.included(), it.leftOut(), it.met(), it.exact(), shown(figure, it.exact()),
                control(figure, year, knownAt, it.controlled()));
    }

    private ControlTotal control(Figure figure, int year, Instant knownAt, BigDecimal rows) {
        return db.sql(figure.control().sql()).params(parameters(year, knownAt))
                .query((row, n) -> new ControlTotal(row.getBigDecimal("stated"), row.getBigDecimal("other"), rows)).single();
    }

    private static String shown(Figure figure, Optional<Fraction> exact) {
        return exact.map(figure.rounding()::show).orElse(NO_VALUE);
    }

    private static Map<String, ?> parameters(int year, Instant knownAt) {
        return Map.of(
                "year", year,
                "from_day", LocalDate.of(year, 1, 1),
                "until_day", LocalDate.of(year, 12, 31),
                "known_at", knownAt.atOffset(ZoneOffset.UTC));
    }

    /**
     * Freezes the value of this moment with all its rows; what changes later changes nothing in it. The rows never leave the database: one
     * statement reads them, codes them and keeps them, so that all of them are of one moment; the number is then folded over what was kept.
     */
    @Transactional
    public Kept freeze(Figure figure, int year, Me by) {
        definitions.keep(figure);
        var id = UUID.randomUUID();
        var knownAt = clock.instant();
        write(id, figure, parameters(year, knownAt));
        var number = number(figure, year, knownAt, new FoldQuery(figure, Map.of("frozen", id))
                .over("SELECT reason, inputs FROM figure.frozen_row WHERE frozen = :frozen", db));
        db.sql("""
                INSERT INTO figure.frozen (id, figure, version, year, known_at, exact, shown,
                                           control_stated, control_other, control_rows, frozen_by, frozen_at)
                VALUES (:id, :figure, :version, :year, :knownAt, :exact, :shown, :stated, :other, :rows, :by, :at)
                """)
                .param("id", id).param("figure", figure.key()).param("version", figure.version()).param("year", year)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .param("exact", number.exact().map(Fraction::toString).orElse(null), Types.VARCHAR).param("shown", number.shown())
                .param("stated", number.control().stated()).param("other", number.control().other()).param("rows", number.control().rows())
                .param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new Kept(id, number);
    }

    /**
     * Keeps the rows of this moment, and gives a pseudonym to those who have none yet. Numbers follow a hash of figure and subject: an order by
     * the subject alone would be the same in every figure, and two figures with the same suppliers would show which of their rows belong together.
     */
    private void write(UUID frozen, Figure figure, Map<String, ?> parameters) {
        db.sql("""
                WITH live AS MATERIALIZED (
                %s
                ), known AS (
                    SELECT subject, letters, no FROM figure.code WHERE figure = :figure
                ), new AS (
                    INSERT INTO figure.code (figure, subject, letters, no)
                    SELECT :figure, subject, :letters,
                           row_number() OVER (ORDER BY sha256(convert_to(:figure || subject, 'UTF8'))) + (SELECT coalesce(max(no), 0) FROM known)
                      FROM live
                     WHERE subject NOT IN (SELECT subject FROM known)
                    RETURNING subject, letters, no
                ), code AS (
                    SELECT subject, letters || '-' || repeat('0', 4 - length(no::text)) || no AS code
                      FROM (SELECT * FROM known UNION ALL SELECT * FROM new) AS numbered
                )
                INSERT INTO figure.frozen_row (frozen, code, subject, number, name_en, name_zh, reason, inputs, facts, evidence)
                SELECT :frozen, code, subject, number, name_en, name_zh, reason, inputs::jsonb, facts::jsonb, evidence::jsonb
                  FROM live
                  JOIN code USING (subject)
                """.formatted(figure.rowsSql()))
                .params(parameters)
                .param("frozen", frozen).param("figure", figure.key()).param("letters", figure.rowCode())
                .update();
    }

    /** As it was kept; what was frozen before definitions were kept means what the room says of that version. */
    DefinitionVersion definition(String figure, int version) {
        return definitions.find(figure, version)
                .or(() -> find(figure, version).map(definitions::now))
                .orElseThrow(() -> new IllegalStateException("no definition any more for version " + version + " of " + figure));
    }

    private Map<UUID, String> codes(Figure figure) {
        var codes = new HashMap<UUID, String>();
        db.sql("SELECT subject, letters, no FROM figure.code WHERE figure = :figure")
                .param("figure", figure.key())
                .query((ResultSet row) -> {
                    codes.put(row.getObject(1, UUID.class), code(row.getString(2), row.getInt(3)));
                });
        return codes;
    }

    private static String code(String letters, int no) {
        return "%s-%04d".formatted(letters, no);
    }
}
