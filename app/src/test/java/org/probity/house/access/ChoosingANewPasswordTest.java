package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class ChoosingANewPasswordTest {
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired Links links;
    @Autowired AuditTrail trail;

    UUID buyer;
    String key;

    @BeforeEach
    void aBuyerWithAProgram() {
        buyer = granted(accounts.invite(
                new Accounts.Newcomer("Bo", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE));
        granted(accounts.accept(links.issue(Links.Purpose.INVITATION, buyer, null), "seven sunny roofs in a row"));
        key = granted(tokens.make(buyer, "export", Tokens.May.WRITE, 30));
        assertThat(tokens.visit(key)).isPresent();
    }

    static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }

    @Test
    void whenItIsChangedEveryKeyOfAProgramEnds() {
        var me = new Me(buyer, "Bo", Set.of(Role.BUYER), Optional.empty());
        granted(accounts.choosePassword(new Visit(UUID.randomUUID(), me, Visit.Way.PASSWORD, Instant.now(), Instant.now()), "eight sunny roofs in a row"));
        keysAreOver("account.password-changed");
    }

    @Test
    void whenItWasForgottenAndReplacedEveryKeyOfAProgramEnds() {
        granted(accounts.reset(links.issue(Links.Purpose.RESET, buyer, null), "eight sunny roofs in a row"));
        keysAreOver("account.password-reset");
    }

    void keysAreOver(String kind) {
        assertThat(tokens.visit(key)).isEmpty();
        assertThat(tokens.of(buyer)).isEmpty();
        assertThat(trail.notes(new AuditTrail.Filter(buyer, kind, null, null, null), 1).getFirst().details()).containsEntry("keys", "1");
    }
}
