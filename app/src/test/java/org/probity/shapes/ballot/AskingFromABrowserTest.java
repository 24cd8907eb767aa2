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
    Round round;
    BallotWeb web;

    @BeforeEach
    void aRoundOfTwoTokens() {
        var today = LocalDate.now(clock);
        round = transaction.execute(it -> rounds.open(purpose, 2, today, today.plusDays(9)));
        web = new BallotWeb(List.of(new Roll() {
            @Override
            public String purpose() {
                return purpose;
            }

            @Override
            public Optional<UUID> person(Me of, Round in) {
                return of.account().equals(me.account()) ? Optional.of(person) : Optional.empty();
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
            var ask = "async round => { const m = await import('/ballot/blind.js'); await m.ask('/app/ballot', 'token').catch(() => {}); return m.left(round) }";
            var spend = "async round => { const m = await import('/ballot/blind.js'); const a = await m.spend('/spend', round, { words: 'aloud' }); return [a.status, m.left(round)] }";
            assertThat(page.evaluate(ask, round.id().toString())).as("the answer was lost").isEqualTo(0);
            page.reload();
            assertThat(page.evaluate(ask, round.id().toString())).isEqualTo(2);
            assertThat(page.evaluate(ask, round.id().toString())).as("not asked for again").isEqualTo(2);
            assertThat(asked).hasSize(2);
            assertThat(asked.getFirst()).as("the very same").isEqualTo(asked.getLast()).hasSize(2);
            assertThat(page.evaluate(spend, round.id().toString())).isEqualTo(List.of(200, 1));
            assertThat(page.evaluate(spend, round.id().toString())).isEqualTo(List.of(200, 0));
            assertThat(page.evaluate("round => localStorage.getItem('ballot.' + round)", round.id().toString())).as("nothing is left of what blinded them").isEqualTo("{\"tokens\":[]}");
        }
        assertThat(spends).extracting(it -> it.get("words")).containsExactly("aloud", "aloud");
        assertThat(rounds.tally(round.id())).isEqualTo(new Rounds.Tally(1, 2, 2));
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
