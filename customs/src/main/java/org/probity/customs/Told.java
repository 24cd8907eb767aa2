package org.probity.customs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Action;
import org.probity.formats.epcis.DigitalLink;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Extension;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.Where;

/**
 * What an event says of silicon: what went in and came out, how heavy, where, and how it was shared. Masses are whole grams.
 *
 * @param tank what is poured into and drawn from; nothing where inputs became outputs at once
 * @param sharing proportional where the event declares nothing
 */
record Told(Kind kind, String place, List<Named> inputs, List<Named> outputs, @Nullable String tank, String sharing, long scrap, @Nullable String parent, List<String> children) {
    static final String OURS = "https://probity.example/ns/trace#";
    static final String SILICON = "silicon";

    enum Kind { MADE_ELSEWHERE, MADE, PACKED, UNPACKED, OTHER }

    /** @param mass nothing where the event says none */
    record Named(String uri, @Nullable Long mass) {}

    static Told of(Event event) {
        var own = event.particulars().extensions();
        var place = place(event.where());
        if (!material(own).equals(SILICON)) {
            return nothing(place);
        }
        return switch (event) {
            case Event.ObjectEvent it when it.action() == Action.ADD ->
                    new Told(Kind.MADE_ELSEWHERE, place, List.of(), named(it.epcs(), it.quantities(), mass(it.ilmd(), own)), null, "", 0, null, List.of());
            case Event.TransformationEvent it -> transformed(it, own, place);
            case Event.AggregationEvent it when it.action() != Action.OBSERVE && it.parent() != null -> new Told(it.action() == Action.ADD ? Kind.PACKED : Kind.UNPACKED, place, List.of(), List.of(), null, "", 0,
                    DigitalLink.canonical(it.parent()), named(it.children(), it.quantities(), null).stream().map(Named::uri).toList());
            case Event.ObjectEvent it -> nothing(place);
            case Event.AggregationEvent it -> nothing(place);
            case Event.TransactionEvent it -> nothing(place);
            case Event.AssociationEvent it -> nothing(place);
        };
    }

    private static Told nothing(String place) {
        return new Told(Kind.OTHER, place, List.of(), List.of(), null, "", 0, null, List.of());
    }

    private static Told transformed(Event.TransformationEvent it, List<Extension> own, String place) {
        var inputs = named(it.inputs(), it.inputQuantities(), null);
        var outputs = named(it.outputs(), it.outputQuantities(), mass(it.ilmd(), own));
        var pool = Extension.find(own, OURS, "pool");
        // Parts of one transformation, each with only one side, meet under its name.
        var tank = pool != null ? pool : inputs.isEmpty() || outputs.isEmpty() ? it.transformation() : null;
        var sharing = Extension.find(own, OURS, "sharing");
        var scrap = Extension.find(own, OURS, "scrapGrams");
        return new Told(Kind.MADE, place, inputs, outputs, tank == null ? null : DigitalLink.canonical(tank), sharing == null ? "proportional" : sharing,
                scrap == null ? 0 : new BigDecimal(scrap).longValue(), null, List.of());
    }

    private static String material(List<Extension> own) {
        var named = Extension.find(own, OURS, "material");
        return named == null || named.isBlank() ? SILICON : named.strip().toLowerCase(Locale.ROOT);
    }

    static String place(Where where) {
        var at = where.location() != null ? where.location() : where.readPoint();
        return at == null ? "" : DigitalLink.canonical(at.id());
    }

    private static @Nullable Long mass(List<Extension> ilmd, List<Extension> own) {
        var grams = Extension.find(ilmd, OURS, "massGrams");
        var said = grams != null ? grams : Extension.find(own, OURS, "massGrams");
        return said == null ? null : new BigDecimal(said).longValue();
    }

    private static List<Named> named(List<String> things, List<Quantity> quantities, @Nullable Long each) {
        var all = new ArrayList<Named>();
        things.forEach(it -> all.add(new Named(DigitalLink.canonical(it), each)));
        quantities.forEach(it -> all.add(new Named(DigitalLink.canonical(it.epcClass()), grams(it))));
        return all;
    }

    private static @Nullable Long grams(Quantity it) {
        if (it.amount() == null || it.unit() == null) {
            return null;
        }
        return switch (it.unit()) {
            case "TNE" -> it.amount().scaleByPowerOfTen(6).longValue();
            case "KGM" -> it.amount().scaleByPowerOfTen(3).longValue();
            case "GRM" -> it.amount().longValue();
            case "MGM" -> it.amount().scaleByPowerOfTen(-3).longValue();
            default -> null;
        };
    }

    /** The address without lot and serial number. */
    static String article(String uri) {
        var lot = uri.indexOf("/10/");
        var serial = uri.indexOf("/21/");
        var end = lot < 0 ? serial : serial < 0 ? lot : Math.min(lot, serial);
        return end < 0 ? uri : uri.substring(0, end);
    }
}
