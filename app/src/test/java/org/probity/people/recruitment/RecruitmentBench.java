package org.probity.people.recruitment;

import static org.probity.people.recruitment.AHiring.done;
import static org.probity.people.recruitment.AHiring.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.Links;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Intake;
import org.probity.house.start.PageBench;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench people recruitment [--quick]`: 10,000 people in one unit, 200 postings, 60,000 applications of a year at all stages; then every list and page of recruitment, the desks of
/// whoever hires and of whoever asks the questions, and the roster of a unit of 10,000. Pages are asked in the process of the house, with its gate and its templates, without a socket. A
/// page's goal is a p95 of 150 ms.
///
/// Ends with 0 when all goals are met, 1 when one is short, 2 when it could not run.
public final class RecruitmentBench {
    private static final int PEOPLE = 10_000;
    private static final int POSTINGS = 200;
    private static final int APPLICATIONS = 60_000;

    private RecruitmentBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 15 : 40) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("recruitment could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int times) throws Exception {
        return PageBench.house(house -> {
            var db = house.getBean(JdbcClient.class);
            var hiring = new AHiring(house);
            var hr = hiring.somebody(Role.HR);
            var asks = hiring.somebody(Role.QUALITY);
            fill(house, db, hiring, hr, asks);
            db.sql("ANALYZE").update();
            PageBench.where(PEOPLE + " people, " + POSTINGS + " postings, " + APPLICATIONS + " applications");
            var posting = db.sql("SELECT requisition.id FROM recruitment.requisition JOIN recruitment.posting ON posting.requisition = requisition.id ORDER BY requisition.number LIMIT 1").query(UUID.class).single();
            var number = db.sql("SELECT number FROM recruitment.requisition WHERE id = :id").param("id", posting).query(String.class).single();
            var screen = db.sql("SELECT id FROM recruitment.application WHERE NOT EXISTS (SELECT FROM recruitment.step WHERE step.application = application.id) LIMIT 1").query(UUID.class).single();
            var interview = db.sql("SELECT application FROM recruitment.interview LIMIT 1").query(UUID.class).single();
            var secret = Links.secret();
            db.sql("UPDATE recruitment.application SET token_hash = :hash WHERE id = :id").param("hash", Secret.hash(secret)).param("id", screen).update();
            var bench = new PageBench("recruitment", house, hr, times);
            var met = true;
            for (var path : List.of("/jobs", "/jobs/" + number, "/jobs/mine/" + secret, "/app/recruitment", "/app/recruitment?state=OPEN", "/app/recruitment?q=engineer", "/app/recruitment/new",
                    "/app/recruitment/" + posting, "/app/recruitment/" + posting + "?state=SCREENING", "/app/recruitment/" + posting + "?state=HIRED", "/app/recruitment/applications/" + screen,
                    "/app/recruitment/applications/" + interview, "/app/recruitment/plans", "/app/recruitment/activities", "/app/recruitment/statistics", "/app/recruitment/statistics?within=UNIT",
                    "/app/recruitment/words", "/app/recruitment/notice", "/app", "/app/labour/roster?unit=BIG")) {
                met &= bench.page(path, path.replace(number, "NUMBER").replace(secret, "LINK").replace(posting.toString(), "POSTING").replace(screen.toString(), "SCREENED").replace(interview.toString(), "ASKED"));
            }
            return met & new PageBench("recruitment", house, asks, times).page("/app", "/app of an interviewer");
        });
    }

    private static void fill(ConfigurableApplicationContext house, JdbcClient db, AHiring hiring, Me hr, Me asks) {
        var intake = house.getBean(Intake.class);
        bring(intake, "code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\nHF,SITE,Hefei,合肥,HS,2010-01-01,,CN,Anhui,,\nBIG,UNIT,Cells,电池,HF,2010-01-01,,,,,\n",
                hr);
        var people = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n");
        for (var i = 0; i < PEOPLE; i++) {
            people.append("P").append(i).append(",,Person ").append(i).append(",,EMPLOYEE,BIG,Operator,2020-01-01,\n");
        }
        bring(intake, people.toString(), hr);
        var unit = db.sql("SELECT id FROM directory.unit WHERE code = 'BIG'").query(UUID.class).single();
        var other = hiring.somebody(Role.HR);
        var asksToo = hiring.somebody(Role.EMPLOYEE);
        var requisitions = house.getBean(Requisitions.class);
        var postings = house.getBean(Postings.class);
        for (var i = 0; i < POSTINGS; i++) {
            var id = done(requisitions.ask(hiring.plan(unit, 300), hr));
            if (i % 20 > 0) {
                done(requisitions.rule(id, Outcome.APPROVED, other));
                done(postings.name(id, mail(asks) + " " + mail(asksToo), hr));
                done(postings.open(id, hr));
            }
        }
        // What strangers sent and what was decided, in the shape the room keeps it: a fifth is not screened yet, a third goes on, one in forty comes.
        db.sql("""
                INSERT INTO recruitment.application (id, code, requisition, notice, token_hash, sender_hash, activity, applied_at, day, keep_until, record)
                SELECT gen_random_uuid(), 'B' || lpad(n::text, 6, '0'), posting.requisition, 1, sha256(('t' || n)::bytea), sha256(('s' || n)::bytea), '', now() - make_interval(days => n % 300),
                       current_date - n % 300, current_date + 180, gen_random_uuid()
                  FROM generate_series(1, :all) AS n
                  JOIN (SELECT requisition, row_number() OVER (ORDER BY requisition) - 1 AS turn, count(*) OVER () AS postings FROM recruitment.posting) AS posting ON posting.turn = n % posting.postings
                """).param("all", APPLICATIONS).update();
        db.sql("INSERT INTO recruitment.contact (application, name, email, phone, language) SELECT id, 'Applicant ' || code, lower(code) || '@example.org', '139 0000 0000', 'zh' FROM recruitment.application").update();
        db.sql("""
                INSERT INTO recruitment.apart (application, sex, age)
                SELECT id, (ARRAY['F', 'M', ''])[1 + right(code, 1)::int % 3], (ARRAY['UNDER_30', '30_TO_50', 'OVER_50', ''])[1 + right(code, 2)::int % 4] FROM recruitment.application
                """).update();
        db.sql("INSERT INTO recruitment.answer (application, no, words) SELECT id, 1, 'I mended a pump.' FROM recruitment.application").update();
        step("SCREEN", "right(code, 5)::int % 5 > 0", "right(code, 5)::int % 3 = 0", db);
        db.sql("INSERT INTO recruitment.screening (application, no, score, by, at) SELECT application, 1, 4, :by, now() FROM recruitment.step WHERE stage = 'SCREEN'").param("by", hr.account()).update();
        db.sql("""
                INSERT INTO recruitment.interview (application, interviewer, at, day, record)
                SELECT step.application, interviewer.account, now(), current_date, gen_random_uuid()
                  FROM recruitment.step JOIN recruitment.application ON application.id = step.application JOIN recruitment.interviewer USING (requisition)
                 WHERE step.outcome = 'ON' AND right(application.code, 5)::int % 4 > 0
                """).update();
        db.sql("INSERT INTO recruitment.mark (application, interviewer, no, score, words) SELECT application, interviewer, no, 4, 'Went step by step' FROM recruitment.interview, generate_series(1, 2) AS no").update();
        step("INTERVIEW", "EXISTS (SELECT FROM recruitment.interview WHERE interview.application = application.id)", "right(code, 5)::int % 2 = 0", db);
        step("OFFER", "EXISTS (SELECT FROM recruitment.step WHERE step.application = application.id AND stage = 'INTERVIEW' AND outcome = 'ON')", "true", db);
        step("HIRE", "EXISTS (SELECT FROM recruitment.step WHERE step.application = application.id AND stage = 'OFFER') AND right(code, 5)::int % 7 > 2", "true", db);
    }

    private static void step(String stage, String of, String on, JdbcClient db) {
        db.sql("""
                INSERT INTO recruitment.step (application, stage, outcome, ground, by, second, at, day, record)
                SELECT id, '%1$s', CASE WHEN %3$s THEN 'ON' ELSE 'REFUSED' END, CASE WHEN %3$s THEN '' ELSE 'LOWER_MARKS' END, gen_random_uuid(), gen_random_uuid(), now(), day, gen_random_uuid()
                  FROM recruitment.application WHERE %2$s
                """.formatted(stage, of, on)).update();
    }

    private static void bring(Intake intake, String csv, Me by) {
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", by.account())), by.account()));
    }
}
