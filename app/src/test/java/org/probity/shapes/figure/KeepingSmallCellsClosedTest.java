package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.SmallCells.Cell;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class KeepingSmallCellsClosedTest {
    @Autowired SmallCells cells;
    @Autowired JdbcClient db;

    final String population = "people " + UUID.randomUUID();

    private SmallCells.Release hours(Cell... all) {
        return cells.release("hours", population, 2026, "category", List.of(all));
    }

    @Test
    void fourPeopleAreClosedAndFiveAreShown() {
        assertThat(hours(new Cell("a", 5), new Cell("b", 5)).closed()).isEmpty();
        var release = hours(new Cell("a", 4), new Cell("b", 4), new Cell("c", 900));
        assertThat(release.closed()).as("eight together, so the rest may be shown").containsExactlyInAnyOrder("a", "b");
        assertThat(release.shows("c")).isTrue();
        assertThat(release.least()).isEqualTo(5);
        assertThat(hours(new Cell("a", 4), new Cell("b", 4), new Cell("c", 900), new Cell("none", 0)).shows("none")).as("nobody is something to know, too").isFalse();
    }

    @Test
    void oneAloneWouldBeTheTotalWithoutTheOthers() {
        assertThat(hours(new Cell("a", 3), new Cell("b", 40), new Cell("c", 900)).closed()).as("the smallest of the others goes along").containsExactlyInAnyOrder("a", "b");
        assertThat(hours(new Cell("a", 1), new Cell("b", 2), new Cell("c", 900), new Cell("d", 40)).closed()).as("three people together are still too few").containsExactlyInAnyOrder("a", "b", "d");
        assertThat(hours(new Cell("a", 4)).closed()).containsExactly("a");
    }

    @Test
    void whatOneFigureKeepsClosedNoOtherShows() {
        cells.release("pay", population, 2026, "category", List.of(new Cell("a", 3), new Cell("b", 4), new Cell("c", 50)));
        assertThat(hours(new Cell("a", 6), new Cell("b", 7), new Cell("c", 50)).closed()).as("three of the six are known to be what the other left out").containsExactlyInAnyOrder("a", "b");
        assertThat(cells.release("hours", population, 2027, "category", List.of(new Cell("a", 6), new Cell("b", 7))).closed()).as("another year").isEmpty();
        assertThat(cells.release("hours", population, 2026, "sex", List.of(new Cell("a", 6), new Cell("b", 7))).closed()).as("another cut").isEmpty();
        cells.release("pay", population, 2026, "category", List.of(new Cell("a", 6), new Cell("b", 7), new Cell("c", 50)));
        assertThat(hours(new Cell("a", 6), new Cell("b", 7), new Cell("c", 50)).closed()).as("each remembers the other's closing").containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theRegisterHasARowForEachChange() {
        hours(new Cell("a", 9), new Cell("b", 9));
        hours(new Cell("a", 9), new Cell("b", 9));
        hours(new Cell("a", 9), new Cell("b", 2));
        assertThat(db.sql("SELECT cell || ' ' || people || ' ' || shown FROM figure.released WHERE population = :population ORDER BY at, cell").param("population", population)
                .query(String.class).list()).containsExactly("a 9 true", "b 9 true", "a 9 false", "b 2 false");
    }
}
