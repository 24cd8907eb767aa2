package org.probity.vest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.probity.vest.Condition.Brings;
import org.probity.vest.Condition.Period;
import org.probity.vest.Condition.Trigger;

class BecomingOnesOwnTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2100, 1, 1);

    private static Condition start(String... next) {
        return new Condition("start", share(0, 1), new Trigger.Start(), List.of(next));
    }

    private static Condition after(String id, String base, Brings brings, Period period, String... next) {
        return new Condition(id, brings, new Trigger.After(period, base), List.of(next));
    }

    private static Condition event(String id, Brings brings, String... next) {
        return new Condition(id, brings, new Trigger.Happens(), List.of(next));
    }

    private static Brings share(long of, long whole) {
        return new Brings.Share(BigFraction.of(of, whole), false);
    }

    private static Period months(int length, int times) {
        return new Period(length, true, times, 0, 0);
    }

    private static Facts from(LocalDate day) {
        return new Facts(List.of(new Facts.Happened("start", day)), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    private static Vesting vesting(long quantity, Terms terms, LocalDate start) {
        return new Vesting(Grant.of(start, quantity, terms), from(start));
    }

    private static Terms monthly(Allocation allocation, int times, int cliff) {
        return Terms.of(allocation, List.of(start("on"), after("on", "start", share(1, times), new Period(1, true, times, 0, cliff))));
    }

    private static Terms fourYears(Allocation allocation) {
        return Terms.of(allocation, List.of(start("year"), after("year", "start", share(1, 4), months(12, 1), "on"), after("on", "year", share(1, 48), months(1, 36))));
    }

    private static List<Long> amounts(Vesting vesting) {
        return vesting.instalments(END).stream().map(it -> it.amount().longValue()).toList();
    }

    private static List<String> days(Vesting vesting) {
        return vesting.instalments(END).stream().map(it -> it.day().toString()).toList();
    }

    private static List<Long> now(Vesting vesting, String day) {
        var standing = vesting.standing(LocalDate.parse(day));
        return List.of(standing.vested().longValue(), standing.certain().longValue(), standing.contingent().longValue(), standing.lapsed().longValue());
    }

    @Test
    void eighteenOverFourIsLaidInSevenWays() {
        assertThat(Allocation.CUMULATIVE_ROUNDING.over(Round.of(18), 4)).extracting(BigFraction::longValue).containsExactly(5L, 4L, 5L, 4L);
        assertThat(Allocation.CUMULATIVE_ROUND_DOWN.over(Round.of(18), 4)).extracting(BigFraction::longValue).containsExactly(4L, 5L, 4L, 5L);
        assertThat(Allocation.FRONT_LOADED.over(Round.of(18), 4)).extracting(BigFraction::longValue).containsExactly(5L, 5L, 4L, 4L);
        assertThat(Allocation.BACK_LOADED.over(Round.of(18), 4)).extracting(BigFraction::longValue).containsExactly(4L, 4L, 5L, 5L);
        assertThat(Allocation.FRONT_LOADED_TO_SINGLE_TRANCHE.over(Round.of(18), 4)).extracting(BigFraction::longValue).containsExactly(6L, 4L, 4L, 4L);
        assertThat(Allocation.BACK_LOADED_TO_SINGLE_TRANCHE.over(Round.of(18), 4)).extracting(BigFraction::longValue).containsExactly(4L, 4L, 4L, 6L);
        assertThat(Allocation.FRACTIONAL.over(Round.of(18), 4)).containsOnly(BigFraction.of(9, 2)).hasSize(4);
        assertThat(Allocation.CUMULATIVE_ROUND_DOWN.over(Round.of(100), 6)).extracting(BigFraction::longValue).containsExactly(16L, 17L, 17L, 16L, 17L, 17L);
        assertThat(Allocation.CUMULATIVE_ROUND_DOWN.over(Round.of(9_007_199_254_740_991L), 7).stream().reduce(BigFraction.ZERO, BigFraction::add)).isEqualTo(Round.of(9_007_199_254_740_991L));
    }

    @Test
    void aCliffFoldsWhatTheGridBringsUpToIt() {
        var expected = List.of(9L, 9L, 10L, 8L, 10L, 8L);
        for (int at = 0; at < expected.size(); at++) {
            var vesting = vesting(18, monthly(Allocation.values()[at], 4, 2), START);
            assertThat(amounts(vesting)).as(Allocation.values()[at].name()).hasSize(3).startsWith(expected.get(at));
            assertThat(amounts(vesting).stream().mapToLong(Long::longValue).sum()).isEqualTo(18);
            assertThat(days(vesting)).startsWith("2025-03-01");
        }
        assertThat(days(vesting(100_000, monthly(Allocation.CUMULATIVE_ROUND_DOWN, 12, 12), START))).containsExactly("2026-01-01");
    }

    @Test
    void aStepReckonsFromTheLastOccurrenceOfTheOneBeforeIt() {
        var terms = Terms.of(Allocation.BACK_LOADED, List.of(start("first"), after("first", "start", share(1, 10), months(24, 1), "a"), after("a", "first", share(1, 80), months(1, 12), "b"),
                after("b", "a", share(1, 60), months(1, 12), "c"), after("c", "b", share(1, 48), months(1, 12), "d"), after("d", "c", share(1, 40), months(1, 12))));
        var six = vesting(4_800, terms, START);
        assertThat(days(six)).hasSize(49).startsWith("2027-01-01", "2027-02-01").endsWith("2030-12-01", "2031-01-01");
        assertThat(amounts(six)).startsWith(480L, 60L).endsWith(120L, 120L);
        assertThat(six.standing(LocalDate.of(2031, 1, 1)).vested().longValue()).isEqualTo(4_800);
        assertThat(now(six, "2028-01-01")).containsExactly(1_200L, 3_600L, 0L, 0L);
    }

    @Test
    void fourYearsWithAYearsCliff() {
        var four = vesting(100_000, fourYears(Allocation.CUMULATIVE_ROUND_DOWN), START);
        assertThat(four.instalments(END)).hasSize(37);
        assertThat(days(four)).startsWith("2026-01-01").endsWith("2029-01-01");
        assertThat(amounts(four)).startsWith(25_000L);
        // One share cannot be divided: it comes when all of it has.
        var one = vesting(1, fourYears(Allocation.CUMULATIVE_ROUND_DOWN), START);
        assertThat(days(one)).containsExactly("2029-01-01");
    }

    @Test
    void monthsAreCountedFromTheDayTheReckoningBegan() {
        var end = vesting(600, monthly(Allocation.CUMULATIVE_ROUND_DOWN, 6, 0), LocalDate.of(2025, 1, 31));
        assertThat(days(end)).containsExactly("2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31", "2025-06-30", "2025-07-31");
        // Also through a step that ended on a shortened month.
        var chained = Terms.of(Allocation.CUMULATIVE_ROUND_DOWN, List.of(start("one"), after("one", "start", share(1, 3), months(1, 1), "two"), after("two", "one", share(1, 3), months(1, 2))));
        assertThat(days(vesting(300, chained, LocalDate.of(2025, 1, 31)))).containsExactly("2025-02-28", "2025-03-31", "2025-04-30");
        assertThat(new Period(1, true, 1, 31, 0).at(LocalDate.of(2024, 1, 31), 31, 1)).isEqualTo("2024-02-29");
        assertThat(new Period(13, true, 1, 31, 0).at(LocalDate.of(2024, 1, 31), 31, 1)).isEqualTo("2025-02-28");
        assertThat(new Period(12, true, 1, 31, 0).at(LocalDate.of(2024, 2, 29), 29, 1)).isEqualTo("2025-02-28");
        assertThat(new Period(1, true, 1, 0, 0).at(LocalDate.of(2024, 1, 30), 30, 1)).isEqualTo("2024-02-29");
        assertThat(new Period(7, false, 4, 0, 0).at(START, 1, 4)).isEqualTo("2025-01-29");
        // A cliff of a thirtieth is on a thirtieth.
        assertThat(days(vesting(48, fourYears(Allocation.CUMULATIVE_ROUND_DOWN), LocalDate.of(2021, 1, 30)))).startsWith("2022-01-30");
    }

    @Test
    void nothingIsOnesOwnBeforeItIsGranted() {
        var late = new Vesting(Grant.of(LocalDate.of(2025, 8, 5), 4_800, monthly(Allocation.CUMULATIVE_ROUND_DOWN, 48, 0)), from(LocalDate.of(2024, 6, 1)));
        assertThat(days(late)).startsWith("2025-09-01").endsWith("2028-06-01");
        assertThat(amounts(late)).startsWith(1_500L, 100L);
        assertThat(now(late, "2025-08-04")).containsExactly(0L, 4_800L, 0L, 0L);
    }

    @Test
    void leaveMovesWhatComesAfterIt() {
        var leave = new Facts(List.of(new Facts.Happened("start", START)), List.of(), List.of(new Facts.Pause(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 1))), List.of(), List.of(), Optional.empty());
        var paused = new Vesting(Grant.of(START, 4_800, fourYears(Allocation.CUMULATIVE_ROUND_DOWN)), leave);
        assertThat(days(paused)).startsWith("2026-01-01", "2026-02-01", "2026-06-01", "2026-07-02").endsWith("2029-04-03");
        assertThat(amounts(paused).stream().mapToLong(Long::longValue).sum()).isEqualTo(4_800);
        assertThat(now(paused, "2026-05-31")).containsExactly(1_300L, 3_500L, 0L, 0L);
        assertThat(now(paused, "2026-06-01")).containsExactly(1_400L, 3_400L, 0L, 0L);
        // Whoever has not come back yet waits for as long as that lasts.
        var away = new Facts(leave.starts(), List.of(), List.of(new Facts.Pause(LocalDate.of(2026, 3, 1), null)), List.of(), List.of(), Optional.empty());
        assertThat(now(new Vesting(Grant.of(START, 4_800, fourYears(Allocation.CUMULATIVE_ROUND_DOWN)), away), "2027-01-01")).containsExactly(1_300L, 3_500L, 0L, 0L);
    }

    @Test
    void whatComesSoonerIsWhatWouldHaveComeNext() {
        var facts = new Facts(List.of(new Facts.Happened("start", START)), List.of(), List.of(), List.of(new Facts.Sooner(LocalDate.of(2026, 1, 15), Round.of(250))), List.of(), Optional.empty());
        var sooner = new Vesting(Grant.of(START, 4_800, fourYears(Allocation.CUMULATIVE_ROUND_DOWN)), facts);
        assertThat(now(sooner, "2026-01-15")).containsExactly(1_450L, 3_350L, 0L, 0L);
        assertThat(amounts(sooner)).startsWith(1_200L, 250L, 50L, 100L);
        assertThat(amounts(sooner).stream().mapToLong(Long::longValue).sum()).isEqualTo(4_800);
    }

    @Test
    void dividedSharesAreMultipliedInSum() {
        var facts = new Facts(List.of(new Facts.Happened("start", START)), List.of(), List.of(), List.of(), List.of(new Facts.Ratio(LocalDate.of(2025, 6, 1), 3, 2)), Optional.empty());
        var split = new Vesting(Grant.of(START, 101, monthly(Allocation.CUMULATIVE_ROUND_DOWN, 12, 0)), facts);
        assertThat(split.standing(LocalDate.of(2025, 5, 31)).whole().longValue()).isEqualTo(101);
        assertThat(split.standing(LocalDate.of(2025, 6, 1)).whole().longValue()).isEqualTo(151);
        assertThat(amounts(split).stream().mapToLong(Long::longValue).sum()).isEqualTo(151);
    }

    @Test
    void whatWaitsForSomethingIsToldApartFromWhatComesByTime() {
        var terms = Terms.of(Allocation.CUMULATIVE_ROUND_DOWN, List.of(start("late", "sold"), new Condition("late", share(1, 4), new Trigger.On(LocalDate.of(2027, 1, 1)), List.of()), event("sold", share(3, 4))));
        assertThat(now(vesting(1_000, terms, START), "2026-01-01")).containsExactly(0L, 250L, 500L, 250L);
        assertThat(now(vesting(1_000, terms, START), "2027-01-01")).containsExactly(250L, 0L, 0L, 750L);
        var sold = new Facts(List.of(new Facts.Happened("start", START)), List.of(new Facts.Happened("sold", LocalDate.of(2026, 5, 1))), List.of(), List.of(), List.of(), Optional.empty());
        assertThat(now(new Vesting(Grant.of(START, 1_000, terms), sold), "2026-05-01")).containsExactly(750L, 0L, 0L, 250L);
        // A grant whose reckoning never began waits whole.
        assertThat(now(new Vesting(Grant.of(START, 1_000, fourYears(Allocation.BACK_LOADED)), Facts.NONE), "2030-01-01")).containsExactly(0L, 0L, 1_000L, 0L);
    }

    @Test
    void whoLeavesKeepsWhatIsTheirs() {
        var left = new Facts(List.of(new Facts.Happened("start", START)), List.of(), List.of(), List.of(), List.of(), Optional.of(LocalDate.of(2026, 2, 10)));
        var vesting = new Vesting(Grant.of(START, 4_800, fourYears(Allocation.CUMULATIVE_ROUND_DOWN)), left);
        assertThat(now(vesting, "2026-02-09")).containsExactly(1_300L, 3_500L, 0L, 0L);
        assertThat(now(vesting, "2029-02-09")).containsExactly(1_300L, 0L, 0L, 3_500L);
    }

    @Test
    void termsThatCannotBeRefuseWithTheirStep() {
        assertThat(Terms.wrong(List.of())).map(Terms.Refusal::reason).contains(Terms.Reason.EMPTY);
        assertThat(Terms.wrong(List.of(start("gone")))).contains(new Terms.Refusal(Terms.Reason.UNKNOWN, "gone"));
        assertThat(Terms.wrong(List.of(start("a"), event("a", share(1, 2), "b"), event("b", share(1, 2), "a")))).map(Terms.Refusal::reason).contains(Terms.Reason.CIRCLE);
        assertThat(Terms.wrong(List.of(event("a", share(1, 2), "b"), event("b", share(1, 2), "a")))).map(Terms.Refusal::reason).contains(Terms.Reason.NO_FIRST);
        assertThat(Terms.wrong(List.of(start("a"), after("a", "start", share(1, 4), months(1, 5))))).contains(new Terms.Refusal(Terms.Reason.TOO_MUCH, "a"));
        assertThat(Terms.wrong(List.of(start("a", "b"), event("a", share(1, 2)), after("b", "a", share(1, 2), months(1, 1))))).contains(new Terms.Refusal(Terms.Reason.NOT_BEFORE, "b"));
        assertThat(Terms.wrong(List.of(start("start")))).map(Terms.Refusal::reason).contains(Terms.Reason.NO_FIRST);
        assertThat(Terms.wrong(List.of(start(), start()))).contains(new Terms.Refusal(Terms.Reason.TWICE, "start"));
        assertThat(Terms.wrong(List.of(start("a"), after("a", "start", share(0, 1), months(1, 9_999))))).contains(new Terms.Refusal(Terms.Reason.TOO_LONG, "a"));
    }

    /** The whole of it, a hundred thousand, is in the bench. */
    @Test
    void whateverIsGrantedTheFourAreTheWholeOnEveryDay() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 600; round++) {
            RandomGrants.look(random);
        }
    }

    @Test
    void aShareOfWhatIsLeftIsOfWhatHadNotCome() {
        var terms = Terms.of(Allocation.CUMULATIVE_ROUND_DOWN, List.of(event("a", share(2, 5), "b"), event("b", new Brings.Share(BigFraction.of(1, 5), true))));
        var facts = new Facts(List.of(), new ArrayList<>(List.of(new Facts.Happened("a", START), new Facts.Happened("b", START))), List.of(), List.of(), List.of(), Optional.empty());
        assertThat(amounts(new Vesting(Grant.of(START, 1_000, terms), facts))).containsExactly(520L);
        assertThat(now(new Vesting(Grant.of(START, 1_000, terms), facts), "2025-01-01")).containsExactly(520L, 0L, 0L, 480L);
    }
}
