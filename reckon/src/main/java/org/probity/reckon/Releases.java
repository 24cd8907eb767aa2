package org.probity.reckon;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The register of everything published about the same answers of the same people. Before a release it says whether a group of fewer people than the least
 * could be had by adding and subtracting, whatever the factors, what was published ever and what would be; and if so, by which cells.
 *
 * <p>People are held as atoms: disjoint groups that no cell will divide, in the end one person each. A published cell is a row of zeros and ones over atoms,
 * and what can be computed from sums over cells is the row space. A group follows exactly when its own row lies in that space, and this is decided by reduction
 * modulo a prime. Modulo a prime a group can only be missed when the prime divides all of certain determinants of zeros and ones; for 2,000 cells at most some
 * 150 primes of 61 bits do, of more than 10^16 among which one is drawn. Where cells that say nothing new could be added up in whole numbers, which is
 * checked as they come, even that is excluded ({@link Answer.Clean#proved}).
 *
 * <p>Counts are taken to be known. It does not know what people tell each other, what can be guessed from the style of a comment or from the ends of a scale,
 * nor differences of two small groups neither of which follows.
 */
public final class Releases {
    /** Columns that the search for unions may look at before it says that it has not seen all: about a second. */
    public static final long EFFORT = 200_000_000L;

    private final int[] people;
    private final long least;
    private final List<Cell> named;
    private final long effort;
    private RowSpace space;

    private Releases(int[] people, long least, List<Cell> named, long effort, Prime prime) {
        if (least < 2 || IntStream.of(people).anyMatch(it -> it < 1) || people.length == 0) {
            throw new IllegalArgumentException("atoms of one person or more, and a least of two or more");
        }
        this.people = people.clone();
        this.least = least;
        this.named = named.stream().filter(it -> count(it.atoms()) < least).toList();
        this.effort = effort;
        space = new RowSpace(prime, people.length);
    }

    /**
     * @param people how many are in each atom
     * @param least fewer are a leak: ten for scores, twenty for comments
     * @param random draws the prime; from a secure source, so that nobody can publish against it
     */
    public static Releases over(int[] people, long least, Random random) {
        return new Releases(people, least, List.of(), EFFORT, Prime.drawn(random));
    }

    /**
     * The same, with the cells that somebody could ask for. Each of those that is too small is tested by itself, whatever the search for unions comes to.
     *
     * @param named every cell of the declared attributes, published or not; @param effort see {@link #EFFORT}
     */
    public static Releases over(int[] people, long least, List<Cell> named, long effort, Random random) {
        return new Releases(people, least, named, effort, Prime.drawn(random));
    }

    static Releases modulo(long prime, int[] people, long least) {
        return new Releases(people, least, List.of(), EFFORT, new Prime(prime));
    }

    /** What would be if these were published too; nothing is. */
    public Answer ask(List<Cell> cells) {
        return answer(with(cells));
    }

    /** Publishes these if nothing follows; if something does, none of them. */
    public Answer release(List<Cell> cells) {
        var further = with(cells);
        var answer = answer(further);
        switch (answer) {
            case Answer.Clean clean -> space = further;
            case Answer.Leak leak -> { }
        }
        return answer;
    }

    /** Takes down what was published without asking, such as what other people published before there was a register; the next answer counts it. */
    public void note(List<Cell> cells) {
        space = with(cells);
    }

    /** Of what is published. */
    public Answer audit() {
        return answer(space);
    }

    /** How this group follows from what is published; nothing: it does not. */
    public Optional<Answer.Leak> derives(BitSet atoms) {
        return Following.of(space).follows(atoms) ? Optional.of(leak(space, atoms)) : Optional.empty();
    }

    /** Which of the named cells that are too small follow. */
    public List<Cell> following() {
        var following = Following.of(space);
        return named.stream().filter(it -> following.follows(it.members())).toList();
    }

    public List<Cell> published() {
        return space.published();
    }

    private RowSpace with(List<Cell> cells) {
        var further = new RowSpace(space);
        for (var cell : cells) {
            if (cell.atoms().length() > people.length) {
                throw new IllegalArgumentException("a cell of atoms that are not there: " + cell.name());
            }
            further.add(cell);
        }
        return further;
    }

    private Answer answer(RowSpace of) {
        var weights = of.weights(people);
        for (var cell : of.published()) {
            if (count(cell.atoms()) < least) {
                return leak(of, cell.atoms());
            }
        }
        var following = Following.of(of);
        for (var cell : named) {
            if (following.follows(cell.members())) {
                return leak(of, cell.atoms());
            }
        }
        var found = SmallUnions.search(of, weights, least, effort);
        return found.kinds().<Answer>map(kinds -> leak(of, of.atoms(kinds)))
                .orElseGet(() -> new Answer.Clean(of.cells(), of.size(), found.whole(), of.proved()));
    }

    private Answer.Leak leak(RowSpace of, BitSet atoms) {
        return new Answer.Leak(atoms, count(atoms), of.terms(atoms));
    }

    private long count(BitSet atoms) {
        return atoms.stream().mapToLong(atom -> people[atom]).sum();
    }

    /** Tests many groups against one space, each by a number: a group lies in it when the rows of its pivots add up to it, and so do their products with one vector. */
    private record Following(RowSpace space, long[] vector, long[] rows, int[] rowOfPivot, int[] sizes) {
        static Following of(RowSpace space) {
            var prime = space.prime();
            var random = new SplittableRandom(prime.p);
            var vector = random.longs(space.columns(), 1, prime.p).toArray();
            var rows = new long[space.size()];
            var rowOfPivot = new int[space.columns()];
            for (int at = 0; at < rows.length; at++) {
                var row = space.row(at);
                for (int column = 0; column < vector.length; column++) {
                    if (row[column] != 0) {
                        rows[at] = prime.plus(rows[at], prime.times(prime.factor(vector[column]), row[column]));
                    }
                }
                rowOfPivot[space.pivot(at)] = at + 1;
            }
            return new Following(space, vector, rows, rowOfPivot, space.sizes());
        }

        boolean follows(BitSet atoms) {
            int members = atoms.cardinality();
            int inWhole = 0;
            long left = 0;
            long right = 0;
            var seen = new BitSet();
            for (int atom = atoms.nextSetBit(0); atom >= 0; atom = atoms.nextSetBit(atom + 1)) {
                int kind = space.kind(atom);
                if (!seen.get(kind)) {
                    seen.set(kind);
                    inWhole += sizes[kind];
                    if (inWhole > members) {
                        return false;
                    }
                    left = space.prime().plus(left, vector[kind]);
                    right = rowOfPivot[kind] > 0 ? space.prime().plus(right, rows[rowOfPivot[kind] - 1]) : right;
                }
            }
            return left == right;
        }
    }
}
