package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer.Reason;
import org.probity.supply.traceability.Flows.How;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.probity.supply.traceability.MapPage.Spot;
import org.probity.supply.traceability.MapPage.Way;
import org.springframework.stereotype.Service;

/** Places with where they lie: those of an item's chain, and all that events name. */
@Service
class Maps {
    private static final int ALL = 200;

    private final Flows flows;
    private final Locations locations;
    private final Places places;
    private final Items items;

    Maps(Flows flows, Locations locations, Places places, Items items) {
        this.flows = flows;
        this.locations = locations;
        this.places = places;
        this.items = items;
    }

    MapPage of(Item item, List<String> materials, String material, Me me) {
        var flow = flows.of(item.number(), material).map(it -> it.as(me));
        var stops = flow.map(it -> it.stops().stream().filter(stop -> stop.how() == How.MADE && stop.site().isPresent()).toList()).orElse(List.of());
        var points = locations.of(stops.stream().map(Flows.Stop::place).toList());
        var spots = new LinkedHashMap<String, Spot>();
        stops.forEach(it -> spots.merge(it.place(), spot(it.site().orElseThrow(), Optional.ofNullable(points.get(it.place())), it.share()), (one, other) -> one.share().compareTo(other.share()) >= 0 ? one : other));
        var order = new ArrayList<>(spots.keySet());
        var ways = new LinkedHashSet<Way>();
        flow.ifPresent(it -> it.streams().forEach(stream -> {
            var from = it.stops().get(stream.from());
            var to = it.stops().get(stream.to());
            if (spots.containsKey(from.place()) && spots.containsKey(to.place()) && !from.place().equals(to.place())) {
                ways.add(new Way(order.indexOf(from.place()), order.indexOf(to.place()), from.touched()));
            }
        }));
        return new MapPage(Optional.of(item), materials, List.copyOf(spots.values()), List.copyOf(ways), List.of(), false, Map.of(), List.of());
    }

    MapPage all(boolean says, Me me, Map<String, String> typed, List<Reason> reasons) {
        var lines = places.page(ALL, 0).stream().filter(Places.Line::said).toList();
        var points = locations.of(lines.stream().map(Places.Line::uri).toList());
        var sites = items.sites(lines.stream().map(Places.Line::uri).collect(Collectors.toSet()));
        var events = BigDecimal.valueOf(Math.max(1, lines.stream().mapToLong(Places.Line::events).sum()));
        var spots = lines.stream().filter(it -> sites.containsKey(it.uri()))
                .map(it -> spot(sites.get(it.uri()).as(me), Optional.ofNullable(points.get(it.uri())), BigDecimal.valueOf(it.events()).divide(events, MathContext.DECIMAL64))).toList();
        return new MapPage(Optional.empty(), List.of(), spots, List.of(), says ? Locations.without(lines, points) : List.of(), says, typed, reasons);
    }

    private static Spot spot(Site site, Optional<Locations.Point> point, BigDecimal share) {
        var ours = site.whose().equals("OURS");
        return new Spot(site.uri(), site.nameEn(), site.nameZh(), site.country() + (site.region().isEmpty() ? "" : "-" + site.region()), point, share, ours, site.barred() || site.alert(), site);
    }
}
