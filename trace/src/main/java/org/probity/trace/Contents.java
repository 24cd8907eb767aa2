package org.probity.trace;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What states are made of, as words that are the same when nothing is different. */
record Contents(Graph graph) {

    Map<Integer, String> of(Set<Integer> states) {
        var contents = new TreeMap<Integer, String>();
        states.forEach(state -> contents.put(state, of(state)));
        return contents;
    }

    /** Sources with their masses; what is mixed first, in the least whole numbers of the same proportion. */
    private String of(int state) {
        var all = new Row();
        graph.row(state, all);
        var text = new StringBuilder();
        for (int at = 0; at < all.size; at++) {
            text.append(named(all.nodes[at])).append(' ').append(all.masses[at]).append(',');
        }
        return text.toString();
    }

    private String named(int from) {
        var mixture = new Row();
        if (graph.kind(from) == Graph.FOUND) {
            return "?";
        }
        if (graph.kind(from) >= 0) {
            return "" + from;
        }
        graph.row(from, mixture);
        if (mixture.size == 1) {
            return named(mixture.nodes[0]);
        }
        var common = Arrays.stream(mixture.masses, 0, mixture.size).reduce(0, (one, other) -> BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValue());
        return graph.kind(from) + IntStream.range(0, mixture.size).mapToObj(at -> named(mixture.nodes[at]) + ' ' + mixture.masses[at] / Math.max(1, common)).toList().toString();
    }
}
