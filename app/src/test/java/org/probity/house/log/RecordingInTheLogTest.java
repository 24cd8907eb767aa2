package org.probity.house.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.proof.Checkpoint;
import org.probity.proof.Commitment;
import org.probity.proof.Entry;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.proof.Note;
import org.probity.proof.Tile;
import org.probity.proof.TlogProof;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class RecordingInTheLogTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Autowired Log log;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;

    UUID record(String kind, Object what) {
        return transaction.execute(status -> log.record(kind, MARCH, Map.of("what", what.toString())));
    }

    @Test
    void aRecordHasItsPlaceAndAProofThatAStrangerCanCheck() {
        var id = record("test.alone", "one");
        log.settle();
        var place = log.place(id).orElseThrow();
        var view = log.view();
        var size = log.newest().orElseThrow().size();
        assertThat(log.inclusionProof(place.index(), size)).isEqualTo(view.proofOf(place.index()).proof());
        var proof = TlogProof.parse(view.proofOf(place.index()).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(proof.holds(log.view().entry(place.index()))).isTrue();
        assertThat(proof.checkpoint().check(log.verifier())).isEqualTo(Note.Checked.GOOD);
        assertThat(Entry.parse(log.view().entry(place.index())).commitment()).isEqualTo(Commitment.of(Commitment.ENTRY, log.opening(id).orElseThrow()));
    }

    @Test
    void whatIsRolledBackLeavesNoTrace() {
        transaction.executeWithoutResult(status -> {
            log.record("test.back", MARCH, Map.of("what", "never"));
            status.setRollbackOnly();
        });
        record("test.back", "yes");
        log.settle();
        assertThat(log.all("test.back", 2026)).extracting(Log.Placed::number).containsExactly(1L);
    }

    @Test
    void nothingIsRecordedOutsideATransaction() {
        assertThatThrownBy(() -> log.record("test.outside", MARCH, Map.of())).isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
    }

    @Test
    void numbersHaveNoGapsAndNoDoublesUnderManyHands() throws Exception {
        try (var hands = Executors.newFixedThreadPool(8)) {
            var done = IntStream.range(0, 200).mapToObj(i -> hands.submit(() -> {
                record("test.many", i);
                if (i % 7 == 0) {
                    log.settle();
                }
            })).toList();
            for (var one : done) {
                one.get();
            }
        }
        log.settle();
        var all = log.all("test.many", 2026);
        assertThat(all).extracting(Log.Placed::number).containsExactlyElementsOf(IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList());
        assertThat(new HashSet<>(all.stream().map(Log.Placed::index).toList())).hasSize(200);
    }

    @Test
    void theServedTilesAndEntriesGiveTheSignedRoot() throws Exception {
        for (int i = 0; i < 300; i++) {
            record("test.tiles", i);
        }
        log.settle();
        var tree = Checkpoint.parse(Note.parse(browser.get().uri("/log/checkpoint").exchange().getResponse().getContentAsByteArray()));
        var growing = new MerkleTree.Growing();
        List<Hash> leaves = new ArrayList<>();
        for (long tile = 0; tile * 256 < tree.size(); tile++) {
            int width = Tile.widthAt(0, tile, tree.size());
            for (byte[] entry : Tile.unbundle(browser.get().uri("/log/" + new Tile(Tile.ENTRIES, tile, width).path()).exchange().getResponse().getContentAsByteArray())) {
                growing.add(Hash.leaf(entry));
                leaves.add(Hash.leaf(entry));
            }
            byte[] hashes = browser.get().uri("/log/" + new Tile(0, tile, width).path()).exchange().getResponse().getContentAsByteArray();
            assertThat(hashes).hasSize(32 * width);
            assertThat(Hash.of(java.util.Arrays.copyOf(hashes, 32))).isEqualTo(leaves.get((int) tile * 256));
        }
        assertThat(growing.root()).isEqualTo(tree.root());
        assertThat(browser.get().uri("/log/tile/0/999")).hasStatus(404);
    }

    @Test
    void anErasedContentLeavesTheLogWhole() {
        var id = record("test.erased", "secret");
        log.settle();
        transaction.executeWithoutResult(status -> log.erase(id));
        assertThat(log.opening(id)).isEmpty();
        var place = log.place(id).orElseThrow();
        assertThat(log.view().proofOf(place.index()).holds(log.view().entry(place.index()))).isTrue();
    }

    @Test
    void aBatchIsOneEntryWithTheRootOfItsOwnTree() {
        var rows = IntStream.range(0, 5).mapToObj(i -> Map.of("n", i)).toList();
        var id = transaction.execute(status -> log.recordBatch("test.batch", MARCH, Map.of("session", "s"), rows));
        log.settle();
        assertThat(Entry.parse(log.view().entry(log.place(id).orElseThrow().index())).size()).hasValue(5);
        assertThat(log.opening(id).orElseThrow().content().text()).contains("\"root\":");
    }
}
