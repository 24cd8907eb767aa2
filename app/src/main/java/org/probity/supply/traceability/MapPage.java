package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.Tab;
import org.probity.supply.traceability.Items.Item;

/**
 * Sites by longitude and latitude: of everything, or of the chain of an item with what went from where to where.
 *
 * @param item of whose chain; nothing for all places
 * @param spots those with most first
 * @param ways by places in the list of spots
 * @param unlocated places that may be located here
 */
public record MapPage(
        Optional<Item> item, List<String> materials, List<Spot> spots, List<Way> ways, List<Places.Line> unlocated, boolean says, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** More names would cover each other. */
    private static final int NAMED = 24;

    /** @param point nothing where nobody said where it lies @param share of the item's mass at the step where it is most; of all events, for the map of everything */
    record Spot(String uri, String nameEn, String nameZh, String country, Optional<Locations.Point> point, BigDecimal share, boolean ours, boolean touched, Items.Site site) {
        String name(Screen s) {
            return s.lang() == org.probity.house.ui.Lang.EN ? nameEn : nameZh;
        }
    }

    record Way(int from, int to, boolean touched) {}

    public String title(Screen s) {
        return item.map(Item::shortName).orElseGet(() -> s.t("traceability.map"));
    }

    public boolean ofItem() {
        return item.isPresent();
    }

    public List<Tab> tabs(Screen s) {
        return item.map(it -> ItemPage.tabs(it, materials, "map", s)).orElse(List.of());
    }

    private List<Spot> located() {
        return spots.stream().filter(it -> it.point().isPresent()).sorted(Comparator.comparing(Spot::share).reversed()).toList();
    }

    public boolean drawn() {
        return spots.stream().anyMatch(it -> it.point().isPresent());
    }

    public Chart drawing(Screen s) {
        var drawn = located();
        var places = new java.util.ArrayList<Chart.Place>();
        var names = names(drawn, s);
        for (var at = 0; at < drawn.size(); at++) {
            var it = drawn.get(at);
            places.add(new Chart.Place(names.get(at), it.point().orElseThrow().longitude(), it.point().orElseThrow().latitude(), it.share(),
                    it.touched() ? Chart.Fill.BAD : it.ours() ? Chart.Fill.FIRST : Chart.Fill.SECOND));
        }
        var lines = ways.stream().filter(it -> drawn.contains(spots.get(it.from())) && drawn.contains(spots.get(it.to())))
                .map(it -> new Chart.Way(drawn.indexOf(spots.get(it.from())), drawn.indexOf(spots.get(it.to())), it.touched())).toList();
        return Chart.places(s.t("traceability.map-says", drawn.size(), spots.size()), places, lines);
    }

    /** Of places that lie so close that their names would cover each other, the largest bears its name and how many are beside it. */
    private static List<String> names(List<Spot> drawn, Screen s) {
        var tall = span(drawn.stream().map(it -> it.point().orElseThrow().latitude()).toList()).multiply(new BigDecimal("0.07"));
        var wide = span(drawn.stream().map(it -> it.point().orElseThrow().longitude()).toList()).multiply(new BigDecimal("0.2"));
        var named = new java.util.ArrayList<Integer>();
        var beside = new int[drawn.size()];
        for (var at = 0; at < drawn.size(); at++) {
            var it = drawn.get(at).point().orElseThrow();
            var close = named.stream().filter(other -> it.latitude().subtract(drawn.get(other).point().orElseThrow().latitude()).abs().compareTo(tall) < 0
                    && it.longitude().subtract(drawn.get(other).point().orElseThrow().longitude()).abs().compareTo(wide) < 0).findFirst();
            if (close.isPresent()) {
                beside[close.get()]++;
            } else if (named.size() < NAMED) {
                named.add(at);
            }
        }
        return java.util.stream.IntStream.range(0, drawn.size()).mapToObj(at -> !named.contains(at) ? "" : drawn.get(at).name(s) + (beside[at] == 0 ? "" : " +" + beside[at])).toList();
    }

    private static BigDecimal span(List<BigDecimal> degrees) {
        return degrees.stream().max(Comparator.naturalOrder()).orElseThrow().subtract(degrees.stream().min(Comparator.naturalOrder()).orElseThrow()).add(BigDecimal.TEN);
    }

    public Table<?> table(Screen s) {
        return Table.of(s, spots)
                .caption(s.t("traceability.same-as-table"))
                .head("traceability.name", it -> it.name(s))
                .text("traceability.country", Spot::country)
                .text("traceability.latitude", it -> it.point().map(point -> degrees(point.latitude(), "N", "S")))
                .text("traceability.longitude", it -> it.point().map(point -> degrees(point.longitude(), "E", "W")))
                .number(item.isPresent() ? "traceability.share" : "traceability.share-of-events", it -> ItemPage.percent(it.share(), s))
                .state("traceability.standing", it -> ItemPage.standing(Optional.of(it.site()), s));
    }

    private static String degrees(BigDecimal degrees, String above, String below) {
        return degrees.abs().stripTrailingZeros().toPlainString() + "° " + (degrees.signum() < 0 ? below : above);
    }

    public List<Option> places(Screen s) {
        return unlocated.stream().map(it -> new Option(it.uri(), it.name(s.lang()))).toList();
    }

    public boolean mayLocate() {
        return says && !unlocated.isEmpty();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public Link home(Screen s) {
        return new Link(s.t("traceability.title"), "/app/traceability");
    }
}
