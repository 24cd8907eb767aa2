package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.supply.traceability.Flows.Flow;
import org.probity.supply.traceability.Flows.How;
import org.probity.supply.traceability.Flows.Stop;
import org.probity.supply.traceability.Flows.Stream;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;

/** The screens that draw: flow, cards, chain, map, whereabouts, pools, health. */
class ScreenPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000091");
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-20T10:08:00+08:00");

    private static Stop made(Tier tier, Site site, int items, String share) {
        return new Stop(tier, How.MADE, site.uri(), Optional.of(site), items, new BigDecimal(share));
    }

    static Flow flow() {
        var furnace = place("urn:f", "Emberholt furnaces", "余烬炉硅厂", "SUPPLIER", "NO");
        var furnaces = place("urn:f2", "Karstad furnaces", "卡斯塔德硅厂", "SUPPLIER", "CN");
        var granulate = place("urn:p2", "Bluewater granulate works", "蓝水颗粒硅厂", "SUPPLIER", "CN");
        var south = place("urn:c2", "Helia Crystal South", "海利亚晶体南厂", "OURS", "CN");
        var wafer = place("urn:w", "Helia Wafer North", "海利亚硅片北厂", "OURS", "CN");
        var cell = place("urn:z", "Helia Cell", "海利亚电池厂", "OURS", "CN");
        var module = place("urn:mo", "Helia Module", "海利亚组件厂", "OURS", "CN");
        var stops = List.of(made(Tier.QUARTZ, TraceabilityPages.MINE, 12, "0.61"), made(Tier.QUARTZ, TraceabilityPages.PIT, 3, "0.032"),
                new Stop(Tier.QUARTZ, How.UNKNOWN, "", Optional.empty(), 2, new BigDecimal("0.358")),
                made(Tier.METALLURGICAL, furnace, 6, "0.61"), made(Tier.METALLURGICAL, furnaces, 3, "0.23"), new Stop(Tier.METALLURGICAL, How.UNKNOWN, "", Optional.empty(), 2, new BigDecimal("0.16")),
                made(Tier.POLYSILICON, TraceabilityPages.REACTOR, 8, "0.64"), made(Tier.POLYSILICON, granulate, 4, "0.2"),
                new Stop(Tier.POLYSILICON, How.MADE, "urn:nobody", Optional.empty(), 1, new BigDecimal("0.16")),
                made(Tier.RECLAIM, TraceabilityPages.CRYSTAL, 3, "0.18"), new Stop(Tier.RECLAIM, How.PASSES, "", Optional.empty(), 9, new BigDecimal("0.82")),
                made(Tier.ROD, TraceabilityPages.CRYSTAL, 4, "0.7"), made(Tier.ROD, south, 2, "0.3"), made(Tier.WAFER, wafer, 4, "1"), made(Tier.CELL, cell, 3, "1"), made(Tier.MODULE, module, 1, "1"));
        var streams = List.of(stream(0, 3, "0.61"), stream(1, 4, "0.032"), stream(2, 4, "0.198"), stream(2, 5, "0.16"), stream(3, 6, "0.5"), stream(3, 7, "0.11"), stream(4, 6, "0.14"), stream(4, 7, "0.09"),
                stream(5, 8, "0.16"), stream(6, 9, "0.1"), stream(6, 10, "0.54"), stream(7, 9, "0.08"), stream(7, 10, "0.12"), stream(8, 10, "0.16"), stream(9, 11, "0.18"), stream(10, 11, "0.52"),
                stream(10, 12, "0.3"), stream(11, 13, "0.7"), stream(12, 13, "0.3"), stream(13, 14, "1"), stream(14, 15, "1"));
        return new Flow(Reading.SILICON, 1, 784, List.of(Tier.QUARTZ, Tier.METALLURGICAL, Tier.POLYSILICON, Tier.RECLAIM, Tier.ROD, Tier.WAFER, Tier.CELL, Tier.MODULE), stops, streams, new BigDecimal("0.000012"));
    }

    private static Stream stream(int from, int to, String share) {
        return new Stream(from, to, new BigDecimal(share));
    }

    static Site place(String uri, String en, String zh, String whose, String country) {
        return new Site(uri, en, zh, whose, whose.equals("OURS") ? null : ID, null, null, null, country, "", false, false, "LOW");
    }

    private static Cards.Card card(Optional<Flow> flow) {
        var named = List.of(new OpenNames.Name(ID, "Greyfell <Quartz>", "灰岭石英"));
        return new Cards.Card(TraceabilityPages.MODULE, Optional.of(TraceabilityPages.CRYSTAL), flow, flow.isEmpty() ? List.of() : List.of(
                new Cards.Stage(Tier.QUARTZ, Map.of("CN", new BigDecimal("0.642")), new BigDecimal("0.358"), 2, 1, named),
                new Cards.Stage(Tier.METALLURGICAL, Map.of("NO", new BigDecimal("0.61"), "CN", new BigDecimal("0.23")), new BigDecimal("0.16"), 2, 2, List.of()),
                new Cards.Stage(Tier.POLYSILICON, Map.of("CN", BigDecimal.ONE), BigDecimal.ZERO, 3, 0, List.of()), new Cards.Stage(Tier.MODULE, Map.of("XD", BigDecimal.ONE), BigDecimal.ZERO, 1, 0, List.of())),
                flow.isEmpty() ? Cards.Grades.NONE : new Cards.Grades(new BigDecimal("0.9999"), new BigDecimal("0.842"), new BigDecimal("0.61"), BigDecimal.ZERO));
    }

    private static Explorer.Node node(int number, Tier tier, String end, Optional<Site> site, int column, Explorer.Way way, boolean open, int more) {
        return new Explorer.Node(TraceabilityPages.item(number, tier, end, site.map(Site::uri).orElse(null)), site, column, way, open, more, 540_000);
    }

    private static Explorer.Shown chain() {
        var up = Explorer.Way.UP;
        var crystal = Optional.of(TraceabilityPages.CRYSTAL);
        var reactor = Optional.of(TraceabilityPages.REACTOR);
        return new Explorer.Shown(TraceabilityPages.item(50, Tier.ROD, "10/R000123", "urn:c"), Reading.SILICON, List.of(Tier.QUARTZ, Tier.METALLURGICAL, Tier.POLYSILICON, Tier.RECLAIM, Tier.ROD, Tier.ROD, Tier.BRICK),
                List.of(node(1, Tier.QUARTZ, "10/Q-77", Optional.of(TraceabilityPages.MINE), 0, up, false, 0), node(2, Tier.QUARTZ, "10/Q-78", Optional.of(TraceabilityPages.PIT), 0, up, false, 0),
                        node(3, Tier.METALLURGICAL, "10/M-3", Optional.empty(), 1, up, true, 1_204), node(4, Tier.POLYSILICON, "10/P-4", reactor, 2, up, true, 0), node(5, Tier.POLYSILICON, "10/P-5", reactor, 2, up, false, 0),
                        node(6, Tier.RECLAIM, "10/X-6", crystal, 3, up, false, 0), node(7, Tier.ROD, "8004/CRUCIBLE-77", crystal, 4, up, true, 3), node(50, Tier.ROD, "10/R000123", crystal, 5, up, true, 2),
                        node(51, Tier.BRICK, "10/B000123-1", crystal, 6, Explorer.Way.DOWN, false, 0), node(52, Tier.BRICK, "10/B000123-2", crystal, 6, Explorer.Way.DOWN, false, 0)),
                List.of(new Explorer.Edge(1, 3, 100), new Explorer.Edge(2, 3, 100), new Explorer.Edge(3, 4, 100), new Explorer.Edge(4, 7, 100), new Explorer.Edge(5, 7, 100), new Explorer.Edge(6, 7, 100), new Explorer.Edge(7, 50, 100),
                        new Explorer.Edge(50, 51, 100), new Explorer.Edge(50, 52, 100)));
    }

    private static OpenNames.Line line(boolean open, boolean opened, boolean closed) {
        return new OpenNames.Line(open ? ID : UUID.randomUUID(), ID, "S-02001", "Greyfell & Co", "灰岭公司", "Letter 77 of <2 November>", UUID.randomUUID(), THEN, opened ? THEN : null, closed ? THEN : null, open, ID);
    }

    @Override
    public List<Page> pages() {
        return List.of(
                new ChainPage(chain().root(), List.of("silicon"), Explorer.opened("7u,4u,3u,nonsense"), Optional.of(chain())),
                new ChainPage(TraceabilityPages.POLY, List.of("silicon"), List.of(), Optional.empty()),
                new CardPage(card(Optional.of(flow()))), new CardPage(card(Optional.empty())),
                new OpenNamesPage(List.of(), ID, true, false, Map.of(), List.of(new Reason("consent", "traceability.consent-missing", List.of()))),
                new OpenNamesPage(List.of(line(true, false, false), line(false, true, false), line(false, true, true), line(false, false, false)), ID, false, true, Map.of(), List.of()));
    }
}
