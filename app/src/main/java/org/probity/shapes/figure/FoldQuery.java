package org.probity.shapes.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.probity.proof.Fold;
import org.probity.proof.Fraction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fold that PostgreSQL computes where the rows lie, in the exact arithmetic of {@code numeric}: over a hundred thousand rows one line crosses
 * the wire. Says the same as {@link Fold#tally()} row by row, and refuses what that refuses; a test holds them together.
 */
final class FoldQuery {
    /** @param controlled the sum of the control's input over all rows, counted or left out */
    record Folded(long included, long leftOut, long met, BigDecimal controlled, Optional<Fraction> exact) {}

    /** One sum over another; division comes last. */
    private record Quotient(String over, String under) {}

    private final Figure figure;
    private final Map<String, Object> parameters;
    /** The column in which each input stands. */
    private final TreeMap<String, String> columns = new TreeMap<>();

    /** @param parameters of the rows' query */
    FoldQuery(Figure figure, Map<String, ?> parameters) {
        this.figure = figure;
        this.parameters = new HashMap<>(parameters);
        var inputs = new TreeSet<>(figure.fold().inputs());
        inputs.addAll(List.of("met", figure.control().input()));
        for (var input : inputs) {
            var column = "input_" + columns.size();
            columns.put(input, column);
            this.parameters.put("name_of_" + column, input);
        }
    }

    /** @param rows a query that has at least {@code reason} and {@code inputs} */
    Folded over(String rows, JdbcClient db) {
        return db.sql(select(rows)).params(parameters).query((row, n) -> folded(row)).single();
    }

    Map<String, ?> parameters() {
        return parameters;
    }

    /** The fold as a query, for whoever asks more of the same rows. */
    String select(String rows) {
        var quotient = quotient(figure.fold());
        // OFFSET 0 keeps the planner from computing a row's inputs again at each place that reads them.
        return """
                SELECT count(*) FILTER (WHERE counted)              AS included,
                       count(*) FILTER (WHERE NOT counted)          AS left_out,
                       count(*) FILTER (WHERE counted AND %s > 0)   AS met,
                       coalesce(sum(%s), 0)                         AS controlled,
                       count(*) FILTER (WHERE counted AND NOT (%s)) AS unfit,
                       %s                                           AS over,
                       %s                                           AS under
                  FROM (SELECT reason IS NULL AS counted, %s
                          FROM (SELECT reason, inputs::jsonb AS inputs
                                  FROM (
                %s
                                       ) AS query
                                OFFSET 0) AS row
                        OFFSET 0) AS row
                """.formatted(column("met"), column(figure.control().input()), fit(), quotient.over(), quotient.under(),
                        columns.values().stream().map("(inputs ->> :name_of_%1$s)::numeric AS %1$s"::formatted).collect(Collectors.joining(", ")), rows);
    }

    Folded folded(ResultSet row) throws SQLException {
        if (row.getLong("unfit") > 0) {
            throw new IllegalStateException(row.getLong("unfit") + " rows of " + figure.key() + " lack an input, or have a yes-or-no input that is neither");
        }
        return new Folded(row.getLong("included"), row.getLong("left_out"), row.getLong("met"), row.getBigDecimal("controlled"),
                exact(Optional.ofNullable(row.getBigDecimal("over")), Optional.ofNullable(row.getBigDecimal("under"))));
    }

    private static Optional<Fraction> exact(Optional<BigDecimal> over, Optional<BigDecimal> under) {
        return over.flatMap(top -> under.filter(it -> it.signum() != 0).map(bottom -> {
            var places = Math.max(0, Math.max(top.scale(), bottom.scale()));
            return new Fraction(top.movePointRight(places).toBigIntegerExact(), bottom.movePointRight(places).toBigIntegerExact());
        }));
    }

    private Quotient quotient(Fold fold) {
        return switch (fold) {
            case Fold.Count() -> new Quotient("count(*) FILTER (WHERE counted)", "1");
            case Fold.Sum(var input) -> new Quotient("coalesce(" + sum(input) + ", 0)", "1");
            case Fold.RatioOfSums(var over, var under) -> new Quotient(sum(over), sum(under));
            case Fold.Share(var met) -> new Quotient(sum(met), "count(*) FILTER (WHERE counted)");
            case Fold.Mean(var input) -> new Quotient(sum(input), "count(*) FILTER (WHERE counted)");
            // The lower of the two middle values and the upper one, which are the same when the number of rows is odd.
            case Fold.Median(var input) -> new Quotient(middle(input, "ASC") + " + " + middle(input, "DESC"), "2");
            // The rows of a query bring no days on which anything was owed.
            case Fold.MinOverDays _ -> new Quotient("NULL::numeric", "NULL::numeric");
            case Fold.GatesThenWeights(var gates, var weights) -> scores(gates, weights);
            // Whether the parts are right is looked at where they are folded row by row.
            case Fold.Split split -> new Quotient("coalesce(" + sum(split.part()) + ", 0)", "1");
        };
    }

    private Quotient scores(SortedSet<String> gates, Map<String, BigDecimal> weights) {
        var marks = new ArrayList<String>();
        weights.forEach((input, weight) -> {
            parameters.put("weight_of_" + column(input), weight);
            marks.add("CAST(:weight_of_%1$s AS numeric) * %1$s".formatted(column(input)));
        });
        parameters.put("weights", weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        var open = gates.stream().map(gate -> column(gate) + " <> 0").collect(Collectors.joining(" AND "));
        return new Quotient("coalesce(sum(%s) FILTER (WHERE %s), 0)".formatted(String.join(" + ", marks), open.isEmpty() ? "counted" : "counted AND " + open),
                "CAST(:weights AS numeric) * count(*) FILTER (WHERE counted)");
    }

    /** What a row must have to be counted at all. */
    private String fit() {
        var flags = switch (figure.fold()) {
            case Fold.Share(var met) -> new TreeSet<>(List.of(met));
            case Fold.GatesThenWeights(var gates, var _) -> gates;
            case Fold.Count _, Fold.Sum _, Fold.RatioOfSums _, Fold.Mean _, Fold.Median _, Fold.MinOverDays _, Fold.Split _ -> new TreeSet<String>();
        };
        return figure.fold().inputs().stream()
                .map(input -> flags.contains(input) ? "coalesce(" + column(input) + " IN (0, 1), false)" : column(input) + " IS NOT NULL")
                .collect(Collectors.collectingAndThen(Collectors.joining(" AND "), all -> all.isEmpty() ? "true" : all));
    }

    private String sum(String input) {
        return "sum(" + column(input) + ") FILTER (WHERE counted)";
    }

    private String middle(String input, String direction) {
        return "percentile_disc(0.5) WITHIN GROUP (ORDER BY " + column(input) + " " + direction + ") FILTER (WHERE counted)";
    }

    private String column(String input) {
        return Objects.requireNonNull(columns.get(input));
    }
}
