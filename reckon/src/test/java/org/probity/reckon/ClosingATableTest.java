package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.reckon.SmallTable.Place;

/** Rows and columns are added up beside the table, so a small cell may not be had from either. */
class ClosingATableTest {
    @Test
    void aSmallCellTakesOneOfItsRowAndOneOfItsColumnWithIt() {
        var table = List.of(List.of(4L, 30L), List.of(50L, 60L), List.of(70L, 80L));
        assertThat(SmallTable.closed(table, 5, Set.of()))
                .as("the men of the row, and the smallest of each column").containsExactlyInAnyOrder(new Place(0, 0), new Place(0, 1), new Place(1, 0), new Place(1, 1));
    }

    @Test
    void whatIsLargeEnoughIsShown() {
        assertThat(SmallTable.closed(List.of(List.of(5L, 30L), List.of(50L, 60L)), 5, Set.of())).isEmpty();
        assertThat(SmallTable.closed(List.of(), 5, Set.of())).isEmpty();
    }

    @Test
    void whatIsKeptElsewhereIsKeptHere() {
        assertThat(SmallTable.closed(List.of(List.of(50L, 30L), List.of(50L, 60L)), 5, Set.of(new Place(0, 0)))).hasSize(4);
    }

    /** Of any table: no line keeps a single cell closed, nor fewer people together than a cell needs while one of it is open. */
    @Test
    void noLineLeavesOneCellToBeReckoned() {
        var random = new Random(405);
        for (var round = 0; round < 2_000; round++) {
            var rows = 1 + random.nextInt(5);
            var columns = 1 + random.nextInt(4);
            var table = IntStream.range(0, rows).mapToObj(row -> IntStream.range(0, columns).mapToObj(column -> (long) random.nextInt(12)).toList()).toList();
            var closed = SmallTable.closed(table, 5, Set.of());
            for (var row = 0; row < rows; row++) {
                var at = row;
                holds(IntStream.range(0, columns).mapToObj(column -> new Place(at, column)).toList(), table, closed);
            }
            for (var column = 0; column < columns; column++) {
                var at = column;
                holds(IntStream.range(0, rows).mapToObj(row -> new Place(row, at)).toList(), table, closed);
            }
        }
    }

    private static void holds(List<Place> line, List<List<Long>> table, Set<Place> closed) {
        assertThat(line).filteredOn(it -> table.get(it.row()).get(it.column()) < 5).allMatch(closed::contains);
        var kept = line.stream().filter(closed::contains).toList();
        if (!kept.isEmpty() && kept.size() < line.size()) {
            assertThat(kept).as("%s of %s", kept, table).hasSizeGreaterThan(1);
            assertThat(kept.stream().mapToLong(it -> table.get(it.row()).get(it.column())).sum()).isGreaterThanOrEqualTo(5);
        }
    }
}
