package org.probity.people.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payroll's file has a wrong line, is mended and counts; a worker opens their letter on a phone; and everybody reads whether women and men are paid differently. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class ALetterOnAPhoneJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);

    @LocalServerPort int port;
    @Autowired JdbcClient db;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Clock clock;

    /** Forty women and forty men; Ren Jie is the first. */
    private List<String> colleagues(int year) {
        var hr = people.the(Role.HR).account();
        var begun = LocalDate.of(year - 9, 1, 1);
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), begun, "", hr));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), begun, "", hr));
        var lines = new ArrayList<String>();
        for (int at = 0; at < 80; at++) {
            var number = "%06d".formatted(100 + at);
            var person = done(staff.takeOn(new Staff.Identity(number, at == 0 ? "任杰" : "同事" + at, at == 0 ? "Ren Jie" : "Colleague " + at, at == 0 ? "employee@helia.example" : ""),
                    new Staff.Term(Engagement.EMPLOYEE, site, "", begun.plusDays(31L * at), null), "", hr));
            db.sql("""
                    INSERT INTO labour.identity (id, person, document, number_hash, born, sex, verified_on, told_by, recorded_at, record)
                    VALUES (gen_random_uuid(), :person, 'OTHER', decode(md5(:number) || md5(:number || 'x'), 'hex'), '1980-01-01', :sex, '2000-01-01', :person, now(), gen_random_uuid())
                    """).param("person", person).param("number", number).param("sex", at % 2 == 0 ? "F" : "M").update();
            if (at == 0) {
                done(passes.invite(person, "zh", hr));
            }
            lines.add(number + "," + (96_000 + 997 * (at / 2 * 7 % 40) + at % 2 * 150) + ".00," + (12_000 + 31 * at) + ",3600,0,0,960.00,2000");
        }
        return lines;
    }

    private Browser as(String name, Look look, String to) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + to);
        return browser;
    }

    private static void bring(Page page, int year, List<String> lines) {
        page.locator("#year").fill(String.valueOf(year));
        page.locator("#source").fill("Payroll books, closing of December");
        page.locator("input[type=file]").setInputFiles(new FilePayload("payroll.csv", "text/csv", (String.join(",", Payroll.COLUMNS) + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action='/app/pay/files'] .acts button").click();
        page.waitForURL("**/app/pay/files/*");
    }

    @Test
    void fromAWrongLineToALetterAndToTheGap() {
        var year = LocalDate.now(clock).getYear() - 1;
        var lines = colleagues(year);
        try (var keeper = as(people.the(Role.REMUNERATION).name(), DESK, "/app/pay/files")) {
            var page = keeper.page();
            var wrong = new ArrayList<>(lines);
            wrong.set(3, wrong.get(3).replace(".00,", "元,"));
            bring(page, year, wrong);
            assertThat(page.locator("main").textContent()).contains("cannot be read", "000103").doesNotContain("96,000", "96000");
            keeper.twoLooks("pay-wrong");
            keeper.mustBeAccessible();
            keeper.go("/app/pay/files");
            bring(page, year, lines);
            assertThat(page.locator("main").textContent()).contains("Every line agrees");
            page.locator("form[action$='/count'] .acts button").click();
            page.waitForLoadState();
            page.locator("form[action$='/letters'] .acts button").click();
            page.waitForLoadState();
            keeper.twoLooks("pay-counts");
            page.locator("form[action$='/gap'] .acts button").click();
            page.waitForURL("**/app/pay/gap");
            assertThat(page.locator("main").textContent()).contains("there is no clear difference");
            keeper.twoLooks("pay-gap");
            keeper.mustBeAccessible();
        }
        try (var worker = as("Ren Jie", PHONE, "/app/pay")) {
            var page = worker.page();
            assertThat(page.locator("main").textContent()).contains("固定薪酬", "除本人外无人查看");
            worker.twoLooks("pay-mine");
            worker.mustBeAccessible();
            var letter = page.waitForDownload(() -> page.locator("a[href$='letter-zh.pdf']").first().click());
            assertThat(letter.suggestedFilename()).isEqualTo("pay-" + year + "-zh.pdf");
            worker.keeps(letter);
            worker.keeps(page.waitForDownload(() -> page.locator("a[href$='letter-en.pdf']").first().click()));
            page.locator("details.side > summary").click();
            worker.shot("menu");
            worker.mustBeAccessible();
            worker.go("/app/pay/gap").twoLooks("pay-gap-phone");
            worker.go("/app/pay/bands").shot("pay-bands");
            worker.mustBeAccessible();
        }
    }
}
