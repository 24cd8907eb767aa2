package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three lots of 100 each, and what becomes of them by each way of sharing. */
class SharingInputsTest {

    private final Book book = new Book(Limits.USUAL);

    @BeforeEach
    void threeLots() {
        keep(Step.received(1, 1, new Part(0, 100), new Part(1, 100), new Part(2, 100)));
    }

    private void keep(Step step) {
        assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
    }

    /** In thousandths: "0:333 1:667". */
    private String holds(int item) {
        var origins = new Shares(book).of(item);
        return origins.shares().stream().map(share -> share.origin() + ":" + share.likely() / (Origins.WHOLE / 1_000)).collect(Collectors.joining(" "))
                + (origins.unknown() > 0 ? " ?:" + origins.unknown() / (Origins.WHOLE / 1_000) : "");
    }

    private static Step step(Sharing sharing, List<Part> inputs, List<Part> outputs) {
        return new Step(9, 9, sharing, inputs, outputs, 0);
    }

    private static final List<Part> ALL = List.of(new Part(0, 100), new Part(1, 100), new Part(2, 100));
    private static final List<Part> TWO = List.of(new Part(10, 150), new Part(11, 150));

    @Test
    void mixedEachHoldsEach() {
        keep(step(new Sharing.Proportional(), ALL, TWO));
        assertThat(holds(10)).isEqualTo("0:333 1:333 2:333").isEqualTo(holds(11));
    }

    @Test
    void measuredEachHoldsWhatWasWeighed() {
        keep(step(new Sharing.Measured(List.of(new Sharing.Flow(0, 10, 100), new Sharing.Flow(2, 10, 50), new Sharing.Flow(2, 11, 50), new Sharing.Flow(1, 11, 100))), ALL, TWO));
        assertThat(holds(10)).isEqualTo("0:666 2:333");
        assertThat(holds(11)).isEqualTo("1:666 2:333");
    }

    @Test
    void whatTheScaleDoesNotExplainIsFoundThereAndLostHere() {
        var flows = List.of(new Sharing.Flow(0, 10, 100), new Sharing.Flow(1, 10, 46), new Sharing.Flow(1, 11, 50), new Sharing.Flow(2, 11, 100));
        keep(step(new Sharing.Measured(flows), ALL, TWO));
        assertThat(holds(10)).isEqualTo("0:666 1:306 ?:26");
        assertThat(book.balance()).isEqualTo(new Book.Balance(300, 4, 300, 0, 4));
    }

    @Test
    void cutByPositionEachHoldsItsStretch() {
        keep(step(new Sharing.Position(List.of()), ALL, TWO));
        assertThat(holds(10)).isEqualTo("0:666 1:333");
        assertThat(holds(11)).isEqualTo("1:333 2:666");
    }

    @Test
    void whatIsCutOffBetweenIsScrapOfThatPlace() {
        keep(new Step(9, 9, new Sharing.Position(List.of(0L, 200L)), ALL, List.of(new Part(10, 90), new Part(11, 100)), 110));
        assertThat(holds(10)).isEqualTo("0:1000");
        assertThat(holds(11)).isEqualTo("2:1000");
        assertThat(book.balance()).isEqualTo(new Book.Balance(300, 0, 190, 110, 0));
    }

    @Test
    void aMeltKeepsItsHeel() {
        keep(step(new Sharing.Pool(20), List.of(new Part(0, 100)), List.of(new Part(10, 80))));
        keep(new Step(10, 10, new Sharing.Pool(20), List.of(new Part(1, 100)), List.of(new Part(11, 90)), 10));
        assertThat(holds(10)).isEqualTo("0:1000");
        assertThat(holds(11)).isEqualTo("0:166 1:833").isEqualTo(holds(20));
        assertThat(book.stock(20)).isEqualTo(20);
        assertThat(new Reach(book).upstream(20, 9)).containsExactly(0);
        assertThat(new Reach(book).upstream(20)).containsExactly(0, 1);
    }

    @Test
    void aPoolThatRanEmptyForgets() {
        keep(step(new Sharing.Pool(20), List.of(new Part(0, 100)), List.of(new Part(10, 100))));
        keep(new Step(10, 10, new Sharing.Pool(20), List.of(new Part(1, 100)), List.of(new Part(11, 100)), 0));
        assertThat(holds(11)).isEqualTo("1:1000");
        assertThat(new Reach(book).downstream(20)).containsExactly(10, 11);
    }

    @Test
    void aPoolTakesWhatComesFromOutsideOntoItsHeel() {
        keep(step(new Sharing.Pool(20), List.of(new Part(0, 100)), List.of()));
        keep(Step.received(10, 10, new Part(20, 300)));
        assertThat(holds(20)).isEqualTo("0:250 20:750");
        assertThat(book.balance()).isEqualTo(new Book.Balance(600, 0, 600, 0, 0));
    }

    @Test
    void firstInIsFirstOut() {
        keep(step(new Sharing.FifoPool(20), List.of(new Part(0, 100), new Part(1, 100)), List.of(new Part(10, 130))));
        keep(new Step(10, 10, new Sharing.FifoPool(20), List.of(new Part(2, 100)), List.of(new Part(11, 90)), 0));
        assertThat(holds(10)).isEqualTo("0:769 1:230");
        assertThat(holds(11)).isEqualTo("1:777 2:222");
        assertThat(holds(20)).isEqualTo("2:1000");
        assertThat(book.stock(20)).isEqualTo(80);
    }

    @Test
    void packingMixesNothing() {
        keep(step(new Sharing.Packing(), List.of(new Part(0, 100), new Part(1, 100)), List.of(new Part(30, 200))));
        keep(new Step(10, 10, new Sharing.Packing(), List.of(new Part(2, 100)), List.of(new Part(30, 100)), 0));
        keep(new Step(11, 11, new Sharing.Packing(), List.of(new Part(30, 300)), List.of(new Part(31, 300)), 0));
        assertThat(holds(31)).isEqualTo("0:333 1:333 2:333");
        assertThat(book.packedIn(0)).hasValue(30);
        keep(new Step(12, 12, new Sharing.Packing(), List.of(new Part(31, 300)), List.of(new Part(30, 300)), 0));
        keep(new Step(13, 13, new Sharing.Packing(), List.of(new Part(30, 100)), List.of(new Part(1, 100)), 0));
        assertThat(holds(1)).isEqualTo("1:1000");
        assertThat(holds(30)).isEqualTo("0:500 2:500");
        assertThat(book.stock(1)).isEqualTo(100);
        assertThat(book.packedIn(1)).isEmpty();
        assertThat(book.balance()).isEqualTo(new Book.Balance(300, 0, 300, 0, 0));
        keep(Step.mixed(14, 14, List.of(new Part(1, 100)), List.of(new Part(40, 100)), 0));
        assertThat(new Reach(book).upstream(40)).containsExactly(1);
    }
}
