package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.house.access.SigningInWithAPasswordTest.granted;
import static org.probity.house.access.SigningInWithAPasswordTest.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse(own = true)
class ChangingWhatSomebodyMayDoTest {
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;

    final UUID chief = UUID.randomUUID();

    UUID somebody(Role... roles) {
        return granted(accounts.invite(
                new Accounts.Newcomer("Lin", UUID.randomUUID() + "@helia.example", Set.of(roles), Optional.empty(), "en"), chief));
    }

    @Test
    void aRoleTakenStaysOnRecordWithWhoAndWhen() {
        var account = somebody(Role.BUYER, Role.EMPLOYEE);
        granted(accounts.changeRoles(account, Set.of(Role.EMPLOYEE, Role.REVIEWER), chief));
        assertThat(accounts.find(account).orElseThrow().roles()).containsExactlyInAnyOrder(Role.EMPLOYEE, Role.REVIEWER);
        assertThat(db.sql("SELECT role FROM access.role WHERE account = :a AND taken_by = :chief AND taken_at IS NOT NULL")
                .param("a", account).param("chief", chief).query(String.class).list()).isEqualTo(List.of("BUYER"));
    }

    @Test
    void rolesAreRefusedForTheSameReasonsAsInAnInvitation() {
        var account = somebody(Role.BUYER);
        assertThat(key(accounts.changeRoles(account, Set.of(), chief))).isEqualTo("signin.roles-missing");
        assertThat(key(accounts.changeRoles(account, Set.of(Role.SUPPLIER), chief))).isEqualTo("signin.supplier-missing");
        assertThat(key(accounts.changeRoles(UUID.randomUUID(), Set.of(Role.BUYER), chief))).isEqualTo("signin.account-unknown");
    }

    @Test
    void theLastAdministratorStays() {
        db.sql("UPDATE access.role SET taken_at = given_at, taken_by = given_by WHERE role = 'ADMINISTRATOR' AND taken_at IS NULL").update();
        var last = somebody(Role.ADMINISTRATOR);
        assertThat(key(accounts.disable(last, "left", chief))).isEqualTo("signin.last-administrator");
        assertThat(key(accounts.changeRoles(last, Set.of(Role.BUYER), chief))).isEqualTo("signin.last-administrator");
        somebody(Role.ADMINISTRATOR);
        granted(accounts.changeRoles(last, Set.of(Role.BUYER), chief));
    }

    @Test
    void nobodyGivesThemselvesARole() {
        db.sql("UPDATE access.role SET taken_at = given_at, taken_by = given_by WHERE role = 'ADMINISTRATOR' AND taken_at IS NULL").update();
        var alone = somebody(Role.ADMINISTRATOR);
        assertThat(key(accounts.changeRoles(alone, Set.of(Role.ADMINISTRATOR, Role.PUBLISHER), alone))).isEqualTo("signin.own-roles-alone");
        var second = somebody(Role.ADMINISTRATOR);
        assertThat(key(accounts.changeRoles(alone, Set.of(Role.ADMINISTRATOR, Role.PUBLISHER), alone))).isEqualTo("signin.own-roles");
        granted(accounts.changeRoles(alone, Set.of(Role.ADMINISTRATOR, Role.PUBLISHER), second));
        granted(accounts.changeRoles(alone, Set.of(Role.PUBLISHER), alone));
        assertThat(accounts.find(alone).orElseThrow().roles()).as("to give one up is one's own").containsExactly(Role.PUBLISHER);
    }

    @Test
    void disablingWantsAReasonAndSomebodyElse() {
        var account = somebody(Role.BUYER);
        assertThat(key(accounts.disable(account, " ", chief))).isEqualTo("signin.reason-missing");
        assertThat(key(accounts.disable(account, "left", account))).isEqualTo("signin.disable-yourself");
        assertThat(key(accounts.disable(UUID.randomUUID(), "left", chief))).isEqualTo("signin.account-unknown");
        granted(accounts.disable(account, "left", chief));
        assertThat(key(accounts.disable(account, "left", chief))).isEqualTo("signin.disabled-already");
        granted(accounts.enable(account, chief));
        assertThat(key(accounts.enable(account, chief))).isEqualTo("signin.not-disabled");
    }
}
