package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class LivingInTheHouseJourneyTest {
    @LocalServerPort int port;

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The first menu entry of an administrator, since the house's start page is another room's. */
    Browser administrator() {
        var browser = Browser.at(port).go("/app/sign-in?next=/app/accounts");
        button(browser.page(), "Sam Ito").click();
        assertThat(browser.page().url()).endsWith("/app/accounts");
        return browser;
    }

    @Test
    void theDoorLooksRightInEveryLook() {
        try (var stranger = Browser.at(port).go("/app/sign-in")) {
            stranger.everyLook("sign-in");
            stranger.go("/app/sign-in/link-please").everyLook("sign-in-link");
            stranger.go("/app/invitation?link=x").everyLook("sign-in-dead");
        }
    }

    @Test
    void anAdministratorInvitesConfirmsAndTheInvitedComesIn() {
        try (var sam = administrator()) {
            sam.everyLook("accounts");
            sam.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Invite somebody")).click();
            sam.everyLook("account-invite");
            sam.page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Ren Fei");
            sam.page().getByLabel("E-mail").fill("ren.fei@helia.example");
            sam.page().getByLabel("Buyer").check();
            button(sam.page(), "Send the invitation").click();
            assertThat(sam.page().getByRole(AriaRole.STATUS).textContent()).contains("Ren Fei has been invited");
            sam.everyLook("account");
            sam.go("/app/mails").everyLook("mails");
            sam.go("/app/trail").everyLook("trail");
            sam.go("/app/settings").everyLook("settings");
        }
        try (var ren = Browser.at(port).go("/app/mails")) {
            ren.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText("ren.fei@helia.example")).getByRole(AriaRole.LINK).click();
            ren.everyLook("invitation");
            ren.page().getByLabel("New password").fill("a calm sea at dawn");
            button(ren.page(), "Begin").click();
            assertThat(ren.page().navigate("/app/account").status()).isEqualTo(200);
            ren.everyLook("my-account");
        }
    }

    @Test
    void aPasskeyMadeOnThisDeviceSignsIn() {
        try (var lu = Browser.at(port).go("/app/sign-in?next=/app/account")) {
            var page = lu.page();
            var device = page.context().newCDPSession(page);
            device.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var added = new JsonObject();
            added.add("options", options);
            device.send("WebAuthn.addVirtualAuthenticator", added);

            button(page, "Lu Wen").click();
            page.getByLabel("Name for it").fill("office laptop");
            button(page, "Add a passkey").click();
            page.getByText("The passkey is added").waitFor();
            page.locator("details.who summary").click();
            button(page, "Sign out").click();
            page.waitForURL(url -> !url.contains("/app/"));
            lu.go("/app/sign-in?next=/app/account");
            button(page, "Use a passkey").click();
            page.waitForURL(url -> url.endsWith("/app/account") && !url.contains("sign-in"));
            assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("passkey")).allTextContents()).hasSize(1);
            assertThat(page.locator("li strong").allTextContents()).containsExactly("office laptop");
        }
    }

    @Test
    void whoeverSitsInTheDemoHasThePasswordInSight() {
        try (var stranger = Browser.at(port).go("/app/sign-in")) {
            assertThat(stranger.page().locator("main").textContent()).contains(DemoPeople.PASSWORD);
        }
    }
}
