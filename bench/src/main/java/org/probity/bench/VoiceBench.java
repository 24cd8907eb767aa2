package org.probity.bench;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.ZipFile;

/**
 * Reports that carry a mark, sealed in a browser by the script of the house, sent while the house is killed again and again; then the mark is looked for in every file of the server, its
 * journal among them, in a backup, in what the program said, and in every row. A mark that is put in on purpose is found by the same search, so that finding nothing says something.
 *
 * <p>It does not look into memory, a dump of it, or a swapped page.
 *
 * <p>Arguments: a number of reports, 1,000 unless said otherwise; {@code --quick}: forty. Ends with 0 when all goals are met, 1 when some are short.
 */
public final class VoiceBench {
    private static final int A_KILL_EVERY = 100;
    private static final int BATCH = 20;
    private static final String SEALS = """
            async ({ mark, from, count }) => {
              // One reader a page: closing a key under its words is made to take a second.
              const voice = await import('/voice/protocol.js'), all = [], reader = window.reader ??= await voice.drawKey(false)
              for (let n = from; n < from + count; n++) {
                const keys = await voice.keysOf(voice.drawReceipt())
                const said = { v: 1, n: 1, thread: keys.thread, reply: keys.recipient, channel: 'AUDIT', category: 'FRAUD', site: '', about: null, to: [], text: mark + '-' + n + ' \u91d1\u4e1d\u96c0' }
                all.push([await keys.tag(1), voice.base64(await voice.seal([keys.recipient, reader.recipient], said))])
              }
              return all
            }""";
    private static boolean met = true;

    private VoiceBench() {}

    public static void main(String[] args) throws Exception {
        var reports = args.length > 0 && args[0].matches("[0-9]+") ? Integer.parseInt(args[0]) : List.of(args).contains("--quick") ? 40 : 1_000;
        var every = Math.min(A_KILL_EVERY, reports / 2);
        var random = new Random();
        var mark = "mark-" + UUID.randomUUID();
        var control = "control-" + UUID.randomUUID();
        var home = Files.createTempDirectory("probity-bench-");
        var house = new OpenHouse(home, true);
        var acknowledged = new ConcurrentHashMap<String, String>();
        var kills = 0;
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
                var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var page = chromium.newPage();
            page.navigate(house.address() + "/voice/promise");
            takesAsManyAsItMay(house);
            for (var at = 0; at < reports; at += BATCH) {
                var waiting = new ArrayList<>(sealed(page, mark, at, Math.min(BATCH, reports - at)));
                var strikes = (at + BATCH) % every < BATCH;
                var several = 1 + random.nextInt(waiting.size());
                while (!waiting.isEmpty()) {
                    var one = waiting.getFirst();
                    if (strikes && waiting.size() <= several) {
                        strikes = false;
                        strike(client, house, waiting, random.nextInt(waiting.size()), kills % 2 == 1, acknowledged);
                        kills++;
                        house = new OpenHouse(home, true);
                        page.navigate(house.address() + "/voice/promise");
                    }
                    // What was sent and not answered is sent once more, as a browser's user does.
                    if (!send(client, house, one, acknowledged)) {
                        throw new IOException("a report is not taken");
                    }
                    waiting.removeFirst();
                }
            }
            var lost = 0;
            for (var one : acknowledged.entrySet()) {
                var told = ask(client, house.address() + "/voice/sent", one.getKey().getBytes(StandardCharsets.US_ASCII));
                lost += told.statusCode() == 200 && told.body().contains(one.getValue()) ? 0 : 1;
            }
            goal("reports acknowledged and lost, of " + acknowledged.size() + " with " + kills + " kills", lost, "0", lost == 0);
            look(house, home, mark, control);
            System.out.printf(Locale.ROOT, "# %d processors, load %.1f%n", Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        } finally {
            house.close();
            OpenHouse.remove(home);
            Files.deleteIfExists(house.words());
        }
        System.exit(met ? 0 : 1);
    }

    /** A day has an end for whoever floods; here it is as far away as a rule can put it. */
    private static void takesAsManyAsItMay(OpenHouse house) throws IOException, SQLException {
        try (var connection = house.database(); var statement = connection.createStatement()) {
            statement.execute("INSERT INTO rule.number (room, key, from_day, value, source, set_at) VALUES ('voice', 'messages-a-day-most', '2024-01-02', 1000, 'a measurement', now())");
        }
    }

    private static void goal(String what, long value, String bound, boolean reached) {
        met &= reached;
        System.out.printf(Locale.ROOT, "voice %s, %d, %s, %s%n", what, value, bound, reached ? "met" : "short");
    }

