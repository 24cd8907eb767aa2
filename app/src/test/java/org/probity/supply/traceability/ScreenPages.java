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
import org.probity.house.ui.Query;
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
                new Cards.Stage(Tier.QUARTZ, Map.of("CN", new BigDecimal("0.642")), new BigDecimal("0.358"), 2, 2, 1, named),
                new Cards.Stage(Tier.METALLURGICAL, Map.of("NO", new BigDecimal("0.61"), "CN", new BigDecimal("0.23")), new BigDecimal("0.16"), 2, 2, 2, List.of()),
                new Cards.Stage(Tier.POLYSILICON, Map.of("CN", BigDecimal.ONE), BigDecimal.ZERO, 3, 3, 0, List.of()), new Cards.Stage(Tier.MODULE, Map.of("XD", BigDecimal.ONE), BigDecimal.ZERO, 1, 0, 0, List.of())),
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

    private static MapPage.Spot spot(Site site, String latitude, String longitude, String share) {
        return new MapPage.Spot(site.uri(), site.nameEn(), site.nameZh(), site.country(), latitude.isEmpty() ? Optional.empty()
                : Optional.of(new Locations.Point(site.uri(), new BigDecimal(latitude), new BigDecimal(longitude))), new BigDecimal(share), site.whose().equals("OURS"), site.barred(), site);
    }

    private static List<MapPage.Spot> spots() {
        return List.of(spot(TraceabilityPages.MINE, "31.9", "102.2", "0.61"), spot(TraceabilityPages.PIT, "36.6", "101.7", "0.03"), spot(TraceabilityPages.REACTOR, "29.6", "103.7", "0.64"),
                spot(place("urn:p2", "Bluewater granulate works", "蓝水颗粒硅厂", "SUPPLIER", "CN"), "39.6", "109.8", "0.2"), spot(TraceabilityPages.CRYSTAL, "40.6", "109.9", "0.7"),
                spot(place("urn:mo", "Helia Module", "海利亚组件厂", "OURS", "CN"), "29.3", "120.1", "1"), spot(place("urn:f", "Emberholt <furnaces>", "余烬炉硅厂", "SUPPLIER", "NO"), "", "", "0.61"));
    }

    private static Rods.Charge charge(int number, Tier tier, String end, Site site, Long mass, String share, List<Item> from) {
        return new Rods.Charge(TraceabilityPages.item(number, tier, end, site.uri()), Optional.of(site), Optional.ofNullable(mass), new BigDecimal(share), from);
    }

    private static Rods.Rod rod(boolean counted) {
        var item = TraceabilityPages.item(50, Tier.ROD, "10/R000123", "urn:c");
        return new Rods.Rod(item, Reading.SILICON, 535_000, Optional.of(TraceabilityPages.item(7, Tier.ROD, "8004/CRUCIBLE-77", "urn:c")), Optional.of(77L), !counted ? List.of() : List.of(
                charge(4, Tier.POLYSILICON, "10/P-4", TraceabilityPages.REACTOR, 210_000L, "0.36", List.of()), charge(5, Tier.POLYSILICON, "10/P-5", TraceabilityPages.PIT, 110_000L, "0.19", List.of()),
                charge(6, Tier.RECLAIM, "10/X-6", TraceabilityPages.CRYSTAL, null, "0.37", List.of(TraceabilityPages.item(51, Tier.BRICK, "10/B000099-1", "urn:c"), TraceabilityPages.item(52, Tier.ROD, "10/R000099", "urn:c")))),
                new BigDecimal("0.08"), !counted ? List.of() : List.of(new Rods.Below(Tier.BRICK, 5, 353_000), new Rods.Below(Tier.MODULE, 373, 240_300)),
                !counted ? List.of() : List.of(new Rods.Part(TraceabilityPages.item(61, Tier.BRICK, "10/B000123-1", "urn:c"), BigDecimal.ONE)),
                !counted ? List.of() : List.of(new Rods.Part(TraceabilityPages.MODULE, new BigDecimal("0.42"))), counted);
    }

    private static Reconciliation.Account account() {
        return new Reconciliation.Account(java.time.YearMonth.of(2026, 9), List.of(
                new Reconciliation.Line("urn:c", Optional.of(TraceabilityPages.CRYSTAL), 412, 12_400_000, 8_100_000, 310_000, 0, 3, new BigDecimal("8100"), new BigDecimal("8100.000")),
                new Reconciliation.Line("urn:p", Optional.of(TraceabilityPages.REACTOR), 12, 9_000_000, 8_000_000, 900_000, -100_000, 0, null, null),
                new Reconciliation.Line("", Optional.empty(), 1, 1_000, 1_000, 0, 0, 0, new BigDecimal("7"), new BigDecimal("6.5")),
                new Reconciliation.Line("urn:x", Optional.empty(), 1, 1_000, 1_000, 0, 0, 0, new BigDecimal("7"), null)),
                List.of(new Reconciliation.Pool(7, "https://id.gs1.org/8004/9521007SILO1", "urn:c", Optional.of(TraceabilityPages.CRYSTAL), 4_000_000, 3_900_000, 88, 710_000, true),
                        new Reconciliation.Pool(8, "https://id.gs1.org/8004/9521007BIN1", "urn:c", Optional.of(TraceabilityPages.CRYSTAL), 400_000, 0, 8, 400_000, false)));
    }

    private static OpenNames.Line line(boolean open, boolean opened, boolean closed) {
        return new OpenNames.Line(open ? ID : UUID.randomUUID(), ID, "S-02001", "Greyfell & Co", "灰岭公司", "Letter 77 of <2 November>", UUID.randomUUID(), THEN, opened ? THEN : null, closed ? THEN : null, open, ID);
    }

    @Override
    public List<Page> pages() {
        return List.of(
                new ChainPage(chain().root(), List.of("silicon"), Explorer.opened("7u,4u,3u,nonsense"), Optional.of(chain())),
                new ChainPage(TraceabilityPages.POLY, List.of("silicon"), List.of(), Optional.empty()),
                new NamesPage(TraceabilityPages.MODULE, List.of("silicon"), false, Optional.of(2L), List.of(TraceabilityPages.QUARTZ, TraceabilityPages.POLY), Map.of("urn:m1", TraceabilityPages.MINE),
                        Query.all("/app/traceability/items/9/names")),
                new NamesPage(TraceabilityPages.MODULE, List.of("silicon"), true, Optional.of(0L), List.of(), Map.of(), Query.all("/app/traceability/items/9/names")),
                new NamesPage(TraceabilityPages.MODULE, List.of(), true, Optional.empty(), List.of(), Map.of(), Query.all("/app/traceability/items/9/names")),
                new MapPage(Optional.of(TraceabilityPages.MODULE), List.of("silicon"), spots(), List.of(new MapPage.Way(0, 2, false), new MapPage.Way(1, 2, true), new MapPage.Way(2, 4, false), new MapPage.Way(3, 4, false),
                        new MapPage.Way(4, 5, false)), List.of(), false, Map.of(), List.of()),
                new MapPage(Optional.empty(), List.of(), spots(), List.of(), List.of(new Places.Line("urn:f", "Emberholt <furnaces>", "余烬炉硅厂", "SUPPLIER", ID, "E", "余", "NO", "", 77)), true, Map.of("latitude", "north"),
                        List.of(new Reason("latitude", "traceability.latitude-wrong", List.of()))),
                new MapPage(Optional.empty(), List.of(), List.of(), List.of(), List.of(), true, Map.of(), List.of()),
                new MapPage(Optional.empty(), List.of(), List.of(spot(TraceabilityPages.MINE, "", "", "1")), List.of(), List.of(), false, Map.of(), List.of()),
                new RodPage(rod(true).item(), List.of("silicon"), Optional.of(rod(true))), new RodPage(rod(false).item(), List.of("silicon"), Optional.of(rod(false))), new RodPage(rod(true).item(), List.of(), Optional.empty()),
                new AccountPage(Optional.of(account()), List.of(java.time.YearMonth.of(2026, 10), java.time.YearMonth.of(2026, 9)), Reading.SILICON, Optional.of(flow()), 18_000),
                new AccountPage(Optional.of(new Reconciliation.Account(java.time.YearMonth.of(2026, 9), List.of(), List.of())), List.of(java.time.YearMonth.of(2026, 9)), Reading.TIN, Optional.empty(), 0),
                new AccountPage(Optional.empty(), List.of(), Reading.SILICON, Optional.empty(), 0),
                new HealthPage(new CaptureHealth.Now(2, THEN, 41, 20_117, 12, 1, 340, 2_148), List.of(
                        new CaptureHealth.Sender(ID, "Greyfell & Co", "灰岭公司", 12, 1, THEN, null, 0, null, 3), new CaptureHealth.Sender(ID, "Northlight", "北光", 7, 0, THEN, THEN.minusDays(30), 0, 1_100_000L, 0),
                        new CaptureHealth.Sender(ID, "Bluewater", "蓝水", 7, 0, THEN, THEN, 7_300, 40L, 0), new CaptureHealth.Sender(null, null, null, 7, 0, THEN, THEN, 12, 900L, 0))),
                new HealthPage(new CaptureHealth.Now(0, null, 0, 0, 0, 0, 0, 0), List.of()),
                new CardPage(card(Optional.of(flow()))), new CardPage(card(Optional.empty())),
                new OpenNamesPage(List.of(), ID, true, false, Map.of(), List.of(new Reason("consent", "traceability.consent-missing", List.of()))),
                new OpenNamesPage(List.of(line(true, false, false), line(false, true, false), line(false, true, true), line(false, false, false)), ID, false, true, Map.of(), List.of()));
    }
}
