package org.probity.reckon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is published of a survey: units of the tree, small ones together with their neighbours, and cuts by traits, joined until nothing follows about fewer
 * people than the least. It is made from who stands where alone, before anybody has seen an answer, and comes out the same each time.
 */
public final class ReleasePlan {
    /** A cut of every unit at one depth by some traits. @param depth 0 for everybody together; @param traits their places */
    public record Cut(int depth, List<Integer> traits) {
        public Cut {
            traits = List.copyOf(traits);
        }
    }

    /** Why a part is not shown by itself. */
    public enum Why {
        /** It is fewer people than the least. */
        FEW,
        /** It is enough, and its neighbours are not without it. */
        NEIGHBOURS_ARE_FEW,
        /** Held against something else that is published, it would give a small group away. */
        WOULD_TELL
    }

    /** @param part what somebody asks for, @param into the cell in which it is shown: the least larger group; @param because of what would have followed */
    public record Merged(String part, long people, String into, Why why, Optional<Answer.Leak> because) {}

    private static final String BETWEEN = " + ";

    private final List<Standing> atoms;
    private final long least;
    private final Releases releases;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Merged> merged = new ArrayList<>();
    private Answer answer = new Answer.Clean(0, 0, true, true);

    private ReleasePlan(List<Standing> atoms, long least, Releases releases) {
        this.atoms = List.copyOf(atoms);
        this.least = least;
        this.releases = releases;
    }

    /**
     * Plans and publishes.
     *
     * @param atoms the people of the register, in its order
     * @param cuts in the order of their worth: whatever cannot stand together, the later one gives way
     */
    public static ReleasePlan of(List<Standing> atoms, List<Cut> cuts, long least, Releases releases) {
        var plan = new ReleasePlan(atoms, least, releases);
        plan.tree();
        cuts.forEach(plan::cut);
        return plan;
    }

    public List<Cell> cells() {
        return List.copyOf(cells);
    }

    /** Each part that is not shown by itself, once for each step by which it grew. */
    public List<Merged> merged() {
        return List.copyOf(merged);
    }

    /** What the register said last. */
    public Answer answer() {
        return answer;
    }

    /** The least group of the tree or of one cut in which this unit is shown; nothing for a unit in which nobody answered. */
    public Optional<Cell> leastWith(List<String> unit) {
        var members = members(unit);
        return members.isEmpty() ? Optional.empty() : cells.stream().filter(cell -> members.stream().allMatch(cell::has))
                .min(Comparator.comparingLong((Cell cell) -> people(cell.atoms())).thenComparing(Cell::name));
    }

    private void tree() {
        var groups = new ArrayList<Group>();
        var all = new BitSet();
        all.set(0, atoms.size());
        groups.add(new Group("", named(""), all));
        below(all, 0, "", groups);
        publish(groups);
    }

    /** Units of one unit; those which are too few come together, and when that is too few still, the smallest others join them. */
    private void below(BitSet members, int depth, String above, List<Group> into) {
        var parts = parts(members, atom -> depth < atom.path().size() ? atom.path().get(depth) : "", above);
        if (parts.size() == 1 && parts.getFirst().name().equals(above)) {
            return;
        }
        var shown = enough(parts);
        tell(parts, shown, above);
        if (shown.size() < 2) {
            // Shown by itself it would say no more than the unit above, whose name it bears; what is below may divide all the same.
            if (parts.size() == 1) {
                below(members, depth + 1, parts.getFirst().name(), into);
            }
            return;
        }
        for (var part : shown) {
            into.add(part);
            if (!part.name().contains(BETWEEN)) {
                below(part.atoms(), depth + 1, part.name(), into);
            }
        }
    }

    /** Where the parts are that are not shown by themselves: in one of those that are shown, or, where that would be the whole again, in what is above. */
    private void tell(List<Group> parts, List<Group> shown, String above) {
        if (parts.size() < 2) {
            return;
        }
        for (var part : parts) {
            var into = shown.size() < 2 ? named(above) : shown.stream().filter(it -> it.atoms().intersects(part.atoms())).findFirst().orElseThrow().name();
            if (!into.equals(part.name())) {
                merged.add(new Merged(part.name(), people(part.atoms()), into, people(part.atoms()) < least ? Why.FEW : Why.NEIGHBOURS_ARE_FEW, Optional.empty()));
            }
        }
    }

    private List<Group> enough(List<Group> parts) {
        var rest = parts.stream().filter(it -> people(it.atoms()) < least).collect(Collectors.toCollection(ArrayList::new));
        var enough = parts.stream().filter(it -> people(it.atoms()) >= least).sorted(Comparator.comparingLong((Group it) -> people(it.atoms())).thenComparing(it -> it.atoms().nextSetBit(0))).collect(Collectors.toCollection(ArrayList::new));
        while (!rest.isEmpty() && !enough.isEmpty() && rest.stream().mapToLong(it -> people(it.atoms())).sum() < least) {
            rest.add(enough.removeFirst());
        }
        if (rest.isEmpty()) {
            return enough;
        }
        enough.add(together(rest));
        return enough;
    }

