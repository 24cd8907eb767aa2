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

/**
 * A new version of a list catches a supplier that is written in hanzi: its orders stop, and two say that it is them. Another likeness is somebody else; that is
 * said with reasons, its orders go on, and the next version does not ask again.
 */
@WholeHouse(own = true, properties = "probity.demo=true")
@Tag("browser")
class ANewListCatchesASupplierJourneyTest {
    private static final String HEAD = "id,kind,name,aliases,identifiers,country,detail\n";
    private static final String CAUGHT = "N-0,,\"Northgate Trading LLC\",,,AE,Named by notice 0\n"
            + "N-1,,\"Xinjiang Chenhan Silicon Industry Co., Ltd.\",Chenhan Silicon,,CN,Named by notice 1\n"
            + "N-2,,Xiamen Mingkai Glass Technology (Singapore) Pte Ltd,,,SG,Named by notice 2\n";

    @LocalServerPort int port;
    @Autowired Suppliers suppliers;
    @Autowired WatchLists lists;
    @Autowired DemoPeople people;

    @BeforeEach
    void twoSuppliersAndAList() {
        register("S-00501", "新疆辰瀚硅业有限公司");
        register("S-00502", "厦门铭凯玻璃有限公司");
        done(lists.open("notices", ListSource.OWN, "Notices of this year", "本年通告", 800, "STOP", people.the(Role.LEGAL)));
    }

    private void register(String number, String name) {
        done(suppliers.register(new Suppliers.Registration(number, "", name, "CN", "glass", null, null), people.the(Role.BUYER)));
    }

    @Test
    void aNewVersionCatchesOneStopsAnotherUntilItIsLookedAtAndWhatWasDecidedStands() {
        theOfficerLoads("2026-1", "N-0,,\"Northgate Trading LLC\",,,AE,Named by notice 0\n", "screening-empty", "screening-first");
        theAnswerIs("S-00501", "Yes");
        theOfficerLoads("2026-2", CAUGHT, "screening-before", "screening-draft");
        theAnswerIs("S-00501", "No");
        theAnswerIs("S-00502", "No");
        legalDecides();
        theAnswerIs("S-00501", "No");
        theAnswerIs("S-00502", "Yes");
        anotherConfirms();
        theOfficerLoads("2026-3", CAUGHT + "N-3,,\"Sundale Freight Ltd\",,,GB,Named by notice 3\n", "screening-decided", "screening-third");
        theAnswerIs("S-00501", "No");
        theAnswerIs("S-00502", "Yes");
    }

    private void theOfficerLoads(String version, String lines, String before, String draft) {
        try (var officer = staff("Zhao Ning")) {
            officer.go("/app/screening").shot(before);
            officer.go("/app/screening/lists");
            var page = officer.page();
            if (version.equals("2026-2")) {
                officer.twoLooks("screening-lists");
            }
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notices of this year")).first().click();
            page.locator("input[name=file]").setInputFiles(new FilePayload("notices.csv", "text/csv", (HEAD + lines).getBytes(StandardCharsets.UTF_8)));
            page.locator("input[name=label]").fill(version);
            button(page, "Read and show").click();
            page.waitForLoadState();
            if (version.equals("2026-2")) {
                officer.twoLooks(draft);
            } else {
                officer.shot(draft);
            }
            button(page, "Take it and look for everybody").click();
            page.waitForURL("**/app/screening");
            if (version.equals("2026-2")) {
                assertThat(page.getByText("Xinjiang Chenhan Silicon Industry").count()).isPositive();
                officer.twoLooks("screening");
            }
        }
    }

    /** What whoever buys is told about an order. */
    private void theAnswerIs(String number, String verdict) {
        try (var buyer = staff("Marta Lind")) {
            buyer.go("/app/clearance").page().locator("#supplier").fill(number);
            button(buyer.page(), "Ask").click();
            buyer.page().waitForURL("**/app/clearance/answers/*");
            assertThat(buyer.page().locator(".verdict").textContent()).as(number).contains(verdict);
            buyer.shot("screening-answer-" + number + "-" + verdict);
        }
    }

    private void legalDecides() {
        try (var legal = staff("Shen Yi")) {
            assertThat(legal.go("/app").page().locator("main").textContent()).as("it waits on the desk").contains("新疆辰瀚硅业有限公司", "厦门铭凯玻璃有限公司");
            var page = legal.go("/app/screening?q=Mingkai").page();
            page.locator("table tbody tr a").first().click();
            page.waitForLoadState();
            legal.everyLook("screening-alert");
            assertThat(page.locator("main").textContent()).as("word by word").contains("铭凯", "Mingkai");
            page.locator("textarea[name=reason]").fill("The entry is a Singapore company with other owners; ours is registered in Xiamen.");
            button(page, "Somebody else").click();
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Noted as somebody else");
            legal.go("/app/screening?q=Chenhan").page().locator("table tbody tr a").first().click();
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).as("word by word").contains("辰瀚", "Chenhan");
            page.locator("textarea[name=reason]").fill("Same registration, same address, confirmed by the supplier.");
            button(page, "Propose: it is them").click();
            page.waitForLoadState();
            legal.shot("screening-proposed");
        }
    }

    private void anotherConfirms() {
        try (var officer = staff("Zhao Ning")) {
            var page = officer.go("/app/screening?q=Chenhan").page();
            page.locator("table tbody tr a").first().click();
            button(page, "Confirm").click();
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("Confirmed");
            officer.twoLooks("screening-true");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("As of a day")).click();
            page.waitForLoadState();
            officer.twoLooks("screening-on-day");
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
