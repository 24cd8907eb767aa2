package org.probity.vest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.probity.vest.UnitPlan.Given;
import org.probity.vest.UnitPlan.Leaving;
import org.probity.vest.UnitPlan.Left;
import org.probity.vest.UnitPlan.Line;
import org.probity.vest.UnitPlan.Reason;

class RunningUnitsTest {
    private static final UnitPlan PLAN = new UnitPlan(UnitPlan.USUAL, UnitPlan.USUAL_LEAVING);
    private static final Map<Integer, BigDecimal> HALF_A_YUAN =
            Map.of(2026, new BigDecimal("0.50"), 2027, new BigDecimal("0.50"), 2028, new BigDecimal("0.50"), 2029, new BigDecimal("0.50"), 2030, new BigDecimal("0.50"));

    private static long settled(long units, String base, String value) {
        return PLAN.lines(new Given(units, new BigDecimal(base), 2026), HALF_A_YUAN, Map.of(2030, new BigDecimal(value)), Optional.empty(), 2030).stream()
                .filter(Line.Settlement.class::isInstance).mapToLong(Line::paid).sum();
    }

    @Test
    void fiveYearsOfTenThousandUnits() {
        var lines = PLAN.lines(new Given(10_000, new BigDecimal("1.00"), 2026), HALF_A_YUAN, Map.of(2030, new BigDecimal("5.00")), Optional.empty(), 2040);
        assertThat(lines).filteredOn(Line.Dividend.class::isInstance).extracting(Line::paid).containsExactly(0L, 166_667L, 333_333L, 500_000L, 500_000L);
        assertThat(lines.stream().filter(Line.Dividend.class::isInstance).mapToLong(Line::paid).sum()).isEqualTo(1_500_000);
        assertThat(lines).filteredOn(Line.Settlement.class::isInstance).extracting(Line::paid).containsExactly(4_000_000L);
        assertThat(lines.getLast()).isEqualTo(new Line.Void(2030, 10_000));
    }

    @Test
    void settlementsAsPublished() {
        assertThat(settled(10_000, "1.00", "5.00")).isEqualTo(4_000_000);
        assertThat(settled(20_000, "5.42", "6.55")).isEqualTo(2_260_000);
        assertThat(settled(20_000, "6.55", "5.42")).isZero();
        assertThat(UnitPlan.USUAL.stream().reduce(BigFraction.ZERO, BigFraction::add)).isEqualTo(BigFraction.of(3));
    }

    @Test
    void nothingIsReckonedFromNothing() {
        var lines = PLAN.lines(new Given(10_000, BigDecimal.ONE, 2026), Map.of(2027, BigDecimal.ONE), Map.of(), Optional.empty(), 2030);
        assertThat(lines).filteredOn(Line.Waits.class::isInstance).containsExactly(new Line.Waits(2028, false), new Line.Waits(2029, false), new Line.Waits(2030, false), new Line.Waits(2030, true));
        assertThat(lines).noneMatch(Line.Void.class::isInstance);
    }

    @Test
    void whoLeavesGetsWhatTheReasonSays() {
        assertThat(left(Reason.VOLUNTARY_RETIREMENT, PLAN)).containsExactly(0L, 166_667L, 333_333L, 500_000L, 500_000L, 4_000_000L, 0L);
        assertThat(left(Reason.VOLUNTARY_OTHER, PLAN)).containsExactly(0L, 166_667L, 0L);
        assertThat(left(Reason.VOLUNTARY_OTHER, plan(Leaving.NEXT_DIVIDEND))).containsExactly(0L, 166_667L, 333_333L, 0L);
        // Half the term served, worth 3.00 in that year.
        assertThat(left(Reason.VOLUNTARY_OTHER, plan(Leaving.PRO_RATA))).containsExactly(0L, 166_667L, 1_000_000L, 0L);
    }

    private static UnitPlan plan(Leaving leaving) {
        return new UnitPlan(UnitPlan.USUAL, Map.of(Reason.VOLUNTARY_OTHER, leaving));
    }

    private static List<Long> left(Reason reason, UnitPlan plan) {
        return plan.lines(new Given(10_000, new BigDecimal("1.00"), 2026), HALF_A_YUAN, Map.of(2028, new BigDecimal("3.00"), 2030, new BigDecimal("5.00")),
                Optional.of(new Left(reason, 2028, BigFraction.of(1, 2))), 2030).stream().map(Line::paid).toList();
    }

    @Test
    void aGrantStaysBelowItsCap() {
        assertThat(UnitPlan.grant(4_000, BigFraction.of(6, 5), 20_000, 10_000)).isEqualTo(4_800);
        assertThat(UnitPlan.grant(4_000, BigFraction.of(6, 5), 20_000, 18_000)).isEqualTo(2_000);
        assertThat(UnitPlan.grant(4_000, BigFraction.ONE, 20_000, 25_000)).isZero();
        assertThat(UnitPlan.grant(1_001, BigFraction.of(1, 2), 20_000, 0)).isEqualTo(500);
    }

    @Test
    void stillTheSameEachYearFiveAreHeldAndThreeBear() {
        var bears = BigFraction.ZERO;
        for (int year = 2021; year <= 2025; year++) {
            var lines = PLAN.lines(new Given(1_000, BigDecimal.ONE, year), Map.of(2025, BigDecimal.ONE), Map.of(2025, BigDecimal.ONE), Optional.empty(), 2025);
            bears = bears.add(lines.stream().filter(it -> it.year() == 2025 && it instanceof Line.Dividend).map(it -> ((Line.Dividend) it).part()).reduce(BigFraction.ZERO, BigFraction::add));
        }
        assertThat(bears).isEqualTo(BigFraction.of(3));
    }

    @Test
    void noYearBearsMoreThanTheWholeDividend() {
        assertThatThrownBy(() -> new UnitPlan(List.of(BigFraction.of(4, 3)), Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitPlan(List.of(), Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
