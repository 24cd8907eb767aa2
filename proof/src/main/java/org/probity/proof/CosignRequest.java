package org.probity.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log hands to a witness: the size the witness saw last, the proof that the tree has only grown since, and the new checkpoint. The
 * body of C2SP tlog-witness {@code add-checkpoint}; here it travels as a file on a stick.
 */
public record CosignRequest(long oldSize, List<Hash> proof, Note checkpoint) {

    public CosignRequest {
        proof = List.copyOf(proof);
    }

    public static CosignRequest parse(byte[] bytes) {
        String text = JsonReader.utf8(bytes);
        int gap = text.indexOf("\n\n");
        String[] lines = gap < 0 ? new String[0] : text.substring(0, gap).split("\n", -1);
        if (lines.length == 0 || !lines[0].matches("old (0|[1-9][0-9]{0,14})") || lines.length > 1 + MerkleTree.PROOF_LENGTH_MAX) {
            throw new Malformed("note.form", "not a request to a witness");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.base64(lines[i]));
        }
        return new CosignRequest(Long.parseLong(lines[0].substring(4)), proof, Note.parse(text.substring(gap + 2)));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> out.append(hash.base64()).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
