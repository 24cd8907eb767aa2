package org.probity.people.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.performance.ATeam.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.people.labour.AWorker;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A worker writes and signs commitments on a phone; the manager agrees and rates; a panel moves one rating; the comparison by sex warns and two people
 * answer it; the talk, and an appeal that is right.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class FromCommitmentsToAnAppealJourneyTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired DemoPeople people;
    @Autowired Cycles cycles;
    @Autowired Intake intake;
    @Autowired Assessments assessments;
    @Autowired Figures figures;
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
    void aRatingIsAgreedGivenMovedComparedTalkedAboutAndAppealed() {
        var today = LocalDate.now(clock);
        var team = new ATeam(house, 60);
        var ren = team.operators.getFirst();
        team.signsInAs(ren, people.the(Role.EMPLOYEE));
        team.signsInAs(team.manager, people.the(Role.QUALITY));
        team.signsInAs(team.director, people.the(Role.PUBLISHER));
        for (var i = 0; i < 60; i++) {
            AWorker.attest(db, team.operators.get(i), LocalDate.of(1990, 1, 1), i % 2 == 0 ? "F" : "M");
        }
        for (var i = 1; i <= 3; i++) {
            team.engage("P" + i, team.company, Engagement.EMPLOYEE, "Engineer");
        }
        var cycle = done(cycles.open(ATeam.plan(today), people.the(Role.HR)));

        try (var phone = as("Ren Jie", "/app/my/commitments")) {
            phone.wear(new Browser.Look("zh", ColorScheme.LIGHT, Browser.Look.PHONE));
            phone.page().reload();
            var titles = new String[] {"印刷线降低废片率", "网版不停线", "取得操作岗下一级资格"};
            for (var line = 1; line <= 3; line++) {
                phone.page().locator("#title-" + line).fill(titles[line - 1]);
                phone.page().locator("#measure-" + line).fill("产线记录");
                phone.page().locator("#target-" + line).fill("低于 0.8%");
                phone.page().locator("#source-" + line).fill("产线台账");
                phone.page().locator("#weight-" + line).fill(line == 1 ? "50" : line == 2 ? "30" : "19");
            }
            press(phone.page(), "保存");
            assertThat(phone.page().getByText("签字", new Page.GetByTextOptions().setExact(true)).count()).as("99 is not 100").isZero();
            phone.page().locator("#weight-3").fill("20");
            press(phone.page(), "保存");
            phone.everyLook("commitments-kept");
            phone.surely("签字");
            assertThat(said(phone)).contains("已签字");
        }
        try (var manager = as("Qin Hao", "/app/my/team/" + cycle + "/" + ren)) {
            manager.everyLook("commitments-to-agree");
            manager.surelyByKeys("Sign too");
            assertThat(said(manager)).contains("Signed by both");
            for (var place = 1; place <= 3; place++) {
                manager.page().locator("#reason-" + place).fill("Eleven days were lost in May; the target was missed by little.");
            }
            manager.page().locator("#rating").selectOption("C");
            press(manager.page(), "Give this rating");
            assertThat(said(manager)).contains("The rating is kept");
        }
        try (var director = as("Lu Wen", "/app")) {
            director.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 person")).first().click();
            director.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Person O0").setExact(true)).click();
            director.surely("Let C stand");
        }
        // The other ratings were given in the system before; of women fewer were rated high.
        var csv = new StringBuilder("number,rating\n");
        for (var i = 1; i < 60; i++) {
            csv.append(team.number(team.operators.get(i))).append(i % 2 == 0 ? i < 6 ? ",A\n" : ",B\n" : i < 40 ? ",A\n" : ",B\n");
        }
        done(intake.bring(cycle, Intake.Kind.RATINGS, "before.csv", csv.toString().getBytes(StandardCharsets.UTF_8), people.the(Role.HR)));

        try (var he = as("He Min", "/app/performance/" + cycle)) {
            he.page().getByText("Call a panel").click();
            he.page().locator("#scheme").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Operators"));
            he.page().locator("#unit").fill(team.tag + "W");
            he.page().locator("#panel").fill(team.tag + "P1 " + team.tag + "P2 " + team.tag + "P3");
            press(he.page(), "Call the panel");
            he.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Person O3").setExact(true)).click();
            he.everyLook("calibration");
            he.page().locator("#rating").selectOption("B+");
            he.page().locator("#code").selectOption("SAME_STANDARD");
            he.page().locator("#words").fill("The same result is a B+ on line 2.");
            he.page().locator("input[name=spoke]").all().forEach(it -> it.check());
            press(he.page(), "Move this one rating");
            assertThat(said(he)).contains("the one before stays");
            he.surely("The panel has ended");
            he.go("/app/performance/" + cycle);
            press(he.page(), "Compare the ratings");
            he.everyLook("comparison");
            assertThat(he.page().locator("#comparison").textContent()).contains("The comparison warns").contains("large, and hardly chance")
                    .as("an exact probability beside a closed cell would tell the cell").contains("< 0.05").doesNotContain("0.0000019");
            press(he.page(), "Put before a second person");
            assertThat(he.page().getByRole(AriaRole.ALERT).textContent()).contains("Say in writing");
            he.page().locator("#answer").fill("Women work on line 3, whose screens failed. Each case was read again; two were moved.");
            press(he.page(), "Put before a second person");
        }
        try (var bai = as("Bai Lan", "/app/performance/" + cycle)) {
            bai.page().locator("#words").fill("I read the cases of line 3.");
            bai.surely("Close: ratings are final");
            assertThat(said(bai)).contains("closed");
        }
        try (var manager = as("Qin Hao", "/app/my/team/" + cycle + "/" + ren)) {
            manager.page().locator("#words-TALK").fill("We went through the three commitments.");
            press(manager.page(), "The talk was held");
        }
        assertThat(figures.live(figures.find("ppl-performance-review").orElseThrow(), ATeam.plan(today).untilDay().getYear()).rows()).filteredOn(it -> it.input("met").signum() == 1).hasSize(1);
        try (var phone = as("Ren Jie", "/app")) {
            phone.wear(new Browser.Look("zh", ColorScheme.DARK, Browser.Look.PHONE));
            phone.go("/app/my/commitments?cycle=" + cycle);
            phone.everyLook("rating-told");
            press(phone.page(), "确认已知悉");
            phone.page().locator("#words").fill("五月停线十一天，目标没有调整，台账可查。");
            phone.surely("提交申诉");
            phone.everyLook("appeal-sent");
        }
        try (var bai = as("Bai Lan", "/app/performance/" + cycle + "/people/" + ren)) {
            bai.everyLook("appeal-answer");
            bai.page().locator("#outcome").selectOption("CHANGED");
            bai.page().locator("#rating").selectOption("B");
            bai.page().locator("#answer").fill("The maintenance log shows eleven days. Without them the target was met.");
            bai.surely("Answer");
            assertThat(said(bai)).contains("Answered");
        }
        assertThat(assessments.of(cycle, ren)).extracting(Assessment::rating).containsExactly("C", "B");
    }
}