    /** Cuts every unit of a depth at once; whatever would tell is joined with its smallest neighbour until nothing does. */
    private void cut(Cut cut) {
        var everybody = new BitSet();
        everybody.set(0, atoms.size());
        var groups = new ArrayList<Group>();
        for (var unit : parts(everybody, atom -> atom.path().size() < cut.depth() ? "" : String.join(" / ", atom.path().subList(0, cut.depth())), "")) {
            if (cut.depth() == 0 || !unit.name().isEmpty()) {
                var name = named(cut.depth() == 0 ? "" : unit.name());
                var parts = parts(unit.atoms(), atom -> cut.traits().stream().map(atom.traits()::get).collect(Collectors.joining(" and ")), name + ":");
                var shown = enough(parts);
                tell(parts, shown, name);
                shown.stream().filter(it -> shown.size() > 1).map(it -> new Group(name, it.name(), it.atoms())).forEach(groups::add);
            }
        }
        publish(groups);
    }

    /** All at once when nothing follows; else by halves of the units, so that those which harm nobody stand, and at last one unit is mended. */
    private void publish(List<Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        var fresh = groups.stream().map(Group::cell).toList();
        var said = releases.release(fresh);
        switch (said) {
            case Answer.Clean clean -> {
                answer = clean;
                cells.addAll(fresh);
            }
            case Answer.Leak leak -> {
                var units = groups.stream().map(Group::of).distinct().toList();
                if (units.size() > 1) {
                    var first = Set.copyOf(units.subList(0, units.size() / 2));
                    publish(groups.stream().filter(it -> first.contains(it.of())).toList());
                    publish(groups.stream().filter(it -> !first.contains(it.of())).toList());
                } else {
                    publish(giveWay(groups, leak));
                }
            }
        }
    }

    /** Of the cells that tell, the smallest of these groups is joined with its smallest neighbour of the same cut; two that are left of one cut are not shown. */
    private List<Group> giveWay(List<Group> wanted, Answer.Leak leak) {
        var groups = new ArrayList<>(wanted);
        var telling = leak.terms().stream().map(Answer.Term::cell).collect(Collectors.toSet());
        var smallest = Comparator.comparingLong((Group it) -> people(it.atoms())).thenComparing(Group::name);
        var part = groups.stream().filter(it -> telling.contains(it.name())).min(smallest).or(() -> groups.stream().min(smallest)).orElseThrow();
        var others = groups.stream().filter(it -> it.of().equals(part.of()) && it != part).sorted(smallest).toList();
        groups.remove(part);
        if (others.size() < 2) {
            groups.removeAll(others);
            others.forEach(it -> merged.add(new Merged(it.name(), people(it.atoms()), named(part.of()), Why.WOULD_TELL, Optional.of(leak))));
            merged.add(new Merged(part.name(), people(part.atoms()), named(part.of()), Why.WOULD_TELL, Optional.of(leak)));
        } else {
            var joined = together(List.of(part, others.getFirst()));
            groups.set(groups.indexOf(others.getFirst()), joined);
            merged.add(new Merged(part.name(), people(part.atoms()), joined.name(), Why.WOULD_TELL, Optional.of(leak)));
            merged.add(new Merged(others.getFirst().name(), people(others.getFirst().atoms()), joined.name(), Why.WOULD_TELL, Optional.of(leak)));
        }
        return groups;
    }

    private record Group(String of, String name, BitSet atoms) {
        Cell cell() {
            return new Cell(name, atoms);
        }
    }

    private static Group together(List<Group> parts) {
        var all = new BitSet();
        parts.forEach(it -> all.or(it.atoms()));
        return new Group(parts.getFirst().of(), parts.stream().map(Group::name).collect(Collectors.joining(BETWEEN)), all);
    }

    private List<Group> parts(BitSet members, Function<Standing, String> key, String above) {
        var parts = new TreeMap<String, BitSet>();
        members.stream().forEach(atom -> parts.computeIfAbsent(key.apply(atoms.get(atom)), it -> new BitSet()).set(atom));
        return parts.entrySet().stream().map(it -> new Group(above, named(above, it.getKey()), it.getValue())).toList();
    }

    /** What a unit is called; the one above all has no name of its own. */
    private static String named(String unit) {
        return unit.isEmpty() ? "all" : unit;
    }

    private static String named(String above, String key) {
        return above.isEmpty() ? key : key.isEmpty() ? above : above.endsWith(":") ? above + " " + key : above + " / " + key;
    }

    private BitSet members(List<String> unit) {
        return IntStream.range(0, atoms.size()).filter(atom -> atoms.get(atom).path().size() >= unit.size() && atoms.get(atom).path().subList(0, unit.size()).equals(unit))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private long people(BitSet of) {
        return of.stream().mapToLong(atom -> atoms.get(atom).people()).sum();
    }
}
