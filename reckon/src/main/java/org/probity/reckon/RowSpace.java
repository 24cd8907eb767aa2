package org.probity.reckon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Everything that adding and subtracting published cells can give, as a basis of reduced rows. Columns are kinds: atoms which no published cell has told apart
 * yet. A cell that cuts a kind in two doubles its column, so that there are as many columns as differences were published, and not as many as people.
 */
final class RowSpace {
    private final Prime prime;
    /** The kind of each atom. */
    private final int[] kinds;
    private int columns = 1;
    private final List<Cell> cells = new ArrayList<>();
    /** Places in cells of those that said something new. */
    private final List<Integer> fresh = new ArrayList<>();
    private final List<long[]> rows = new ArrayList<>();
    /** For each row, of which fresh cells it is made. */
    private final List<long[]> made = new ArrayList<>();
    private int[] pivots = new int[16];
    private boolean proved = true;

    RowSpace(Prime prime, int atoms) {
        this.prime = prime;
        this.kinds = new int[atoms];
    }

    RowSpace(RowSpace of) {
        prime = of.prime;
        kinds = of.kinds.clone();
        columns = of.columns;
        cells.addAll(of.cells);
        fresh.addAll(of.fresh);
        of.rows.forEach(row -> rows.add(row.clone()));
        of.made.forEach(row -> made.add(row.clone()));
        pivots = of.pivots.clone();
        proved = of.proved;
    }

    void add(Cell cell) {
        split(cell);
        cells.add(cell);
        var row = new long[room(columns)];
        var from = new long[room(rows.size() + 1)];
        cell.stream().forEach(atom -> row[kinds[atom]] = 1);
        for (int at = 0; at < rows.size(); at++) {
            long value = row[pivots[at]];
            if (value != 0) {
                prime.subtract(row, value, rows.get(at), columns);
                prime.subtract(from, value, made.get(at), Math.min(made.get(at).length, from.length));
            }
        }
        int pivot = pivot(row);
        if (pivot < 0) {
            proved &= followsExactly(cell, from);
        } else {
            from[rows.size()] = 1;
            keep(row, from, pivot);
        }
    }

    private void keep(long[] row, long[] from, int pivot) {
        long inverse = prime.factor(prime.inverse(row[pivot]));
        for (int at = 0; at < columns; at++) {
            row[at] = prime.times(inverse, row[at]);
        }
        for (int at = 0; at < from.length; at++) {
            from[at] = prime.times(inverse, from[at]);
        }
        for (int at = 0; at < rows.size(); at++) {
            var other = rows.get(at);
            long value = other[pivot];
            if (value != 0) {
                prime.subtract(other, value, row, columns);
                var longer = made.get(at).length < from.length ? Arrays.copyOf(made.get(at), from.length) : made.get(at);
                prime.subtract(longer, value, from, from.length);
                made.set(at, longer);
            }
        }
        if (rows.size() == pivots.length) {
            pivots = Arrays.copyOf(pivots, 2 * pivots.length);
        }
        pivots[rows.size()] = pivot;
        rows.add(row);
        made.add(from);
        fresh.add(cells.size() - 1);
    }

    private int pivot(long[] row) {
        for (int at = 0; at < columns; at++) {
            if (row[at] != 0) {
                return at;
            }
        }
        return -1;
    }

