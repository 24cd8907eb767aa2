package org.probity.shapes.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Json;
import org.probity.shapes.figure.FigureValue.Row;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some rows of a value and what a page says of all of them. PostgreSQL finds, orders and adds up where the rows lie: of a whole company's people fifty cross the wire.
 *
 * @param value its rows are those of the page, first counted ones, then those left out
 */
public record FigureLeaf(FigureValue value, Totals totals) {
    /**
     * Which rows.
     *
     * @param words in lower case: found in a row's code, and if {@code named} in its number and names; empty: all
     * @param skip of the counted rows
     * @param skipLeftOut of those left out
     */
    public record Ask(String words, boolean named, long skip, long skipLeftOut, int most) {}

    /**
     * Of all rows of the value.
     *
     * @param meets whether rows meet something or do not
     * @param quantity what the control's input is in all counted rows
     * @param sums of further inputs that a reader of an opinion must see added up, over the counted rows
     * @param strengths papers behind the counted rows, by who stands for them
     * @param papers kinds of papers that rows speak of, in a fixed order
     * @param found counted rows that the words leave
     * @param foundLeftOut those left out that the words leave
     */
    public record Totals(
            long included, long leftOut, long met, boolean meets, BigDecimal quantity, Map<String, BigDecimal> sums, Map<String, Long> strengths, List<String> papers, long found, long foundLeftOut) {
        public Totals {
            sums = Map.copyOf(sums);
            strengths = Map.copyOf(strengths);
            papers = List.copyOf(papers);
        }
    }

    /** What came back: the rows of the page, what is said of all, and what else the caller asked of the same rows. */
    record Read<T>(List<Row> rows, Totals totals, T more) {}

    /** Reads a number of the same rows in the same statement, so that a page speaks of one moment. */
    interface More<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final String QUERY = """
            WITH live AS MATERIALIZED (
                SELECT code, subject, number, name_en, name_zh, reason, inputs::jsonb AS inputs, facts::jsonb AS facts, evidence::jsonb AS evidence
                  FROM (
            %s
                       ) AS query
            ), found AS (
                SELECT *
                  FROM live
                 WHERE CAST(:words AS text) = ''
                    OR strpos(lower(code), :words) > 0
                    OR CAST(:named AS boolean) AND (strpos(lower(number), :words) > 0 OR strpos(lower(name_en), :words) > 0 OR strpos(lower(name_zh), :words) > 0)
            ), leaf AS (
                (SELECT * FROM found WHERE reason IS NULL ORDER BY %s LIMIT :most OFFSET :skip)
                UNION ALL
                (SELECT * FROM found WHERE reason IS NOT NULL ORDER BY %s LIMIT :most OFFSET :skip_left_out)
            ), said AS (
                SELECT count(*) FILTER (WHERE reason IS NULL) AS counted_rows,
                       count(*) FILTER (WHERE reason IS NOT NULL) AS left_rows,
                       count(*) FILTER (WHERE reason IS NULL AND (inputs ->> 'met')::numeric > 0) AS met_rows,
                       coalesce(bool_or(jsonb_exists(inputs, 'met')), false) AS meets,
                       coalesce(sum((inputs ->> :quantity_input)::numeric) FILTER (WHERE reason IS NULL), 0) AS quantity,
                       coalesce(sum((inputs ->> 'asked')::numeric) FILTER (WHERE reason IS NULL), 0) AS asked,
                       coalesce(sum((inputs ->> 'answered')::numeric) FILTER (WHERE reason IS NULL), 0) AS answered
                  FROM live
            ), strength AS (
                SELECT coalesce(jsonb_object_agg(strength, papers), '{}') AS strengths
                  FROM (SELECT paper ->> 'class' AS strength, count(*) AS papers FROM live CROSS JOIN LATERAL jsonb_array_elements(evidence) AS paper WHERE reason IS NULL GROUP BY 1) AS counted
            ), paper AS (
                SELECT coalesce(array_agg(DISTINCT fact.key ORDER BY fact.key), '{}') AS papers
                  FROM live
                 CROSS JOIN LATERAL jsonb_each(facts) AS fact
                 WHERE jsonb_typeof(fact.value) = 'object' AND coalesce(fact.value ->> 'state', '') <> ''
            ), more AS (
            %s
            )
            SELECT said.*, strength.strengths, paper.papers, more.*,
                   (SELECT count(*) FROM found WHERE reason IS NULL) AS found_counted, (SELECT count(*) FROM found WHERE reason IS NOT NULL) AS found_left_out,
                   leaf.*
              FROM said
             CROSS JOIN strength
             CROSS JOIN paper
             CROSS JOIN more
              LEFT JOIN leaf ON true
             ORDER BY leaf.reason IS NOT NULL, %s
            """;

    /**
     * @param rows a query that gives code, subject, number, both names, reason, inputs, facts and evidence
     * @param more a query over {@code live}, which gives one row
     */
    static <T extends Object> Read<T> read(JdbcClient db, String rows, Map<String, ?> parameters, String input, Ask ask, String more, More<T> reader) {
        var order = ask.named() ? "number COLLATE \"C\", subject" : "code COLLATE \"C\", subject";
        var all = new HashMap<String, Object>(parameters);
        all.putAll(Map.of("words", ask.words(), "named", ask.named(), "most", ask.most(), "skip", ask.skip(), "skip_left_out", ask.skipLeftOut(), "quantity_input", input));
        return db.sql(QUERY.formatted(rows, order, order, more, order.replace("number ", "leaf.number ").replace("code ", "leaf.code ").replace("subject", "leaf.subject"))).params(all)
                .query((ResultSet row) -> {
                    var found = new ArrayList<Row>();
                    @Nullable Totals totals = null;
                    @Nullable T told = null;
                    while (row.next()) {
                        if (totals == null) {
                            totals = totals(row);
                            told = reader.read(row);
                        }
                        if (row.getString("subject") != null) {
                            found.add(FigureRow.of(row, row.getString("code")));
                        }
                    }
                    return new Read<>(found, Objects.requireNonNull(totals), Objects.requireNonNull(told));
                });
    }

    private static Totals totals(ResultSet row) throws SQLException {
        var strengths = new HashMap<String, Long>();
        ((Json.Obj) Json.parse(row.getString("strengths"))).members().forEach((name, value) -> strengths.put(name, ((Json.Num) value).value().longValueExact()));
        return new Totals(row.getLong("counted_rows"), row.getLong("left_rows"), row.getLong("met_rows"), row.getBoolean("meets"), row.getBigDecimal("quantity"),
                Map.of("asked", row.getBigDecimal("asked"), "answered", row.getBigDecimal("answered")), strengths, Arrays.asList((String[]) row.getArray("papers").getArray()),
                row.getLong("found_counted"), row.getLong("found_left_out"));
    }
}
