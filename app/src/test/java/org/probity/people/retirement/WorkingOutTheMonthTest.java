package org.probity.people.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.start.WholeHouse;
import org.probity.people.retirement.Schedule.Category;
import org.springframework.beans.factory.annotation.Autowired;

/** The statutory month by the rows that the house begins with: ten published examples, and twelve at the edges of the decree, of which the step of two months and the caps are not among the ten. */
@WholeHouse
class WorkingOutTheMonthTest {
    @Autowired Retirements retirements;

    @ParameterizedTest
    @CsvSource(textBlock = """
            1971-04, F55, 4, 2026-08
            1995-12, F50, 60, 2050-12
            1995-12, M, 36, 2058-12
            2000-12, F55, 36, 2058-12
            2000-12, M, 36, 2063-12
            1965-12, M, 3, 2026-03
            1963-12, M, 0, 2023-12
            1963-04, F55, 0, 2018-04
            1964-02, M, 0, 2024-02
            1965-01, M, 1, 2025-02
            1975-01, F50, 1, 2025-02
            1975-02, F50, 1, 2025-03
            1975-03, F50, 2, 2025-05
            1984-10, F50, 59, 2039-09
            1984-11, F50, 60, 2039-11
            1976-08, M, 35, 2039-07
            1976-09, M, 36, 2039-09
            1981-08, F55, 35, 2039-07
            1981-09, F55, 36, 2039-09
            1969-12, F55, 0, 2024-12
            1974-12, F50, 0, 2024-12
            1964-12, M, 0, 2024-12
            """)
    void theMonthIsTheDecrees(YearMonth born, Category category, int delay, YearMonth month) {
        var schedule = retirements.schedules().get(category);
        assertThat(schedule.delay(born)).isEqualTo(delay);
        assertThat(schedule.month(born)).isEqualTo(month);
    }

    @Test
    void theWindowIsThreeYearsAndNeverBeforeTheOldAge() {
        Map<Category, Schedule> schedules = retirements.schedules();
        var late = YearMonth.of(1995, 12);
        assertThat(schedules.get(Category.M).earliest(late)).as("60 years, for 63 less three are no less").isEqualTo(YearMonth.of(2055, 12));
        assertThat(schedules.get(Category.F50).earliest(late)).as("55 years less three").isEqualTo(YearMonth.of(2047, 12));
        assertThat(schedules.get(Category.F55).earliest(YearMonth.of(1971, 4))).as("not before 55").isEqualTo(YearMonth.of(2026, 4));
        assertThat(schedules.get(Category.F55).latest(YearMonth.of(1971, 4))).isEqualTo(YearMonth.of(2029, 8));
    }

    @Test
    void contributionsGrowByHalfAYearFrom2030To2039() {
        assertThat(new int[] {retirements.minimum(2026), retirements.minimum(2029), retirements.minimum(2030), retirements.minimum(2038), retirements.minimum(2039), retirements.minimum(2060)}).containsExactly(180, 180, 186, 234, 240, 240);
    }
}
