package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three kills of the two hundred that {@code probity trial kill} makes. */
class KillingTheHouseTest {
    static final Path JAR = Path.of("../app/target/probity.jar").toAbsolutePath().normalize();

    @Test
    void nothingAcknowledgedIsLostWhenProgramPostgresOrBothAreKilled() throws Exception {
        assumeTrue(Files.exists(JAR), "the application has not been packaged in this build");
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();

        var outcome = KillTrial.run(List.of(java, "-Xmx768m", "-jar", JAR.toString(), "serve"), 3, 42);

        assertThat(outcome.lost()).isEmpty();
        assertThat(outcome.invented()).isEmpty();
        assertThat(outcome.acknowledged()).isGreaterThan(60);
    }
}
