package org.probity.people.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.people.voice.Channel;
import org.probity.people.voice.DemoReports;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker says something on a phone, as nobody; the next day it is answered, a measure is promised and done, the result is shown, and readers judge. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class APostBecomesAMeasureJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    private static final String TEXT = "食堂在夜班开始前就关门了。\n<img src=x onerror=\"document.title='hurt'\"><script>document.title='hurt'</script>";

    @LocalServerPort int port;
    @Autowired JdbcClient db;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Community community;
    @Autowired Liaisons liaisons;
    @Autowired Threads threads;
    @Autowired DemoReports reports;
    @Autowired Log log;
    @Autowired Measures measures;
    @Autowired TimeMachine time;
    @Autowired Clock clock;

    private UUID aBaseOfFifty() {
        var hr = people.the(Role.HR).account();
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), BEGUN, "", hr));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), BEGUN, "", hr));
        for (int at = 0; at < 50; at++) {
            var mail = switch (at) {
                case 0 -> "employee@helia.example";
                case 1 -> "quality@helia.example";
                case 2 -> "process@helia.example";
                default -> "";
            };
            done(staff.takeOn(new Staff.Identity("%06d".formatted(100 + at), at == 0 ? "任杰" : "张" + at, at == 0 ? "Ren Jie" : "Zhang " + at, mail), new Staff.Term(Engagement.EMPLOYEE, site, "Operator", BEGUN, null), "", hr));
            if (at < 3) {
                done(passes.invite(db.sql("SELECT id FROM directory.person WHERE number = :number").param("number", "%06d".formatted(100 + at)).query(UUID.class).single(), "zh", hr));
            }
        }
        done(liaisons.name(site, Liaisons.Rank.OFFICER, "000101", people.the(Role.HR)));
        done(liaisons.name(site, Liaisons.Rank.DEPUTY, "000102", people.the(Role.HR)));
        done(community.open(people.the(Role.UNION)));
        return site;
    }

    private Browser as(String name, Look look) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode("/app/community", StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**/app/community");
        return browser;
    }

    /** The silent asking has come to its end. */
    private static void asked(Browser browser) {
        browser.page().waitForFunction("() => localStorage.getItem('ballot.asked') === JSON.stringify({ once: document.getElementById('ballot').dataset.once })");
    }

    /** What belongs in a confidential report: its author's browser takes it there, and nobody else can. */
    private void toBePassedOn(Browser worker, UUID site) {
        for (var mailbox : List.of("hr", "hr.reward")) {
            var handler = done(reports.offer(Channel.HR, "Reads reports", "受理举报", "age1" + (mailbox.length() == 2 ? "q" : "p").repeat(58), "QUJD".repeat(50), people.at(mailbox)));
            done(reports.enter(handler, people.the(Role.UNION)));
        }
        log.settle();
        var page = worker.page();
        var harsh = threads.shown().stream().filter(it -> it.text().equals("组长骂人。")).findFirst().orElseThrow();
        assertThat(harsh.unit()).isEqualTo(site);
        done(threads.refer(harsh.id(), "这件事请走保密举报。", people.at("quality")));
        worker.go("/community?lang=zh");
        var card = page.locator("article[data-thread='" + harsh.id() + "']");
        card.waitFor();
        worker.shot("community-referred");
        card.locator("button.btn").first().click();
        page.waitForURL("**/voice?lang=zh");
        page.locator("#write").waitFor();
        assertThat(page.locator("#text").inputValue()).isEqualTo("组长骂人。");
        assertThat((String) page.evaluate("() => sessionStorage.getItem('voice.draft') ?? ''")).as("read once, and gone").isEmpty();
        page.locator("input[name=channel][value=HR]").check();
        assertThat(page.locator("#readers").textContent()).contains("He Min");
        worker.shot("community-passed-on");
        worker.mustBeAccessible();

        worker.go("/community?lang=zh");
        page.locator("#begin summary").click();
        page.locator("#text").fill("另一件事。");
        page.locator("#complaint").click();
        page.waitForURL("**/voice?lang=zh");
        page.locator("#write").waitFor();
        assertThat(page.locator("#text").inputValue()).isEqualTo("另一件事。");
    }

    @Test
    void aPostBecomesAMeasureAndAResult() {
        var site = aBaseOfFifty();
        try (var worker = as("Ren Jie", PHONE)) {
            var page = worker.page();
            asked(worker);
            var sent = new java.util.ArrayList<com.microsoft.playwright.Request>();
            page.onRequest(it -> {
                if (it.method().equals("POST") && it.url().contains("/community/")) {
                    sent.add(it);
                }
            });
            worker.go("/community?lang=zh");
            page.locator("#begin summary").click();
            page.locator("input[name=sort][value=IDEA]").check();
            page.locator("#unit").selectOption(site.toString());
            page.locator("#text").fill(TEXT);
            worker.shot("community-write");
            worker.mustBeAccessible();
            page.locator("#send").click();
            page.locator("#said").waitFor();
            assertThat(page.locator("#said").textContent()).contains("明天");
            assertThat(sent).isNotEmpty().allSatisfy(it -> assertThat(it.allHeaders()).doesNotContainKeys("cookie", "referer"));

            time.advance(1);
            String thread;
            try (var officer = as("Qin Hao", new Look("en", ColorScheme.LIGHT, Look.DESK))) {
                var desk = officer.page();
                desk.locator("main table a").first().click();
                desk.waitForLoadState();
                officer.shot("community-thread");
                thread = desk.url().replaceAll(".*/", "");
                desk.locator("#text").fill("It will stay open until one in the morning.");
                desk.locator("button[value=answer]").click();
                desk.waitForLoadState();
                var me = people.at("quality");
                var measure = done(measures.promise(new Measure.Subject(Threads.MEASURES, UUID.fromString(thread)), "Open the canteen until one", me.account(), LocalDate.now(clock).plusDays(9), me));
                done(measures.done(measure.id(), "Open since Monday.", List.of(), me));
                done(measures.seenDone(measure.id(), "", people.at("process")));
                desk.reload();
                desk.locator("#text").fill("The canteen is open until one.");
                desk.locator("button[value=publish]").click();
                desk.waitForLoadState();
                officer.twoLooks("community-thread-result");
                officer.go("/app/community/scores").twoLooks("community-scores");
                officer.go("/app/community/liaisons").twoLooks("community-liaisons");
            }

            worker.go("/app/community");
            asked(worker);
            worker.go("/community?lang=zh");
            var card = page.locator("article[data-thread='" + thread + "']");
            card.waitFor();
            assertThat(card.textContent()).contains("您", "The canteen is open until one.", "Open the canteen until one", "<script>");
            assertThat(page.title()).isNotEqualTo("hurt");
            worker.mustBeAccessible();
            worker.shot("community-board");
            card.locator(".acts button").first().click();
            page.waitForFunction("() => document.querySelectorAll('article .acts button').length === 2");
            card.locator(".acts button").first().click();
            page.waitForFunction("() => document.querySelectorAll('article .acts button').length === 0");
            page.locator("#begin summary").click();
            page.locator("input[name=sort][value=CONCERN]").check();
            page.locator("#unit").selectOption(site.toString());
            page.locator("#text").fill("组长骂人。");
            page.locator("#send").click();
            page.waitForFunction("() => document.getElementById('text').value === ''");
            time.advance(1);
            worker.go("/community?lang=en");
            card.waitFor();
            assertThat(card.textContent()).contains("· 1 voice", "Solved: 1. Not solved: 0.").doesNotContain("1 voices");
            worker.shot("community-board-en");
            worker.go("/community/count").twoLooks("community-count");
            worker.go("/community/promise").twoLooks("community-promise");

            toBePassedOn(worker, site);
        }
        assertThat(db.sql("SELECT count(*) FROM community.voice").query(Long.class).single()).isEqualTo(1);
    }
}
