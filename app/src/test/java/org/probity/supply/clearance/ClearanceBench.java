package org.probity.supply.clearance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.probity.Probity;
import org.probity.house.access.Accounts;
import org.probity.house.access.Open;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// `./probity bench clearance [--quick]`: 2,000 questions a second for 60 s (20 s with `--quick`) over HTTP to the whole house, with a key, about
/// 10,000 suppliers of whom 9,000 have a place on the qualified list, over a PostgreSQL that waits for its disk. They come at fixed moments whether or not earlier ones were answered, and each is timed from the
/// moment it was due. Meanwhile a fact about some supplier is committed ten times a second, so that answers are not only given again. The floor is one plain SELECT behind the same server: no key, no rules, nothing kept. Whoever asks runs in the same
/// process on the same processors, so what it computes is in both.
///
/// Ends with 0 when the goal is met, 1 when it is short, 2 when it could not run.
public final class ClearanceBench {
    private static final int SUPPLIERS = 10_000;
    private static final int A_SECOND = 2_000;
    private static final int CONNECTIONS = 64;
    private static final double GOAL_MILLIS = 5;

    private ClearanceBench() {}

    public static void main(String[] args) {
        try {
            var quick = List.of(args).contains("--quick");
            System.exit(run(quick ? 20 : 30, quick ? 20 : 60) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("clearance could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int warm, int seconds) throws Exception {
        var database = TestDatabase.durable();
        var home = Files.createTempDirectory("probity-bench-");
        try (var house = new SpringApplicationBuilder(Probity.class).web(WebApplicationType.SERVLET)
                .properties(Map.of("probity.home", home.toString(), "server.port", "0", "server.address", "127.0.0.1", "spring.datasource.url", database.getUrl(),
                        "spring.datasource.username", Objects.requireNonNull(database.getUsername()), "spring.datasource.password", Objects.requireNonNull(database.getPassword()),
                        "logging.level.root", "WARN"))
                .run()) {
            var db = house.getBean(JdbcClient.class);
            var suppliers = fill(db);
            kept(db);
            var buyer = granted(house.getBean(Accounts.class).invite(
                    new Accounts.Newcomer("ERP", "erp@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE));
            var key = granted(house.getBean(Tokens.class).make(buyer, "erp", Tokens.May.WRITE, 30));
            var floor = new Floor(db);
            house.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).registerMapping(
                    RequestMappingInfo.paths("/bench/floor").build(), floor, Floor.class.getMethod("barred", UUID.class));
            var port = ((WebServerApplicationContext) house).getWebServer().getPort();
            System.out.printf(Locale.ROOT, "# %d suppliers, %d rules, %d a second for %d s after %d s; JDK %s, %d processors, load %.1f%n", SUPPLIERS,
                    house.getBean(Clearances.class).rules().size(), A_SECOND, seconds, warm, Runtime.version(), Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            IntFunction<byte[]> plain = n -> request("GET", "/bench/floor?supplier=" + suppliers.get(n * 7919 % SUPPLIERS), "", "");
            IntFunction<byte[]> asked = n -> request("POST", "/api/clearances", "Authorization: Bearer " + key + "\r\nContent-Type: application/json\r\n",
                    "{\"supplier\":\"" + suppliers.get(n * 7919 % SUPPLIERS) + "\",\"category\":\"glass\",\"act\":\"" + Act.values()[n % 6] + "\",\"reference\":\"D" + n + "\"}");
            load(port, warm, plain);
            var under = load(port, Math.max(10, seconds / 3), plain);
            load(port, warm, asked);
            var before = db.sql("SELECT count(*) FROM clearance.answer").query(Long.class).single();
            var facts = Thread.ofVirtual().start(() -> facts(db, suppliers));
            var ours = load(port, seconds, asked);
            facts.interrupt();
            facts.join();
            var kept = db.sql("SELECT count(*) FROM clearance.answer").query(Long.class).single() - before;
            var outcomes = db.sql("SELECT string_agg(outcome || ' ' || n, ', ' ORDER BY outcome) FROM (SELECT outcome, count(*) AS n FROM clearance.answer GROUP BY outcome)").query(String.class).single();
            System.out.printf(Locale.ROOT, "# p50 %.2f, p99 %.2f, p99.9 %.2f, longest %.2f ms; floor p50 %.2f, p99 %.2f, p99.9 %.2f, longest %.2f ms%n",
                    ours.at(.5), ours.at(.99), ours.at(.999), ours.at(1), under.at(.5), under.at(.99), under.at(.999), under.at(1));
            System.out.println("# processor for each, µs: " + ours.spent + "; floor: " + under.spent);
            System.out.printf(Locale.ROOT, "# answered %d of %d, kept %d, failed %d; all kept so far: %s%n", ours.good, ours.latencies.length, kept, ours.latencies.length - ours.good, outcomes);
            var lost = ours.good != ours.latencies.length || kept != ours.good;
            var met = ours.at(.99) <= GOAL_MILLIS && !lost;
            System.out.printf(Locale.ROOT, "clearance p99 at %d/s, ms, %.2f, %.2f, %.1f, <= %.2f, %s%n", A_SECOND, ours.at(.99), under.at(.99), ours.at(.99) / under.at(.99), GOAL_MILLIS,
                    met ? "met" : "short");
            return met;
        }
    }

    /** Nanoseconds of processor, which a busy machine does not change much: of whoever asks, of the house with its collector and compiler, of PostgreSQL. */
    private record Spent(double client, double house, double postgres) {
        static Spent now(double client) {
            return new Spent(client, ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() - client,
                    ProcessHandle.current().descendants().mapToDouble(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos()).sum());
        }

        Spent since(Spent before, int requests) {
            return new Spent((client - before.client) / requests, (house - before.house) / requests, (postgres - before.postgres) / requests);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "client %.0f, house %.0f, PostgreSQL %.0f", client / 1e3, house / 1e3, postgres / 1e3);
        }
    }

    /** The floor's handler; put beside the house's own by hand, so that no house has it. */
    public static final class Floor {
        private final JdbcClient db;

        Floor(JdbcClient db) {
            this.db = db;
        }

        @Open
        public ResponseEntity<String> barred(@RequestParam UUID supplier) {
            return ResponseEntity.ok(db.sql("SELECT name_en FROM supplier.supplier WHERE id = :id").param("id", supplier).query(String.class).single());
        }
    }

    /** One in twenty has ended, one in a hundred is barred, one in five hundred for good, one in a hundred is being heard. */
    private static List<UUID> fill(JdbcClient db) {
        db.sql("""
                INSERT INTO supplier.supplier (id, number, name_en, name_zh, country, category, registered_by, registered_at, record)
                SELECT gen_random_uuid(), 'B' || n, 'Supplier ' || n, '供应商' || n, 'CN', 'glass', gen_random_uuid(), now(), gen_random_uuid()
                  FROM generate_series(1, :all) AS n
                """).param("all", SUPPLIERS).update();
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                SELECT gen_random_uuid(), id, current_date - 30, 'OTHER', '', id, now(), gen_random_uuid()
                  FROM supplier.supplier WHERE substr(number, 2)::int % 20 = 0
                """).update();
        db.sql("""
                INSERT INTO blacklist.matter (id, supplier, ground, happened_day, facts, opened_by, opened_at, record)
                SELECT gen_random_uuid(), id, 'QUALITY', current_date - 60, 'bench', id, now(), gen_random_uuid()
                  FROM supplier.supplier WHERE substr(number, 2)::int % 50 = 1
                """).update();
        db.sql("INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at) SELECT id, 'bench', id, '', id, now() FROM blacklist.matter").update();
        db.sql("INSERT INTO blacklist.hearing (matter, due_day, notice, called_by, called_at, record) SELECT id, current_date - 1, 'bench', id, now(), gen_random_uuid() FROM blacklist.matter").update();
        db.sql("""
                INSERT INTO blacklist.sentence (id, matter, until_day, reason, proposal, proposed_at)
                SELECT m.id, m.id, CASE WHEN substr(number, 2)::int % 500 <> 1 THEN current_date + 100 END, 'bench', m.id, now()
                  FROM blacklist.matter m JOIN supplier.supplier s ON s.id = m.supplier WHERE substr(number, 2)::int % 100 = 1
                """).update();
        db.sql("""
                INSERT INTO blacklist.ban (id, matter, supplier, from_day, in_force, until_day, decided_by, decided_at, record)
                SELECT s.id, s.matter, m.supplier, current_date - 10, daterange(current_date - 10, s.until_day, '[]'), s.until_day, m.id, now(), gen_random_uuid()
                  FROM blacklist.sentence s JOIN blacklist.matter m ON m.id = s.matter
                """).update();
        places(db);
        inTheLog(db);
        db.sql("ANALYZE").update();
        return db.sql("SELECT id FROM supplier.supplier ORDER BY number").query(UUID.class).list();
    }

    /** Nine in ten were admitted for what they are asked about; of it nothing else is needed, so that only what is kept of a place is measured. */
    private static void places(JdbcClient db) {
        db.sql("INSERT INTO admission.requirement (id, category, leg, from_day, needed, clause, said_at) SELECT gen_random_uuid(), 'glass', code, '2025-01-01', 'NOT_REQUIRED', 'bench', now() FROM admission.leg")
                .update();
        db.sql("INSERT INTO supplier.site (id, supplier, name, address, country, from_day) SELECT gen_random_uuid(), id, 'Plant 1', '1 Bench Road', country, '2025-01-01' FROM supplier.supplier")
                .update();
        db.sql("""
                INSERT INTO admission.dossier (id, supplier, category, site, newcomer, due_day, opened_by, opened_at, opened_on, record)
                SELECT gen_random_uuid(), supplier.id, category, site.id, 'NEW', current_date, gen_random_uuid(), now() - interval '300 days', current_date - 300, gen_random_uuid()
                  FROM supplier.supplier JOIN supplier.site ON site.supplier = supplier.id
                 WHERE right(number, 1) <> '9'
                """).update();
        db.sql("""
                WITH proposed AS (
                    INSERT INTO decision.proposal (id, matter, subject, reason, proposed_by, proposed_at)
                    SELECT gen_random_uuid(), 'ADMISSION', id, 'bench', gen_random_uuid(), now() - interval '200 days' FROM admission.dossier
                    RETURNING id, subject, proposed_by
                ), ruled AS (
                    INSERT INTO decision.ruling (proposal, proposed_by, outcome, reason, ruled_by, ruled_at)
                    SELECT id, proposed_by, 'APPROVED', 'bench', gen_random_uuid(), now() - interval '199 days' FROM proposed
                ), moved AS (
                    INSERT INTO admission.motion (id, dossier, outcome, until_day, condition) SELECT id, subject, 'ADMIT', current_date + 400, '' FROM proposed
                )
                INSERT INTO admission.decided (motion, ruling, decided_at, decided_on, record)
                SELECT id, 'APPROVED', now() - interval '199 days', current_date - 199, gen_random_uuid() FROM proposed
                """).update();
    }

    /** Every fact has its place in the log, as it has a second after it was recorded. */
    private static void inTheLog(JdbcClient db) {
        db.sql("""
                WITH fact AS (
                    SELECT record FROM supplier.ending UNION SELECT record FROM blacklist.matter UNION SELECT record FROM blacklist.hearing UNION SELECT record FROM blacklist.ban
                     UNION SELECT record FROM admission.dossier UNION SELECT record FROM admission.decided
                ), recorded AS (
                    INSERT INTO log.record (id, class, day, commitment, recorded_at) SELECT record, 'bench', current_date, sha256('bench'), now() FROM fact RETURNING id
                )
                INSERT INTO log.entry (index, record, class, year, number, bytes)
                SELECT 1000000 + row_number() OVER (), id, 'bench', 2025, row_number() OVER (), '' FROM recorded
                """).update();
    }

    /** Somebody is owed something; what is answered about them has to be computed again. */
    private static void facts(JdbcClient db, List<UUID> suppliers) {
        try {
            for (var n = 0; ; n++) {
                Thread.sleep(100);
                db.sql("INSERT INTO obligation.obligation (id, kind, party, period, due_day) VALUES (gen_random_uuid(), 'bench', :supplier, :n, current_date)")
                        .param("supplier", suppliers.get(n * 31 % SUPPLIERS)).param("n", n).update();
            }
        } catch (InterruptedException asked) {
            // enough
        }
    }

    /** The house keeps how places stand some seconds after they came; until then each is computed when it is asked about. */
    private static void kept(JdbcClient db) throws InterruptedException {
        while (!db.sql("SELECT (SELECT count(*) FROM admission.kept) = (SELECT count(*) FROM admission.dossier)").query(Boolean.class).single()) {
            Thread.sleep(200);
        }
    }

    private static byte[] request(String method, String path, String headers, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + (bytes.length > 0 ? "Content-Length: " + bytes.length + "\r\n" : "") + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static final class Loaded {
        private final double[] latencies;
        private final int good;
        private final Spent spent;

        Loaded(long[] nanos, int good, Spent spent) {
            this.spent = spent;
            this.latencies = Arrays.stream(nanos).sorted().mapToDouble(it -> it / 1e6).toArray();
            this.good = good;
        }

        double at(double share) {
            return latencies[(int) Math.min(latencies.length - 1, Math.ceil(share * latencies.length) - 1)];
        }
    }

    /** Requests at their moments over connections that stay open; who is free takes the next. */
    private static Loaded load(int port, int seconds, IntFunction<byte[]> requests) throws InterruptedException {
        var all = A_SECOND * seconds;
        var nanos = new long[all];
        var next = new AtomicInteger();
        var good = new AtomicInteger();
        var client = new AtomicLong();
        var before = Spent.now(0);
        var start = System.nanoTime() + 50_000_000;
        var threads = new Thread[CONNECTIONS];
        for (var i = 0; i < CONNECTIONS; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                try (var connection = new Connection(port)) {
                    for (int n; (n = next.getAndIncrement()) < all; ) {
                        var due = start + n * 1_000_000_000L / A_SECOND;
                        var bytes = requests.apply(n);
                        for (long left; (left = due - System.nanoTime()) > 0; ) {
                            LockSupport.parkNanos(left);
                        }
                        if (connection.status(bytes) == 200) {
                            good.incrementAndGet();
                        }
                        nanos[n] = System.nanoTime() - due;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                client.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            });
        }
        for (var thread : threads) {
            thread.join();
        }
        return new Loaded(nanos, good.get(), Spent.now(client.get()).since(before, all));
    }

    /** One that stays open for as many requests as the server likes, as an ERP keeps it. */
    private static final class Connection implements AutoCloseable {
        private final int port;
        private Socket socket;
        private InputStream in;

        Connection(int port) throws IOException {
            this.port = port;
            open();
        }

        private void open() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        /** Sends a request and reads the whole answer. */
        int status(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            var status = Integer.parseInt(line(in).split(" ")[1]);
            var length = 0;
            var chunked = false;
            var last = false;
            for (String header; !(header = line(in)).isEmpty(); ) {
                var lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                }
                chunked |= lower.startsWith("transfer-encoding:");
                last |= lower.equals("connection: close");
            }
            if (chunked) {
                for (int size; (size = Integer.parseInt(line(in).strip(), 16)) > 0; ) {
                    in.skipNBytes(size + 2);
                }
                line(in);
            } else {
                in.skipNBytes(length);
            }
            if (last) {
                socket.close();
                open();
            }
            return status;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c; (c = in.read()) != '\n'; ) {
            if (c < 0) {
                throw new IOException("the server closed the connection after: " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }
}
