package org.probity.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.formats.epcis.EventWriter;
import org.probity.formats.epcis.Limits;

/**
 * A house that is killed, and its PostgreSQL with it every second time, while a plant sends what happened there, document by document. Whoever sends does not go on before a document
 * was acknowledged, and sends it again where nothing was answered. Afterwards every event of every acknowledged document is there once, nothing else is, numbers have no gaps, the log
 * has each capture, and what the books say, grown in a house that was killed, is what they say when they are read anew. {@code probity trial capture [N]}, 40 kills unless said otherwise.
 */
public final class CaptureTrial {
    private static final int A_DOCUMENT = 250;
    /** What happens in the plant for each kill. */
    private static final int DAYS = 6;
    private static final int LOOKED_AT = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private record Document(byte[] json, List<String> hashes) {}

    private final Path home = Files.createTempDirectory("probity-trial-");
    private final List<Document> documents;
    private final Random random;
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicReference<RuntimeException> broken = new AtomicReference<>();
    private volatile boolean sending = true;
    private volatile OpenHouse house;

    private CaptureTrial(List<Document> documents, long seed) throws IOException, InterruptedException {
        this.documents = documents;
        this.random = new Random(seed);
        this.house = new OpenHouse(home, true);
    }

    public static void main(String[] args) throws Exception {
        var kills = args.length > 0 && args[0].matches("[0-9]+") ? Integer.parseInt(args[0]) : List.of(args).contains("--quick") ? 4 : 40;
        System.exit(torment(kills, System.nanoTime(), true) ? 0 : 1);
    }

    /** @param anew whether books that grew are held against books read anew, which takes two more starts @return whether nothing was lost or invented */
    static boolean torment(int kills, long seed, boolean anew) throws Exception {
        var trial = new CaptureTrial(documents(DAYS * kills), seed);
        try {
            return trial.run(kills, seed, anew);
        } finally {
            trial.sending = false;
            trial.house.close();
            remove(trial.home);
        }
    }

