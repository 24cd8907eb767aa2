package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;

/** Those who read reports, each at a browser of their own. */
record Desks(int port, Log log) {
    Browser as(String name, String path) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + path);
        return browser;
    }

    /** Makes a key in the browser, which a second person enters. @return the eight words */
    String offersAKey(Browser anna) {
        var page = anna.page();
        assertThat(page.locator("#made").isVisible()).isFalse();
        page.locator("#channel").selectOption("AUDIT");
        page.locator("#functionEn").fill("Head of audit");
        page.locator("#functionZh").fill("审计负责人");
        page.locator("#make").click();
        page.locator("#phrase").waitFor();
        var phrase = page.locator("#phrase").textContent();
        var mark = page.locator("#mark").textContent();
        anna.shot("voice-key-made");
        page.locator("#made button").click();
        page.waitForLoadState();
        try (var union = as("Gao Yan", "/app/voice/keys")) {
            assertThat(union.page().locator("main section.card").first().textContent()).as("what two people compare").contains(mark);
            union.mustBeAccessible().shot("voice-key-waits");
            union.page().locator("button[name=approve][value=true]").click();
            union.page().waitForLoadState();
        }
        log.settle();
        assertThat(phrase.split(" ")).hasSize(8);
        return phrase;
    }

    static void unlocks(Browser anna, String phrase) {
        anna.go("/app/voice");
        anna.page().locator("#phrase").fill(phrase);
        anna.page().locator("#unlock button").first().click();
        anna.page().locator("#threads article").first().waitFor();
    }

    static void opens(Browser somebody, String phrase) {
        somebody.go("/app/voice");
        somebody.page().locator("#phrase").fill(phrase);
        somebody.page().locator("#unlock button").first().click();
        somebody.page().locator("#board").waitFor();
    }

    /** A device that gives a secret to a page for its passkeys, as phones and laptops do. */
    static void device(Page page) {
        var device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        for (var it : List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation", "hasPrf")) {
            options.addProperty(it, true);
        }
        var added = new JsonObject();
        added.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", added);
    }

    /** Somebody with a key under words that were drawn as a browser draws them. @return the words */
    String withWords(Readers readers, Channel channel, Me me) {
        try (var browser = Browser.at(port).go("/voice/promise")) {
            var drawn = (Map<?, ?>) browser.page().evaluate("async () => (await import('/voice/protocol.js')).drawKey(false)");
            readers.entered(channel, me, new Age.Key((String) drawn.get("identity"), (String) drawn.get("recipient")), (String) drawn.get("wrapped"));
            return (String) drawn.get("phrase");
        }
    }
}
