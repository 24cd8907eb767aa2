package org.probity.supply.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.screen.ListSource;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A new version of a list catches a supplier that is written in hanzi; another likeness is somebody else, and that is said with reasons. */
@WholeHouse(own = true, properties = "probity.demo=true")
@Tag("browser")
class ANewListCatchesASupplierJourneyTest {
    private static final String HEAD = "id,kind,name,aliases,identifiers,country,detail\n";

    @LocalServerPort int port;
    @Autowired Suppliers suppliers;
    @Autowired WatchLists lists;
    @Autowired DemoPeople people;

    @BeforeEach
    void twoSuppliersAndAList() {
        for (var name : new String[] {"新疆辰瀚硅业有限公司", "厦门铭凯玻璃有限公司"}) {
            done(suppliers.register(new Suppliers.Registration("J" + name.hashCode(), "", name, "CN", "glass", null, null), people.the(Role.BUYER)));
        }
        done(lists.open("notices", ListSource.OWN, "Notices of this year", "本年通告", 800, "STOP", people.the(Role.LEGAL)));
    }

    @Test
    void theListIsLoadedTheSupplierIsCaughtAndTheOtherIsSomebodyElse() {
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/screening");
            officer.shot("screening-empty");
            officer.go("/app/screening/lists").everyLook("screening-lists");
            var page = officer.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notices of this year")).first().click();
            page.locator("input[name=file]").setInputFiles(new FilePayload("notices.csv", "text/csv", (HEAD
                    + "N-1,,\"Xinjiang Chenhan Silicon Industry Co., Ltd.\",Chenhan Silicon,,CN,Named by notice 1\n"
                    + "N-2,,Xiamen Mingkai Glass Technology (Singapore) Pte Ltd,,,SG,Named by notice 2\n").getBytes(StandardCharsets.UTF_8)));
            page.locator("input[name=label]").fill("2026-1");
            button(page, "Read and show").click();
            officer.everyLook("screening-draft");
            button(page, "Take it and look for everybody").click();
            page.waitForURL("**/app/screening");
            assertThat(page.getByText("Xinjiang Chenhan Silicon Industry").count()).isPositive();
            officer.everyLook("screening");
        }
        try (var legal = staff("Shen Yi")) {
            var page = legal.go("/app/screening?q=Mingkai").page();
            page.locator("table tbody tr a").first().click();
            legal.everyLook("screening-alert");
            page.locator("textarea[name=reason]").fill("The entry is a Singapore company with other owners; ours is registered in Xiamen.");
            button(page, "Somebody else").click();
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Noted as somebody else");
            legal.go("/app/screening?q=Chenhan").page().locator("table tbody tr a").first().click();
            page.locator("textarea[name=reason]").fill("Same registration, same address, confirmed by the supplier.");
            button(page, "Propose: it is them").click();
            legal.shot("screening-proposed");
        }
        try (var officer = staff("Zhao Ning")) {
            var page = officer.go("/app/screening?q=Chenhan").page();
            page.locator("table tbody tr a").first().click();
            button(page, "Confirm").click();
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Confirmed");
            officer.everyLook("screening-true");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("As of a day")).click();
            officer.everyLook("screening-on-day");
        }
    }

    private Browser staff(String name) {
        var browser = Browser.at(port).go("/app/sign-in?next=/app/screening");
        button(browser.page(), name).click();
        return browser;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }
}
