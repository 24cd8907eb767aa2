package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.trace.Outcome.Reason;

class RefusingStepsTest {

    private static final int LOT = 0, ROD = 1, POOL = 2, QUEUE = 3, PALLET = 4, NEW = 9;
    private final Book book = new Book(Limits.USUAL);

    @BeforeEach
    void aRodAndTwoPools() {
        kept(Step.received(1, 100, new Part(LOT, 1_000)));
        kept(Step.mixed(2, 200, List.of(new Part(LOT, 600)), List.of(new Part(ROD, 600)), 0));
        kept(new Step(3, 200, new Sharing.Pool(POOL), List.of(), List.of(), 0));
        kept(new Step(4, 200, new Sharing.FifoPool(QUEUE), List.of(), List.of(), 0));
    }

    private void kept(Step step) {
        assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
    }

    private void refused(Step step, Reason reason, int item) {
        var balance = book.balance();
        var nodes = book.nodes();
        assertThat(book.append(step)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.item()).isEqualTo(item);
        });
        assertThat(book.balance()).isEqualTo(balance);
        assertThat(book.nodes()).isEqualTo(nodes);
    }

    private static Step mixed(int item, long mass, Part... outputs) {
        return Step.mixed(50, 300, List.of(new Part(item, mass)), List.of(outputs), 0);
    }

    @Test
    void anEventCountsOnce() {
        refused(Step.received(2, 300, new Part(NEW, 5)), Reason.EVENT_TWICE, -1);
        kept(Step.received(1_000, 300, new Part(NEW, 5)));
        kept(Step.received(999, 300, new Part(NEW + 1, 5)));
        refused(Step.received(999, 300, new Part(NEW + 2, 5)), Reason.EVENT_TWICE, -1);
    }

    @Test
    void aStepWithNothingIsNone() {
        refused(Step.received(50, 300), Reason.EMPTY, -1);
    }

    @Test
    void numbersBeginAtNought() {
        refused(Step.received(50, 300, new Part(-1, 5)), Reason.NO_SUCH_NUMBER, -1);
        refused(mixed(-7, 5), Reason.NO_SUCH_NUMBER, -7);
        refused(new Step(50, 300, new Sharing.Pool(-2), List.of(), List.of(), 0), Reason.NO_SUCH_NUMBER, -2);
    }

    @Test
    void anItemStandsOnceOnASide() {
        refused(Step.received(50, 300, new Part(NEW, 5), new Part(NEW, 6)), Reason.LISTED_TWICE, NEW);
        refused(Step.mixed(50, 300, List.of(new Part(LOT, 5), new Part(LOT, 6)), List.of(new Part(NEW, 11)), 0), Reason.LISTED_TWICE, LOT);
    }

    @Test
    void noMassIsBelowNought() {
        refused(Step.received(50, 300, new Part(NEW, -5)), Reason.NEGATIVE_MASS, NEW);
        refused(mixed(LOT, -1), Reason.NEGATIVE_MASS, LOT);
        refused(Step.mixed(50, 300, List.of(new Part(LOT, 5)), List.of(), -5), Reason.NEGATIVE_MASS, -1);
        refused(Step.mixed(50, 300, List.of(new Part(LOT, 5)), List.of(), Long.MIN_VALUE), Reason.NEGATIVE_MASS, -1);
    }

    @Test
    void aMassThatCannotBeIsRefused() {
        refused(Step.received(50, 300, new Part(NEW, 100_000_000_001L)), Reason.ABSURD_MASS, NEW);
        refused(Step.received(50, 300, new Part(NEW, Long.MAX_VALUE)), Reason.ABSURD_MASS, NEW);
        refused(Step.mixed(50, 300, List.of(new Part(LOT, 5)), List.of(), 100_000_000_001L), Reason.ABSURD_MASS, -1);
        kept(Step.received(51, 300, new Part(NEW, 100_000_000_000L)));
    }

    @Test
    void manyMassesTogetherDoNotOverflow() {
        var parts = IntStream.range(0, 10_001).mapToObj(at -> new Part(100 + at, 100_000_000_000L)).toArray(Part[]::new);
        refused(Step.received(50, 300, parts), Reason.ABSURD_MASS, 10_100);
    }

    @Test
    void whatNobodyMadeIsNoInput() {
        refused(mixed(NEW, 5, new Part(NEW + 1, 5)), Reason.UNKNOWN_ITEM, NEW);
        refused(new Step(50, 300, new Sharing.Pool(POOL), List.of(), List.of(new Part(NEW, 0)), 0), Reason.UNKNOWN_ITEM, POOL);
    }

    @Test
    void anOutputIsNotBeforeItsInput() {
        refused(Step.mixed(50, 199, List.of(new Part(ROD, 600)), List.of(new Part(NEW, 600)), 0), Reason.OUTPUT_BEFORE_INPUT, ROD);
        kept(Step.mixed(51, 200, List.of(new Part(ROD, 600)), List.of(new Part(NEW, 600)), 0));
    }

    @Test
    void aPoolMovesForwardOnly() {
        kept(new Step(50, 300, new Sharing.Pool(POOL), List.of(new Part(LOT, 100)), List.of(), 0));
        refused(new Step(51, 299, new Sharing.Pool(POOL), List.of(new Part(LOT, 100)), List.of(), 0), Reason.OUTPUT_BEFORE_INPUT, POOL);
        refused(Step.mixed(51, 299, List.of(new Part(LOT, 10)), List.of(new Part(POOL, 10)), 0), Reason.OUTPUT_BEFORE_INPUT, POOL);
        refused(Step.mixed(51, 299, List.of(new Part(POOL, 10)), List.of(new Part(NEW, 10)), 0), Reason.OUTPUT_BEFORE_INPUT, POOL);
    }

    @Test
    void nothingIsMadeOfItself() {
        refused(mixed(ROD, 600, new Part(LOT, 600)), Reason.CYCLE, LOT);
        refused(mixed(ROD, 600, new Part(ROD, 600)), Reason.CYCLE, ROD);
        refused(new Step(50, 300, new Sharing.Pool(POOL), List.of(new Part(LOT, 10)), List.of(new Part(POOL, 10)), 0), Reason.CYCLE, POOL);
        refused(new Step(50, 300, new Sharing.Pool(POOL), List.of(new Part(POOL, 10)), List.of(), 0), Reason.CYCLE, POOL);
    }

    @Test
    void anItemIsMadeOnce() {
        kept(Step.received(50, 300, new Part(NEW, 600)));
        refused(Step.received(51, 300, new Part(ROD, 600)), Reason.MADE_TWICE, ROD);
        refused(Step.mixed(51, 300, List.of(new Part(NEW, 600)), List.of(new Part(ROD, 600)), 0), Reason.MADE_TWICE, ROD);
    }

    @Test
    void whatIsUsedUpIsNotUsedAgain() {
        kept(mixed(ROD, 600, new Part(NEW, 600)));
        refused(Step.mixed(51, 300, List.of(new Part(ROD, 1)), List.of(new Part(NEW + 1, 1)), 0), Reason.USED_TWICE, ROD);
    }

    @Test
    void aChildIsInOnePackOnly() {
        kept(pack(50, new Part(PALLET, 600), new Part(ROD, 600)));
        refused(pack(51, new Part(PALLET + 1, 600), new Part(ROD, 600)), Reason.PACKED_TWICE, ROD);
        refused(Step.mixed(51, 300, List.of(new Part(ROD, 600)), List.of(new Part(NEW, 600)), 0), Reason.USED_TWICE, ROD);
    }

    @Test
    void onlyWhatIsInAPackIsTakenOut() {
        kept(pack(50, new Part(PALLET, 600), new Part(ROD, 600)));
        refused(new Step(51, 300, new Sharing.Packing(), List.of(new Part(PALLET, 400)), List.of(new Part(LOT, 400)), 0), Reason.NOT_IN_THERE, LOT);
    }

    @Test
    void aPackHoldsThingsWhole() {
        refused(pack(50, new Part(PALLET, 300), new Part(ROD, 300)), Reason.DOES_NOT_FIT, ROD);
        refused(pack(50, new Part(PALLET, 599), new Part(ROD, 600)), Reason.DOES_NOT_FIT, -1);
        refused(new Step(50, 300, new Sharing.Packing(), List.of(new Part(ROD, 600)), List.of(new Part(NEW, 300), new Part(PALLET, 300)), 0), Reason.DOES_NOT_FIT, -1);
    }

    @Test
    void muchMoreThanThereIsCannotBeTaken() {
        refused(mixed(ROD, 632, new Part(NEW, 632)), Reason.MORE_THAN_THERE_IS, ROD);
        refused(new Step(50, 300, new Sharing.FifoPool(QUEUE), List.of(new Part(ROD, 600)), List.of(new Part(NEW, 640)), 0), Reason.MORE_THAN_THERE_IS, QUEUE);
        assertThat(book.append(mixed(ROD, 631, new Part(NEW, 631)))).isEqualTo(new Outcome.Kept(31));
        assertThat(book.balance()).isEqualTo(new Book.Balance(1_000, 31, 1_031, 0, 0));
    }

    @Test
    void aStepClosesOrSaysWhatIsMissing() {
        refused(mixed(ROD, 600, new Part(NEW, 569)), Reason.DOES_NOT_CLOSE, -1);
        refused(mixed(ROD, 600, new Part(NEW, 632)), Reason.DOES_NOT_CLOSE, -1);
        refused(Step.mixed(50, 300, List.of(new Part(ROD, 600)), List.of(), 500), Reason.DOES_NOT_CLOSE, -1);
        assertThat(book.append(mixed(ROD, 600, new Part(NEW, 570)))).isEqualTo(new Outcome.Kept(-30));
        assertThat(book.balance()).isEqualTo(new Book.Balance(1_000, 0, 970, 0, 30));
    }

    @Test
    void whatIsMeasuredFitsItsStep() {
        var flows = List.of(new Sharing.Flow(ROD, NEW, 601));
        refused(new Step(50, 300, new Sharing.Measured(flows), List.of(new Part(ROD, 600)), List.of(new Part(NEW, 601)), 0), Reason.DOES_NOT_FIT, ROD);
        flows = List.of(new Sharing.Flow(ROD, NEW, 600));
        refused(new Step(50, 300, new Sharing.Measured(flows), List.of(new Part(ROD, 600)), List.of(new Part(NEW, 590)), 10), Reason.DOES_NOT_FIT, NEW);
        flows = List.of(new Sharing.Flow(LOT, NEW, 10));
        refused(new Step(50, 300, new Sharing.Measured(flows), List.of(new Part(ROD, 600)), List.of(new Part(NEW, 600)), 0), Reason.DOES_NOT_FIT, LOT);
        flows = List.of(new Sharing.Flow(ROD, NEW, -1));
        refused(new Step(50, 300, new Sharing.Measured(flows), List.of(new Part(ROD, 600)), List.of(new Part(NEW, 600)), 0), Reason.DOES_NOT_FIT, ROD);
    }

    @Test
    void outputsLieBesideEachOther() {
        var two = List.of(new Part(NEW, 300), new Part(NEW + 1, 300));
        refused(new Step(50, 300, new Sharing.Position(List.of(0L, 299L)), List.of(new Part(ROD, 600)), two, 0), Reason.DOES_NOT_FIT, -1);
        refused(new Step(50, 300, new Sharing.Position(List.of(0L)), List.of(new Part(ROD, 600)), two, 0), Reason.DOES_NOT_FIT, -1);
        refused(new Step(50, 300, new Sharing.Position(List.of(-1L, 300L)), List.of(new Part(ROD, 600)), two, 0), Reason.DOES_NOT_FIT, -1);
        kept(new Step(50, 300, new Sharing.Position(List.of(0L, 300L)), List.of(new Part(ROD, 600)), two, 0));
    }

    @Test
    void aPoolStaysOfItsKind() {
        refused(new Step(50, 300, new Sharing.Pool(QUEUE), List.of(new Part(ROD, 600)), List.of(), 0), Reason.NOT_THAT_POOL, QUEUE);
        refused(new Step(50, 300, new Sharing.FifoPool(ROD), List.of(new Part(LOT, 100)), List.of(), 0), Reason.NOT_THAT_POOL, ROD);
    }

    private static Step pack(long event, Part into, Part... parts) {
        return new Step(event, 300, new Sharing.Packing(), List.of(parts), List.of(into), 0);
    }
}
