package org.probity.people.dialogue;

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
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A discussion session is called and held; what a worker said there is promised, told, done, and gone from the next agenda. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class APointIsFollowedToItsEndJourneyTest {
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    private static final String POINT = "The canteen closes before the night shift begins. <script>document.title='hurt'</script>";

    @LocalServerPort int port;
    @Autowired JdbcClient db;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Heads heads;
    @Autowired Passes passes;
    @Autowired Occasions occasions;
    @Autowired Attendance attendance;
    @Autowired TimeMachine time;
    @Autowired Clock clock;

    private UUID person(String number, String en, String zh, String mail, UUID site) {
        var hr = people.the(Role.HR).account();
        var person = done(staff.takeOn(new Staff.Identity(number, zh, en, mail), new Staff.Term(Engagement.EMPLOYEE, site, "Operator", BEGUN, null), "", hr));
        done(passes.invite(person, "zh", hr));
        return person;
    }

    private Browser as(String name, Look look, String next) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + next);
        return browser;
    }

    private static void send(Page page, String form) {
        page.locator("form[action$='" + form + "'] button").first().click();
        page.waitForLoadState();
    }

    @Test
    void aPointIsFollowedToItsEnd() {
        var hr = people.the(Role.HR);
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), BEGUN, "", hr.account()));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), BEGUN, "", hr.account()));
        var worker = person("000101", "Ren Jie", "任杰", "employee@helia.example", site);
        var head = person("000102", "Qin Hao", "秦浩", "quality@helia.example", site);
        done(heads.appoint(site, head, Place.Rank.HEAD, BEGUN, "", hr.account()));

        String path;
        try (var office = as("He Min", new Look("en", ColorScheme.LIGHT, Look.DESK), "/app/dialogue")) {
            var page = office.page();
            office.go("/app/dialogue/meetings/new").twoLooks("dialogue-call");
            page.locator("input[name=form][value=SESSION]").check();
            page.locator("#unit").selectOption(site.toString());
            page.locator("#title").fill("Night shift at Hefei");
            page.locator("input[name=topics][value=LIVING]").check();
            page.locator("#day").fill(LocalDate.now(clock).plusDays(1).toString());
            page.locator("#from").fill("09:00");
            page.locator("#until").fill("10:00");
            page.locator("#place").fill("Canteen, first floor");
            office.shot("dialogue-call-filled");
            send(page, "/meetings");
            path = page.url().replaceAll("^https?://[^/]*", "");
            page.locator("#item").fill("Canteen and buses");
            send(page, "/agenda");
            page.locator("#people").fill("000101, 000102");
            send(page, "/invitations");
            office.twoLooks("dialogue-planned");
        }
        var meeting = UUID.fromString(path.replaceAll(".*/", ""));
        try (var phone = as("Ren Jie", new Look("zh", ColorScheme.LIGHT, Look.PHONE), "/app")) {
            phone.shot("dialogue-asked");
            assertThat(phone.page().content()).contains("出席会议");
        }
        time.advance(2);
        var session = occasions.sessions(meeting).getFirst().id();
        done(attendance.enter(session, List.of(worker, head).stream().map(it -> new Attendance.Came(new GuestList.Key(Colleagues.CIRCLE, it), null, null)).toList(), Occasion.Means.ENTERED, hr));
        done(attendance.close(session, 0, "", hr));

        try (var office = as("He Min", new Look("en", ColorScheme.LIGHT, Look.DESK), path)) {
            office.page().locator("#minutes").fill("The canteen was talked about.\nThe head of the site will see to it.");
            send(office.page(), "/minutes");
            office.shot("dialogue-minutes");
        }
        try (var phone = as("Ren Jie", new Look("zh", ColorScheme.LIGHT, Look.PHONE), path)) {
            phone.mustBeAccessible();
            phone.shot("dialogue-read");
            send(phone.page(), "/reading");
        }
        try (var desk = as("Qin Hao", new Look("en", ColorScheme.LIGHT, Look.DESK), path)) {
            var page = desk.page();
            page.locator("#point").fill(POINT);
            send(page, "/points");
            page.locator("#p1 a.btn").click();
            page.locator("#what").fill("Keep the canteen open until one");
            page.locator("#owner").fill("000102");
            page.locator("#dueDay").fill(LocalDate.now(clock).plusDays(7).toString());
            send(page, "/measures");
            desk.twoLooks("dialogue-publish");
            desk.mustBeAccessible();
            page.locator("#result").fill("The canteen will stay open until one in the morning.");
            send(page, "/publication");
            page.locator("#p1 table a").first().click();
            page.locator("#words").fill("Open until one since Monday.");
            send(page, "/done");
        }
        try (var phone = as("Ren Jie", new Look("zh", ColorScheme.DARK, Look.PHONE), path)) {
            assertThat(phone.page().locator("main").textContent()).contains("The canteen will stay open until one in the morning.", "<script>", "Keep the canteen open until one");
            assertThat(phone.page().title()).isNotEqualTo("hurt");
            phone.mustBeAccessible();
            phone.shot("dialogue-told");
            phone.go("/app/dialogue").shot("dialogue-list");
            phone.mustBeAccessible();
        }
        try (var office = as("He Min", new Look("en", ColorScheme.LIGHT, Look.DESK), path)) {
            office.page().locator("#p1 table a").first().click();
            office.page().locator("button[value=SEEN]").click();
            office.page().waitForLoadState();
            office.go(path).twoLooks("dialogue-followed");
            office.go("/app/dialogue").twoLooks("dialogue-meetings");
        }
        assertThat(db.sql("SELECT state FROM measure.standing").query(String.class).single()).isEqualTo("SEEN");
    }
}
