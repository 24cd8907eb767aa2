package org.probity.supply.traceability;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.supply.traceability.Reading.Role;

/** The books of all materials, and how they take in what was told since. */
final class Shelves {
    final Names names;
    private final Map<String, Shelf> books = new HashMap<>();

    Shelves() {
        this(new Names());
    }

    Shelves(Names names) {
        this.names = names;
    }

    /** As it was written down. */
    void put(String material, Shelf kept) {
        books.put(material, kept);
    }

    /** An event with the material whose book it belongs to. */
    record Told(String material, Shelf.Told event) {
        private Set<Integer> outputs() {
            return event.all(Role.OUTPUT).stream().map(Shelf.Named::item).collect(Collectors.toSet());
        }

        /** Whether it tells of the same things coming about as another. */
        boolean says(Told other) {
            return material.equals(other.material) && event.kind().equals("TRANSFORMATION") && other.event.kind().equals("TRANSFORMATION") && outputs().equals(other.outputs());
        }
    }

    Shelf book(String material) {
        return books.computeIfAbsent(material, it -> new Shelf(names));
    }

    Map<String, Shelf> books() {
        return books;
    }

    /** An event in its order. */
    void enter(Told it) {
        book(it.material()).enter(it.event());
    }

    /**
     * Takes in what was told since, in the order of happening.
     *
     * @param wrong events in the books that were declared wrong since
     * @return whether the books are as if all had been read in the order of happening; if not, they are of no use any more
     */
    boolean grow(List<Told> fresh, Collection<Told> wrong) {
        var replaced = new HashMap<Long, Told>();
        for (var old : wrong) {
            var by = fresh.stream().filter(it -> it.says(old) && !replaced.containsKey(it.event().event())).findFirst();
            if (by.isPresent()) {
                replaced.put(by.get().event().event(), old);
            } else if (!book(old.material()).withdraw(old.event())) {
                return false;
            }
        }
        for (var it : fresh) {
            var old = replaced.get(it.event().event());
            if (!(old == null ? book(it.material()).enter(it.event()) : book(it.material()).replace(old.event(), it.event()))) {
                return false;
            }
        }
        return true;
    }
}
