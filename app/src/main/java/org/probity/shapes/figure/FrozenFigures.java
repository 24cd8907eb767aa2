package org.probity.shapes.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.probity.proof.Fraction;
import org.probity.shapes.figure.FigureValue.ControlTotal;
import org.probity.shapes.figure.Figures.Alike;
import org.probity.shapes.figure.Figures.Frozen;
import org.probity.shapes.figure.Figures.Numbered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Values as they were frozen: whole, or what pages need of them without reading their rows, of which there are tens of thousands. */
@Service
public class FrozenFigures {
    private final JdbcClient db;
    private final Figures figures;
    private final Map<UUID, Numbered> numbered = new ConcurrentHashMap<>();

    FrozenFigures(JdbcClient db, Figures figures) {
        this.db = db;
        this.figures = figures;
    }

    /** A frozen value as it was; its definition is the version it was frozen under. */
    public Frozen frozen(UUID id) {
        return frozen(id, "facts");
    }

    /** The same without what a room shows beside its rows: as much as a proof needs. */
    public Frozen counted(UUID id) {
        return frozen(id, "'{}'");
    }

    /** Which of these frozen values is one of that figure. */
    public Optional<UUID> among(Collection<UUID> frozen, String figure) {
        return db.sql("SELECT id FROM figure.frozen WHERE id = ANY (:frozen) AND figure = :figure")
                .param("frozen", frozen.toArray(UUID[]::new)).param("figure", figure)
                .query(UUID.class).optional();
    }

    private Frozen frozen(UUID id, String facts) {
        var rows = db.sql("""
                SELECT code, subject, number, name_en, name_zh, reason, inputs, %s AS facts, evidence
                  FROM figure.frozen_row
                 WHERE frozen = :id
                 ORDER BY code COLLATE "C"
                """.formatted(facts))
                .param("id", id)
                .query((row, n) -> FigureRow.of(row, row.getString("code"))).list();
        return db.sql("SELECT * FROM figure.frozen WHERE id = :id")
                .param("id", id)
                .query((row, n) -> {
                    var definition = figures.definition(row.getString("figure"), row.getInt("version"));
                    var value = new FigureValue(definition.figure(), row.getInt("year"), instant(row, "known_at"), rows,
                            Optional.ofNullable(row.getString("exact")).map(Fraction::parse), row.getString("shown"),
                            new ControlTotal(row.getBigDecimal("control_stated"), row.getBigDecimal("control_other"), row.getBigDecimal("control_rows")),
                            Optional.of(definition.wording()));
                    return new Frozen(id, value, row.getObject("frozen_by", UUID.class), instant(row, "frozen_at"));
                })
                .single();
    }

    /** Some of its rows, and what a page says of all of them. */
    public FigureLeaf leaf(UUID id, FigureLeaf.Ask ask) {
        var kept = numbered(id);
        var number = kept.number();
        var read = FigureLeaf.read(db, "SELECT code, subject, number, name_en, name_zh, reason, inputs, facts, evidence FROM figure.frozen_row WHERE frozen = :frozen", Map.of("frozen", id),
                number.figure().control().input(), ask, "SELECT true AS alone", row -> true);
        return new FigureLeaf(new FigureValue(number.figure(), number.year(), number.knownAt(), read.rows(), number.exact(), number.shown(), number.control(), Optional.of(kept.wording())), read.totals());
    }

    /** The same as {@link #frozen} for whoever shows the number alone. What was frozen never changes, so each is read once. */
    public Numbered numbered(UUID id) {
        return numbered.computeIfAbsent(id, this::readNumber);
    }

    private Numbered readNumber(UUID id) {
        return db.sql("""
                SELECT frozen.*, rows.included, rows.left_out, rows.met
                  FROM figure.frozen
                 CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE reason IS NULL) AS included,
                                            count(*) FILTER (WHERE reason IS NOT NULL) AS left_out,
                                            count(*) FILTER (WHERE reason IS NULL AND (inputs ->> 'met')::numeric > 0) AS met
                                       FROM figure.frozen_row
                                      WHERE frozen_row.frozen = frozen.id) AS rows
                 WHERE frozen.id = :id
                """)
                .param("id", id)
                .query((row, n) -> {
                    var definition = figures.definition(row.getString("figure"), row.getInt("version"));
                    return new Numbered(id, new FigureNumber(definition.figure(), row.getInt("year"), instant(row, "known_at"), row.getLong("included"),
                            row.getLong("left_out"), row.getLong("met"), Optional.ofNullable(row.getString("exact")).map(Fraction::parse), row.getString("shown"),
                            new ControlTotal(row.getBigDecimal("control_stated"), row.getBigDecimal("control_other"), row.getBigDecimal("control_rows"))),
                            definition.wording());
                })
                .single();
    }

    /** How many counted rows say what. @param paths each into {@code inputs} or {@code facts} of a row */
    public List<Alike> alike(UUID frozen, List<List<String>> paths) {
        var columns = new ArrayList<String>();
        var statement = new HashMap<String, Object>(Map.of("frozen", frozen));
        for (var path : paths) {
            statement.put("path" + columns.size(), path.toArray(String[]::new));
            columns.add("coalesce(jsonb_build_object('inputs', inputs, 'facts', facts) #>> :path" + columns.size() + ", '')");
        }
        return db.sql("""
                SELECT ARRAY[%s] AS said, count(*) AS rows
                  FROM figure.frozen_row
                 WHERE frozen = :frozen
                   AND reason IS NULL
                 GROUP BY said
                 ORDER BY rows DESC, said
                """.formatted(String.join(", ", columns)))
                .params(statement)
                .query((row, n) -> new Alike(List.of((String[]) row.getArray("said").getArray()), row.getLong("rows"))).list();
    }

    /** How many papers stand behind the counted rows of a frozen value. */
    public long papers(UUID frozen) {
        return db.sql("SELECT coalesce(sum(jsonb_array_length(evidence)), 0) FROM figure.frozen_row WHERE frozen = :frozen AND reason IS NULL")
                .param("frozen", frozen)
                .query(Long.class).single();
    }


    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
