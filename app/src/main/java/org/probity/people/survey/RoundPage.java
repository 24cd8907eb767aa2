package org.probity.people.survey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.survey.Pack.Dimension;
import org.probity.reckon.Alpha;
import org.probity.reckon.Difference.Verdict;

/** A round: while it is open how many answered; when it was counted what there was; when it was released what it says, what is closed, and why. */
public record RoundPage(
        Survey survey, List<Counting.Rate> rates, Counting.@Nullable Closing closing, Told told, String under, Map<String, Results.Unit> units, boolean asks, boolean releases, LocalDate today, List<Reason> reasons)
        implements Page {
    private static final int NEAR = 10;
    private static final int DEPTHS = 4;
    private static final String ALL = CellName.ALL;

    /** A group that is not shown by itself. @param sentence the sum that would have told, if that is why */
    public record Closed(String part, String shown, String why, String sentence) {}

    /**
     * What is told of a released round.
     *
     * @param everybody with every dimension and item
     * @param lines every group that is shown; those of this page with every dimension
     * @param since what is clear of everybody since the round before, by scale
     * @param apart what is clear of each group against all the others
     */
    public record Told(
            Results.@Nullable Line everybody, List<Results.Line> lines, @Nullable Survey before, Results.@Nullable Line everybodyBefore, Map<String, Verdict> since, Map<UUID, Verdict> apart, Map<String, Alpha> alphas,
            int asked, Map<String, Results.Doubt> doubts, List<Results.Driver> drivers, Results.Response response, List<Closed> closed, List<Releasing.Refused> refused, Map<String, List<String>> remarks, int target) {
        static final Told NONE = new Told(null, List.of(), null, null, Map.of(), Map.of(), Map.of(), 0, Map.of(), List.of(), Results.Response.NONE, List.of(), List.of(), Map.of(), 0);

        /** Reads what the page shows: of a thousand groups their scores, and dimensions of those below one unit. */
        static Told of(Results results, Survey survey, String under, @Nullable Survey before, List<Releasing.Merged> merged, List<Releasing.Refused> refused, Map<String, List<String>> remarks, int target) {
            var lines = results.lines(survey.id());
            var everybody = results.everybody(survey.id()).orElseThrow();
            var old = before == null ? Optional.<Results.Line>empty() : results.everybody(before.id());
            var alphas = new HashMap<String, Alpha>();
            survey.asked().dimensions().forEach(it -> results.alpha(it, everybody).ifPresent(alpha -> alphas.put(it.code(), alpha)));
            var doubts = new HashMap<String, Results.Doubt>();
            everybody.samples().keySet().forEach(it -> doubts.put(it, everybody.doubt(it, survey.invited())));
            var units = units(lines);
            var here = units.contains(under) ? under : ALL;
            var seen = lines.stream().filter(it -> at(it.name(), here, units)).toList();
            var whole = results.byDimension(survey, seen).stream().collect(Collectors.toMap(Results.Line::cell, it -> it));
            return new Told(everybody, lines.stream().map(it -> whole.getOrDefault(it.cell(), it)).toList(), before, old.orElse(null),
                    before == null || old.isEmpty() ? Map.of() : results.since(survey, everybody, before, old.get()), results.apart(lines, Results.ALL), alphas, survey.invited(), doubts, results.drivers(everybody.cell()), results.response(survey, everybody, seen),
                    merged.stream().map(it -> new Closed(it.part(), it.shown(), it.why(), it.because())).toList(), refused, remarks, target);
        }

        Results.Line all() {
            var all = everybody;
            if (all == null) {
                throw new IllegalStateException("a round that was released tells of everybody");
            }
            return all;
        }
    }

    /** Names of the groups that are units and are shown. */
    private static Set<String> units(List<Results.Line> lines) {
        return lines.stream().filter(it -> it.called().ofUnits()).map(Results.Line::name).collect(Collectors.toSet());
    }

    /** Whether a group belongs on the page of a unit: it is the unit or lies next below it, whatever the traits. */
    private static boolean at(String name, String here, Set<String> units) {
        var unit = CellName.unitOf(name);
        return unit.equals(here) || !unit.equals(ALL) && above(unit, units).equals(here);
    }

    /** One line of the map of units or of traits: a group that is shown, or one that is closed. */
    private record Row(String name, Results.@Nullable Line line, @Nullable Closed closed) {}

    public RoundPage {
        rates = List.copyOf(rates);
    }

    public boolean released() {
        return !told.lines().isEmpty();
    }

    public State state(Screen s) {
        return SurveysPage.state(s, survey, today).asTag();
    }

    public Optional<Counting.Closing> counted() {
        return Optional.ofNullable(closing);
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("survey.kind"), s.t("survey.kind." + survey.kind())));
        var unit = survey.unit();
        facts.add(new Fact(s.t("survey.whom"), unit == null ? s.t("survey.everybody") : CellName.unit(unit, s.lang(), units)));
        facts.add(new Fact(s.t("survey.days"), s.t("survey.from-to", survey.firstDay(), survey.lastDay())));
        facts.add(new Fact(s.t("survey.asked"), s.number(survey.invited())));
        facts.add(new Fact(s.t("survey.items"), s.number(survey.items().size())));
        facts.add(new Fact(s.t("survey.least"), s.t("survey.least-of", survey.least(), survey.commentLeast())));
        return facts;
    }

    public List<Fact> count(Screen s) {
        return counted().map(it -> List.of(new Fact(s.t("survey.tokens"), s.number(it.tokens())), new Fact(s.t("survey.slips-printed"), s.number(it.slips())),
                new Fact(s.t("survey.ballots"), s.number(it.ballots())), new Fact(s.t("survey.by-slip"), s.number(it.bySlip())), new Fact(s.t("survey.root"), it.root()))).orElse(List.of());
    }

    public Table<Counting.Rate> rateTable(Screen s) {
        return Table.of(s, rates)
                .caption(s.t("survey.rate"))
                .head("survey.unit", it -> it.unit().isEmpty() ? s.t("survey.everybody") : CellName.unit(it.unit(), s.lang(), units))
                .number("survey.asked", Counting.Rate::people)
                .text("survey.answered", it -> s.t("survey.about-percent", it.percent()));
    }

    private static String alpha(Alpha it) {
        return "%.2f (%.2f – %.2f)".formatted(it.value(), it.low(), it.high());
    }

    /** @param score beside the target: met, near it, or not */
    static State marked(Results.Score score, int target) {
        return score.high() < target - NEAR ? State.bad(score.words()) : score.low() < target ? State.warn(score.words()) : State.good(score.words());
    }

    static String verdict(Screen s, @Nullable Verdict verdict) {
        return verdict == null ? "" : s.t("survey.verdict." + verdict);
    }

    /** Everybody, by dimension, with its doubt, whether the dimension is one, and what is clear since the round before. */
    public Table<Dimension> dimensions(Screen s) {
        var everybody = told.all();
        var table = Table.of(s, survey.asked().dimensions())
                .caption(s.t("survey.by-dimension"))
                .head("survey.dimension", it -> it.name(s.lang()))
                .state("survey.score", it -> marked(everybody.score(it.code()), told.target()))
                .text("survey.doubt", it -> s.t("survey.doubt-of", told.doubts().get(it.code()).low(), told.doubts().get(it.code()).high()))
                .text("survey.alpha", it -> told.alphas().containsKey(it.code()) ? alpha(told.alphas().get(it.code())) : "");
        var before = told.before();
        var then = told.everybodyBefore();
        if (survey.asked().outcome().isPresent() && survey.asked().dimensions().size() > 1) {
            table.text("survey.in-score", it -> s.t(it.outcome() ? "survey.beside-score" : "survey.in-score-yes"));
        }
        return before == null || then == null ? table
                : table.text("survey.before", it -> told.since().containsKey(it.code()) ? then.score(it.code()).words() : "").text("survey.since", it -> verdict(s, told.since().get(it.code())));
    }

    static Table<Results.Driver> driverTable(Screen s, Survey survey, List<Results.Driver> drivers) {
        var names = survey.asked().dimensions().stream().collect(Collectors.toMap(Dimension::code, it -> it.name(s.lang())));
        return Table.of(s, drivers)
                .caption(s.t("survey.drivers"))
                .head("survey.dimension", it -> names.getOrDefault(it.dimension(), it.dimension()))
                .number("survey.share", it -> it.share() + " %")
                .text("survey.doubt", it -> s.t("survey.doubt-of", it.low(), it.high()))
                .text("survey.beside", it -> s.t("survey.driver." + it.verdict()));
    }

    static String driverText(Screen s, Survey survey, List<Results.Driver> drivers) {
        return s.t("survey.drivers-text", survey.asked().outcome().map(it -> it.name(s.lang())).orElse(""), drivers.getFirst().explained());
    }

    public Table<Results.Driver> drivers(Screen s) {
        return driverTable(s, survey, told.drivers());
    }

    public String driversText(Screen s) {
        return driverText(s, survey, told.drivers());
    }

    public Table<Results.Answered> responseTable(Screen s) {
        return Table.of(s, told.response().groups())
                .caption(s.t("survey.by-group"))
                .head("survey.group", it -> CellName.of(it.name()).words(s, units))
                .number("survey.asked", Results.Answered::asked)
                .text("survey.answered", it -> s.t("survey.about-percent", it.percent()))
                .text("survey.beside", it -> s.t("survey.answering." + it.verdict()));
    }

    public String weighted(Screen s) {
        return told.response().weighted().map(it -> s.t("survey.weighted", it, total().words())).orElse("");
    }

    /** A unit, or everybody, with the units next below it; those that are closed in their place. Each leads on to what is below it. */
    public Table<?> map(Screen s) {
        var all = rows(true);
        var units = units(told.lines());
        var below = all.stream().filter(it -> !it.name().equals(ALL)).collect(Collectors.groupingBy(it -> above(it.name(), units)));
        var here = here();
        var shown = Stream.concat(all.stream().filter(it -> it.name().equals(here)), below.getOrDefault(here, List.of()).stream()).toList();
        var leads = shown.stream().anyMatch(it -> !it.name().equals(here) && below.containsKey(it.name()));
        return heat(s, s.t("survey.map-below", told.target()), "", shown, !leads ? null : it -> it.name().equals(here) || !below.containsKey(it.name()) ? ""
                : new Link(s.t("survey.below-of", below.get(it.name()).size()), "?under=" + URLEncoder.encode(it.name(), StandardCharsets.UTF_8)));
    }

    private String here() {
        return units(told.lines()).contains(under) ? under : ALL;
    }

    /** The least unit that is shown and has it within. */
    private static String above(String name, Set<String> shown) {
        var way = name.split(java.util.regex.Pattern.quote(" + "))[0];
        for (int at = way.lastIndexOf(" / "); at > 0; at = way.lastIndexOf(" / ")) {
            way = way.substring(0, at);
            if (shown.contains(way)) {
                return way;
            }
        }
        return ALL;
    }

    public boolean isBelow() {
        return !here().equals(ALL);
    }

    public Table<?> traitMap(Screen s) {
        return heat(s, s.t("survey.map-traits"), s.t("survey.map-below", told.target()), traitRows(), null);
    }

    public boolean hasTraits() {
        return !traitRows().isEmpty();
    }

    private List<Row> traitRows() {
        var units = units(told.lines());
        return rows(false).stream().filter(it -> at(it.name(), here(), units)).toList();
    }

    private List<Row> rows(boolean ofUnits) {
        var rows = new ArrayList<Row>();
        told.lines().stream().filter(it -> it.called().ofUnits() == ofUnits).forEach(it -> rows.add(new Row(it.name(), it, null)));
        var known = rows.stream().map(Row::name).collect(Collectors.toCollection(HashSet::new));
        told.closed().stream().filter(it -> CellName.of(it.part()).ofUnits() == ofUnits && known.add(it.part())).forEach(it -> rows.add(new Row(it.part(), null, it)));
        rows.sort(Comparator.comparing((Row it) -> !it.name().equals(ALL)).thenComparing(Row::name));
        return rows;
    }

    /** Whole lines: what explains a group stands beside its score, and dimensions follow sideways. */
    private Table<Row> heat(Screen s, String caption, String sub, List<Row> rows, @Nullable Function<Row, Object> below) {
        var table = Table.of(s, rows)
                .caption(caption, sub)
                .head("survey.group", it -> name(s, it));
        if (below != null) {
            table.text("survey.below", below);
        }
        table
                .number("survey.people", it -> it.line() == null ? "" : it.line().people())
                .state("survey.score", it -> it.line() == null ? State.none(s.t("survey.closed")) : marked(it.line().score(Results.ALL), told.target()))
                .why("survey.why", it -> why(s, it));
        for (var dimension : survey.asked().dimensions()) {
            table.stateOf(dimension.name(s.lang()), it -> it.line() == null ? "" : marked(it.line().score(dimension.code()), told.target()));
        }
        return table.square().wide();
    }

    private Object name(Screen s, Row row) {
        var called = CellName.of(row.name());
        var words = called.words(s, units);
        return row.line() == null ? words : new Link(words, "/app/survey/" + survey.id() + "/groups/" + row.line().cell());
    }

    private String why(Screen s, Row row) {
        var closed = row.closed();
        if (closed != null) {
            return s.t("survey.closed." + closed.why(), CellName.of(closed.shown()).words(s, units), survey.least());
        }
        var line = row.line();
        return line == null || line.called().everybody() ? "" : verdict(s, told.apart().get(line.cell())).isEmpty() ? "" : s.t("survey.apart", verdict(s, told.apart().get(line.cell())));
    }

    public Results.Score total() {
        return told.all().score(Results.ALL);
    }

    public String totalDoubt(Screen s) {
        var doubt = told.doubts().get(Results.ALL);
        return s.t("survey.total-doubt", doubt.low(), doubt.high(), told.all().people(), told.asked());
    }

    public Optional<String> totalSince(Screen s) {
        var before = told.before();
        var then = told.everybodyBefore();
        return before == null || then == null || !told.since().containsKey(Results.ALL) ? Optional.empty()
                : Optional.of(s.t("survey.total-since", before.number(), then.score(Results.ALL).words(), verdict(s, told.since().get(Results.ALL))));
    }

    /** The score in words, marked beside the target. */
    public State totalState(Screen s) {
        return new State(marked(total(), told.target()).mark(), s.t("survey.total", total().words()));
    }

    public List<Option> depths(Screen s) {
        return java.util.stream.IntStream.range(0, DEPTHS).mapToObj(it -> new Option(String.valueOf(it), s.t("survey.depth." + it))).toList();
    }

    public List<Option> traits(Screen s) {
        return List.of(new Option(String.valueOf(Releasing.TENURE), s.t("survey.trait.tenure")), new Option(String.valueOf(Releasing.KIND), s.t("survey.trait.kind")));
    }

    public Table<Releasing.Refused> refusedTable(Screen s) {
        return Table.of(s, told.refused())
                .caption(s.t("survey.refused-cuts"))
                .head("survey.cut", it -> s.t("survey.depth." + Math.min(DEPTHS - 1, it.depth())) + " × " + it.traits().stream().map(one -> s.t(one == Releasing.TENURE ? "survey.trait.tenure" : "survey.trait.kind"))
                        .collect(Collectors.joining(" × ")))
                .day("survey.day", Releasing.Refused::day)
                .number("survey.would-tell", Releasing.Refused::people);
    }

    public String site(Screen s, String code) {
        return code.isEmpty() ? s.t("survey.remarks-together") : CellName.unit(code, s.lang(), units);
    }
}
