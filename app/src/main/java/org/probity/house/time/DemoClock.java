package org.probity.house.time;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The real time of day, as many days ahead as the demo has travelled. Every node looks the number up again after a second.
 *
 * <p>It asks on a connection of its own, so that a failed transaction does not stop the clock, and only one thread asks at a time, so that
 * threads holding all connections never wait here for one more.
 */
final class DemoClock extends Clock {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final DataSource database;
    private final ZoneId zone;
    private final Shared shared;

    /** What copies of this clock in other zones have in common. */
    private static final class Shared {
        final ReentrantLock asking = new ReentrantLock();
        volatile int daysAhead;
        volatile long askedAt = System.nanoTime() - 2 * FRESH_NANOS;
    }

    DemoClock(DataSource database, ZoneId zone) {
        this(database, zone, new Shared());
    }

    private DemoClock(DataSource database, ZoneId zone, Shared shared) {
        this.database = database;
        this.zone = zone;
        this.shared = shared;
    }

    @Override
    public Instant instant() {
        if (TimeMachine.STORY.isBound()) {
            return TimeMachine.STORY.get();
        }
        if (System.nanoTime() - shared.askedAt > FRESH_NANOS && shared.asking.tryLock()) {
            try {
                askAgain();
            } finally {
                shared.asking.unlock();
            }
        }
        return Instant.now().plus(Duration.ofDays(shared.daysAhead));
    }

    void askAgain() {
        // Within a transaction its own connection is asked: taking a second while holding one can starve everybody.
        var connection = DataSourceUtils.getConnection(database);
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT days_ahead FROM time.travel")) {
            shared.daysAhead = rows.next() ? rows.getInt(1) : 0;
            shared.askedAt = System.nanoTime();
        } catch (SQLException e) {
            throw new IllegalStateException("how far the demo has travelled", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(database, other, shared);
    }
}
