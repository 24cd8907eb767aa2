package org.probity.shapes.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.NotThere;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A browser draws, asks, keeps and spends by our own script; the house signs. */
@WholeHouse
class AskingFromABrowserTest {
    @Autowired MockMvcTester http;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired Rounds rounds;
    @Autowired Ballots ballots;
    @LocalServerPort int port;

    final String purpose = "asked-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    final UUID person = UUID.randomUUID();
    final Me me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
    Optional<Me> nextPerson = Optional.empty();
    Round round;
    BallotWeb web;

    @BeforeEach
    void aRoundOfTwoTokens() {
        var today = LocalDate.now(clock);
        round = transaction.execute(it -> rounds.open(purpose, 2, today, today.plusDays(9)));
        web = new BallotWeb(List.of(new Roll() {
            @Override
            public Set<String> purposes() {
                return Set.of(purpose);
            }

            @Override
            public Optional<UUID> person(Me of, Round in) {
                return of.account().equals(me.account()) ? Optional.of(person) : nextPerson.map(Me::account).filter(of.account()::equals);
            }
        }), rounds, ballots, clock);
    }

    @Test
    void aBrowserAsksOnceKeepsTheTokensAndSpendsThemWithoutACookie() {
        var asked = new ArrayList<List<String>>();
        var spends = new ArrayList<Map<String, String>>();
        try (var somebody = Browser.at(port)) {
            var page = somebody.refusedAt("/tokens").go("/").page();
            page.context().addCookies(List.of(new Cookie("visit", "who-i-am").setUrl("http://localhost:" + port + "/")));
            page.route("**/app/ballot", it -> json(it, 200, web.open(me).getBody()));
            page.route("**/app/ballot/*/tokens", it -> {
                asked.add(fields(it).entrySet().stream().filter(field -> field.getKey().startsWith("blinded")).map(Map.Entry::getValue).toList());
                // The first answer is lost on its way.
                if (asked.size() == 1) {
                    web.issue(round.id(), asked.getLast(), me);
                    it.abort();
                } else {
                    var answer = web.issue(round.id(), asked.getLast(), me);
                    json(it, answer.getStatusCode().value(), answer.getBody());
                }
            });
            page.route("**/spend", it -> {
                assertThat(it.request().allHeaders()).doesNotContainKeys("cookie", "referer");
                var fields = fields(it);
                spends.add(fields);
                var spent = ballots.spend(UUID.fromString(fields.get("round")), Base64.getUrlDecoder().decode(fields.get("message")), Base64.getUrlDecoder().decode(fields.get("signature")));
                json(it, spent instanceof Answer.Done<?> ? 200 : 409, Map.of());
            });
            var holder = (String) web.open(me).getBody().getFirst().get("holder");
            var whose = List.of(round.id().toString(), holder);
            var ask = "async ([round, holder]) => { const m = await import('/ballot/blind.js'); await m.ask('/app/ballot', 'token').catch(() => {}); return m.left(round, holder) }";
            var spend = "async ([round, holder]) => { const m = await import('/ballot/blind.js'); const a = await m.spend('/spend', round, holder, { words: 'aloud' }); return [a.status, m.left(round, holder)] }";
            assertThat(page.evaluate(ask, whose)).as("the answer was lost").isEqualTo(0);
            page.reload();
            assertThat(page.evaluate(ask, whose)).isEqualTo(2);
            assertThat(page.evaluate(ask, whose)).as("not asked for again").isEqualTo(2);
            assertThat(asked).hasSize(2);
            assertThat(asked.getFirst()).as("the very same").isEqualTo(asked.getLast()).hasSize(2);
            assertThat(page.evaluate(spend, whose)).isEqualTo(List.of(200, 1));
            assertThat(page.evaluate(spend, whose)).isEqualTo(List.of(200, 0));
            assertThat(page.evaluate("([round, holder]) => localStorage.getItem('ballot.' + round + '.' + holder)", whose)).as("nothing is left of what blinded them").isEqualTo("{\"tokens\":[],\"until\":\"" + round.lastDay() + "\"}");
        }
        assertThat(spends).extracting(it -> it.get("words")).containsExactly("aloud", "aloud");
        assertThat(rounds.tally(round.id())).isEqualTo(new Rounds.Tally(1, 2, 2));
    }

