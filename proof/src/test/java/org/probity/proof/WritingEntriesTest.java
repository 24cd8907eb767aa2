package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingEntriesTest {

    private static final String SALT = "00".repeat(32);

    @Test
    void anEntrySaysClassDayNumberAndNothingAboutAnybody() {
        Hash commitment = Commitment.of(Commitment.ENTRY, new Commitment.Opening(SALT, Json.object("supplier", "S-17")));
        Entry entry = new Entry("minerals.declaration", commitment, LocalDate.of(2026, 3, 31), 17);
        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"class\":\"minerals.declaration\",\"commitment\":\""
                + commitment.hex() + "\",\"day\":\"2026-03-31\",\"number\":17,\"year\":2026}");
        assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
    }

    @Test
    void aBatchSaysHowManyLeavesItsOwnTreeHas() {
        Entry entry = new Entry("learning.attendance", Hash.sha256(), LocalDate.of(2026, 3, 31), 1, OptionalLong.of(412));
        assertThat(Entry.parse(entry.bytes()).size()).hasValue(412);
    }

    @Test
    void theCommitmentCoversDomainSaltAndContent() {
        Commitment.Opening opening = new Commitment.Opening(SALT, Json.object("a", 1));
        Hash commitment = Commitment.of(Commitment.ENTRY, opening);
        assertThat(commitment).isEqualTo(Hash.sha256("probity-entry/1\0".getBytes(StandardCharsets.UTF_8), new byte[32], "{\"a\":1}".getBytes()));
        assertThat(Commitment.of(Commitment.ROW, opening)).isNotEqualTo(commitment);
        assertThat(Commitment.of(Commitment.ENTRY, new Commitment.Opening("01" + SALT.substring(2), Json.object("a", 1)))).isNotEqualTo(commitment);
        assertThat(Commitment.of(Commitment.ENTRY, new Commitment.Opening(SALT, Json.object("a", 2)))).isNotEqualTo(commitment);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"class\":\"a\",\"commitment\":\"00\",\"day\":\"2026-03-31\",\"number\":1,\"year\":2026}",
            "{\"class\":\"a\",\"commitment\":\"HASH\",\"day\":\"2026-03-31\",\"number\":1,\"year\":2025}",
            "{\"class\":\"a\",\"commitment\":\"HASH\",\"day\":\"2026-02-30\",\"number\":1,\"year\":2026}",
            "{\"class\":\"a\",\"commitment\":\"HASH\",\"day\":\"2026-03-31\",\"number\":0,\"year\":2026}",
            "{\"class\":\"A\",\"commitment\":\"HASH\",\"day\":\"2026-03-31\",\"number\":1,\"year\":2026}",
            "{\"class\":\"a\",\"commitment\":\"HASH\",\"day\":\"2026-03-31\",\"number\":1,\"who\":\"x\",\"year\":2026}",
            "{\"class\":\"a\",\"commitment\":\"HASH\",\"day\":\"2026-03-31\",\"number\":1, \"year\":2026}",
            "[]"})
    void whatIsNoEntryIsRefused(String text) {
        byte[] bytes = text.replace("HASH", Hash.sha256().hex()).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Entry.parse(bytes)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"0,1234067,256,tile/0/x001/x234/067", "0,0,256,tile/0/000", "3,5,17,tile/3/005.p/17", "-1,1000,256,tile/entries/x001/000",
            "-1,0,1,tile/entries/000.p/1"})
    void tilesHaveThePathsOfTheSpecification(int level, long index, int width, String path) {
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
        assertThat(Tile.atPath(path)).contains(new Tile(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/0", "tile/00/000", "tile/64/000", "tile/0/x000/001", "tile/0/000.p/256", "tile/0/000.p/0", "tile/0/000.p/",
            "tile/0/../000", "tile/-1/000", "tile/0/x001/234/567", "tile/0/000/", "checkpoint",
            "tile/0/x999/x999/x999/x999/x999/x999/x999/999"})
    void otherPathsAreNoTiles(String path) {
        assertThat(Tile.atPath(path)).isEmpty();
    }

    @Test
    void bundlesSurviveAndCutOnesAreRefused() {
        byte[] bundle = Tile.bundle(List.of(new byte[0], new byte[65_535], new byte[] {1}));
        assertThat(Tile.unbundle(bundle)).extracting(entry -> entry.length).containsExactly(0, 65_535, 1);
        byte[] cut = java.util.Arrays.copyOf(bundle, bundle.length - 1);
        assertThatThrownBy(() -> Tile.unbundle(cut)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Tile.bundle(List.of(new byte[65_536]))).isInstanceOf(IllegalArgumentException.class);
    }
}
