package org.probity.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What human resources wait for, at 10,000 people: a month of working time (620,000 stretches) is brought in as a file, and all sixteen checks of the law are run over it,
/// with breaches of every one of them that were put in: what is found is held against what was put in, line by line, by check, whom and why; each has to be found, and nothing
/// else. The floor of each is PostgreSQL alone doing the plain part of it.
///
/// The month is the last December that is over: it has 31 days, and leave is looked at in the last months of a year.
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
        var month = YearMonth.of(YearMonth.now().getYear() - 1, 12);
        fill(db, people, month);
        var file = month(people, month);
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

    /// What was put in, as check, whom and why. Of two hundred people in a row nineteen have something of their own, everybody else is lawful; and of companies and sites the
    /// second has too many dispatched people, the third none with a certificate of disability, and no site's calendar names the days that are paid threefold.
    private static List<String> seeded(int people) {
        var all = new ArrayList<>(List.of("day-kinds B-1 day-kinds", "day-kinds B-2 day-kinds", "day-kinds B-3 day-kinds", "dispatch B-E2 dispatch", "disabled B-E3 disabled"));
        for (var n = 1; n <= people; n++) {
            var who = " B" + n + " ";
            all.addAll(switch (n % 200) {
                case 1 -> List.of("age" + who + "age-unknown");
                case 2 -> List.of("written" + who + "written");
                case 3 -> List.of("overtime-day" + who + "overtime-day");
                case 4 -> List.of("overtime-month" + who + "overtime-month");
                case 5 -> List.of("age" + who + "age-young");
                case 6 -> List.of("age" + who + "age-young", "child" + who + "child");
                case 7 -> List.of("juvenile" + who + "juvenile-registration", "juvenile" + who + "juvenile-health");
                case 8 -> List.of("juvenile" + who + "juvenile-overtime");
                case 9 -> List.of("juvenile" + who + "juvenile-night");
                case 10 -> List.of("probation" + who + "probation-long");
                case 11 -> List.of("probation" + who + "probation-again");
                case 12 -> List.of("held" + who + "held-DEPOSIT");
                case 13 -> List.of("held" + who + "held-DOCUMENT");
                case 14 -> List.of("overtime-near" + who + "overtime-near");
                case 15 -> List.of("rest" + who + "rest");
                case 16, 17 -> List.of("protected" + who + "protected");
                case 18 -> List.of("open-term" + who + "open-term-third");
                case 19 -> List.of("open-term" + who + "open-term-years");
                case 20 -> List.of("leave" + who + "leave");
                default -> List.<String>of();
            });
        }
        return all;
    }

    private static boolean found(Connection db, int people) throws SQLException {
        var seeded = seeded(people);
        var found = new ArrayList<String>();
        try (var asked = db.createStatement(); var row = asked.executeQuery("""
                SELECT finding.code || ' ' || coalesce(person.number, unit.code) || ' ' || (finding.facts ->> 'key')
                  FROM labour.finding
                  LEFT JOIN directory.person ON person.id = finding.person
                  LEFT JOIN directory.unit ON unit.id = finding.place
                """)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        var codes = new TreeSet<String>();
        Stream.concat(seeded.stream(), found.stream()).map(PeopleLabour::code).forEach(codes::add);
        var met = codes.size() == 16;
        for (var code : codes) {
            var put = lines(seeded, code);
            var hit = lines(found, code);
            var missed = without(put, hit);
            var invented = without(hit, put);
            var kept = missed.isEmpty() && invented.isEmpty();
            met &= kept;
            System.out.printf(Locale.ROOT, "labour found of %s, %d, %d, -, all, %s%n", code, hit.size(), put.size(), kept ? "met" : "short");
            missed.stream().limit(5).forEach(it -> System.out.println("  missed " + it));
            invented.stream().limit(5).forEach(it -> System.out.println("  invented " + it));
        }
        System.out.printf(Locale.ROOT, "labour checks with breaches put in, %d, 16, -, 16, %s%n", codes.size(), codes.size() == 16 ? "met" : "short");
        return met;
    }

    private static String code(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static List<String> lines(List<String> all, String code) {
        return all.stream().filter(it -> code(it).equals(code)).toList();
    }

    /// What is in the first more often than in the second.
    private static List<String> without(List<String> some, List<String> others) {
        var left = new HashMap<String, Integer>();
        others.forEach(it -> left.merge(it, 1, Integer::sum));
        return some.stream().filter(it -> left.merge(it, -1, Integer::sum) < 0).toList();
    }

    private static final String B = "directory.person WHERE number ~ '^B[0-9]+$'";
    private static final String R = "substring(number, 2)::int % 200";

    private static void fill(Connection db, int people, YearMonth month) throws SQLException {
        var first = month.atDay(1);
        var last = month.atEndOfMonth();
        var late = first.minusMonths(2);
        try (var fill = db.createStatement()) {
            fill.execute("INSERT INTO directory.batch (id, kind, file, read_at, read_by, imported_at) VALUES ('00000000-0000-0000-0000-0000000000b1', 'UNITS', 'x', now(), gen_random_uuid(), now())");
            for (var n = 1; n <= 3; n++) {
                fill.execute("INSERT INTO directory.unit (id, code) VALUES ('00000000-0000-0000-0000-000000000e%1$d1', 'B-E%2$s'), ('00000000-0000-0000-0000-000000000e%1$d2', 'B-%1$d')".formatted(n, n == 1 ? "" : n));
                fill.execute("""
                        INSERT INTO directory.unit_fact (id, unit, kind, name_en, name_zh, parent, from_day, recorded_at, batch, country, region)
                        VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000e%1$d1', 'ENTITY', 'Bench %1$d', '测量', NULL, '2013-01-01', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1', '', ''),
                               (gen_random_uuid(), '00000000-0000-0000-0000-000000000e%1$d2', 'SITE', 'Bench site %1$d', '测量基地', '00000000-0000-0000-0000-000000000e%1$d1', '2013-01-01', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1', 'CN', 'Anhui')
                        """.formatted(n));
            }
            fill.execute("INSERT INTO directory.person (id, number) SELECT gen_random_uuid(), 'B' || n FROM generate_series(1, %d) AS n".formatted(people));
            // Twenty in each of two small companies, of the second three are dispatched.
            fill.execute("INSERT INTO directory.person (id, number) SELECT gen_random_uuid(), company || n FROM unnest(ARRAY['X', 'Y']) AS company CROSS JOIN generate_series(1, 20) AS n");
            fill.execute("INSERT INTO directory.person_fact (id, person, name_zh, name_en, email, recorded_at, batch) SELECT gen_random_uuid(), id, '', number, '', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1' FROM directory.person WHERE number ~ '^[BXY][0-9]+$'");
            fill.execute("""
                    INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, recorded_at, batch)
                    SELECT gen_random_uuid(), id, 'EMPLOYEE', '00000000-0000-0000-0000-000000000e12', '', CASE WHEN %1$s IN (6, 7, 8, 9) THEN DATE '%2$s' WHEN %1$s = 19 THEN DATE '%3$s' ELSE DATE '%4$s' END,
                           now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1' FROM """.formatted(R, late, first.minusYears(10).minusDays(1), first.minusYears(2)) + " " + B);
            fill.execute("""
                    INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, recorded_at, batch)
                    SELECT gen_random_uuid(), id, CASE WHEN number IN ('X1', 'X2', 'X3') THEN 'DISPATCH' ELSE 'EMPLOYEE' END, CASE left(number, 1) WHEN 'X' THEN uuid '00000000-0000-0000-0000-000000000e22' ELSE '00000000-0000-0000-0000-000000000e32' END, '',
                           DATE '%s', now() - interval '1 hour', '00000000-0000-0000-0000-0000000000b1' FROM directory.person WHERE number ~ '^[XY][0-9]+$'
                    """.formatted(late));
            // Everybody is of age but those who were not when they began, those who are not yet in the month, and those of seventeen.
            fill.execute("""
                    INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                    SELECT gen_random_uuid(), id, 'OTHER', sha256(number::bytea),
                           CASE WHEN number !~ '^B' THEN DATE '1990-01-01' WHEN %1$s = 5 THEN DATE '%2$s' WHEN %1$s = 6 THEN DATE '%3$s' WHEN %1$s IN (7, 8, 9) THEN DATE '%4$s' ELSE DATE '1990-01-01' END, 'F', '%5$s', id, now(), id
                      FROM directory.person WHERE number ~ '^[BXY][0-9]+$' AND (number !~ '^B' OR %1$s <> 1)
                    """.formatted(R, last.minusYears(18), first.minusYears(16).plusDays(10), last.minusYears(17), late.minusDays(1)));
            // One open contract each from the first day on. The exceptions: none; a probation that is too long; a second probation; a third fixed term; one fixed term for more than ten years.
            fill.execute("""
                    INSERT INTO labour.contract (id, person, act, term, signed_on, from_day, until_day, probation_days, category, full_time, told_by, known_from, record)
                    SELECT gen_random_uuid(), person.id, 'CONTRACT', told.term, told.from_day, told.from_day, told.until_day, told.probation, 'PRODUCTION', true, person.id, now(), person.id
                      FROM (SELECT person.id, %1$s AS turn, engagement.from_day FROM directory.person JOIN directory.engagement ON engagement.person = person.id WHERE number ~ '^B[0-9]+$') AS person
                     CROSS JOIN LATERAL (
                         SELECT 'OPEN', person.from_day, CAST(NULL AS date), CASE person.turn WHEN 10 THEN 200 ELSE 0 END WHERE person.turn NOT IN (2, 11, 18, 19)
                         UNION ALL SELECT 'FIXED', person.from_day, DATE '%2$s', 30 WHERE person.turn = 11
                         UNION ALL SELECT 'OPEN', DATE '%2$s' + 1, NULL, 30 WHERE person.turn = 11
                         UNION ALL SELECT 'FIXED', person.from_day, DATE '%3$s', 0 WHERE person.turn = 18
                         UNION ALL SELECT 'FIXED', DATE '%3$s' + 1, DATE '%2$s', 0 WHERE person.turn = 18
                         UNION ALL SELECT 'FIXED', DATE '%2$s' + 1, DATE '%4$s', 0 WHERE person.turn = 18
                         UNION ALL SELECT 'FIXED', person.from_day, DATE '%4$s', 0 WHERE person.turn = 19) AS told (term, from_day, until_day, probation)
                    """.formatted(R, first.minusYears(1).minusDays(1), first.minusMonths(18), last.plusYears(5)));
            fill.execute("""
                    INSERT INTO labour.contract (id, person, act, term, signed_on, from_day, probation_days, category, full_time, told_by, known_from, record)
                    SELECT gen_random_uuid(), id, 'CONTRACT', 'OPEN', '%1$s', '%1$s', 0, 'PRODUCTION', true, id, now(), id FROM directory.person WHERE number ~ '^[XY][0-9]+$'
                    """.formatted(late));
            fill.execute("INSERT INTO labour.paper (id, person, kind, day, told_by, told_at, record) SELECT gen_random_uuid(), id, 'DISABILITY', '%s', id, now(), id FROM directory.person WHERE number ~ '^[BX][0-9]+$'".formatted(late));
            fill.execute("""
                    INSERT INTO labour.paper (id, person, kind, day, told_by, told_at, record)
                    SELECT gen_random_uuid(), id, kind, '%s', id, now(), id FROM unnest(ARRAY['JUVENILE_REGISTRATION', 'HEALTH_CHECK']) AS kind CROSS JOIN""".formatted(late) + " " + B + " AND " + R + " IN (6, 8, 9)");
            fill.execute("""
                    INSERT INTO labour.paper (id, person, kind, day, until_day, told_by, told_at, record)
                    SELECT gen_random_uuid(), id, CASE %1$s WHEN 16 THEN 'PREGNANT' ELSE 'NURSING' END, '%2$s', '%3$s', id, now(), id FROM""".formatted(R, late, last) + " " + B + " AND " + R + " IN (16, 17)");
            fill.execute("INSERT INTO labour.held (id, person, kind, since_day, found_by, found_at, record) SELECT gen_random_uuid(), id, CASE %1$s WHEN 12 THEN 'DEPOSIT' ELSE 'DOCUMENT' END, '%2$s', id, now(), id FROM".formatted(R, first) + " " + B + " AND " + R + " IN (12, 13)");
            // Of leave after ten years this month has too few weekends.
            fill.execute("INSERT INTO labour.rule (id, key, country, region, from_day, value, source, said_at) SELECT gen_random_uuid(), 'leave-ten-years', 'CN', 'Anhui', '2013-01-01', 0, 'bench', now()");
            fill.execute("ANALYZE");
        }
    }

    /// Two stretches on each working day of four hours; on other days two of leave, so that a month has its 620,000 lines and nobody works seven days.
    private static String month(int people, YearMonth month) {
        var csv = new StringBuilder("number,day,begins,ends,kind\n");
        var days = month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).toList();
        var workdays = days.stream().filter(it -> it.getDayOfWeek().getValue() < 6).toList();
        for (var n = 1; n <= people; n++) {
            var turn = n % 200;
            for (LocalDate day : days) {
                var at = workdays.indexOf(day);
                var line = "B" + n + "," + day + ",";
                if (at < 0) {
                    var leave = turn == 20 ? "OTHER_LEAVE" : "ANNUAL_LEAVE";
                    // An hour on each of the two days between the first whole week and the next.
                    var works = turn == 15 && day.getDayOfMonth() >= 6 && day.getDayOfMonth() <= 14;
                    csv.append(line).append(works ? "08:00,09:00,\n" : "08:00,12:00," + leave + "\n").append(line).append("13:00,17:00,").append(leave).append('\n');
                } else {
                    csv.append(line).append("08:00,12:00,\n").append(line).append(second(turn, at)).append(",\n");
                }
            }
        }
        return csv.toString();
    }

    /// The second stretch of somebody's working day; longer than four hours, or at night, is what was put in.
    private static String second(int turn, int at) {
        return switch (turn) {
            case 3 -> at == 0 ? "13:00,21:00" : "13:00,17:00";
            case 4 -> at < 13 ? "13:00,20:00" : "13:00,17:00";
            case 14 -> at < 11 ? "13:00,20:00" : "13:00,17:00";
            case 8, 16 -> at == 0 ? "13:00,18:00" : "13:00,17:00";
            case 9, 17 -> at == 0 ? "19:00,23:00" : "13:00,17:00";
            default -> "13:00,17:00";
        };
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
