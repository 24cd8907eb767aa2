package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.probity.trace.Origins;
import org.springframework.stereotype.Service;

/**
 * The silicon of one or many items, step by step from quartz: how much of it was at which place at each step. Each step is reached by the nearest items of it on every
 * way up, so that what went round as reclaim counts where it was made first and where it came back. A way that ends before quartz goes on as unknown.
 */
@Service
class Flows {
    /** A wider chain would be a picture of everything; the tables of the item still tell all. */
    static final int WIDEST = 60_000;

    /** How a part of a step is known: made at this step, only on its way past it, or of unknown origin from here on. */
    enum How { MADE, PASSES, UNKNOWN }

    /** @param share of the whole mass, exactly as far as it was followed */
    record Stop(Tier tier, How how, String place, Optional<Site> site, int items, BigDecimal share) {
        boolean touched() {
            return site.filter(it -> it.barred() || it.alert()).isPresent();
        }
    }

    /** By places in the list of stops. */
    record Stream(int from, int to, BigDecimal share) {}

    /**
     * A flow, quartz first.
     *
     * @param of how many items are drawn @param mass of the whole in units of the book
     * @param dropped what was too little to follow
     */
    record Flow(String material, int of, long mass, List<Tier> tiers, List<Stop> stops, List<Stream> streams, BigDecimal dropped) {
        List<Stop> at(Tier tier) {
            return stops.stream().filter(it -> it.tier() == tier && it.how() == How.MADE).toList();
        }

        /** As a person may see it. */
        Flow as(Me me) {
            return new Flow(material, of, mass, tiers, stops.stream().map(it -> new Stop(it.tier(), it.how(), it.place(), it.site().map(site -> site.as(me)), it.items(), it.share())).toList(), streams, dropped);
        }

        /** The same by country, for those who may know no more: neither whose a place is nor what lists say of it. */
        Flow byCountry() {
            var keys = new ArrayList<List<Object>>();
            var of = new ArrayList<Integer>();
            var merged = new ArrayList<Stop>();
            for (var it : stops) {
                var country = it.site().map(Site::country).orElse("");
                var key = List.<Object>of(it.tier(), it.how(), country);
                var at = keys.indexOf(key);
                if (at < 0) {
                    keys.add(key);
                    merged.add(new Stop(it.tier(), it.how(), country, Optional.empty(), it.items(), it.share()));
                    at = keys.size() - 1;
                } else {
                    merged.set(at, new Stop(it.tier(), it.how(), country, Optional.empty(), merged.get(at).items() + it.items(), merged.get(at).share().add(it.share())));
                }
                of.add(at);
            }
            var ways = new LinkedHashMap<List<Integer>, BigDecimal>();
            streams.forEach(it -> ways.merge(List.of(of.get(it.from()), of.get(it.to())), it.share(), BigDecimal::add));
            return new Flow(material, this.of, mass, tiers, merged, ways.entrySet().stream().map(it -> new Stream(it.getKey().get(0), it.getKey().get(1), it.getValue())).toList(), dropped);
        }

        /** What of the mass is known to come from quartz. */
        BigDecimal toQuartz() {
            return at(Tier.QUARTZ).stream().map(Stop::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static final int NOBODY = -1;

    private final MaterialBooks books;
    private final Items items;

    Flows(MaterialBooks books, Items items) {
        this.books = books;
        this.items = items;
    }

    /** @return nothing while the books are being read, for what is in no book, and for a chain too wide to draw */
    Optional<Flow> of(int item, String material) {
        return of(new int[] {item}, material);
    }

    /** Of many at once, each by its mass. */
    Optional<Flow> of(int[] asked, String material) {
        return chain(asked, material).flatMap(chain -> {
            var all = items.all(chain);
            return books.ask(material, shelf -> {
                var start = new LinkedHashMap<Integer, Long>();
                var mass = Arrays.stream(asked).filter(all::containsKey).filter(shelf.book::knows).mapToLong(shelf.book::made).sum();
                Arrays.stream(asked).filter(all::containsKey).filter(shelf.book::knows).forEach(it -> start.merge(it, times(Origins.WHOLE, shelf.book.made(it), mass), Long::sum));
                return new Walk(shelf, all, mass).from(start);
            });
        }).map(it -> it.flow(material)).filter(it -> !it.stops().isEmpty());
    }

    /** Everything the items are made of, and they. */
    private Optional<int[]> chain(int[] asked, String material) {
        return books.ask(material, shelf -> {
            var seen = new BitSet();
            for (var item : asked) {
                if (shelf.book.knows(item)) {
                    seen.set(item);
                    Arrays.stream(shelf.reach.upstream(item)).filter(it -> it >= 0).forEach(seen::set);
                }
            }
            return seen.stream().toArray();
        }).filter(it -> it.length > 0 && it.length <= WIDEST);
    }

    private static long times(long share, long part, long whole) {
        return whole == 0 ? 0 : BigInteger.valueOf(share).multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole)).longValueExact();
    }

