package org.probity.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.bench.SurveyCompany.Asked;

/**
 * Whoever looks at every result and can subtract: from a group and all of its parts but one follows the last, from all parts the group, and so on until
 * nothing follows any more. It is the given simulation's attack, by its own rules and not by ours.
 */
final class SurveyAttack {
    /** @param cells groups below the least that were not shown and follow, @param people how many are in these, @param single whose answers follow one by one */
    record Recovered(int shown, int cells, int people, int single) {}

    private record Division(int whole, List<Integer> parts) {}

    private final List<BitSet> groups;
    private final List<Division> divisions;

    SurveyAttack(Map<Asked, BitSet> grid) {
        groups = List.copyOf(grid.values());
        var places = new HashMap<Asked, Integer>();
        grid.keySet().forEach(asked -> places.put(asked, places.size()));
        var parts = new LinkedHashMap<List<Object>, Division>();
        places.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(it -> {
            for (int trait : it.getKey().traits().keySet()) {
                divide(parts, places, it.getValue(), above(it.getKey(), trait), trait);
            }
            if (it.getKey().level() >= 0) {
                divide(parts, places, it.getValue(), above(it.getKey()), "unit");
            }
        });
        divisions = List.copyOf(parts.values());
    }

    private static void divide(Map<List<Object>, Division> parts, Map<Asked, Integer> places, int part, Asked whole, Object by) {
        var place = places.get(whole);
        if (place != null) {
            parts.computeIfAbsent(List.of(place, by), it -> new Division(place, new ArrayList<>())).parts().add(part);
        }
    }

    private static Asked above(Asked of, int trait) {
        var traits = new HashMap<>(of.traits());
        traits.remove(trait);
        return new Asked(of.level(), of.unit(), traits);
    }

    private static Asked above(Asked of) {
        return of.level() == 0 ? new Asked(-1, "", of.traits()) : new Asked(of.level() - 1, of.unit().substring(0, of.unit().lastIndexOf('-')), of.traits());
    }

    /** Against the usual rule: every group of the least or more is shown. */
    Recovered usual(int least) {
        var known = new BitSet();
        for (int at = 0; at < groups.size(); at++) {
            known.set(at, groups.get(at).cardinality() >= least);
        }
        return attack(known, least);
    }

    /** Against a release, of which each group that somebody can ask for is known when it was shown. */
    Recovered against(Set<BitSet> released, int least) {
        var sets = new HashSet<>(released);
        var known = new BitSet();
        for (int at = 0; at < groups.size(); at++) {
            known.set(at, sets.contains(groups.get(at)));
        }
        return attack(known, least);
    }

    private Recovered attack(BitSet known, int least) {
        int shown = known.cardinality();
        var derived = new BitSet();
        for (boolean changed = true; changed;) {
            changed = false;
            for (var division : divisions) {
                var unknown = division.parts().stream().filter(it -> !known.get(it)).limit(2).toList();
                boolean whole = known.get(division.whole());
                int follows = whole && unknown.size() == 1 ? unknown.getFirst() : !whole && unknown.isEmpty() ? division.whole() : -1;
                if (follows >= 0) {
                    known.set(follows);
                    derived.set(follows);
                    changed = true;
                }
            }
        }
        var people = new BitSet();
        var single = new BitSet();
        int cells = 0;
        for (int at : derived.stream().toArray()) {
            int size = groups.get(at).cardinality();
            if (size < least) {
                cells++;
                people.or(groups.get(at));
                if (size == 1) {
                    single.or(groups.get(at));
                }
            }
        }
        return new Recovered(shown, cells, people.cardinality(), single.cardinality());
    }
}
