package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningNotesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z");

    private final SignerKey log = SignerKey.generate("helia.example/log", VerifierKey.Kind.NOTE, new SecureRandom());
    private final SignerKey union = SignerKey.generate("union.example/w1", VerifierKey.Kind.COSIGNATURE, new SecureRandom());
    private final Checkpoint checkpoint = new Checkpoint("helia.example/log", 3, Hash.sha256());

    @Test
    void thePublishedExampleVerifiesAndIsWrittenAsItWasRead() {
        Path folder = Vectors.folder("security/tlog-c2sp-examples");
        byte[] bytes = Vectors.bytes(folder.resolve("signed-note-example.txt"));
        Note note = Note.parse(bytes);
        VerifierKey key = VerifierKey.parse(new String(Vectors.bytes(folder.resolve("signed-note-example.vkey")), StandardCharsets.UTF_8).strip());
        assertThat(note.check(key)).isEqualTo(Note.Checked.GOOD);
        assertThat(note.bytes()).isEqualTo(bytes);
        assertThat(new Note("Another message.\n", note.signatures()).check(key)).isEqualTo(Note.Checked.BAD);
    }

    @Test
    void theCheckpointsTilesAndEntriesOfAnotherImplementationAgreeWithOurs() {
        Path log = Vectors.folder("security/tlog-tessera").resolve("testdata/log");
        for (int size = 1; size <= 15; size++) {
            Note note = Note.parse(Vectors.bytes(log.resolve("checkpoint." + size)));
            Checkpoint checkpoint = Checkpoint.parse(note);
            assertThat(checkpoint.size()).isEqualTo(size);
            Tiles tiles = new Tiles(size, tile -> Vectors.bytes(log.resolve(tile.path())));
            assertThat(tiles.root()).isEqualTo(checkpoint.root());
            List<byte[]> entries = Tile.unbundle(Vectors.bytes(log.resolve(new Tile(Tile.ENTRIES, 0, size).path())));
            for (int i = 0; i < size; i++) {
                assertThat(Hash.leaf(entries.get(i))).isEqualTo(tiles.at(0, i));
            }
            assertThat(Tile.bundle(entries)).isEqualTo(Vectors.bytes(log.resolve(new Tile(Tile.ENTRIES, 0, size).path())));
        }
    }

    @Test
    void theBrokenCheckpointsOfAnotherProjectAreRefused() {
        Path folder = Vectors.folder("security/sigstore-java");
        int cases = 0;
        for (Path file : Vectors.files(folder)) {
            String name = file.getFileName().toString();
            if (!file.getParent().endsWith("checkpoints")) {
                continue;
            }
            cases++;
            // That project insists on a known key's signature being longer than a hash; the note format does not.
            if (name.startsWith("valid")) {
                Checkpoint.parse(Note.parse(Vectors.bytes(file)));
            } else if (!name.equals("error_signature_length_insufficient.txt")) {
                assertThatThrownBy(() -> Checkpoint.parse(Note.parse(Vectors.bytes(file)))).as(name).isInstanceOf(Malformed.class);
            }
        }
        assertThat(cases).isEqualTo(9);
    }

    @Test
    void everyPublishedEd25519CaseIsJudgedAsItShould() {
        Path file = Vectors.folder("security/wycheproof").resolve("testvectors_v1/ed25519_test.json");
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (Json group : list(Json.parse(Vectors.bytes(file)), "testGroups")) {
            byte[] key = hex(member(group, "publicKey"), "pk");
            for (Json test : list(group, "tests")) {
                cases++;
                boolean good = Keys.verify(Keys.publicKey(key), hex(test, "msg"), hex(test, "sig"));
                if (good != text(test, "result").equals("valid")) {
                    wrong.add(member(test, "tcId").text());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).isGreaterThan(140);
    }

    @Test
    void aSignedCheckpointIsReadBackAndVerifies() {
        Note note = Note.parse(Note.sign(checkpoint.text(), NOON, log, union).bytes());
        assertThat(note.check(log.verifier())).isEqualTo(Note.Checked.GOOD);
        assertThat(note.check(union.verifier())).isEqualTo(Note.Checked.GOOD);
        assertThat(note.cosignedAt(union.verifier())).contains(NOON);
        assertThat(Checkpoint.parse(note)).isEqualTo(checkpoint);
    }

    @Test
    void aStrangersSignatureIsKeptAndMeansNothing() {
        SignerKey stranger = SignerKey.generate("helia.example/log", VerifierKey.Kind.NOTE, new SecureRandom());
        Note note = Note.parse(Note.sign(checkpoint.text(), NOON, stranger).bytes());
        assertThat(note.check(log.verifier())).isEqualTo(Note.Checked.ABSENT);
        assertThat(note.signatures()).hasSize(1);
    }

    @Test
    void aTimeChangedUnderACosignatureBreaksIt() {
        Note note = Note.sign(checkpoint.text(), NOON, union);
        byte[] bytes = note.signatures().getFirst().bytes();
        bytes[7] ^= 1;
        Note changed = new Note(note.text(), List.of(new Note.Signature(union.verifier().name(), union.verifier().id(),
                Base64.getEncoder().encodeToString(bytes))));
        assertThat(changed.check(union.verifier())).isEqualTo(Note.Checked.BAD);
    }

    @Test
    void aTimeThatNoCalendarHasIsNoCosignature() {
        Note last = Note.sign(checkpoint.text(), LAST_SECOND, union);
        Note after = Note.sign(checkpoint.text(), LAST_SECOND.plusSeconds(1), union);
        assertThat(last.check(union.verifier())).isEqualTo(Note.Checked.GOOD);
        assertThat(last.cosignedAt(union.verifier())).contains(LAST_SECOND);
        assertThat(after.check(union.verifier())).isEqualTo(Note.Checked.BAD);
        assertThat(after.cosignedAt(union.verifier())).isEmpty();
        byte[] bytes = after.signatures().getFirst().bytes();
        bytes[0] = 0x7f;
        Note far = new Note(after.text(), List.of(new Note.Signature(union.verifier().name(), union.verifier().id(), Base64.getEncoder().encodeToString(bytes))));
        assertThat(far.check(union.verifier())).isEqualTo(Note.Checked.BAD);
        assertThat(far.cosignedAt(union.verifier())).isEmpty();
    }

    @Test
    void keysSurviveTheirTextForm() {
        assertThat(VerifierKey.parse(union.verifier().vkey())).isEqualTo(union.verifier());
        assertThat(SignerKey.parse(log.skey()).verifier()).isEqualTo(log.verifier());
        assertThat(log.toString()).doesNotContain("PRIVATE");
        assertThat(log.verifier().hasFingerprint(" " + log.verifier().fingerprint().toUpperCase().replace(' ', ':'))).isTrue();
        assertThat(log.verifier().hasFingerprint(log.verifier().fingerprint().substring(5))).isFalse();
    }

    @Test
    void thePublicKeyOfRfc8032IsDerivedFromItsSeed() {
        byte[] seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        assertThat(HexFormat.of().formatHex(Keys.publicOf(seed))).isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text\n", "text\n\n", "a\n\nb\n", "a\n\n\u2014 name\n", "a\n\n\u2014 na+me AAAAAAA=\n", "a\n\n\u2014 name AAAA\n",
            "a\tb\n\n\u2014 name AAAAAAA=\n", "a\n\n\u2014 name AAAAAAA=", "a\n\n\u2014 name AAAAAAB=\n", "a\n\n\u2014  AAAAAAA=\n",
            "a\n\n\u2014 name AAAAAAA= \n"})
    void whatIsNoNoteIsRefused(String text) {
        assertThatThrownBy(() -> Note.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin\n3\n", "origin\n03\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "origin\n-3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            "origin\n3\nAAAA\n", "\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "origin\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
            "origin\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"})
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name+00000000+AAAA", "name+0000000+x", "name"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
    }

    private static Json member(Json json, String key) {
        return ((Json.Obj) json).get(key).orElseThrow();
    }

    private static List<Json> list(Json json, String key) {
        return ((Json.Arr) member(json, key)).items();
    }

    private static String text(Json json, String key) {
        return ((Json.Str) member(json, key)).value();
    }

    private static byte[] hex(Json json, String key) {
        return HexFormat.of().parseHex(text(json, key));
    }
}
