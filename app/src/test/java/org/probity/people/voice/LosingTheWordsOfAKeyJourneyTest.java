package org.probity.people.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who reads reports opens their key by a device, and loses its words. In the house of {@link ReportingAForemanJourneyTest}. */
@WholeHouse(properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class LosingTheWordsOfAKeyJourneyTest {
    private static final String CANARY = "金丝雀-canary-" + UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired KeyDirectory keys;
    @Autowired Boards boards;
    @Autowired JdbcClient db;
    @Autowired Log log;

    /** A device opens her key by a passkey; her words are lost, and two of three colleagues give her what they keep, for the key that two people entered in its place. */
    @Test
    void whoeverLostTheirWordsIsGivenTheirKeyBackByTwo() {
        var readers = new Readers(keys, db, log);
        var desks = new Desks(port, log);
        var gao = desks.withWords(readers, Channel.UNION, people.the(Role.UNION));
        var lu = desks.withWords(readers, Channel.AUDIT, people.at("publisher"));
        readers.entered(Channel.COMMITTEE, Readers.somebody("Zhao Min"));
        try (var anna = desks.as("Anna Weber", "/app/voice/keys")) {
            var phrase = desks.offersAKey(anna);
            var page = anna.page();
            var own = keys.inForce().stream().filter(it -> it.name().equals("Anna Weber")).findFirst().orElseThrow();
            boards.post(ReceivingAMessageTest.tag(), Age.seal("{\"v\":1,\"n\":1,\"thread\":\"t\",\"reply\":\"r\",\"channel\":\"AUDIT\",\"category\":\"FRAUD\",\"to\":[\"" + own.id() + "\"],\"text\":\"" + CANARY + "\"}", Age.SMALL, own.recipient()));
            Desks.device(page);
            Desks.unlocks(anna, phrase);
            page.locator("#again summary").click();
            page.locator("#add-passkey").click();
            page.locator("#passkey-kept").waitFor();
            for (var name : List.of("Gao Yan", "Lu Wen", "Zhao Min")) {
                page.locator("#keepers label").filter(new Locator.FilterOptions().setHasText(name)).locator("input").check();
            }
            anna.mustBeAccessible().shot("voice-key-again");
            page.locator("#leave button").click();
            page.locator("#kept").getByText("Shares of your key are with").waitFor();
            anna.go("/app/voice");
            page.locator("#by-passkey").click();
            page.locator("#threads").getByText(CANARY).waitFor();

            anna.go("/app/voice/keys");
            page.locator("#channel").selectOption("AUDIT");
            page.locator("#functionEn").fill("Head of audit");
            page.locator("#functionZh").fill("审计负责人");
            page.locator("#make").click();
            page.locator("#phrase").waitFor();
            var words = page.locator("#phrase").textContent();
            page.locator("#made button").click();
            page.waitForLoadState();
            assertThat(keys.rule(KeyDirectory.ENTER, db.sql("SELECT id FROM decision.proposal WHERE matter = :matter AND open").param("matter", KeyDirectory.ENTER).query(UUID.class).single(), Outcome.APPROVED, people.the(Role.UNION))).isInstanceOf(Answer.Done.class);
            log.settle();
            Desks.opens(anna, words);
            assertThat(page.locator("#threads").textContent()).as("what was sealed for the lost one").doesNotContain(CANARY);
            anna.go("/app/voice/keys");
            anna.mustBeAccessible().shot("voice-key-ask");
            page.locator("form[action='/app/voice/recovery'] button").click();
            page.waitForLoadState();
            for (var keeper : Map.of("Gao Yan", gao, "Lu Wen", lu).entrySet()) {
                try (var one = desks.as(keeper.getKey(), "/app/voice")) {
                    Desks.opens(one, keeper.getValue());
                    assertThat(one.page().locator("#asked article").textContent()).contains("Anna Weber", "lost their words");
                    one.mustBeAccessible().shot("voice-key-asked");
                    one.page().locator("#asked button").click();
                    one.page().getByText("Your share is given.").waitFor();
                }
            }
            Desks.unlocks(anna, words);
            assertThat(page.locator("#threads article").textContent()).contains(CANARY);
            Desks.unlocks(anna, words);
            assertThat(page.locator("#threads article").textContent()).as("under the new words from now on").contains(CANARY);
        }
    }
}
