package org.probity.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What human resources wait for, at 10,000 people: a month of working time (620,000 stretches) is brought in as a file, and all checks of the law are run over it, with
/// breaches that were put in: each has to be found, and nothing else. The floor of each is PostgreSQL alone doing the plain part of it.
///
/// Arguments: `--quick` (a tenth of everything). Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
final class PeopleLabour implements PeopleBench.Part {
    private static final double IMPORT_S = 30;
    private static final double CHECKS_S = 60;
    private static final double PAGE_MS = 150;

    @Override
    public boolean met(String... args) throws Exception {
        try (var house = new OpenHouse().as("hr@helia.example"); var db = house.database()) {
            return labour(house, db, List.of(args).contains("--quick"));
        }
    }

    private static boolean labour(OpenHouse house, Connection db, boolean quick) throws Exception {
        var people = quick ? 1_000 : 10_000;
        var month = YearMonth.now().minusMonths(1);
        fill(db, people, month);
        var file = month(db, people, month);
        var lines = file.lines().count() - 1;
        var started = System.nanoTime();
        house.upload("/app/labour/time", "/app/labour/time", Map.of("source", "Gates", "rows", "" + lines), "time.csv", file.getBytes(StandardCharsets.UTF_8));
        var brought = (System.nanoTime() - started) / 1e9;
        if (count(db, "SELECT count(*) FROM labour.worked") != lines) {
            throw new IllegalStateException("not all stretches came in");
        }
        db.createStatement().execute("VACUUM ANALYZE labour.worked");
        var met = say("labour import of " + lines + " stretches, s", brought, copied(db), IMPORT_S);
        started = System.nanoTime();
        house.post("/app/labour", "/app/labour/runs", Map.of("month", month.toString()));
        var checked = (System.nanoTime() - started) / 1e9;
        started = System.nanoTime();
        count(db, "SELECT count(*) FROM (SELECT person, day, sum(seconds) FROM labour.worked GROUP BY person, day) AS sums");
        met &= say("labour checks over " + people + " people, s", checked, (System.nanoTime() - started) / 1e9, CHECKS_S);
        met &= found(db, people);
        for (var path : List.of("/app/labour", "/app/labour/findings", "/app/labour/people", "/app/labour/roster?unit=B-1&month=" + month)) {
            met &= say("labour " + path + ", ms p95", p95(house, path), p95(house, "/app/account"), PAGE_MS);
        }
        return met;
    }

    /// Every two-hundredth person has one breach of a kind; everybody else is lawful.
    private static boolean found(Connection db, int people) throws SQLException {
        var each = people / 200;
        var seeded = Map.of("age", each, "written", each, "overtime-day", each, "overtime-month", each);
        var met = true;
        for (var kind : seeded.entrySet()) {
            var hits = count(db, "SELECT count(*) FROM labour.finding WHERE code = '" + kind.getKey() + "'");
            var kept = hits == kind.getValue();
            met &= kept;
            System.out.printf(Locale.ROOT, "labour found of %s, %d, %d, -, all, %s%n", kind.getKey(), hits, kind.getValue(), kept ? "met" : "short");
        }
        var invented = count(db, "SELECT count(*) FROM labour.finding WHERE code NOT IN ('age', 'written', 'overtime-day', 'overtime-month')");
        System.out.printf(Locale.ROOT, "labour found of anything else, %d, 0, -, 0, %s%n", invented, invented == 0 ? "met" : "short");
        return met && invented == 0;
    }

