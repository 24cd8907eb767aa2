package org.probity.people.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Puts everybody who is asked into a place: their unit, and within it how long they have been here and how they are engaged, as far as so many others of the
 * unit share it. What a ballot says of its writer is its place, so no place has fewer people than the least, not even for who runs the database.
 */
final class Population {
    /** @param path codes of units from the top down to one's own */
    record Head(UUID person, List<String> path, String tenure, String kind) {
        Head {
            path = List.copyOf(path);
        }
    }

    record Place(int no, List<String> path, String tenure, String kind, List<UUID> people) {}

    private record Key(List<String> path, String tenure, String kind) {
        String sorted() {
            return String.join("/", path) + "|" + tenure + "|" + kind;
        }
    }

    private Population() {}

    /** The same places whatever the order of heads. Fewer heads than the least: none. */
    static List<Place> places(List<Head> heads, int least) {
        if (heads.size() < least) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        units(heads, least).forEach((path, members) -> traits(members, least).forEach((key, people) ->
                places.add(new Place(places.size(), path, key.tenure(), key.kind(), people.stream().map(Head::person).sorted().toList()))));
        return places;
    }

    /** Whoever's unit is too small stands in the one above; what is left in one above that is too small as well goes on up. At the top the smallest unit joins them. */
    private static Map<List<String>, List<Head>> units(List<Head> heads, int least) {
        var units = new HashMap<List<String>, List<Head>>();
        heads.forEach(it -> units.computeIfAbsent(it.path(), _ -> new ArrayList<>()).add(it));
        while (units.size() > 1) {
            var small = units.entrySet().stream().filter(it -> it.getValue().size() < least).map(Map.Entry::getKey)
                    .max(Comparator.<List<String>>comparingInt(List::size).thenComparing(it -> String.join("/", it)));
            if (small.isEmpty()) {
                break;
            }
            var path = small.get();
            if (path.isEmpty()) {
                path = units.entrySet().stream().filter(it -> !it.getKey().isEmpty())
                        .min(Comparator.<Map.Entry<List<String>, List<Head>>>comparingInt(it -> it.getValue().size()).thenComparing(it -> String.join("/", it.getKey()))).orElseThrow().getKey();
                units.computeIfAbsent(List.of(), _ -> new ArrayList<>()).addAll(units.remove(path));
            } else {
                units.computeIfAbsent(path.subList(0, path.size() - 1), _ -> new ArrayList<>()).addAll(units.remove(path));
            }
        }
        var sorted = new TreeMap<List<String>, List<Head>>(Comparator.comparing(it -> String.join("/", it)));
        sorted.putAll(units);
        return sorted;
    }

    /** What too few of a unit share is not said of them; and they must be enough of whom nothing is said. */
    private static Map<Key, List<Head>> traits(List<Head> members, int least) {
        var parts = new TreeMap<Key, List<Head>>(Comparator.comparing(Key::sorted));
        parts.putAll(members.stream().collect(Collectors.groupingBy(it -> new Key(List.of(), it.tenure(), it.kind()))));
        var rest = new ArrayList<Head>();
        ToIntFunction<Map.Entry<Key, List<Head>>> size = it -> it.getValue().size();
        while (!parts.isEmpty()) {
            var smallest = parts.entrySet().stream().min(Comparator.comparingInt(size).thenComparing(it -> it.getKey().sorted())).orElseThrow();
            if (smallest.getValue().size() >= least && (rest.isEmpty() || rest.size() >= least)) {
                break;
            }
            rest.addAll(parts.remove(smallest.getKey()));
        }
        if (!rest.isEmpty()) {
            parts.put(new Key(List.of(), "", ""), rest);
        }
        return parts;
    }
}
