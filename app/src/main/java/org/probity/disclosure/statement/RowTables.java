package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureLeaf;
import org.probity.shapes.figure.FigureValue.Row;

/**
 * The rows of a figure as tables: those that count, and those left out. Of a whole company's people a page shows fifty at a time, narrowed by what its
 * reader may know of a row: its code, or its name. A file holds all of them.
 */
final class RowTables {
    /** In the address: the rows left out are the ones that are leafed through. */
    static final String LIST = "rows";
    static final String LEFT_OUT = "left-out";
    static final String WORDS = "q";

    private final FigureView view;
    private final Screen s;

    RowTables(FigureView view, Screen s) {
        this.view = view;
        this.s = s;
    }

    /** The counted rows; papers as columns, in the order of their kinds. */
    Table<Row> counted() {
        var kinds = view.open() ? kinds() : List.<String>of();
        var all = view.value().included();
        var found = found(all, false, view.totals().map(FigureLeaf.Totals::found));
        var table = Table.of(s, found.rows())
                .caption(s.t("statement.counted-rows", Counted.of(s, view.included(), view.word(s, ".subject"))), view.named() || !view.open() ? "" : s.t("statement.pseudonyms"))
                .head("statement.row", subjects(all, false));
        if (view.named()) {
            table.id("statement.code", Row::code);
        }
        table.numberOf(view.quantity(s), row -> row.input(view.figure().control().input()));
        for (var kind : kinds) {
            table.state(kind + ".short", row -> paper(row, kind));
        }
        if (view.meets()) {
            table.state("statement.met", row -> row.input("met").signum() > 0 ? State.good(s.t("statement.yes")) : State.bad(s.t("statement.no")));
        }
        if (view.open()) {
            table.number("statement.entry", row -> row.evidence().stream().map(it -> view.places().get(it.record())).filter(Objects::nonNull)
                    .map(Log.Placed::index).max(Long::compare));
        }
        return page(found, "rows", table.foot(foot(all, kinds).toArray()).wide());
    }

    private List<Object> foot(List<Row> all, List<String> kinds) {
        var sum = view.totals().map(FigureLeaf.Totals::quantity)
                .orElseGet(() -> all.stream().map(row -> row.input(view.figure().control().input())).reduce(BigDecimal.ZERO, BigDecimal::add));
        var foot = new ArrayList<Object>(List.of(s.t("statement.all-rows", view.included())));
        if (view.named()) {
            foot.add("");
        }
        foot.add(sum);
        kinds.forEach(kind -> foot.add(""));
        if (view.meets()) {
            foot.add("");
        }
        if (view.open()) {
            foot.add("");
        }
        return foot;
    }

    Table<Row> leftOut() {
        var all = view.value().excluded();
        var found = found(all, true, view.totals().map(FigureLeaf.Totals::foundLeftOut));
        return page(found, "out", Table.of(s, found.rows())
                .caption(s.t("statement.excluded-rows", view.leftOut()), s.t("statement.excluded-why"))
                .head("statement.row", subjects(all, true))
                .text("statement.reason", row -> s.t(Objects.requireNonNull(row.reason()))));
    }

    /** The rows of one page. @param query null where all are shown @param all behind the words */
    private record Found(List<Row> rows, @Nullable Query query, long all) {}

    /** Files are for those who work here; everybody else has the package, which can be checked. */
    private Table<Row> page(Found found, String place, Table<Row> table) {
        if (found.query() == null) {
            return table;
        }
        table.paged(found.query(), found.all()).at(place);
        return view.reader() == Figure.Level.ASSURER ? table.downloads() : table;
    }

    /** Which rows of a figure a page asks for, as its address says. */
    static FigureLeaf.Ask ask(Query asked, boolean open, boolean named) {
        var leftOut = asked.has(LIST, LEFT_OUT);
        return new FigureLeaf.Ask(open ? asked.filter(WORDS).strip().toLowerCase(Locale.ROOT) : "", named, leftOut ? 0 : asked.offset(), leftOut ? asked.offset() : 0, Query.PAGE);
    }

