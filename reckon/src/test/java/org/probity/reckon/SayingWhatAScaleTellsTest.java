package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.reckon.Difference.Verdict;

class SayingWhatAScaleTellsTest {
    /** R's data set {@code attitude}: thirty departments, seven questions. */
    static final int[][] ATTITUDE = {{43, 51, 30, 39, 61, 92, 45}, {63, 64, 51, 54, 63, 73, 47}, {71, 70, 68, 69, 76, 86, 48}, {61, 63, 45, 47, 54, 84, 35}, {81, 78, 56, 66, 71, 83, 47},
        {43, 55, 49, 44, 54, 49, 34}, {58, 67, 42, 56, 66, 68, 35}, {71, 75, 50, 55, 70, 66, 41}, {72, 82, 72, 67, 71, 83, 31}, {67, 61, 45, 47, 62, 80, 41}, {64, 53, 53, 58, 58, 67, 34},
        {67, 60, 47, 39, 59, 74, 41}, {69, 62, 57, 42, 55, 63, 25}, {68, 83, 83, 45, 59, 77, 35}, {77, 77, 54, 72, 79, 77, 46}, {81, 90, 50, 72, 60, 54, 36}, {74, 85, 64, 69, 79, 79, 63},
        {65, 60, 65, 75, 55, 80, 60}, {65, 70, 46, 57, 75, 85, 46}, {50, 58, 68, 54, 64, 78, 52}, {50, 40, 33, 34, 43, 64, 33}, {64, 61, 52, 62, 66, 80, 41}, {53, 66, 52, 50, 63, 80, 37},
        {40, 37, 42, 58, 50, 57, 49}, {63, 54, 42, 48, 66, 75, 33}, {66, 77, 66, 63, 88, 76, 72}, {78, 75, 58, 74, 80, 78, 49}, {48, 57, 44, 45, 51, 83, 38}, {85, 85, 71, 71, 77, 74, 55},
        {82, 82, 39, 59, 64, 78, 39}};

    @Test
    void alphaAndItsIntervalAreThoseOfR() {
        var items = IntStream.range(0, 7).mapToObj(item -> Sample.of(Arrays.stream(ATTITUDE).mapToLong(it -> it[item]).toArray())).toList();
        var alpha = Alpha.of(items, Sample.of(Arrays.stream(ATTITUDE).mapToLong(it -> Arrays.stream(it).sum()).toArray()));
        assertThat(alpha.value()).isCloseTo(0.843143, within(1e-6));
        assertThat(alpha.low()).isCloseTo(0.7394, within(1e-4));
        assertThat(alpha.high()).isCloseTo(0.9158, within(1e-4));
        var same = Sample.of(3, 3, 3);
        assertThat(Alpha.of(List.of(same, same), Sample.of(6, 6, 6)).value()).as("nobody differs: nothing is said").isNaN();
        assertThatThrownBy(() -> Alpha.of(List.of(same), same)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Alpha.of(List.of(same, Sample.of(1, 2)), same)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofPeopleAllOfWhomAnsweredNothingIsInDoubt() {
        var four = Sample.of(1, 2, 3, 4);
        assertThat(four.range(4)).isEqualTo(new Sample.Range(2.5, 2.5));
        // 1.290994 / 2 * 3.182446 for a population without end; by sqrt(4 / 7) for one of eight.
        assertThat(four.range(1_000_000_000).high()).isCloseTo(2.5 + 2.054260, within(1e-5));
        assertThat(four.range(8).low()).isCloseTo(2.5 - 2.054260 * Math.sqrt(4 / 7.0), within(1e-5));
        assertThat(four.score(4, 1)).isEqualByComparingTo("62.5");
        assertThat(Sample.of(4, 4, 4).unanimous()).isTrue();
        assertThat(four.unanimous()).isFalse();
        assertThat(four.minus(Sample.of(4)).plus(Sample.of(4))).isEqualTo(four);
        assertThatThrownBy(() -> new Sample(2, 4, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDifferenceIsClearWhenItIsNeitherLikelyByChanceNorSmall() {
        // By hand: 2.4 apart, t = 2.4 / sqrt(0.5 + 1.06), freedom 7.0868.
        var by = Difference.between(Sample.of(1, 2, 3, 4, 5), Sample.of(3, 4, 5, 6, 9));
        assertThat(by.p()).isCloseTo(0.0956017, within(1e-6));
        assertThat(by.verdict()).isEqualTo(Verdict.NOT_CLEAR);
        var many = new Sample(10_000, 20_000, 50_000);
        assertThat(Difference.between(many, new Sample(10_000, 21_000, 54_000)).p()).isLessThan(1e-9);
        assertThat(Difference.between(many, new Sample(10_000, 21_000, 54_000)).verdict()).as("sure, and a tenth of a deviation").isEqualTo(Verdict.NOT_CLEAR);
        assertThat(Difference.between(many, new Sample(10_000, 23_000, 63_000)).verdict()).isEqualTo(Verdict.LOWER);
        assertThat(Difference.between(new Sample(10_000, 23_000, 63_000), many).verdict()).isEqualTo(Verdict.HIGHER);
        assertThat(Difference.between(Sample.of(1, 1), Sample.of(1, 1)).verdict()).isEqualTo(Verdict.NOT_CLEAR);
        assertThat(Difference.between(Sample.of(1), Sample.of(4, 4)).verdict()).isEqualTo(Verdict.NOT_CLEAR);
        assertThat(Difference.between(Sample.of(4, 4), Sample.of(1, 1)).verdict()).isEqualTo(Verdict.HIGHER);
    }

    /** R: p.adjust(c(0.01, 0.04, 0.03), "holm"). */
    @Test
    void manyAskedAtOnceAreHeldAgainstEachOther() {
        assertThat(Difference.together(List.of(new Difference(0.01, 1), new Difference(0.04, 1), new Difference(0.03, -1)))).extracting(Difference::p)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1).containsExactly(0.03, 0.06, 0.06);
    }
}
