package org.probity.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BeginningOnAnyJavaTest {
    @Test
    void whatRunsFirstIsReadByJava8() throws IOException {
        try (var in = Objects.requireNonNull(Start.class.getResourceAsStream("Start.class"))) {
            var version = ByteBuffer.wrap(in.readNBytes(8)).getShort(6);
            assertThat(version).as("52 is the form of Java 8").isEqualTo((short) 52);
        }
    }

    @Test
    void aCompanyThatHasOneNameIsNamedOnce() {
        assertThat(VerifyCustoms.both("Helia Solar", "Helia Solar")).isEqualTo("Helia Solar");
        assertThat(VerifyCustoms.both("Helia Solar", "海利亚光伏")).isEqualTo("Helia Solar · 海利亚光伏");
    }
}
