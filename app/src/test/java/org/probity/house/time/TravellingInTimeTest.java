package org.probity.house.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

@WholeHouse(own = true, properties = "probity.demo=true")
@Import(TravellingInTimeTest.Diary.class)
class TravellingInTimeTest {
    /** What a room sees: the day it is told, and the day its clock shows at that moment. */
    @TestConfiguration
    static class Diary {
        final List<DayHasBegun> told = new CopyOnWriteArrayList<>();
        final List<LocalDate> shown = new CopyOnWriteArrayList<>();
        @Autowired Clock clock;

        @EventListener
        void write(DayHasBegun begun) {
            told.add(begun);
            shown.add(LocalDate.now(clock));
        }
    }

    @Autowired TimeMachine machine;
    @Autowired Clock clock;
    @Autowired DataSource database;
    @Autowired Diary diary;

    @Test
    void everyDayOnTheWayBeginsInOrderAndTheClockShowsIt() {
        var start = machine.today();
        machine.advance(1);
        diary.told.clear();
        diary.shown.clear();

        assertThat(machine.advance(31)).isEqualTo(start.plusDays(32));

        var days = new ArrayList<LocalDate>();
        for (var day = 2; day <= 32; day++) {
            days.add(start.plusDays(day));
        }
        assertThat(diary.told).extracting(DayHasBegun::day).containsExactlyElementsOf(days);
        assertThat(diary.shown).containsExactlyElementsOf(days);
        assertThat(LocalDate.now(clock)).isEqualTo(start.plusDays(32));
    }

    @Test
    void anotherNodesClockFollows() {
        var travelled = machine.advance(1);
        assertThat(LocalDate.now(new DemoClock(database, clock.getZone()))).isEqualTo(travelled);
    }

    @Test
    void thereIsNoWayBack() {
        assertThatThrownBy(() -> machine.advance(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> machine.advance(TimeMachine.DAYS_MAX + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
