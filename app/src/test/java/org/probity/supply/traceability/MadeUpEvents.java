package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probity.supply.traceability.Reading.Role;

/**
 * Events of a made-up maker, the same for the same seed: lots that two events make, lots that nobody made, a pool, packs, masses that were not told, and now and then
 * more than there is. With a second opinion that knows nothing of books: it walks the events themselves, by who went into what and when.
 */
final class MadeUpEvents {
    static final String QUARTZ = "article:quartz";
    static final String OTHER = "article:other";
    /** Where nobody has a name, and where whoever is listed sits. */
    static final String NAMELESS = "urn:nameless";
    static final String LISTED = "urn:listed";

    /** @param no in the order of happening */
    record Happened(int no, String kind, String action, String sharing, long scrap, String location, String point, List<Shelf.Named> items) {
        List<Integer> all(Role... roles) {
            return items.stream().filter(it -> List.of(roles).contains(it.role())).map(Shelf.Named::item).toList();
        }
    }

    private final Random random;
    final List<String> articles = new ArrayList<>();
    final List<Happened> events = new ArrayList<>();
    private final Map<Integer, Long> left = new TreeMap<>();
    private final Set<Integer> packed = new HashSet<>();
    private final int pool;
    private final boolean greedy;

    /** @param greedy whether more is used than there is, now and then */
    MadeUpEvents(long seed, int count, boolean greedy) {
        this.random = new Random(seed);
        this.greedy = greedy;
        this.pool = item(OTHER);
        for (var no = 0; no < count; no++) {
            next();
        }
    }

    private int item(String article) {
        articles.add(article);
        return articles.size() - 1;
    }

    private String place() {
        return random.nextInt(14) == 0 ? NAMELESS : random.nextInt(9) == 0 ? LISTED : "urn:place-" + random.nextInt(3);
    }

    private void add(String kind, String action, String sharing, long scrap, List<Shelf.Named> items) {
        events.add(new Happened(events.size(), kind, action, sharing, scrap, place(), random.nextInt(6) == 0 ? place() : "", items));
    }

    private void next() {
        var known = left.keySet().stream().filter(it -> it != pool && left.get(it) > 0 && !packed.contains(it)).toList();
        var dice = random.nextInt(20);
        if (known.size() < 4 || dice < 4) {
            var lot = item(QUARTZ);
            left.put(lot, 1_000L + random.nextInt(9_000));
            add("OBJECT", "ADD", "", 0, List.of(new Shelf.Named(Role.OUTPUT, lot, left.get(lot))));
        } else if (dice == 4) {
            pack(known);
        } else if (dice < 7) {
            poured(known);
        } else {
            made(known);
        }
    }

    private void pack(List<Integer> known) {
        var pack = item(OTHER);
        var child = known.get(random.nextInt(known.size()));
        packed.add(child);
        add("AGGREGATION", "ADD", "", 0, List.of(new Shelf.Named(Role.PARENT, pack, null), new Shelf.Named(Role.CHILD, child, null)));
    }

    private List<Shelf.Named> inputs(List<Integer> known) {
        var chosen = new TreeMap<Integer, Shelf.Named>();
        for (var tries = random.nextInt(3) + 1; tries > 0; tries--) {
            if (random.nextInt(8) == 0) {
                var stranger = item(OTHER);
                left.put(stranger, 0L);
                chosen.put(stranger, new Shelf.Named(Role.INPUT, stranger, random.nextInt(6) == 0 ? null : 100L + random.nextInt(900)));
                continue;
            }
            var item = known.get(known.size() - 1 - random.nextInt(Math.min(known.size(), 12)));
            var all = random.nextInt(3) == 0 || left.get(item) < 10;
            var mass = all ? left.get(item) : 1 + left.get(item) / (2 + random.nextInt(3));
            mass = greedy && random.nextInt(25) == 0 ? mass * 2 : mass;
            chosen.put(item, new Shelf.Named(Role.INPUT, item, all && random.nextInt(3) == 0 ? null : mass));
        }
        chosen.values().forEach(it -> left.put(it.item(), Math.max(0, left.get(it.item()) - (it.mass() == null ? left.get(it.item()) : it.mass()))));
        return List.copyOf(chosen.values());
    }

    private void poured(List<Integer> known) {
        var items = new ArrayList<>(inputs(known));
        var in = items.stream().mapToLong(it -> it.mass() == null ? 0 : it.mass()).sum();
        var held = left.getOrDefault(pool, 0L) + in;
        var out = held / 3;
        if (out > 10) {
            var lot = item(OTHER);
            left.put(lot, out);
            items.add(new Shelf.Named(Role.OUTPUT, lot, out));
            held -= out;
        }
        left.put(pool, held);
        items.add(new Shelf.Named(Role.POOL, pool, null));
        add("TRANSFORMATION", "", "pool", 0, items);
    }

