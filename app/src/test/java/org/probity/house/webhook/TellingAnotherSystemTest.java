package org.probity.house.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.RealTime;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.mail.Outbox;
import org.probity.house.settings.SettingsKey;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@WholeHouse(own = true)
@Import(TellingAnotherSystemTest.Trust.class)
class TellingAnotherSystemTest {
    @TestConfiguration
    static class Trust {
        @Bean
        @Primary
        Courier courierThatTrustsTheReceiver(Hosts hosts) {
            return new Courier(hosts, Receiver.TLS.getSocketFactory(), Duration.ofSeconds(20));
        }
    }

    static final UUID BY = Accounts.HOUSE;
    static final EventKind KIND = new EventKind("account.changed", "signin.event.account-changed");

    @Autowired Hosts hosts;
    @Autowired Courier courier;
    @Autowired Endpoints endpoints;
    @Autowired List<EventKind> kinds;
    @Autowired SettingsKey key;
    @Autowired AuditTrail trail;
    @Autowired Accounts accounts;
    @Autowired Outbox outbox;
    @Autowired ObjectProvider<SchedulerClient> jobs;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;
    @Autowired org.springframework.context.ApplicationEventPublisher published;
    @Autowired MockMvc browser;

    /** Far ahead, so that the house's own scheduler leaves to these tests what they write. */
    Instant now = Instant.parse("2050-03-01T00:00:00Z");
    final RealTime time = new RealTime(() -> now);
    Endpoints later;
    Deliveries deliveries;
    Receiver receiver;

