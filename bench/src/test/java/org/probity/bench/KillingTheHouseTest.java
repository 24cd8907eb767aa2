package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.bench.TormentedHouse.Victim;

/** Four kills, one of each kind, of the thousands that {@code probity trial kill} and {@code probity trial writer} make. */
class KillingTheHouseTest {
    static final Path JAR = Path.of("../app/target/probity.jar").toAbsolutePath().normalize();

    @Test
    void nothingAcknowledgedIsLostWhoeverIsKilled() throws Exception {
        assumeTrue(Files.exists(JAR), "the application has not been packaged in this build");
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();

        var outcome = TormentedHouse.torment(List.of(java, "-Xmx768m", "-jar", JAR.toString(), "serve"), List.of(Victim.values()), 4, 42);

        assertThat(outcome.lost()).isZero();
        assertThat(outcome.invented()).isZero();
        assertThat(outcome.forks()).isZero();
        assertThat(outcome.gaps()).isZero();
        assertThat(outcome.acknowledged()).isGreaterThanOrEqualTo(20);
        assertThat(outcome.states()).isPositive();
    }
}
