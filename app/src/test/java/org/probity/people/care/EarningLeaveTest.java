package org.probity.people.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.people.care.Earned.Span;
import org.probity.people.care.Earned.Step;

/** Whole days for the service that is complete on each day of a year; what is less than a day at the end is not given. */
class EarningLeaveTest {
    private static final List<Step> LAW = List.of(step(1, "5.00"), step(10, "10.00"), step(20, "15.00"));

    private static Step step(int service, String days) {
        return new Step(service, new BigDecimal(days), UUID.randomUUID());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Earned earned(int year, String since, String from, String until) {
        return Earned.of(year, day(since), List.of(new Span(day(from), day(until))), LAW);
    }

    @Test
    void whoIsHereAllYearGetsTheNumberOfTheLaw() {
        assertThat(earned(2026, "2020-03-01", "2020-03-01", "2030-01-01").days()).isEqualTo(5);
        assertThat(earned(2026, "2016-01-01", "2020-03-01", "2030-01-01").days()).as("ten years are complete on the first day").isEqualTo(10);
        assertThat(earned(2026, "2006-01-01", "2020-03-01", "2030-01-01").days()).isEqualTo(15);
        assertThat(earned(2028, "1990-01-01", "2020-03-01", "2030-01-01").days()).as("a leap year").isEqualTo(15);
    }

    @Test
    void noDayBeforeAYearIsComplete() {
        assertThat(earned(2026, "2026-01-01", "2026-01-01", "2030-01-01").days()).isZero();
        var second = earned(2026, "2025-07-02", "2025-07-02", "2030-01-01");
        assertThat(second.days()).as("5 x 183 / 365").isEqualTo(2);
        assertThat(second.pieces()).extracting(Earned.Piece::service).containsExactly(0, 1);
        assertThat(earned(2026, "2025-10-20", "2025-10-20", "2030-01-01").days()).as("5 x 73 / 365 is a whole day").isOne();
        assertThat(earned(2026, "2025-10-21", "2025-10-21", "2030-01-01").days()).as("a day less is none").isZero();
    }

    @Test
    void whoComesOrLeavesInTheYearGetsTheirPart() {
        assertThat(earned(2026, "2010-01-01", "2026-07-02", "2030-01-01").days()).as("10 x 183 / 365, from elsewhere").isEqualTo(5);
        assertThat(earned(2026, "2000-01-01", "2020-01-01", "2026-01-24").days()).as("15 x 24 / 365").isZero();
        assertThat(earned(2026, "2000-01-01", "2020-01-01", "2026-01-25").days()).as("15 x 25 / 365").isOne();
        assertThat(Earned.of(2026, day("2000-01-01"), List.of(), LAW).days()).isZero();
        assertThat(Earned.of(2026, day("2000-01-01"), List.of(new Span(day("2024-01-01"), day("2025-12-31"))), LAW).pieces()).isEmpty();
    }

    /** Each day for itself, in whole numbers, from nothing but the sentence of the law. */
    @Test
    void aThousandYearsCountedDayByDayAgree() {
        var random = new SplittableRandom(20261203);
        for (int turn = 0; turn < 1_000; turn++) {
            var year = random.nextInt(2023, 2030);
            var since = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(14_000));
            var spans = new ArrayList<Span>();
            for (int at = random.nextInt(3); at >= 0; at--) {
                var from = LocalDate.of(year, 1, 1).plusDays(random.nextInt(-300, 400));
                spans.add(new Span(from, from.plusDays(random.nextInt(500))));
            }
            long fives = 0;
            for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                var here = false;
                for (var span : spans) {
                    here |= !day.isBefore(span.from()) && !day.isAfter(span.until());
                }
                if (here) {
                    fives += !day.isBefore(since.plusYears(20)) ? 3 : !day.isBefore(since.plusYears(10)) ? 2 : !day.isBefore(since.plusYears(1)) ? 1 : 0;
                }
            }
            assertThat(Earned.of(year, since, spans, LAW).days()).as("%s %s %s", year, since, spans).isEqualTo((int) (fives * 5 / Year.of(year).length()));
        }
    }
}
