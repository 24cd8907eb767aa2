package org.probity.house.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class CallingAHostTest {
    @Autowired Hosts hosts;

    Courier courier;

    @BeforeEach
    void thisMachineIsListed() {
        hosts.allow("localhost", true, Accounts.HOUSE);
        courier = new Courier(hosts, Receiver.TLS.getSocketFactory(), Duration.ofSeconds(20));
    }

    Courier.Outcome post(String url) {
        return courier.post(URI.create(url), Map.of("webhook-id", "msg_1"), "{\"名\":1}");
    }

    @Test
    void theBodyArrivesAsItIs() throws Exception {
        try (var receiver = new Receiver()) {
            assertThat(post(receiver.url()).arrived()).isTrue();
            var call = receiver.calls.take();
            assertThat(call.body()).isEqualTo("{\"名\":1}");
            assertThat(call.target()).isEqualTo("/hooks?from=probity");
            assertThat(call.headers()).containsEntry("webhook-id", "msg_1").containsEntry("content-type", "application/json");
        }
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.answer = 302;
            assertThat(post(receiver.url())).satisfies(it -> assertThat(it.status()).hasValue(302)).satisfies(it -> assertThat(it.arrived()).isFalse());
            assertThat(receiver.calls).hasSize(1);
        }
    }

    @Test
    void aHostThatIsNotListedIsNotCalled() {
        assertThat(post("https://elsewhere.example/").trouble()).isEqualTo("webhook.trouble.host-not-listed");
    }

    @Test
    void aHostWhoseNameLeadsNowhereIsSaid() {
        hosts.allow("no-such-host.invalid", false, Accounts.HOUSE);
        assertThat(post("https://no-such-host.invalid/").trouble()).isEqualTo("webhook.trouble.host-unknown");
    }

    @Test
    void thisMachineIsNotCalledWhileNobodySaidThatItIsInside() throws Exception {
        try (var receiver = new Receiver()) {
            hosts.allow("localhost", false, Accounts.HOUSE);
            assertThat(post(receiver.url()).trouble()).isEqualTo("webhook.trouble.host-inside");
            assertThat(receiver.calls).isEmpty();
        }
    }

    @Test
    void whatACloudKeepsForItsMachinesIsNotCalledEvenInside() {
        hosts.allow("169.254.169.254", true, Accounts.HOUSE);
        assertThat(post("https://169.254.169.254/latest/meta-data").trouble()).isEqualTo("webhook.trouble.host-forbidden");
    }

    @Test
    void aCertificateThatNobodyTrustsGetsNoMessage() throws Exception {
        try (var receiver = new Receiver()) {
            courier = new Courier(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(20));
            assertThat(post(receiver.url()).trouble()).contains("certification path");
            assertThat(receiver.calls).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherNameGetsNoMessage() throws Exception {
        try (var receiver = new Receiver()) {
            hosts.allow("127.0.0.1", true, Accounts.HOUSE);
            assertThat(post(receiver.url().replace("localhost", "127.0.0.1")).trouble()).isNotEmpty();
            assertThat(receiver.calls).isEmpty();
        }
    }

    @Test
    void ofAnAnswerOnly64KilobytesAreRead() throws Exception {
        try (var endless = Receiver.saying(("HTTP/1.1 103 Early Hints\r\nlink: " + "x".repeat(Courier.MOST_BYTES) + "\r\n\r\nHTTP/1.1 204 Fine\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII))) {
            assertThat(post("https://localhost:" + endless.getLocalPort() + "/").trouble()).contains("65536 bytes");
        }
    }

    @Test
    void whatComesBeforeTheStatusIsPassedOver() throws Exception {
        try (var early = Receiver.saying("HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 202 Fine\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(post("https://localhost:" + early.getLocalPort() + "/").status()).hasValue(202);
        }
    }

    @Test
    void anAnswerThatDripsIsNotWaitedForBeyondItsTime() throws Exception {
        try (var slow = Receiver.saying("HTTP/1.1 2".getBytes(StandardCharsets.US_ASCII))) {
            courier = new Courier(hosts, Receiver.TLS.getSocketFactory(), Duration.ofSeconds(2));
            var before = Instant.now();
            assertThat(post("https://localhost:" + slow.getLocalPort() + "/").trouble()).isNotEmpty();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void whatDoesNotSpeakHttpIsSaid() throws Exception {
        try (var other = Receiver.saying("220 smtp.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(post("https://localhost:" + other.getLocalPort() + "/").trouble()).isEqualTo("the answer is not HTTP");
        }
    }
}
