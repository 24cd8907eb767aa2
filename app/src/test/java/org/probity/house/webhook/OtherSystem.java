package org.probity.house.webhook;

import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** For journeys with another system of the company on this machine: the house trusts its certificate for localhost. */
@TestConfiguration
public class OtherSystem {
    public static final String PASSWORD = "changeit";

    /** What the other system serves with. */
    public static Path keystore() {
        return Receiver.KEYS;
    }

    /** For whoever calls it as the house does. */
    public static SSLContext trust() {
        return Receiver.TLS;
    }

    @Bean
    @Primary
    Courier courierThatTrustsIt(Hosts hosts) {
        return new Courier(hosts, Receiver.TLS.getSocketFactory(), Duration.ofSeconds(20));
    }
}
