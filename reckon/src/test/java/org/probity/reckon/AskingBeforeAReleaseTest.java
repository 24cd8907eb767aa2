package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The audit over everything released: by hand, and against every subset of small random cases. */
class AskingBeforeAReleaseTest {
    private static final int CASES = 10_000;

    @Test
    void whoIsLeftWhenACellIsTakenFromTheWholeIsNamedWithTheCellsThatTell() {
        var releases = Releases.over(ones(30), 10, new Random(1));
        assertThat(releases.release(List.of(range("all", 0, 30)))).isEqualTo(new Answer.Clean(1, 1, true, true));
        var leak = releases.ask(List.of(range("operators", 0, 27))).leak().orElseThrow();
        assertThat(leak.sentence()).isEqualTo("+ 1 x all - 1 x operators = 3 people");
        assertThat(leak.atoms()).isEqualTo(range("others", 27, 30).atoms());
        assertThat(releases.published()).as("asking publishes nothing").hasSize(1);
        assertThat(releases.release(List.of(range("operators", 0, 20)))).isEqualTo(new Answer.Clean(2, 2, true, true));
    }

    @Test
    void whatWasReleasedEarlierCounts() {
        var releases = Releases.over(ones(40), 10, new Random(1));
        releases.release(List.of(range("spring: plant", 0, 20), range("spring: office", 20, 40)));
        assertThat(releases.release(List.of(range("autumn: women", 9, 31)))).isInstanceOf(Answer.Clean.class);
        var leak = releases.release(List.of(range("winter: women and the office's men", 9, 40))).leak().orElseThrow();
        assertThat(leak.people()).isEqualTo(9);
        assertThat(leak.terms()).hasSizeGreaterThan(1);
        assertThat(releases.published()).as("what was refused is not published").hasSize(3);
    }

    /** Three overlapping cells of which no two tell: half their sum does, less a whole. */
    @Test
    void factorsNeedNotBeWhole() {
        var releases = Releases.over(new int[] {7, 7, 7, 4}, 8, new Random(1));
        releases.note(List.of(Cell.of("ab", 0, 1), Cell.of("bc", 1, 2), Cell.of("ac", 0, 2)));
        var leak = releases.audit().leak().orElseThrow();
        assertThat(leak.people()).isEqualTo(7);
        assertThat(leak.terms()).extracting(Answer.Term::times).contains(BigFraction.of(1, 2), BigFraction.of(-1, 2));
    }

    @Test
    void aCellThatIsTooSmallIsALeakByItself() {
        var leak = Releases.over(ones(30), 10, new Random(1)).ask(List.of(range("nine", 0, 9))).leak().orElseThrow();
        assertThat(leak.sentence()).isEqualTo("+ 1 x nine = 9 people");
    }

