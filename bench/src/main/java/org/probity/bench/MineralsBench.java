package org.probity.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A new reference list for 5,000 suppliers of whom each named 30 smelters, one of which leaves the list: an officer loads it on the page, and it
/// counts until every declaration is judged, has its finding, is back with its supplier, and the letters are written. The floor is PostgreSQL
/// alone finding them.
///
/// Arguments: `--quick` (500 suppliers). Ends with 0 when the goal is met, 1 when it is short, 2 when it could not run.
public final class MineralsBench {
    private static final int SMELTERS = 300;
    private static final int NAMED = 30;
    private static final double GOAL_S = 60;
    private static final String LISTS = "/app/minerals/lists";

    private MineralsBench() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(List.of(args).contains("--quick") ? 500 : 5_000));
    }

    static int run(int suppliers) throws Exception {
        try (var house = new OpenHouse().asOfficer(); var db = house.database()) {
            load(house, "old", 1);
            fill(db, suppliers);
            var floor = floor(db);
            var worked = house.cpuSeconds();
            var started = System.nanoTime();
            load(house, "new", 2);
            while (count(db, "SELECT count(*) FROM minerals.rejudged WHERE judged_at IS NULL") > 0) {
                Thread.sleep(50);
            }
            var seconds = (System.nanoTime() - started) / 1e9;
            worked = house.cpuSeconds() - worked;
            var back = count(db, "SELECT count(*) FROM obligation.standing WHERE state = 'SENT_BACK'");
            var letters = count(db, "SELECT count(*) FROM mail.letter WHERE recipient LIKE '%@bench.example'");
            if (back != suppliers || letters != suppliers) {
                System.out.printf("minerals: could not run: %d back, %d letters%n", back, letters);
                return 2;
            }
            System.out.printf(Locale.ROOT, "# %d suppliers, %d smelters each, all go back; JDK %s, %d processors, load %.1f%n", suppliers, NAMED,
                    System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            var met = seconds <= GOAL_S;
            System.out.printf(Locale.ROOT, "minerals re-judged by a new list, s (%.1f CPU s), %.2f, %.2f, %.1f, <= 60, %s%n", worked, seconds, floor,
                    seconds / floor, met ? "met" : "short");
            return met ? 0 : 1;
        }
    }

    /** @param from the number of the first smelter it names */
    private static void load(OpenHouse house, String version, int from) throws Exception {
        var csv = "metal,lookup_name,standard_name,country,smelter_id,status\n" + IntStream.rangeClosed(from, SMELTERS)
                .mapToObj(n -> "Tin,Works %1$d,Works %1$d,CHINA,CID9%1$05d,conformant".formatted(n)).collect(Collectors.joining("\n"));
        house.upload(LISTS, LISTS, Map.of("version", version, "day", "2026-01-01"), "list.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static double floor(Connection db) throws SQLException {
        var started = System.nanoTime();
        count(db, """
                SELECT count(DISTINCT paper)
                  FROM minerals.named_smelter AS named
                 WHERE NOT EXISTS (SELECT FROM minerals.listed_smelter AS listed WHERE listed.smelter = named.smelter AND listed.smelter <> 'CID900001')
                """);
        return (System.nanoTime() - started) / 1e9;
    }

    private static long count(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Accepted declarations, each with a contact to write to; all name the smelter that leaves. */
    private static void fill(Connection db, int suppliers) throws SQLException {
        try (var fill = db.createStatement()) {
            fill.execute("""
                    INSERT INTO supplier.supplier (id, number, name_en, name_zh, country, category, registered_by, registered_at, record)
                    SELECT gen_random_uuid(), 'B-' || n, 'Bench ' || n, '测量 ' || n, 'CN', 'solder', gen_random_uuid(), now(), gen_random_uuid()
                      FROM generate_series(1, %d) AS n
                    """.formatted(suppliers));
            fill.execute("""
                    INSERT INTO supplier.contact (id, supplier, name, email, from_day)
                    SELECT gen_random_uuid(), id, 'Contact', lower(number) || '@bench.example', '2026-01-01' FROM supplier.supplier
                    """);
            fill.execute("""
                    INSERT INTO obligation.obligation (id, kind, party, period, due_day)
                    SELECT gen_random_uuid(), 'minerals.cmrt', id, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai'), (now() AT TIME ZONE 'Asia/Shanghai')::date
                      FROM supplier.supplier
                    """);
            fill.execute("""
                    INSERT INTO obligation.step (obligation, no, state, at, valid_until, evidence)
                    SELECT id, 1, 'MET', now() - interval '20 days', (now() AT TIME ZONE 'Asia/Shanghai')::date + 300, (SELECT id FROM evidence.item LIMIT 1)
                      FROM obligation.obligation
                    """);
            fill.execute("""
                    INSERT INTO minerals.paper (id, obligation, evidence, received_at, received_by, read_at, version, record)
                    SELECT gen_random_uuid(), id, (SELECT id FROM evidence.item LIMIT 1), now() - interval '21 days', gen_random_uuid(), now(), '6.5', gen_random_uuid()
                      FROM obligation.obligation
                    """);
            fill.execute("""
                    INSERT INTO minerals.named_smelter (paper, row, metal, smelter, name, country)
                    SELECT paper.id, 4 + row, 'TIN', 'CID9' || lpad((CASE WHEN row = 1 THEN 1 ELSE 1 + (row * 37 + paper.n) %% %d END)::text, 5, '0'), 'Works', 'CHINA'
                      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM minerals.paper) AS paper
                     CROSS JOIN generate_series(1, %d) AS row
                    """.formatted(SMELTERS, NAMED));
            fill.execute("ANALYZE");
        }
    }
}
