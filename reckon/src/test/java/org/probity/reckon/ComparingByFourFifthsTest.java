package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ComparingByFourFifthsTest {

    @Test
    void exactlyFourFifthsIsNotLess() {
        // Uniform Guidelines, question 11: of 60, 45, 48 and 51 % the second is flagged, 48 by 60 is 80 % and is not.
        var ratios = FourFifths.of(List.of(new Group("white", 60, 100), new Group("indian", 45, 100), new Group("hispanic", 48, 100), new Group("black", 51, 100)));
        assertThat(ratios).extracting(FourFifths.Ratio::ratio)
                .containsExactly(BigFraction.ONE, BigFraction.of(3, 4), BigFraction.of(4, 5), BigFraction.of(17, 20));
        assertThat(ratios).extracting(FourFifths.Ratio::flagged).containsExactly(false, true, false, false);
    }

    @Test
    void whatDoublesCallLessThanFourFifthsIsNotFlaggedWhenItIsFourFifths() {
        var lies = 0;
        for (int of = 1; of <= 60; of++) {
            for (int chosen = 1; chosen <= of; chosen++) {
                for (int ofBest = 1; ofBest <= 60; ofBest++) {
                    var best = 5 * chosen * ofBest;
                    if (best % (4 * of) != 0 || best / (4 * of) > ofBest) {
                        continue;
                    }
                    var chosenBest = best / (4 * of);
                    if ((double) chosen / of / ((double) chosenBest / ofBest) < 0.8) {
                        lies++;
                        assertThat(Comparison.of(new Group("one", chosen, of), new Group("best", chosenBest, ofBest)).flagged())
                                .as("%d/%d by %d/%d", chosen, of, chosenBest, ofBest).isFalse();
                    }
                }
            }
        }
        assertThat(lies).as("tables that are exactly 4/5 and less in doubles").isEqualTo(1198);
    }

    @Test
    void oneMoreOrLessDecides() {
        assertThat(FourFifths.of(List.of(new Group("one", 799, 1000), new Group("best", 1000, 1000))).getFirst().flagged()).isTrue();
        assertThat(FourFifths.of(List.of(new Group("one", 800, 1000), new Group("best", 1000, 1000))).getFirst().flagged()).isFalse();
    }

    @Test
    void aGroupOfLessThanAFiftiethIsNeitherFlaggedNorAMeasure() {
        var ratios = FourFifths.of(List.of(new Group("few", 1, 1), new Group("many", 40, 100)));
        assertThat(ratios).extracting(FourFifths.Ratio::flagged).containsExactly(false, false);
        assertThat(ratios.getFirst().ratio()).isEqualTo(BigFraction.of(5, 2));
        assertThat(FourFifths.of(List.of(new Group("few", 0, 2), new Group("many", 40, 98))).getFirst().flagged()).as("a fiftieth exactly").isTrue();
    }

    @Test
    void nobodyChosenIsNoDifferenceAndNobodyThereIsLeftOut() {
        assertThat(FourFifths.of(List.of(new Group("one", 0, 10), new Group("other", 0, 20), new Group("nobody", 0, 0))))
                .extracting(FourFifths.Ratio::ratio).containsExactly(BigFraction.ONE, BigFraction.ONE);
        assertThat(FourFifths.of(List.of(new Group("nobody", 0, 0)))).isEmpty();
    }

    @Test
    void theLargestGroupsDoNotOverflow() {
        var most = 1_000_000_000L;
        assertThat(FourFifths.of(List.of(new Group("one", most - most / 5 - 1, most), new Group("best", most, most))).getFirst().flagged()).isTrue();
        assertThat(FourFifths.of(List.of(new Group("one", most - most / 5, most), new Group("best", most, most))).getFirst().flagged()).isFalse();
        assertThatThrownBy(() -> new Group("one", 0, most + 1)).hasMessageContaining("1000000001");
        assertThatThrownBy(() -> new Group("one", 3, 2)).hasMessageContaining("3 of 2");
    }
}
