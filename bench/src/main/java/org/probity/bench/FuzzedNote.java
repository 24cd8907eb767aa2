package org.probity.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.probity.proof.Checkpoint;
import org.probity.proof.Malformed;
import org.probity.proof.Note;
import org.probity.proof.Specimen;
import org.probity.proof.TlogProof;
import org.probity.proof.TrustPolicy;
import org.probity.proof.VerifierKey;

/**
 * A signed note, the checkpoint in it, a proof that carries one, a verifier key and a policy: each is refused as malformed, or read so that what is
 * written back is what was read. Only what the log has signed has a good signature.
 *
 * @param signed the texts that the keys have signed
 */
record FuzzedNote(Set<String> signed, List<VerifierKey> keys, List<byte[]> seeds) implements Fuzzed {

    static FuzzedNote make() {
        Specimen.Made specimen = Specimen.make(1, 12);
        Note note = specimen.log().checkpoint();
        byte[] proof = OpenPackage.of(specimen.first()).get("publication.tlog-proof");
        List<VerifierKey> keys = List.of(specimen.key(), specimen.later().key());
        return new FuzzedNote(Set.of(note.text(), TlogProof.parse(proof).checkpoint().text()), keys, List.of(note.bytes(), proof,
                bytes(specimen.policy()), bytes(keys.getFirst().vkey()), bytes(keys.getLast().vkey()), bytes(note.text())));
    }

    @Override
    public void feed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        unlessMalformed(() -> note(Note.parse(bytes)));
        unlessMalformed(() -> same(Checkpoint.parse(text).text(), text));
        unlessMalformed(() -> note(TlogProof.parse(bytes).checkpoint()));
        unlessMalformed(() -> same(VerifierKey.parse(text).vkey(), text));
        unlessMalformed(() -> TrustPolicy.parse(bytes));
    }

    private void note(Note note) {
        if (!Note.parse(note.bytes()).equals(note)) {
            throw new IllegalStateException("written and read again it is another note");
        }
        for (VerifierKey key : keys) {
            if (note.check(key) == Note.Checked.GOOD && !signed.contains(note.text())) {
                throw new IllegalStateException("a good signature under a text that " + key.name() + " never signed");
            }
            note.cosignedAt(key);
        }
        unlessMalformed(() -> same(Checkpoint.parse(note).text(), note.text()));
    }

    private static void same(String written, String read) {
        if (!written.equals(read)) {
            throw new IllegalStateException("read and written again it is another text");
        }
    }

    private static void unlessMalformed(Runnable reading) {
        try {
            reading.run();
        } catch (Malformed refused) {
            // The one way in which bytes from outside may be turned away.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
