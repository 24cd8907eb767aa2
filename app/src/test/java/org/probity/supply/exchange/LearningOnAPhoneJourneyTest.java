package org.probity.supply.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.gathering.AnOccasion;
import org.probity.shapes.gathering.FollowUps;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The officer opens a campaign; a supplier's contact takes the course on a phone, fails the quiz and passes it; they talk, and the supplier does what it took on. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class LearningOnAPhoneJourneyTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired DemoPeople people;
    @Autowired Suppliers suppliers;
    @Autowired Courses courses;
    @Autowired Occasions occasions;
    @Autowired FollowUps followUps;
    @Autowired Figures figures;
    @Autowired Clock clock;

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var it) -> it;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    Browser as(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8));
        press(browser.page(), name);
        return browser;
    }

    @Test
    void fromACampaignToAFollowUpThatIsDone() {
        var today = LocalDate.now(clock);
        var supplier = done(suppliers.register(new Suppliers.Registration("S-1", "Jinlong Solder", "金龙焊料", "CN", "solder", null, null), people.the(Role.BUYER)));
        people.contact(supplier, "Chen Yu", "chen@jinlong.example", "zh");
        suppliers.addContact(supplier, "Chen Yu", "chen@jinlong.example", "");
        AnOccasion.colleague(house, AnOccasion.unit(house, "RSP"), "N100001");
        var course = courses.on(today).stream().filter(it -> it.topic() == Topic.SAFETY).findFirst().orElseThrow();

        try (var zhao = as("Zhao Ning", "/app/campaigns/new")) {
            zhao.everyLook("campaign-new");
            zhao.page().locator("#titleEn").fill("Everybody goes home well");
            zhao.page().locator("#titleZh").fill("人人平安回家");
            zhao.page().locator("input[name=courses][value=safety]").check();
            zhao.page().locator("#untilDay").fill(today.plusDays(30).toString());
            press(zhao.page(), "Open and ask everybody");
            assertThat(zhao.page().getByRole(AriaRole.STATUS).first().textContent()).contains("everybody asked");
        }
        try (var chen = as("Chen Yu", "/app/portal")) {
            chen.wear(new Browser.Look("en", ColorScheme.LIGHT, Browser.Look.PHONE));
            chen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take the course")).first().click();
            chen.everyLook("course-page");
            for (var page = 1; page < course.sheets().size(); page++) {
                press(chen.page(), "Next page");
            }
            press(chen.page(), "To the quiz");
            chen.everyLook("course-quiz");
            answer(chen.page(), course, 2);
            assertThat(chen.page().locator("h1").textContent()).isEqualTo("Not yet passed");
            chen.everyLook("course-failed");
            chen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Try again")).click();
            answer(chen.page(), course, 5);
            assertThat(chen.page().locator("h1").textContent()).isEqualTo("Passed");
            chen.everyLook("course-passed");
            var paper = chen.page().waitForDownload(() -> chen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Certificate (PDF)")).click());
            assertThat(paper.suggestedFilename()).endsWith("-safety-en.pdf");
        }
        var trained = figures.live(figures.find("supplier-training").orElseThrow(), today.getYear());
        assertThat(trained.shown()).isEqualTo("100.00");
        assertThat(trained.control().difference()).isZero();

        // Over, at whatever time this runs: an exchange of yesterday.
        try (var zhao = as("Zhao Ning", "/app/exchanges/new?suppliers=S-1")) {
            zhao.everyLook("exchange-new");
            zhao.page().locator("#title").fill("Locked exits at the press");
            zhao.page().locator("input[name=topics][value=SAFETY]").check();
            zhao.page().locator("#day").fill(today.minusDays(1).toString());
            zhao.page().locator("#from").fill("09:00");
            zhao.page().locator("#until").fill("09:30");
            press(zhao.page(), "Enter an exchange");
            zhao.page().locator("input[name=people]").first().check();
            zhao.page().locator("#who").fill("N100001");
            press(zhao.page(), "Enter");
            zhao.page().locator("#others").fill("2");
            press(zhao.page(), "Close the list");
            zhao.page().locator("#minutes").fill("They open the exits at night too, and count heads outside.");
            press(zhao.page(), "Keep this version");
            zhao.page().locator("details:has-text('Agree a follow-up') > summary").last().click();
            zhao.page().locator("#what").fill("Send a photo of the open exit");
            zhao.page().locator("#dueDay").fill(today.plusDays(14).toString());
            press(zhao.page(), "Agree it");
            zhao.everyLook("exchange-kept");
        }
        try (var chen = as("Chen Yu", "/app/portal")) {
            chen.wear(new Browser.Look("zh", ColorScheme.DARK, Browser.Look.PHONE));
            chen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Send a photo of the open exit")).first().click();
            chen.everyLook("exchange-portal");
            chen.page().locator("textarea[name=words]").fill("照片已发，夜班也保持畅通。");
            press(chen.page(), "报告完成");
            press(chen.page(), "已阅读并同意");
            chen.everyLook("exchange-agreed");
        }
        try (var zhao = as("Zhao Ning", "/app")) {
            zhao.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Send a photo of the open exit")).first().click();
            press(zhao.page(), "It is done");
        }
        var occasion = occasions.with(supplier).getFirst();
        assertThat(followUps.of(occasion.id()).getFirst().state()).isEqualTo(Occasion.Standing.SETTLED);
        assertThat(occasion.state(clock.instant())).isEqualTo(Occasion.State.HELD);
        var talked = figures.live(figures.find("exchanges").orElseThrow(), today.minusDays(1).getYear());
        assertThat(talked.shown()).isEqualTo("1");
        assertThat(talked.control().difference()).isZero();
    }

    /** So many right, the others wrong. */
    static void answer(Page page, Course course, int right) {
        for (var i = 0; i < course.questions().size(); i++) {
            var question = course.questions().get(i);
            var place = i < right ? question.right() : (question.right() + 1) % question.answers().size();
            page.locator("input[name=" + question.code() + "][value='" + place + "']").check();
        }
        press(page, "Hand in");
    }
}
