package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.supply.traceability.Capture.Done;
import org.probity.supply.traceability.Capture.Fault;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.supply.traceability.Capture.Outcome;
import org.probity.supply.traceability.Chains.Chain;
import org.probity.supply.traceability.Chains.Share;
import org.probity.supply.traceability.Items.Item;
import org.probity.supply.traceability.Items.Site;
import org.probity.trace.Origins;

class TraceabilityPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000091");
    private static final Instant THEN = Instant.parse("2026-11-20T02:08:00Z");
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2026-10-04T08:00:00+08:00");
    static final Site MINE = site("urn:m1", "Greyfell <Quarry>", "灰岭石英矿", "SUPPLIER", false, "LOW");
    static final Site PIT = site("urn:m2", "Pale Comb Mine", "白梳矿", "SUPPLIER", true, "HIGH");
    static final Site REACTOR = site("urn:p", "Northlight reactors", "北光反应炉", "SUPPLIER", false, null);
    static final Site CRYSTAL = new Site("urn:c", "Helia Crystal North", "海利亚晶体北厂", "OURS", null, null, null, null, "CN", "NX", false, false, null);
    static final Item MODULE = item(9, Tier.MODULE, "21/HS26-000123", null);
    static final Item QUARTZ = item(1, Tier.QUARTZ, "10/Q-77", "urn:m1");
    private static final Item OTHER_QUARTZ = item(2, Tier.QUARTZ, "10/Q-78", "urn:m2");
    static final Item POLY = item(4, Tier.POLYSILICON, "10/P-4", "urn:p");

    static Site site(String uri, String en, String zh, String whose, boolean barred, @Nullable String risk) {
        return new Site(uri, en, zh, whose, ID, "S-02001", "Greyfell & Co", "灰岭公司", "CN", "XJ", barred, false, risk);
    }

    static Item item(int number, Tier tier, String end, @Nullable String place) {
        return new Item(number, "https://id.gs1.org/01/0952132101234" + number + "/" + end, "https://id.gs1.org/01/0952132101234" + number, tier, "Article <" + number + ">", "物品", place, MADE, 77L);
    }

    private static Share share(Item item, Site site, long thousandth, long least) {
        return new Share(item, Optional.of(site), new Origins.Share(item.number(), least * 1_000_000_000_000_000L, thousandth * 1_000_000_000_000_000L, (thousandth + 10) * 1_000_000_000_000_000L), thousandth);
    }

    private static Chain chain(List<Share> origins) {
        return new Chain(MODULE, Optional.of(CRYSTAL), Reading.SILICON, 784, 784, origins, new BigDecimal("0.000012"), origins.isEmpty() ? BigDecimal.ZERO : new BigDecimal("0.01"),
                new int[] {1, 2, 4}, new int[] {}, Optional.of(item(12, Tier.PACKAGE, "10/X", null)),
                Map.of("urn:m1", MINE, "urn:m2", PIT, "urn:p", REACTOR));
    }

    private static Events.Line event(String kind, @Nullable Instant declared) {
        return new Events.Line(77, "ab".repeat(32), kind, kind.equals("OBJECT") ? "ADD" : null, THEN, THEN, ID, null, "commissioning", "active", "urn:p", null, "silicon", "pool",
                AnEvent.body(), declared, declared == null ? null : "incorrect_data", declared == null ? List.of() : List.of("ni:///sha-256;x"));
    }

    private static Events.Line other(Events.Line it) {
        return new Events.Line(78, it.hash(), it.kind(), it.action(), it.happenedAt(), it.recordedAt(), it.capture(), null, it.bizStep(), it.disposition(), "urn:q", null, it.material(), null, it.body(), null, null, List.of());
    }

    private static Capture capture(@Nullable Outcome outcome, long refused) {
        return new Capture(ID, 42, Form.EPCIS, null, ID, "october <north>.json", 12_345_678, Faulty.REFUSE_ALL, ID, THEN,
                outcome == null ? Optional.empty() : Optional.of(new Done(outcome, 20_000, outcome == Outcome.TAKEN ? 19_000 - refused : 0, 990, 10, refused, THEN, ID)));
    }

    private static final List<Fault> FAULTS = List.of(new Fault(3, "quantityList/uom", "traceability.refused.wrong-unit", "<kilo>"), new Fault(0, "", "traceability.refused.damaged", ""));

    @Override
    public List<Page> pages() {
        var captures = Query.all("/app/traceability/captures");
        var item = Query.all("/app/traceability/items/9");
        var places = Query.all("/app/traceability/places");
        var touched = new Contamination.Verdict(Contamination.Word.TOUCHED, List.of(new Contamination.Witness(OTHER_QUARTZ, PIT, List.of(OTHER_QUARTZ, POLY, MODULE))), List.of(POLY), 2);
        var clean = new Contamination.Verdict(Contamination.Word.CLEAN, List.of(), List.of(), 0);
        var unknown = new Contamination.Verdict(Contamination.Word.UNKNOWN, List.of(), List.of(POLY), 0);
        var origins = List.of(share(QUARTZ, MINE, 710, 700), share(OTHER_QUARTZ, PIT, 280, 280), share(POLY, REACTOR, 9, 9));
        var reasons = List.of(new Reason("file", "traceability.file-missing", List.of()));
        return List.of(
                new TraceabilityPage(0, 0, 0, 0, new MaterialBooks.State(0, 0, false), 0, List.of()),
                new TraceabilityPage(1_204_117, 9_987_200, 14, 2, new MaterialBooks.State(900_000, 1_204_117, true), 3, List.of(capture(Outcome.TAKEN, 0))),
                new CapturesPage(List.of(), captures, 0, true, "/app/traceability/captures", reasons),
                new CapturesPage(List.of(capture(null, 0), capture(Outcome.TAKEN, 0), capture(Outcome.TAKEN, 7), capture(Outcome.REFUSED, 20_000)), captures, 4, true, "/app/traceability/captures", List.of()),
                new CapturesPage(List.of(capture(Outcome.TAKEN, 0)), Query.all("/app/portal/traceability"), 1, true, "/app/portal/traceability", List.of()),
                new CapturePage(capture(null, 0), "Zhao Ning", List.of(), captures, 0, 2, "/app/traceability/captures", Optional.empty(), Optional.empty(), true),
                new CapturePage(capture(null, 0), "Zhao Ning", List.of(), captures, 0, 1, "/app/traceability/captures", Optional.empty(), Optional.of(THEN), true),
                new CapturePage(capture(null, 0), "", List.of(), captures, 0, 1, "/app/portal/traceability", Optional.empty(), Optional.of(THEN), true),
                new CapturePage(capture(Outcome.TAKEN, 0), "Zhao Ning", List.of(), captures, 0, 0, "/app/traceability/captures", Optional.of(991L), Optional.empty(), true),
                new CapturePage(capture(Outcome.TAKEN, 7), "", FAULTS, captures, 2, 0, "/app/portal/traceability", Optional.of(991L), Optional.empty(), true),
                new CapturePage(capture(Outcome.REFUSED, 20_000), "Ines <Moreau>", FAULTS, captures, 1_000, 0, "/app/traceability/captures", Optional.of(991L), Optional.empty(), true),
                new ItemsPage(List.of(), Query.all("/app/traceability/items").with("q", "none")), new ItemsPage(List.of(MODULE, POLY), Query.all("/app/traceability/items")),
                new ItemPage(MODULE, Optional.of(chain(origins)), Optional.of(touched), Optional.of(ScreenPages.flow()), List.of(event("TRANSFORMATION", null)), Map.of(), List.of(QUARTZ, OTHER_QUARTZ, POLY), item, false,
                        List.of("silicon", "tin"), "https://trace.helia.example/01/09521321012349/21/HS26-000123"),
                new ItemPage(MODULE, Optional.of(chain(origins.subList(0, 1))), Optional.of(clean), Optional.empty(), List.of(event("TRANSFORMATION", null)), Map.of(), List.of(), item, true, List.of("silicon"), ""),
                new ItemPage(MODULE, Optional.of(chain(List.of())), Optional.of(unknown), Optional.empty(), List.of(), Map.of(), List.of(QUARTZ), item, false, List.of("silicon"), ""),
                new ItemPage(POLY, Optional.empty(), Optional.empty(), Optional.empty(), List.of(event("OBJECT", THEN)), Map.of(), List.of(), item, false, List.of(), ""),
                new EventsPage(List.of(), Map.of(), Query.all("/app/traceability/events").with("kind", "OBJECT"), 0), new EventsPage(List.of(event("OBJECT", null), event("AGGREGATION", THEN)), Map.of(),
                        Query.all("/app/traceability/events"), 2),
                new EventPage(event("OBJECT", null), List.of(new Events.Named(1, QUARTZ.uri(), "O", 0, 3_000_000L), new Events.Named(2, POLY.uri(), "S", 1, null)), 2,
                        List.of(new Events.Document("urn:bol:77", "bol", null), new Events.Document("urn:inv:78", "inv", ID)), Optional.of(MINE), Optional.of(capture(Outcome.TAKEN, 0)), Optional.empty(), true, reasons),
                new EventPage(event("TRANSFORMATION", THEN), List.of(), 0, List.of(), Optional.empty(), Optional.empty(), Optional.of(new Disputes.Dispute(org.probity.trace.Outcome.Reason.MADE_TWICE, Optional.of(POLY), List.of(
                        new Disputes.Said(event("TRANSFORMATION", THEN), Reading.Role.OUTPUT, 3_000_000L, Optional.of(capture(Outcome.TAKEN, 0))),
                        new Disputes.Said(other(event("OBJECT", null)), Reading.Role.OUTPUT, null, Optional.empty())))), false, List.of()),
                new AffectedPage(new Affected.Question(Affected.By.LISTS, ""), Optional.empty(), Optional.empty(), List.of(), Query.all("/app/traceability/affected"), ""),
                new AffectedPage(new Affected.Question(Affected.By.COUNTRY, "China"), Optional.empty(), Optional.empty(), List.of(), Query.all("/app/traceability/affected"), "traceability.country-wrong"),
                new AffectedPage(new Affected.Question(Affected.By.SUPPLIER, "S-02001"), Optional.of(new Affected.Found(6_800_000, 14, new int[] {9, 10, 11, 12, 13, 14, 15, 16}, 1_204, 6_798_788)),
                        Optional.of(new Whereabouts.Found(Map.of(Whereabouts.Where.STOCK, new int[] {9, 10, 11, 12}, Whereabouts.Where.TRANSIT, new int[] {13, 14}, Whereabouts.Where.SOLD, new int[] {15, 16}))),
                        List.of(new Affected.Line(MODULE, new Origins.Share(9, 10_000_000_000_000_000L, 280_000_000_000_000_000L, 290_000_000_000_000_000L))), Query.all("/app/traceability/affected"), ""),
                new ContradictionsPage(List.of(), Query.all("/app/traceability/contradictions"), 0),
                new ContradictionsPage(List.of(new ContradictionsPage.Line(77, "silicon", "OUTPUT_BEFORE_INPUT", Optional.of(POLY)), new ContradictionsPage.Line(78, "copper", "EMPTY", Optional.empty())),
                        Query.all("/app/traceability/contradictions"), 2),
                new CoveragePage(2026, List.of(), new Coverage.Sum(0, 0, 0, 0, 0, 0), BigDecimal.ZERO, List.of(), Query.all("/app/traceability/coverage"), false, List.of(), List.of()),
                new CoveragePage(2026, List.of(2026, 2025), new Coverage.Sum(2, 1_000_000_000, 900_000_000, 750_000_500, 500_000_000, 100_000_000), new BigDecimal("1000000.000"),
                        List.of(new Coverage.Line(4, POLY.uri(), null, 500_000_000, 400_000_000, 250_000_500, 0, 0, Coverage.Gap.NO_LOT),
                                new Coverage.Line(5, POLY.uri(), null, 500_000_000, 500_000_000, 500_000_000, 500_000_000, 500_000_000, Coverage.Gap.NONE)),
                        Query.all("/app/traceability/coverage"), true, List.of(new Places.Line("urn:c", "Helia Crystal North", "海利亚晶体北厂", "OURS", null, null, null, "CN", "NX", 0)),
                        List.of(new Reason("month", "traceability.month-wrong", List.of()))),
                new PlacesPage(List.of(), List.of(), places, 0, false, Map.of(), List.of()),
                new PlacesPage(List.of(new Places.Line("https://id.gs1.org/414/9521001001004", null, null, null, null, null, null, "", "", 1_204),
                        new Places.Line("urn:m1", "Greyfell <Quarry>", "灰岭石英矿", "SUPPLIER", ID, "Greyfell & Co", "灰岭公司", "CN", "XJ", 77),
                        new Places.Line("urn:c", "Helia Crystal North", "海利亚晶体北厂", "OURS", null, null, null, "CN", "", 9)),
                        List.of(new Places.Kind("https://id.gs1.org/01/09521321012349", null, null, null, 12), new Places.Kind("https://id.gs1.org/01/09521321012363", "POLYSILICON", "Poly", "多晶硅", 7)), places, 3, true,
                        Map.of("uri", "no address", "whose", "OURS"), List.of(new Reason("uri", "traceability.uri-missing", List.of()), new Reason("nameEn", "traceability.words-long", List.of(300)))));
    }
}