    private static List<List<String>> sealed(Page page, String mark, int from, int count) {
        return ((List<?>) page.evaluate(SEALS, Map.of("mark", mark, "from", from, "count", count))).stream().map(it -> ((List<?>) it).stream().map(Object::toString).toList()).toList();
    }

    /** All of them are sent at once, and the house is killed as soon as so many were answered: the others are on their way, in it, or committed and not told. Every other time its PostgreSQL is killed as well. */
    private static void strike(HttpClient client, OpenHouse house, List<List<String>> several, int answered, boolean database, Map<String, String> acknowledged) throws IOException, InterruptedException {
        var enough = new CountDownLatch(answered);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : several) {
                senders.execute(() -> {
                    try {
                        send(client, house, one, acknowledged);
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    } finally {
                        enough.countDown();
                    }
                });
            }
            enough.await();
            if (database) {
                house.killAll();
            } else {
                house.kill();
            }
        }
    }

    private static boolean send(HttpClient client, OpenHouse house, List<String> one, Map<String, String> acknowledged) throws InterruptedException {
        var sealed = Base64.getDecoder().decode(one.getLast());
        var body = new byte[32 + sealed.length];
        System.arraycopy(one.getFirst().getBytes(StandardCharsets.US_ASCII), 0, body, 0, 32);
        System.arraycopy(sealed, 0, body, 32, sealed.length);
        try {
            var answer = ask(client, house.address() + "/voice/messages", body);
            if (answer.statusCode() != 200) {
                return false;
            }
            acknowledged.put(one.getFirst(), one.getLast());
            return true;
        } catch (IOException killed) {
            return false;
        }
    }

    private static HttpResponse<String> ask(HttpClient client, String address, byte[] body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void look(OpenHouse house, Path home, String mark, String control) throws IOException, InterruptedException, SQLException {
        try (var connection = house.database(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE public.control (text text)");
            statement.execute("INSERT INTO public.control VALUES ('" + control + "')");
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            var marks = 0L;
            var controls = 0L;
            for (var table : tables) {
                try (var row = statement.executeQuery("SELECT count(*) FILTER (WHERE it::text LIKE '%" + mark + "%'), count(*) FILTER (WHERE it::text LIKE '%" + control + "%') FROM " + table + " AS it")) {
                    row.next();
                    marks += row.getLong(1);
                    controls += row.getLong(2);
                }
            }
            goal("rows with the mark, in " + tables.size() + " tables", marks, "0", marks == 0);
            goal("rows with what was put in on purpose", controls, "1", controls == 1);
        }
        var backup = home.resolveSibling(home.getFileName() + ".backup");
        var said = home.resolveSibling(home.getFileName() + ".backup.out");
        var ended = new ProcessBuilder(System.getProperty("probity.command"), "backup", backup.toString(), "--home", home.toString()).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        goal("backup made (0: yes)", ended, "0", ended == 0);
        var read = new long[3];
        for (var file : List.of(home, house.temporary(), house.words(), said)) {
            try (var files = Files.walk(file)) {
                for (var one : files.filter(Files::isRegularFile).toList()) {
                    try {
                        look(one.toString(), Files.readAllBytes(one), mark, control, read);
                    } catch (IOException gone) {
                        // PostgreSQL has done with it
                    }
                }
            }
        }
        var inFiles = read[2];
        if (ended == 0) {
            // Packed, a text does not look like itself.
            try (var zip = new ZipFile(backup.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    look(backup + " " + entry.getName(), zip.getInputStream(entry).readAllBytes(), mark, control, read);
                }
            }
        }
        Files.deleteIfExists(backup);
        Files.deleteIfExists(said);
        goal("places with the mark, in " + read[0] / 1_000_000 + " MB of server, journal, temporary files, unpacked backup and what the program said", read[1], "0", read[1] == 0);
        goal("files with what was put in on purpose", inFiles, ">= 1", inFiles >= 1);
        goal("parts of the backup with what was put in on purpose", read[2] - inFiles, "1", read[2] - inFiles == 1);
    }

    /** As it is, and as programs write texts down: in two bytes a letter, in hex, in base64 whatever it begins with. */
    private static void look(String place, byte[] bytes, String mark, String control, long[] read) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        read[0] += bytes.length;
        if (shapes(mark).stream().anyMatch(text::contains)) {
            System.out.println("# found in " + place);
            read[1]++;
        }
        if (shapes(control).stream().anyMatch(text::contains)) {
            read[2]++;
        }
    }

    private static List<String> shapes(String mark) {
        var shapes = new ArrayList<String>();
        var bytes = mark.getBytes(StandardCharsets.US_ASCII);
        shapes.add(mark);
        shapes.add(new String(mark.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        shapes.add(HexFormat.of().formatHex(bytes));
        for (var before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            shapes.add(whole.substring(4, whole.length() - 4));
        }
        return shapes;
    }
}
