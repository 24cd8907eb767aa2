package org.probity.reckon;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Whether cells may be published beside everything that was. */
public sealed interface Answer {
    /**
     * No group of fewer people than the least follows.
     *
     * @param cells how many are published with these, @param rank how many of them say something new
     * @param everyUnion whether every union of atoms was considered; else each that can be told apart, each named cell and each that the search reached
     * @param proved whether no chance is left in it: every cell that says nothing new was added up from the others in whole numbers. Else a prime drawn at
     *     random vouches, and is wrong less than once in 10^12
     */
    record Clean(int cells, int rank, boolean everyUnion, boolean proved) implements Answer {}

    /**
     * A group of too few follows from published cells.
     *
     * @param atoms who is in it, @param people how many these are
     * @param terms what to add and subtract; empty when its coefficients are too long to write down, which refuses all the same
     */
    record Leak(BitSet atoms, long people, List<Term> terms) implements Answer {
        public Leak {
            atoms = (BitSet) atoms.clone();
            terms = List.copyOf(terms);
        }

        /** In the order of publishing, such as {@code 1 x all - 1 x operators = 3 people}. */
        public String sentence() {
            return terms.stream().map(Term::words).collect(Collectors.joining(" ")) + " = " + people + (people == 1 ? " person" : " people");
        }
    }

    /** One published cell in the sum that gives a group away. */
    record Term(String cell, BigFraction times) {
        private String words() {
            return (times.signum() < 0 ? "- " : "+ ") + times.abs() + " x " + cell;
        }
    }

    default Optional<Leak> leak() {
        return switch (this) {
            case Clean clean -> Optional.empty();
            case Leak leak -> Optional.of(leak);
        };
    }
}
