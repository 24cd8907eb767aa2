package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Intake;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.Outsider;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.probity.shapes.gathering.DoorCodes;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seventy people were trained for 13.91 hours each. A yearly course is asked of everybody; one of them reads the square at the door with a phone, the list is
 * closed, and the figure is 13.92. Two people publish the year, and somebody who knows nobody here checks at home that those who answered were 98.92 % satisfied.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class TrainingOnAPhoneJourneyTest {
    private static final int PEOPLE = 70;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Intake intake;
    @Autowired Directory directory;
    @Autowired Courses courses;
    @Autowired Sessions sessions;
    @Autowired Editions editions;
    @Autowired Occasions occasions;
    @Autowired DoorCodes codes;
    @Autowired BadgeFiles badges;
    @Autowired Feedback feedback;
    @Autowired TimeMachine time;
    @Autowired StatedTotals insured;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Log log;
    @Autowired Clock clock;

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static void press(Browser who, String words) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).first().click();
        who.page().waitForLoadState();
    }

    private Browser as(String name, String path, Look look) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForLoadState();
        return browser;
    }

    private Browser as(String name, String path) {
        return as(name, path, new Look("en", ColorScheme.LIGHT, Look.DESK));
    }

    private void bring(String csv) {
        var hr = people.the(Role.HR).account();
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", hr)), hr));
    }

    @Test
    void fromACourseThatEverybodyOwesToANumberThatAStrangerChecks() throws Exception {
        seventyPeopleWereTrained();
        var year = LocalDate.now(clock).getYear();
        humanResourcesOpenTheYearlyCourse();
        time.advance(1);
        var session = planned();
        oneOfThemSignsInAtTheDoor(session);
        theListIsClosedAndTheFigureMoves(session, year);
        time.advance(16);
        published(year);
        anOutsiderChecks(year);
        oneOfThemReadsACourseOnline();
    }

    /** A page that is open says so by itself, and is believed by the clock of the house alone. */
    private void oneOfThemReadsACourseOnline() {
        var course = courses.all().stream().filter(it -> it.kind() == Kind.YEARLY).findFirst().orElseThrow().id();
        done(editions.save(course, editions.begin(course), people.the(Role.HR)));
        done(editions.publish(course, people.the(Role.HR)));
        try (var ren = as("Ren Jie", OnlinePage.path(course), new Look("zh", ColorScheme.DARK, Look.PHONE))) {
            ren.twoLooks("training-online");
            var signed = ren.page().waitForResponse(it -> it.url().endsWith("/sign"), () -> press(ren, "开始学习"));
            assertThat(signed.status()).isEqualTo(204);
            ren.twoLooks("training-online-page");
        }
    }

    /** By the file of the readers and of the terminals, as every month: 3,504,240 seconds, and three of 280 points withheld. */
    private void seventyPeopleWereTrained() {
        if (LocalDate.now(clock).getDayOfYear() < 6) {
            time.advance(6);
        }
        var hr = people.the(Role.HR);
        bring("code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\nCQ-PRT,UNIT,Printing workshop,印刷车间,HS,2012-01-01,,,,,\n");
        var staff = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n100009,任杰,Ren Jie,,EMPLOYEE,CQ-PRT,Operator,2020-01-01,\n");
        for (var i = 1; i < PEOPLE; i++) {
            staff.append(200_000 + i).append(",,Colleague ").append(i).append(",,EMPLOYEE,CQ-PRT,Operator,2020-01-01,\n");
        }
        bring(staff.toString());
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)")
                .param("person", directory.byNumber("100009").orElseThrow().id()).param("account", people.the(Role.EMPLOYEE).account()).update();
        var course = done(courses.open(new Courses.Opening(Kind.PROFESSIONAL, "Statistical process control", "统计过程控制", "", "", null, List.of()), hr));
        Instant from = LocalDate.now(clock).minusDays(3).atTime(7, 0).atZone(clock.getZone()).toInstant();
        var occasion = done(sessions.plan(course, List.of(new Sessions.Plan(from, from.plusSeconds(50_112), "Hall", null, false)), hr));
        var number = occasions.find(occasion).orElseThrow().number() + "/1";
        var readers = new StringBuilder("number,session,in,out\n100009,%s,%s,%s\n".formatted(number, WHEN.format(from), WHEN.format(from.plusSeconds(46_512))));
        var terminals = new StringBuilder("number,session,rating\n100009," + number + ",5\n");
        for (var i = 1; i < PEOPLE; i++) {
            readers.append("%d,%s,%s,%s%n".formatted(200_000 + i, number, WHEN.format(from), WHEN.format(from.plusSeconds(50_112))));
            terminals.append("%d,%s,%d%n".formatted(200_000 + i, number, i <= 3 ? 4 : 5));
        }
        done(badges.bringIn(readers.toString().getBytes(StandardCharsets.UTF_8), "readers.csv", hr));
        done(feedback.bringIn(terminals.toString().getBytes(StandardCharsets.UTF_8), hr));
    }

    private void humanResourcesOpenTheYearlyCourse() {
        try (var hr = as("He Min", "/app/trainings")) {
            hr.twoLooks("trainings");
            hr.go("/app/trainings/new").twoLooks("training-new");
            hr.page().locator("#kind").selectOption("YEARLY");
            hr.page().locator("#duty").selectOption("HARASSMENT");
            hr.page().locator("#titleEn").fill("Preventing workplace harassment");
            hr.page().locator("#titleZh").fill("预防职场骚扰");
            hr.page().locator("#validMonths").fill("12");
            press(hr, "Open the course");
            hr.page().waitForURL("**/app/trainings/*-*");
            hr.go("/app/figures/" + LearningFigures.HOURS_PER_PERSON);
            assertThat(hr.page().locator(".hero").textContent()).contains("13.91");
        }
    }

    /** It begins in some minutes: whoever comes early is counted from its beginning. */
    private UUID planned() {
        var course = courses.all().stream().filter(it -> it.kind() == Kind.YEARLY).findFirst().orElseThrow();
        Instant from = clock.instant().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
        Me hr = people.the(Role.HR);
        return occasions.sessions(done(sessions.plan(course.id(), List.of(new Sessions.Plan(from, from.plusSeconds(3_600), "Training room 3", null, false)), hr))).getFirst().id();
    }

    private void oneOfThemSignsInAtTheDoor(UUID session) {
        try (var hr = as("He Min", "/app/trainings/sessions/" + session)) {
            hr.twoLooks("training-session");
            hr.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show the square")).click();
            hr.page().waitForLoadState();
            hr.twoLooks("training-door");
            assertThat(hr.page().locator("main").textContent()).containsPattern("[0-9]{6}");
        }
        var phone = new Look("zh", ColorScheme.DARK, Look.PHONE);
        try (var ren = as("Ren Jie", "/app", phone)) {
            assertThat(ren.page().locator("main").textContent()).as("what they owe lies on the desk").contains("预防职场骚扰");
            ren.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("预防职场骚扰")).first().click();
            ren.page().waitForLoadState();
            ren.twoLooks("training-mine");
        }
        // The phone's camera opens the address; whoever is not signed in signs in first and comes back.
        try (var ren = as("Ren Jie", "/app/learning/here/" + session + "/" + codes.now(session), phone)) {
            ren.everyLook("training-here");
            // So many looks take longer than a code holds.
            ren.go("/app/learning/here/" + session + "/" + codes.now(session));
            press(ren, "我到了");
            assertThat(ren.page().locator("main").textContent()).contains("到场");
            ren.twoLooks("training-there");
        }
    }

    private void theListIsClosedAndTheFigureMoves(UUID session, int year) {
        time.advance(1);
        try (var hr = as("He Min", "/app/trainings/sessions/" + session)) {
            hr.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Keep the list")).click();
            hr.page().waitForLoadState();
            press(hr, "Close the list");
            hr.go("/app/figures/" + LearningFigures.HOURS_PER_PERSON + "?year=" + year);
            assertThat(hr.page().locator(".hero").textContent()).contains("13.92");
            hr.everyLook("training-figure");
            hr.page().locator("#by-q").fill("Ren Jie");
            press(hr, "Filter");
            hr.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ren Jie")).first().click();
            hr.page().waitForLoadState();
            hr.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Preventing workplace harassment")).first().click();
            hr.page().waitForURL("**/app/trainings/sessions/" + session);
            assertThat(hr.page().locator("main").textContent()).as("two clicks below the figure").contains("1:00:00", "Ren Jie");
            hr.twoLooks("training-counted");
        }
        try (var ren = as("Ren Jie", "/app/my-training", new Look("zh", ColorScheme.LIGHT, Look.PHONE))) {
            assertThat(ren.page().locator("main").textContent()).contains("13:55:12");
            ren.page().locator("input[name=rating][value='5']").check();
            press(ren, "提交评价");
            assertThat(ren.page().getByRole(AriaRole.STATUS).first().textContent()).contains("谢谢");
            ren.twoLooks("training-answered");
        }
    }

    /** What the return to the social insurance says is as many as the directory has. */
    private void thereIsAnotherSource(int year) {
        List.of("headcount", "age-checked-hires").forEach(key -> {
            var figure = figures.find(key).orElseThrow();
            done(insured.state(figure, year, figures.live(figure, year).control().rows().toPlainString(), "Return to the social insurance", people.the(Role.HR)));
        });
    }

    private void published(int year) {
        thereIsAnotherSource(year);
        try (var officer = as("Zhao Ning", "/app/statement?year=" + year)) {
            press(officer, "Freeze the figures");
            assertThat(officer.page().content()).as("names of people are not for those who publish").doesNotContain("Colleague 7");
        }
        try (var publisher = as("Lu Wen", "/app/statement?year=" + year)) {
            press(publisher, "Publish the report of " + year);
            publisher.page().waitForURL("**/report/" + year);
        }
    }

    private void anOutsiderChecks(int year) throws Exception {
        byte[] zip;
        try (var outsider = Browser.at(port)) {
            outsider.go("/report/" + year + "/" + LearningFigures.SATISFACTION);
            assertThat(outsider.page().locator(".hero").textContent()).contains("98.92");
            assertThat(outsider.page().content()).contains("People asked", "People who answered").doesNotContain("Colleague 7", "Ren Jie");
            outsider.twoLooks("satisfaction-published");
            outsider.go("/report/" + year);
            zip = Files.readAllBytes(outsider.page().waitForDownload(() -> outsider.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download the package")).click()).path());
        }
        var fingerprint = log.verifier().fingerprint();
        for (var lang : List.of("en", "zh")) {
            var printed = Outsider.onTheCommandLine(zip, fingerprint, lang);
            assertThat(printed.words()).contains("98.92 %", "13.92", "974.40").doesNotContain("Colleague 7", "Ren Jie");
            assertThat(printed.exit()).isZero();
        }
        var refuted = Outsider.onTheCommandLine(Outsider.changed(zip, zip.length / 2), fingerprint, "en");
        assertThat(refuted.words()).contains("Not proved.");
        assertThat(refuted.exit()).isEqualTo(1);
        try (var home = Browser.at(port, new Look("zh", ColorScheme.DARK, Look.PHONE))) {
            assertThat(Outsider.onThePage(home, zip, fingerprint, "satisfaction-checker")).isEqualTo("PROVED");
            assertThat(home.page().locator("#result").textContent()).contains("98.92", "13.92");
        }
    }
}
