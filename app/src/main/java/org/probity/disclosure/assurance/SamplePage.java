package org.probity.disclosure.assurance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.figure.FigureValue.Row;

/**
 * A sample: how it was drawn, so that anybody can draw it again, and what was seen in each row. Made to be printed.
 *
 * @param rows in the order drawn
 * @param entry the result's place in the log
 */
public record SamplePage(
        Edition edition, FigureView view, Sample sample, List<Row> rows, Map<String, Finding> findings, Optional<Assurance.Result> result,
        Optional<Long> entry, Map<UUID, String> names, boolean assures, List<Reason> reasons) implements Page {

    public String address() {
        return "/app/assurance/samples/" + sample.id();
    }

    public long exceptions() {
        return findings.values().stream().filter(Finding::exception).count();
    }

    public boolean mayClose() {
        return assures && result.isEmpty() && findings.size() == rows.size();
    }

    public List<Fact> facts(Screen s) {
        return List.of(
                new Fact(s.t("assurance.from-rows"), s.t("assurance.population." + sample.population().name())),
                new Fact(s.t("assurance.how"), s.t("assurance.method." + sample.method().name())),
                new Fact(s.t("assurance.seed"), sample.seed()),
                new Fact(s.t("assurance.asked-for"), s.number((long) sample.size())),
                new Fact(s.t("assurance.drawn"), names.getOrDefault(sample.drawnBy(), "–") + " · " + s.instant(sample.drawnAt())));
    }

    /** The last of the three steps, which is the one that differs. */
    public String lastStep(Screen s) {
        return s.t("assurance.again-3." + sample.method().name(), sample.size());
    }

    public List<Fact> outcome(Screen s) {
        return List.of(
                new Fact(s.t("assurance.rows"), s.number((long) rows.size())),
                new Fact(s.t("assurance.looked-at"), s.number((long) findings.size())),
                new Fact(s.t("assurance.exceptions"), s.number(exceptions())),
                new Fact(s.t("assurance.closed-state"), result.map(it -> names.getOrDefault(it.closedBy(), "–") + " · " + s.instant(it.closedAt())).orElse("–")),
                new Fact(s.t("assurance.log-entry"), entry.map(s::number).orElse(result.isPresent() ? s.t("assurance.log-yet") : "–")));
    }

    public Table<Row> table(Screen s) {
        return Table.of(s, rows)
                .caption(s.t("assurance.drawn-rows"))
                .head("assurance.code", row -> new Link(row.code(), address() + "/" + row.code()))
                .text("assurance.row", row -> row.name(s.lang()))
                .id("assurance.hash", row -> Draw.hash(sample.seed(), row.code()).substring(0, 12) + " …")
                .number("assurance.evidence", row -> (long) row.evidence().size())
                .state("assurance.seen", row -> state(s, findings.get(row.code())))
                .why("assurance.note", row -> Optional.ofNullable(findings.get(row.code())).map(Finding::note).orElse(""))
                .why("assurance.reply", row -> Optional.ofNullable(findings.get(row.code())).map(Finding::reply).orElse(""));
    }

    public static State state(Screen s, @org.jspecify.annotations.Nullable Finding finding) {
        return finding == null ? State.none(s.t("assurance.to-look-at")) : switch (finding.outcome()) {
            case AGREES -> State.good(s.t("assurance.finding.AGREES"));
            case EXCEPTION -> State.bad(s.t("assurance.finding.EXCEPTION"));
        };
    }
}
