package org.probity.supply.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.policy.Acknowledgements;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The officer writes the second version of the code of conduct, legal affairs approve it, a supplier acknowledges it on a phone. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class AgreeingToTheCodeJourneyTest {
    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Suppliers suppliers;
    @Autowired Policies policies;
    @Autowired Acknowledgements acknowledgements;
    @Autowired Figures figures;
    @Autowired java.time.Clock clock;

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var it) -> it;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    UUID register(String number, String name) {
        return done(suppliers.register(new Suppliers.Registration(number, name, "", "CN", "solder", null, null), people.the(Role.BUYER)));
    }

    Browser as(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8));
        press(browser.page(), name);
        return browser;
    }

    @Test
    void aNewVersionIsWrittenApprovedAndAcknowledged() {
        var today = LocalDate.now(clock);
        var supplier = register("S-1", "Jinlong Solder");
        register("S-2", "Sanhe Solder");
        people.contact(supplier, "Chen Yu", "chen@jinlong.example", "zh");
        var officer = people.the(Role.SOURCING_OFFICER);
        var rule = done(policies.open(new Policies.Opening("supplier-code", Policy.Kind.CODE_OF_CONDUCT, Policy.Area.SUPPLY, officer.account(), 30, 24), officer));
        done(policies.bind(rule, "supplier", "all", officer));
        done(policies.draft(rule, new Policies.Draft("Supplier Code of Conduct", "供应商行为准则", "", "", "## hours Working hours\n\nAt most 60 hours a week.",
                "## hours 工作时间\n\n每周不超过六十小时。", today), officer));
        done(policies.propose(rule, officer));
        done(policies.rule(rule, Outcome.APPROVED, "", people.the(Role.LEGAL)));

        try (var zhao = as("Zhao Ning", "/app/policies/supplier-code/draft")) {
            zhao.everyLook("rule-draft");
            zhao.page().locator("#textEn").fill("## hours Working hours\n\nAt most 54 hours a week, and overtime is voluntary.\n\n## climate Climate\n\nEmissions are measured.");
            zhao.page().locator("#textZh").fill("## hours 工作时间\n\n每周不超过五十四小时，加班须自愿。\n\n## climate 气候\n\n核算排放。");
            zhao.page().locator("#changeEn").fill("Fewer hours, and a clause on the climate.");
            zhao.page().locator("#changeZh").fill("缩短工时，新增气候条款。");
            zhao.page().locator("#fromDay").fill(today.plusDays(1).toString());
            press(zhao.page(), "Save the draft");
            press(zhao.page(), "Ask for approval");
            zhao.everyLook("rule-waits");
        }
        try (var shen = as("Shen Yi", "/app/policies/supplier-code?tab=difference&version=2")) {
            assertThat(shen.page().locator("ins").first().textContent()).contains("54");
            assertThat(shen.page().locator("del").first().textContent()).contains("60");
            shen.everyLook("rule-difference");
            press(shen.page(), "Approve");
            assertThat(shen.page().getByRole(AriaRole.STATUS).first().textContent()).contains("Approved");
        }
        try (var chen = as("Chen Yu", "/app/portal")) {
            chen.wear(new Browser.Look("en", com.microsoft.playwright.options.ColorScheme.LIGHT, Browser.Look.PHONE));
            chen.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read and acknowledge")).first().click();
            chen.everyLook("rule-read");
            chen.page().locator("#yes").check();
            press(chen.page(), "Acknowledge");
            assertThat(chen.page().url()).endsWith("/app/portal");
            chen.everyLook("rule-acknowledged");
        }
        var version = policies.versions(rule).getFirst();
        assertThat(version.no()).isEqualTo(2);
        assertThat(acknowledgements.rates().get(version.id())).isEqualTo(new Acknowledgements.Rate(2, 1, 0));
        try (var zhao = as("Zhao Ning", "/app/policies/supplier-code?tab=acknowledgements&version=2")) {
            zhao.everyLook("rule-acknowledgements");
            zhao.go("/app/policies").everyLook("rules");
            zhao.go("/app/suppliers/departments").everyLook("departments");
        }
        // Version 2 counts from tomorrow: today one version is in force, and nobody has acknowledged that one.
        var code = figures.live(figures.find("supplier-code").orElseThrow(), today.getYear());
        assertThat(code.included()).hasSize(2);
        assertThat(code.met("met")).isZero();
        assertThat(code.control().difference()).isZero();
        var rules = figures.live(figures.find("supply-rules").orElseThrow(), today.getYear());
        assertThat(rules.shown()).isEqualTo("1");
        assertThat(rules.control().difference()).isZero();
    }
}
