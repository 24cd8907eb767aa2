package org.probity.proof;

import java.util.List;
import java.util.SortedSet;

/** What a package takes from a log: its newest checkpoint with all cosignatures, the tree below it, and the bytes of its entries. */
public interface LogView {

    Note checkpoint();

    /** Hashes of the tree at the checkpoint's size. */
    MerkleTree.Hashes hashes();

    byte[] entry(long index);

    /** Entries in the order of their indexes; a log that keeps them far away fetches them at once. */
    default List<byte[]> entries(SortedSet<Long> indexes) {
        return indexes.stream().map(this::entry).toList();
    }

    /** The tree of a checkpoint over the entry at the index, as a file of its own for one piece of evidence. */
    default TlogProof proofOf(long index) {
        Note note = checkpoint();
        return new TlogProof(index, MerkleTree.inclusionProof(index, Checkpoint.parse(note).size(), hashes()), note);
    }
}
