package org.probity.house.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.probity.house.start.TestDatabase;
import org.probity.proof.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How fast the log takes records over a real PostgreSQL, and how fast it proves one; numbers for people, run by hand: {@code [how many]}. */
final class SequencingTrial {
    private static final int IN_ONE_TRANSACTION = 50;

    private SequencingTrial() {}

    public static void main(String[] args) throws Exception {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        var fresh = TestDatabase.fresh();
        var config = new HikariConfig();
        config.setJdbcUrl(fresh.getUrl());
        config.setUsername(fresh.getUsername());
        config.setPassword(fresh.getPassword());
        config.setMaximumPoolSize(4);
        try (var pool = new HikariDataSource(config)) {
            var db = JdbcClient.create(pool);
            var transactions = new JdbcTransactionManager(pool);
            var key = new LogKey(Files.createTempDirectory("trial"), "helia.example/log");
            var sequencer = new Sequencer(db, transactions, key, new OutsideMemory("", db, key), Clock.systemUTC());
            var log = new Log(db, Clock.systemUTC(), event -> {}, sequencer, key);
            var transaction = new TransactionTemplate(transactions);

            long start = System.nanoTime();
            for (int i = 0; i < many; i += IN_ONE_TRANSACTION) {
                int from = i;
                transaction.executeWithoutResult(status -> {
                    for (int j = from; j < from + IN_ONE_TRANSACTION; j++) {
                        log.record("trial.record", LocalDate.of(2026, 3, 1), Map.of("n", j));
                    }
                });
            }
            double recording = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            log.settle();
            double sequencing = (System.nanoTime() - start) / 1e9;
            var tree = Checkpoint.parse(log.view().checkpoint());

            var random = new Random(1);
            double[] millis = new double[1_000];
            for (int i = 0; i < millis.length; i++) {
                start = System.nanoTime();
                log.inclusionProof(random.nextLong(tree.size()), tree.size());
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf(Locale.ROOT, "recorded %.0f/s, sequenced %.0f leaves/s, proof median %.2f ms, p99 %.2f ms%n", many / recording, many / sequencing,
                    millis[500], millis[990]);
        }
        System.exit(0);
    }
}
