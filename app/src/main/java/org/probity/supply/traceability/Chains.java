package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.probity.trace.Origins;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The chain of an item: from what it was made, how much of it came from where, and what was made with it. */
@Service
class Chains {
    /** A wider chain is shown as a list; a drawing of it would say nothing. */
    private static final int DRAWN = 20_000;

    /** @param mass units of the book that the share stands for */
    record Share(Item item, Optional<Site> site, Origins.Share share, long mass) {}

    /** What of one kind was made at one place. @param share of the whole item, exactly; nothing where none of its mass came through it */
    record Knot(Tier tier, String place, Optional<Site> site, int items, BigDecimal share) {}

    /** @param from what it is made of; places in the list of knots */
    record Strand(int from, int to) {}

    /**
     * An item with what is upstream and downstream of it.
     *
     * @param drawn false where the chain is too wide to be drawn
     */
    record Chain(
            Item item, Optional<Site> site, String material, long made, long stock, List<Share> origins, BigDecimal dropped, BigDecimal unknown, List<Knot> knots, List<Strand> strands, boolean drawn,
            int[] upstream, int[] downstream, Optional<Item> pack, Map<String, Site> sites) {
        /** As a person may see it. */
        Chain as(Me me) {
            return new Chain(item, site.map(it -> it.as(me)), material, made, stock, origins.stream().map(it -> new Share(it.item(), it.site().map(one -> one.as(me)), it.share(), it.mass())).toList(),
                    dropped, unknown, knots.stream().map(it -> new Knot(it.tier(), it.place(), it.site().map(one -> one.as(me)), it.items(), it.share())).toList(), strands, drawn, upstream, downstream, pack,
                    sites.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().as(me))));
        }

        /** Whether every way up that carries mass ends at quartz. */
        boolean complete() {
            return unknown.signum() == 0 && !origins.isEmpty() && origins.stream().allMatch(it -> it.item().tier().isOrigin());
        }
    }

    private record Asked(long made, long stock, int[] upstream, int[] downstream, Optional<Origins> origins, Optional<Integer> pack) {}

    private final MaterialBooks books;
    private final Items items;
    private final JdbcClient db;
    private final Links links;

    Chains(MaterialBooks books, Items items, JdbcClient db, Links links) {
        this.books = books;
        this.items = items;
        this.db = db;
        this.links = links;
    }

    /** @return nothing while the books are being read */
    Optional<Chain> of(Item item, String material) {
        return books.ask(material, shelf -> {
            var known = shelf.book.knows(item.number());
            var pack = shelf.book.packedIn(item.number());
            return new Asked(shelf.book.made(item.number()), shelf.book.stock(item.number()), known ? shelf.reach.upstream(item.number()) : new int[0],
                    known ? shelf.reach.downstream(item.number()) : new int[0], known ? Optional.of(shelf.shares.of(item.number())) : Optional.empty(),
                    pack.isPresent() ? Optional.of(pack.getAsInt()) : Optional.empty());
        }).map(asked -> chain(item, material, asked));
    }

    private Chain chain(Item item, String material, Asked asked) {
        var drawn = asked.upstream().length <= DRAWN;
        var shown = new HashSet<Integer>();
        if (drawn) {
            Arrays.stream(asked.upstream()).forEach(shown::add);
        }
        asked.origins().ifPresent(it -> it.shares().forEach(share -> shown.add(share.origin())));
        shown.remove(-1);
        var all = items.all(shown.stream().mapToInt(it -> it).toArray());
        all.put(item.number(), item);
        var sites = items.sites(all.values().stream().map(Item::place).filter(java.util.Objects::nonNull).collect(Collectors.toSet()));
        Function<Item, Optional<Site>> site = it -> Optional.ofNullable(it.place()).map(sites::get);
        var origins = asked.origins().map(it -> it.shares().stream().filter(share -> all.containsKey(share.origin())).map(share -> new Share(all.get(share.origin()),
                site.apply(all.get(share.origin())), share, it.mass(share.likely()))).sorted(Comparator.comparing((Share share) -> share.share().likely()).reversed()).toList()).orElse(List.of());
        var knots = drawn ? knots(item, material, all, sites) : List.<Knot>of();
        return new Chain(item, site.apply(item), material, asked.made(), asked.stock(), origins, asked.origins().map(it -> part(it.dropped())).orElse(BigDecimal.ZERO),
                asked.origins().map(it -> part(it.unknown())).orElse(BigDecimal.ZERO), knots, strands(all, knots), drawn, asked.upstream(), asked.downstream(), asked.pack().flatMap(items::find), sites);
    }

    private static BigDecimal part(long share) {
        return BigDecimal.valueOf(share, 18);
    }

    private static String at(Item item) {
        return item.place() == null ? "" : item.place();
    }

    private List<Knot> knots(Item item, String material, Map<Integer, Item> all, Map<String, Site> sites) {
        var tiers = all.values().stream().map(Item::tier).collect(Collectors.toCollection(() -> java.util.EnumSet.noneOf(Tier.class)));
        var shares = new HashMap<Integer, Long>();
        for (var tier : tiers) {
            books.ask(material, shelf -> shelf.book.knows(item.number())
                    ? shelf.shares.of(item.number(), origin -> all.containsKey(origin) && all.get(origin).tier() == tier).shares() : List.<Origins.Share>of())
                    .orElse(List.of()).stream().filter(it -> all.containsKey(it.origin()) && all.get(it.origin()).tier() == tier).forEach(it -> shares.put(it.origin(), it.likely()));
        }
        shares.put(item.number(), Origins.WHOLE);
        return all.values().stream().collect(Collectors.groupingBy(it -> List.of(it.tier().name(), at(it)))).values().stream()
                .map(same -> new Knot(same.getFirst().tier(), at(same.getFirst()), Optional.ofNullable(sites.get(at(same.getFirst()))), same.size(),
                        part(same.stream().mapToLong(it -> shares.getOrDefault(it.number(), 0L)).sum()).min(BigDecimal.ONE)))
                .sorted(Comparator.comparing(Knot::tier).thenComparing(Knot::share, Comparator.reverseOrder()).thenComparing(Knot::place)).toList();
    }

    private List<Strand> strands(Map<Integer, Item> all, List<Knot> knots) {
        var places = new HashMap<List<String>, Integer>();
        for (var no = 0; no < knots.size(); no++) {
            places.put(List.of(knots.get(no).tier().name(), knots.get(no).place()), no);
        }
        var named = links.with(Links.items(all.keySet()));
        Set<Strand> strands = new HashSet<>();
        Links.bind(db.sql("""
                WITH named AS MATERIALIZED (SELECT event_item.event, event_item.item, event_item.role FROM """ + Links.ROWS + """
                )
                SELECT DISTINCT made_of.item AS made_of, made.item AS made
                  FROM named AS made
                  JOIN named AS made_of ON made_of.event = made.event
                 WHERE (made.role, made_of.role) IN (('O', 'I'), ('P', 'C'), ('T', 'I'), ('O', 'T'))
                   AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = made.event)
                """), named)
                .query((RowCallbackHandler) row -> {
                    var from = place(all, places, row.getInt("made_of"));
                    var to = place(all, places, row.getInt("made"));
                    if (from != null && to != null && !from.equals(to)) {
                        strands.add(new Strand(from, to));
                    }
                });
        return new ArrayList<>(strands).stream().sorted(Comparator.comparing(Strand::from).thenComparing(Strand::to)).toList();
    }

    private static @Nullable Integer place(Map<Integer, Item> all, Map<List<String>, Integer> places, int item) {
        var it = all.get(item);
        return it == null ? null : places.get(List.of(it.tier().name(), at(it)));
    }

    /** In which books an item stands. */
    List<String> materials(int item) {
        return db.sql("""
                SELECT DISTINCT event.material
                  FROM traceability.event
                 WHERE event.id = ANY (:events) AND event.kind IN ('TRANSFORMATION', 'OBJECT', 'AGGREGATION')
                 ORDER BY 1
                """).param("events", Links.events(links.with(item))).query(String.class).list();
    }
}
