package org.probity.reckon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Closes the cells of a table of two cuts, such as category by sex, whose sums of rows and of columns are published too. What is closed in a row could be had from
 * a column, so each line is closed by {@link SmallCells} again until none of them asks for more.
 */
public final class SmallTable {

    /** The place of a cell. */
    public record Place(int row, int column) {}

    private SmallTable() {}

    /**
     * @param counts the rows, each as long as the others
     * @param anyway cells that are closed whatever their size
     * @return cells that are not shown
     */
    public static Set<Place> closed(List<List<Long>> counts, long minimum, Set<Place> anyway) {
        var closed = new HashSet<>(anyway);
        var before = -1;
        while (before < closed.size()) {
            before = closed.size();
            for (var at = 0; at < counts.size(); at++) {
                var row = at;
                line(counts.get(row), minimum, closed.stream().filter(it -> it.row() == row).map(Place::column).collect(Collectors.toSet()))
                        .forEach(column -> closed.add(new Place(row, column)));
            }
            for (var at = 0; !counts.isEmpty() && at < counts.getFirst().size(); at++) {
                var column = at;
                line(counts.stream().map(row -> row.get(column)).toList(), minimum, closed.stream().filter(it -> it.column() == column).map(Place::row).collect(Collectors.toSet()))
                        .forEach(row -> closed.add(new Place(row, column)));
            }
        }
        return Set.copyOf(closed);
    }

    private static Set<Integer> line(List<Long> counts, long minimum, Set<Integer> anyway) {
        var shown = SmallCells.closed(counts, minimum, anyway);
        return IntStream.range(0, counts.size()).filter(at -> shown.get(at).isEmpty()).boxed().collect(Collectors.toSet());
    }
}
