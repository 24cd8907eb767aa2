package org.probity.bench;

import java.io.IOException;
import java.net.BindException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Checkpoint;
import org.probity.proof.Hash;
import org.probity.proof.Note;

/**
 * A house whose processes are killed while somebody enters suppliers through its API and writes down each that was acknowledged, and while
 * somebody else writes down each state of the log they are shown. Afterwards all of it must be found: the suppliers, their entries in the
 * log, numbers without a gap, and a tree that grew out of every state ever shown.
 *
 * <p>It kills processes, not power: what the kernel has taken from PostgreSQL survives here whatever fsync does.
 */
final class TormentedHouse implements AutoCloseable {
    /** Patience of a trial that runs with what others leave; how long it took is a line of its own. */
    private static final Duration FIRST_START = Duration.ofMinutes(20);
    private static final Duration LATER_START = Duration.ofMinutes(10);
    private static final int ROWS_ENOUGH = 5;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("probity_[A-Za-z0-9_-]{43}");

    /** What is killed, with signal 9. */
    enum Victim {
        /** The program. */
        PROGRAM,
        /** PostgreSQL's first process; the others follow it. */
        POSTGRES,
        /** Both at once. */
        BOTH,
        /** The process of PostgreSQL that writes for the house; PostgreSQL throws all others out and recovers. */
        WRITER
    }

    /**
     * What came of it.
     *
     * @param acknowledged suppliers the house said yes to
     * @param lost those of them that are missing, or whose entry in the log is
     * @param invented suppliers nobody had tried to enter
     * @param forks states of the log that were shown and that the log of now did not grow out of
     * @param gaps entries whose number is not the next one of its class and year
     * @param secondsToAnswer from each kill until a supplier was acknowledged again
     */
    record Outcome(int kills, int acknowledged, int lost, int invented, int states, int forks, int gaps, List<Double> secondsToAnswer) {
        double slowest() {
            return secondsToAnswer.stream().mapToDouble(seconds -> seconds).max().orElse(0);
        }

        double median() {
            return secondsToAnswer.stream().sorted().skip(secondsToAnswer.size() / 2).findFirst().orElse(0.0);
        }
    }

    private final List<String> serve;
    private final Path home = Files.createTempDirectory("probity-trial-");
    private final int port;
    private final Random random;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Long, Hash> shown = new ConcurrentHashMap<>();
    private final AtomicLong tried = new AtomicLong();
    private volatile boolean writing = true;
    private boolean keepHome;
    private @Nullable Process program;

    private TormentedHouse(List<String> serve, long seed) throws IOException {
        this.serve = serve;
        this.random = new Random(seed);
        this.port = free();
    }