    private void split(Cell cell) {
        var inside = new int[columns];
        var all = new int[columns];
        for (int atom = 0; atom < kinds.length; atom++) {
            all[kinds[atom]]++;
            inside[kinds[atom]] += cell.has(atom) ? 1 : 0;
        }
        var twin = new int[columns];
        int before = columns;
        for (int kind = 0; kind < before; kind++) {
            if (inside[kind] > 0 && inside[kind] < all[kind]) {
                twin[kind] = columns++;
            }
        }
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at).length < columns ? Arrays.copyOf(rows.get(at), room(columns)) : rows.get(at);
            for (int kind = 0; kind < before; kind++) {
                if (twin[kind] > 0) {
                    row[twin[kind]] = row[kind];
                }
            }
            rows.set(at, row);
        }
        cell.stream().forEach(atom -> kinds[atom] = twin[kinds[atom]] > 0 ? twin[kinds[atom]] : kinds[atom]);
    }

    private static int room(int wanted) {
        return wanted + wanted / 4 + 8;
    }

    /** Whether a cell that says nothing new modulo the prime does so in whole numbers. @param from minus what it is made of */
    private boolean followsExactly(Cell cell, long[] from) {
        var minus = new long[from.length];
        for (int at = 0; at < from.length; at++) {
            minus[at] = prime.minus(0, from[at]);
        }
        return terms(minus, cell.atoms()).isPresent();
    }

    /** What to add and subtract, when it holds for every atom in whole numbers. */
    private Optional<List<Answer.Term>> terms(long[] from, BitSet atoms) {
        var wanted = new long[kinds.length];
        var terms = new ArrayList<Answer.Term>();
        try {
            long denominator = 1;
            var fractions = new ArrayList<Optional<BigFraction>>();
            for (int at = 0; at < fresh.size() && at < from.length; at++) {
                var times = prime.fraction(from[at]);
                fractions.add(times);
                if (times.isEmpty()) {
                    return Optional.empty();
                }
                long own = times.get().getDenominator().longValueExact();
                denominator = Math.multiplyExact(denominator, own / gcd(denominator, own));
            }
            for (int at = 0; at < fractions.size(); at++) {
                var times = fractions.get(at).orElseThrow();
                if (times.signum() != 0) {
                    var cell = cells.get(fresh.get(at));
                    terms.add(new Answer.Term(cell.name(), times));
                    long whole = times.multiply(denominator).getNumerator().longValueExact();
                    cell.stream().forEach(atom -> wanted[atom] = Math.addExact(wanted[atom], whole));
                }
            }
            for (int atom = 0; atom < wanted.length; atom++) {
                if (wanted[atom] != (atoms.get(atom) ? denominator : 0)) {
                    return Optional.empty();
                }
            }
            return Optional.of(terms);
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    /** The group of these kinds, by which cells it is had. */
    List<Answer.Term> terms(BitSet atoms) {
        var from = new long[fresh.size()];
        var has = new boolean[columns];
        atoms.stream().forEach(atom -> has[kinds[atom]] = true);
        for (int at = 0; at < rows.size(); at++) {
            if (has[pivots[at]]) {
                prime.subtract(from, prime.p - 1, made.get(at), Math.min(from.length, made.get(at).length));
            }
        }
        return terms(from, atoms).orElse(List.of());
    }

    /** The atoms of these kinds. */
    BitSet atoms(BitSet ofKinds) {
        var atoms = new BitSet();
        for (int atom = 0; atom < kinds.length; atom++) {
            if (ofKinds.get(kinds[atom])) {
                atoms.set(atom);
            }
        }
        return atoms;
    }

    long[] weights(int[] people) {
        var weights = new long[columns];
        for (int atom = 0; atom < kinds.length; atom++) {
            weights[kinds[atom]] += people[atom];
        }
        return weights;
    }

    /** How many atoms are of each kind. */
    int[] sizes() {
        var sizes = new int[columns];
        for (int kind : kinds) {
            sizes[kind]++;
        }
        return sizes;
    }

    int kind(int atom) {
        return kinds[atom];
    }

    int columns() {
        return columns;
    }

    int size() {
        return rows.size();
    }

    int cells() {
        return cells.size();
    }

    List<Cell> published() {
        return List.copyOf(cells);
    }

    boolean proved() {
        return proved;
    }

    Prime prime() {
        return prime;
    }

    long[] row(int at) {
        return rows.get(at);
    }

    int pivot(int at) {
        return pivots[at];
    }
}