    /** One walk from the newest step to quartz. */
    private final class Walk {
        private final Shelf shelf;
        private final Map<Integer, Item> all;
        private final Set<Integer> ended = new HashSet<>();
        private final List<Key> keys = new ArrayList<>();
        private final Map<Key, Integer> places = new HashMap<>();
        private final Map<Integer, Long> shares = new HashMap<>();
        private final Map<Integer, Set<Integer>> seen = new HashMap<>();
        private final Map<List<Integer>, Long> streams = new LinkedHashMap<>();
        private final long mass;
        private List<Tier> tiers = List.of();
        private int of;
        private long dropped;

        private record Key(Tier tier, How how, String place) {}

        Walk(Shelf shelf, Map<Integer, Item> all, long mass) {
            this.shelf = shelf;
            this.all = all;
            this.mass = mass;
        }

        Walk from(Map<Integer, Long> start) {
            var present = all.values().stream().map(Item::tier).filter(it -> it != Tier.OTHER).collect(Collectors.toCollection(() -> EnumSet.noneOf(Tier.class)));
            present.add(Tier.QUARTZ);
            start.keySet().forEach(it -> present.add(all.get(it).tier()));
            var steps = present.stream().sorted(Comparator.reverseOrder()).toList();
            var frontier = start;
            Tier above = null;
            for (var tier : steps) {
                var next = new LinkedHashMap<Integer, Long>();
                for (var it : frontier.entrySet()) {
                    var from = above == null ? -1 : stop(above, it.getKey());
                    for (var part : parts(it.getKey(), it.getValue(), tier).entrySet()) {
                        next.merge(part.getKey(), part.getValue(), Long::sum);
                        var to = stop(tier, part.getKey());
                        shares.merge(to, part.getValue(), Long::sum);
                        seen.computeIfAbsent(to, _ -> new HashSet<>()).add(part.getKey());
                        if (from >= 0) {
                            streams.merge(List.of(to, from), part.getValue(), Long::sum);
                        }
                    }
                }
                frontier = next;
                above = tier;
            }
            of = start.size();
            tiers = steps.reversed();
            return this;
        }

        /** What of an item was at a step: itself, where it is of that step or before, or the nearest of it that are. */
        private Map<Integer, Long> parts(int item, long weight, Tier tier) {
            if (item == NOBODY || ended.contains(item) || all.get(item).tier().compareTo(tier) <= 0) {
                return Map.of(item, weight);
            }
            var parts = new LinkedHashMap<Integer, Long>();
            var origins = shelf.shares.of(item, it -> all.containsKey(it) && all.get(it).tier().compareTo(tier) <= 0);
            for (var share : origins.shares()) {
                var known = all.get(share.origin());
                if (known != null && known.tier().compareTo(tier) > 0) {
                    ended.add(share.origin());
                }
                parts.merge(known == null ? NOBODY : share.origin(), times(weight, share.likely(), Origins.WHOLE), Long::sum);
            }
            if (origins.unknown() > 0) {
                parts.merge(NOBODY, times(weight, origins.unknown(), Origins.WHOLE), Long::sum);
            }
            dropped += weight - parts.values().stream().mapToLong(it -> it).sum();
            return parts;
        }

        private int stop(Tier tier, int item) {
            var it = all.get(item);
            var how = it == null || ended.contains(item) ? How.UNKNOWN : it.tier() == tier ? How.MADE : How.PASSES;
            return places.computeIfAbsent(new Key(tier, how, how == How.MADE && it.place() != null ? it.place() : ""), key -> {
                keys.add(key);
                return keys.size() - 1;
            });
        }

        /** With the names, which are not looked up while the books are held. */
        Flow flow(String material) {
            var sites = items.sites(keys.stream().map(Key::place).filter(it -> !it.isEmpty()).collect(Collectors.toSet()));
            var order = java.util.stream.IntStream.range(0, keys.size()).boxed()
                    .sorted(Comparator.<Integer, Tier>comparing(it -> keys.get(it).tier()).thenComparing(it -> keys.get(it).how()).thenComparing(shares::get, Comparator.reverseOrder())).toList();
            var stops = order.stream().map(it -> new Stop(keys.get(it).tier(), keys.get(it).how(), keys.get(it).place(), Optional.ofNullable(sites.get(keys.get(it).place())), seen.get(it).size(),
                    fraction(shares.get(it)))).toList();
            var drawn = streams.entrySet().stream().map(it -> new Stream(order.indexOf(it.getKey().get(0)), order.indexOf(it.getKey().get(1)), fraction(it.getValue()))).toList();
            return new Flow(material, of, mass, tiers, stops, drawn, fraction(Math.max(0, dropped)));
        }
    }

    private static BigDecimal fraction(long share) {
        return BigDecimal.valueOf(share, 18);
    }
}
