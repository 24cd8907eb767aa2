package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.settings.Settings;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.webhook.OtherSystem;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeHouse(own = true)
@Import(OtherSystem.class)
class TellingASystemOfEventsTest {
    record Call(Map<String, List<String>> headers, String body) {}

    static final Me PROCESS = new Me(UUID.randomUUID(), "Engineer", Set.of(Role.PROCESS), Optional.empty());
    static final Me COUNSEL = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());

    @Autowired Queries queries;
    @Autowired Subscriptions subscriptions;
    @Autowired Captures captures;
    @Autowired Settings settings;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;
    final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    volatile int answer = 204;
    HttpsServer receiver;

    @BeforeEach
    void aReceiverIsThere() throws IOException {
        settings.set("webhook.hosts", "localhost inside\nshut.example", Accounts.HOUSE);
        receiver = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        receiver.setHttpsConfigurator(new HttpsConfigurator(OtherSystem.trust()));
        receiver.createContext("/", exchange -> {
            calls.add(new Call(Map.copyOf(exchange.getRequestHeaders()), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    String url() {
        return "https://localhost:" + receiver.getAddress().getPort() + "/events";
    }

    static <T> T done(Answer<T> answer) {
        return ((Answer.Done<T>) answer).value();
    }

    static String refusal(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.getFirst().key() : "done";
    }

    NamedQuery query(Map<String, List<String>> parameters) {
        return done(queries.keep("q-" + UUID.randomUUID(), parameters, PROCESS));
    }

    void capture(String... events) throws IOException {
        done(captures.receive(Form.EPCIS, "e.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(events))), Faulty.REFUSE_ALL, PROCESS));
    }

    JsonNode next() throws InterruptedException {
        var call = calls.poll(60, TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        return json.readTree(call.body());
    }

    static List<String> items(JsonNode told) {
        return told.at("/epcisBody/queryResults/resultsBody/eventList").valueStream().map(it -> it.at("/outputQuantityList/0/epcClass").asString()).toList();
    }

    @Test
    void whatComesOfAQueryIsToldOnceInOrderAndSigned() throws Exception {
        var first = new AChain();
        var second = new AChain();
        var query = query(Map.of("eventType", List.of("TransformationEvent"), "MATCH_outputEPCClass", List.of(first.poly, second.poly)));
        var opened = done(subscriptions.open(query, url(), Optional.empty(), PROCESS));
        capture(first.silicon(), first.poly());
        var call = calls.poll(60, TimeUnit.SECONDS);
        var told = json.readTree(call.body());
        assertThat(items(told)).as("and not the silicon that nobody asked for").containsExactly(first.poly);
        assertThat(told.at("/epcisBody/queryResults/queryName").asString()).isEqualTo(query.name());
        assertThat(told.at("/epcisBody/queryResults/subscriptionID").asString()).isEqualTo(opened.id().toString());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(opened.secret().replaceFirst("whsec_", "")), "HmacSHA256"));
        var signed = mac.doFinal((call.headers().get("Webhook-id").getFirst() + "." + call.headers().get("Webhook-timestamp").getFirst() + "." + call.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(call.headers().get("Webhook-signature")).containsExactly("v1," + Base64.getEncoder().encodeToString(signed));
        capture(first.poly(), second.poly());
        assertThat(items(next())).as("what was there is not told again").containsExactly(second.poly);
        done(subscriptions.end(subscriptions.of(query).getFirst(), PROCESS));
    }

    @Test
    void whatWasGivenUpIsToldOnceTheReceiverAnswersAgain() throws Exception {
        var chain = new AChain();
        var query = query(Map.of("MATCH_outputEPCClass", List.of(chain.poly, chain.mg)));
        done(subscriptions.open(query, url(), Optional.empty(), PROCESS));
        answer = 410;
        capture(chain.silicon());
        next();
        // The house stops by itself in the transaction that notes the answer; whoever looks then sees why.
        var stopped = org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> subscriptions.of(query).getFirst(), Subscription::stopped);
        assertThat(stopped.newest().orElseThrow().status()).isEqualTo(410);
        assertThat(browser.get().uri("/app/traceability/queries/" + query.id()).with(As.me(PROCESS)).exchange()).hasStatusOk().bodyText().contains("status 410").contains("localhost");
        capture(chain.poly());
        answer = 204;
        done(subscriptions.resume(stopped, PROCESS));
        assertThat(items(next())).as("from what arrived last").containsExactly(chain.mg, chain.poly);
        done(subscriptions.end(subscriptions.of(query).getFirst(), PROCESS));
    }

    @Test
    void thatAnEventWasWrongIsTold() throws Exception {
        var chain = new AChain();
        var query = query(Map.of("MATCH_outputEPCClass", List.of(chain.poly)));
        done(subscriptions.open(query, url(), Optional.empty(), PROCESS));
        capture(chain.poly());
        assertThat(items(next())).containsExactly(chain.poly);
        capture(chain.poly().replace("\"bizStep\"", "\"errorDeclaration\":{\"declarationTime\":\"2026-03-09T00:00:00Z\",\"reason\":\"incorrect_data\"},\"bizStep\""));
        var told = next().at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(told.at("/errorDeclaration/reason").asString()).contains("incorrect_data");
        done(subscriptions.end(subscriptions.of(query).getFirst(), PROCESS));
    }

    @Test
    void whoKeepsQueriesAndWhichCannotBe() {
        var asks = Map.of("EQ_bizStep", List.of("shipping"));
        var kept = query(asks);
        assertThat(refusal(queries.keep("x", asks, COUNSEL))).isEqualTo("traceability.not-yours");
        assertThat(refusal(queries.keep("two words", asks, PROCESS))).isEqualTo("traceability.query-name");
        assertThat(refusal(queries.keep(kept.name(), asks, PROCESS))).isEqualTo("traceability.query-there");
        assertThat(refusal(queries.keep("x", Map.of(), PROCESS))).isEqualTo("traceability.query-empty");
        assertThat(refusal(queries.keep("x", Map.of("perPage", List.of("5")), PROCESS))).isEqualTo("traceability.query-page");
        assertThat(refusal(queries.keep("x", Map.of("EQ_colour", List.of("grey")), PROCESS))).isEqualTo("traceability.query-unknown");
        assertThat(refusal(queries.keep("x", Map.of("EQ_bizStep", List.of("s".repeat(15_000))), PROCESS))).isEqualTo("traceability.query-long");
        assertThat(refusal(subscriptions.open(kept, url(), Optional.empty(), COUNSEL))).isEqualTo("traceability.not-yours");
        assertThat(refusal(subscriptions.open(kept, "https://10.0.0.1/x", Optional.empty(), PROCESS))).as("only where an administrator listed it").isEqualTo("webhook.host-not-listed");
        assertThat(refusal(subscriptions.open(kept, "http://localhost/", Optional.empty(), PROCESS))).isEqualTo("webhook.url-wrong");
        done(subscriptions.open(kept, "https://shut.example/", Optional.empty(), PROCESS));
        assertThat(refusal(queries.end(kept, COUNSEL))).isEqualTo("traceability.not-yours");
        assertThat(refusal(queries.end(kept, PROCESS))).isEqualTo("traceability.query-subscribed");
        assertThat(refusal(subscriptions.end(subscriptions.of(kept).getFirst(), COUNSEL))).isEqualTo("traceability.not-yours");
        assertThat(refusal(subscriptions.resume(subscriptions.of(kept).getFirst(), COUNSEL))).isEqualTo("traceability.not-yours");
        done(subscriptions.end(subscriptions.of(kept).getFirst(), PROCESS));
        done(queries.end(kept, PROCESS));
        assertThat(queries.find(kept.name())).isEmpty();
        assertThat(done(queries.keep(kept.name(), asks, PROCESS)).id()).as("the name is free").isNotEqualTo(kept.id());
    }

    @Test
    void theBindingAndTheScreensCarryIt() throws Exception {
        var chain = new AChain();
        capture(chain.poly());
        var name = "poly-" + UUID.randomUUID();
        var kept = browser.post().uri("/api/traceability/queries").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"" + name + "\",\"query\":{\"eventType\":[\"TransformationEvent\"],\"MATCH_outputEPCClass\":[\"" + chain.poly + "\"]}}").with(As.me(PROCESS)).exchange();
        assertThat(kept).hasStatus(201);
        var path = kept.getResponse().getHeader("Location");
        assertThat(browser.get().uri(path).with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyJson().extractingPath("$.query.eventType[0]").isEqualTo("TransformationEvent");
        assertThat(browser.get().uri(path + "/events").with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyJson().extractingPath("$.epcisBody.queryResults.queryName").isEqualTo(name);
        assertThat(browser.get().uri(path + "/events?perPage=none").with(As.a(Role.ASSURER)).exchange()).hasStatus(400);
        assertThat(browser.post().uri(path + "/subscriptions").contentType(MediaType.APPLICATION_JSON).content("{\"dest\":\"" + url() + "\",\"schedule\":{\"hour\":\"3\"}}").with(As.me(PROCESS)).exchange())
                .hasStatus(400).bodyText().contains("traceability.told-schedule", "epcisException:SubscriptionControlsException");
        var told = browser.post().uri(path + "/subscriptions").contentType(MediaType.APPLICATION_JSON)
                .content("{\"dest\":\"" + url() + "\",\"stream\":true,\"initialRecordTime\":\"2020-01-01T00:00:00Z\"}").with(As.me(PROCESS)).exchange();
        assertThat(told).hasStatus(201).bodyJson().extractingPath("$.signatureToken").asString().startsWith("whsec_");
        assertThat(items(next())).as("what was recorded since then").containsExactly(chain.poly);
        assertThat(browser.get().uri(told.getResponse().getHeader("Location")).with(As.me(PROCESS)).exchange()).hasStatusOk().bodyText().doesNotContain("whsec_");
        assertThat(browser.delete().uri(told.getResponse().getHeader("Location")).with(As.me(PROCESS)).exchange()).hasStatus(204);
        assertThat(browser.delete().uri(path).with(As.me(PROCESS)).exchange()).hasStatus(204);
        assertThat(browser.get().uri(path).with(As.me(PROCESS)).exchange()).hasStatus(404);
        assertThat(browser.post().uri("/app/traceability/queries").param("name", "by-hand").param("parameters", "EQ_bizStep = shipping | departing\nEQ_action = ADD").with(As.me(PROCESS)).exchange()).hasStatus(303);
        var byHand = queries.find("by-hand").orElseThrow();
        assertThat(byHand.parameters()).containsEntry("EQ_bizStep", List.of("shipping", "departing"));
        assertThat(browser.post().uri("/app/traceability/queries/" + byHand.id() + "/subscriptions").param("url", "https://shut.example/in").with(As.me(PROCESS)).exchange()).hasStatusOk().bodyText()
                .containsOnlyOnce("whsec_");
        assertThat(browser.get().uri("/app/traceability/queries").with(As.a(Role.REVIEWER)).exchange()).hasStatusOk().bodyText().contains("by-hand");
        var line = subscriptions.of(byHand).getFirst();
        assertThat(browser.post().uri("/app/traceability/queries/" + byHand.id() + "/subscriptions/" + line.id() + "/end").with(As.me(PROCESS)).exchange()).hasStatus(303);
        assertThat(browser.post().uri("/app/traceability/queries/" + byHand.id() + "/end").with(As.me(PROCESS)).exchange()).hasStatus(303);
    }
}
