package org.probity.proof;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code figures/<key>.json}: the number, what it means, and what its rows add up to. */
record FigureHeader(String key, Words name, Definition definition, Period period, Words boundary, Instant knownAt, Value value,
        Optional<LocalDate> worstDay, List<Control.Stated> controls, Rows rows, Map<String, Long> evidence) {

    /** A value as published. Both are empty when there was nothing to divide by. */
    record Value(Optional<String> exact, Optional<String> shown) {

        static Value of(Optional<Fraction> fraction, Rounding rounding) {
            return new Value(fraction.map(Fraction::toString), fraction.map(rounding::show));
        }

        static Value from(Fields fields) {
            Value value = new Value(textOrNull(fields, "exact"), textOrNull(fields, "shown"));
            if (value.exact.isPresent()) {
                Fraction.parse(value.exact.get());
            }
            return value;
        }

        private static Optional<String> textOrNull(Fields fields, String key) {
            return fields.any(key) instanceof Json.Null ? Optional.empty() : Optional.of(fields.text(key));
        }

        Json.Obj json() {
            return Json.object("exact", exact, "shown", shown);
        }
    }

    record Excluded(Row.Reason reason, long count) {
        Json.Obj json() {
            return Json.object("count", count, "reason", reason.json());
        }
    }

    record Rows(long size, long included, List<Excluded> excluded, Hash root) {}

    /** Adds rows up for the header, once while it is made and once while it is checked. */
    static final class Adding {
        private final Fold.Tally tally;
        private final MerkleTree.Growing tree = new MerkleTree.Growing();
        private final TreeMap<String, Row.Reason> reasons = new TreeMap<>();
        private final TreeMap<String, Long> excluded = new TreeMap<>();
        private final TreeMap<String, Long> evidence = new TreeMap<>();
        private final TreeMap<String, BigDecimal> sums = new TreeMap<>();
        private long included;

        Adding(Fold fold) {
            tally = fold.tally();
        }

        void add(Row.Shown row, Hash leaf) {
            tree.add(leaf);
            if (row.excluded().isPresent()) {
                Row.Reason reason = row.excluded().get();
                Row.Reason before = reasons.putIfAbsent(reason.rule(), reason);
                if (before != null && !before.equals(reason)) {
                    throw new Malformed("shape", "two wordings of the rule " + reason.rule());
                }
                excluded.merge(reason.rule(), 1L, Long::sum);
                return;
            }
            included++;
            tally.add(row.facts());
            row.facts().inputs().forEach((name, value) -> sums.merge(name, value, BigDecimal::add));
        }

        /** Evidence of included rows only: the mix says what the number rests on. */
        void add(Row.Shown row, Row.Detail detail) {
            if (row.excluded().isEmpty()) {
                detail.evidence().forEach(item -> evidence.merge(item.source().word, 1L, Long::sum));
            }
        }

        Fold.Result result() {
            return tally.result();
        }

        Rows rows() {
            return new Rows(tree.size(), included,
                    excluded.entrySet().stream().map(rule -> new Excluded(reasons.get(rule.getKey()), rule.getValue())).toList(), tree.root());
        }

        Map<String, Long> evidence() {
            return evidence;
        }

        BigDecimal counted(Control control) {
            return switch (control.counts()) {
                case ROWS -> BigDecimal.valueOf(tree.size());
                case INCLUDED -> BigDecimal.valueOf(included);
                case SUM -> sums.getOrDefault(control.input().orElseThrow(), BigDecimal.ZERO);
            };
        }
    }

    Json.Obj json() {
        Json.Obj json = Json.object("boundary", boundary.json(),
                "control", controls.stream().map(stated -> stated.control().json(stated.counted())).toList(),
                "definition", definition.json(), "evidence", evidence, "exact", value.exact(), "key", key, "knownAt", knownAt,
                "name", name.json(), "period", period.json(),
                "rows", Json.object("excluded", rows.excluded.stream().map(Excluded::json).toList(), "included", rows.included,
                        "root", rows.root, "size", rows.size),
                "shown", value.shown());
        return worstDay.isEmpty() ? json : json.with("worstDay", worstDay.get());
    }

    static FigureHeader from(Json json) {
        Fields fields = Fields.of(json, "figure");
        List<Control.Stated> controls = new ArrayList<>();
        fields.list("control").forEach(item -> controls.add(Control.Stated.from(item)));
        Fields rows = fields.object("rows");
        List<Excluded> excluded = new ArrayList<>();
        for (Json item : rows.list("excluded")) {
            Fields one = Fields.of(item, "excluded");
            excluded.add(new Excluded(Row.Reason.from(one.object("reason")), one.whole("count")));
            one.noOthers();
        }
        Map<String, Long> evidence = new TreeMap<>();
        Fields mix = fields.object("evidence");
        for (String source : mix.members().keySet()) {
            evidence.put(source, mix.whole(source));
        }
        FigureHeader header = new FigureHeader(fields.text("key"), fields.words("name"),
                Definition.from(fields.object("definition")), Period.from(fields.object("period")), fields.words("boundary"),
                fields.instant("knownAt"), Value.from(fields), fields.has("worstDay") ? Optional.of(fields.day("worstDay")) : Optional.empty(),
                controls, new Rows(rows.whole("size"), rows.whole("included"), excluded, rows.hash("root")), evidence);
        rows.noOthers();
        fields.noOthers();
        return header;
    }
}
