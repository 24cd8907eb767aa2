package org.probity.reckon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks through a row space for a union of kinds of fewer people than the least. Every vector of the space is the sum of the reduced rows by its own values at
 * their pivots; for a union these are 0 or 1, so it is a plain sum of some rows, and of few, since each brings its pivot's people. What is left is to choose
 * rows so that every other column comes to 0 or 1, and to 0 where the kind is too many by itself: whatever does not must be mended by one more row, and where
 * none can there is nothing to find. The search leaves nothing out unless its effort ends, and says so.
 */
final class SmallUnions {
    /** Numbers so near zero do not wrap around the prime in a sum of fewer rows than a cell has people: there more and less mean something. */
    private static final long TAME = 1L << 36;
    private static final int DEEPEST = 1 << 20;

    /** @param whole whether every union was considered */
    record Found(Optional<BitSet> kinds, boolean whole) {}

    private final Prime prime;
    private final long least;
    private final long[] weights;
    private final int columns;
    private final long[][] rows;
    private final int[] pivots;
    /** Where a row is not zero, its pivot left out. */
    private final int[][] supports;
    /** For each column, the rows that are not zero there; none for a pivot's. */
    private final int[][] covers;
    /** For each column, how many rows could still be added there, and how far down and up they could bring it. */
    private final int[] open;
    private final long[] down;
    private final long[] up;
    private final boolean[] tame;
    private final boolean[] out;
    private final List<long[]> sums = new ArrayList<>();
    private final BitSet chosen = new BitSet();
    private long effort;
    private boolean whole = true;

