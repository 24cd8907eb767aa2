package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.ui.Chart;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Tab;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Rods.Part;
import org.probity.supply.traceability.Rods.Rod;

/** The card of a rod: its charge, and what became of it. @param rod nothing while the books are being read */
public record RodPage(Item item, List<String> materials, Optional<Rod> rod) implements Page {
    public String title(Screen s) {
        return s.t("traceability.rod-card", item.shortName());
    }

    public boolean known() {
        return rod.isPresent();
    }

    public List<Tab> tabs(Screen s) {
        return ItemPage.tabs(item, materials, "rod", s);
    }

    public List<Fact> facts(Screen s) {
        var it = rod.orElseThrow();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("traceability.mass"), ItemPage.mass(it.mass(), it.material(), s)));
        if (item.madeAt() != null) {
            facts.add(new Fact(s.t("traceability.made-when"), s.time(item.madeAt().toInstant())));
        }
        it.melt().ifPresent(melt -> facts.add(new Fact(s.t("traceability.melt"), new Link(melt.shortName(), "/app/traceability/items/" + melt.number()))));
        it.event().ifPresent(event -> facts.add(new Fact(s.t("traceability.event"), new Link(s.t("traceability.event-of", event), "/app/traceability/events/" + event))));
        return facts;
    }

    private List<Chart.Part> parts(Screen s) {
        var it = rod.orElseThrow();
        return List.of(part("traceability.new-silicon", it.of(false), Chart.Fill.FIRST, s), part("traceability.tier.RECLAIM", it.of(true), Chart.Fill.SECOND, s),
                part("traceability.heel", it.heel().max(BigDecimal.ZERO), Chart.Fill.GREY, s));
    }

    private static Chart.Part part(String key, BigDecimal share, Chart.Fill fill, Screen s) {
        return new Chart.Part(s.t(key), share, ItemPage.percent(share, s), fill);
    }

    public Chart drawing(Screen s) {
        var parts = parts(s);
        return Chart.stack(s.t("traceability.rod-says", parts.get(0).words(), parts.get(1).words(), parts.get(2).words()), parts, 24);
    }

    public gg.jte.Content key(Screen s) {
        return Chart.key(parts(s));
    }

    public boolean charged() {
        return rod.filter(it -> !it.charge().isEmpty()).isPresent();
    }

    public Table<?> charge(Screen s) {
        var it = rod.orElseThrow();
        return Table.of(s, it.charge())
                .caption(s.t("traceability.charge"), s.t("traceability.charge-text"))
                .head("traceability.item", charge -> new Link(charge.item().shortName(), "/app/traceability/items/" + charge.item().number()))
                .text("traceability.tier", charge -> s.t(charge.item().tier().key()))
                .text("traceability.made-at", charge -> ItemPage.site(charge.site(), charge.item().place() == null ? "" : charge.item().place(), s))
                .number("traceability.charged-mass", charge -> charge.mass().map(mass -> ItemPage.mass(mass, it.material(), s)))
                .number("traceability.share-of-rod", charge -> ItemPage.percent(charge.share(), s))
                .text("traceability.taken-from", charge -> charge.from().stream().map(Item::shortName).collect(Collectors.joining(" ")))
                .state("traceability.standing", charge -> ItemPage.standing(charge.site(), s))
                .foot(s.t("traceability.heel"), "", "", "", ItemPage.percent(it.heel().max(BigDecimal.ZERO), s), "", "");
    }

    public boolean used() {
        return rod.filter(it -> !it.below().isEmpty()).isPresent();
    }

    public boolean uncounted() {
        return rod.filter(it -> !it.counted()).isPresent();
    }

    public String list() {
        return "/app/traceability/items/" + item.number() + "?way=down#list";
    }

    public Table<?> below(Screen s) {
        var it = rod.orElseThrow();
        return Table.of(s, it.below())
                .caption(s.t("traceability.made-of-rod"))
                .head("traceability.tier", below -> s.t(below.tier().key()))
                .number("traceability.items", Rods.Below::items)
                .number("traceability.rod-in-them", below -> ItemPage.mass(below.mass(), it.material(), s));
    }

    public Table<?> bricks(Screen s) {
        return largest(rod.orElseThrow().bricks(), "traceability.bricks", s);
    }

    public Table<?> modules(Screen s) {
        return largest(rod.orElseThrow().modules(), "traceability.modules-most", s);
    }

    public boolean inModules() {
        return rod.filter(it -> !it.modules().isEmpty()).isPresent();
    }

    public boolean inBricks() {
        return rod.filter(it -> !it.bricks().isEmpty()).isPresent();
    }

    private static Table<Part> largest(List<Part> parts, String caption, Screen s) {
        return Table.of(s, parts)
                .caption(s.t(caption))
                .head("traceability.item", it -> new Link(it.item().shortName(), "/app/traceability/items/" + it.item().number()))
                .text("traceability.made-when", it -> Optional.ofNullable(it.item().madeAt()).map(at -> s.time(at.toInstant())))
                .number("traceability.rod-in-it", it -> ItemPage.percent(it.share(), s));
    }
}
