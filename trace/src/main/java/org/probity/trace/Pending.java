package org.probity.trace;

import java.util.Arrays;

/**
 * Nodes that wait for their turn, by number. A bit for each node, a bit for each word of those that has any, and so on up: the lowest and the highest that
 * waits are found in a few steps however far away they are. Taking nodes by their number is taking them in the order of time.
 */
final class Pending {

    private static final int LEVELS = 6;

    private final long[][] bits = new long[LEVELS][1];

    /** Makes room. Nothing waits when that is asked for. */
    void fit(int nodes) {
        var words = nodes;
        for (int level = 0; level < LEVELS; level++) {
            words = (words + 63) >>> 6;
            if (bits[level].length < words) {
                bits[level] = Arrays.copyOf(bits[level], words + (level == 0 ? words >>> 3 : 0) + 1);
            }
        }
    }

    void add(int node) {
        for (int level = 0; level < LEVELS; level++) {
            var word = node >>> 6;
            var before = bits[level][word];
            bits[level][word] = before | 1L << node;
            if (before != 0) {
                return;
            }
            node = word;
        }
    }

    /** Takes the node of the highest number, or -1. */
    int takeHighest() {
        var at = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            var word = bits[level][at];
            if (word == 0) {
                return -1;
            }
            at = at << 6 | 63 - Long.numberOfLeadingZeros(word);
        }
        return remove(at);
    }

    /** Takes the node of the lowest number, or -1. */
    int takeLowest() {
        var at = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            var word = bits[level][at];
            if (word == 0) {
                return -1;
            }
            at = at << 6 | Long.numberOfTrailingZeros(word);
        }
        return remove(at);
    }

    private int remove(int node) {
        var at = node;
        for (int level = 0; level < LEVELS; level++) {
            var word = at >>> 6;
            bits[level][word] &= ~(1L << at);
            if (bits[level][word] != 0) {
                break;
            }
            at = word;
        }
        return node;
    }
}
