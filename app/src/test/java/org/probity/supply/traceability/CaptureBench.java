package org.probity.supply.traceability;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ObjLongConsumer;
import org.probity.Probity;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.formats.epcis.EventWriter;
import org.probity.formats.epcis.Limits;
import org.probity.house.access.Accounts;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.TestDatabase;
import org.probity.trace.plant.Size;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// `./probity bench capture [--quick]`: what happened in an invented plant goes in through the door for programs, document by document, over a PostgreSQL that waits
/// for its disk: from the first byte sent until every event is kept, is in the log by its document's tree, and is in the book, so that whoever asks for the last
/// module sees its chain. Said twice: of the first three documents of a house that was just opened, and, after five more, of a house that goes on for months, as it does where it is used; the goal
/// is about the second. Documents are written before anything is counted. What each part costs by itself is measured afterwards on one thread.
///
/// Ends with 0 when the goal is met, 1 when it is short, 2 when it could not run.
public final class CaptureBench {
    private static final int A_DOCUMENT = 20_000;
    private static final int COLD = 3;
    private static final int WARM = 8;
    private static final double GOAL = 20_000;
    private static final int LONGEST = 5;
    private static final int LOOK_EVERY = 20;

    private CaptureBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 280 : 460) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("capture could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int days) throws Exception {
        var folder = Files.createTempDirectory("probity-bench-");
        var documents = documents(folder, days);
        var database = TestDatabase.durable();
        try (var house = new SpringApplicationBuilder(Probity.class).web(WebApplicationType.SERVLET)
                .properties(Map.of("probity.home", folder.toString(), "server.port", "0", "server.address", "127.0.0.1", "spring.datasource.url", database.getUrl(),
                        "spring.datasource.username", Objects.requireNonNull(database.getUsername()), "spring.datasource.password", Objects.requireNonNull(database.getPassword()),
                        "logging.level.root", "WARN"))
                .run()) {
            var db = house.getBean(JdbcClient.class);
            var books = house.getBean(MaterialBooks.class);
            var sender = granted(house.getBean(Accounts.class).invite(new Accounts.Newcomer("MES", "mes@helia.example", Set.of(Role.PROCESS), Optional.empty(), "en"), Accounts.HOUSE));
            var key = granted(house.getBean(Tokens.class).make(sender, "mes", Tokens.May.WRITE, 30));
            var door = URI.create("http://127.0.0.1:" + ((WebServerApplicationContext) house).getWebServer().getPort() + "/api/traceability/capture");
            System.out.printf(Locale.ROOT, "# %d documents of up to %d events; JDK %s, %d processors, load %.1f%n", documents.size(), A_DOCUMENT, Runtime.version(),
                    Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            var nothing = SpentCpu.now();
            var cold = System.nanoTime();
            send(door, key, documents.subList(0, COLD));
            read(db, COLD);
            visible(books, db);
            var first = since(cold);
            System.out.printf(Locale.ROOT, "# a house that was just opened: %,.0f events a second, kept and in the book; us of a processor for each: %s%n", events(db) / first,
                    SpentCpu.now().since(nothing, events(db)));
            send(door, key, documents.subList(COLD, WARM));
            read(db, WARM);
            visible(books, db);
            var before = events(db);
            var spent = SpentCpu.now();
            var start = System.nanoTime();
            send(door, key, documents.subList(WARM, documents.size()));
            var acknowledged = since(start);
            read(db, documents.size());
            var kept = since(start);
            visible(books, db);
            var seen = since(start);
            var events = events(db) - before;
            var parts = SpentCpu.now().since(spent, events);
            bytes(db);
            System.out.printf(Locale.ROOT, "# %,d events: all documents acknowledged after %.1f s, all events kept after %.1f s, all in the book after %.1f s%n", events, acknowledged, kept, seen);
            System.out.println("# us of a processor for each event, until it is in the book: " + parts);
            parts(documents);
            tables(db);
            var reading = System.nanoTime();
            books.rebuild();
            System.out.printf(Locale.ROOT, "# books read anew, as for a late event whose order cannot be said: %.1f s, %,.0f events a second%n", since(reading), events(db) / since(reading));
            var again = new MaterialBooks(db, house.getBean(TransactionTemplate.class), house.getBean(KeptBooks.class));
            var begun = System.nanoTime();
            if (asked(again) < events) {
                throw new IllegalStateException("books of less than there is");
            }
            var took = since(begun);
            var newest = house.getBean(KeptBooks.class).all().stream().findFirst().orElse(0L);
            System.out.printf(Locale.ROOT, "# books of a house that starts again, from the file of event %s on: %.2f s; %.0f bytes for each item%n", newest, took,
                    bytes(folder.resolve("books/" + newest)) / db.sql("SELECT (SELECT count(*) FROM traceability.item)::float").query(Double.class).single());
            var met = events / seen >= GOAL;
            System.out.printf(Locale.ROOT, "capture events a second, kept and in the book, %.0f, %.0f, >= %.0f, %s%n", events / seen, events / kept, GOAL, met ? "met" : "short");
            return met;
        }
    }

    /** Whoever asks a house that starts again is told to come back until its books are there. */
    private static int asked(MaterialBooks books) throws InterruptedException {
        await(() -> books.ask("silicon", shelf -> true).isPresent());
        return books.ask("silicon", shelf -> shelf.book.nodes()).orElseThrow();
    }

    /** Until it is so; what is not within {@value #LONGEST} minutes never will be. */
    private static void await(BooleanSupplier so) throws InterruptedException {
        for (var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST); !so.getAsBoolean(); TimeUnit.MILLISECONDS.sleep(LOOK_EVERY)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nothing came within " + LONGEST + " minutes");
            }
        }
    }

    private static List<Path> documents(Path folder, int days) throws IOException {
        List<Path> documents = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        PlantSample.happenings(Size.small(7, LocalDate.of(2025, 1, 1), days), event -> {
            events.add(event);
            if (events.size() == A_DOCUMENT) {
                documents.add(document(folder.resolve("document" + documents.size()), events));
                events.clear();
            }
        });
        documents.add(document(folder.resolve("document" + documents.size()), events));
        return documents;
    }

    private static Path document(Path file, List<Event> events) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                var document = EventWriter.capture(out, events.getLast().when().time(), Map.of("trace", PlantSampleEvents.OURS))) {
            for (var event : events) {
                document.write(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void send(URI door, String key, List<Path> documents) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var document : documents) {
                var answer = http.send(HttpRequest.newBuilder(door).header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofFile(document)).build(), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 202) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            }
        }
    }

    private static void read(JdbcClient db, int documents) throws InterruptedException {
        await(() -> db.sql("SELECT count(*) FROM traceability.captured").query(Integer.class).single() >= documents);
        var refused = db.sql("SELECT count(*) FROM traceability.captured WHERE outcome <> 'TAKEN' OR refused > 0").query(Long.class).single();
        if (refused > 0) {
            throw new IllegalStateException(refused + " documents were not taken whole: " + db.sql("SELECT place || ' ' || key || ' ' || value FROM traceability.fault LIMIT 3").query(String.class).list());
        }
    }

    private static long events(JdbcClient db) {
        return db.sql("SELECT count(*) FROM traceability.event").query(Long.class).single();
    }

    /** Asks until the books hold the last event, and then for the chain of the last module. */
    private static void visible(MaterialBooks books, JdbcClient db) throws InterruptedException {
        var last = db.sql("SELECT max(number) FROM traceability.item WHERE uri LIKE '%/21/%'").query(Integer.class).single();
        await(() -> books.ask("silicon", shelf -> shelf.reach.upstream(last).length > 10).isPresent() && books.state().ready());
        var contradictions = books.contradictions();
        if (contradictions.values().stream().anyMatch(some -> !some.isEmpty())) {
            throw new IllegalStateException("the books found contradictions: " + contradictions.values().stream().flatMap(List::stream).limit(3).toList());
        }
        books.ask("silicon", shelf -> {
            if (shelf.book.balance().difference() != 0) {
                throw new IllegalStateException("not closed: " + shelf.book.balance());
            }
            return true;
        });
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
        }
    }

    private static void bytes(JdbcClient db) {
        var all = events(db);
        var tables = db.sql("""
                SELECT relname || ' ' || round(pg_total_relation_size(c.oid)::numeric / :all, 1)
                  FROM pg_class AS c
                 WHERE relnamespace = 'traceability'::regnamespace AND relkind = 'r' AND pg_total_relation_size(c.oid) > :all
                 ORDER BY pg_total_relation_size(c.oid) DESC
                """).param("all", all).query(String.class).list();
        var sum = db.sql("SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relnamespace = 'traceability'::regnamespace AND relkind = 'r'").query(Long.class).single();
        System.out.printf(Locale.ROOT, "# bytes in the database for each event, indexes among them: %.0f (%s); the documents themselves lie beside them%n", (double) sum / all, String.join(", ", tables));
    }

    /** Microseconds of one thread for each event, in the best of seven rounds. */
    private static void parts(List<Path> documents) throws IOException {
        var hash = new EventHash();
        var read = micros(documents, (event, number) -> {});
        var hashed = micros(documents, (event, number) -> hash.hash(event)) - read;
        var understood = micros(documents, (event, number) -> Reading.of(event)) - read;
        double body;
        try (var writer = new Body.Writer()) {
            body = micros(documents, (event, number) -> writer.put(number, event)) - read;
        }
        System.out.printf(Locale.ROOT, "# of these, on one thread by itself: read %.1f, hash %.1f, what it means to the book %.1f, its own document %.1f%n", read, hashed, understood, body);
    }

    /** What rows cost, and what each index does: written once more into tables of the same make, in the process that writes, whose time the kernel counts. */
    private static void tables(JdbcClient db) {
        for (var table : List.of("event", "item", "naming", "body")) {
            var rows = db.sql("SELECT count(*) FROM traceability." + table).query(Long.class).single();
            var alone = written(db, "traceability." + table, "");
            var told = new ArrayList<String>();
            for (var index : db.sql("SELECT indexdef FROM pg_indexes WHERE schemaname = 'traceability' AND tablename = :table ORDER BY indexname").param("table", table).query(String.class).list()) {
                told.add(String.format(Locale.ROOT, "%s %.1f", index.replaceFirst(".*INDEX (\\S+) ON .*", "$1"), (written(db, "traceability." + table, index.replaceFirst("INDEX \\S+ ON \\S+", "INDEX ON written")) - alone) * 1e6 / events(db)));
            }
            System.out.printf(Locale.ROOT, "# us of a processor for each event to write it once more: %s, %.2f rows, %.1f; with %s%n", table, (double) rows / events(db), alone * 1e6 / events(db), String.join(", ", told));
        }
    }

    private static double written(JdbcClient db, String table, String index) {
        db.sql("CREATE TABLE written (LIKE " + table + " INCLUDING CONSTRAINTS)").update();
        if (!index.isEmpty()) {
            db.sql(index).update();
        }
        // Nobody else asks now, and whichever connection it is: the sum over all is right.
        var before = statements();
        db.sql("INSERT INTO written SELECT * FROM " + table).update();
        var seconds = statements() - before;
        db.sql("DROP TABLE written").update();
        return seconds;
    }

    private static double statements() {
        return SpentCpu.now().seconds("PostgreSQL, statements");
    }

    private static double micros(List<Path> documents, ObjLongConsumer<Event> each) throws IOException {
        var rounds = new double[7];
        for (var round = 0; round < rounds.length; round++) {
            var start = System.nanoTime();
            long count = 0;
            for (var document : documents.subList(0, Math.min(2, documents.size()))) {
                try (var in = new BufferedInputStream(Files.newInputStream(document), 1 << 16)) {
                    count += Epcis.read(in, Limits.standard(), each).events();
                }
            }
            rounds[round] = (System.nanoTime() - start) / 1e3 / count;
        }
        return Arrays.stream(rounds).min().orElseThrow();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }
}
