package org.probity.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Kills the house again and again, in turn the program, its PostgreSQL, and both, while a writer outside keeps a list of what was
 * acknowledged; then opens it and looks for every one of those. {@code probity trial kill [N]}, 200 unless said otherwise.
 *
 * <p>It kills processes, not power: what the kernel has taken from PostgreSQL survives here whatever fsync does.
 */
public final class KillTrial {
    private static final Duration FIRST_START = Duration.ofMinutes(3);
    private static final Duration LATER_START = Duration.ofMinutes(2);
    private static final double GOAL_SECONDS = 10;
    private static final int ROWS_ENOUGH = 20;

    /** What is killed. */
    enum Victim { PROGRAM, POSTGRES, BOTH }

    /**
     * What came of it.
     *
     * @param acknowledged rows the database said yes to
     * @param lost those of them that were missing afterwards
     * @param invented rows found that nobody had tried to write
     */
    record Outcome(int kills, int acknowledged, Set<Long> lost, Set<Long> invented, List<Double> secondsToAnswer) {}

    private final List<String> serve;
    private final Path home;
    private final int port;
    private final Random random;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong tried = new AtomicLong();
    private volatile boolean writing = true;
    private @Nullable Process program;

    private KillTrial(List<String> serve, long seed) throws IOException {
        this.serve = serve;
        this.home = Files.createTempDirectory("probity-trial-");
        this.random = new Random(seed);
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    public static void main(String[] args) throws Exception {
        var kills = args.length > 0 && args[0].matches("\\d+") ? Integer.parseInt(args[0]) : List.of(args).contains("--quick") ? 3 : 200;
        var command = System.getProperty("probity.command");
        if (command == null) {
            System.err.println("Run it with ./probity trial kill, which says how the house is opened.");
            System.exit(2);
        }
        var outcome = run(List.of(command, "serve"), kills, System.nanoTime());
        var slowest = outcome.secondsToAnswer().stream().mapToDouble(seconds -> seconds).max().orElse(0);
        var median = outcome.secondsToAnswer().stream().sorted().skip(outcome.secondsToAnswer().size() / 2).findFirst().orElse(0.0);
        System.out.printf(Locale.ROOT, "# %d kills of program, PostgreSQL and both in turn; %d rows acknowledged; %d processors, load %.1f%n",
                outcome.kills(), outcome.acknowledged(), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var met = line("kill: acknowledged rows lost", outcome.lost().size(), "0", outcome.lost().isEmpty());
        met &= line("kill: rows nobody wrote", outcome.invented().size(), "0", outcome.invented().isEmpty());
        met &= line("kill: seconds until it answers again, median", median, "<= 10", median <= GOAL_SECONDS);
        met &= line("kill: seconds until it answers again, slowest", slowest, "<= 10", slowest <= GOAL_SECONDS);
        System.exit(met ? 0 : 1);
    }

    private static boolean line(String what, double ours, String goal, boolean met) {
        System.out.printf(Locale.ROOT, "%s, %.1f, -, -, %s, %s%n", what, ours, goal, met ? "met" : "short");
        return met;
    }

    /** @param serve how a house is opened, without home and port */
    static Outcome run(List<String> serve, int kills, long seed) throws Exception {
        var trial = new KillTrial(serve, seed);
        try {
            return trial.kill(kills);
        } finally {
            trial.cleanUp();
        }
    }

    private Outcome kill(int kills) throws Exception {
        open();
        awaitAnswer(FIRST_START);
        try (var connection = connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA trial");
            statement.execute("CREATE TABLE trial.written (n bigint PRIMARY KEY)");
        }
        var writer = Thread.ofPlatform().name("writer").start(this::write);
        var seconds = new ArrayList<Double>();
        for (var kill = 0; kill < kills; kill++) {
            var before = acknowledged.size();
            while (acknowledged.size() < before + ROWS_ENOUGH) {
                Thread.sleep(10);
            }
            Thread.sleep(random.nextInt(1_000));
            var victim = Victim.values()[kill % Victim.values().length];
            strike(victim);
            var started = System.nanoTime();
            if (victim != Victim.POSTGRES) {
                open();
            }
            awaitAnswer(LATER_START);
            awaitRows(acknowledged.size());
            seconds.add((System.nanoTime() - started) / 1e9);
            System.err.printf(Locale.ROOT, "%d of %d: %s killed, answered again after %.1f s%n", kill + 1, kills,
                    victim.name().toLowerCase(Locale.ROOT), seconds.getLast());
        }
        writing = false;
        writer.join();
        var found = rows();
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(found);
        var invented = new HashSet<>(found);
        invented.removeIf(row -> row <= tried.get());
        return new Outcome(kills, acknowledged.size(), lost, invented, seconds);
    }

    /** One row, one commit, and only after the yes it counts as acknowledged. */
    private void write() {
        while (writing) {
            try (var connection = connect(); var insert = connection.prepareStatement("INSERT INTO trial.written (n) VALUES (?)")) {
                while (writing) {
                    var next = tried.incrementAndGet();
                    insert.setLong(1, next);
                    insert.executeUpdate();
                    acknowledged.add(next);
                }
            } catch (SQLException | IOException killed) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void open() throws IOException {
        var command = new ArrayList<>(serve);
        command.addAll(List.of("--home", home.toString(), "--port", "" + port));
        program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolveSibling(home.getFileName() + ".out").toFile()))
                .start();
    }

    private void strike(Victim victim) throws IOException, InterruptedException {
        var postmaster = Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst().strip();
        var running = Objects.requireNonNull(program);
        switch (victim) {
            case PROGRAM -> running.destroyForcibly().waitFor();
            case POSTGRES -> kill(postmaster);
            case BOTH -> {
                kill(postmaster, "" + running.pid());
                running.waitFor();
            }
        }
    }

    private static void kill(String... processes) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -9 " + String.join(" ", processes)).start().waitFor();
    }

    private void awaitAnswer(Duration patience) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        var question = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health")).timeout(Duration.ofSeconds(5)).build();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                try {
                    if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // nobody listens
                }
                Thread.sleep(50);
            }
        }
        throw new IOException("the house did not answer within " + patience.toSeconds() + " s; its words are in " + home + ".out");
    }

    /** The writer is through to the new server. */
    private void awaitRows(int before) throws InterruptedException {
        while (acknowledged.size() <= before) {
            Thread.sleep(20);
        }
    }

    private Set<Long> rows() throws SQLException, IOException {
        var rows = new HashSet<Long>();
        try (var connection = connect(); var all = connection.createStatement().executeQuery("SELECT n FROM trial.written")) {
            while (all.next()) {
                rows.add(all.getLong(1));
            }
        }
        return rows;
    }

    private Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + Files.readString(home.resolve("postgres/port")).strip() + "/probity?connectTimeout=2&socketTimeout=10",
                "probity", Files.readString(home.resolve("postgres/password")).strip());
    }

    private void cleanUp() throws IOException, InterruptedException {
        writing = false;
        if (program != null) {
            program.destroy();
            program.waitFor();
        }
        try (var all = Files.walk(home)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
        Files.deleteIfExists(home.resolveSibling(home.getFileName() + ".out"));
    }
}
