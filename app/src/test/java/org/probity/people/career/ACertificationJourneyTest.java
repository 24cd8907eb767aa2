package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Staff;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two bring the standards into force; an operator applies on a phone, a panel of three finds a gap, a badge is printed; later the gap is filled. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class ACertificationJourneyTest {
    @LocalServerPort int port;
    @Autowired ApplicationContext house;
    @Autowired DemoPeople people;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Figures figures;
    @Autowired Gaps gaps;
    @Autowired Applications applications;
    @Autowired Panels panels;

    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    Browser as(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + java.net.URLEncoder.encode(path, StandardCharsets.UTF_8));
        press(browser.page(), name);
        return browser;
    }

    @Test
    void fromAnApplicationToABadgeAndAFilledGap() {
        var career = new ACareer(house);
        var workshop = career.unit();
        var elsewhere = career.unit();
        var hr = people.the(Role.HR).account();
        for (var it : List.of(List.of("100009", "Ren Jie", "employee"), List.of("100003", "Qin Hao", "quality"), List.of("100001", "Zhao Ning", "officer"), List.of("100004", "Anna Weber", "reviewer"))) {
            var unit = it.getFirst().equals("100003") || it.getFirst().equals("100009") ? workshop : elsewhere;
            var person = done(staff.takeOn(new Staff.Identity(it.get(0), "", it.get(1), it.get(2) + "@helia.example"),
                    new Staff.Term(Engagement.EMPLOYEE, unit, "", LocalDate.of(2024, 1, 1), null), "", hr));
            done(passes.invite(person, "en", hr));
        }
        try (var he = as("He Min", "/app/careers/editions")) {
            press(he.page(), "Put the pack of Probity forward");
            he.twoLooks("career-editions");
        }
        try (var gao = as("Gao Yan", "/app/careers/editions")) {
            press(gao.page(), "Approve");
            gao.page().locator("#approve form button.btn").first().click();
            assertThat(gao.page().getByRole(AriaRole.STATUS).first().textContent()).contains("in force");
        }
        assertThat(figures.live(figures.find("career-coverage").orElseThrow(), Year.now(house.getBean(Clock.class)).getValue()).shown()).isEqualTo("98.30");

        String path;
        try (var ren = as("Ren Jie", "/app/careers")) {
            ren.twoLooks("career-tracks");
            ren.wear(new Browser.Look("en", ColorScheme.LIGHT, Browser.Look.PHONE));
            ren.go("/app/careers/tracks/MFG-PRT");
            ren.twoLooks("career-standard");
            ren.page().locator("#level").selectOption("2");
            press(ren.page(), "Apply");
            path = java.net.URI.create(ren.page().url()).getPath();
            var fields = ren.page().locator("textarea");
            fields.nth(0).fill("Two years at printing line 3; shift book pages 41 to 96.");
            press(ren.page(), "Save the draft");
            assertThat(ren.page().locator("textarea").nth(0).inputValue()).as("what was saved is there again").contains("printing line 3");
            ren.twoLooks("career-write");
            for (var i = 1; i < ren.page().locator("textarea").count(); i++) {
                ren.page().locator("textarea").nth(i).fill("See the shift book.");
            }
            press(ren.page(), "Send in");
            assertThat(ren.page().locator("main").textContent()).contains("sent in");
        }
        try (var he = as("He Min", path)) {
            he.page().locator("#numbers").fill("100003, 100009");
            press(he.page(), "Call the panel");
            assertThat(he.page().locator("main").textContent()).contains("nobody decides on themselves");
            he.page().locator("#numbers").fill("100001, 100003, 100004");
            press(he.page(), "Call the panel");
            he.twoLooks("career-called");
        }
        for (var name : List.of("Qin Hao", "Anna Weber", "Zhao Ning")) {
            try (var member = as(name, path)) {
                var choices = member.page().locator("select[name^='shown.']");
                for (var i = 0; i < choices.count(); i++) {
                    choices.nth(i).selectOption(i == 1 && !name.equals("Qin Hao") ? "1" : "2");
                    if (i == 1 && !name.equals("Qin Hao")) {
                        member.page().locator("textarea[name^='reason.']").nth(i).fill("Nothing yet on how paste is stored.");
                    }
                }
                press(member.page(), "Give my findings");
                if (name.equals("Zhao Ning")) {
                    member.everyLook("career-panel");
                    press(member.page(), "Close the panel");
                    member.page().locator("#decide form button.btn").first().click();
                    assertThat(member.page().getByRole(AriaRole.STATUS).first().textContent()).contains("Decided");
                }
            }
        }
        try (var ren = as("Ren Jie", path)) {
            ren.everyLook("career-result");
            var paper = ren.page().waitForDownload(() -> ren.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Badge (PDF)")).click());
            assertThat(paper.suggestedFilename()).endsWith("-en.pdf");
            ren.go("/app/career");
            assertThat(ren.page().locator("main").textContent()).contains("P1", "What I still have to show");
            ren.everyLook("career-mine");
        }
        var me = people.the(Role.EMPLOYEE);
        var person = house.getBean(org.probity.house.directory.Directory.class).personOf(me).orElseThrow();
        assertThat(gaps.of(person)).hasSize(1);
        career.decided(career.sent(new ACareer.Someone(person, "100009", me), "MFG-PRT", 2), 2, Map.of());
        assertThat(gaps.of(person)).as("shown, so the gap is filled").isEmpty();
        try (var ren = as("Ren Jie", "/app/career")) {
            assertThat(ren.page().locator("main").textContent()).contains("P2").doesNotContain("What I still have to show");
            ren.twoLooks("career-filled");
        }
    }
}