    /** Below the ports that a system gives to whoever connects somewhere: it must still be free whenever the house comes back. */
    private static int free() throws IOException {
        for (var seed = System.nanoTime();; seed++) {
            try (var socket = new ServerSocket(20_000 + Math.floorMod(seed, 12_000))) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next one
            }
        }
    }

    /**
     * @param serve how a house is opened, without home and port
     * @param victims killed in turn
     */
    static Outcome torment(List<String> serve, List<Victim> victims, int kills, long seed) throws Exception {
        try (var house = new TormentedHouse(serve, seed)) {
            return house.kill(victims, kills);
        }
    }

    private Outcome kill(List<Victim> victims, int kills) throws Exception {
        open();
        awaitAnswer(FIRST_START);
        var key = keyOfABuyer();
        var refused = new AtomicReference<RuntimeException>();
        var writer = Thread.ofPlatform().name("writer").start(() -> {
            try {
                write(key);
            } catch (RuntimeException broken) {
                refused.set(broken);
            }
        });
        var seconds = new ArrayList<Double>();
        for (var kill = 0; kill < kills; kill++) {
            awaitRows(acknowledged.size() + ROWS_ENOUGH, refused);
            Thread.sleep(random.nextInt(300));
            var victim = victims.get(kill % victims.size());
            strike(victim);
            var started = System.nanoTime();
            if (victim == Victim.PROGRAM || victim == Victim.BOTH) {
                open();
            }
            awaitRows(acknowledged.size() + 1, refused);
            seconds.add((System.nanoTime() - started) / 1e9);
            if (kill % 20 == 19 || kill + 1 == kills) {
                System.err.printf(Locale.ROOT, "%d of %d kills, %d acknowledged; the last, %s, answered after %.1f s%n", kill + 1, kills,
                        acknowledged.size(), victim.name().toLowerCase(Locale.ROOT), seconds.getLast());
            }
        }
        writing = false;
        writer.join();
        return check(kills, seconds);
    }

    /** One supplier, and only after the yes it counts as acknowledged; then a look at the log. */
    private void write(String key) {
        try (var client = HttpClient.newHttpClient()) {
            while (writing) {
                var next = tried.incrementAndGet();
                try {
                    var answer = client.send(request("/api/suppliers").header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"number\":\"K-" + next + "\",\"nameEn\":\"Supplier " + next + "\",\"country\":\"CN\",\"category\":\"solder\"}"))
                            .build(), BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        if (!answer.body().contains("\"K-" + next + "\"")) {
                            throw new IllegalStateException("the house says yes to K-" + next + " with this: " + answer.headers().map() + " " + answer.body());
                        }
                        acknowledged.add(next);
                    } else if (answer.statusCode() < 500) {
                        throw new IllegalStateException("the house refuses what it should take: " + answer.body());
                    }
                    look(client);
                } catch (IOException killed) {
                    Thread.sleep(20);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(HttpClient client) throws IOException, InterruptedException {
        var answer = client.send(request("/log/checkpoint").build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
            var state = state(answer.body());
            var before = shown.putIfAbsent(state.size(), state.root());
            if (before != null && !before.equals(state.root())) {
                throw new IllegalStateException("two states of size " + state.size() + " were shown");
            }
        }
    }

    private static Checkpoint state(byte[] body) {
        try {
            return Checkpoint.parse(Note.parse(body));
        } catch (RuntimeException noNote) {
            throw new IllegalStateException("/log/checkpoint said 200 and this: " + new String(body, StandardCharsets.UTF_8), noNote);
        }
    }

    private Outcome check(int kills, List<Double> seconds) throws Exception {
        var found = new HashSet<Long>();
        var leaves = new ArrayList<Hash>();
        var gaps = 0;
        awaitSequenced();
        try (var connection = connect(); var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("""
                    SELECT substr(supplier.number, 3)::bigint
                      FROM supplier.supplier
                      JOIN log.entry ON entry.record = supplier.record
                     WHERE supplier.number LIKE 'K-%'
                    """)) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            var last = new TreeMap<String, Long>();
            try (var rows = statement.executeQuery("SELECT class, year, number, bytes, index FROM log.entry ORDER BY index")) {
                while (rows.next()) {
                    var counted = rows.getString(1) + " " + rows.getInt(2);
                    if (rows.getLong(3) != last.getOrDefault(counted, 0L) + 1 || rows.getLong(5) != leaves.size()) {
                        gaps++;
                    }
                    last.put(counted, rows.getLong(3));
                    leaves.add(Hash.leaf(rows.getBytes(4)));
                }
            }
        }
        var lost = new TreeSet<>(acknowledged);
        lost.removeAll(found);
        if (!lost.isEmpty()) {
            tellOf(lost);
        }
        found.removeIf(row -> row <= tried.get());
        var forks = shown.entrySet().stream().filter(state -> state.getKey() > leaves.size() || state.getKey() > 0
                && !root(leaves.subList(0, state.getKey().intValue())).equals(state.getValue())).count();
        return new Outcome(kills, acknowledged.size(), lost.size(), found.size(), shown.size(), (int) forks, gaps, seconds);
    }

    /** What is there of each, and where to look further: the home is not removed then. */
    private void tellOf(Set<Long> lost) throws SQLException, IOException, InterruptedException {
        keepHome = true;
        try (var connection = connect(); var statement = connection.prepareStatement("""
                SELECT supplier.registered_at, supplier.record, entry.index, outbox.record IS NOT NULL
                  FROM supplier.supplier
                  LEFT JOIN log.entry ON entry.record = supplier.record
                  LEFT JOIN log.outbox ON outbox.record = supplier.record
                 WHERE supplier.number = ?
                """)) {
            for (var number : lost) {
                statement.setString(1, "K-" + number);
                try (var row = statement.executeQuery()) {
                    System.err.println("K-" + number + (row.next() ? " entered " + row.getString(1) + ", record " + row.getString(2) + ", entry " + row.getString(3)
                            + ", waiting " + row.getString(4) : " is not in the register"));
                }
            }
        }
        System.err.println("The home with what is left stays in " + home);
    }

    /** RFC 6962, 2.1, written down once more, so that the product is not asked about itself. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var left = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private void awaitSequenced() throws SQLException, IOException, InterruptedException {
        var deadline = System.nanoTime() + LATER_START.toNanos();
        try (var connection = connect(); var statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (var waiting = statement.executeQuery("SELECT count(*) FROM log.outbox")) {
                    waiting.next();
                    if (waiting.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new IOException("what was recorded found no place in the log");
    }

    /** A key to write with, made as a person makes one. */
    private String keyOfABuyer() throws IOException, InterruptedException {
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            form(browser, "/app/sign-in", "email", "buyer@helia.example", "password", "sunlight on glass");
            var found = KEY.matcher(form(browser, "/app/account/tokens", "label", "kill trial", "may", "WRITE", "days", "30"));
            if (!found.find()) {
                throw new IOException("no key was made");
            }
            return found.group();
        }
    }

    private String form(HttpClient browser, String path, String... fields) throws IOException, InterruptedException {
        var token = CSRF.matcher(browser.send(request(path).build(), BodyHandlers.ofString()).body());
        if (!token.find()) {
            throw new IOException(path + " has no form");
        }
        var body = new StringBuilder("_csrf=" + encoded(token.group(1)));
        for (var i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return browser.send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body.toString())).build(),
                BodyHandlers.ofString()).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(20));
    }

    private void open() throws IOException {
        var command = new ArrayList<>(serve);
        command.addAll(List.of("--home", home.toString(), "--port", "" + port));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(words().toFile()));
        builder.environment().putAll(Map.of("PROBITY_DEMO_STORY", "false", "PROBITY_NO_REHEARSAL", "1"));
        program = builder.start();
    }

    private Path words() {
        return home.resolveSibling(home.getFileName() + ".out");
    }

    private void strike(Victim victim) throws IOException, InterruptedException {
        var postmaster = Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst().strip();
        var running = Objects.requireNonNull(program);
        switch (victim) {
            case PROGRAM -> running.destroyForcibly().waitFor();
            case POSTGRES -> signal9(postmaster);
            case BOTH -> {
                signal9(postmaster, "" + running.pid());
                running.waitFor();
            }
            case WRITER -> signal9(aWriter(postmaster));
        }
    }

    /** One of those that have a connection of the house, taken by chance. */
    private String aWriter(String postmaster) throws IOException {
        var backends = ProcessHandle.of(Long.parseLong(postmaster)).stream().flatMap(ProcessHandle::children)
                .filter(it -> commandLine(it.pid()).contains("probity probity"))
                .map(it -> "" + it.pid()).sorted().toList();
        if (backends.isEmpty()) {
            throw new IOException("no process of PostgreSQL works for the house");
        }
        return backends.get(random.nextInt(backends.size()));
    }

    /** PostgreSQL writes into its own command line what it does, which only the kernel's file tells. */
    private static String commandLine(long process) {
        try {
            return Files.readString(Path.of("/proc/" + process + "/cmdline"), StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    private static void signal9(String... processes) throws IOException, InterruptedException {
        new ProcessBuilder(Arrays.asList("sh", "-c", "kill -9 " + String.join(" ", processes))).start().waitFor();
    }

    private void awaitAnswer(Duration patience) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                try {
                    if (client.send(request("/health").build(), BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // Nobody listens; asked again below.
                }
                Thread.sleep(50);
            }
        }
        throw new IOException("the house did not answer within " + patience.toSeconds() + " s: " + Files.readString(words()));
    }

    private void awaitRows(int enough, AtomicReference<RuntimeException> refused) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LATER_START.toNanos();
        while (acknowledged.size() < enough) {
            if (refused.get() != null) {
                throw new IllegalStateException("the writer gave up", refused.get());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("nothing was acknowledged within " + LATER_START.toSeconds() + " s: " + Files.readString(words()));
            }
            Thread.sleep(5);
        }
    }

    /** PostgreSQL may still be recovering from the last kill, and then takes nobody in. */
    private Connection connect() throws SQLException, IOException, InterruptedException {
        var deadline = System.nanoTime() + LATER_START.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + Files.readString(home.resolve("postgres/port")).strip() + "/probity?connectTimeout=2",
                        "probity", Files.readString(home.resolve("postgres/password")).strip());
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        writing = false;
        if (program != null) {
            program.destroy();
            program.waitFor();
        }
        if (keepHome) {
            return;
        }
        try (var all = Files.walk(home)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
        Files.deleteIfExists(words());
    }
}
