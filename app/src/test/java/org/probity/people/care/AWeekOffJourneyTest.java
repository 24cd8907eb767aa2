package org.probity.people.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Human resources look at a year's leave and grant it; a worker asks on a phone, is refused with a reason, asks again, and finds each hour on a statement. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class AWeekOffJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);

    @LocalServerPort int port;
    @Autowired JdbcClient db;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Heads heads;
    @Autowired Passes passes;
    @Autowired Clock clock;

    private void someColleagues(int year) {
        var hr = people.the(Role.HR).account();
        var begun = LocalDate.of(year - 13, 1, 1);
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), begun, "", hr));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), begun, "", hr));
        var names = new String[][] {{"任杰", "Ren Jie", "employee@helia.example"}, {"秦皓", "Qin Hao", "quality@helia.example"}, {"孙倩", "Sun Qian", ""}, {"周桐", "Zhou Tong", ""}, {"李蕾", "Li Lei", ""}};
        for (int at = 0; at < names.length; at++) {
            var kind = at == 4 ? Engagement.DISPATCH : Engagement.EMPLOYEE;
            var person = done(staff.takeOn(new Staff.Identity("%06d".formatted(100 + at), names[at][0], names[at][1], names[at][2]),
                    new Staff.Term(kind, site, "", at == 2 ? LocalDate.of(year - 11, 7, 1) : at == 3 ? LocalDate.of(year - 1, 9, 1) : begun.plusYears(at == 0 ? 9 : 0), null), "", hr));
            if (at < 2) {
                done(passes.invite(person, "zh", hr));
            }
            if (at == 1) {
                done(heads.appoint(site, person, Place.Rank.HEAD, begun, "", hr));
            }
        }
    }

    private Browser as(String name, Look look, String to) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + to);
        return browser;
    }

    private static void ask(Page page, LocalDate from, LocalDate until, String words) {
        page.locator("#from").fill(from.toString());
        page.locator("#until").fill(until.toString());
        page.locator("#words").fill(words);
        page.locator("form[action='/app/care/leaves'] .acts button").click();
        page.waitForURL("**/app/care/leaves/*");
    }

    @Test
    void aWeekOffFromTheLawToTheStatement() {
        var year = LocalDate.now(clock).getYear() + 1;
        someColleagues(year);
        var june = LocalDate.of(year, 6, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        try (var hr = as(people.the(Role.HR).name(), DESK, "/app/care/grants")) {
            var page = hr.page();
            page.locator("#year").selectOption(String.valueOf(year));
            page.locator("form[action='/app/care/grants/preview'] .acts button").click();
            page.waitForURL("**/preview?*");
            assertThat(page.locator("main").textContent()).contains("000100", "000101", "000102", "000103").doesNotContain("000104");
            hr.twoLooks("care-preview");
            hr.mustBeAccessible();
            page.locator("form[action='/app/care/grants'] .acts button").click();
            page.waitForURL("**/app/care/grants");
            hr.twoLooks("care-grants");
        }
        try (var worker = as("Ren Jie", PHONE, "/app/care")) {
            var page = worker.page();
            assertThat(page.locator("main").textContent()).contains("40.00");
            ask(page, june, june.plusDays(4), "回家收麦子 <b>");
            worker.shot("care-asked");
            try (var manager = as("Qin Hao", DESK, "/app/care/team")) {
                var desk = manager.page();
                manager.twoLooks("care-team");
                desk.locator("main table a").first().click();
                desk.waitForURL("**/app/care/leaves/*");
                manager.twoLooks("care-answer");
                desk.locator("details summary").last().click();
                desk.locator("#reason").fill("The line is rebuilt that week; the week after is fine.");
                desk.locator("form[action$='/refusal'] button").click();
                desk.waitForLoadState();
                worker.go("/app/care");
                assertThat(page.locator("main").textContent()).contains("未同意");
                ask(page, june.plusDays(7), june.plusDays(11), "");
                manager.go("/app/care/team");
                desk.locator("main table a").first().click();
                desk.waitForURL("**/app/care/leaves/*");
                desk.locator("form[action$='/agreement'] button").click();
                desk.waitForLoadState();
                manager.go("/app/care/team");
            }
            page.reload();
            worker.shot("care-agreed");
            worker.go("/app/care").twoLooks("care-mine");
            worker.mustBeAccessible();
            page.locator(".ledger a").first().click();
            page.waitForURL("**/app/care/accounts/*");
            assertThat(page.locator("main tbody tr").count()).isEqualTo(4);
            worker.twoLooks("care-statement");
            worker.mustBeAccessible();
            page.locator("main tbody a").first().click();
            page.waitForURL("**/app/care/granted/*");
            worker.twoLooks("care-granted");
        }
        assertThat(db.sql("SELECT sum(amount) FROM book.balance").query(Long.class).single()).isZero();
    }
}
