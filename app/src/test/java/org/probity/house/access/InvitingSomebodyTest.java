package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.house.access.SigningInWithAPasswordTest.granted;
import static org.probity.house.access.SigningInWithAPasswordTest.key;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.start.WholeHouse;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class InvitingSomebodyTest {
    @Autowired Accounts accounts;
    @Autowired Links links;
    @Autowired AuditTrail trail;
    @Autowired JdbcClient db;

    final String email = UUID.randomUUID() + "@helia.example";
    final UUID administrator = UUID.randomUUID();
    Optional<UUID> supplier;

    @BeforeEach
    void aSupplier() {
        supplier = Optional.of(ASupplier.in(db));
    }

    Ruling<UUID> invite(String name, String email, Set<Role> roles, Optional<UUID> supplier) {
        return accounts.invite(new Accounts.Newcomer(name, email, roles, supplier, "zh"), administrator);
    }

    UUID invited(Role... roles) {
        return granted(invite("Lin", email, Set.of(roles), Optional.empty()));
    }

    @Test
    void theInvitedHoldTheirRolesAndTheTrailSaysWhoInvitedThem() {
        var account = invited(Role.BUYER, Role.EMPLOYEE);
        assertThat(accounts.find(email.toUpperCase()).orElseThrow())
                .returns(Set.of(Role.BUYER, Role.EMPLOYEE), Account::roles).returns(false, Account::settled).returns("zh", Account::language);
        assertThat(trail.notes(new AuditTrail.Filter(account, null, null, null, null), 9)).singleElement()
                .returns("account.invited", AuditTrail.Note::kind).returns(administrator, AuditTrail.Note::by)
                .satisfies(note -> assertThat(note.details()).containsEntry("roles", "BUYER EMPLOYEE"));
    }

    @ParameterizedTest
    @CsvSource({"'', lin@helia.example, BUYER, signin.name-missing", "Lin, lin, BUYER, signin.email-wrong", "Lin, l n@helia.example, BUYER, signin.email-wrong"})
    void namesAndAddressesAreChecked(String name, String email, Role role, String key) {
        assertThat(key(invite(name, email, Set.of(role), Optional.empty()))).isEqualTo(key);
    }

    @Test
    void nobodyIsInvitedToNothing() {
        assertThat(key(invite("Lin", email, Set.of(), Optional.empty()))).isEqualTo("signin.roles-missing");
    }

    @Test
    void aSuppliersContactIsNothingElseAndNobodyElseIsOne() {
        assertThat(key(invite("Lin", email, Set.of(Role.SUPPLIER, Role.BUYER), supplier))).isEqualTo("signin.supplier-alone");
        assertThat(key(invite("Lin", email, Set.of(Role.SUPPLIER), Optional.empty()))).isEqualTo("signin.supplier-missing");
        assertThat(key(invite("Lin", email, Set.of(Role.BUYER), supplier))).isEqualTo("signin.supplier-missing");
        assertThat(accounts.find(granted(invite("Lin", email, Set.of(Role.SUPPLIER), supplier))).orElseThrow().supplier()).isEqualTo(supplier);
    }

    @Test
    void anEmailOpensOneAccountHoweverItIsWritten() {
        invited(Role.BUYER);
        assertThat(key(invite("Lin", email.toUpperCase(), Set.of(Role.UNION), Optional.empty()))).isEqualTo("signin.email-taken");
    }

    @ParameterizedTest
    @CsvSource({"elevenchars, signin.password-short", "aaaabbbbaaaabbbb, signin.password-monotone", "probity-probity, signin.password-guessable"})
    void aWeakPasswordIsNotAcceptedAndTheInvitationStaysOpen(String password, String key) {
        var link = links.issue(Links.Purpose.INVITATION, invited(Role.BUYER), null);
        assertThat(key(accounts.accept(link, password))).isEqualTo(key);
        granted(accounts.accept(link, "grey heron at dusk"));
    }

    @Test
    void anEndlessPasswordIsNotAcceptedEither() {
        var link = links.issue(Links.Purpose.INVITATION, invited(Role.BUYER), null);
        assertThat(key(accounts.accept(link, "grey heron ".repeat(20)))).isEqualTo("signin.password-long");
    }

    @Test
    void anInvitationWorksOnceAndOnlyTheNewestDoes() {
        var account = invited(Role.BUYER);
        var older = links.issue(Links.Purpose.INVITATION, account, null);
        var newer = links.issue(Links.Purpose.INVITATION, account, null);
        assertThat(key(accounts.accept(older, "grey heron at dusk"))).isEqualTo("signin.link-dead");
        granted(accounts.accept(newer, "grey heron at dusk"));
        assertThat(key(accounts.accept(newer, "white heron at dusk"))).isEqualTo("signin.link-dead");
    }

    @Test
    void anInvitationResetsNoPassword() {
        assertThat(key(accounts.reset(links.issue(Links.Purpose.INVITATION, invited(Role.BUYER), null), "grey heron at dusk")))
                .isEqualTo("signin.link-dead");
    }
}
