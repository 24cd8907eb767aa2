package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two lots of polysilicon, a reclaim pool, two rods of which the second takes back slabs of the first. */
class FollowingSiliconTest {

    private static final int NORTH = 0, SOUTH = 1, RECLAIM = 2, ROD_1 = 3, ROD_2 = 4, BRICK_1 = 5, BRICK_2 = 6;
    private final Book book = new Book(Limits.USUAL);

    @BeforeEach
    void aWeek() {
        kept(Step.received(1, 100, new Part(NORTH, 400_000), new Part(SOUTH, 600_000)));
        kept(new Step(2, 100, new Sharing.Pool(RECLAIM), List.of(), List.of(), 0));
        kept(Step.mixed(3, 200, List.of(new Part(NORTH, 400_000), new Part(SOUTH, 100_000)), List.of(new Part(ROD_1, 500_000)), 0));
        kept(Step.mixed(4, 300, List.of(new Part(ROD_1, 500_000)), List.of(new Part(BRICK_1, 300_000), new Part(RECLAIM, 190_000)), 10_000));
        kept(Step.mixed(5, 400, List.of(new Part(RECLAIM, 100_000), new Part(SOUTH, 400_000)), List.of(new Part(ROD_2, 499_000)), 0));
        kept(Step.mixed(6, 500, List.of(new Part(ROD_2, 499_000)), List.of(new Part(BRICK_2, 299_000), new Part(RECLAIM, 200_000)), 0));
    }

    private void kept(Step step) {
        assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
    }

    private static Origins.Share share(int origin, int hundredths) {
        var share = Origins.WHOLE / 100 * hundredths;
        return new Origins.Share(origin, share, share, share);
    }

    @Test
    void aBrickComesFromItsRodAndFromWhatWasReclaimed() {
        var reach = new Reach(book);
        assertThat(reach.upstream(BRICK_1)).containsExactly(NORTH, SOUTH, ROD_1);
        assertThat(reach.upstream(BRICK_2)).containsExactly(NORTH, SOUTH, RECLAIM, ROD_1, ROD_2);
        assertThat(reach.eventsUpstream(BRICK_2)).containsExactly(1, 3, 4, 5, 6);
    }

    @Test
    void aLotIsInAllThatWasMadeWithIt() {
        var reach = new Reach(book);
        assertThat(reach.downstream(NORTH)).containsExactly(RECLAIM, ROD_1, ROD_2, BRICK_1, BRICK_2);
        assertThat(reach.downstream(NORTH, 300)).containsExactly(RECLAIM, ROD_1, BRICK_1);
        assertThat(reach.downstream(BRICK_1)).isEmpty();
    }

    @Test
    void aWayLeadsFromTheLotToTheBrick() {
        assertThat(new Reach(book).way(NORTH, BRICK_2)).containsExactly(NORTH, ROD_1, RECLAIM, ROD_2, BRICK_2);
        assertThat(new Reach(book).way(BRICK_1, BRICK_2)).isEmpty();
    }

    @Test
    void sharesFollowMassThroughThePool() {
        var origins = new Shares(book).of(BRICK_2);
        // A fifth of the second rod is reclaim, of which four fifths came from the north.
        assertThat(origins.shares()).containsExactly(share(NORTH, 16), share(SOUTH, 84));
        assertThat(origins.mass(origins.shares().getFirst().likely())).isEqualTo(47_840);
        assertThat(origins.shares().getFirst().fraction()).isEqualByComparingTo("0.16");
    }

    @Test
    void aRecallTellsHowMuchOfItIsInEach() {
        var told = new ArrayList<String>();
        assertThat(new Recall(book).of(NORTH, (item, event, mass, share) -> told.add(item + " " + event + " " + Whole.times(share, mass, Origins.WHOLE)))).isEqualTo(6);
        assertThat(told).containsExactly("3 3 400000", "5 4 240000", "2 4 152000", "4 5 79840", "6 6 47840", "2 6 103999");
    }

    @Test
    void everyGramIsSomewhere() {
        assertThat(book.balance()).isEqualTo(new Book.Balance(1_000_000, 0, 989_000, 10_000, 1_000));
        assertThat(book.balance().difference()).isZero();
        assertThat(book.stock(RECLAIM)).isEqualTo(290_000);
        assertThat(book.stock(SOUTH)).isEqualTo(100_000);
    }
}
