package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.probity.trace.Origins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The chain of an item: from what it was made, how much of it came from where, and what was made with it. */
@Service
class Chains {
    /** Sites of a wider chain are not looked up one by one. */
    private static final int SITES_OF = 20_000;

    /** @param mass units of the book that the share stands for */
    record Share(Item item, Optional<Site> site, Origins.Share share, long mass) {}

    /** An item with what is upstream and downstream of it. */
    record Chain(
            Item item, Optional<Site> site, String material, long made, long stock, List<Share> origins, BigDecimal dropped, BigDecimal unknown,
            int[] upstream, int[] downstream, Optional<Item> pack, Map<String, Site> sites) {
        /** As a person may see it. */
        Chain as(Me me) {
            return new Chain(item, site.map(it -> it.as(me)), material, made, stock, origins.stream().map(it -> new Share(it.item(), it.site().map(one -> one.as(me)), it.share(), it.mass())).toList(),
                    dropped, unknown, upstream, downstream, pack,
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
        var shown = new HashSet<Integer>();
        if (asked.upstream().length <= SITES_OF) {
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
        return new Chain(item, site.apply(item), material, asked.made(), asked.stock(), origins, asked.origins().map(it -> part(it.dropped())).orElse(BigDecimal.ZERO),
                asked.origins().map(it -> part(it.unknown())).orElse(BigDecimal.ZERO), asked.upstream(), asked.downstream(), asked.pack().flatMap(items::find), sites);
    }

    private static BigDecimal part(long share) {
        return BigDecimal.valueOf(share, 18);
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
