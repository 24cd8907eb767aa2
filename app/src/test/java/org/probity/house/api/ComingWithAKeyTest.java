package org.probity.house.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class ComingWithAKeyTest {
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    UUID buyer;

    @BeforeEach
    void aBuyer() {
        buyer = granted(accounts.invite(
                new Accounts.Newcomer("Bo", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE));
    }

    String key(Tokens.May may) {
        return granted(tokens.make(buyer, "export", may, 30));
    }

    static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }

    MvcTestResult get(String path, String key) {
        return browser.get().uri(path).header("Authorization", "Bearer " + key).exchange();
    }

    @Test
    void aKeyOpensWhatItsPersonMaySee() {
        var key = key(Tokens.May.READ);
        assertThat(get("/api/suppliers", key)).hasStatusOk().bodyJson().extractingPath("$.page").isEqualTo(1);
        assertThat(get("/api/figures/tin-due-diligence", key)).as("a buyer does not see the live figures").hasStatus(403);
    }

    @Test
    void withoutAKeyAProgramIsToldToBringOne() {
        assertThat(browser.get().uri("/api/suppliers")).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
        assertThat(get("/api/suppliers", "probity_nonsense")).hasStatus(401);
    }

    @Test
    void aSessionOfABrowserOpensNothingHere() {
        assertThat(browser.get().uri("/app/suppliers").with(As.a(Role.BUYER))).hasStatusOk();
        assertThat(browser.get().uri("/api/suppliers").cookie(new Cookie("probity", "x"))).hasStatus(401);
    }

    @Test
    void aKeyOpensNoPageForPeople() {
        assertThat(get("/app/suppliers", key(Tokens.May.READ))).hasStatus3xxRedirection();
    }

    @Test
    void aRevokedKeyIsWorthNothingFromTheNextRequestOn() {
        var key = key(Tokens.May.READ);
        assertThat(tokens.revoke(tokens.of(buyer).getFirst().id(), UUID.randomUUID())).as("by somebody else").isFalse();
        assertThat(get("/api/suppliers", key)).hasStatusOk();
        assertThat(tokens.revoke(tokens.of(buyer).getFirst().id(), buyer)).isTrue();
        assertThat(get("/api/suppliers", key)).hasStatus(401);
        assertThat(tokens.of(buyer)).isEmpty();
    }

    @Test
    void aKeyOfADisabledAccountIsWorthNothing() {
        var key = key(Tokens.May.READ);
        granted(accounts.disable(buyer, "left", UUID.randomUUID()));
        assertThat(get("/api/suppliers", key)).hasStatus(401);
    }

    @Test
    void letInAgainTheyMakeNewKeys() {
        var key = key(Tokens.May.READ);
        granted(accounts.disable(buyer, "left", UUID.randomUUID()));
        granted(accounts.enable(buyer, UUID.randomUUID()));
        assertThat(get("/api/suppliers", key)).hasStatus(401);
        assertThat(get("/api/suppliers", key(Tokens.May.READ))).hasStatusOk();
    }

    /** Eight megabytes are fifty thousand lines; a gigabyte of them would be the end of the memory that all share. */
    @Test
    void aProgramDoesNotSayMoreThanFitsOrWithoutSayingHowMuch() {
        var post = browser.post().uri("/api/suppliers").header("Authorization", "Bearer " + key(Tokens.May.WRITE)).contentType("application/json");
        assertThat(post.content(new byte[(8 << 20) + 1])).hasStatus(413);
        assertThat(post.content("{}").exchange()).hasStatus(422);
    }

    @Test
    void aKeyEndsOnItsDay() {
        var key = key(Tokens.May.READ);
        db.sql("UPDATE access.token SET made_at = made_at - interval '31 days', ends_at = ends_at - interval '31 days' WHERE account = :buyer")
                .param("buyer", buyer).update();
        assertThat(get("/api/suppliers", key)).hasStatus(401);
    }

    @Test
    void onlyAHashOfItIsKept() {
        var key = key(Tokens.May.WRITE);
        assertThat(db.sql("SELECT count(*) FROM access.token t WHERE t::text LIKE '%' || :key || '%'").param("key", key.substring(8))
                .query(Long.class).single()).isZero();
    }

    @Test
    void aKeyWithoutAPurposeOrForTooLongIsRefused() {
        assertThat(tokens.make(buyer, " ", Tokens.May.READ, 30)).isEqualTo(Ruling.denied("label", "signin.token-unlabelled", 80));
        assertThat(tokens.make(buyer, "export", Tokens.May.READ, 367)).isEqualTo(Ruling.denied("days", "signin.token-days", 366));
        assertThat(tokens.make(buyer, "export", Tokens.May.READ, 0)).isEqualTo(Ruling.denied("days", "signin.token-days", 366));
    }
}
