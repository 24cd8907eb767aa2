package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Flow;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Steps;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Tab;
import org.probity.supply.traceability.Explorer.Node;
import org.probity.supply.traceability.Explorer.Opened;
import org.probity.supply.traceability.Explorer.Shown;
import org.probity.supply.traceability.Explorer.Way;
import org.probity.supply.traceability.Items.Item;

/** The chain of an item, opened step by step. @param shown nothing while the books are being read */
public record ChainPage(Item item, List<String> materials, List<Opened> opened, Optional<Shown> shown) implements Page {
    public String title() {
        return item.shortName();
    }

    public List<Tab> tabs(Screen s) {
        return ItemPage.tabs(item, materials, "chain", s);
    }

    public boolean known() {
        return shown.isPresent();
    }

    public String inAll() {
        return "/app/traceability/items/" + item.number() + "/names";
    }

    private String address(Node it) {
        if (it.item().number() == item.number()) {
            return "/app/traceability/items/" + item.number();
        }
        var next = new LinkedHashSet<>(Explorer.spelled(opened));
        var spelled = new Opened(it.item().number(), it.way()).spelled();
        if (!next.remove(spelled)) {
            next.add(spelled);
        }
        return "/app/traceability/items/" + item.number() + "/chain" + (next.isEmpty() ? "" : "?open=" + String.join(",", next)) + "#n" + it.item().number();
    }

    public Steps drawing(Screen s) {
        var it = shown.orElseThrow();
        var names = new ArrayList<String>();
        for (var at = 0; at < it.columns().size(); at++) {
            names.add(at > 0 && it.columns().get(at) == it.columns().get(at - 1) ? "" : s.t(it.columns().get(at).key()));
        }
        var things = it.nodes().stream().map(node -> new Steps.Thing("n" + node.item().number(), node.column(), node.item().shortName(), under(node, s), says(node, s), address(node), node.open(),
                node.item().number() == item.number(), kind(node))).toList();
        var places = it.nodes().stream().map(node -> node.item().number()).toList();
        var leads = it.edges().stream().map(edge -> new Steps.Lead(places.indexOf(edge.from()), places.indexOf(edge.to()), kind(it.nodes().get(places.indexOf(edge.from()))) == Flow.Kind.TOUCHED)).toList();
        return Steps.of(s.t("traceability.chain-says", item.shortName(), things.size()), names, things, leads);
    }

    private static String under(Node it, Screen s) {
        return it.more() > 0 ? s.t("traceability.and-more", it.more()) : it.site().map(site -> site.name(s.lang())).orElseGet(() -> s.t(it.item().tier() == Tier.PACKAGE ? "traceability.only-packs" : "traceability.nobody-says"));
    }

    private String says(Node it, Screen s) {
        var what = it.item().shortName() + s.t("traceability.comma") + s.t(it.item().tier().key()) + s.t("traceability.comma") + under(it, s);
        return it.item().number() == item.number() ? what : s.t(it.open() ? "traceability.chain-close" : it.way() == Way.UP ? "traceability.chain-up" : "traceability.chain-down", what);
    }

    private static Flow.Kind kind(Node it) {
        return it.site().map(site -> site.barred() || site.alert() ? Flow.Kind.TOUCHED : Flow.Kind.KNOWN).orElse(Flow.Kind.UNKNOWN);
    }

    public Table<?> table(Screen s) {
        var it = shown.orElseThrow();
        return Table.of(s, it.nodes())
                .caption(s.t("traceability.same-as-table"))
                .head("traceability.item", node -> new Link(node.item().shortName(), "/app/traceability/items/" + node.item().number()))
                .text("traceability.tier", node -> s.t(node.item().tier().key()))
                .text("traceability.made-at", node -> ItemPage.site(node.site(), node.item().place() == null ? "" : node.item().place(), s))
                .text("traceability.made-when", node -> Optional.ofNullable(node.item().madeAt()).map(at -> s.time(at.toInstant())))
                .text("traceability.made-of", node -> names(it.edges().stream().filter(edge -> edge.to() == node.item().number()).map(Explorer.Edge::from).toList()))
                .number("traceability.passed", node -> ItemPage.mass(node.mass(), it.material(), s))
                .number("traceability.not-drawn", node -> node.open() ? (Object) node.more() : "")
                .state("traceability.standing", node -> node.site().isEmpty() && node.item().tier() == Tier.PACKAGE ? State.none(s.t("traceability.only-packs")) : ItemPage.standing(node.site(), s));
    }

    private String names(List<Integer> items) {
        return String.join(" ", shown.orElseThrow().nodes().stream().filter(it -> items.contains(it.item().number())).map(it -> it.item().shortName()).toList());
    }
}
