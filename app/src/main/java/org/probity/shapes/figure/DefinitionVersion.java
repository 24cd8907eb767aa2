package org.probity.shapes.figure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.proof.Fold;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.Rounding;

/**
 * One version of what a figure means.
 *
 * @param keptAt when a value was first frozen under it; empty while none was
 */
public record DefinitionVersion(Figure figure, Wording wording, Optional<Instant> keptAt) {

    /**
     * What differs from the version before.
     *
     * @param part the ending of a wording's message key, or {@code rows-query}, {@code control-query}, {@code fold}, {@code rounding}
     */
    public record Change(String part, String before, String after) {}

    public List<Change> since(DefinitionVersion before) {
        var changes = new ArrayList<Change>();
        for (var part : Wording.PARTS) {
            add(changes, part, before.wording.words(part).json(), wording.words(part).json());
        }
        add(changes, "fold", before.figure.fold().json(), figure.fold().json());
        add(changes, "rounding", rounding(before.figure.rounding()), rounding(figure.rounding()));
        add(changes, "rows-query", query(before.figure.rowsSql()), query(figure.rowsSql()));
        add(changes, "control-query", query(before.figure.control().sql()), query(figure.control().sql()));
        return changes;
    }

    private static void add(List<Change> changes, String part, Json before, Json after) {
        if (!before.equals(after)) {
            changes.add(new Change(part, before.text(), after.text()));
        }
    }

    /** The same value would come out of it: what is computed is alike, however the query is laid out and commented. */
    boolean computesLike(DefinitionVersion other) {
        return fingerprint(figure).equals(fingerprint(other.figure));
    }

    /** Of what a figure computes; another version has another one. */
    static Hash fingerprint(Figure figure) {
        return Hash.sha256(computing(figure).canonical());
    }

    private static Json computing(Figure figure) {
        return Json.object("fold", figure.fold().json(), "rounding", rounding(figure.rounding()), "rows", bare(figure.rowsSql()), "control",
                bare(figure.control().sql()), "input", figure.control().input(), "unit", figure.unit());
    }

    private static String bare(String sql) {
        return sql.replaceAll("--[^\\n]*", " ").replaceAll("\\s+", " ").strip();
    }

    /** A query is named by its hash where people compare: they see that it is another, and find it in the package. */
    private static Json query(String sql) {
        return Json.object("sha256", Hash.sha256(sql.getBytes(StandardCharsets.UTF_8)).hex());
    }

    private static Json.Obj rounding(Rounding rounding) {
        var json = Json.object("factor", rounding.factor(), "mode", rounding.mode().name(), "places", rounding.places());
        return rounding.divisor() == 1 ? json : json.with("divisor", rounding.divisor());
    }

    Json.Obj json() {
        return Json.object("code", figure.code(), "control", Json.object("input", figure.control().input(), "sql", figure.control().sql(), "unit", figure.control().unit()),
                "fold", figure.fold().json(), "inForceSince", figure.inForceSince().toString(), "key", figure.key(), "level", figure.level().name(),
                "messages", figure.messages(), "rounding", rounding(figure.rounding()), "rowCode", figure.rowCode(), "rowsSql", figure.rowsSql(),
                "unit", figure.unit(), "version", figure.version(), "words", wording.json());
    }

    static DefinitionVersion from(Json.Obj json, Instant keptAt) {
        var rounding = object(json, "rounding");
        var control = object(json, "control");
        return new DefinitionVersion(new Figure(text(json, "key"), text(json, "code"), number(json, "version"), LocalDate.parse(text(json, "inForceSince")),
                Fold.from(json.get("fold").orElseThrow()),
                new Rounding(number(rounding, "factor"), rounding.get("divisor").isPresent() ? number(rounding, "divisor") : 1, number(rounding, "places"), Rounding.Mode.valueOf(text(rounding, "mode"))), text(json, "unit"),
                Figure.Level.valueOf(text(json, "level")), text(json, "rowCode"), text(json, "messages"), text(json, "rowsSql"),
                new Figure.Control(text(control, "input"), text(control, "unit"), text(control, "sql"))),
                Wording.from(object(json, "words")), Optional.of(keptAt));
    }

    static String text(Json.Obj json, String key) {
        return ((Json.Str) json.get(key).orElseThrow()).value();
    }

    private static int number(Json.Obj json, String key) {
        return ((Json.Num) json.get(key).orElseThrow()).value().intValueExact();
    }

    private static Json.Obj object(Json.Obj json, String key) {
        return (Json.Obj) json.get(key).orElseThrow();
    }
}
