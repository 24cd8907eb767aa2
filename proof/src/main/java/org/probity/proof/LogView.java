package org.probity.proof;

/** What a package takes from a log: its newest checkpoint with all cosignatures, the tree below it, and the bytes of its entries. */
public interface LogView {

    Note checkpoint();

    /** Hashes of the tree at the checkpoint's size. */
    MerkleTree.Hashes hashes();

    byte[] entry(long index);

    /** The tree of a checkpoint over the entry at the index, as a file of its own for one piece of evidence. */
    default TlogProof proofOf(long index) {
        Note note = checkpoint();
        return new TlogProof(index, MerkleTree.inclusionProof(index, Checkpoint.parse(note).size(), hashes()), note);
    }
}
