package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final Screen en = Screens.of(Lang.EN);
    private final Screen zh = Screens.of(Lang.ZH);

    @Test
    void numbersKeepEveryPlaceTheyWereGiven() {
        assertThat(en.number(new BigDecimal("128790.46"))).isEqualTo("128,790.46");
        assertThat(en.number(new BigDecimal("0.10"))).isEqualTo("0.10");
        assertThat(en.number(new BigDecimal("1E+7"))).isEqualTo("10,000,000");
        assertThat(en.number(new BigDecimal("123456789012345678901234567890.1"))).isEqualTo("123,456,789,012,345,678,901,234,567,890.1");
        assertThat(en.number(999)).isEqualTo("999");
        assertThat(en.number(-1284)).isEqualTo("−1,284");
    }

    @Test
    void chineseSetsThePercentSignClose() {
        assertThat(en.percent(new BigDecimal("98.92"))).isEqualTo("98.92\u00a0%");
        assertThat(zh.percent(new BigDecimal("98.92"))).isEqualTo("98.92%");
    }

    @Test
    void daysAreNumbersInTablesAndWordsInSentences() {
        var day = LocalDate.of(2026, 3, 9);
        assertThat(zh.day(day)).isEqualTo("2026-03-09");
        assertThat(en.longDay(day)).isEqualTo("9 March 2026");
        assertThat(zh.longDay(day)).isEqualTo("2026年3月9日");
    }

    @Test
    void timesStandInTheZoneOfTheHouseAndSayWhich() {
        assertThat(en.instant(Instant.parse("2026-11-22T10:20:59Z"))).isEqualTo("2026-11-22 18:20 UTC+08:00");
    }

    @Test
    void sizesAreRoundedTheWayPeopleSayThem() {
        assertThat(en.bytes(999)).isEqualTo("999\u00a0B");
        assertThat(en.bytes(1_400_000)).isEqualTo("1.4\u00a0MB");
        assertThat(en.bytes(412_345)).isEqualTo("412\u00a0kB");
    }
}
