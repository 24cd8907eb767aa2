package org.probity.house.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class BeginningANewDayTest {
    static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    final DataSource database = TestDatabase.fresh();
    final JdbcClient db = JdbcClient.create(database);
    final List<LocalDate> told = new ArrayList<>();
    final NewDay newDay = node(TODAY);

    NewDay node(LocalDate today) {
        var clock = Clock.fixed(today.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new NewDay(db, new JdbcTransactionManager(database), event -> {
            synchronized (told) {
                told.add(((DayHasBegun) event).day());
            }
        }, clock);
    }

    @BeforeEach
    void aQuietDatabase() {
        db.sql("DELETE FROM time.day").update();
    }

    @Test
    void aNewHouseBeginsWithToday() {
        newDay.catchUp();
        assertThat(told).containsExactly(TODAY);
    }

    @Test
    void aDayBeginsOnce() {
        newDay.catchUp();
        newDay.catchUp();
        assertThat(told).containsExactly(TODAY);
    }

    @Test
    void daysMissedWhileClosedFollowInOrder() {
        node(TODAY.minusDays(3)).catchUp();
        told.clear();
        newDay.catchUp();
        assertThat(told).containsExactly(TODAY.minusDays(2), TODAY.minusDays(1), TODAY);
    }

    @Test
    void manyNodesTellADayTogetherOnce() throws Exception {
        node(TODAY.minusDays(3)).catchUp();
        told.clear();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var done : nodes.invokeAll(IntStream.range(0, 4)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        node(TODAY).catchUp();
                        return null;
                    }).toList())) {
                done.get();
            }
        }
        assertThat(told).containsExactlyInAnyOrder(TODAY.minusDays(2), TODAY.minusDays(1), TODAY);
    }

    @Test
    void aClockThatGoesBackTellsNoDayAgain() {
        newDay.catchUp();
        node(TODAY.minusDays(40)).catchUp();
        assertThat(told).containsExactly(TODAY);
        node(TODAY.plusDays(1)).catchUp();
        assertThat(told).containsExactly(TODAY, TODAY.plusDays(1));
    }

    @Test
    void aDayThatFailsIsNotSkipped() {
        newDay.catchUp();
        var tomorrow = TODAY.plusDays(1);
        var failing = new NewDay(db, new JdbcTransactionManager(database), event -> {
            throw new IllegalStateException("a room fails");
        }, Clock.fixed(tomorrow.atTime(1, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        assertThatThrownBy(failing::catchUp).hasMessage("a room fails");
        told.clear();
        node(tomorrow).catchUp();
        assertThat(told).containsExactly(tomorrow);
    }
}
