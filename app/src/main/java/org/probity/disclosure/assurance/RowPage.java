package org.probity.disclosure.assurance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.disclosure.assurance.Finding.Outcome;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.FigureValue.Proof;
import org.probity.shapes.figure.FigureValue.Row;

/**
 * One row of a published figure with the evidence behind it; within a sample, also what was seen in it.
 *
 * @param sample the sample it is looked at in; absent when somebody only looks
 * @param assures whether the one who looks may say what they see
 * @param answers whether they may answer an exception for the company
 */
public record RowPage(
        Edition edition, FigureView view, Row row, List<Paper> papers, Optional<Sample> sample, Optional<Finding> finding, Map<UUID, String> names,
        boolean assures, boolean answers, String note, String words, List<Reason> reasons) implements Page {

    /** @param file the bytes that its entry in the log commits to, when they are kept here */
    public record Paper(Proof proof, Optional<Long> entry, Optional<Evidence.Item> file) {}

    /** Where the row's page stands, within its sample or on its own. */
    public String address() {
        return sample.map(it -> "/app/assurance/samples/" + it.id() + "/" + row.code()).orElseGet(this::own);
    }

    private String own() {
        return AssurancePage.address(edition, view.figure()) + "/rows/" + row.code();
    }

    public List<Link> crumbs(Screen s) {
        var crumbs = new ArrayList<>(List.of(new Link(s.t("assurance.title"), "/app/assurance"), new Link(view.title(s), AssurancePage.address(edition, view.figure()))));
        sample.ifPresent(it -> crumbs.add(new Link(s.t("assurance.sample"), "/app/assurance/samples/" + it.id())));
        return crumbs;
    }

    public State tag(Screen s) {
        return row.included() ? State.good(s.t("assurance.population.COUNTED")) : State.none(s.t("assurance.population.LEFT_OUT"));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("assurance.code"), row.code()));
        facts.add(new Fact(s.t("assurance.number"), row.number()));
        if (row.reason() != null) {
            facts.add(new Fact(s.t("assurance.left-out-because"), s.t(row.reason())));
        }
        new TreeMap<>(row.inputs().inputs()).forEach((name, value) -> facts.add(new Fact(view.input(s, name), s.number(value))));
        return facts;
    }

    public Table<Paper> table(Screen s) {
        return Table.of(s, papers)
                .caption(s.t("assurance.evidence"))
                .head("assurance.paper", it -> s.t(it.proof().kind()))
                .text("assurance.strength", it -> s.t("statement.strength." + it.proof().strength()))
                .number("assurance.log-entry", Paper::entry)
                .text("assurance.file", it -> it.file().map(file -> new Link(file.name(), own() + "/" + file.sha256())))
                .id("assurance.sha256", it -> it.file().map(file -> file.sha256().substring(0, 16) + " …").orElse(""));
    }

    public List<Option> outcomes(Screen s) {
        return Arrays.stream(Outcome.values()).map(it -> new Option(it.name(), s.t("assurance.finding." + it.name()))).toList();
    }

    public List<String> outcome() {
        return finding.map(it -> it.outcome().name()).stream().toList();
    }
}
