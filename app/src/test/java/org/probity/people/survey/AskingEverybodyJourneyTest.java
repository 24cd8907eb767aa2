package org.probity.people.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The yearly survey from its launch to a unit's plan: answered on a phone and with a slip, counted, released with small groups closed, a forbidden cut refused with its sum. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class AskingEverybodyJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);
    private static final LocalDate BEGUN = LocalDate.of(2023, 1, 1);

    @LocalServerPort int port;
    @Autowired JdbcClient db;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Surveys surveys;
    @Autowired BallotBox box;
    @Autowired Counting counting;
    @Autowired Slips slips;
    @Autowired Measures measures;
    @Autowired TimeMachine time;
    @Autowired Clock clock;

    private void aCompanyOfAHundredAndFifty() {
        var hr = people.the(Role.HR).account();
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), BEGUN, "", hr));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), BEGUN, "", hr));
        unit("HF-W1", "Workshop 1", "一车间", site);
        unit("HF-W2", "Workshop 2", "二车间", site);
        unit("HF-T1", "Maintenance", "设备组", site);
        unit("HF-T2", "Stores", "仓库组", site);
        for (int at = 0; at < 150; at++) {
            var unit = at < 30 ? "HF-W1" : at < 137 ? "HF-W2" : at < 145 ? "HF-T1" : "HF-T2";
            done(staff.takeOn(new Staff.Identity("%06d".formatted(100 + at), at == 30 ? "任杰" : "张" + at, at == 30 ? "Ren Jie" : "Zhang " + at, at == 30 ? "employee@helia.example" : ""),
                    new Staff.Term(Engagement.EMPLOYEE, db.sql("SELECT id FROM directory.unit WHERE code = :code").param("code", unit).query(UUID.class).single(), "Operator", at < 10 ? LocalDate.now(clock).minusDays(90) : BEGUN, null), "", hr));
        }
        done(passes.invite(db.sql("SELECT id FROM directory.person WHERE number = '000130'").query(UUID.class).single(), "zh", hr));
    }

    private void unit(String code, String en, String zh, UUID site) {
        done(organisation.found(code, Place.Kind.UNIT, site, new Organisation.Details(en, zh, "", "", "", ""), BEGUN, "", people.the(Role.HR).account()));
    }

    private Browser as(String name, Look look) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode("/app/survey", StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**/app/survey");
        return browser;
    }

    @Test
    void theYearlySurveyFromLaunchToAUnitsPlan() {
        aCompanyOfAHundredAndFifty();
        var hr = people.the(Role.HR);
        try (var desk = as(hr.name(), DESK); var phone = as("Ren Jie", PHONE)) {
            desk.go("/app/survey/launch").shot("survey-launch");
            desk.mustBeAccessible();
            desk.surely("Launch a round");
            desk.page().waitForURL("**/app/survey/*-*");
            var path = desk.page().url().replaceAll("https?://[^/]+", "");
            var round = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
            var survey = surveys.find(round).orElseThrow();

            var page = phone.page();
            var sent = new ArrayList<Request>();
            page.onRequest(it -> {
                if (it.method().equals("POST") && it.url().contains("/survey/")) {
                    sent.add(it);
                }
            });
            phone.go("/app/survey").shot("survey-asks");
            page.locator("a.btn.big").first().click();
            page.waitForURL("**/answer");
            page.waitForFunction("id => Object.keys(localStorage).some(it => it.startsWith('ballot.' + id) && localStorage.getItem(it).includes('tokens'))", survey.ballot().toString());
            phone.shot("survey-answer");
            phone.mustBeAccessible();
            phone.mustFitTheScreen();
            for (var item : survey.items()) {
                page.locator("input[name=" + item + "][value='4']").check();
            }
            page.locator("#remark").fill("希望夜班也有热饭。");
            page.locator("input[name=" + survey.items().getFirst() + "][value='2']").check();
            page.locator("#send").click();
            page.locator("#said").waitFor();
            var sheet = page.locator("#sheet").textContent();
            assertThat(sheet).matches("[0-9a-f]{64}");
            phone.shot("survey-sent");
            assertThat(sent).isNotEmpty().allSatisfy(it -> assertThat(it.allHeaders()).doesNotContainKeys("cookie", "referer"));
            page.reload();
            page.locator("#said").waitFor();
            assertThat(page.locator("#said-words").textContent()).as("it remembers that it has answered").isEqualTo("您已作答。");
            assertThat((String) page.evaluate("() => JSON.stringify(localStorage)")).as("and not under which hash: device and tables together would tell the answers").doesNotContain(sheet);

            // The others draw slips; one of them answers at the shared device, the others on paper.
            var codes = slips.stacks(round).stream().collect(Collectors.toMap(Slips.Stack::place, it -> done(slips.print(round, it.place(), hr))));
            var first = codes.get(0).getFirst();
            try (var kiosk = Browser.at(port, new Look("zh", ColorScheme.LIGHT, Look.PHONE)).go("/survey?lang=zh")) {
                kiosk.shot("survey-kiosk");
                kiosk.mustBeAccessible();
                kiosk.page().evaluate("code => { location.hash = code }", first.toLowerCase(java.util.Locale.ROOT));
                kiosk.page().reload();
                assertThat(kiosk.page().locator("#code").inputValue()).as("read from the square on a slip").isEqualToIgnoringCase(first);
                assertThat(kiosk.page().url()).as("it does not stay in the address").doesNotContain("#");
                kiosk.page().locator("main button").click();
                kiosk.page().locator("#answers").waitFor();
                for (var item : survey.items()) {
                    kiosk.page().locator("input[name=" + item + "][value='3']").check();
                }
                kiosk.page().locator("main button").click();
                kiosk.page().locator("main code").waitFor();
                kiosk.page().locator("#leaving").waitFor();
                kiosk.shot("survey-kiosk-thanks");
                kiosk.mustBeAccessible();
                kiosk.page().locator("#stay").click();
                assertThat(kiosk.page().locator("#leaving").isHidden()).as("whoever is still there stops it").isTrue();
                assertThat(kiosk.page().context().cookies()).as("the device knows nobody").noneMatch(it -> it.path.equals("/survey"));
            }
            var lines = new StringBuilder("code," + String.join(",", survey.items()) + "\n");
            codes.forEach((place, all) -> IntStream.range(1, all.size() * 4 / 5).forEach(at -> lines.append(all.get(at)).append(",").append(IntStream.range(0, survey.items().size())
                    .mapToObj(item -> String.valueOf(Math.min(5, 3 + (at * 7 + item * 3 + place) % 3))).collect(Collectors.joining(","))).append("\n")));
            done(box.bringIn(round, lines.toString().getBytes(StandardCharsets.UTF_8), hr));
            desk.go("/app/survey/" + round + "/slips").shot("survey-slips");
            desk.go("/app/survey/packs").twoLooks("survey-packs");
            desk.mustBeAccessible();
            time.advance(1);
            desk.go("/app/survey/" + round).shot("survey-open");
            time.advance(15);

            desk.go("/app/survey/" + round).shot("survey-counted");
            desk.surely("Release the results");
            desk.page().locator("text=Scores of units").first().waitFor();
            desk.twoLooks("survey-results");
            desk.mustBeAccessible();
            var text = desk.page().locator("main").textContent();
            assertThat(text).contains("What goes with being glad to work here", "Who answered, and who did not", "Workshop 1", "Workshop 2", "Hefei site, small units together").doesNotContain("Maintenance");
            desk.page().locator("summary:has-text('further breakdown')").click();
            desk.page().locator("#depth").selectOption("3");
            desk.page().locator("input[name=traits][value='0']").check();
            desk.page().locator("button:has-text('Ask for it')").click();
            desk.page().locator("h1:has-text('Not shown')").waitFor();
            assertThat(desk.page().locator("main").textContent()).contains("would follow");
            desk.twoLooks("survey-refused");
            desk.go("/app/survey/" + round);
            desk.page().locator("a:has-text('Workshop 2')").first().click();
            desk.page().waitForURL("**/groups/*");
            var cell = UUID.fromString(desk.page().url().replaceAll(".*/", ""));
            var measure = done(measures.promise(new Measure.Subject(Plans.MEASURES, cell), "Hot meals on the night shift", hr.account(), LocalDate.now(clock).plusDays(30), hr));
            assertThat(measure.kind()).isEqualTo("survey.plan");
            desk.page().reload();
            assertThat(desk.page().locator("main").textContent()).contains("Hot meals on the night shift");
            desk.twoLooks("survey-plan");
            assertThat(counting.sheets(round)).as("the phone's ballot is in the list").contains(sheet);
            phone.go("/app/survey/" + round).shot("survey-results-phone");
            phone.mustFitTheScreen();
        }
    }
}
