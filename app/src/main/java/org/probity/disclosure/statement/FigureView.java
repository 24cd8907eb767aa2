package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.log.Log;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Sum;
import org.probity.proof.Fold;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureLeaf;
import org.probity.shapes.figure.FigureNumber;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.Row;

/**
 * A figure laid open: what it says, its rows, who was left out, what the other source says.
 *
 * @param named whether this reader sees names; otherwise rows stand under their pseudonyms
 * @param places where in the log the rows' evidence stands
 * @param reader the circle this reader belongs to
 * @param rowsAt the address below which each row has a page under its code; empty where rows have none
 * @param suppliers those of the rows' subjects that are in the register; findings and smelters are not, and lead nowhere
 * @param subjectsAt the address below which each subject has a page under its id, where a room told one
 * @param asked which of its rows a page shows; empty: all of them
 * @param totals of all its rows, where the value holds only those of a page; empty: it holds all
 */
public record FigureView(FigureValue value, boolean named, Figure.Level reader, Map<UUID, Log.Placed> places, String rowsAt, Set<UUID> suppliers, String subjectsAt, Optional<Query> asked,
        Optional<FigureLeaf.Totals> totals) {
    /** Inputs that a reader of an opinion must see added up, where a figure has words for them. */
    private static final List<String> SAID = List.of("asked", "answered");

    public FigureView(FigureValue value, boolean named, Map<UUID, Log.Placed> places) {
        this(value, named, named ? Figure.Level.ASSURER : Figure.Level.PUBLIC, places, "", value.rows().stream().map(Row::subject).collect(Collectors.toSet()), "", Optional.empty(), Optional.empty());
    }

    /** The same without its rows. */
    public Shown brief() {
        return new Shown(new FigureNumber(figure(), value.year(), value.knownAt(), included(), leftOut(), met(), value.exact(),
                value.shown(), value.control()), value.wording());
    }

    /** For readers to whom names are withheld, of whatever circle. */
    public FigureView(FigureValue value, Figure.Level reader, Map<UUID, Log.Placed> places) {
        this(value, false, reader, places, "", Set.of(), "", Optional.empty(), Optional.empty());
    }

    /** Whether this reader sees codes and evidence of the rows; the others see what the fold needs, as the package of their level has it. */
    public boolean open() {
        return named || reader.compareTo(figure().level()) >= 0;
    }

    /** Said beside the rows of a published value. */
    public String shownTo(Screen s) {
        return s.t("statement.shown-to." + figure().level().name());
    }

    /** The same, each row leading to its own page. */
    public FigureView withRowsAt(String address) {
        return new FigureView(value, named, reader, places, address, suppliers, subjectsAt, asked, totals);
    }

    /** The same for a page that shows some of its rows at a time. */
    public FigureView asked(Query query) {
        return new FigureView(value, named, reader, places, rowsAt, suppliers, subjectsAt, Optional.of(query), totals);
    }

    /** The same, whose value holds the rows of a page, with what is said of all of them. */
    FigureView with(FigureLeaf.Totals all) {
        return new FigureView(value, named, reader, places, rowsAt, suppliers, subjectsAt, asked, Optional.of(all));
    }

    /** How many rows count. */
    public long included() {
        return totals.map(FigureLeaf.Totals::included).orElseGet(() -> (long) value.included().size());
    }

    public long leftOut() {
        return totals.map(FigureLeaf.Totals::leftOut).orElseGet(() -> (long) value.excluded().size());
    }

    long met() {
        return totals.map(FigureLeaf.Totals::met).orElseGet(() -> value.met("met"));
    }

    public Figure figure() {
        return value.figure();
    }

    /** Words of the definition: those of the time when the value was frozen, those of today for a live one. */
    String word(Screen s, String part) {
        return value.wording().map(wording -> wording.in(s.lang(), part)).orElseGet(() -> s.t(figure().messages() + part));
    }

    /** The published decimal without noughts that say nothing: 100, not 100.00. */
    public String shown() {
        return value.exact().isPresent() ? new BigDecimal(value.shown()).stripTrailingZeros().toPlainString() : value.shown();
    }

    /** The same with its unit, as the reader's language sets it. */
    public String shown(Screen s) {
        return value.exact().isPresent() ? s.measure(new BigDecimal(value.shown()), figure().unit()) : value.shown();
    }

    public String title(Screen s) {
        return word(s, "");
    }

    public String sentence(Screen s) {
        return word(s, ".sentence");
    }

    /** 37 of 38, then what is counted; of rows that are only counted or added up, how many there are. */
    public String of(Screen s) {
        return meets() ? s.t("statement.of", met(), included()) : s.number(included());
    }

    /** Whether rows meet something or do not. */
    boolean meets() {
        return figure().fold() instanceof Fold.Share || totals.map(FigureLeaf.Totals::meets).orElseGet(() -> value.rows().stream().anyMatch(row -> row.inputs().inputs().containsKey("met")));
    }

    public String subject(Screen s) {
        return Counted.after(s, word(s, ".subject"));
    }

    public List<Fact> definition(Screen s) {
        return List.of(
                new Fact(s.t("statement.counts"), word(s, ".counts")),
                new Fact(s.t("statement.met-when"), word(s, ".met")),
                new Fact(s.t("statement.does-not-say"), word(s, ".silent")),
                new Fact(s.t("statement.formula"), word(s, ".formula")),
                new Fact(s.t("statement.version"), s.t("statement.version-since", figure().code(), figure().version(), figure().inForceSince())));
    }

    public List<Sum> sums(Screen s) {
        var sums = new ArrayList<>(List.of(
                new Sum(s.t("statement.listed"), s.number(included() + leftOut())),
                new Sum(s.t("statement.left-out"), "− " + s.number(leftOut()), "#out"),
                new Sum(s.t("statement.counted"), s.number(included()))));
        if (meets()) {
            sums.add(new Sum(s.t("statement.met"), s.number(met())));
        }
        SAID.stream().filter(input -> s.knows(figure().messages() + "." + input)).forEach(input -> sums.add(new Sum(s.t(figure().messages() + "." + input),
                s.number(totals.map(it -> it.sums().getOrDefault(input, BigDecimal.ZERO))
                        .orElseGet(() -> value.included().stream().map(row -> row.input(input)).reduce(BigDecimal.ZERO, BigDecimal::add))))));
        return sums;
    }

    /** The counted rows; papers as columns, in the order of their kinds. */
    public Table<Row> rows(Screen s) {
        return new RowTables(this, s).counted();
    }

    /** The rows left out, with their reasons. */
    public Table<Row> excluded(Screen s) {
        return new RowTables(this, s).leftOut();
    }

    /** Whether there are so many rows that a page shows some of them. */
    public boolean paged() {
        return asked.isPresent() && included() + leftOut() > Query.PAGE;
    }

    /** A row's number under the name that the reader knows: its quantity, whether it met, or else its name in the definition. */
    public String input(Screen s, String name) {
        return name.equals("met") ? s.t("statement.met") : name.equals(figure().control().input()) ? quantity(s) : name;
    }

    /** What is added up in every row: kilograms, seconds, or a mere number. */
    String quantity(Screen s) {
        var unit = figure().control().unit();
        return unit.isEmpty() ? s.t("statement.quantity") : s.t("statement.quantity-in", s.unit(unit));
    }

    /** What rows can be found by: whatever this reader sees of them. */
    public List<Pick> picks(Screen s) {
        return List.of(new Pick(RowTables.WORDS, s.t(named ? "statement.find-row" : "statement.find-code")));
    }

    public List<Fact> control(Screen s) {
        var control = value.control();
        var unit = " " + s.unit(figure().control().unit());
        var facts = new ArrayList<>(List.of(
                new Fact(word(s, ".control"), s.number(control.stated()) + unit),
                new Fact(word(s, ".other"), "− " + s.number(control.other()) + unit),
                new Fact(s.t("statement.in-rows"), "− " + s.number(control.rows()) + unit),
                new Fact(s.t("statement.difference"), control.difference().signum() == 0
                        ? State.good("0" + unit) : State.bad(s.number(control.difference()) + unit))));
        accepted(s).ifPresent(words -> facts.add(new Fact(s.t("statement.accepted"), words)));
        return facts;
    }

    /** Why whoever prepared the report let a difference stand. */
    public Optional<String> accepted(Screen s) {
        return value.control().accepted().map(words -> switch (s.lang()) {
            case EN -> words.en();
            case ZH -> words.zh();
        });
    }

    /** One strength of evidence and how many papers have it. */
    public record Strength(String word, long papers, BigDecimal share) {}

    /** What the number stands on, the strongest first. */
    public List<Strength> mix() {
        var counts = new TreeMap<String, Long>(Comparator.comparingInt(List.of("third-party", "form", "signed", "statement")::indexOf));
        totals.ifPresentOrElse(it -> counts.putAll(it.strengths()), () -> value.included().forEach(row -> row.evidence().forEach(it -> counts.merge(it.strength(), 1L, Long::sum))));
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .map(it -> new Strength(it.getKey(), it.getValue(),
                        BigDecimal.valueOf(it.getValue() * 100).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)))
                .toList();
    }

    /** The mix as one bar; the lines beside it say the same in numbers. */
    public Chart strengths(Screen s) {
        return Chart.stack(parts(s).stream().map(part -> part.label() + " " + part.words()).collect(Collectors.joining(s.t("statement.list-comma"))), parts(s), 18);
    }

    public List<Chart.Part> parts(Screen s) {
        var fills = Map.of("third-party", Chart.Fill.FIRST, "form", Chart.Fill.SECOND, "signed", Chart.Fill.THIRD, "statement", Chart.Fill.GREY);
        return mix().stream().map(it -> new Chart.Part(s.t("statement.strength." + it.word()), BigDecimal.valueOf(it.papers()),
                s.number(it.papers()) + " · " + s.percent(it.share()), fills.get(it.word()))).toList();
    }

    /** The number that people read, where there is one. */
    public Optional<BigDecimal> number() {
        return value.exact().isPresent() ? Optional.of(new BigDecimal(value.shown())) : Optional.empty();
    }

    public long papers() {
        return mix().stream().mapToLong(Strength::papers).sum();
    }
}
