package org.probity.house.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.probity.house.start.TestDatabase;
import org.probity.proof.Checkpoint;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The second half of `./probity bench log [--quick]`: the log as the house keeps it, over a real PostgreSQL. The floor of sequencing is PostgreSQL
/// inserting as many entries in one statement; that of a proof is one round trip.
///
/// Ends with 0 when all goals are met, 1 when some are short, 2 when it could not run.
public final class StoredLogBench {
    private static final int IN_ONE_TRANSACTION = 50;

    private StoredLogBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 5_000 : 100_000));
        } catch (IOException | RuntimeException e) {
            System.out.println("log could not run: " + e);
            System.exit(2);
        }
    }

    private static int run(int many) throws IOException {
        System.out.printf(Locale.ROOT, "# %d records over PostgreSQL, %d in a transaction; JDK %s, %d processors, load %.1f%n", many, IN_ONE_TRANSACTION,
                Runtime.version(), Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var fresh = TestDatabase.fresh();
        var home = Files.createTempDirectory("probity-bench-");
        var config = new HikariConfig();
        config.setJdbcUrl(fresh.getUrl());
        config.setUsername(fresh.getUsername());
        config.setPassword(fresh.getPassword());
        config.setMaximumPoolSize(4);
        try (var pool = new HikariDataSource(config)) {
            var db = JdbcClient.create(pool);
            var transactions = new JdbcTransactionManager(pool);
            var key = new LogKey(home, "helia.example/log", db, Clock.systemUTC());
            var sequencer = new Sequencer(db, transactions, key, new OutsideMemory("", home, db, key), Clock.systemUTC());
            var log = new Log(db, Clock.systemUTC(), event -> {}, sequencer, key);
            var transaction = new TransactionTemplate(transactions);
            for (int i = 0; i < many; i += IN_ONE_TRANSACTION) {
                int from = i;
                transaction.executeWithoutResult(status -> {
                    for (int j = from; j < from + IN_ONE_TRANSACTION; j++) {
                        log.record("bench.record", LocalDate.of(2026, 3, 1), Map.of("n", j));
                    }
                });
            }
            var cpu = cpu();
            var start = System.nanoTime();
            log.settle();
            var sequencing = (System.nanoTime() - start) / 1e9;
            cpu = cpu() - cpu;
            start = System.nanoTime();
            db.sql("CREATE TABLE log.floor AS SELECT index, record, class, year, number, bytes FROM log.entry").update();
            var floor = (System.nanoTime() - start) / 1e9;
            var met = line("leaves a second, placed and signed (" + Math.round(cpu * 1e6 / many) + " us CPU each)", many / sequencing, many / floor, ">= 2000",
                    many / sequencing >= 2_000);

            var signed = log.newest().orElseThrow();
            var tree = Checkpoint.parse(signed.note());
            var random = new Random(1);
            var proofs = new double[2_000];
            var trips = new double[proofs.length];
            for (var i = 0; i < proofs.length; i++) {
                long index = random.nextLong(tree.size());
                start = System.nanoTime();
                var proof = log.inclusionProof(index, tree.size());
                proofs[i] = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                var bytes = db.sql("SELECT bytes FROM log.entry WHERE index = :index").param("index", index).query(byte[].class).single();
                trips[i] = (System.nanoTime() - start) / 1e6;
                if (!MerkleTree.includes(Hash.leaf(bytes), index, tree.size(), proof, tree.root())) {
                    throw new IllegalStateException("a proof that proves nothing, for " + index);
                }
            }
            Arrays.sort(proofs);
            Arrays.sort(trips);
            var p99 = (int) (proofs.length * 0.99);
            met &= line("stored proof, ms, p99 (median " + "%.2f".formatted(proofs[proofs.length / 2]) + ")", proofs[p99], trips[p99], "<= 10", proofs[p99] <= 10);
            return met ? 0 : 1;
        }
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static boolean line(String what, double ours, double floor, String goal, boolean met) {
        System.out.printf(Locale.ROOT, "log %s, %.2f, %.2f, %.2f, %s, %s%n", what, ours, floor, ours / floor, goal, met ? "met" : "short");
        return met;
    }
}