    private void made(List<Integer> known) {
        var items = new ArrayList<>(inputs(known));
        var unsaid = items.stream().anyMatch(it -> it.mass() == null);
        if (random.nextInt(8) == 0 && left.getOrDefault(pool, 0L) > 50) {
            items.add(new Shelf.Named(Role.INPUT, pool, left.get(pool) / 5));
            left.merge(pool, -left.get(pool) / 5, Long::sum);
        }
        var in = items.stream().mapToLong(it -> it.mass() == null ? 0 : it.mass()).sum();
        var scrap = unsaid ? 0 : in / 20;
        var outputs = 1 + random.nextInt(2);
        for (var no = 0; no < outputs; no++) {
            var twice = random.nextInt(9) == 0 && known.stream().anyMatch(it -> articles.get(it).equals(OTHER));
            var again = known.stream().filter(it -> articles.get(it).equals(OTHER) && items.stream().noneMatch(named -> named.item() == it)).toList();
            var lot = twice && !again.isEmpty() ? again.get(random.nextInt(again.size())) : item(OTHER);
            var mass = (in - scrap) / outputs;
            left.merge(lot, mass, Long::sum);
            items.add(new Shelf.Named(Role.OUTPUT, lot, random.nextInt(5) == 0 && !unsaid ? null : mass));
        }
        // What is cut from inputs in their order does not hold all of them, and the walk below does not know which.
        add("TRANSFORMATION", "", List.of("", "proportional", "measured", items.stream().filter(it -> it.role() == Role.INPUT).count() > 1 ? "" : "position").get(random.nextInt(4)), scrap, items);
    }

    /** The same coming about, of something else. */
    @Nullable Happened other(Happened it, int no) {
        var inputs = it.items().stream().filter(named -> named.role() == Role.INPUT).toList();
        if (!it.kind().equals("TRANSFORMATION") || it.sharing().equals("pool") || inputs.isEmpty()) {
            return null;
        }
        var stranger = item(OTHER);
        var mass = inputs.stream().mapToLong(named -> named.mass() == null ? 500 : named.mass()).sum();
        var items = new ArrayList<>(it.items().stream().filter(named -> named.role() != Role.INPUT).toList());
        items.addFirst(new Shelf.Named(Role.INPUT, stranger, mass));
        return new Happened(no, it.kind(), it.action(), it.sharing(), it.scrap(), random.nextInt(3) == 0 ? LISTED : it.location(), it.point(), items);
    }

    /** What the events themselves say of an item. */
    record Opinion(boolean touched, boolean open) {}

    /** @param standing events that count */
    Opinion opinion(List<Happened> standing, int item) {
        var seen = new HashSet<List<Integer>>();
        var found = new boolean[2];
        var makers = new HashMap<Integer, List<Happened>>();
        standing.forEach(event -> event.all(Role.OUTPUT, Role.PARENT, Role.POOL).forEach(it -> makers.computeIfAbsent(it, none -> new ArrayList<>()).add(event)));
        walk(makers, item, Integer.MAX_VALUE, seen, found);
        return new Opinion(found[0], found[1]);
    }

    /** The events that an item came about by, for whoever looks for the reason. */
    String told(List<Happened> standing, int item) {
        var told = new TreeMap<Integer, String>();
        var items = new HashSet<>(Set.of(item));
        for (var more = true; more;) {
            more = false;
            for (var event : standing) {
                if (event.all(Role.OUTPUT, Role.PARENT, Role.POOL).stream().anyMatch(items::contains)) {
                    told.put(event.no(), "\n" + event);
                    more |= items.addAll(event.all(Role.INPUT, Role.CHILD, Role.POOL));
                }
            }
        }
        return "item " + item + told.values();
    }

    private void walk(Map<Integer, List<Happened>> makers, int item, int until, Set<List<Integer>> seen, boolean[] found) {
        if (!seen.add(List.of(item, until))) {
            return;
        }
        var by = makers.getOrDefault(item, List.of());
        found[1] |= by.isEmpty();
        for (var event : by) {
            // Of a lot it is not known which of its makings somebody had, so where it was made counts for all of it.
            found[0] |= event.location().equals(LISTED) || event.point().equals(LISTED);
            found[1] |= event.location().equals(NAMELESS) && (event.point().isEmpty() || event.point().equals(NAMELESS));
        }
        var before = by.stream().filter(event -> event.no() <= until).toList();
        // In being before it was made: its way ends there.
        found[1] |= before.stream().noneMatch(event -> !event.kind().equals("OBJECT")) && !articles.get(item).equals(QUARTZ);
        for (var event : before) {
            if (!event.all(Role.POOL).isEmpty() && event.all(Role.OUTPUT).contains(item)) {
                walk(makers, event.all(Role.POOL).getFirst(), event.no(), seen, found);
            } else {
                event.all(Role.INPUT, Role.CHILD).forEach(it -> walk(makers, it, event.no(), seen, found));
            }
        }
    }
}
