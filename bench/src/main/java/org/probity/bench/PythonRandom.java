package org.probity.bench;

import java.util.List;

/** Python's own generator and what its module makes of it, so that a company that was made up there comes out here, person by person. */
final class PythonRandom {
    private static final int SIZE = 624;
    private final int[] state = new int[SIZE];
    private int at = SIZE;

    PythonRandom(int seed) {
        state[0] = 19650218;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        int i = 1;
        for (int k = SIZE; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + seed;
            i = next(i);
        }
        for (int k = SIZE - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            i = next(i);
        }
        state[0] = 0x80000000;
    }

    private int next(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    private int word() {
        if (at == SIZE) {
            for (int i = 0; i < SIZE; i++) {
                int y = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7fffffff;
                state[i] = state[(i + 397) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
            }
            at = 0;
        }
        int y = state[at++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    /** {@code random.random()}. */
    double random() {
        long high = word() >>> 5;
        long low = word() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** {@code random.randint(1, last)}. */
    int upTo(int last) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(last);
        int drawn;
        do {
            drawn = word() >>> Integer.SIZE - bits;
        } while (drawn >= last);
        return 1 + drawn;
    }

    /** {@code random.choices(of, weights)[0]}. */
    String choice(List<String> of, double... weights) {
        var sums = new double[weights.length];
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            sums[i] = all;
        }
        double drawn = random() * all;
        int found = 0;
        while (found < weights.length - 1 && drawn >= sums[found]) {
            found++;
        }
        return of.get(found);
    }
}
