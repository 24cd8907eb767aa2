package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.trace.Claims.Model;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is claimed of an item is true of what is in it, agreed to by another, and claimed once. */
@WholeHouse
class ClaimingOnceInTheRoomTest {
    private static final Me OFFICER = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    private static final Me QUALITY = new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty());

    @Autowired Captures captures;
    @Autowired Claimed claimed;
    @Autowired Items items;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Effects effects;
    @Autowired Events events;
    @TempDir Path folder;

    private final AChain it = new AChain();

    @BeforeEach
    void chain() throws IOException {
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
    }

    private void send(String... told) throws IOException {
        CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(told))), Faulty.REFUSE_ALL,
                TracingSiliconTest.PROCESS));
    }

    private static BigDecimal all() {
        return BigDecimal.ONE;
    }

    @Test
    void aPhysicalClaimIsTrueOrRefusedAndBreaksWithACorrection() throws IOException {
        assertThat(CapturingEventsTest.key(claimed.propose(it.rod, Model.SEGREGATED, all(), Optional.empty(), TracingSiliconTest.PROCESS))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(claimed.propose("urn:none", Model.SEGREGATED, all(), Optional.empty(), OFFICER))).isEqualTo("traceability.claim.UNKNOWN_ITEM");
        assertThat(CapturingEventsTest.key(claimed.propose(it.rod, Model.SEGREGATED, BigDecimal.ZERO, Optional.empty(), OFFICER))).isEqualTo("traceability.claim.NO_SHARE");
        assertThat(CapturingEventsTest.key(claimed.propose(it.rod, Model.SEGREGATED, all(), Optional.of(new UUID(1, 1)), OFFICER))).isEqualTo("traceability.account-wrong");
        assertThat(CapturingEventsTest.key(claimed.propose(it.rod, Model.SEGREGATED, all(), Optional.empty(), OFFICER))).isEqualTo("traceability.claim.NOT_ALL_CERTIFIED");
        assertThat(CapturingEventsTest.key(claimed.certify(it.quartz, "", "7", OFFICER))).isEqualTo("traceability.certificate-missing");
        assertThat(CapturingEventsTest.key(claimed.certify("urn:none", "S", "7", OFFICER))).isEqualTo("traceability.claim.UNKNOWN_ITEM");
        assertThat(CapturingEventsTest.key(claimed.certify(it.quartz, "S", "7", TracingSiliconTest.PROCESS))).isEqualTo("traceability.not-yours");
        CapturingEventsTest.done(claimed.certify(it.quartz, "Responsible quartz", "Q-7", OFFICER));
        assertThat(CapturingEventsTest.key(claimed.certify(it.quartz, "S", "7", OFFICER))).isEqualTo("traceability.certificate-again");
        var proposal = CapturingEventsTest.done(claimed.propose(it.rod, Model.IDENTITY_PRESERVED, all(), Optional.empty(), OFFICER));
        assertThat(CapturingEventsTest.key(claimed.propose(it.rod, Model.SEGREGATED, all(), Optional.empty(), QUALITY))).isEqualTo("traceability.claim-waits");
        assertThat(claimed.rule(proposal, Outcome.APPROVED, OFFICER)).as("another agrees").isInstanceOf(org.probity.house.ui.Answer.Refused.class);
        assertThat(CapturingEventsTest.key(claimed.rule(proposal, Outcome.APPROVED, TracingSiliconTest.PROCESS))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(claimed.rule(UUID.randomUUID(), Outcome.APPROVED, QUALITY))).isEqualTo("traceability.claim-unknown");
        CapturingEventsTest.done(claimed.rule(proposal, Outcome.APPROVED, QUALITY));
        var rod = items.find(it.rod).orElseThrow().number();
        assertThat(claimed.claims()).anySatisfy(line -> {
            assertThat(line.item()).isEqualTo(rod);
            assertThat(line.mass()).isEqualTo(480_000);
        });
        assertThat(CapturingEventsTest.key(claimed.propose(it.rod, Model.SEGREGATED, all(), Optional.empty(), OFFICER))).isEqualTo("traceability.claim.CLAIMED_ALREADY");
        assertThatThrownBy(() -> db.sql("INSERT INTO traceability.claim SELECT item, 'SEGREGATED', share, mass, account, agreed_by, proposed_by, said_at, record FROM traceability.claim WHERE item = :item").param("item", rod).update())
                .as("nor past the ledger").hasMessageContaining("claimed_once");
        assertThat(claimed.broken()).doesNotContain(rod);
        assertThat(browser.get().uri("/app/traceability/claims").with(As.me(QUALITY)).exchange()).hasStatusOk().bodyText().contains("Identity preserved");
        var wrong = it.silicon();
        send(wrong.replace("\"eventTimeZoneOffset\":\"+08:00\",", "\"eventTimeZoneOffset\":\"+08:00\",\"errorDeclaration\":{\"declarationTime\":\"2026-03-09T00:00:00Z\",\"reason\":\"incorrect_data\"},"));
        assertThat(claimed.broken()).as("nobody knows any more that it is from that quartz").contains(rod);
        var event = events.page(CapturingEventsTest.done(EventQuery.of(java.util.Map.of("MATCH_outputEPC", List.of(it.mg)))), 1, 0).getFirst();
        assertThat(effects.claims(effects.of(event).orElseThrow())).as("what the wrong event had made possible").anySatisfy(touched -> {
            assertThat(touched.claim().item()).isEqualTo(rod);
            assertThat(touched.broken()).isTrue();
        });
        assertThat(browser.get().uri("/app/traceability/events/" + event.id() + "/effects").with(As.me(QUALITY)).exchange()).hasStatusOk().bodyText().contains("Claims", "Identity preserved");
    }

    @Test
    void whatWasEnteredInAnAccountIsClaimedByItAndNoMore() {
        assertThat(CapturingEventsTest.key(claimed.open(Model.SEGREGATED, "North", 90, 900, OFFICER))).isEqualTo("traceability.account-wrong");
        assertThat(CapturingEventsTest.key(claimed.open(Model.CREDIT, "North", 90, 900, TracingSiliconTest.PROCESS))).isEqualTo("traceability.not-yours");
        var account = CapturingEventsTest.done(claimed.open(Model.CREDIT, "North <credit>", 90, 900, OFFICER));
        CapturingEventsTest.done(claimed.certify(it.poly, "Responsible silicon", "P-1", QUALITY));
        assertThat(CapturingEventsTest.key(claimed.enter(it.poly, account, TracingSiliconTest.PROCESS))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(claimed.enter("urn:none", account, OFFICER))).isEqualTo("traceability.claim.UNKNOWN_ITEM");
        assertThat(CapturingEventsTest.key(claimed.enter(it.poly, new UUID(1, 1), OFFICER))).isEqualTo("traceability.account-wrong");
        CapturingEventsTest.done(claimed.enter(it.poly, account, OFFICER));
        assertThat(CapturingEventsTest.key(claimed.enter(it.poly, account, OFFICER))).isEqualTo("traceability.claim.ENTERED_ALREADY");
        assertThat(CapturingEventsTest.key(claimed.propose(it.rod, Model.SEGREGATED, all(), Optional.empty(), OFFICER))).as("the account may claim it").isEqualTo("traceability.claim.IN_AN_ACCOUNT");
        assertThatThrownBy(() -> db.sql("INSERT INTO traceability.entry SELECT item, account, said_by, said_at, record FROM traceability.entry WHERE account = :account").param("account", account).update())
                .hasMessageContaining("entered_once");
        var proposal = CapturingEventsTest.done(claimed.propose(it.rod, Model.CREDIT, all(), Optional.of(account), OFFICER));
        CapturingEventsTest.done(claimed.rule(proposal, Outcome.APPROVED, QUALITY));
        assertThat(browser.get().uri("/app/traceability/claims").with(As.me(OFFICER)).exchange()).hasStatusOk().bodyText().contains("North &lt;credit&gt;");
        assertThat(browser.post().uri("/app/traceability/claims").with(As.me(OFFICER)).param("item", it.rod).param("model", "CREDIT").param("share", "100").param("account", account.toString()).exchange())
                .hasStatus(422).bodyText().contains("claimed already");
        assertThat(browser.post().uri("/app/traceability/claims/" + proposal).with(As.me(QUALITY)).param("ruling", "APPROVED").exchange()).hasStatus(422);
    }
}
