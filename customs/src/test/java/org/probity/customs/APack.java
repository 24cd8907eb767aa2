package org.probity.customs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.formats.epcis.Action;
import org.probity.formats.epcis.Cbv;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.formats.epcis.EventWriter;
import org.probity.formats.epcis.Extension;
import org.probity.formats.epcis.Particulars;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.When;
import org.probity.formats.epcis.Where;
import org.probity.formats.epcis.Why;
import org.probity.proof.Commitment.Opening;
import org.probity.proof.Commitment;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MemoryLog;
import org.probity.proof.MerkleTree;
import org.probity.proof.SignerKey;
import org.probity.proof.VerifierKey;
import org.probity.proof.Words;

/** A pack of some modules from two quartz mines, made without a house: two lots of quartz, silicon of each, a melt of both, modules on a pallet, one bill of lading that is there and one that is not. */
final class APack {
    static final String MODULE = "https://id.gs1.org/01/09521321012998/21/";
    static final String PALLET = "https://id.gs1.org/00/095213210000000017";
    static final SignerKey KEY = SignerKey.generate("log.example/customs", VerifierKey.Kind.NOTE, new SecureRandom());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final SecureRandom random = new SecureRandom();
    final MemoryLog log = new MemoryLog(KEY, List.of(), CLOCK);
    final List<Event> events = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    private int hour;

    static APack ofModules(int modules) {
        var pack = new APack();
        pack.made("north", "09521321012349/10/Q1", 30_000);
        pack.made("south", "09521321012349/10/Q2", 10_000);
        pack.step("furnace", "proportional", null, 0, List.of(pack.lot("09521321012349/10/Q1", 30_000L)), List.of(pack.lot("09521321012356/10/S1", 10_000L)), "urn:bol:1");
        pack.step("furnace", "proportional", null, 0, List.of(pack.lot("09521321012349/10/Q2", 10_000L)), List.of(pack.lot("09521321012356/10/S2", 4_000L)), "urn:bol:2");
        pack.step("melt", "pool", "https://id.gs1.org/8004/0952132C1", 500, List.of(pack.lot("09521321012356/10/S1", 6_000L), pack.lot("09521321012356/10/S2", 2_000L)),
                List.of(pack.lot("09521321012370/10/R1", 7_000L)), null);
        for (var n = 0; n < modules; n++) {
            pack.asked.add(MODULE + "M" + n);
            pack.step("line", "proportional", null, 0, List.of(pack.lot("09521321012370/10/R1", 2L)), List.of(new Quantity(MODULE + "M" + n, BigDecimal.valueOf(2), "GRM")), null);
        }
        pack.events.add(new Event.AggregationEvent(pack.particulars("line", null, List.of()), Action.ADD, PALLET, List.copyOf(pack.asked), List.of()));
        return pack;
    }

    Quantity lot(String end, Long grams) {
        return new Quantity("https://id.gs1.org/01/" + end, BigDecimal.valueOf(grams), "GRM");
    }

    void made(String place, String end, long grams) {
        events.add(new Event.ObjectEvent(particulars(place, null, List.of()), Action.ADD, List.of(), List.of(lot(end, grams)), List.of()));
    }

    void step(String place, String sharing, String pool, long scrap, List<Quantity> in, List<Quantity> out, String paper) {
        var own = new ArrayList<Extension>();
        own.add(Extension.text(Told.OURS, "sharing", sharing));
        if (pool != null) {
            own.add(Extension.text(Told.OURS, "pool", pool));
        }
        if (scrap > 0) {
            own.add(Extension.text(Told.OURS, "scrapGrams", Long.toString(scrap)));
        }
        events.add(new Event.TransformationEvent(particulars(place, paper, own), List.of(), in, List.of(), out, null, List.of()));
    }

