package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.formats.epcis.Action;
import org.probity.formats.epcis.Cbv;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Extension;
import org.probity.formats.epcis.Particulars;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.When;
import org.probity.formats.epcis.Where;
import org.probity.formats.epcis.Why;
import org.probity.trace.Part;
import org.probity.trace.Sharing;
import org.probity.trace.Step;
import org.probity.trace.plant.Happening.Material;
import org.probity.trace.plant.Happening;
import org.probity.trace.plant.Items;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Place;
import org.probity.trace.plant.Plant;

/** What happens in a plant that does not exist, as its systems would report it: each happening is one event of EPCIS. */
final class PlantSampleEvents {
    static final String OURS = "https://probity.example/ns/trace#";

    private final Items items;

    PlantSampleEvents(Items items) {
        this.items = items;
    }

    Event event(Happening happening) {
        return switch (happening.deed()) {
            case MADE_ELSEWHERE -> made(happening, step(happening));
            case INSTALLED -> seen(happening, "installing", "active");
            case SHIPPED -> seen(happening, "shipping", "in_transit");
            case RECEIVED -> seen(happening, "receiving", "in_progress");
            case PALLETISED, STUFFED -> packed(happening, step(happening));
            case SMELTED, DEPOSITED, STORED, PACKED_IN_BAGS, PULLED, SQUARED, THROWN_IN, WEIGHED_OUT, SAWN, MADE_CELLS, LOADED, USED_UP, ASSEMBLED ->
                transformed(happening, step(happening));
        };
    }

    private static Step step(Happening happening) {
        var step = happening.step();
        if (step == null) {
            throw new IllegalArgumentException("nothing goes from item to item in " + happening);
        }
        return step;
    }

    private Event made(Happening happening, Step step) {
        return new Event.ObjectEvent(particulars(happening, "commissioning", "active", none(), List.of(material(happening))), Action.ADD, List.of(),
                quantities(step.outputs(), happening.material()), List.of());
    }

    private Event seen(Happening happening, String bizStep, String disposition) {
        var epcs = new ArrayList<String>();
        var quantities = new ArrayList<Quantity>();
        for (int item : happening.others()) {
            switch (items.kind(item)) {
                case SILO, CRUCIBLE, RECLAIM_BIN, MODULE, PALLET, CONTAINER -> epcs.add(items.uri(item));
                case QUARTZ, SILICON_METAL, POLY_RUN, POLY_BOX, ROD, BRICK, RECLAIM, WAFER_BOX, CELL_LOT, RIBBON, SOLDER, GLASS, FRAME, LINE_LOAD ->
                    quantities.add(new Quantity(items.uri(item), null, null));
            }
        }
        return new Event.ObjectEvent(particulars(happening, bizStep, disposition, way(happening), List.of()), Action.OBSERVE, epcs, quantities, List.of());
    }

    private Event packed(Happening happening, Step step) {
        return new Event.AggregationEvent(particulars(happening, "packing", "in_progress", none(), List.of()), Action.ADD, items.uri(step.outputs().getFirst().item()),
                step.inputs().stream().map(part -> items.uri(part.item())).toList(), List.of());
    }

    private Event transformed(Happening happening, Step step) {
        var extensions = new ArrayList<Extension>();
        extensions.add(material(happening));
        extensions.add(own("sharing", switch (step.sharing()) {
            case Sharing.Proportional _ -> "proportional";
            case Sharing.Measured _ -> "measured";
            case Sharing.Position _ -> "position";
            case Sharing.Pool _ -> "pool";
            case Sharing.FifoPool _ -> "fifo";
            case Sharing.Unknown _, Sharing.Packing _ -> throw new IllegalArgumentException("a plant does not make anything by " + step);
        }));
        pool(step).ifPresent(pool -> extensions.add(own("pool", items.uri(pool))));
        if (step.scrap() > 0) {
            extensions.add(own("scrapGrams", grams(step.scrap(), happening.material())));
        }
        var modules = step.outputs().stream().allMatch(part -> items.kind(part.item()) == Kind.MODULE) && !step.outputs().isEmpty();
        var ilmd = new ArrayList<Extension>();
        if (modules) {
            ilmd.add(own("massGrams", grams(step.outputs().getFirst().mass(), happening.material())));
        }
        var serials = happening.serials();
        if (serials != null) {
            ilmd.add(own("firstPiece", Long.toString(serials.first())));
            ilmd.add(own("pieces", Integer.toString(serials.counts().stream().mapToInt(Integer::intValue).sum())));
        }
        // Where only something goes in or only something comes out, the standard wants a name for the whole.
        var half = step.inputs().isEmpty() || step.outputs().isEmpty();
        return new Event.TransformationEvent(particulars(happening, "commissioning", "in_progress", none(), extensions), List.of(), quantities(step.inputs(), happening.material()),
                modules ? step.outputs().stream().map(part -> items.uri(part.item())).toList() : List.of(), modules ? List.of() : quantities(step.outputs(), happening.material()),
                half ? "urn:epcglobal:cbv:xform:" + gln(happening.at()) + ":" + happening.number() : null, ilmd);
    }

