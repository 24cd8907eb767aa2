package org.probity.people.labour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;
import org.probity.shapes.figure.SmallCells;

/** Who works here in a year, in groups, without the cells that would tell of a few. */
public record CompositionPage(int year, LocalDate end, Others others, List<Cross> crosses, List<Leaving> leaving) implements Page {
    /** People who are not employed here, by kind of engagement. */
    public record Others(List<SmallCells.Cell> kinds, SmallCells.Release release) {}

    /** Employees of each category by sex or by age. @param columns keys of the groups; empty: not known */
    public record Cross(String cut, List<String> columns, List<Row> rows, int least) {
        public Cross {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        boolean closes() {
            return rows.stream().anyMatch(it -> !it.closed().isEmpty());
        }
    }

    /** One category. @param closed places of the groups that are not shown */
    public record Row(String category, List<Long> people, Set<Integer> closed) {
        long all() {
            return people.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Who left, by a cut. */
    public record Leaving(String cut, List<Left> groups, SmallCells.Release release) {}

    /** @param days on which people of the group were employed @param period days of the year, or of what went by of it */
    public record Left(String key, long left, long days, long period) {
        /** How many there were on an average day. */
        BigDecimal average() {
            return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(period), 1, RoundingMode.HALF_UP);
        }

        BigDecimal rate() {
            return share(left * period, days);
        }
    }

    private static BigDecimal share(long of, long all) {
        return all == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(of * 100).divide(BigDecimal.valueOf(all), 2, RoundingMode.DOWN);
    }

    public Table<SmallCells.Cell> others(Screen s) {
        return Table.of(s, others.kinds())
                .caption(s.t("labour.composition.others"))
                .head("labour.engaged-as", it -> s.t("directory.engagement." + it.key()))
                .number("labour.people", it -> others.release().shows(it.key()) ? (Object) it.people() : closed(s))
                .foot(s.t("labour.composition.all"), others.kinds().stream().mapToLong(SmallCells.Cell::people).sum());
    }

    public Table<Row> table(Screen s, Cross cross) {
        var table = Table.of(s, cross.rows())
                .caption(s.t("labour.composition.by." + cross.cut()))
                .head("labour.heading.category", it -> it.category().isEmpty() ? s.t("labour.composition.no-contract") : s.t("labour.category." + it.category()));
        for (var at = 0; at < cross.columns().size(); at++) {
            var column = at;
            table.numberOf(group(s, cross.cut(), cross.columns().get(at)), it -> it.closed().contains(column) ? (Object) closed(s) : s.number(it.people().get(column)) + " · " + s.percent(share(it.people().get(column), it.all())));
        }
        table.number("labour.composition.all", Row::all);
        var foot = new ArrayList<Object>(List.of(s.t("labour.composition.all")));
        IntStream.range(0, cross.columns().size()).forEach(column -> foot.add(sum(cross.rows().stream().mapToLong(it -> it.people().get(column)))));
        foot.add(sum(cross.rows().stream().mapToLong(Row::all)));
        return table.foot(foot.toArray());
    }

    public Table<Left> table(Screen s, Leaving leaving) {
        return Table.of(s, leaving.groups())
                .caption(s.t("labour.composition.left." + leaving.cut()))
                .head("labour.composition.group", it -> leaving.cut().equals("site") ? it.key().isEmpty() ? s.t("labour.composition.no-site") : it.key() : group(s, leaving.cut(), it.key()))
                .number("labour.composition.left", it -> leaving.release().shows(it.key()) ? (Object) it.left() : closed(s))
                .number("labour.composition.average", Left::average)
                .number("labour.composition.rate", it -> leaving.release().shows(it.key()) ? s.percent(it.rate()) : "")
                .foot(s.t("labour.composition.all"), sum(leaving.groups().stream().mapToLong(Left::left)), whole(leaving).average(), s.percent(whole(leaving).rate()));
    }

    private static Left whole(Leaving it) {
        return new Left("", sum(it.groups().stream().mapToLong(Left::left)), sum(it.groups().stream().mapToLong(Left::days)), it.groups().stream().mapToLong(Left::period).findFirst().orElse(1));
    }

    private static long sum(LongStream of) {
        return of.sum();
    }

    private static String group(Screen s, String cut, String key) {
        return s.t("labour.composition." + cut + "." + (key.isEmpty() ? "unknown" : key));
    }

    private static State closed(Screen s) {
        return State.none(s.t("labour.composition.closed"));
    }

    /** From how many people on a cell is shown, where one is not. */
    public int least() {
        return others.release().least();
    }

    public boolean closes() {
        return !others.release().closed().isEmpty() || crosses.stream().anyMatch(Cross::closes) || leaving.stream().anyMatch(it -> !it.release().closed().isEmpty());
    }
}