    Particulars particulars(String place, String paper, List<Extension> own) {
        var why = Why.of(Cbv.bizStep("commissioning"), Cbv.disposition("active"));
        return Particulars.of(When.at(Instant.parse("2026-10-01T00:00:00Z").plusSeconds(3_600L * hour++), ZoneOffset.UTC), Where.at("urn:site:" + place),
                paper == null ? why : why.withTransactions(List.of(new Why.Link(Cbv.transaction("bol"), paper))), own);
    }

    static byte[] document(Event event) {
        var out = new ByteArrayOutputStream();
        try (var writer = EventWriter.capture(out, Instant.EPOCH, Map.of("trace", Told.OURS))) {
            writer.write(event);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
    }

    long told(String kind, Opening opening) {
        return log.append(kind, DAY, Commitment.of(Commitment.ENTRY, opening));
    }

    Opening opening(Object... content) {
        return Opening.fresh(random, Json.object(content));
    }

    Path write(Path folder) throws IOException {
        var hashes = new EventHash();
        var tree = new MerkleTree.Growing();
        var leaves = new ByteArrayOutputStream();
        events.forEach(it -> {
            leaves.writeBytes(hashes.hash(it));
            tree.add(Hash.leaf(hashes.hash(it)));
        });
        told("filler", opening("of", "nothing"));
        var capture = opening("capture", "c1", "declared", 0, "events", (long) events.size(), "root", tree.root().hex(), "sha256", "00".repeat(32));
        var captureAt = told(PackFiles.CAPTURE, capture);
        var said = new HashMap<Long, Opening>();
        var places = new ArrayList<Names.Place>();
        for (var it : new LinkedHashSet<>(List.of("north", "south", "furnace", "melt", "line"))) {
            var opening = opening("country", "NO", "region", "03", "supplier", "", "uri", "urn:site:" + it, "whose", "SUPPLIER");
            var index = told(PackFiles.PLACE, opening);
            said.put(index, opening);
            places.add(new Names.Place("urn:site:" + it, it, "地点", "NO", "03", "SUPPLIER", Optional.of(new Names.Owner("S-1", "Owner", "主")), Names.Standing.NONE, index));
        }
        var names = new Names(List.of(new Names.Article("https://id.gs1.org/01/09521321012349", "QUARTZ", "Quartz", "石英"), new Names.Article("https://id.gs1.org/01/09521321012356", "METALLURGICAL", "Silicon", "硅"),
                new Names.Article("https://id.gs1.org/01/09521321012370", "ROD", "Rod", "棒"), new Names.Article("https://id.gs1.org/01/09521321012998", "MODULE", "Module", "组件")), places);
        var bill = Files.write(folder.resolve("bill.pdf"), "a bill of lading".getBytes(StandardCharsets.US_ASCII));
        try (var draft = new PackDraft(folder, new PackDraft.Header("0b3c0f4e-0000-4000-8000-000000000001", 7, new Words("Helia Solar", "海利亚"), CLOCK.instant(), 1_000, KEY.verifier(), List.of()))) {
            var position = 0;
            for (var it : events) {
                draft.event(document(it), hashes.hash(it), 0, position++);
            }
            draft.captured(0, captureAt, capture, leaves.toByteArray());
            draft.named(names, said);
            draft.listed("2026-11-20", List.of());
            draft.serials(asked);
            draft.papers(Map.of("urn:bol:1", new PackDraft.Kept("bill.pdf", Hash.sha256("a bill of lading".getBytes(StandardCharsets.US_ASCII)).hex(), bill)));
            draft.reconciled(List.of(Map.of("site", "urn:site:line", "made", 3L)));
            draft.paper("%PDF".getBytes(StandardCharsets.US_ASCII));
            var sealed = Opening.fresh(random, Json.of(draft.manifest()));
            draft.seal(log, told(PackFiles.ENTRY, sealed), sealed);
            var zip = folder.resolve("pack.zip");
            try (var out = Files.newOutputStream(zip)) {
                draft.write(out);
            }
            return zip;
        }
    }
}
