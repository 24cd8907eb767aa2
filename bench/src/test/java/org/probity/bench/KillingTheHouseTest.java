package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.bench.TormentedHouse.Victim;

/** Four kills, one of each kind, of the thousands that {@code probity trial kill} and {@code probity trial writer} make. */
class KillingTheHouseTest {
    /** For a house that lives for seconds: compiling twice what is killed was half of its start. */
    static final String SHORT_LIVED = "-Xmx768m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    static final Path JAR = Path.of("../app/target/probity.jar").toAbsolutePath().normalize();

    @Test
    void nothingAcknowledgedIsLostWhoeverIsKilled() throws Exception {
        assumeTrue(Files.exists(JAR), "the application has not been packaged in this build");
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();

        var serve = Stream.of(Stream.of(java), Stream.of(SHORT_LIVED.split(" ")), Stream.of("-jar", JAR.toString(), "serve")).flatMap(it -> it).toList();
        var outcome = TormentedHouse.torment(serve, List.of(Victim.values()), 4, 42);

        assertThat(outcome.lost()).isZero();
        assertThat(outcome.invented()).isZero();
        assertThat(outcome.forks()).isZero();
        assertThat(outcome.gaps()).isZero();
        assertThat(outcome.acknowledged()).isGreaterThanOrEqualTo(20);
        assertThat(outcome.states()).isPositive();
    }
}