    private static void fill(Connection db, int people, YearMonth month) throws SQLException {
        try (var fill = db.createStatement()) {
            fill.execute("INSERT INTO directory.batch (id, kind, file, read_at, read_by, imported_at) VALUES ('00000000-0000-0000-0000-0000000000b1', 'UNITS', 'x', now(), gen_random_uuid(), now())");
            fill.execute("INSERT INTO directory.unit (id, code) VALUES ('00000000-0000-0000-0000-0000000000e1', 'B-E'), ('00000000-0000-0000-0000-0000000000e2', 'B-1')");
            fill.execute("""
                    INSERT INTO directory.unit_fact (id, unit, kind, name_en, name_zh, parent, from_day, recorded_at, batch, country, region)
                    VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000e1', 'ENTITY', 'Bench', '测量', NULL, '2015-01-01', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1', '', ''),
                           (gen_random_uuid(), '00000000-0000-0000-0000-0000000000e2', 'SITE', 'Bench site', '测量基地', '00000000-0000-0000-0000-0000000000e1', '2015-01-01', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1', 'CN', 'Anhui')
                    """);
            fill.execute("INSERT INTO directory.person (id, number) SELECT gen_random_uuid(), 'B' || n FROM generate_series(1, %d) AS n".formatted(people));
            fill.execute("INSERT INTO directory.person_fact (id, person, name_zh, name_en, email, recorded_at, batch) SELECT gen_random_uuid(), id, '', number, '', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1' FROM directory.person WHERE number LIKE 'B%'");
            fill.execute("INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, recorded_at, batch) SELECT gen_random_uuid(), id, 'EMPLOYEE', '00000000-0000-0000-0000-0000000000e2', '', '2024-01-01', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1' FROM directory.person WHERE number LIKE 'B%'");
            fill.execute("""
                    INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                    SELECT gen_random_uuid(), id, 'OTHER', sha256(number::bytea), '1990-01-01', 'F', '2023-12-01', id, now(), id FROM directory.person WHERE number LIKE 'B%' AND substring(number, 2)::int % 200 <> 1
                    """);
            fill.execute("""
                    INSERT INTO labour.contract (id, person, act, term, signed_on, from_day, probation_days, category, full_time, told_by, known_from, record)
                    SELECT gen_random_uuid(), id, 'CONTRACT', 'OPEN', '2024-01-01', '2024-01-01', 0, 'PRODUCTION', true, id, now(), id FROM directory.person WHERE number LIKE 'B%' AND substring(number, 2)::int % 200 <> 2
                    """);
            fill.execute("INSERT INTO labour.paper (id, person, kind, day, told_by, told_at, record) SELECT gen_random_uuid(), id, 'DISABILITY', '2024-01-01', id, now(), id FROM directory.person WHERE number LIKE 'B%'");
            fill.execute("INSERT INTO labour.calendar (id, country, year, source, loaded_by, loaded_at, record) VALUES ('00000000-0000-0000-0000-0000000000c1', 'CN', %d, 'x', gen_random_uuid(), now(), gen_random_uuid())".formatted(month.getYear()));
            fill.execute("INSERT INTO labour.calendar_day (calendar, day, name, off, statutory) VALUES ('00000000-0000-0000-0000-0000000000c1', '%d-01-01', 'x', true, true)".formatted(month.getYear()));
            // The rule on leave looks at the end of a year; nobody owes any here.
            fill.execute("INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at) SELECT gen_random_uuid(), key, 'CN', 'Anhui', '2024-01-01', 0, 'bench', now() FROM unnest(ARRAY['leave-one-year', 'leave-ten-years', 'leave-twenty-years']) AS key");
            fill.execute("ANALYZE");
        }
    }

    /// Two stretches on each working day of four hours; on other days two of a length that is none, so that a month has its 620,000 lines and nobody works seven days.
    private static String month(Connection db, int people, YearMonth month) throws SQLException {
        var csv = new StringBuilder("number,day,begins,ends,kind\n");
        var first = month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).filter(it -> it.getDayOfWeek().getValue() < 6).toList();
        for (var n = 1; n <= people; n++) {
            for (LocalDate day : month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).toList()) {
                var works = day.getDayOfWeek().getValue() < 6;
                var at = first.indexOf(day);
                var ends = n % 200 == 3 && at == 0 ? "21:00" : n % 200 == 4 && at < 13 && at >= 0 ? "20:00" : "17:00";
                csv.append('B').append(n).append(',').append(day).append(works ? ",08:00,12:00,\n" : ",08:00,12:00,OTHER_LEAVE\n");
                csv.append('B').append(n).append(',').append(day).append(",13:00,").append(works ? ends + ",\n" : "17:00,OTHER_LEAVE\n");
            }
        }
        return csv.toString();
    }

    /// The same rows from a table into one that is like it.
    private static double copied(Connection db) throws SQLException {
        try (var copy = db.createStatement()) {
            copy.execute("CREATE TEMPORARY TABLE copied (LIKE labour.worked INCLUDING ALL)");
            var started = System.nanoTime();
            copy.execute("INSERT INTO copied SELECT * FROM labour.worked");
            var seconds = (System.nanoTime() - started) / 1e9;
            copy.execute("DROP TABLE copied");
            return seconds;
        }
    }

    private static double p95(OpenHouse house, String path) throws IOException, InterruptedException {
        var took = new double[40];
        for (var i = -10; i < took.length; i++) {
            var started = System.nanoTime();
            house.page(path);
            if (i >= 0) {
                took[i] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(took);
        return took[(int) Math.ceil(took.length * .95) - 1];
    }

    static boolean say(String what, double value, double floor, double goal) {
        var kept = value <= goal;
        System.out.printf(Locale.ROOT, "%s, %.2f, %.2f, %.1f, <= %.0f, %s%n", what, value, floor, value / floor, goal, kept ? "met" : "short");
        return kept;
    }

    private static long count(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
