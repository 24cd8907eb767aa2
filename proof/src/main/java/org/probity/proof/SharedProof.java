package org.probity.proof;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * One inclusion proof for many leaves of a tree. The tree of RFC 6962 is walked from its root, left before right: a part without any of the
 * leaves stands as its one hash, a part with leaves is divided. Many neighbours cost little more than one, and there is exactly one such
 * list of hashes for a set of leaves.
 */
public final class SharedProof {

    private SharedProof() {}

    /** The hashes that lead from these leaves to the root of a tree of that size. */
    public static List<Hash> make(SortedSet<Long> indexes, long size, MerkleTree.Hashes hashes) {
        List<Hash> proof = new ArrayList<>();
        make(indexes, 0, size, hashes, proof);
        return proof;
    }

    private static void make(SortedSet<Long> indexes, long start, long end, MerkleTree.Hashes hashes, List<Hash> proof) {
        SortedSet<Long> inside = indexes.subSet(start, end);
        if (inside.isEmpty()) {
            proof.add(MerkleTree.span(start, end, hashes));
        } else if (end - start > 1) {
            long middle = start + MerkleTree.split(end - start);
            make(inside, start, middle, hashes, proof);
            make(inside, middle, end, hashes, proof);
        }
    }

    /** The root that leaves and hashes lead to; Malformed when there are too few or too many hashes. */
    public static Hash root(SortedMap<Long, Hash> leaves, long size, List<Hash> proof) {
        if (size < 1 || !leaves.isEmpty() && leaves.lastKey() >= size) {
            throw new Malformed("entries.root", "an entry beyond the tree's end");
        }
        Iterator<Hash> hashes = proof.iterator();
        Hash root = root(new TreeMap<>(leaves), 0, size, hashes);
        if (hashes.hasNext()) {
            throw new Malformed("entries.root", "more hashes than the proof needs");
        }
        return root;
    }

    private static Hash root(SortedMap<Long, Hash> leaves, long start, long end, Iterator<Hash> hashes) {
        SortedMap<Long, Hash> inside = leaves.subMap(start, end);
        if (inside.isEmpty()) {
            if (!hashes.hasNext()) {
                throw new Malformed("entries.root", "fewer hashes than the proof needs");
            }
            return hashes.next();
        }
        if (end - start == 1) {
            return inside.get(start);
        }
        long middle = start + MerkleTree.split(end - start);
        Hash left = root(inside, start, middle, hashes);
        return Hash.node(left, root(inside, middle, end, hashes));
    }
}
