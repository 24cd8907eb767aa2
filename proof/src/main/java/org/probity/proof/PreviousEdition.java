package org.probity.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a report says about the edition before it, and what that edition said of itself in the log. */
record PreviousEdition(long index, Commitment.Opening publication, Published published, boolean ofWordsAlone, List<Change> differences,
        List<ReportWords.Change> words) {

    /** The content of a publication's entry. */
    record Published(String key, int edition, Map<String, FigureHeader.Value> figures, Hash report) {

        static Published from(Json json) {
            Fields fields = Fields.of(json, "publication");
            Map<String, FigureHeader.Value> figures = new TreeMap<>();
            for (Json item : fields.list("figures")) {
                Fields one = Fields.of(item, "figures");
                if (figures.put(one.text("key"), FigureHeader.Value.from(one)) != null) {
                    throw fields.wrong("figures", "holds a key twice");
                }
                one.noOthers();
            }
            Published published = new Published(fields.text("key"), (int) Math.min(fields.whole("edition"), Integer.MAX_VALUE), figures,
                    fields.hash("report"));
            fields.noOthers();
            return published;
        }
    }

    record Change(String figure, Optional<FigureHeader.Value> before, Optional<FigureHeader.Value> after, Map<String, Long> counts,
            List<ChangedRow> rows) {}

    /** @param after what the fold reads of the row now, as JSON; empty for a removed row */
    record ChangedRow(String code, String change, Optional<Json> after) {}

    static Json json(Report.Previous previous, Map<String, FigureHeader.Value> now, boolean withWords) {
        Published before = Published.from(previous.publication().content());
        List<Json> differences = new ArrayList<>();
        for (Report.Difference difference : previous.differences()) {
            Map<String, Long> counts = new TreeMap<>(Map.of("added", 0L, "changed", 0L, "removed", 0L));
            difference.rows().forEach(row -> counts.merge(row.word(), 1L, Long::sum));
            differences.add(Json.object("added", counts.get("added"),
                    "after", Optional.ofNullable(now.get(difference.figure())).map(FigureHeader.Value::json),
                    "before", Optional.ofNullable(before.figures.get(difference.figure())).map(FigureHeader.Value::json),
                    "changed", counts.get("changed"), "figure", difference.figure(), "removed", counts.get("removed"),
                    "rows", difference.rows().stream().map(Report.RowChange::json).toList()));
        }
        Json.Obj json = Json.object("content", previous.publication().content(), "difference", differences, "edition", before.edition,
                "index", previous.index(),
                "reason", Json.object("en", previous.reason().en(), "kind", previous.cause().word, "zh", previous.reason().zh()),
                "salt", previous.publication().salt());
        return withWords ? json.with("words", previous.words().stream().map(ReportWords.Change::json).toList()) : json;
    }

    /** @param withWords whether the package has a place for words */
    static PreviousEdition from(Json json, boolean withWords) {
        Fields fields = Fields.of(json, "previous");
        Fields reason = fields.object("reason");
        reason.text("en");
        reason.text("zh");
        String kind = reason.text("kind");
        if (Arrays.stream(Report.Cause.values()).noneMatch(cause -> cause.word.equals(kind) && (withWords || cause != Report.Cause.WORDS))) {
            throw reason.wrong("kind", "is no cause known here");
        }
        reason.noOthers();
        List<Change> changes = new ArrayList<>();
        for (Json item : fields.list("difference")) {
            Fields one = Fields.of(item, "difference");
            List<ChangedRow> rows = new ArrayList<>();
            Map<String, Long> found = new TreeMap<>(Map.of("added", 0L, "changed", 0L, "removed", 0L));
            for (Json row : one.list("rows")) {
                Fields changed = Fields.of(row, "rows");
                ChangedRow line = new ChangedRow(changed.text("code"), changed.text("change"),
                        changed.has("after") ? Optional.of(facts(changed.object("after"))) : Optional.empty());
                boolean before = changed.has("before");
                if (before) {
                    facts(changed.object("before"));
                }
                changed.noOthers();
                String word = !before ? "added" : line.after.isEmpty() ? "removed" : "changed";
                if (!line.change.equals(word) || !before && line.after.isEmpty()) {
                    throw changed.wrong("change", "does not fit before and after");
                }
                found.merge(word, 1L, Long::sum);
                rows.add(line);
            }
            Map<String, Long> counts = new TreeMap<>();
            for (String word : found.keySet()) {
                counts.put(word, one.whole(word));
            }
            if (!counts.equals(found)) {
                throw one.wrong("rows", "are not as many as counted");
            }
            changes.add(new Change(one.text("figure"), value(one, "before"), value(one, "after"), counts, rows));
            one.noOthers();
        }
        Commitment.Opening opening = new Commitment.Opening(fields.text("salt"), fields.any("content"));
        List<ReportWords.Change> words = withWords ? fields.list("words").stream().map(ReportWords.Change::from).toList() : List.of();
        PreviousEdition previous = new PreviousEdition(fields.whole("index"), opening, Published.from(opening.content()), kind.equals(Report.Cause.WORDS.word),
                changes, words);
        if (fields.whole("edition") != previous.published.edition) {
            throw fields.wrong("edition", "is not the published one");
        }
        fields.noOthers();
        return previous;
    }

    private static Json facts(Fields fields) {
        Facts.from(fields);
        fields.noOthers();
        return fields.json();
    }

    private static Optional<FigureHeader.Value> value(Fields fields, String key) {
        if (fields.any(key) instanceof Json.Null) {
            return Optional.empty();
        }
        Fields value = fields.object(key);
        FigureHeader.Value read = FigureHeader.Value.from(value);
        value.noOthers();
        return Optional.of(read);
    }
}
