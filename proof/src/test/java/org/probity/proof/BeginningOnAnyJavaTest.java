package org.probity.proof;

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
    void aVersionIsItsNumber() {
        assertThat(Start.number("1.8")).isEqualTo(8);
        assertThat(Start.number("17")).isEqualTo(17);
        assertThat(Start.number("25")).isEqualTo(25);
    }
}
