package org.probity.supply.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Export;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;
import org.probity.supply.supplier.Supplier;

/**
 * How suppliers moved from the grades of one half-year to those of another.
 *
 * @param rounds those given, newest first
 * @param was the earlier one; empty: fewer than two half-years were graded
 */
public record MovesPage(List<Round> rounds, Optional<Round> was, Optional<Round> is, List<Move> moves, Query query) implements Page {
    /** Where a supplier stood: a grade, measured without enough to grade, or not measured at all. */
    public enum Place {
        A, B, C, D, NONE, ABSENT;

        static Place of(@Nullable Scorecard card) {
            return card == null ? ABSENT : card.grade() == null ? NONE : valueOf(card.grade().name());
        }

        boolean graded() {
            return switch (this) {
                case A, B, C, D -> true;
                case NONE, ABSENT -> false;
            };
        }

        String words(Screen s) {
            return s.t("evaluation.place." + this);
        }
    }

    public record Move(Supplier supplier, Place was, Place is) {
        /** Grades gained; below zero: lost. Nothing where one of the two is no grade. */
        Optional<Integer> gained() {
            return was.graded() && is.graded() ? Optional.of(was.ordinal() - is.ordinal()) : Optional.empty();
        }

        State state(Screen s) {
            return gained().map(it -> it > 0 ? State.good(s.t("evaluation.moved-up")) : it < 0 ? State.bad(s.t("evaluation.moved-down")) : State.none(s.t("evaluation.moved-not")))
                    .orElseGet(() -> State.note(s.t(is.graded() ? "evaluation.moved-in" : "evaluation.moved-out")));
        }
    }

    static String key(Round round) {
        return round.year() + "-" + round.half();
    }

    public List<Pick> picks(Screen s) {
        var options = rounds.stream().map(it -> new Option(key(it), RoundsPage.name(s, it))).toList();
        return List.of(new Pick("from", s.t("evaluation.moves-from"), options), new Pick("to", s.t("evaluation.moves-to"), options));
    }

    public long count(Place from, Place to) {
        return moves.stream().filter(it -> it.was() == from && it.is() == to).count();
    }

    /** One line a grade of before, one column a grade of now; each number leads to those suppliers. */
    public Table<Place> matrix(Screen s) {
        return matrix(s, true);
    }

    Table<Place> matrix(Screen s, boolean links) {
        var lines = Stream.of(Place.values()).filter(from -> Stream.of(Place.values()).anyMatch(to -> count(from, to) > 0)).toList();
        var table = Table.of(s, lines).caption(s.t("evaluation.moves-of", name(s, was), name(s, is))).square().wide().head("evaluation.moves-was", it -> it.words(s));
        for (var to : Place.values()) {
            table.number("evaluation.place." + to, from -> count(from, to) == 0 || !links ? count(from, to)
                    : new Link(s.number(count(from, to)), query.with("was", from.name()).with("is", to.name()).href()));
        }
        return table.number("evaluation.moves-all", from -> Stream.of(Place.values()).mapToLong(to -> count(from, to)).sum());
    }

    /** The matrix as a file; the list below it is another. */
    public String file(Export.Format format) {
        return query.with("table", "matrix").as(format).href();
    }

    private static String name(Screen s, Optional<Round> round) {
        return round.map(it -> RoundsPage.name(s, it)).orElse("–");
    }

    private List<Move> narrowed() {
        return moves.stream()
                .filter(it -> query.filter("was").isEmpty() || query.has("was", it.was().name()))
                .filter(it -> query.filter("is").isEmpty() || query.has("is", it.is().name()))
                .sorted(Comparator.comparing((Move it) -> it.gained().orElse(Integer.MAX_VALUE)).thenComparing(it -> it.supplier().number())).toList();
    }

    public boolean isNarrowed() {
        return !query.filter("was").isEmpty() || !query.filter("is").isEmpty();
    }

    public String everybody() {
        return query.with("was", "").with("is", "").href();
    }

    /** Who moved, those that fell furthest first. */
    public Table<Move> table(Screen s) {
        var all = narrowed();
        return columns(s, all.stream().skip(query.offset()).limit(query.limit()).toList()).paged(query, all.size()).downloads();
    }

    Table<Move> whole(Screen s) {
        return columns(s, narrowed());
    }

    private Table<Move> columns(Screen s, List<Move> shown) {
        return Table.of(s, shown).caption(s.t("evaluation.suppliers", shown.size()))
                .head("evaluation.supplier", it -> new Link(it.supplier().name(s.lang()), "/app/suppliers/" + it.supplier().id()))
                .id("evaluation.number", it -> it.supplier().number())
                .text("evaluation.moves-was", it -> it.was().words(s))
                .text("evaluation.moves-is", it -> it.is().words(s))
                .state("evaluation.moved", it -> it.state(s));
    }
}
