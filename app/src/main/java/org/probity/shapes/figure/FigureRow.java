package org.probity.shapes.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.proof.Facts;
import org.probity.proof.Json;
import org.probity.shapes.figure.FigureValue.Proof;
import org.probity.shapes.figure.FigureValue.Row;

/** A row of a figure as a query gives it, live or frozen. */
final class FigureRow {
    private FigureRow() {}

    static Row of(ResultSet row, String code) throws SQLException {
        var inputs = new TreeMap<String, BigDecimal>();
        object(row, "inputs").members().forEach((name, value) -> inputs.put(name, switch (value) {
            case Json.Num(var number) -> number;
            case Json.Str(var text) -> new BigDecimal(text);
            case Json.Bool _, Json.Null _, Json.Arr _, Json.Obj _ -> throw new IllegalStateException("input " + name + " is no number");
        }));
        var evidence = new ArrayList<Proof>();
        if (Json.parse(row.getString("evidence")) instanceof Json.Arr(var items)) {
            for (var item : items) {
                var proof = (Json.Obj) item;
                evidence.add(new Proof(text(proof, "kind"), text(proof, "class"), UUID.fromString(text(proof, "record"))));
            }
        }
        return new Row(code, row.getObject("subject", UUID.class), row.getString("number"), row.getString("name_en"),
                row.getString("name_zh"), row.getString("reason"), new Facts(inputs, List.of(), List.of()), object(row, "facts"), List.copyOf(evidence));
    }

    private static Json.Obj object(ResultSet row, String column) throws SQLException {
        return (Json.Obj) Json.parse(row.getString(column));
    }

    private static String text(Json.Obj object, String name) {
        return ((Json.Str) object.get(name).orElseThrow()).value();
    }
}