    /** @param left how many the words leave, where the rows are already those of the page */
    private Found found(List<Row> all, boolean leftOut, Optional<Long> left) {
        if (!view.paged()) {
            return new Found(all, null, all.size());
        }
        var asked = view.asked().orElseThrow();
        // Whoever leafs through one list finds the other at its beginning.
        var here = asked.has(LIST, LEFT_OUT) == leftOut;
        var query = here ? asked : asked.with(LIST, leftOut ? LEFT_OUT : "");
        if (left.isPresent()) {
            return new Found(all, query, left.get());
        }
        var words = asked.filter(WORDS).strip().toLowerCase(Locale.ROOT);
        var rows = words.isEmpty() || !view.open() ? all : all.stream().filter(row -> says(row, words)).toList();
        // In the order of what its reader sees of a row; where that is nothing, as they come.
        var order = !view.open() ? Comparator.comparing((Row _) -> "") : Comparator.comparing(view.named() ? Row::number : Row::code);
        return new Found(rows.stream().sorted(order).skip(query.offset()).limit(query.limit()).toList(), query, rows.size());
    }

    private boolean says(Row row, String words) {
        var known = view.named() ? List.of(row.code(), row.number(), row.nameEn(), row.nameZh()) : List.of(row.code());
        return known.stream().anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(words));
    }

    /** A row's name, its code, or only its place among the rows, as this reader may know it. */
    private Function<Row, Object> subjects(List<Row> rows, boolean leftOut) {
        if (view.named()) {
            // Asked once, not for every row: it does not hang on whose page it is.
            var subjectsOpen = s.opens(view.subjectsAt() + (rows.isEmpty() ? "" : rows.getFirst().subject()));
            return row -> !view.rowsAt().isEmpty() ? new Link(row.name(s.lang()), view.rowsAt() + "/" + row.code())
                    : !view.subjectsAt().isEmpty() ? new Link(row.name(s.lang()).isEmpty() ? row.number() : row.name(s.lang()) + " · " + row.number(), subjectsOpen ? view.subjectsAt() + row.subject() : "")
                    : view.suppliers().contains(row.subject()) ? new Link(row.name(s.lang()), "/app/suppliers/" + row.subject() + (leftOut ? "" : "/minerals")) : row.name(s.lang());
        }
        if (view.open()) {
            return row -> row.code().isEmpty() ? s.t("statement.no-code-yet") : row.code();
        }
        var places = new IdentityHashMap<Row, Long>();
        // Of rows that are a page already, the first is not the first of all.
        var before = view.totals().isPresent() ? view.asked().filter(it -> it.has(LIST, LEFT_OUT) == leftOut).map(Query::offset).orElse(0L) : 0L;
        rows.forEach(row -> places.put(row, before + places.size() + 1));
        return row -> s.number(places.getOrDefault(row, 0L));
    }

    private State paper(Row row, String kind) {
        var state = row.fact(kind, "state");
        return switch (state) {
            case "MET", "LAPSED" -> row.fact(kind, "holds").equals("true")
                    ? State.good(row.fact(kind, "day")) : State.bad(s.t("statement.lapsed"));
            case "SENT_IN" -> State.note(s.t("statement.in-review"));
            case "SENT_BACK" -> State.warn(s.t("statement.to-correct"));
            case "OWED" -> State.none(s.t("statement.nothing-yet"));
            default -> State.none("–");
        };
    }

    /** The papers that rows speak of, in a fixed order; other facts of a row have no state and no column. */
    private List<String> kinds() {
        return view.totals().isPresent() ? view.totals().get().papers() : view.value().rows().stream().flatMap(row -> row.facts().members().keySet().stream().filter(kind -> !row.fact(kind, "state").isEmpty())).distinct().sorted().toList();
    }
}
