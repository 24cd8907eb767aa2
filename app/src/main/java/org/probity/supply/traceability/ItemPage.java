package org.probity.supply.traceability;

import gg.jte.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Because;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Qr;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Tab;
import org.probity.supply.traceability.Chains.Chain;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;

/**
 * The chain of an item: a drawing with its table beside it, shares of origin with what was too little to follow, and the events that name it.
 *
 * @param chain nothing while the books are being read
 * @param flow nothing where it cannot be drawn
 * @param sites what the places in events stand for
 * @param address under which anybody's telephone finds it; empty where it has none
 * @param down whether the list below shows what was made with it rather than of what it was made
 */
public record ItemPage(
        Item item, Optional<Chain> chain, Optional<Contamination.Verdict> verdict, Optional<Flows.Flow> flow, List<Events.Line> events, Map<String, Site> sites, List<Item> listed, Query query, boolean down, List<String> materials,
        String address) implements Page {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public String title() {
        return item.shortName();
    }

    public boolean judged() {
        return verdict.isPresent();
    }

    public Mark mark() {
        return verdict.orElseThrow().mark();
    }

    public String answer(Screen s) {
        return s.t(verdict.orElseThrow().key());
    }

    public List<Because> because(Screen s) {
        return verdict.orElseThrow().because(s);
    }

    public boolean beingRead() {
        return chain.isEmpty();
    }

    public boolean alone() {
        return up() == 0 && downCount() == 0;
    }

    public boolean hasOrigins() {
        return chain.filter(it -> !it.origins().isEmpty() && it.upstream().length > 0).isPresent();
    }

    public boolean hasDrawing() {
        return flow.isPresent() && up() > 0;
    }

    public boolean hasAddress() {
        return !address.isEmpty();
    }

    public Content square() {
        return Qr.of(address);
    }

    public List<Tab> tabs(Screen s) {
        return tabs(item, materials, "", s);
    }

    /** The views of an item. @param here the end of its address; empty for the first */
    static List<Tab> tabs(Item item, List<String> materials, String here, Screen s) {
        var path = "/app/traceability/items/" + item.number();
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(s.t("traceability.tab.origin"), path, here.isEmpty()));
        if (!materials.isEmpty()) {
            tabs.add(new Tab(s.t("traceability.tab.chain"), path + "/chain", here.equals("chain")));
            tabs.add(new Tab(s.t("traceability.tab.names"), path + "/names", here.equals("names")));
            tabs.add(new Tab(s.t("traceability.tab.map"), path + "/map", here.equals("map")));
        }
        if (item.tier() == Tier.ROD) {
            tabs.add(new Tab(s.t("traceability.tab.rod"), path + "/rod", here.equals("rod")));
        }
        if (s.opens(path + "/known")) {
            tabs.add(new Tab(s.t("traceability.tab.known"), path + "/known", here.equals("known")));
        }
        return tabs;
    }

    public int up() {
        return chain.map(it -> it.upstream().length).orElse(0);
    }

    public int downCount() {
        return chain.map(it -> it.downstream().length).orElse(0);
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(s.t("traceability.address"), item.uri()));
        facts.add(new Fact(s.t("traceability.kind"), item.article(s.lang()).map(it -> it + " · " + s.t(item.tier().key())).orElse(s.t(item.tier().key()))));
        chain.flatMap(Chain::site).ifPresent(it -> facts.add(new Fact(s.t("traceability.made-at"), site(Optional.of(it), "", s))));
        if (item.madeAt() != null) {
            facts.add(new Fact(s.t("traceability.made-when"), s.time(item.madeAt().toInstant())));
        }
        chain.ifPresent(it -> {
            facts.add(new Fact(s.t("traceability.mass-of", s.t(material(it.material(), s))), mass(it.made(), it.material(), s)));
            facts.add(new Fact(s.t("traceability.left"), mass(it.stock(), it.material(), s)));
            it.pack().ifPresent(pack -> facts.add(new Fact(s.t("traceability.packed-in"), new Link(pack.shortName(), "/app/traceability/items/" + pack.number()))));
        });
        return facts;
    }

    static String material(String material, Screen s) {
        var key = "traceability.material." + material;
        return s.knows(key) ? key : "traceability.material.other";
    }

    static String mass(long units, String material, Screen s) {
        return s.measure(BigDecimal.valueOf(units, Reading.TIN.equals(material) ? 6 : 3).stripTrailingZeros(), "kg");
    }

    static String percent(BigDecimal share, Screen s) {
        return s.percent(rounded(share, 2));
    }

    /** In hundredths, to the nearest; nothing becomes all of it by rounding. */
    static BigDecimal rounded(BigDecimal share, int places) {
        var near = share.movePointRight(2).setScale(places, RoundingMode.HALF_EVEN);
        return share.compareTo(BigDecimal.ONE) < 0 && near.compareTo(HUNDRED) >= 0 ? share.movePointRight(2).setScale(places, RoundingMode.DOWN) : near;
    }

    static Link site(Optional<Site> site, String place, Screen s) {
        return site.map(it -> new Link(it.name(s.lang()) + it.owner(s.lang()).map(owner -> " · " + owner).orElse(""), it.supplier() == null ? "" : "/app/suppliers/" + it.supplier()))
                .orElseGet(() -> new Link(place.isEmpty() ? s.t("traceability.nobody-says") : Tables.spelt(place), ""));
    }

    static State standing(Optional<Site> site, Screen s) {
        return site.map(it -> it.barred() ? State.bad(s.t("traceability.barred")) : it.alert() ? State.bad(s.t("traceability.alert")) : "HIGH".equals(it.risk()) ? State.warn(s.t("traceability.risk.HIGH"))
                : it.whose().equals("OURS") ? State.good(s.t("traceability.ours")) : it.risk() == null ? State.none(s.t("traceability.not-assessed")) : State.good(s.t("traceability.risk." + it.risk())))
                .orElseGet(() -> State.warn(s.t("traceability.unknown-place")));
    }

    public FlowView view() {
        return new FlowView(flow.orElseThrow());
    }

    public Table<Chains.Share> origins(Screen s) {
        var it = chain.orElseThrow();
        var table = Table.of(s, it.origins())
                .caption(s.t("traceability.origins"), s.t("traceability.origins-text"))
                .head("traceability.origin", share -> new Link(share.item().shortName(), "/app/traceability/items/" + share.item().number()))
                .text("traceability.tier", share -> s.t(share.item().tier().key()))
                .text("traceability.made-at", share -> site(share.site(), share.item().place() == null ? "" : share.item().place(), s))
                .number("traceability.share", share -> percent(share.share().fraction(), s))
                .number("traceability.between", share -> share.share().least() == share.share().most() ? "" : percent(BigDecimal.valueOf(share.share().least(), 18), s) + " – "
                        + percent(BigDecimal.valueOf(share.share().most(), 18), s))
                .number("traceability.mass", share -> mass(share.mass(), it.material(), s))
                .state("traceability.standing", share -> share.item().tier().isOrigin() ? standing(share.site(), s) : State.warn(s.t("traceability.ends-before-quartz")));
        if (it.unknown().signum() > 0) {
            table.foot(s.t("traceability.found"), "", "", percent(it.unknown(), s), "", "", "");
        }
        return table.foot(s.t("traceability.dropped"), "", "", s.number(it.dropped().movePointRight(2).setScale(6, RoundingMode.UP).stripTrailingZeros()) + " %", "", "", "");
    }

    public Table<Item> list(Screen s) {
        return Table.of(s, listed)
                .caption(down ? s.t("traceability.downstream-of", item.shortName()) : s.t("traceability.upstream-of", item.shortName()))
                .head("traceability.item", it -> new Link(it.shortName(), "/app/traceability/items/" + it.number()))
                .text("traceability.tier", it -> s.t(it.tier().key()))
                .id("traceability.address", Item::uri)
                .text("traceability.made-at", it -> site(chain.flatMap(chain -> Optional.ofNullable(it.place()).map(chain.sites()::get)), it.place() == null ? "" : it.place(), s))
                .text("traceability.made-when", it -> it.madeAt() == null ? Html.words("") : s.time(it.madeAt().toInstant()))
                .paged(query, chain.map(it -> (long) (down ? it.downstream() : it.upstream()).length).orElse(0L))
                .at("#list")
                .downloads();
    }

    public Table<Events.Line> events(Screen s) {
        return EventsPage.table(events, sites, s).caption(s.t("traceability.events-of", item.shortName()));
    }
}
