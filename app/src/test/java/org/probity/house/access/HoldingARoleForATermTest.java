package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.assurance.Engagements;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An assurer's role counts while they are engaged: whoever only holds it sees no supplier, no paper, no figure. */
@WholeHouse
class HoldingARoleForATermTest {
    private static final String PASSWORD = "three lamps on a hill";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired Links links;
    @Autowired Tokens tokens;
    @Autowired Engagements engagements;
    @Autowired Clock clock;

    Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
    UUID assurer;
    Visitor visitor;

    @BeforeEach
    void anAssurerSignsIn() {
        var email = UUID.randomUUID() + "@assurer.example";
        assurer = ((Ruling.Granted<UUID>) accounts.invite(new Accounts.Newcomer("Jo", email, Set.of(Role.ASSURER), Optional.empty(), "en"), Accounts.HOUSE)).value();
        assertThat(accounts.accept(links.issue(Links.Purpose.INVITATION, assurer, null), PASSWORD)).isInstanceOf(Ruling.Granted.class);
        visitor = new Visitor(port);
        visitor.signIn(email, PASSWORD);
    }

    /** As a program with the assurer's key. */
    Me program() {
        return tokens.visit(((Ruling.Granted<String>) tokens.make(assurer, "read", Tokens.May.READ, 1)).value()).orElseThrow().me();
    }

    @Test
    void whomNobodyHasEngagedComesNowhereAndIsToldWhy() {
        for (var address : new String[] {"/app/suppliers", "/app/suppliers/" + UUID.randomUUID(), "/app/minerals", "/app/figures", "/app/targets", "/app/statement", "/app/log"}) {
            assertThat(visitor.get(address).statusCode()).as(address).isEqualTo(403);
        }
        assertThat(visitor.get("/app/find?q=solder").body()).doesNotContain("/app/suppliers/");
        assertThat(visitor.get("/app").body()).contains("Nobody has engaged you").doesNotContain("href=\"/app/suppliers\"");
        assertThat(visitor.get("/app/assurance").body()).contains("You are not engaged today");
        assertThat(program().roles()).as("nor does a program with their key").isEmpty();
    }

    @Test
    void theEngagementOpensAndItsEndCloses() {
        agreed(LocalDate.now(clock));
        assertThat(visitor.get("/app/suppliers").statusCode()).isEqualTo(200);
        assertThat(program().roles()).containsExactly(Role.ASSURER);
        assertThat(engagements.runs(UUID.randomUUID())).as("another assurer's engagement opens nothing").isFalse();
    }

    private void agreed(LocalDate lastDay) {
        assertThat(engagements.agree(assurer, "Nordlicht", lastDay, publisher)).isInstanceOf(Answer.Done.class);
    }
}
