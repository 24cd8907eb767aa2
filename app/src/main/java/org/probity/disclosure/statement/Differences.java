package org.probity.disclosure.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.probity.proof.Report.RowChange;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;

/** Which rows came, went or changed from one edition to the next. */
final class Differences {
    private Differences() {}

    static List<RowChange> between(FigureValue before, FigureValue after) {
        return between(Optional.of(before), after);
    }

    /** @param before absent for a figure that the edition before did not have */
    static List<RowChange> between(Optional<FigureValue> before, FigureValue after) {
        var old = before.map(Differences::byCode).orElseGet(TreeMap::new);
        var now = byCode(after);
        var codes = new TreeSet<>(old.keySet());
        codes.addAll(now.keySet());
        var changes = new ArrayList<RowChange>();
        for (var code : codes) {
            var was = Optional.ofNullable(old.get(code));
            var is = Optional.ofNullable(now.get(code));
            if (!is.map(Differences::counts).equals(was.map(Differences::counts))) {
                changes.add(new RowChange(code, was.map(Row::inputs), is.map(Row::inputs)));
            }
        }
        return changes;
    }

    /** What of a row makes the figure. */
    private static List<Object> counts(Row row) {
        return List.of(row.inputs(), Objects.requireNonNullElse(row.reason(), ""));
    }

    private static TreeMap<String, Row> byCode(FigureValue value) {
        var rows = new TreeMap<String, Row>();
        value.rows().forEach(row -> rows.put(row.code(), row));
        return rows;
    }
}