    @Test
    void cellsThatAreNotThereAreNoCells() {
        var releases = Releases.over(ones(3), 2, new Random(1));
        assertThatThrownBy(() -> Cell.of("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> releases.ask(List.of(Cell.of("four", 3)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Releases.over(new int[] {0}, 2, new Random(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Releases.over(ones(3), 1, new Random(1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Four pairs in a ring: whether more of them would tell is a search, and an answer does not claim one that was not made. */
    @Test
    void anAnswerSaysWhetherItHasSeenAll() {
        var ring = List.of(Cell.of("a", 0, 1), Cell.of("b", 1, 2), Cell.of("c", 2, 3), Cell.of("d", 3, 0));
        var people = new int[] {5, 5, 5, 5};
        assertThat(Releases.over(people, 10, List.of(), 0, new Random(1)).ask(ring)).isEqualTo(new Answer.Clean(4, 3, false, true));
        assertThat(Releases.over(people, 10, new Random(1)).ask(ring)).isEqualTo(new Answer.Clean(4, 3, true, true));
    }

    /** A named cell is tested by itself, so that nothing depends on how far a search came. */
    @Test
    void namedCellsAreTestedOneByOne() {
        var both = range("both", 10, 15);
        var releases = Releases.over(ones(30), 10, List.of(both, range("neither", 3, 7), range("large", 0, 15)), 0, new Random(1));
        releases.note(List.of(range("all", 0, 30), range("a", 0, 15), range("b", 10, 30)));
        assertThat(releases.following()).containsExactly(both);
        assertThat(releases.audit().leak().orElseThrow().sentence()).isEqualTo("- 1 x all + 1 x a + 1 x b = 5 people");
        assertThat(releases.derives(both.atoms())).isPresent();
        assertThat(releases.derives(range("neither", 3, 7).atoms())).isEmpty();
    }

    /** Over two primes, and over fractions for every subset of atoms: the three agree in every case, and what is named adds up. */
    @Test
    void agreesWithEverySubsetOfSmallCases() {
        var random = new SplittableRandom(2026);
        int leaks = 0;
        for (int turn = 0; turn < CASES; turn++) {
            int atoms = random.nextInt(3, 9);
            var people = random.ints(atoms, 1, 5).toArray();
            long least = random.nextInt(2, 9);
            var cells = new ArrayList<Cell>();
            for (int cell = random.nextInt(1, 8); cell > 0; cell--) {
                var set = BitSet.valueOf(new long[] {random.nextLong(1, 1L << atoms)});
                if (weight(set, people) >= least) {
                    cells.add(new Cell("cell " + cell, set));
                }
            }
            var releases = Releases.over(people, least, new Random(turn));
            releases.note(cells);
            var answer = releases.audit();
            var other = Releases.modulo(BigInteger.TWO.pow(61).subtract(BigInteger.ONE).longValueExact(), people, least);
            other.note(cells);
            boolean wanted = everySubset(cells, people, least);
            assertThat(answer.leak().isPresent()).as("case %d: %s of %s, least %d", turn, cells, people, least).isEqualTo(wanted);
            assertThat(other.audit().leak().isPresent()).isEqualTo(wanted);
            if (answer instanceof Answer.Clean clean) {
                assertThat(clean.everyUnion() && clean.proved()).as("case %d", turn).isTrue();
            }
            answer.leak().ifPresent(leak -> assertThat(sum(leak.terms(), cells, atoms)).isEqualTo(leak.atoms()));
            leaks += wanted ? 1 : 0;
        }
        assertThat(leaks).isBetween(CASES / 10, 9 * CASES / 10);
    }

    /** Rank over fractions, with and without the group's own row. */
    private static boolean everySubset(List<Cell> cells, int[] people, long least) {
        var rows = cells.stream().map(cell -> IntStream.range(0, people.length).mapToObj(atom -> BigFraction.of(cell.has(atom) ? 1 : 0)).toArray(BigFraction[]::new)).toList();
        var basis = new ArrayList<BigFraction[]>();
        rows.forEach(row -> reduce(basis, row).ifPresent(basis::add));
        for (long subset = 1; subset < 1L << people.length; subset++) {
            var set = BitSet.valueOf(new long[] {subset});
            if (weight(set, people) < least && reduce(basis, IntStream.range(0, people.length)
                    .mapToObj(atom -> BigFraction.of(set.get(atom) ? 1 : 0)).toArray(BigFraction[]::new)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<BigFraction[]> reduce(List<BigFraction[]> basis, BigFraction[] of) {
        var row = of.clone();
        for (var by : basis) {
            int pivot = first(by);
            var times = row[pivot].divide(by[pivot]);
            for (int at = 0; at < row.length && times.signum() != 0; at++) {
                row[at] = row[at].subtract(by[at].multiply(times));
            }
        }
        return first(row) < row.length ? Optional.of(row) : Optional.empty();
    }

    private static int first(BigFraction[] row) {
        int at = 0;
        while (at < row.length && row[at].signum() == 0) {
            at++;
        }
        return at;
    }

    private static BitSet sum(List<Answer.Term> terms, List<Cell> cells, int atoms) {
        var set = new BitSet();
        for (int atom = 0; atom < atoms; atom++) {
            var value = BigFraction.ZERO;
            for (var term : terms) {
                int at = atom;
                value = cells.stream().filter(it -> it.name().equals(term.cell()) && it.has(at)).findFirst().isPresent() ? value.add(term.times()) : value;
            }
            assertThat(value).isIn(BigFraction.ZERO, BigFraction.ONE);
            set.set(atom, value.signum() != 0);
        }
        return set;
    }

    private static long weight(BitSet set, int[] people) {
        return set.stream().mapToLong(atom -> people[atom]).sum();
    }

    private static int[] ones(int atoms) {
        return IntStream.range(0, atoms).map(it -> 1).toArray();
    }

    private static Cell range(String name, int from, int until) {
        return Cell.of(name, IntStream.range(from, until).toArray());
    }
}
