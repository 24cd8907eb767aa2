package org.probity.customs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Event;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MerkleTree;

/**
 * Follows silicon through events in the order of time, once: of each thing it knows through which steps it came, and how much of it came in at which first
 * step. A step is an article at a place. It keeps what a thing is made of, not its ancestors, so it is as quick through reclaim as without.
 *
 * <p>This is not how the house does it (library {@code trace} keeps a graph and walks it back from each thing); a pack holds what both say alike.
 */
public final class Walk {
    /** What is made of which article where. @param place empty where nobody says who made it */
    public record Step(String article, String place) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            var articles = article.compareTo(other.article);
            return articles != 0 ? articles : place.compareTo(other.place);
        }
    }

    /** What a thing is. @param grams nothing where no event says @param chain a number of a set of steps, see {@link #steps} @param pack what it lies in at last */
    public record Thing(String uri, Optional<Long> grams, int chain, Mix mix, Optional<String> pack) {}

    /** What was made in one step, over all events. */
    public record Total(long events, long things, long gramsIn, long gramsOut, long scrap) {
        Total plus(long more, long in, long out, long lost) {
            return new Total(events + 1, things + more, gramsIn + in, gramsOut + out, scrap + lost);
        }
    }

    private static final class Held {
        long made;
        long left;
        boolean weighed;
        int chain;
        Mix mix;
        @Nullable String pack;

        Held(long made, boolean weighed, int chain, Mix mix) {
            this.made = made;
            this.left = made;
            this.weighed = weighed;
            this.chain = chain;
            this.mix = mix;
        }
    }

    private record Layer(long mass, int chain, Mix mix) {}

    private static final class Tank {
        final Deque<Layer> layers = new ArrayDeque<>();
    }

    private final Map<String, Held> things = new HashMap<>(1 << 16);
    private final Map<String, Tank> tanks = new HashMap<>();
    private final Map<Step, Integer> numbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<BitSet, Integer> chainNumbers = new HashMap<>();
    private final List<BitSet> chains = new ArrayList<>();
    private final Map<Long, Integer> unions = new HashMap<>();
    private final Map<Mix, Mix> mixes = new HashMap<>();
    private final Map<Step, Total> totals = new TreeMap<>();

    /** The next event; none may have happened before the one that came last. */
    public void take(Event event) {
        var it = Told.of(event);
        switch (it.kind()) {
            case MADE_ELSEWHERE -> begun(it);
            case MADE -> made(it);
            case PACKED -> it.children().forEach(child -> held(child).pack = it.parent());
            case UNPACKED -> (it.children().isEmpty() ? things.entrySet().stream().filter(one -> it.parent().equals(one.getValue().pack)).map(Map.Entry::getKey).toList() : it.children())
                    .forEach(child -> held(child).pack = null);
            case OTHER -> {}
        }
    }

    private void begun(Told it) {
        for (var named : it.outputs()) {
            if (!things.containsKey(named.uri())) {
                var step = step(new Step(Told.article(named.uri()), it.place()));
                things.put(named.uri(), new Held(named.mass() == null ? 0 : named.mass(), named.mass() != null, chain(step), Mix.of(step)));
                totals.merge(steps.get(step), new Total(1, 1, 0, mass(named), 0), (one, two) -> one.plus(1, 0, two.gramsOut(), 0));
            }
        }
    }

    private void made(Told it) {
        var in = new ArrayList<Layer>();
        var gramsIn = 0L;
        for (var named : it.inputs()) {
            in.add(used(named));
            gramsIn += in.getLast().mass();
        }
        var chain = in.stream().map(Layer::chain).reduce(chain(), this::union);
        var portions = it.tank() != null ? List.<Layer>of() : it.sharing().equals("position") && in.size() > 1 ? in : List.of(new Layer(gramsIn, chain, mixed(in, it)));
        if (it.tank() != null) {
            pour(it, in);
        }
        var at = 0L;
        var said = it.outputs().stream().mapToLong(Walk::mass).sum();
        var unsaid = it.outputs().stream().filter(one -> one.mass() == null).count();
        for (var named : it.outputs()) {
            // What has no mass is a piece of what is left, as heavy as the others.
            var grams = named.mass() != null ? named.mass() : it.tank() != null || unsaid == 0 ? 0 : Math.max(0, gramsIn - it.scrap() - said) / unsaid;
            var of = it.tank() != null ? drawn(it.tank(), it.sharing(), grams) : portions.size() > 1 ? cut(portions, at, grams) : portions.getFirst();
            at += grams;
            make(named, it.place(), grams, of);
        }
        if (it.tank() != null && it.scrap() > 0) {
            drawn(it.tank(), it.sharing(), it.scrap());
        }
        count(it, gramsIn);
    }

    private Layer used(Told.Named named) {
        var tank = tanks.get(named.uri());
        if (tank != null && !things.containsKey(named.uri())) {
            return drawn(named.uri(), "pool", mass(named));
        }
        var held = held(named.uri());
        var mass = named.mass() == null ? Math.max(0, held.left) : named.mass();
        held.left -= mass;
        return new Layer(mass, held.chain, held.mix);
    }

    private Mix mixed(List<Layer> in, Told it) {
        if (in.isEmpty()) {
            return Mix.of(step(new Step("", ""))).unsure();
        }
        var mix = Mix.of(in.stream().map(one -> new Mix.Portion(one.mix(), one.mass())).toList());
        return one(it.sharing().equals("measured") && in.size() > 1 && it.outputs().size() > 1 ? mix.unsure() : mix);
    }

    /** A part of what lies in a row. */
    private Layer cut(List<Layer> row, long from, long length) {
        var within = new ArrayList<Layer>();
        var at = 0L;
        for (var it : row) {
            var part = Math.min(at + it.mass(), from + length) - Math.max(at, from);
            if (part > 0) {
                within.add(new Layer(part, it.chain(), it.mix()));
            }
            at += it.mass();
        }
        return together(within.isEmpty() ? row : within, length);
    }

    private Layer together(List<Layer> layers, long mass) {
        return new Layer(mass, layers.stream().map(Layer::chain).reduce(chain(), this::union), one(Mix.of(layers.stream().map(it -> new Mix.Portion(it.mix(), it.mass())).toList())));
    }

    private void pour(Told it, List<Layer> in) {
        var tank = tanks.computeIfAbsent(it.tank(), name -> new Tank());
        if (it.sharing().equals("fifo")) {
            if (!in.isEmpty()) {
                tank.layers.addLast(together(in, in.stream().mapToLong(Layer::mass).sum()));
            }
            return;
        }
        var all = new ArrayList<>(tank.layers);
        all.addAll(in);
        tank.layers.clear();
        if (!all.isEmpty()) {
            tank.layers.add(together(all, all.stream().mapToLong(Layer::mass).sum()));
        }
    }

    private Layer drawn(String name, String sharing, long grams) {
        var tank = tanks.computeIfAbsent(name, it -> new Tank());
        if (tank.layers.isEmpty()) {
            var step = step(new Step(Told.article(name), ""));
            return new Layer(grams, chain(step), Mix.of(step));
        }
        var taken = new ArrayList<Layer>();
        var left = grams;
        while (!tank.layers.isEmpty() && (left > 0 || taken.isEmpty())) {
            var first = tank.layers.removeFirst();
            var part = Math.min(first.mass(), left);
            taken.add(new Layer(part, first.chain(), first.mix()));
            left -= part;
            if (first.mass() > part || !sharing.equals("fifo")) {
                tank.layers.addFirst(new Layer(first.mass() - part, first.chain(), first.mix()));
                break;
            }
        }
        return together(taken, grams);
    }

    private void make(Told.Named named, String place, long grams, Layer of) {
        var step = step(new Step(Told.article(named.uri()), place));
        var chain = union(of.chain(), chain(step));
        var before = things.get(named.uri());
        if (before == null) {
            things.put(named.uri(), new Held(grams, named.mass() != null, chain, of.mix()));
            return;
        }
        // A lot that several steps fill is mixed of what is left of it and what comes.
        before.mix = one(Mix.of(List.of(new Mix.Portion(before.mix, Math.max(0, before.left)), new Mix.Portion(of.mix(), grams))));
        before.chain = union(before.chain, chain);
        before.made += grams;
        before.left += grams;
    }

    private void count(Told it, long gramsIn) {
        if (it.outputs().isEmpty()) {
            return;
        }
        var out = it.outputs().stream().mapToLong(Walk::mass).sum();
        totals.merge(new Step(Told.article(it.outputs().getFirst().uri()), it.place()), new Total(1, it.outputs().size(), gramsIn, out, it.scrap()),
                (one, two) -> one.plus(two.things(), two.gramsIn(), two.gramsOut(), two.scrap()));
    }

    private static long mass(Told.Named named) {
        return named.mass() == null ? 0 : named.mass();
    }

    /** What nobody made comes from outside, nobody says from whom. */
    private Held held(String uri) {
        return things.computeIfAbsent(uri, it -> {
            var step = step(new Step(Told.article(it), ""));
            return new Held(0, false, chain(step), Mix.of(step));
        });
    }

    private Mix one(Mix mix) {
        var same = mixes.putIfAbsent(mix, mix);
        return same == null ? mix : same;
    }

    private int step(Step step) {
        return numbers.computeIfAbsent(step, it -> {
            steps.add(it);
            return steps.size() - 1;
        });
    }

    private int chain(int... ofSteps) {
        var set = new BitSet();
        Arrays.stream(ofSteps).forEach(set::set);
        return number(set);
    }

    private int number(BitSet set) {
        return chainNumbers.computeIfAbsent(set, it -> {
            chains.add(it);
            return chains.size() - 1;
        });
    }

    private int union(int one, int other) {
        if (one == other) {
            return one;
        }
        return unions.computeIfAbsent((long) Math.min(one, other) << 32 | Math.max(one, other), pair -> {
            var both = (BitSet) chains.get(one).clone();
            both.or(chains.get(other));
            return number(both);
        });
    }

    /** What is known of a thing; nothing where no event makes, uses or packs it. */
    public Optional<Thing> thing(String uri) {
        var held = things.get(uri);
        return held == null ? Optional.empty() : Optional.of(new Thing(uri, held.weighed ? Optional.of(held.made) : Optional.empty(), held.chain, held.mix, Optional.ofNullable(held.pack)));
    }

    public Step step(int number) {
        return steps.get(number);
    }

    /** Through which steps a chain leads, in the order of their names. */
    public List<Step> steps(int chain) {
        return chains.get(chain).stream().mapToObj(steps::get).sorted().toList();
    }

    /** Things of the same steps at the same places have the same one. */
    public String fingerprint(int chain) {
        return fingerprint(steps(chain));
    }

    static String fingerprint(List<Step> steps) {
        return Hash.sha256(Json.of(steps.stream().map(it -> List.of(it.article(), it.place())).toList()).canonical()).hex();
    }

    /** What was made in each step, by all events that came. */
    public Map<Step, Total> totals() {
        return totals;
    }

    /** Hashes of a tree whose leaves lie in one row of bytes; asked for by {@link org.probity.proof.SharedProof}. */
    public static MerkleTree.Hashes over(byte[] leaves) {
        return new MerkleTree.Hashes() {
            @Override
            public Hash at(int level, long index) {
                return level == 0 ? Hash.leaf(Arrays.copyOfRange(leaves, (int) index * Hash.BYTES, (int) index * Hash.BYTES + Hash.BYTES))
                        : Hash.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
            }
        };
    }
}
