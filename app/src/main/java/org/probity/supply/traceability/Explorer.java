package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.probity.trace.Near;
import org.springframework.stereotype.Service;

/**
 * The chain of an item step by step: what it was made of and what was made with it, and the same of whatever somebody opens. It takes out of the book no more than it
 * shows, so a lot of ten million items is as quick to look into as a small one.
 */
@Service
class Explorer {
    /** Neighbours shown at each opened item. */
    static final int AT_ONCE = 6;
    static final int OPENED = 40;
    private static final int MOST = 150;

    enum Way { UP, DOWN }

    /** An item that was opened, one way. */
    record Opened(int item, Way way) {
        String spelled() {
            return item + (way == Way.UP ? "u" : "d");
        }
    }

    /**
     * @param column where it stands, from the left: by step, and within a step by what comes of what
     * @param way which way it opens; the item itself opens both ways
     * @param more how many neighbours beyond the item are not shown; nothing where it is closed
     * @param mass what passed between it and what is shown beside it, in units of the book
     */
    record Node(Item item, Optional<Site> site, int column, Way way, boolean open, int more, long mass) {}

    /** By items. */
    record Edge(int from, int to, long mass) {}

    record Shown(Item root, String material, List<Tier> columns, List<Node> nodes, List<Edge> edges) {
        /** As a person may see it. */
        Shown as(Me me) {
            return new Shown(root, material, columns, nodes.stream().map(it -> new Node(it.item(), it.site().map(site -> site.as(me)), it.column(), it.way(), it.open(), it.more(), it.mass())).toList(), edges);
        }
    }

    private static final class Sketch {
        final Map<Integer, Way> ways = new LinkedHashMap<>();
        final Map<Opened, Integer> more = new HashMap<>();
        final Map<List<Integer>, Long> edges = new LinkedHashMap<>();
    }

    private final MaterialBooks books;
    private final Items items;

    Explorer(MaterialBooks books, Items items) {
        this.books = books;
        this.items = items;
    }

    /** As it stands in an address: {@code 12u,77d}. What cannot be read is as if it were not there. */
    static List<Opened> opened(String spelled) {
        var all = new LinkedHashSet<Opened>();
        for (var part : spelled.split(",")) {
            if (part.matches("[0-9]{1,9}[ud]") && all.size() < OPENED) {
                all.add(new Opened(Integer.parseInt(part.substring(0, part.length() - 1)), part.endsWith("u") ? Way.UP : Way.DOWN));
            }
        }
        return List.copyOf(all);
    }

    /** @return nothing while the books are being read, and for what is in no book */
    Optional<Shown> of(Item root, String material, List<Opened> opened) {
        return books.ask(material, shelf -> {
            var sketch = new Sketch();
            if (shelf.book.knows(root.number())) {
                var near = new Near(shelf.book);
                sketch.ways.put(root.number(), Way.UP);
                open(near, sketch, new Opened(root.number(), Way.UP));
                open(near, sketch, new Opened(root.number(), Way.DOWN));
                for (var it : opened) {
                    if (it.item() != root.number() && it.way() == sketch.ways.get(it.item()) && sketch.ways.size() < MOST) {
                        open(near, sketch, it);
                    }
                }
            }
            return sketch;
        }).filter(it -> !it.ways.isEmpty()).map(it -> shown(root, material, it));
    }

    private static void open(Near near, Sketch sketch, Opened it) {
        var around = it.way() == Way.UP ? near.above(it.item(), AT_ONCE) : near.below(it.item(), AT_ONCE);
        for (var neighbour : around.nearest()) {
            if (neighbour.item() >= 0) {
                sketch.ways.putIfAbsent(neighbour.item(), it.way());
                sketch.edges.putIfAbsent(it.way() == Way.UP ? List.of(neighbour.item(), it.item()) : List.of(it.item(), neighbour.item()), neighbour.mass());
            }
        }
        sketch.more.put(it, around.more());
    }

    private Shown shown(Item root, String material, Sketch sketch) {
        var all = items.all(sketch.ways.keySet().stream().mapToInt(it -> it).toArray());
        var sites = items.sites(all.values().stream().map(Item::place).filter(Objects::nonNull).collect(Collectors.toSet()));
        var edges = sketch.edges.entrySet().stream().filter(it -> it.getKey().stream().allMatch(all::containsKey)).map(it -> new Edge(it.getKey().get(0), it.getKey().get(1), it.getValue())).toList();
        var depths = depths(all, edges);
        var columns = all.values().stream().map(it -> List.of(it.tier().ordinal(), depths.get(it.number()))).distinct()
                .sorted((one, other) -> one.get(0).equals(other.get(0)) ? one.get(1) - other.get(1) : one.get(0) - other.get(0)).toList();
        var nodes = sketch.ways.entrySet().stream().filter(it -> all.containsKey(it.getKey())).map(it -> {
            var item = all.get(it.getKey());
            var isRoot = item.number() == root.number();
            var more = isRoot ? more(sketch, item.number(), Way.UP) + more(sketch, item.number(), Way.DOWN) : more(sketch, item.number(), it.getValue());
            return new Node(item, Optional.ofNullable(item.place()).map(sites::get), columns.indexOf(List.of(item.tier().ordinal(), depths.get(item.number()))), it.getValue(),
                    isRoot || sketch.more.containsKey(new Opened(item.number(), it.getValue())), more,
                    edges.stream().filter(edge -> edge.from() == item.number() || edge.to() == item.number()).mapToLong(Edge::mass).max().orElse(0));
        }).sorted((one, other) -> one.column() - other.column()).toList();
        return new Shown(root, material, columns.stream().map(it -> Tier.values()[it.get(0)]).toList(), nodes, edges);
    }

    private static int more(Sketch sketch, int item, Way way) {
        return sketch.more.getOrDefault(new Opened(item, way), 0);
    }

    /** Within a step, how many shown items of the same step an item comes after. */
    private static Map<Integer, Integer> depths(Map<Integer, Item> all, List<Edge> edges) {
        var depths = new HashMap<Integer, Integer>();
        all.keySet().forEach(it -> depths.put(it, 0));
        var same = edges.stream().filter(it -> all.get(it.from()).tier() == all.get(it.to()).tier()).toList();
        // No way is longer than this: a silo, its run and a box; a crucible and its rods.
        for (var round = 0; round < 4; round++) {
            same.forEach(it -> depths.merge(it.to(), Math.min(3, depths.get(it.from()) + 1), Math::max));
        }
        return depths;
    }

    static Set<String> spelled(List<Opened> opened) {
        return opened.stream().map(Opened::spelled).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
