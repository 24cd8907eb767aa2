package org.probity.proof;

import static org.probity.proof.Checks.failed;
import static org.probity.proof.Checks.must;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** PACKAGE.md, "figures/KEY.json", "Folds" and "figures/KEY.rows.jsonl": every figure recomputed from its rows. */
final class CheckedFigures {

    private final Checks checks;
    private final CheckedFiles files;
    private final Map<String, FigureHeader> headers = new LinkedHashMap<>();
    private final Map<String, Map<String, Json>> rowsByCode = new HashMap<>();
    private final Map<String, Hash> hidden = new HashMap<>();
    private final Map<String, Row.Evidence> evidence = new TreeMap<>();

    CheckedFigures(Checks checks, CheckedFiles files) {
        this.checks = checks;
        this.files = files;
    }

    Map<String, FigureHeader> headers() {
        return headers;
    }

    /** Figure to code to what the fold reads, as far as details are shown. */
    Map<String, Map<String, Json>> rowsByCode() {
        return rowsByCode;
    }

    /** Figure and row number to the commitment that hides who it is. */
    Map<String, Hash> hidden() {
        return hidden;
    }

    /** What rows whose details are shown cite, each entry and position once. */
    Map<String, Row.Evidence> evidence() {
        return evidence;
    }

    Map<String, FigureHeader.Value> values() {
        Map<String, FigureHeader.Value> values = new TreeMap<>();
        headers.forEach((key, header) -> values.put(key, header.value()));
        return values;
    }

    void figure(String key) {
        String path = "figures/" + key + ".json";
        String rowsPath = "figures/" + key + ".rows.jsonl";
        FigureHeader header = FigureHeader.from(Json.parseCanonical(files.file(path)));
        headers.put(key, header);
        must(header.key().equals(key), "shape", path, "is the header of " + header.key());
        if (header.definition().fold() instanceof Fold.MinOverDays(var from, var to)) {
            must(new Period(from, to).equals(header.period()), "figure.period", path, "the fold runs over other days than the period");
        }
        FigureHeader.Adding adding = new FigureHeader.Adding(header.definition().fold());
        Map<String, Json> codes = new HashMap<>();
        long[] withoutDetail = new long[1];
        try {
            Lines.each(files.file(rowsPath), (json, number) -> {
                Row.Line line = Row.Line.from(json);
                adding.add(line.shown(), line.leaf());
                if (line.detail().isEmpty()) {
                    withoutDetail[0]++;
                    return;
                }
                Commitment.Opening opening = line.detail().get();
                if (!Commitment.of(Commitment.ROW, opening).equals(line.shown().detail())) {
                    throw failed("row.detail", rowsPath, number, "the row's details are not those it committed to");
                }
                Row.Detail detail = Row.Detail.from(opening.content());
                adding.add(line.shown(), detail);
                if (codes.put(detail.code(), line.shown().facts().addTo(Json.object())) != null) {
                    throw failed("row.code", rowsPath, number, "a second row with the code " + detail.code());
                }
                detail.hidden().ifPresent(hash -> hidden.put(key + " " + number, hash));
                detail.evidence().forEach(item -> {
                    evidence.putIfAbsent(item.index() + " " + item.position(), item);
                });
            });
        } catch (Lines.AtLine atLine) {
            throw failed(Checks.code(atLine.malformed), rowsPath, atLine.number, String.valueOf(atLine.malformed.getMessage()));
        }
        rowsByCode.put(key, codes);
        FigureHeader.Rows found = adding.rows();
        checks.count("rows", found.size());
        checks.count("row details", found.size() - withoutDetail[0]);
        must(found.root().equals(header.rows().root()), "figure.root", rowsPath, "the rows' tree has the root " + found.root() + ", the header says "
                + header.rows().root());
        must(found.size() == header.rows().size() && found.included() == header.rows().included(), "figure.rows", path,
                "counted " + found.included() + " of " + found.size() + ", the header says " + header.rows().included() + " of " + header.rows().size());
        must(found.excluded().equals(header.rows().excluded()), "figure.excluded", path, "excluded rows by reason are not those in the header");
        Fold.Result result = adding.result();
        FigureHeader.Value value = FigureHeader.Value.of(result.value(), header.definition().rounding());
        must(value.exact().equals(header.value().exact()), "figure.value", path,
                "recomputed " + value.exact().orElse("no value") + ", the header says " + header.value().exact().orElse("no value"));
        must(value.shown().equals(header.value().shown()), "figure.shown", path,
                "recomputed " + value.shown().orElse("no value") + ", the header shows " + header.value().shown().orElse("no value"));
        must(result.worstDay().equals(header.worstDay()), "figure.worst-day", path, "the worst day is another one");
        for (Control.Stated stated : header.controls()) {
            var counted = adding.counted(stated.control());
            must(counted.compareTo(stated.counted()) == 0 && counted.subtract(stated.control().expected()).compareTo(stated.difference()) == 0,
                    "figure.control", path, "control total: counted " + counted.toPlainString() + ", stated " + stated.counted().toPlainString()
                            + " with a difference of " + stated.difference().toPlainString());
            Optional<Words> accepted = stated.control().accepted();
            must(accepted.isEmpty() || stated.difference().signum() != 0, "figure.control", path, "a difference was accepted, and there is none");
            if (stated.difference().signum() != 0) {
                checks.remark("control.difference", key + ": " + stated.difference().toPlainString()
                        + accepted.map(words -> " (" + words.en() + " / " + words.zh() + ")").orElse(""));
            }
        }
        checks.count("controls", header.controls().size());
        if (withoutDetail[0] == 0) {
            must(adding.evidence().equals(header.evidence()), "figure.evidence", path, "the mix of evidence is not the one in the header");
        } else {
            checks.remark("rows.withheld", key + ": " + withoutDetail[0]);
        }
        if (header.controls().isEmpty()) {
            checks.remark("control.none", key);
        }
        checks.count("figures", 1);
    }
}
