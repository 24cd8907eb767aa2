package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people at the same moment: the second has looked before the first commits, and then waits for what the first holds. */
public final class Meanwhile {
    /** A busy machine is slow to begin the second; nobody waits for this long where it is there. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Meanwhile() {}

    /** What the slower one is told. Fails when nothing made them wait for each other. */
    public static <T> T slower(TransactionTemplate transaction, JdbcClient db, Runnable first, Supplier<T> second) {
        var slower = transaction.execute(_ -> {
            first.run();
            var other = CompletableFuture.supplyAsync(second);
            untilItWaits(db);
            return other;
        });
        try {
            return slower.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the slower one was told nothing", e);
        }
    }

    /** By locks and not by activity, of which a transaction sees one picture only. */
    private static void untilItWaits(JdbcClient db) {
        var waits = db.sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))");
        var until = System.nanoTime() + LONGEST.toNanos();
        while (waits.query(Long.class).single() == 0) {
            assertThat(System.nanoTime()).as("the second waits for the first").isLessThan(until);
        }
    }
}
