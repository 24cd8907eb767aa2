package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeHouse
@Tag("browser")
class OpeningTheFrontDoorTest {
    @LocalServerPort int port;

    @Test
    void aRealBrowserGetsAPage() {
        try (var stranger = Browser.at(port)) {
            assertThat(stranger.page().navigate("/").status()).isLessThan(500);
            assertThat(stranger.picture("front-door")).exists();
        }
    }
}
