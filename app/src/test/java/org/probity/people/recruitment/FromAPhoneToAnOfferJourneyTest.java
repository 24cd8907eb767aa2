package org.probity.people.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.recruitment.AHiring.done;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Intake;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.people.recruitment.Requisition.Question;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A unit asks for people and two agree. Somebody applies with a phone and without an account, is seen as a code, is asked what everybody is asked, gets marks
 * from two who do not see each other's, and an offer on a document that nobody keeps. Then the union reads how last year's choices treated groups.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class FromAPhoneToAnOfferJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.DARK, Look.PHONE);

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Intake intake;
    @Autowired Requisitions requisitions;
    @Autowired Postings postings;
    @Autowired Applying applying;
    @Autowired Screening screening;
    @Autowired TimeMachine time;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    private static void press(Browser who, String words) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true)).first().click();
        who.page().waitForLoadState();
    }

    /** Opens the question, and answers it. */
    private static void confirm(Browser who, String id) {
        who.page().locator("[popovertarget=" + id + "]").first().click();
        who.page().locator("#" + id + " form button[class~=btn]").first().click();
        who.page().waitForLoadState();
    }

    private Browser as(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForLoadState();
        return browser;
    }

    /** Known since before last year, of which the union reads. */
    private void bring(String csv) {
        var hr = people.the(Role.HR).account();
        time.at(LocalDate.of(LocalDate.now(clock).getYear() - 1, 1, 4).atTime(9, 0).atZone(clock.getZone()).toInstant(),
                () -> done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "units.csv", hr)), hr)));
    }

    @Test
    void fromARequestToAnOfferAndHowGroupsFared() {
        bring("code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\nCQ,SITE,Chongqing site,重庆基地,HS,2012-01-01,,CN,Chongqing,,\n"
                + "CQ-EQP,UNIT,Equipment,设备部,CQ,2012-01-01,,,,,\n");
        var posting = humanResourcesAsk();
        var link = somebodyAppliesWithAPhone(requisitions.find(posting).orElseThrow().number());
        var application = db.sql("SELECT id FROM recruitment.application WHERE requisition = :id").param("id", posting).query(UUID.class).single();
        seenBlind(posting);
        askedByTwo(application);
        offered(application, link);
        theUnionReads();
    }

    private UUID humanResourcesAsk() {
        UUID id;
        try (var hr = as("He Min", "/app/recruitment")) {
            hr.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ask for people")).click();
            hr.page().waitForLoadState();
            hr.page().locator("#unit").selectOption(new SelectOption().setLabel("\u2003\u2003Equipment"));
            hr.page().locator("#titleEn").fill("Equipment engineer");
            hr.page().locator("#titleZh").fill("设备工程师");
            hr.page().locator("#wanted").fill("2");
            hr.page().locator("#closesOn").fill(LocalDate.now(clock).plusDays(30).toString());
            hr.page().locator("#grounds").fill("Two left in spring, and a line is added.");
            hr.page().locator("#workEn").fill("Keeps the machines of one workshop running, in three shifts. Men only.");
            hr.page().locator("#workZh").fill("负责一个车间设备的正常运行，三班制。");
            hr.page().locator("#screenEn").fill("Which machines have you kept running? | 1 none; 3 one kind; 5 several kinds");
            hr.page().locator("#screenZh").fill("您维护过哪些设备？｜1分：没有；3分：一类；5分：多类");
            hr.page().locator("#interviewEn").fill("A pump stops at night. What do you do? | 1 waits; 3 most steps; 5 all steps\nHow do you lock out a machine? | 1 unknown; 3 most steps; 5 all steps");
            hr.page().locator("#interviewZh").fill("夜班水泵停机，您怎么处理？｜1分：等待；3分：多数步骤；5分：全部步骤\n如何上锁挂牌？｜1分：不知道；3分：多数步骤；5分：全部步骤");
            press(hr, "Put before a second person");
            assertThat(hr.page().getByRole(AriaRole.ALERT).textContent()).as("law forbids to choose by it").contains("men only");
            hr.page().locator("#workEn").fill("Keeps the machines of one workshop running, in three shifts.");
            press(hr, "Put before a second person");
            hr.page().waitForURL("**/app/recruitment/*-*");
            id = UUID.fromString(hr.page().url().replaceAll(".*/", ""));
        }
        try (var bai = as("Bai Lan", "/app")) {
            bai.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Equipment engineer")).first().click();
            bai.page().waitForLoadState();
            confirm(bai, "approve");
            bai.page().locator("#interviewers").fill("quality@helia.example\nprocess@helia.example");
            press(bai, "Name them");
            confirm(bai, "open");
            bai.twoLooks("recruitment-request");
        }
        return id;
    }

    private String somebodyAppliesWithAPhone(String number) {
        try (var phone = Browser.at(port, PHONE).go("/jobs")) {
            phone.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("设备工程师")).click();
            phone.page().waitForURL("**/jobs/" + number);
            phone.everyLook("recruitment-apply");
            phone.page().locator("#name").fill("林雅");
            phone.page().locator("#email").fill("lin.ya@example.org");
            phone.page().locator("#phone").fill("139 0000 2222");
            phone.page().locator("#answer1").fill("我维护水泵和扩散炉四年。");
            phone.page().locator("#file").setInputFiles(new FilePayload("简历.txt", "text/plain", "no paper".getBytes(StandardCharsets.UTF_8)));
            phone.page().locator("#sex").selectOption("F");
            phone.page().locator("#age").selectOption("UNDER_30");
            phone.page().locator("#consent").check();
            press(phone, "提交申请");
            assertThat(phone.page().getByRole(AriaRole.ALERT).textContent()).contains("不是PDF");
            assertThat(phone.page().locator("#answer1").inputValue()).as("what was typed stays").contains("扩散炉");
            phone.page().locator("#file").setInputFiles(new FilePayload("简历.pdf", "application/pdf", "%PDF-1.7 paper".getBytes(StandardCharsets.UTF_8)));
            press(phone, "提交申请");
            phone.page().waitForURL("**/jobs/mine/*");
            assertThat(phone.page().context().cookies().stream().map(it -> it.name)).as("nobody is recognised").containsOnly("probity-lang");
            phone.twoLooks("recruitment-mine");
            return phone.page().url();
        }
    }

    private void seenBlind(UUID posting) {
        try (var hr = as("He Min", "/app")) {
            hr.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Equipment engineer")).first().click();
            hr.page().waitForURL("**/app/recruitment/" + posting + "*");
            hr.page().locator("td a, th a").first().click();
            hr.page().waitForLoadState();
            assertThat(hr.page().content()).contains("扩散炉").doesNotContain("林雅", "lin.ya", "简历", "under 30");
            hr.everyLook("recruitment-blind");
            hr.page().locator("#score1").selectOption("4");
            press(hr, "Invite to interviews");
        }
    }

    private void askedByTwo(UUID application) {
        var path = "/app/recruitment/applications/" + application;
        for (var name : List.of("Qin Hao", "Tang Rui")) {
            try (var asks = as(name, "/app")) {
                asks.page().locator("a[href='" + path + "']").first().click();
                asks.page().waitForURL("**" + path);
                assertThat(asks.page().content()).contains("林雅").doesNotContain("Named each step");
                if (name.equals("Tang Rui")) {
                    asks.twoLooks("recruitment-marks");
                }
                for (var no : List.of(1, 2)) {
                    asks.page().locator("#score" + no).selectOption("5");
                    asks.page().locator("#words" + no).fill("Named each step and whom to tell.");
                }
                press(asks, "Give these marks");
                if (name.equals("Tang Rui")) {
                    press(asks, "Propose an offer");
                }
            }
        }
        try (var qin = as("Qin Hao", path)) {
            qin.twoLooks("recruitment-panel");
            confirm(qin, "approve");
        }
    }

    private void offered(UUID application, String link) {
        try (var hr = as("He Min", "/app/recruitment/applications/" + application)) {
            hr.page().locator("#startsOn").fill(LocalDate.now(clock).plusDays(14).toString());
            hr.page().locator("#document").selectOption("PASSPORT");
            hr.page().locator("#number").fill("E12345678");
            hr.page().locator("#born").fill(LocalDate.now(clock).minusYears(16).plusDays(1).toString());
            hr.page().locator("#number").press("Enter");
            assertThat(hr.page().getByRole(AriaRole.ALERT).count()).as("a key in a field sends no offer").isZero();
            hr.surely("Make the offer");
            assertThat(hr.page().getByRole(AriaRole.ALERT).textContent()).as("sixteen tomorrow").contains("Below 16");
            hr.page().locator("#number").fill("E12345678");
            hr.page().locator("#born").fill("1999-04-01");
            hr.surely("Make the offer");
            assertThat(hr.page().locator("main").textContent()).contains("Offered");
            hr.twoLooks("recruitment-offered");
        }
        try (var phone = Browser.at(port, PHONE).go(URI.create(link).getPath())) {
            assertThat(phone.page().locator("main").textContent()).contains("我们拟录用您", "只能答复一次");
            phone.everyLook("recruitment-answer");
            confirm(phone, "accept");
            assertThat(phone.page().locator("main").textContent()).contains("您已于").doesNotContain("谢绝");
        }
    }

    /** Ninety-six people in a quarter that is over: of the women as many went on as of the men, but for the posts that everybody wants. */
    private void theUnionReads() {
        var year = LocalDate.now(clock).getYear() - 1;
        time.at(LocalDate.of(year, 5, 4).atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> {
            var hr = people.the(Role.HR);
            for (var post = 0; post < 2; post++) {
                var unit = db.sql("SELECT id FROM directory.unit WHERE code = 'CQ-EQP'").query(UUID.class).single();
                var id = done(requisitions.ask(new Requisitions.Plan(unit, "", 2, "Operator", "操作工", "Works at a line.", "产线操作。", "A line is added.", 9, LocalDate.of(year, 6, 30), List.of(
                        new Question(Stage.SCREEN, 1, "What have you done?", "您做过什么？", "1; 3; 5", "1；3；5"), new Question(Stage.INTERVIEW, 1, "How?", "怎样？", "1; 3; 5", "1；3；5"))), hr));
                done(requisitions.rule(id, Outcome.APPROVED, people.at("hr.reward")));
                done(postings.name(id, "quality@helia.example process@helia.example", hr));
                done(postings.open(id, hr));
                for (var i = 0; i < 48; i++) {
                    // Of the first post a third goes on and most who ask are women; of the second two thirds, and most are men.
                    var woman = i % 3 == 0 != (post == 0);
                    var on = post == 0 ? i / 3 % 3 == 0 : i / 3 % 3 != 0;
                    var sent = done(applying.apply(new Applying.Form(id, "Somebody " + i, "somebody" + i + "@example.org", "139 0000 " + (1_000 + i), "en", List.of("This and that."), woman ? "F" : "M",
                            i % 2 == 0 ? "UNDER_30" : "30_TO_50", "", true, Applying.Upload.NOTHING)));
                    done(screening.screen(sent.id(), Map.of(1, on ? 4 : 1), on, on ? "" : "LOWER_MARKS", hr));
                }
            }
        });
        try (var union = as("Gao Yan", "/app/recruitment/statistics?year=" + year)) {
            assertThat(union.page().locator("main").textContent()).contains("female", "of 48", "strata");
            union.everyLook("recruitment-statistics");
        }
    }
}
