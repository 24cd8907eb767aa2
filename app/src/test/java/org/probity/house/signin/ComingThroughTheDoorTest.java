package org.probity.house.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.house.access.Visitor.location;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.Links;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Visitor;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse(own = true)
class ComingThroughTheDoorTest {
    static final String PASSWORD = "grey heron at dusk";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired Links links;
    @Autowired JdbcClient db;

    final String email = UUID.randomUUID() + "@helia.example";
    UUID account;
    Visitor lin;

    @BeforeEach
    void somebodyAtTheDoor() {
        account = invite(email, Set.of(Role.ADMINISTRATOR), Optional.empty());
        accounts.accept(links.issue(Links.Purpose.INVITATION, account, null), PASSWORD);
        lin = new Visitor(port);
    }

    UUID invite(String email, Set<Role> roles, Optional<UUID> supplier) {
        return ((Ruling.Granted<UUID>) accounts.invite(new Accounts.Newcomer("Lin", email, roles, supplier, "en"), Accounts.HOUSE)).value();
    }

    /** The link of the newest letter to this address. */
    String letter(String to) {
        var body = db.sql("SELECT coalesce(body, '') FROM mail.letter WHERE recipient = :to ORDER BY written_at DESC LIMIT 1")
                .param("to", to).query(String.class).single();
        var link = Pattern.compile("(/app/\\S+)").matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    static String secret(String link) {
        return link.substring(link.indexOf("link=") + 5);
    }

    @Test
    void theCookieIsForTheSignedInPartAloneAndForNoScript() {
        var answer = lin.signIn(email, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie ->
                assertThat(cookie).startsWith("probity=").contains("Path=/app", "HttpOnly", "SameSite=Lax"));
    }

    @Test
    void whoeverReadsThePublicPartGetsNoCookie() {
        for (var path : new String[] {"/", "/log/checkpoint", "/verify", "/nothing"}) {
            assertThat(lin.get(path).headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void theSessionIsAnotherAfterSigningIn() {
        lin.get("/app/sign-in");
        var before = lin.cookies().getCookieStore().getCookies().toString();
        lin.post("/app/sign-in", "email", email, "password", PASSWORD);
        assertThat(lin.cookies().getCookieStore().getCookies().toString()).isNotEqualTo(before);
    }

    @Test
    void onePostWithoutTheTokenIsRefused() {
        assertThat(lin.post("/app/sign-in", "email", email, "password", PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void aWrongPasswordComesBackWithTheEmailAndNothingElse() {
        var answer = lin.signIn(email, "not the right one");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("do not fit together", email).doesNotContain("not the right one");
    }

    @Test
    void theyComeToWhereTheyWantedToGo() {
        lin.get("/app/sign-in?next=%2Fapp%2Faccounts%3Fq%3Dlin");
        assertThat(location(lin.post("/app/sign-in", "email", email, "password", PASSWORD, "next", "/app/accounts?q=lin")))
                .isEqualTo("/app/accounts?q=lin");
    }

    @Test
    void nobodyIsLedElsewhere() {
        lin.get("/app/sign-in");
        assertThat(location(lin.post("/app/sign-in", "email", email, "password", PASSWORD, "next", "https://evil.example/app"))).isEqualTo("/app");
    }

    @Test
    void signingOutEndsIt() {
        lin.signIn(email, PASSWORD);
        assertThat(lin.get("/app/account").statusCode()).isEqualTo(200);
        lin.post("/app/sign-out");
        assertThat(location(lin.get("/app/account"))).startsWith("/app/sign-in");
    }

    @Test
    void aSessionEndedElsewhereIsAStrangersAtItsNextRequest() {
        var phone = new Visitor(port);
        phone.signIn(email, PASSWORD);
        lin.signIn(email, PASSWORD);
        var list = lin.get("/app/account").body();
        var stay = Pattern.compile("/app/account/stays/([0-9a-f-]+)/end").matcher(list);
        assertThat(stay.find()).isTrue();
        assertThat(lin.post(stay.group()).statusCode()).isEqualTo(303);
        assertThat(location(phone.get("/app/account"))).startsWith("/app/sign-in");
        assertThat(lin.get("/app/account").body()).contains("That session has ended.").doesNotContain("/end\"");
    }

    @Test
    void anothersSessionCannotBeEnded() {
        var other = UUID.randomUUID() + "@helia.example";
        accounts.accept(links.issue(Links.Purpose.INVITATION, invite(other, Set.of(Role.BUYER), Optional.empty()), null), PASSWORD);
        lin.signIn(email, PASSWORD);
        var visit = db.sql("SELECT id FROM access.visit WHERE account = :a").param("a", account).query(UUID.class).single();
        var stranger = new Visitor(port);
        stranger.signIn(other, PASSWORD);
        stranger.get("/app/account");
        assertThat(stranger.post("/app/account/stays/" + visit + "/end").statusCode()).isEqualTo(404);
        assertThat(lin.get("/app/account").statusCode()).isEqualTo(200);
    }

    @Test
    void keepingSomebodyOutEndsWhatTheyHoldOpenAtOnce() {
        lin.signIn(email, PASSWORD);
        invite(UUID.randomUUID() + "@helia.example", Set.of(Role.ADMINISTRATOR), Optional.empty());
        accounts.disable(account, "left", Accounts.HOUSE);
        assertThat(location(lin.get("/app/account"))).startsWith("/app/sign-in");
        assertThat(lin.signIn(email, PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void aRoleTakenCountsAtTheNextRequest() {
        lin.signIn(email, PASSWORD);
        assertThat(lin.get("/app/accounts").statusCode()).isEqualTo(200);
        invite(UUID.randomUUID() + "@helia.example", Set.of(Role.ADMINISTRATOR), Optional.empty());
        accounts.changeRoles(account, Set.of(Role.BUYER), Accounts.HOUSE);
        assertThat(lin.get("/app/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void anInvitedPersonChoosesAPasswordAndIsIn() {
        var newcomer = UUID.randomUUID() + "@helia.example";
        invite(newcomer, Set.of(Role.BUYER), Optional.empty());
        var link = letter(newcomer);
        assertThat(lin.get(link).body()).contains("Welcome", "new-password");
        assertThat(lin.post("/app/invitation", "link", secret(link), "password", "short").body()).contains("at least 12 characters");
        assertThat(location(lin.post("/app/invitation", "link", secret(link), "password", PASSWORD))).isEqualTo("/app");
        assertThat(new Visitor(port).get(link).body()).contains("This link works no more");
    }

    @Test
    void aForgottenPasswordIsReplacedByMailAndEverySessionEnds() {
        lin.signIn(email, PASSWORD);
        var elsewhere = new Visitor(port);
        elsewhere.get("/app/sign-in/forgotten");
        elsewhere.post("/app/sign-in/forgotten", "email", email);
        var link = letter(email);
        elsewhere.get(link);
        assertThat(location(elsewhere.post("/app/reset", "link", secret(link), "password", "white heron at noon"))).isEqualTo("/app");
        assertThat(location(lin.get("/app/account"))).startsWith("/app/sign-in");
        assertThat(lin.signIn(email, PASSWORD).statusCode()).isEqualTo(422);
    }
}
