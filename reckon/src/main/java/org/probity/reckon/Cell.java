package org.probity.reckon;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What is published together about some people: their count, and with it sums or means of what they answered.
 *
 * @param name told in the reason when it gives somebody away
 * @param atoms who is in it, as places among the atoms of a {@link Releases}
 */
public record Cell(String name, BitSet atoms) {
    public Cell {
        atoms = (BitSet) atoms.clone();
        if (atoms.isEmpty()) {
            throw new IllegalArgumentException("a cell of nobody tells nothing and is not published: " + name);
        }
    }

    @Override
    public BitSet atoms() {
        return (BitSet) atoms.clone();
    }

    public static Cell of(String name, int... atoms) {
        var set = new BitSet();
        IntStream.of(atoms).forEach(set::set);
        return new Cell(name, set);
    }

    /** Not to be changed. */
    BitSet members() {
        return atoms;
    }

    IntStream stream() {
        return atoms.stream();
    }

    boolean has(int atom) {
        return atoms.get(atom);
    }
}
