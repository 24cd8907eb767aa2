package org.probity.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 section 2.1 over hashes that lie somewhere else: making proofs reads about 2 log(n) of them, checking proofs
 * reads none. Checking follows RFC 9162 sections 2.1.3.2 and 2.1.4.2.
 */
public final class MerkleTree {

    /** A proof longer than this belongs to no tree of fewer than 2<sup>63</sup> leaves. */
    static final int PROOF_LENGTH_MAX = 63;

    /**
     * Where the hashes of a tree lie. Only complete subtrees are asked for: level 0 is the leaf hashes, the hash at (level, index) spans the
     * leaves from {@code index * 2^level} to below {@code (index + 1) * 2^level}. {@link Tiles} serves it from stored tiles.
     */
    @FunctionalInterface
    public interface Hashes {
        Hash at(int level, long index);
    }

    private MerkleTree() {}

    /** The hash of nothing, RFC 6962 section 2.1: {@code MTH({}) = SHA-256()}. */
    public static Hash emptyRoot() {
        return Hash.sha256();
    }

    public static Hash root(long size, Hashes hashes) {
        return size == 0 ? emptyRoot() : span(0, size, hashes);
    }

    /** PATH(m, D[n]) of RFC 6962 section 2.1.1, the leaf's sibling first. */
    public static List<Hash> inclusionProof(long index, long size, Hashes hashes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                proof.addFirst(span(middle, end, hashes));
                end = middle;
            } else {
                proof.addFirst(span(start, middle, hashes));
                start = middle;
            }
        }
        return proof;
    }

    /** PROOF(m, D[n]) of RFC 6962 section 2.1.2: the tree of the earlier size is the beginning of the tree of the later one. */
    public static List<Hash> consistencyProof(long earlier, long later, Hashes hashes) {
        if (earlier < 1 || earlier > later) {
            throw new IllegalArgumentException("nothing to prove between sizes " + earlier + " and " + later);
        }
        List<Hash> proof = new ArrayList<>();
        long start = 0;
        long end = later;
        while (earlier != end) {
            long middle = start + split(end - start);
            if (earlier <= middle) {
                proof.addFirst(span(middle, end, hashes));
                end = middle;
            } else {
                proof.addFirst(span(start, middle, hashes));
                start = middle;
            }
        }
        if (start > 0) {
            proof.addFirst(span(start, end, hashes));
        }
        return proof;
    }

    /** RFC 9162 section 2.1.3.2. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size || proof.size() > PROOF_LENGTH_MAX) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Hash.node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Hash.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    /**
     * RFC 9162 section 2.1.4.2. From size 0 there is nothing that a proof could show, so it is refused here; whoever allows a first
     * checkpoint (as C2SP tlog-witness does, with an empty proof) decides that before asking.
     */
    public static boolean extendsTree(long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> proof) {
        if (earlier < 1 || earlier > later || proof.size() > PROOF_LENGTH_MAX + 1) {
            return false;
        }
        if (earlier == later) {
            return proof.isEmpty() && earlierRoot.equals(laterRoot);
        }
        int next = 0;
        Hash first;
        if (Long.bitCount(earlier) == 1) {
            first = earlierRoot;
        } else if (proof.isEmpty()) {
            return false;
        } else {
            first = proof.get(next++);
        }
        long fn = earlier - 1;
        long sn = later - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Hash fr = first;
        Hash sr = first;
        if (next == proof.size()) {
            return false;
        }
        for (Hash c : proof.subList(next, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.node(c, fr);
                sr = Hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Hash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(earlierRoot) && sr.equals(laterRoot);
    }

    /** MTH(D[start:end]) where start is a multiple of every complete subtree that the span begins with. */
    static Hash span(long start, long end, Hashes hashes) {
        long length = end - start;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return hashes.at(level, start >> level);
        }
        long middle = start + split(length);
        return Hash.node(span(start, middle, hashes), span(middle, end, hashes));
    }

    /** The largest power of two smaller than n, for n of at least 2. */
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /**
     * The root of leaves that arrive one by one; keeps a hash per level and no leaf. Not for use by several threads.
     */
    public static final class Growing {

        private final List<Hash> complete = new ArrayList<>();
        private long size;

        public void add(Hash leaf) {
            Hash hash = leaf;
            for (long rest = size; (rest & 1) == 1; rest >>= 1) {
                hash = Hash.node(complete.removeLast(), hash);
            }
            complete.addLast(hash);
            size++;
        }

        public long size() {
            return size;
        }

        public Hash root() {
            if (size == 0) {
                return emptyRoot();
            }
            Hash hash = complete.getLast();
            for (int i = complete.size() - 2; i >= 0; i--) {
                hash = Hash.node(complete.get(i), hash);
            }
            return hash;
        }
    }
}