    private SmallUnions(RowSpace space, long[] weights, long least) {
        this.prime = space.prime();
        this.weights = weights;
        this.least = Math.min(least, DEEPEST);
        this.columns = space.columns();
        // A row whose pivot is too many by itself can be part of nothing small.
        var few = IntStream.range(0, space.size()).filter(at -> weights[space.pivot(at)] < least).toArray();
        rows = IntStream.of(few).mapToObj(space::row).toArray(long[][]::new);
        pivots = IntStream.of(few).map(space::pivot).toArray();
        supports = new int[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            var values = rows[row];
            var pivot = pivots[row];
            supports[row] = IntStream.range(0, columns).filter(column -> values[column] != 0 && column != pivot).toArray();
        }
        open = new int[columns];
        down = new long[columns];
        up = new long[columns];
        tame = new boolean[columns];
        Arrays.fill(tame, true);
        out = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column : supports[row]) {
                tame[column] &= Math.abs(signed(rows[row][column])) < TAME;
            }
            count(row, 1);
        }
        covers = IntStream.range(0, columns).mapToObj(column -> new int[open[column]]).toArray(int[][]::new);
        var filled = new int[columns];
        for (int row = 0; row < rows.length; row++) {
            for (int column : supports[row]) {
                covers[column][filled[column]++] = row;
            }
        }
    }

    /** @param effort how many columns may be looked at, over all */
    static Found search(RowSpace space, long[] weights, long least, long effort) {
        var search = new SmallUnions(space, weights, least);
        return search.single().map(kinds -> new Found(Optional.of(kinds), true)).orElseGet(() -> search.everyStart(effort));
    }

    /** The rows themselves, which tell most of what is told at all. */
    private Optional<BitSet> single() {
        for (int row = 0; row < rows.length; row++) {
            long people = weights[pivots[row]];
            var kinds = new BitSet();
            kinds.set(pivots[row]);
            for (int column : supports[row]) {
                people += rows[row][column] == 1 ? weights[column] : least;
                kinds.set(column);
                if (people >= least) {
                    break;
                }
            }
            if (people < least) {
                return Optional.of(kinds);
            }
        }
        return Optional.empty();
    }

    private Found everyStart(long allowed) {
        effort = allowed;
        for (int row = 0; row < rows.length; row++) {
            var found = with(row, new long[columns], 0, 0);
            if (found.isPresent()) {
                return new Found(found, whole);
            }
            leave(row);
        }
        return new Found(Optional.empty(), whole);
    }

    private Optional<BitSet> with(int row, long[] before, long people, int depth) {
        long now = people + weights[pivots[row]];
        if (now >= least) {
            return Optional.empty();
        }
        leave(row);
        chosen.set(row);
        var found = mended(sum(row, before, depth), now, depth);
        chosen.clear(row);
        readmit(row);
        return found;
    }

    private Optional<BitSet> mended(long[] sum, long people, int depth) {
        var tried = new ArrayList<Integer>();
        Optional<BitSet> found = Optional.empty();
        for (boolean further = true; further && found.isEmpty();) {
            var state = look(sum, people);
            if (state.small()) {
                found = Optional.of(union(sum));
            } else if (state.column() < 0) {
                further = false;
            } else {
                further = !state.must();
                for (int row : covers[state.column()]) {
                    if (!out[row] && found.isEmpty()) {
                        found = with(row, sum, people, depth + 1);
                        leave(row);
                        tried.add(row);
                    }
                }
            }
        }
        tried.forEach(this::readmit);
        return found;
    }

    /** @param column where another row is to be tried, below zero: there is nothing to find; @param must whether it cannot stay as it is */
    private record State(boolean small, int column, boolean must) {}

    private State look(long[] sum, long people) {
        effort -= columns;
        if (effort < 0) {
            whole = false;
            return new State(false, -1, true);
        }
        long fixed = people;
        long ones = people;
        int wrong = -1;
        int loose = -1;
        for (int column = 0; column < columns; column++) {
            long value = sum[column];
            if (value == 0 || covers[column].length == 0) {
                continue;
            }
            boolean right = value == 1 && weights[column] < least;
            if (!right && (open[column] == 0 || outOfReach(column, value))) {
                return new State(false, -1, true);
            }
            if (!right) {
                wrong = wrong < 0 || open[column] < open[wrong] ? column : wrong;
            } else {
                ones += weights[column];
                if (stays(column)) {
                    fixed += weights[column];
                } else {
                    loose = loose < 0 || open[column] < open[loose] ? column : loose;
                }
            }
        }
        if (fixed >= least) {
            return new State(false, -1, true);
        }
        return wrong >= 0 ? new State(false, wrong, true) : new State(ones < least, loose, false);
    }

    private boolean outOfReach(int column, long value) {
        return tame[column] && (signed(value) + up[column] < 0 || signed(value) + down[column] > (weights[column] < least ? 1 : 0));
    }

    /** Whether a one can no longer become a zero. */
    private boolean stays(int column) {
        return open[column] == 0 || tame[column] && 1 + down[column] > 0;
    }

    private long[] sum(int row, long[] before, int depth) {
        while (sums.size() <= depth) {
            sums.add(new long[columns]);
        }
        var sum = sums.get(depth);
        System.arraycopy(before, 0, sum, 0, columns);
        for (int column : supports[row]) {
            sum[column] = prime.plus(sum[column], rows[row][column]);
        }
        return sum;
    }

    private BitSet union(long[] sum) {
        var kinds = new BitSet();
        chosen.stream().forEach(row -> kinds.set(pivots[row]));
        IntStream.range(0, columns).filter(column -> sum[column] == 1).forEach(kinds::set);
        return kinds;
    }

    private void leave(int row) {
        out[row] = true;
        count(row, -1);
    }

    private void readmit(int row) {
        out[row] = false;
        count(row, 1);
    }

    private void count(int row, int by) {
        for (int column : supports[row]) {
            long value = signed(rows[row][column]);
            open[column] += by;
            if (tame[column]) {
                down[column] += by * Math.min(value, 0);
                up[column] += by * Math.max(value, 0);
            }
        }
    }

    private long signed(long value) {
        return value > prime.p / 2 ? value - prime.p : value;
    }
}
