package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.probity.supply.traceability.Reading.Role;
import org.probity.trace.Near;
import org.probity.trace.Origins;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A rod from both ends: what was charged into its crucible and how much of each is in it, and the bricks, wafers, cells and modules that were made of it. */
@Service
class Rods {
    /** More is counted only on the list. */
    private static final int COUNTED = 200_000;
    private static final int SHOWN = 10;
    private static final int ABOVE = 4;

    /** @param mass as it was charged; nothing where the event says none @param share of the rod that came of it @param from what reclaim was taken from */
    record Charge(Item item, Optional<Site> site, Optional<Long> mass, BigDecimal share, List<Item> from) {
        boolean reclaim() {
            return item.tier() == Tier.RECLAIM;
        }
    }

    /** @param mass of the rod in them, in units of the book */
    record Below(Tier tier, int items, long mass) {}

    /** @param share of it that is of the rod */
    record Part(Item item, BigDecimal share) {}

    /**
     * @param melt the crucible, where one is named @param event that made the rod; nothing where none says
     * @param heel of the rod that was in the crucible before this charge
     * @param counted whether what was made of it could be counted
     */
    record Rod(Item item, String material, long mass, Optional<Item> melt, Optional<Long> event, List<Charge> charge, BigDecimal heel, List<Below> below, List<Part> bricks, List<Part> modules, boolean counted) {
        /** As a person may see it. */
        Rod as(Me me) {
            return new Rod(item, material, mass, melt, event, charge.stream().map(it -> new Charge(it.item(), it.site().map(site -> site.as(me)), it.mass(), it.share(), it.from())).toList(), heel, below, bricks, modules,
                    counted);
        }