    /** Two who share a browser: neither finds the other's tokens there. */
    @Test
    void whoeverComesNextToTheSameBrowserGetsTokensOfTheirOwn() {
        var next = new Me(UUID.randomUUID(), "Somebody next", Set.of(Role.EMPLOYEE), Optional.empty());
        nextPerson = Optional.of(next);
        var here = new Me[] {me};
        try (var shared = Browser.at(port)) {
            var page = shared.go("/").page();
            page.route("**/app/ballot", it -> json(it, 200, web.open(here[0]).getBody()));
            page.route("**/app/ballot/*/tokens", it -> json(it, 200, web.issue(round.id(), fields(it).entrySet().stream().filter(field -> field.getKey().startsWith("blinded")).map(Map.Entry::getValue).toList(), here[0]).getBody()));
            var ask = "async () => { const m = await import('/ballot/blind.js'); await m.ask('/app/ballot', 'token'); return (await m.mine('/app/ballot')).map(it => m.left(it.round, it.holder)) }";
            assertThat(page.evaluate(ask)).isEqualTo(List.of(2));
            here[0] = next;
            assertThat(page.evaluate("async () => { const m = await import('/ballot/blind.js'); return (await m.mine('/app/ballot')).map(it => m.left(it.round, it.holder)) }")).isEqualTo(List.of(0));
            assertThat(page.evaluate(ask)).isEqualTo(List.of(2));
        }
        assertThat(rounds.tally(round.id())).isEqualTo(new Rounds.Tally(2, 4, 0));
    }

    /** Somebody who runs the house shows one person a key of their own: nothing is asked for, and the page says so. */
    @Test
    void aKeyThatIsNotEverybodysIsRefused() {
        var own = transaction.execute(it -> rounds.open("other", 2, LocalDate.now(clock), LocalDate.now(clock)));
        try (var somebody = Browser.at(port)) {
            var page = somebody.go("/").page();
            var shown = new LinkedHashMap<>(web.open(me).getBody().getFirst());
            shown.put("modulus", web.key(own.id()).getBody().get("modulus"));
            page.route("**/app/ballot", it -> json(it, 200, List.of(shown)));
            page.route("**/app/ballot/*/tokens", it -> {
                throw new AssertionError("asked for tokens under a key that nobody else has");
            });
            page.evaluate("""
                    async () => {
                      document.body.insertAdjacentHTML('beforeend', '<form id="ballot" action="/app/ballot" data-once="today"><input name="_csrf" value="token"></form><div id="ballot-key" hidden>no</div>')
                      await import('/ballot/ask.js')
                    }""");
            page.waitForFunction("() => !document.getElementById('ballot-key').hidden");
        }
        assertThat(rounds.tally(round.id()).issued()).isZero();
        assertThat(web.key(round.id()).getBody()).containsEntry("key_sha256", round.keyHash());
        assertThatThrownBy(() -> web.key(UUID.randomUUID())).isInstanceOf(NotThere.class);
    }

    @Test
    void onlyWhoeverIsEntitledSeesARoundAndItsTokens() {
        var other = new Me(UUID.randomUUID(), "Somebody else", Set.of(Role.EMPLOYEE), Optional.empty());
        assertThat(web.open(me).getBody()).extracting(it -> it.get("round")).containsExactly(round.id().toString());
        assertThat(web.open(other).getBody()).isEmpty();
        assertThatThrownBy(() -> web.issue(round.id(), List.of("AA"), other)).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> web.issue(UUID.randomUUID(), List.of("AA"), me)).isInstanceOf(NotThere.class);
        assertThat(web.issue(round.id(), List.of("AA", "not base64"), me).getBody().toString()).contains("ballot.no-number");
        assertThat(http.get().uri("/app/ballot").with(As.a(Role.EMPLOYEE))).hasStatusOk().bodyJson().isEqualTo("[]");
        assertThat(http.post().uri("/app/ballot/" + round.id() + "/tokens").param("blinded", "AA").with(As.a(Role.EMPLOYEE))).hasStatus(404);
        assertThat(http.get().uri("/ballot/blind.js")).hasStatusOk();
    }

    private static void json(Route route, int status, Object body) {
        route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType("application/json").setBody(JsonMapper.shared().writeValueAsString(body)));
    }

    /** A name that comes twice is counted. */
    private static Map<String, String> fields(Route route) {
        var seen = new ArrayList<String>();
        return Arrays.stream(route.request().postData().split("&")).map(it -> it.split("=", 2)).collect(Collectors.toMap(it -> {
            seen.add(it[0]);
            return it[0].equals("blinded") ? it[0] + seen.size() : it[0];
        }, it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8), (one, two) -> two, LinkedHashMap::new));
    }
}
