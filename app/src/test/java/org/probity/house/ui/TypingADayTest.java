package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypingADayTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-05-01", "2026/05/01", "2026/5/1", "2026-5-1", "2026.5.1", "2026年5月1日", " 2026/5/1 0:00", "2026-05-01 00:00:00"})
    void theYearComesFirst(String typed) {
        assertThat(Typed.day(typed)).contains(LocalDate.of(2026, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5/1/2026", "01.05.2026", "26-05-01", "2026-02-29", "2026/5-1", "2026年5月1", "2026/5/1 8:00", "20260501", "46143", "1026-05-01", "999999999-01-01", "２０２６-05-01"})
    void nobodyGuessesWhichIsTheMonth(String typed) {
        assertThat(Typed.day(typed)).isEmpty();
    }
}