        BigDecimal of(boolean reclaim) {
            return charge.stream().filter(it -> it.reclaim() == reclaim).map(Charge::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private record Told(Map<Integer, Long> shares, Map<Integer, List<Integer>> from, Map<Integer, long[]> below, long mass, boolean counted) {}

    private final MaterialBooks books;
    private final Items items;
    private final Links links;
    private final JdbcClient db;

    Rods(MaterialBooks books, Items items, Links links, JdbcClient db) {
        this.books = books;
        this.items = items;
        this.links = links;
        this.db = db;
    }

    /** @return nothing while the books are being read, and for what is in no book */
    Optional<Rod> of(Item item, String material) {
        var event = making(item);
        var told = event.map(it -> links.of(it)).orElse(List.of());
        var charged = new HashMap<Integer, Optional<Long>>();
        told.stream().filter(it -> it.role() == Role.INPUT).forEach(it -> charged.put(it.item(), Optional.ofNullable(it.grams())));
        return books.ask(material, shelf -> shelf.book.knows(item.number()) ? Optional.of(told(shelf, item.number(), charged)) : Optional.<Told>empty()).flatMap(it -> it)
                .map(it -> rod(item, material, event, told.stream().filter(link -> link.role() == Role.POOL).findFirst().flatMap(link -> items.find(link.item())), charged, it));
    }

    /** The last event that made it and counts. */
    private Optional<Long> making(Item item) {
        var made = links.making(new int[] {item.number()}).stream().map(Links.Standing::event).toArray(Long[]::new);
        return db.sql("""
                SELECT event.id FROM traceability.event
                 WHERE event.id = ANY (:events) AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY event.happened_at DESC, event.id DESC LIMIT 1
                """).param("events", made).query(Long.class).optional();
    }

    private static Told told(Shelf shelf, int item, Map<Integer, Optional<Long>> charged) {
        var shares = new HashMap<Integer, Long>();
        shelf.shares.of(item, charged::containsKey).shares().stream().filter(it -> charged.containsKey(it.origin())).forEach(it -> shares.merge(it.origin(), it.likely(), Long::sum));
        var near = new Near(shelf.book);
        var from = new HashMap<Integer, List<Integer>>();
        charged.keySet().stream().filter(shelf.book::knows).forEach(it -> from.put(it, near.above(it, ABOVE).nearest().stream().map(Near.Neighbour::item).filter(above -> above >= 0).toList()));
        var below = new HashMap<Integer, long[]>();
        var counted = shelf.reach.downstream(item).length <= COUNTED;
        if (counted) {
            // Of a pool the last state counts; what it held before has gone on.
            shelf.recall.of(item, (made, event, mass, share) -> below.put(made, new long[] {mass, share}));
        }
        return new Told(shares, from, below, shelf.book.made(item), counted);
    }

    private Rod rod(Item item, String material, Optional<Long> event, Optional<Item> melt, Map<Integer, Optional<Long>> charged, Told told) {
        var tiers = tiers(told.below().keySet().stream().mapToInt(it -> it).toArray());
        var shown = new HashSet<>(charged.keySet());
        told.from().values().forEach(shown::addAll);
        var bricks = largest(told, tiers, Tier.BRICK);
        var modules = largest(told, tiers, Tier.MODULE);
        shown.addAll(bricks);
        shown.addAll(modules);
        var all = items.all(shown.stream().mapToInt(it -> it).toArray());
        var sites = items.sites(all.values().stream().map(Item::place).filter(Objects::nonNull).collect(Collectors.toSet()));
        var charge = charged.entrySet().stream().filter(it -> all.containsKey(it.getKey())).map(it -> new Charge(all.get(it.getKey()), Optional.ofNullable(all.get(it.getKey()).place()).map(sites::get), it.getValue(),
                fraction(told.shares().getOrDefault(it.getKey(), 0L)), all.get(it.getKey()).tier() != Tier.RECLAIM ? List.of()
                        : told.from().getOrDefault(it.getKey(), List.of()).stream().map(all::get).filter(Objects::nonNull).toList()))
                .sorted(Comparator.comparing(Charge::reclaim).thenComparing(Charge::share, Comparator.reverseOrder()).thenComparing(one -> one.item().number())).toList();
        var heel = BigDecimal.ONE.subtract(charge.stream().map(Charge::share).reduce(BigDecimal.ZERO, BigDecimal::add));
        return new Rod(item, material, told.mass(), melt, event, charge, heel, below(told, tiers), parts(bricks, told, all), parts(modules, told, all), told.counted());
    }

    private static List<Below> below(Told told, Map<Integer, Tier> tiers) {
        var counts = new EnumMap<Tier, long[]>(Tier.class);
        told.below().forEach((item, it) -> {
            var tier = tiers.getOrDefault(item, Tier.OTHER);
            // Packs hold what was counted as a module already.
            if (it[1] > 0 && tier.compareTo(Tier.ROD) > 0 && tier.compareTo(Tier.MODULE) <= 0) {
                var sum = counts.computeIfAbsent(tier, _ -> new long[2]);
                sum[0]++;
                sum[1] += fraction(it[1]).multiply(BigDecimal.valueOf(it[0])).longValue();
            }
        });
        var below = new ArrayList<Below>();
        counts.forEach((tier, sum) -> below.add(new Below(tier, (int) sum[0], sum[1])));
        return below;
    }

    private static List<Integer> largest(Told told, Map<Integer, Tier> tiers, Tier tier) {
        return told.below().entrySet().stream().filter(it -> tiers.get(it.getKey()) == tier && it.getValue()[1] > 0)
                .sorted(Comparator.<Map.Entry<Integer, long[]>>comparingLong(it -> -it.getValue()[1]).thenComparing(Map.Entry::getKey)).limit(SHOWN).map(Map.Entry::getKey).toList();
    }

    private static List<Part> parts(List<Integer> numbers, Told told, Map<Integer, Item> all) {
        return numbers.stream().map(it -> new Part(all.get(it), fraction(told.below().get(it)[1]))).toList();
    }

    private Map<Integer, Tier> tiers(int[] numbers) {
        var tiers = new HashMap<Integer, Tier>();
        db.sql("SELECT item.number, article.tier FROM traceability.item JOIN traceability.articles('infinity') AS article ON article.uri = item.article WHERE item.number = ANY (:items)")
                .param("items", java.util.Arrays.stream(numbers).boxed().toArray(Integer[]::new)).query((RowCallbackHandler) row -> tiers.put(row.getInt(1), Tier.valueOf(row.getString(2))));
        return tiers;
    }

    private static BigDecimal fraction(long share) {
        return BigDecimal.valueOf(Math.min(share, Origins.WHOLE), 18);
    }
}
