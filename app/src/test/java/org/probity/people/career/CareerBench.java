package org.probity.people.succession;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.probity.Probity;
import org.probity.house.access.As;
import org.probity.house.directory.Intake;
import org.probity.house.start.TestDatabase;
import org.probity.people.career.ACareer;
import org.probity.people.career.Placements;
import org.probity.shapes.figure.Figures;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// `./probity bench people careers [--quick]`: 10,000 people on tracks, 6,000 with a level, a round of rotation in which 2,000 chose, 200 key positions with 600 candidates; then the pages
/// of careers and key positions and the figure of coverage. Pages are asked in the process of the house, with its gate and its templates, without a socket. A page's goal is a p95 of
/// 150 ms, the figure's 0.5 s.
///
/// Ends with 0 when all goals are met, 1 when one is short, 2 when it could not run.
public final class CareerBench {
    private static final int PEOPLE = 10_000;
    private static final double PAGE_MILLIS = 150;
    private static final double FIGURE_MILLIS = 500;

    private CareerBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 20 : 60) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("careers could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int times) throws Exception {
        var database = TestDatabase.durable();
        var home = Files.createTempDirectory("probity-bench-");
        try (var house = new SpringApplicationBuilder(Probity.class).web(WebApplicationType.SERVLET)
                .properties(Map.of("probity.home", home.toString(), "server.port", "0", "server.address", "127.0.0.1", "spring.datasource.url", database.getUrl(),
                        "spring.datasource.username", Objects.requireNonNull(database.getUsername()), "spring.datasource.password", Objects.requireNonNull(database.getPassword()),
                        "logging.level.root", "WARN"))
                .run()) {
            var db = house.getBean(JdbcClient.class);
            fill(house, db);
            db.sql("ANALYZE").update();
            System.out.printf(Locale.ROOT, "# %d people; JDK %s, %d processors, load %.1f%n", PEOPLE, Runtime.version(), Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            var figures = house.getBean(Figures.class);
            var figure = figures.find("succession-coverage").orElseThrow();
            var year = LocalDate.now(house.getBean(Clock.class)).getYear();
            var met = met("succession-coverage " + figures.number(figure, year).shown(), at(timed(times / 4, () -> figures.number(figure, year))), FIGURE_MILLIS);
            var browser = MockMvcTester.from((WebApplicationContext) house, it -> it.apply(springSecurity()).build());
            var round = db.sql("SELECT id FROM career.round").query(UUID.class).single();
            var post = db.sql("SELECT post FROM succession.naming LIMIT 1").query(UUID.class).single();
            for (var path : List.of("/app/careers", "/app/careers/people", "/app/careers/tracks/PRC-DIF", "/app/careers/rounds", "/app/careers/rounds/" + round, "/app/succession", "/app/succession/" + post,
                    "/app/my/succession")) {
                met &= met(path.replace(round.toString(), "ROUND").replace(post.toString(), "POST"), at(timed(times, () -> {
                    var answer = browser.get().uri(path).with(As.me(ACareer.HR)).exchange();
                    if (answer.getResponse().getStatus() != 200) {
                        throw new IllegalStateException(path + " answers " + answer.getResponse().getStatus());
                    }
                })), PAGE_MILLIS);
            }
            return met;
        }
    }

    private static void fill(ConfigurableApplicationContext house, JdbcClient db) {
        new ACareer(house).standards();
        var intake = house.getBean(Intake.class);
        var units = new StringBuilder("code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\n");
        for (var i = 0; i < 50; i++) {
            units.append("U").append(i).append(",UNIT,Unit ").append(i).append(",单位,HS,2010-01-01,,,,,\n");
        }
        bring(intake, units.toString());
        var people = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n");
        var placed = new StringBuilder("number,track,from\n");
        for (var i = 0; i < PEOPLE; i++) {
            people.append("P").append(i).append(",,Person ").append(i).append(",,EMPLOYEE,U").append(i % 50).append(",Operator,2020-01-01,\n");
            placed.append("P").append(i).append(",PRC-DIF,2025-03-01\n");
        }
        bring(intake, people.toString());
        ACareer.done(house.getBean(Placements.class).bring(placed.toString().getBytes(StandardCharsets.UTF_8), ACareer.HR));
        // What panels decided, in the shape the room keeps it: a level for six in ten, half of which run out within the year.
        db.sql("""
                WITH applied AS (
                    INSERT INTO career.application (id, number, person, track, version, level, held, opened_by, opened_at)
                    SELECT gen_random_uuid(), 'B' || row_number() OVER (), name.id, 'PRC-DIF', held.id, 2, 0, gen_random_uuid(), now()
                      FROM directory.name CROSS JOIN (SELECT id FROM career.standards('infinity', 'infinity') WHERE track = 'PRC-DIF') AS held
                     WHERE right(name.number, 1) < '6'
                    RETURNING id, person, track, version
                ), stepped AS (
                    INSERT INTO career.step (application, no, state, by, at) SELECT id, 1, 'DECIDED', gen_random_uuid(), now() FROM applied
                ), decided AS (
                    INSERT INTO career.decision (application, person, track, outcome, shown, level, from_day, until_day, decided_by, decided_at, record)
                    SELECT id, person, track, 'GRANTED', 2, 2, current_date - 30, current_date + (hashtext(id::text) % 300), gen_random_uuid(), now(), gen_random_uuid() FROM applied
                    RETURNING application
                )
                SELECT count(*) FROM decided
                """).query(Long.class).single();
        db.sql("""
                INSERT INTO career.decided_item (application, item, wanted, shown)
                SELECT decision.application, item.item, 2, 2 FROM career.decision JOIN career.application ON application.id = decision.application
                  JOIN career.version_item AS item ON item.version = application.version AND item.level <= 2
                """).update();
        db.sql("INSERT INTO career.round (id, number, title_en, title_zh, from_day, until_day, opened_by, opened_at, record) VALUES (gen_random_uuid(), 'R1', 'Round', '轮岗', current_date - 5, current_date + 20, gen_random_uuid(), now(), gen_random_uuid())")
                .update();
        db.sql("INSERT INTO career.opening (id, round, unit, track, role_en, role_zh, seats) SELECT gen_random_uuid(), round.id, unit.id, 'PRC-DIF', 'Role', '岗位', 3 FROM career.round CROSS JOIN directory.unit WHERE unit.code LIKE 'U%'")
                .update();
        db.sql("""
                INSERT INTO career.choice (id, round, person, no, openings, words, chosen_by, at)
                SELECT gen_random_uuid(), round.id, name.id, 1, ARRAY(SELECT id FROM career.opening ORDER BY id LIMIT 3), 'Because', gen_random_uuid(), now()
                  FROM career.round CROSS JOIN (SELECT id FROM directory.name ORDER BY number LIMIT 2000) AS name
                """).update();
        var posts = house.getBean(Positions.class);
        for (var i = 0; i < 200; i++) {
            var post = ACareer.done(posts.open(new Position.Plan("U" + i % 50, "Specialist " + i, "专家", false), ACareer.HR));
            ACareer.done(posts.judge(post, Map.of(Criterion.SCARCE, "Eleven months", Criterion.SINGLE, "One knows it"), ACareer.HR));
            ACareer.done(house.getBean(Requirements.class).ask(post, new Requirement.Want("LEVEL", "PRC-DIF", 1 + i % 3, "", "", 0), ACareer.HR));
            ACareer.done(house.getBean(Requirements.class).ask(post, new Requirement.Want("UNIT", "", 0, "", "U" + (i + 1) % 50, 24), ACareer.HR));
        }
        db.sql("""
                WITH named AS (
                    INSERT INTO succession.naming (id, post, person, by, at)
                    SELECT gen_random_uuid(), post.id, person.id, gen_random_uuid(), now()
                      FROM (SELECT id, row_number() OVER (ORDER BY number) AS turn FROM succession.post) AS post
                      JOIN (SELECT id, row_number() OVER (ORDER BY number) AS turn FROM directory.name) AS person ON person.turn BETWEEN post.turn * 3 AND post.turn * 3 + 2
                    RETURNING id
                )
                INSERT INTO succession.naming_step (naming, no, state, reason, day, by, at, record)
                SELECT id, 1, 'AGREED', '', current_date - 1, gen_random_uuid(), now(), gen_random_uuid() FROM named
                """).update();
    }

    private static void bring(Intake intake, String csv) {
        ACareer.done(intake.bringIn(ACareer.done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", ACareer.HR.account())), ACareer.HR.account()));
    }

    private static boolean met(String what, double millis, double goal) {
        System.out.printf(Locale.ROOT, "careers %s, ms p95, %.1f, <= %.0f, %s%n", what, millis, goal, millis <= goal ? "met" : "short");
        return millis <= goal;
    }

    /** Milliseconds of each, in order of length; the first ones warm up. */
    private static double[] timed(int times, Runnable what) {
        for (var i = 0; i < 5; i++) {
            what.run();
        }
        var millis = new double[times];
        for (var i = 0; i < times; i++) {
            var begun = System.nanoTime();
            what.run();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double at(double[] sorted) {
        return sorted[(int) Math.ceil(.95 * sorted.length) - 1];
    }
}
