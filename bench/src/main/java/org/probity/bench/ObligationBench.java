package org.probity.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A new day for 10,000 suppliers who owe 20 papers each: every obligation is judged, what ended lapses with its step and its place in the log,
/// who owes something that is due is noted as reminded. Through the door: a demo's time machine lets the day begin. The floor is PostgreSQL
/// alone finding the rows that change.
///
/// Arguments: `--quick` (a tenth). Ends with 0 when the goal is met, 1 when it is short, 2 when it could not run.
public final class ObligationBench {
    private static final int RULES = 20;
    private static final double GOAL_S = 5;

    private ObligationBench() {}

    public static void main(String[] args) throws Exception {
        System.exit(run(List.of(args).contains("--quick") ? 1_000 : 10_000));
    }

    static int run(int suppliers) throws Exception {
        try (var house = new OpenHouse().asOfficer(); var db = house.database()) {
            fill(db, suppliers);
            var floor = floor(db);
            var worked = house.cpuSeconds();
            var started = System.nanoTime();
            house.post("/app/time", "/app/time", Map.of("days", "1"));
            var seconds = (System.nanoTime() - started) / 1e9;
            worked = house.cpuSeconds() - worked;
            var lapsed = count(db, "SELECT count(*) FROM obligation.step WHERE state = 'LAPSED'");
            var reminded = count(db, "SELECT count(*) FROM obligation.reminder");
            if (lapsed != suppliers * RULES / 50 || reminded != suppliers * RULES / 25) {
                System.out.printf("obligation: could not run: %d lapsed, %d reminded%n", lapsed, reminded);
                return 2;
            }
            System.out.printf(Locale.ROOT, "# %d suppliers, %d rules, %d lapse, %d are reminded of; JDK %s, %d processors, load %.1f%n", suppliers, RULES,
                    lapsed, reminded, System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            var met = seconds <= GOAL_S;
            System.out.printf(Locale.ROOT, "obligation all judged on a new day, s (%.1f CPU s), %.2f, %.2f, %.1f, <= 5, %s%n", worked, seconds, floor,
                    seconds / floor, met ? "met" : "short");
            return met ? 0 : 1;
        }
    }

    private static double floor(Connection db) throws SQLException {
        var started = System.nanoTime();
        count(db, "SELECT count(*) FROM obligation.standing WHERE state = 'MET' AND valid_until < now()");
        return (System.nanoTime() - started) / 1e9;
    }

    private static long count(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * One in fifty is met until today and lapses tomorrow; one in fifty is owed; the rest is met for long. All are due a week after tomorrow, so
     * that both are reminded of: what lapses within its year is owed again.
     */
    private static void fill(Connection db, int suppliers) throws SQLException {
        try (var fill = db.createStatement()) {
            fill.execute("""
                    INSERT INTO obligation.obligation (id, kind, party, period, due_day)
                    SELECT gen_random_uuid(), 'bench.rule-' || rule, party, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai'),
                           (now() AT TIME ZONE 'Asia/Shanghai')::date + 8
                      FROM (SELECT gen_random_uuid() AS party FROM generate_series(1, %d)) AS suppliers
                     CROSS JOIN generate_series(1, %d) AS rule
                    """.formatted(suppliers, RULES));
            fill.execute("INSERT INTO obligation.step (obligation, no, state, at) SELECT id, 1, 'OWED', now() - interval '40 days' FROM obligation.obligation");
            fill.execute("""
                    INSERT INTO obligation.step (obligation, no, state, at, valid_until)
                    SELECT id, 2, 'MET', now() - interval '20 days', (now() AT TIME ZONE 'Asia/Shanghai')::date + CASE WHEN n % 50 = 1 THEN 0 ELSE 300 END
                      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM obligation.obligation) AS numbered
                     WHERE n % 50 <> 0
                    """);
            fill.execute("ANALYZE obligation.obligation, obligation.step");
        }
    }
}