    private boolean run(int kills, long seed, boolean anew) throws Exception {
        var key = house.as("buyer@helia.example").key("trial");
        var sender = Thread.ofPlatform().name("sender").start(() -> send(key));
        for (var kill = 0; kill < kills; kill++) {
            await(acknowledged.size() + 1);
            Thread.sleep(random.nextInt(900));
            if (kill % 2 == (kills + 1) % 2) {
                ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst().strip())).ifPresent(ProcessHandle::destroyForcibly);
            }
            house.kill();
            house = new OpenHouse(home, true);
        }
        if (anew) {
            house.as("buyer@helia.example");
        }
        await(acknowledged.size() + 1);
        // Books that were asked once grow from now on.
        if (anew) {
            house.page("/app/traceability/contradictions");
        }
        await(acknowledged.size() + 3);
        sending = false;
        sender.join();
        var met = held();
        if (!anew) {
            return met;
        }
        var grown = said();
        house.kill();
        house = new OpenHouse(home, true);
        house.as("buyer@helia.example");
        var again = said();
        var different = grown.entrySet().stream().filter(it -> !it.getValue().equals(again.get(it.getKey()))).map(Map.Entry::getKey).sorted().toList();
        different.stream().findFirst().ifPresent(it -> {
            var lines = List.of(again.get(it).split("\n"));
            grown.get(it).lines().filter(line -> !lines.contains(line)).limit(3).forEach(line -> System.out.println("# grown, item " + it + ": " + line.strip()));
        });
        met &= line("capture: items of which books that grew say something else than books read anew, of " + grown.size(), different.size());
        System.out.printf(Locale.ROOT, "# %d kills, every second with PostgreSQL; %d documents acknowledged; seed %d; %d processors, load %.1f%s%n", kills, acknowledged.size(), seed,
                Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), different.isEmpty() ? "" : "; different: " + different);
        return met;
    }

    private void await(int enough) throws InterruptedException, IOException {
        for (var until = System.nanoTime() + PATIENCE.toNanos(); acknowledged.size() < enough;) {
            if (broken.get() != null) {
                throw new IllegalStateException("the sender gave up", broken.get());
            }
            if (System.nanoTime() > until) {
                throw new IOException("nothing was acknowledged: " + Files.readString(house.words()));
            }
            Thread.sleep(5);
        }
    }

    private void send(String key) {
        try (var client = HttpClient.newHttpClient()) {
            while (sending) {
                var no = begun.get() % documents.size();
                try {
                    var answer = client.send(HttpRequest.newBuilder(URI.create(house.address() + "/api/traceability/capture")).timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + key)
                            .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(documents.get(no).json())).build(), BodyHandlers.ofString());
                    if (answer.statusCode() == 202) {
                        var job = answer.headers().firstValue("Location").orElseThrow();
                        acknowledged.put(job.substring(job.lastIndexOf('/') + 1), no);
                        begun.incrementAndGet();
                    } else if (answer.statusCode() < 500) {
                        throw new IllegalStateException("the house refuses what it should take: " + answer.statusCode() + " " + answer.body());
                    }
                } catch (IOException killed) {
                    Thread.sleep(20);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unforeseen) {
            broken.set(unforeseen);
        }
    }

    private boolean held() throws SQLException, IOException, InterruptedException {
        waitUntilNone("SELECT count(*) FROM traceability.capture WHERE NOT EXISTS (SELECT FROM traceability.captured WHERE captured.capture = capture.id)");
        waitUntilNone("SELECT count(*) FROM log.outbox");
        var there = texts("SELECT encode(hash, 'hex') FROM traceability.event");
        var taken = texts("SELECT capture::text FROM traceability.captured WHERE outcome = 'TAKEN' AND refused = 0");
        var sent = new HashSet<String>();
        acknowledged.values().forEach(no -> sent.addAll(documents.get(no).hashes()));
        System.out.printf(Locale.ROOT, "# %,d events%n", there.size());
        var met = line("capture: documents acknowledged and not taken whole", (int) acknowledged.keySet().stream().filter(it -> !taken.contains(it)).count());
        met &= line("capture: events acknowledged and lost", (int) sent.stream().filter(it -> !there.contains(it)).count());
        var tried = new HashSet<String>();
        documents.subList(0, Math.min(documents.size(), begun.get() + 1)).forEach(it -> tried.addAll(it.hashes()));
        met &= line("capture: events that nobody sent", (int) there.stream().filter(it -> !tried.contains(it)).count());
        met &= line("capture: numbers left out or given twice", number("SELECT abs(count(*) - coalesce(max(id), 0)) + count(*) - count(DISTINCT hash) FROM traceability.event")
                + number("SELECT abs(count(*) - coalesce(max(number) + 1, 0)) FROM traceability.item"));
        met &= line("capture: events with other links than items that are there", number("""
                SELECT count(*)
                  FROM (SELECT event.id, named.item, named.role FROM traceability.event CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named) AS from_events
                  FULL JOIN (SELECT each.event AS id, naming.item, each.role FROM traceability.naming CROSS JOIN LATERAL unnest(naming.events, string_to_array(naming.roles, NULL)) AS each (event, role)) AS from_items
                 USING (id, item, role)
                 WHERE from_events IS NULL OR from_items IS NULL OR NOT EXISTS (SELECT FROM traceability.item WHERE item.number = item)
                """));
        met &= line("capture: captures that are not in the log", number("SELECT count(*) FROM traceability.captured WHERE NOT EXISTS (SELECT FROM log.entry WHERE entry.record = captured.record)"));
        return met;
    }

    private void waitUntilNone(String count) throws SQLException, IOException, InterruptedException {
        for (var until = System.nanoTime() + PATIENCE.toNanos(); number(count) > 0;) {
            if (System.nanoTime() > until) {
                throw new IOException("still not none: " + count + "; " + Files.readString(house.words()));
            }
            Thread.sleep(100);
        }
    }

    private int number(String count) throws SQLException, IOException {
        return Integer.parseInt(texts(count).iterator().next());
    }

    private Set<String> texts(String select) throws SQLException, IOException {
        var all = new HashSet<String>();
        try (var connection = house.database(); var statement = connection.createStatement(); var rows = statement.executeQuery(select)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** What the house says of some items, the same ones each time: their own pages, without what is another at each look or at each address. */
    private Map<Integer, String> said() throws SQLException, IOException, InterruptedException {
        var items = number("SELECT max(number) FROM traceability.item");
        var which = new Random(7);
        var said = new ConcurrentHashMap<Integer, String>();
        for (var no = 0; no < LOOKED_AT; no++) {
            var item = items - which.nextInt(Math.min(items, 4_000));
            var page = house.page("/app/traceability/items/" + item);
            said.put(item, page.substring(page.indexOf("<main")).replaceAll("(?s)name=\"_csrf\" value=\"[^\"]*\"|<svg class=\"qr\".*?</svg>", "").replace(house.address(), ""));
        }
        return said;
    }

    private static boolean line(String what, int ours) {
        System.out.printf(Locale.ROOT, "%s, %d, -, -, 0, %s%n", what, ours, ours == 0 ? "met" : "short");
        return ours == 0;
    }

    private static List<Document> documents(int days) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("probity-trial-");
        var file = folder.resolve("plant.json");
        try {
            var process = new ProcessBuilder(System.getProperty("probity.command"), "sample", "plant", file.toString(), "--days", "" + days, "--seed", "11").inheritIO()
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("no sample of a plant was written");
            }
            var all = new ArrayList<Document>();
            var some = new ArrayList<Event>();
            try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                Epcis.read(in, Limits.standard(), (event, no) -> {
                    some.add(event);
                    if (some.size() == A_DOCUMENT) {
                        all.add(document(some));
                        some.clear();
                    }
                });
            }
            return all;
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static Document document(List<Event> events) {
        var out = new ByteArrayOutputStream();
        var hash = new EventHash();
        var hashes = new ArrayList<String>();
        try (var document = EventWriter.capture(out, events.getLast().when().time(), Map.of("trace", "https://probity.example/ns/trace#"))) {
            for (var event : events) {
                document.write(event);
                hashes.add(HexFormat.of().formatHex(hash.hash(event)));
            }
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return new Document(out.toByteArray(), hashes);
    }

    private static void remove(Path home) throws IOException {
        try (var all = Files.walk(home)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
        Files.deleteIfExists(home.resolveSibling(home.getFileName() + ".out"));
    }
}