    private static Optional<Integer> pool(Step step) {
        return switch (step.sharing()) {
            case Sharing.Pool(int pool) -> Optional.of(pool);
            case Sharing.FifoPool(int pool) -> Optional.of(pool);
            case Sharing.Proportional _, Sharing.Measured _, Sharing.Position _, Sharing.Unknown _, Sharing.Packing _ -> Optional.empty();
        };
    }

    private List<Quantity> quantities(List<Part> parts, Material material) {
        return parts.stream().map(part -> quantity(items.uri(part.item()), part.mass(), material)).toList();
    }

    private static Quantity quantity(String uri, long mass, Material material) {
        if (mass == 0) {
            return new Quantity(uri, null, null);
        }
        return switch (material) {
            case SILICON -> Quantity.grams(uri, mass);
            case TIN -> new Quantity(uri, BigDecimal.valueOf(mass), "MGM");
        };
    }

    private static String grams(long mass, Material material) {
        return switch (material) {
            case SILICON -> Long.toString(mass);
            case TIN -> BigDecimal.valueOf(mass, 3).stripTrailingZeros().toPlainString();
        };
    }

    private static Extension material(Happening happening) {
        return own("material", switch (happening.material()) {
            case SILICON -> "silicon";
            case TIN -> "tin";
        });
    }

    private static Particulars particulars(Happening happening, String bizStep, String disposition, Why way, List<Extension> extensions) {
        return Particulars.of(When.at(Instant.ofEpochSecond(happening.when()), Plant.CLOCK), Where.at(happening.at().uri()),
                Why.of(Cbv.bizStep(bizStep), Cbv.disposition(disposition)).withTransactions(way.transactions()).withTransfer(way.sources(), way.destinations()), extensions);
    }

    private static Why none() {
        return Why.UNKNOWN;
    }

    /** Both ends of a way name the same despatch advice, which bears the number of the first thing on it. */
    private static Why way(Happening happening) {
        var end = happening.otherEnd();
        if (end == null) {
            return none();
        }
        return switch (happening.deed()) {
            case SHIPPED -> way(happening, happening.at(), end);
            case RECEIVED -> way(happening, end, happening.at());
            case MADE_ELSEWHERE, INSTALLED, SMELTED, DEPOSITED, STORED, PACKED_IN_BAGS, PULLED, SQUARED, THROWN_IN, WEIGHED_OUT, SAWN, MADE_CELLS, LOADED, USED_UP, ASSEMBLED,
                PALLETISED, STUFFED -> none();
        };
    }

    private static Why way(Happening happening, Place from, Place to) {
        var advice = "urn:epcglobal:cbv:bt:" + gln(from) + ":DA" + happening.others().getFirst();
        return Why.UNKNOWN
                .withTransactions(List.of(new Why.Link(Cbv.transaction("desadv"), advice)))
                .withTransfer(List.of(new Why.Link(Cbv.party("possessing_party"), from.ownerUri())), List.of(new Why.Link(Cbv.party("possessing_party"), to.ownerUri())));
    }

    private static String gln(Place place) {
        return place.uri().substring(place.uri().lastIndexOf('/') + 1);
    }

    private static Extension own(String name, String text) {
        return Extension.text(OURS, name, text);
    }
}
