package org.probity.people.career;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Intake;
import org.probity.house.start.PageBench;
import org.probity.people.succession.Posts;
import org.probity.shapes.figure.Figures;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench people careers [--quick]`: 10,000 people on tracks, 6,000 with a level, a round of rotation in which 2,000 chose, 200 key positions with 600 candidates; then the pages
/// of careers and key positions and the figure of coverage. Pages are asked in the process of the house, with its gate and its templates, without a socket. A page's goal is a p95 of
/// 150 ms, the figure's 0.5 s.
///
/// Ends with 0 when all goals are met, 1 when one is short, 2 when it could not run.
public final class CareerBench {
    private static final int PEOPLE = 10_000;
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
        return PageBench.house(house -> {
            var db = house.getBean(JdbcClient.class);
            fill(house, db);
            db.sql("ANALYZE").update();
            PageBench.where(PEOPLE + " people");
            var figures = house.getBean(Figures.class);
            var figure = figures.find("succession-coverage").orElseThrow();
            var year = LocalDate.now(house.getBean(Clock.class)).getYear();
            var bench = new PageBench("careers", house, ACareer.HR, times);
            var met = bench.met("succession-coverage " + figures.number(figure, year).shown(), PageBench.p95(times / 4, () -> figures.number(figure, year)), FIGURE_MILLIS);
            var round = db.sql("SELECT id FROM career.round").query(UUID.class).single();
            var post = db.sql("SELECT post FROM succession.naming LIMIT 1").query(UUID.class).single();
            for (var path : List.of("/app/careers", "/app/careers/people", "/app/careers/tracks/PRC-DIF", "/app/careers/rounds", "/app/careers/rounds/" + round, "/app/careers/applications", "/app/succession",
                    "/app/succession/" + post, "/app/my/succession", "/app")) {
                met &= bench.page(path, path.replace(round.toString(), "ROUND").replace(post.toString(), "POST"));
            }
            return met;
        });
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
        Posts.fill(house, db);
    }

    private static void bring(Intake intake, String csv) {
        ACareer.done(intake.bringIn(ACareer.done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", ACareer.HR.account())), ACareer.HR.account()));
    }
}
