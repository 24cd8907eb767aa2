package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer.Done;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class WaitingForAPublisherTest {
    private static final int YEAR = 2013;

    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired Statements statements;
    @Autowired Accounts accounts;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    @Test
    void theEditionStandsOnThePublishersDeskAndInALetterButNotWithWhoPreparedIt() {
        var email = UUID.randomUUID() + "@helia.example";
        var publisher = new Me(account(email, Role.PUBLISHER), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
        var ownEmail = UUID.randomUUID() + "@helia.example";
        var both = new Me(account(ownEmail, Role.PUBLISHER), "Both", Set.of(Role.PUBLISHER, Role.SOURCING_OFFICER), Optional.empty());

        new TinYear(suppliers, minerals, obligations, evidence, both, YEAR).delivering();
        assertThat(statements.prepare(YEAR, null, "", "", both)).isInstanceOf(Done.class);

        assertThat(letters(email)).contains("Report 2013, edition 1, waits for you");
        assertThat(letters(ownEmail)).noneMatch(it -> it.contains("2013"));
        assertThat(browser.get().uri("/app").with(As.me(publisher)).exchange()).hasStatusOk().bodyText().contains("Publish", "Report 2013, edition 1");
        assertThat(browser.get().uri("/app").with(As.me(both)).exchange()).hasStatusOk().bodyText().doesNotContain("Report 2013, edition 1");
    }

    @Test
    void whoPublishesShowsFirstThatItIsStillThem() {
        var publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
        assertThat(browser.post().uri("/app/statement/" + UUID.randomUUID() + "/publication").with(As.stale(publisher)).exchange())
                .hasStatus(302).redirectedUrl().startsWith("/app/confirm");
    }

    private UUID account(String email, Role role) {
        return ((Ruling.Granted<UUID>) accounts.invite(new Accounts.Newcomer("Someone", email, Set.of(role), Optional.empty(), "en"), Accounts.HOUSE)).value();
    }

    private List<String> letters(String to) {
        return db.sql("SELECT subject FROM mail.letter WHERE recipient = :to").param("to", to).query(String.class).list();
    }
}
