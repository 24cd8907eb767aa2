package org.probity.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * That the log holds an entry at a place, in the text form of C2SP tlog-proof: the index, the inclusion proof and the checkpoint it leads to.
 * The optional "extra" line is neither written nor accepted here.
 */
public record TlogProof(long index, List<Hash> proof, Note checkpoint) {

    private static final String HEAD = "c2sp.org/tlog-proof@v1\nindex ";

    public TlogProof {
        proof = List.copyOf(proof);
    }

    public static TlogProof parse(byte[] bytes) {
        String text = JsonReader.utf8(bytes);
        int gap = text.indexOf("\n\n");
        if (!text.startsWith(HEAD) || gap < 0) {
            throw new Malformed("note.form", "not a tlog-proof");
        }
        String[] lines = text.substring(HEAD.length(), gap).split("\n", -1);
        if (!lines[0].matches("0|[1-9][0-9]{0,14}") || lines.length > 1 + MerkleTree.PROOF_LENGTH_MAX) {
            throw new Malformed("note.form", "no index, or too many hashes");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.base64(lines[i]));
        }
        return new TlogProof(Long.parseLong(lines[0]), proof, Note.parse(text.substring(gap + 2)));
    }

    /** Whether the entry lies in the checkpoint's tree; who signed the checkpoint is another question. */
    public boolean holds(byte[] entry) {
        Checkpoint tree = Checkpoint.parse(checkpoint);
        return MerkleTree.includes(Hash.leaf(entry), index, tree.size(), proof, tree.root());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(HEAD).append(index).append('\n');
        proof.forEach(hash -> out.append(hash.base64()).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
