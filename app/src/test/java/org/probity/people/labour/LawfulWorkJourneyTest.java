package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.labour.AWorker.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A roster is refused before anybody works a thirty-seventh hour, and the worker reads their own on a phone; what the union found is answered and closed by the union. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class LawfulWorkJourneyTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired DemoPeople people;
    @Autowired Rosters rosters;
    @Autowired Policies policies;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    static String said(Browser browser) {
        return browser.page().getByRole(AriaRole.STATUS).first().textContent();
    }

    Browser as(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        press(browser.page(), name);
        return browser;
    }

    @Test
    void aRosterIsRefusedBeforeTheThirtySeventhHour() {
        var workshop = AWorker.site(house, "JR", "CN", "Anhui");
        var ren = AWorker.employee(house, workshop, "JR-1");
        AWorker.attest(db, ren, LocalDate.of(1990, 1, 1), "M");
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", ren).param("account", people.the(Role.EMPLOYEE).account()).update();
        // Eleven days of three hours: thirty-three of the thirty-six are planned.
        var month = YearMonth.now(clock).plusMonths(1);
        var monday = month.atDay(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        done(rosters.plan(new Rosters.Plan(workshop, List.of(ren), monday, monday.plusDays(14), LocalTime.of(8, 0), LocalTime.of(20, 0), 60, false), people.the(Role.HR)));
        var tuesday = monday.plusDays(15);
        try (var desk = as("He Min", "/app/labour/roster?unit=JR&month=" + month)) {
            desk.page().locator("tbody input[type=checkbox]").first().check();
            desk.page().locator("#first").fill(tuesday.toString());
            desk.page().locator("#last").fill(tuesday.plusDays(1).toString());
            desk.page().locator("#ends").fill("19:00");
            press(desk.page(), "Plan the shifts");
            assertThat(desk.page().getByRole(AriaRole.ALERT).textContent()).contains("Worker JR-1").contains("37").contains("36");
            desk.shot("roster-refused");
            desk.wear(new Browser.Look("zh", ColorScheme.DARK, Browser.Look.PHONE));
            press(desk.page(), "Plan the shifts");
            assertThat(desk.page().getByRole(AriaRole.ALERT).textContent()).as("the same in Chinese").contains("37").contains("36");
            desk.shot("roster-refused");
            desk.mustFitTheScreen();
            assertThat(desk.page().locator("tbody input[type=checkbox]").first().isChecked()).as("who was ticked stays ticked").isTrue();
            desk.page().locator("#last").fill(tuesday.toString());
            desk.wear(new Browser.Look("en", ColorScheme.LIGHT, Browser.Look.DESK));
            press(desk.page(), "安排班次");
            assertThat(said(desk)).contains("planned");
            desk.twoLooks("roster-planned");
        }
        try (var phone = as("Ren Jie", "/app/my/roster")) {
            phone.wear(new Browser.Look("zh", ColorScheme.LIGHT, Browser.Look.PHONE));
            phone.page().reload();
            assertThat(phone.page().locator("tbody tr").count()).as("his own shifts").isEqualTo(12);
            phone.everyLook("my-roster");
        }
    }

    @Test
    void theUnionsFindingIsAnsweredAndClosedByTheUnion() {
        var hr = people.the(Role.HR);
        var today = LocalDate.now(clock);
        var rule = done(policies.open(new Policies.Opening("working-hours", Policy.Kind.REGULATION, Policy.Area.PEOPLE, hr.account(), 30, 36), hr));
        done(policies.draft(rule, new Policies.Draft("Rules on Working Hours", "工时规定", "", "", "## rest Rest\nOne free day in seven.\n", "## rest 休息\n每七日至少休息一日。\n", today), hr));
        done(policies.propose(rule, hr));
        done(policies.rule(rule, Outcome.APPROVED, "", people.the(Role.LEGAL)));
        try (var union = as("Gao Yan", "/app/labour/union/" + rule)) {
            union.wear(new Browser.Look("en", ColorScheme.LIGHT, Browser.Look.DESK));
            union.page().reload();
            union.page().locator("#found").fill("Three rosters of October have nine days in a row.");
            press(union.page(), "Raise a finding");
            assertThat(said(union)).isNotBlank();
        }
        var finding = "/app/labour/union/findings/" + db.sql("SELECT id FROM labour.union_finding WHERE policy = :rule").param("rule", rule).query(String.class).single();
        try (var desk = as("He Min", finding)) {
            desk.page().locator("#words").fill("The three rosters were withdrawn; the roster refuses a seventh day from now on.");
            desk.twoLooks("union-finding-to-answer");
            desk.page().locator("#words").fill("The three rosters were withdrawn; the roster refuses a seventh day from now on.");
            press(desk.page(), "It is done");
            assertThat(said(desk)).isNotBlank();
            assertThat(desk.page().getByText("Verified: close it").count()).as("who did it does not verify it").isZero();
        }
        try (var union = as("Gao Yan", finding)) {
            union.wear(new Browser.Look("en", ColorScheme.LIGHT, Browser.Look.DESK));
            union.page().reload();
            union.page().locator("#words").fill("Rosters of November were read.");
            union.page().locator("button[name=good][value=yes]").click();
            assertThat(said(union)).isNotBlank();
            union.twoLooks("union-finding-closed");
        }
        assertThat(db.sql("SELECT state FROM labour.union_now WHERE policy = :rule").param("rule", rule).query(String.class).single()).isEqualTo("CLOSED");
    }
}