    @BeforeEach
    void aReceiverIsThere() throws Exception {
        receiver = new Receiver();
        hosts.allow("localhost", true, BY);
        later = new Endpoints(db, hosts, kinds, key, trail, accounts, outbox, published, time);
        deliveries = new Deliveries(db, later, courier, jobs, transaction, trail, json, published, time);
        endpoints.all().forEach(it -> endpoints.stop(it.id(), BY));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    Endpoints.Opened registered(Endpoints by) {
        return ((Answer.Done<Endpoints.Opened>) by.register(receiver.url(), List.of("account.changed"), BY)).value();
    }

    Endpoint endpoint(UUID id) {
        return later.find(id).orElseThrow();
    }

    /** Something happens, and its message waits. */
    UUID told(UUID endpoint) {
        transaction.executeWithoutResult(_ -> deliveries.happened(new Happened(KIND, Map.of("account", "7"), now)));
        return deliveries.newest(endpoint, 1).getFirst().id();
    }

    static String hmac(Secret secret, Receiver.Call call) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.text().replaceFirst("whsec_", "")), "HmacSHA256"));
        for (var part : List.of(call.header("webhook-id"), ".", call.header("webhook-timestamp"), ".", call.body())) {
            mac.update(part.getBytes(StandardCharsets.UTF_8));
        }
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
    }

    @Test
    void whatIsToldCanBeChosenAnewAndCountsFromThenOn() {
        var id = registered(later).endpoint();
        told(id);
        var other = kinds.stream().filter(EventKind::offered).map(EventKind::name).filter(name -> !name.equals(KIND.name())).findFirst().orElseThrow();
        var chosen = ((Answer.Done<Endpoint>) later.choose(endpoint(id), List.of(other, "nobody.tells-this"), BY)).value();
        assertThat(chosen.kinds()).containsExactly(other);
        transaction.executeWithoutResult(_ -> deliveries.happened(new Happened(KIND, Map.of("account", "8"), now)));
        assertThat(deliveries.newest(id, 10)).as("only what happened before").hasSize(1);
        assertThat(trail.notes(new AuditTrail.Filter(null, "webhook.chosen", null, null, null), 1).getFirst().details())
                .containsEntry("endpoint", id.toString()).containsEntry("before", KIND.name()).containsEntry("kinds", other);
    }

    @Test
    void toldNothingIsNoChoice() {
        var id = registered(later).endpoint();
        assertThat(later.choose(endpoint(id), List.of("nobody.tells-this"), BY)).isEqualTo(Answer.refused("kinds", "webhook.kinds-missing"));
        assertThat(endpoint(id).kinds()).containsExactly(KIND.name());
    }

    @Test
    void whatARoomTellsArrivesSignedAndWithoutNames() throws Exception {
        var opened = registered(endpoints);
        var account = ((Ruling.Granted<UUID>) accounts.invite(
                new Accounts.Newcomer("Ren Fei", "ren@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), BY)).value();
        var call = receiver.calls.poll(60, TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        var body = json.readTree(call.body());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(body.get("type").asString()).isEqualTo("account.changed");
        assertThat(Instant.parse(body.get("timestamp").asString())).isBetween(Instant.now().minusSeconds(120), Instant.now());
        assertThat(body.get("data").toString()).isEqualTo("{\"account\":\"" + account + "\",\"change\":\"account.invited\"}");
        assertThat(call.header("webhook-signature")).isEqualTo(hmac(opened.secret(), call));
        assertThat(Long.parseLong(call.header("webhook-timestamp"))).isBetween(Instant.now().getEpochSecond() - 120, Instant.now().getEpochSecond());
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        var opened = registered(later);
        transaction.executeWithoutResult(it -> {
            deliveries.happened(new Happened(KIND, Map.of(), now));
            it.setRollbackOnly();
        });
        assertThat(deliveries.newest(opened.endpoint(), 9)).isEmpty();
    }

    @Test
    void whatWasNotChosenIsNotTold() {
        var opened = registered(later);
        transaction.executeWithoutResult(_ -> deliveries.happened(new Happened(new EventKind("paper.accepted", ""), Map.of(), now)));
        assertThat(deliveries.newest(opened.endpoint(), 9)).isEmpty();
    }

    @Test
    void aMessageThatFailsIsTriedForThreeDaysAndThenTheAddressIsStoppedWithALetter() {
        accounts.invite(new Accounts.Newcomer("Sam Ito", "sam@helia.example", Set.of(Role.ADMINISTRATOR), Optional.empty(), "en"), BY);
        receiver.answer = 500;
        var opened = registered(later);
        var message = told(opened.endpoint());
        for (var wait : Deliveries.WAITS) {
            var again = deliveries.carry(message);
            assertThat(again).contains(now.plus(wait));
            now = again.get();
        }
        assertThat(Deliveries.WAITS.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofDays(3));
        assertThat(endpoint(opened.endpoint()).stopped()).isFalse();
        assertThat(deliveries.carry(message)).isEmpty();
        assertThat(endpoint(opened.endpoint()).stopped()).isTrue();
        assertThat(receiver.calls).hasSize(10).allMatch(it -> it.header("webhook-id").equals("msg_" + message));
        assertThat(deliveries.newest(opened.endpoint(), 1).getFirst()).matches(it -> it.tries() == 10 && it.status() == 500 && it.givenUpAt() != null);
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = 'sam@helia.example' AND subject LIKE '%localhost%'").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void anAddressThatTakesOtherMessagesIsNotStoppedForOne() {
        receiver.answer = 400;
        var opened = registered(later);
        var bad = told(opened.endpoint());
        for (var n = 0; n < Deliveries.WAITS.size(); n++) {
            now = deliveries.carry(bad).orElseThrow();
        }
        receiver.answer = 200;
        deliveries.carry(told(opened.endpoint()));
        receiver.answer = 400;
        assertThat(deliveries.carry(bad)).isEmpty();
        assertThat(endpoint(opened.endpoint()).stopped()).isFalse();
    }

    @Test
    void aReceiverThatSaysItIsGoneIsStoppedAtOnce() {
        receiver.answer = 410;
        var opened = registered(later);
        assertThat(deliveries.carry(told(opened.endpoint()))).isEmpty();
        assertThat(endpoint(opened.endpoint()).stoppedBy()).isNull();
        assertThat(endpoint(opened.endpoint()).stopped()).isTrue();
    }

    @Test
    void whatWaitsForAStoppedAddressIsGivenUpWithoutACall() {
        var opened = registered(later);
        var message = told(opened.endpoint());
        later.stop(opened.endpoint(), BY);
        assertThat(deliveries.carry(message)).isEmpty();
        assertThat(receiver.calls).isEmpty();
        assertThat(deliveries.newest(opened.endpoint(), 1).getFirst().givenUpAt()).isEqualTo(now);
    }

    @Test
    void aHostTakenOffTheListIsNotCalledAnyMore() {
        var opened = registered(later);
        hosts.strike("localhost", BY);
        assertThat(deliveries.carry(told(opened.endpoint()))).isPresent();
        assertThat(receiver.calls).isEmpty();
        assertThat(deliveries.newest(opened.endpoint(), 1).getFirst().trouble()).isEqualTo("webhook.trouble.host-not-listed");
    }

    @Test
    void whatIsSentAgainComesUnderTheSameIdAndASecondTimeOnlyWhenDone() throws Exception {
        var opened = registered(later);
        var message = told(opened.endpoint());
        assertThat(refusal(deliveries.sendAgain(endpoint(opened.endpoint()), message, BY))).isEqualTo("webhook.on-its-way");
        deliveries.carry(message);
        now = now.plusSeconds(60);
        assertThat(deliveries.sendAgain(endpoint(opened.endpoint()), message, BY)).isInstanceOf(Answer.Done.class);
        deliveries.carry(message);
        assertThat(receiver.calls.take().header("webhook-id")).isEqualTo(receiver.calls.take().header("webhook-id"));
    }

    @Test
    void whatWasForgottenOrIsOfAnotherAddressOrStoppedIsNotSentAgain() {
        var opened = registered(later);
        var message = told(opened.endpoint());
        assertThat(refusal(deliveries.sendAgain(endpoint(registered(later).endpoint()), message, BY))).isEqualTo("webhook.message-gone");
        deliveries.carry(message);
        later.stop(opened.endpoint(), BY);
        assertThat(refusal(deliveries.sendAgain(endpoint(opened.endpoint()), message, BY))).isEqualTo("webhook.stopped-already");
        assertThat(refusal(deliveries.tryOut(endpoint(opened.endpoint())))).isEqualTo("webhook.stopped-already");
        now = now.plus(Duration.ofDays(Deliveries.REMEMBERED_DAYS + 1));
        deliveries.forget(new DayHasBegun(java.time.LocalDate.of(2050, 4, 2)));
        later.resume(opened.endpoint(), BY);
        assertThat(refusal(deliveries.sendAgain(endpoint(opened.endpoint()), message, BY))).isEqualTo("webhook.message-gone");
    }

    @Test
    void forADayAfterAChangeBothSecretsSignAndThenTheNewOneAlone() throws Exception {
        var opened = registered(later);
        var fresh = later.rotate(opened.endpoint(), BY).orElseThrow();
        now = now.plus(Endpoints.CHANGE_OVER).minusSeconds(1);
        deliveries.carry(told(opened.endpoint()));
        var during = receiver.calls.take();
        assertThat(during.header("webhook-signature")).isEqualTo(hmac(fresh, during) + " " + hmac(opened.secret(), during));
        now = now.plusSeconds(1);
        deliveries.carry(told(opened.endpoint()));
        var after = receiver.calls.take();
        assertThat(after.header("webhook-signature")).isEqualTo(hmac(fresh, after));
    }

    @Test
    void aSecretLiesInTheDatabaseSealedOnlyAndInNoTrail() {
        var bare = registered(later).secret().text().substring(6);
        assertThat(db.sql("SELECT count(*) FROM webhook.secret WHERE position(:it IN sealed) > 0").param("it", bare).query(Long.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM access.audit WHERE position(:it IN details::text) > 0").param("it", bare).query(Long.class).single()).isZero();
    }

    @Test
    void anAddressThatCannotBeOneIsRefused() {
        for (var url : List.of("http://localhost/", "https://user:word@localhost/", "https://localhost/#part", "https:///path", "https://LOCALHOST/", "nonsense",
                "https://localhost/" + "x".repeat(Endpoints.URL_MOST), "https://localhost/a b", "ftp://localhost/")) {
            assertThat(refusal(endpoints.register(url, List.of("account.changed"), BY))).as(url).isEqualTo("webhook.url-wrong");
        }
        assertThat(refusal(endpoints.register("https://other.example/", List.of("account.changed"), BY))).isEqualTo("webhook.host-not-listed");
        assertThat(refusal(endpoints.register("https://localhost/", List.of("no.such-kind"), BY))).isEqualTo("webhook.kinds-missing");
        assertThat(refusal(hosts.allow("https://erp.example", false, BY))).isEqualTo("webhook.host-wrong");
        assertThat(refusal(hosts.allow("erp.example inside", false, BY))).isEqualTo("webhook.host-wrong");
    }

    static String refusal(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }

    @Test
    void anAdministratorSeesTheSecretOnceAndNobodyElseComesIn() throws Exception {
        var shown = browser.perform(post("/app/webhooks").param("url", receiver.url()).param("kinds", "account.changed").with(As.a(Role.ADMINISTRATOR)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(shown).containsOnlyOnce("whsec_");
        var id = endpoints.all().stream().filter(it -> it.url().equals(receiver.url())).findFirst().orElseThrow().id();
        assertThat(browser.perform(get("/app/webhooks/" + id).with(As.a(Role.ADMINISTRATOR))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString()).doesNotContain("whsec_");
        browser.perform(post("/app/webhooks/" + id + "/trial").with(As.a(Role.ADMINISTRATOR))).andExpect(status().isSeeOther());
        assertThat(receiver.calls.poll(60, TimeUnit.SECONDS)).isNotNull().matches(it -> it.body().contains("webhook.trial"));
        browser.perform(post("/app/webhooks").param("url", "http://x").with(As.a(Role.ADMINISTRATOR))).andExpect(status().isUnprocessableContent());
        browser.perform(get("/app/webhooks").with(As.a(Role.PUBLISHER))).andExpect(status().isForbidden());
        browser.perform(get("/app/webhooks/" + UUID.randomUUID()).with(As.a(Role.ADMINISTRATOR))).andExpect(status().isNotFound());
    }
}
