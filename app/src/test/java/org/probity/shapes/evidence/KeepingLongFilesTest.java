package org.probity.shapes.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file is given back as it was brought, byte for byte, however its pieces lie. */
@WholeHouse
class KeepingLongFilesTest {
    private static final UUID SOMEBODY = UUID.randomUUID();
    private final Random random = new Random(1);

    @Autowired Evidence evidence;
    @Autowired JdbcClient db;
    @TempDir Path folder;

    private byte[] words(int lines) {
        return IntStream.range(0, lines).mapToObj(no -> "{\"no\":" + no + ",\"serial\":\"" + random.nextLong() + "\"}\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] both(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void isGivenBack(byte[] bytes) throws IOException {
        var item = evidence.keep("long.json", "application/json", Files.write(folder.resolve("long"), bytes), SOMEBODY);
        assertThat(item.size()).isEqualTo(bytes.length);
        assertThat(evidence.bytes(item)).isEqualTo(bytes);
        try (var in = evidence.open(item)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    private String kept(byte[] bytes) {
        return db.sql("SELECT string_agg(deflated::text || ' ' || (octet_length(bytes) < 200000), ', ' ORDER BY no) FROM evidence.chunk WHERE sha256 = :hash").param("hash", sha256(bytes)).query(String.class).single();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException(every);
        }
    }

    @Test
    void whateverIsInIt() throws IOException {
        var said = words(16_000);
        isGivenBack(said);
        assertThat(kept(said)).as("words are deflated").startsWith("true true, true true");
        var noise = noise(600_000);
        isGivenBack(noise);
        assertThat(kept(noise)).as("what does not get shorter is not").isEqualTo("false false, false false, false true");
        isGivenBack(both(both(noise(262_144), words(20_000)), noise(99)));
        for (var length : new int[] {1, 65_535, 65_536, 262_143, 262_144, 262_145, 524_288}) {
            isGivenBack(Arrays.copyOf(words(30_000), length));
        }
    }

    /** Until 2026-12 a piece had a megabyte. */
    @Test
    void asItLayBefore() throws IOException {
        var bytes = words(50_000);
        db.sql("INSERT INTO evidence.blob (sha256, size) VALUES (:hash, :size)").param("hash", sha256(bytes)).param("size", bytes.length).update();
        for (var no = 0; no << 20 < bytes.length; no++) {
            db.sql("INSERT INTO evidence.chunk (sha256, no, bytes) VALUES (:hash, :no, :bytes)").param("hash", sha256(bytes)).param("no", no)
                    .param("bytes", Arrays.copyOfRange(bytes, no << 20, Math.min(bytes.length, (no + 1) << 20))).update();
        }
        isGivenBack(bytes);
        assertThat(kept(bytes)).startsWith("false false, false ");
    }

    @Test
    void orNotAtAll() throws IOException {
        var bytes = words(20_000);
        isGivenBack(bytes);
        var item = evidence.bySha256(HexFormat.of().formatHex(sha256(bytes))).orElseThrow();
        db.sql("UPDATE evidence.chunk SET bytes = overlay(bytes PLACING '\\x00'::bytea FROM octet_length(bytes) / 2) WHERE sha256 = :hash AND no = 1").param("hash", sha256(bytes)).update();
        assertThatThrownBy(() -> evidence.bytes(item)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> {
            try (var in = evidence.open(item)) {
                in.readAllBytes();
            }
        }).isInstanceOf(RuntimeException.class);
        db.sql("DELETE FROM evidence.item WHERE sha256 = :hash").param("hash", sha256(bytes)).update();
        db.sql("DELETE FROM evidence.chunk WHERE sha256 = :hash").param("hash", sha256(bytes)).update();
        db.sql("DELETE FROM evidence.blob WHERE sha256 = :hash").param("hash", sha256(bytes)).update();
    }
}
