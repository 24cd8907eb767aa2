package org.probity.people.learning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Intake;
import org.probity.house.start.PageBench;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasions;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench people learning [--quick]`: 10,000 people who were trained 111,000 times in a year, brought in by twelve files of badge readers through
/// the rooms' own doors, both yearly courses owed by all, half of the questions answered; then each figure of the room, folded in the database as desks do, and the pages of the room. Pages are asked in the process of
/// the house, with its gate and its templates, without a socket. Then what an employee waits for who takes a course online.
/// A figure's goal is 0.5 s, a page's p95 150 ms, a month's file 5 s.
///
/// Ends with 0 when all goals are met, 1 when one is short, 2 when it could not run.
public final class LearningBench {
    private static final int PEOPLE = 10_000;
    private static final int ATTENDANCES = 111_000;
    private static final int PEOPLE_A_SESSION = 40;
    private static final int SESSIONS_A_RUN = 100;
    private static final double FIGURE_MILLIS = 500;
    private static final double FILE_MILLIS = 5_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    private LearningBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 5 : 15) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("learning could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int times) throws Exception {
        return PageBench.house(house -> {
            var db = house.getBean(JdbcClient.class);
            var year = LocalDate.now(house.getBean(Clock.class)).getYear() - 1;
            var longest = fill(house, year);
            db.sql("ANALYZE").update();
            PageBench.where(PEOPLE + " people, " + db.sql("SELECT count(*) FROM learning.attended").query(Long.class).single() + " attendances");
            var bench = new PageBench("learning", house, HR, times * 6);
            var met = bench.met("a month's badge file, longest", longest, FILE_MILLIS);
            var figures = house.getBean(Figures.class);
            for (var key : List.of(LearningFigures.HOURS, LearningFigures.HOURS_PER_PERSON, LearningFigures.PARTICIPANTS, LearningFigures.EQUAL, LearningFigures.SATISFACTION)) {
                var figure = figures.find(key).orElseThrow();
                met &= bench.met(key + " " + figures.number(figure, year).shown(), PageBench.p95(times, () -> figures.number(figure, year)), FIGURE_MILLIS);
            }
            var session = db.sql("SELECT session FROM learning.list ORDER BY session LIMIT 1").query(UUID.class).single();
            var course = db.sql("SELECT course FROM learning.list LIMIT 1").query(UUID.class).single();
            var person = db.sql("SELECT person FROM learning.attended ORDER BY person LIMIT 1").query(UUID.class).single();
            for (var path : List.of("/app/trainings", "/app/trainings?year=" + year, "/app/trainings/" + course, "/app/trainings/sessions/" + session, "/app/trainings/people/" + person,
                    "/app/trainings/badges", "/app/my-training")) {
                met &= bench.page(path, path.replace(course.toString(), "COURSE").replace(session.toString(), "SESSION").replace(person.toString(), "PERSON"));
            }
            return met & online(house, person, times);
        });
    }

    /** What whoever takes a course online waits for. */
    private static boolean online(ConfigurableApplicationContext house, UUID person, int times) {
        var me = AnOccasion.account(house.getBean(JdbcClient.class), new GuestList.Key("staff", person), Role.EMPLOYEE);
        var course = house.getBean(Courses.class).all().stream().filter(it -> it.kind() == Kind.YEARLY).findFirst().orElseThrow().id();
        var editions = house.getBean(Editions.class);
        done(editions.save(course, editions.begin(course), HR));
        done(editions.publish(course, HR));
        var taking = OnlinePage.taking(done(house.getBean(Online.class).begin(course, me)));
        var bench = new PageBench("learning", house, me, times * 6);
        var met = true;
        for (var path : List.of("/app", "/app/my-training", "/app/my-training/sessions", OnlinePage.path(course), taking + "?page=1")) {
            met &= bench.page(path, path.replace(course.toString(), "COURSE").replace(taking, "/app/my-training/takings/TAKING") + " of an employee");
        }
        return met & bench.sent("/app/course/" + taking.substring(taking.length() - 36) + "/sign", "a sign of life", 204);
    }

    /** @return milliseconds of the longest month's file */
    private static double fill(ConfigurableApplicationContext house, int year) {
        var intake = house.getBean(Intake.class);
        var units = "code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\nCQ,UNIT,Chongqing,重庆,HS,2010-01-01,,,,,\n";
        bring(intake, units);
        var people = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n");
        for (var i = 0; i < PEOPLE; i++) {
            people.append("P").append(i).append(",,Person ").append(i).append(",,EMPLOYEE,CQ,Operator,2020-01-01,\n");
        }
        bring(intake, people.toString());
        var courses = new ArrayList<UUID>();
        for (var kind : Kind.values()) {
            courses.add(done(house.getBean(Courses.class).open(new Courses.Opening(kind, kind == Kind.YEARLY ? Duty.EQUAL_EMPLOYMENT : null, "Course " + kind, "课程", "", "", 12, List.of()), HR)));
        }
        // Both yearly courses were there when that year began, and everybody owed them.
        courses.add(done(house.getBean(Courses.class).open(new Courses.Opening(Kind.YEARLY, Duty.HARASSMENT, "Course two", "课程二", "", "", 12, List.of()), HR)));
        house.getBean(JdbcClient.class).sql("UPDATE learning.course SET opened_at = make_date(:year, 1, 1)").param("year", year - 1).update();
        house.getBean(Yearly.class).ask(LocalDate.of(year, 1, 7));
        var longest = 0.0;
        for (var month = 1; month <= 12; month++) {
            var file = file(house, courses, year, month);
            var begun = System.nanoTime();
            done(house.getBean(BadgeFiles.class).bringIn(file.getBytes(StandardCharsets.UTF_8), "readers-" + month + ".csv", HR));
            longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
        }
        // Every second one has answered, and the days to answer are over.
        house.getBean(JdbcClient.class).sql("""
                INSERT INTO learning.feedback (session, person, rating, at)
                SELECT session, person, 4 + abs(hashtext(person::text)) % 2, now() FROM learning.attended WHERE hashtext(session::text || person::text) % 2 = 0
                """).update();
        house.getBean(Feedback.class).close(LocalDate.now(house.getBean(Clock.class)).plusDays(60));
        return longest;
    }

    private static String file(ConfigurableApplicationContext house, List<UUID> courses, int year, int month) {
        var file = new StringBuilder("number,session,in,out\n");
        var heads = ATTENDANCES / 12;
        var next = 0;
        for (var run = 0; next < heads; run++) {
            var plans = new ArrayList<Sessions.Plan>();
            for (var i = 0; i < SESSIONS_A_RUN && next + i * PEOPLE_A_SESSION < heads; i++) {
                Instant from = LocalDate.of(year, month, 1 + i % 27).atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
                plans.add(new Sessions.Plan(from, from.plusSeconds(4_800), "Room " + i, null, false));
            }
            var occasion = done(house.getBean(Sessions.class).plan(courses.get((month + run) % courses.size()), plans, HR));
            var number = house.getBean(Occasions.class).find(occasion).orElseThrow().number();
            for (var no = 0; no < plans.size(); no++) {
                for (var i = 0; i < PEOPLE_A_SESSION && next < heads; i++, next++) {
                    var came = plans.get(no).startsAt().plusSeconds(next % 300);
                    file.append('P').append((next + month * 750) % PEOPLE).append(',').append(number).append('/').append(no + 1).append(',').append(WHEN.format(came)).append(',')
                            .append(WHEN.format(came.plusSeconds(4_176 + next % 100))).append('\n');
                }
            }
        }
        return file.toString();
    }

    private static void bring(Intake intake, String csv) {
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", HR.account())), HR.account()));
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }
}
