package org.probity.disclosure.assurance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.disclosure.assurance.Conclusion.Depth;
import org.probity.disclosure.assurance.Sample.Population;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.disclosure.statement.Past;
import org.probity.disclosure.statement.Restated;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.proof.Report.RowChange;

/**
 * A published figure before an assurer: everything it was computed from, its proofs, the samples, and what follows from them.
 *
 * @param seed a public number that nobody could choose before the edition was published: the root of the first signed state that holds it
 * @param may what the one who looks may do
 */
public record AssuredFigurePage(
        Edition edition, FigureView view, Log.@Nullable Placed place, Optional<String> seed, String fingerprint, List<Past> history,
        List<Restated> restated, List<Drawn> samples, Optional<Conclusion> conclusion, Map<UUID, String> names, May may, Form form, List<Reason> reasons) implements Page {

    public enum May { LOOK, ASSURE, SHOW }

    /** A sample and how far it was looked at. */
    public record Drawn(Sample sample, int rows, int lookedAt, int exceptions, boolean closed) {}

    /** What was typed. */
    public record Form(String population, String method, String seed, String size, String materiality, String depth) {
        static final Form EMPTY = new Form("COUNTED", "SIMPLE", "", "", "", "");
    }

    public String address() {
        return AssurancePage.address(edition, view.figure());
    }

    public boolean assures() {
        return may == May.ASSURE;
    }

    public boolean mayShow() {
        return may == May.SHOW && conclusion.filter(it -> it.shownAt() == null).isPresent();
    }

    public String concluded(Screen s, Conclusion it) {
        return s.t("assurance.concluded-by", it.firm(), s.t("assurance.depth." + it.depth().name()), it.lookedAt(), it.exceptions());
    }

    public List<Fact> proof(Screen s) {
        return List.of(
                new Fact(s.t("assurance.published"), s.day(edition.publishedDay(s))),
                new Fact(s.t("assurance.known-at"), s.instant(view.value().knownAt())),
                new Fact(s.t("assurance.log-entry"), place == null ? s.t("assurance.log-yet") : s.number(place.index())),
                new Fact(s.t("assurance.signer"), out -> out.writeContent("<code>" + fingerprint + "</code>")));
    }

    public Table<Drawn> drawn(Screen s) {
        return Table.of(s, samples)
                .caption(s.t("assurance.samples"))
                .head("assurance.sample", it -> new Link(s.t("assurance.method." + it.sample().method().name()), "/app/assurance/samples/" + it.sample().id()))
                .text("assurance.from-rows", it -> s.t("assurance.population." + it.sample().population().name()))
                .id("assurance.seed", it -> it.sample().seed())
                .number("assurance.rows", it -> (long) it.rows())
                .number("assurance.looked-at", it -> (long) it.lookedAt())
                .number("assurance.exceptions", it -> (long) it.exceptions())
                .state("assurance.state", it -> it.closed() ? State.good(s.t("assurance.closed-state")) : State.warn(s.t("assurance.under-way")))
                .text("assurance.drawn", it -> names.getOrDefault(it.sample().drawnBy(), "–") + " · " + s.instant(it.sample().drawnAt()));
    }

    public Table<Past> past(Screen s) {
        return Table.of(s, history)
                .caption(s.t("assurance.history"))
                .head("assurance.edition", it -> new Link(s.t("assurance.year-no", String.valueOf(it.edition().year()), it.edition().no()),
                        AssurancePage.address(it.edition(), it.said().figure())))
                .number("assurance.value", it -> it.said().shown())
                .state("assurance.state", it -> it.replaced() ? State.warn(s.t("assurance.replaced")) : State.good(s.t("assurance.stands")))
                .day("assurance.published", it -> it.edition().publishedDay(s))
                .why("assurance.why", it -> it.edition().reason(s.lang()));
    }

    public Table<RowChange> changes(Screen s, Restated by) {
        return Table.of(s, by.rows())
                .caption(s.t("assurance.changed-rows", by.by().no()), by.by().reason(s.lang()))
                .head("assurance.code", RowChange::code)
                .text("assurance.before", it -> it.before().map(facts -> inputs(s, facts)))
                .text("assurance.after", it -> it.after().map(facts -> inputs(s, facts)));
    }

    private String inputs(Screen s, org.probity.proof.Facts facts) {
        return new TreeMap<>(facts.inputs()).entrySet().stream().map(it -> view.input(s, it.getKey()) + " " + s.number(it.getValue()))
                .collect(Collectors.joining(" · "));
    }

    public List<Option> populations(Screen s) {
        return Arrays.stream(Population.values()).map(it -> new Option(it.name(), s.t("assurance.population." + it.name()))).toList();
    }

    public List<Option> methods(Screen s) {
        return Arrays.stream(Draw.Method.values())
                .map(it -> new Option(it.name(), s.t("assurance.method." + it.name()), s.t("assurance.method-hint." + it.name()))).toList();
    }

    public List<Option> depths(Screen s) {
        return Arrays.stream(Depth.values()).map(it -> new Option(it.name(), s.t("assurance.depth." + it.name()))).toList();
    }
}
