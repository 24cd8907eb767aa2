package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.start.WholeHouse;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class ListingAccountsTest {
    @Autowired Accounts accounts;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    /** A house with ten thousand suppliers has as many contacts who sign in. */
    @Test
    void aPageShowsAPageOfThem() {
        var tag = "q" + UUID.randomUUID().toString().substring(0, 8);
        for (var no = 0; no < 60; no++) {
            accounts.invite(new Accounts.Newcomer("%s %02d".formatted(tag, no), "%s-%d@example.org".formatted(tag, no), Set.of(Role.BUYER), Optional.empty(), "en"), UUID.randomUUID());
        }
        assertThat(browser.get().uri("/app/accounts?q=" + tag).with(As.a(Role.ADMINISTRATOR)).exchange()).hasStatusOk().bodyText().contains(tag + " 00").doesNotContain(tag + " 59");
        assertThat(browser.get().uri("/app/accounts?q=" + tag + "&page=2").with(As.a(Role.ADMINISTRATOR)).exchange()).hasStatusOk().bodyText().contains(tag + " 59").doesNotContain(tag + " 00");
    }

    @Test
    void theTrailOffersThePeopleOfTheHouseAndAContactWhoWasAskedFor() {
        var tag = "c" + UUID.randomUUID().toString().substring(0, 8);
        var contact = switch (accounts.invite(new Accounts.Newcomer(tag, tag + "@example.org", Set.of(Role.SUPPLIER), Optional.of(ASupplier.in(db)), "en"), Accounts.HOUSE)) {
            case Ruling.Granted<UUID>(var id) -> id;
            case Ruling.Denied<UUID> denied -> throw new AssertionError(denied);
        };
        var option = "<option value=\"" + contact;
        assertThat(browser.get().uri("/app/trail").with(As.a(Role.ADMINISTRATOR)).exchange()).hasStatusOk().bodyText().doesNotContain(option);
        assertThat(browser.get().uri("/app/trail?person=" + contact).with(As.a(Role.ADMINISTRATOR)).exchange()).hasStatusOk().bodyText().contains(option);
    }
}
