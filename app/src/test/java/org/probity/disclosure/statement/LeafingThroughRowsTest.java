package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.house.ui.Export;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Screens;
import org.probity.house.ui.Table;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Fraction;
import org.probity.proof.Json;
import org.probity.proof.Rounding;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.FigureValue.ControlTotal;
import org.probity.shapes.figure.FigureValue.Row;

/** A figure of a whole company's people shows fifty rows at a time, found by what its reader may know of them; a file holds all. */
class LeafingThroughRowsTest {
    private static final int PEOPLE = 120;
    private static final Figure FIGURE = new Figure("reviews-held", "PE-99", 1, LocalDate.of(2025, 1, 1), new Fold.Share("met"), Rounding.percent(2), "%", Figure.Level.ASSURER, "RX",
            "minerals.tin-due-diligence", "SELECT 1", new Figure.Control("kilograms", "kg", "SELECT 1"));

    private static final Screen EN = Screens.of(Lang.EN);

    @Test
    void aPageHoldsFiftyAndTheFootSpeaksOfAll() {
        var table = named(Query.all("/app/figures/reviews-held")).rows(EN);
        assertThat(table.lines()).hasSize(Query.PAGE);
        assertThat(table.total()).isEqualTo(PEOPLE);
        assertThat(table.after()).isEqualTo("/app/figures/reviews-held?page=2#rows");
        assertThat(words(table)).contains("Somebody 0<").doesNotContain("Somebody 50<");
        assertThat(words(named(Query.all("/x").onPage(3)).rows(EN))).contains("Somebody 119<").doesNotContain("Somebody 99<");
    }

    @Test
    void theFileHoldsEveryRowThatWasFound() {
        assertThat(named(Query.all("/x").as(Export.Format.CSV)).rows(EN).lines()).hasSize(PEOPLE);
        assertThat(named(Query.all("/x").with(RowTables.WORDS, "somebody 11").as(Export.Format.CSV)).rows(EN).lines()).as("11, 110 to 119").hasSize(11);
    }

    @Test
    void whoeverSeesNamesFindsByNameAndWhoeverSeesCodesByCode() {
        var byName = Query.all("/x").with(RowTables.WORDS, "Somebody 7 ");
        var byCode = Query.all("/x").with(RowTables.WORDS, "rx-0007");
        assertThat(words(named(byName).rows(EN))).contains("Somebody 77<").doesNotContain("Somebody 8<");
        assertThat(named(byCode).rows(EN).total()).isEqualTo(1);
        assertThat(coded(byCode).rows(EN).total()).isEqualTo(1);
        assertThat(coded(byName).rows(EN).total()).as("a name must not be found by whoever does not see it").isZero();
    }

    @Test
    void whoeverSeesNeitherLeafsThroughPlacesAndFindsNothing() {
        var page = new FigureView(value(), Figure.Level.PUBLIC, Map.of()).asked(Query.all("/x").with(RowTables.WORDS, "rx-0007").onPage(2));
        assertThat(page.open()).isFalse();
        assertThat(page.rows(EN).total()).isEqualTo(PEOPLE);
        assertThat(words(page.rows(EN))).startsWith("51 ");
        assertThat(page.rows(EN).csv()).as("the package is theirs").isEmpty();
    }

    @Test
    void whoWasLeftOutIsALongListOfItsOwn() {
        var page = named(Query.all("/x").with(RowTables.LIST, RowTables.LEFT_OUT).onPage(2));
        assertThat(page.excluded(EN).lines()).hasSize(10);
        assertThat(page.excluded(EN).before()).isEqualTo("/x?rows=left-out#out");
        assertThat(page.rows(EN).after()).as("the other list stands at its beginning").isEqualTo("/x?page=2#rows");
        assertThat(named(Query.all("/x")).excluded(EN).after()).isEqualTo("/x?page=2&rows=left-out#out");
    }

    @Test
    void aShortListStandsWhole() {
        var few = new FigureValue(FIGURE, 2025, Instant.EPOCH, value().rows().subList(0, 40), Optional.empty(), "–", value().control());
        var table = new FigureView(few, true, Map.of()).asked(Query.all("/x").onPage(2)).rows(EN);
        assertThat(table.lines()).hasSize(40);
        assertThat(table.after() + table.before() + table.csv()).isEmpty();
    }

    private static FigureView named(Query query) {
        return new FigureView(value(), true, Map.of()).asked(query);
    }

    private static FigureView coded(Query query) {
        return new FigureView(value(), Figure.Level.ASSURER, Map.of()).asked(query);
    }

    private static String words(Table<Row> table) {
        var words = new StringOutput();
        table.lines().forEach(line -> line.cells().forEach(cell -> {
            cell.content().writeTo(words);
            words.writeContent(" ");
        }));
        return words.toString();
    }

    private static FigureValue value() {
        var rows = IntStream.range(0, PEOPLE + 60).mapToObj(i -> new Row("RX-%04d".formatted(i), new UUID(7, i), String.valueOf(200_000 + i), "Somebody " + i, "某人" + i,
                i < PEOPLE ? null : "minerals.no-delivery", Facts.of(new TreeMap<>(Map.of("met", BigDecimal.ONE, "kilograms", BigDecimal.ONE))), Json.object(), List.of())).toList();
        return new FigureValue(FIGURE, 2025, Instant.EPOCH, rows, Optional.of(Fraction.of(1, 1)), "100.00",
                new ControlTotal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    }
}
