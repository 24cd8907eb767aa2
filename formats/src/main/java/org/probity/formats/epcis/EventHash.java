package org.probity.formats.epcis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names an event by its content, so that two who hold the same event know it, whichever way it was written (CBV 2.0, clause 8.9, as the reference
/// implementation of October 2025 computes it).
///
/// All that says what happened goes into one text, in an order that does not depend on the document: the pre-hash. Its SHA-256 is the name. The event's
/// own name, the time it was recorded and a declaration of error stay out, so an event and the declaration that it was wrong have the same hash.
///
/// One of these serves one thread and any number of events.
public final class EventHash {

    /// Which rules make the name; it says so itself at its end.
    public enum Edition {
        /// What this house and most partners use.
        CBV_2_0("?ver=CBV2.0"),
        /// As the reference of 2026 computes it: the order of the standard's table, without certificates, GS1's measurements at their new address.
        CBV_2_1("?ver=CBV2.1");

        final String ending;

        Edition(String ending) {
            this.ending = ending;
        }
    }

    private final Edition edition;
    private final MessageDigest sha256;
    private final PreHash joined;
    private final PreHash ended;
    /// The one of the two that is being written.
    private PreHash out;

    public EventHash() {
        this(Edition.CBV_2_0);
    }

    public EventHash(Edition edition) {
        this.edition = edition;
        this.joined = new PreHash(edition == Edition.CBV_2_1, false);
        this.ended = new PreHash(edition == Edition.CBV_2_1, true);
        this.out = joined;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The 32 octets of the SHA-256.
    public byte[] hash(Event event) {
        return digest(event, joined);
    }

    /// The 32 octets of a SHA-256 over the same content with an end behind each value, for trees and seals of our own. The standard joins values without a sign
    /// between them, so that somebody can write two events which say different things and have one [#hash]; nobody can for this. Numbers in fields of others stay
    /// as they were written. Partners know nothing of it.
    public byte[] seal(Event event) {
        return digest(event, ended);
    }

    private byte[] digest(Event event, PreHash into) {
        write(event, into);
        sha256.update(into.octets(), 0, into.length());
        return sha256.digest();
    }

    /// The name: `ni:///sha-256;...?ver=CBV2.0` (RFC 6920).
    public String id(Event event) {
        return id(hash(event), edition);
    }

    /// The name that belongs to these 32 octets, made by CBV 2.0.
    public static String id(byte[] hash) {
        return id(hash, Edition.CBV_2_0);
    }

    private static String id(byte[] hash, Edition edition) {
        return "ni:///sha-256;" + HexFormat.of().formatHex(hash) + edition.ending;
    }

    /// The text that is hashed.
    public String preHash(Event event) {
        write(event, joined);
        return joined.toString();
    }

    private void write(Event event, PreHash into) {
        out = into;
        out.clear();
        Common common = event.common();
        out.ascii("eventType=").ascii(typeOf(event)).end();
        out.ascii("eventTime=").time(common.when().time());
        out.ascii("eventTimeZoneOffset=").text(common.when().zoneOffset()).end();
        if (edition == Edition.CBV_2_0) {
            values("certificationInfo=", common.certifications());
        }
        List<Extension> ilmd = List.of();
        switch (event) {
            case Event.ObjectEvent it -> {
                things("epcList", it.epcs());
                quantities("quantityList", it.quantities());
                out.ascii("action=").ascii(it.action().name()).end();
                ilmd = it.ilmd();
            }
            case Event.AggregationEvent it -> {
                value("parentID=", it.parent());
                things("childEPCs", it.children());
                quantities("childQuantityList", it.quantities());
                out.ascii("action=").ascii(it.action().name()).end();
            }
            case Event.TransactionEvent it -> {
                things("epcList", it.epcs());
                value("parentID=", it.parent());
                quantities("quantityList", it.quantities());
                out.ascii("action=").ascii(it.action().name()).end();
            }
            case Event.TransformationEvent it -> {
                things("inputEPCList", it.inputs());
                quantities("inputQuantityList", it.inputQuantities());
                things("outputEPCList", it.outputs());
                quantities("outputQuantityList", it.outputQuantities());
                value("transformationID=", it.transformation());
                ilmd = it.ilmd();
            }
            case Event.AssociationEvent it -> {
                value("parentID=", it.parent());
                things("childEPCs", it.children());
                quantities("childQuantityList", it.quantities());
                out.ascii("action=").ascii(it.action().name()).end();
            }
        }
        Why why = common.why();
        value("bizStep=", why.step());
        value("disposition=", why.disposition());
        if (!why.set().isEmpty() || !why.unset().isEmpty()) {
            out.ascii("persistentDisposition");
            values("set=", why.set());
            values("unset=", why.unset());
        }
        place("readPoint", common.where().readPoint());
        place("bizLocation", common.where().location());
        switch (edition) {
            case CBV_2_0 -> {
                sensors(common.sensors());
                rest(why, ilmd, common.extensions());
            }
            case CBV_2_1 -> {
                transactions(why);
                sources(why);
                destinations(why);
                sensors(common.sensors());
                ilmd(ilmd);
                extensions(common.extensions());
            }
        }
    }

    static String typeOf(Event event) {
        return switch (event) {
            case Event.ObjectEvent it -> "ObjectEvent";
            case Event.AggregationEvent it -> "AggregationEvent";
            case Event.TransactionEvent it -> "TransactionEvent";
            case Event.TransformationEvent it -> "TransformationEvent";
            case Event.AssociationEvent it -> "AssociationEvent";
        };
    }

    private void value(String key, @Nullable String value) {
        if (value != null) {
            out.ascii(key).value(value);
        }
    }

    private void values(String key, List<String> values) {
        int mark = out.begin();
        for (String value : values) {
            out.ascii(key).value(value);
            out.item();
        }
        out.sort(mark);
    }

    private void things(String list, List<String> names) {
        if (!names.isEmpty()) {
            out.ascii(list);
            values("epc=", names);
        }
    }

    private void quantities(String list, List<Quantity> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        out.ascii(list);
        int mark = out.begin();
        for (Quantity quantity : quantities) {
            out.ascii("quantityElementepcClass=").value(quantity.epcClass());
            if (quantity.amount() != null) {
                out.ascii("quantity=").amount(quantity.amount());
            }
            value("uom=", quantity.unit());
            out.item();
        }
        out.sort(mark);
    }

    private void place(String key, Where.@Nullable Place place) {
        if (place != null) {
            out.ascii(key).ascii("id=").value(place.id());
            extensions(place.extensions());
        }
    }

    private void sensors(List<SensorElement> sensors) {
        if (sensors.isEmpty()) {
            return;
        }
        out.ascii("sensorElementList");
        int mark = out.begin();
        for (SensorElement sensor : sensors) {
            out.ascii("sensorElement");
            if (!sensor.metadata().isEmpty() || !sensor.metadataExtensions().isEmpty()) {
                out.ascii("sensorMetadata");
                facts(SensorField.OF_METADATA, sensor.metadata());
                extensions(sensor.metadataExtensions());
            }
            int reports = out.begin();
            for (SensorElement.Report report : sensor.reports()) {
                out.ascii("sensorReport");
                facts(SensorField.OF_REPORT, report.facts());
                extensions(report.extensions());
                out.item();
            }
            out.sort(reports);
            extensions(sensor.extensions());
            out.item();
        }
        out.sort(mark);
    }

    private void facts(List<SensorField> order, List<SensorElement.Fact> facts) {
        for (SensorField field : order) {
            for (SensorElement.Fact fact : facts) {
                if (fact.field() == field) {
                    out.ascii(field.label).ascii("=");
                    if (field.kind == SensorField.Kind.TIME) {
                        out.moment(fact.value());
                    } else {
                        out.value(fact.value());
                    }
                }
            }
        }
    }

    /// Business and extensions, in the order of their letters: so the reference does it, though the table of the standard has the sources first.
    private void rest(Why why, List<Extension> ilmd, List<Extension> extensions) {
        int mark = out.begin();
        transactions(why);
        out.item();
        destinations(why);
        out.item();
        ilmd(ilmd);
        out.item();
        sources(why);
        out.item();
        for (Extension extension : extensions) {
            extension(extension);
            out.item();
        }
        out.sort(mark);
    }

    private void transactions(Why why) {
        links("bizTransactionList", "bizTransaction=", why.transactions());
    }

    private void sources(Why why) {
        links("sourceList", "source=", why.sources());
    }

    private void destinations(Why why) {
        links("destinationList", "destination=", why.destinations());
    }

    private void ilmd(List<Extension> ilmd) {
        if (!ilmd.isEmpty()) {
            out.ascii("ilmd");
            extensions(ilmd);
        }
    }

    private void links(String list, String key, List<Why.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        out.ascii(list);
        int mark = out.begin();
        for (Why.Link link : links) {
            value("type=", link.type());
            out.ascii(key).value(link.id());
            out.item();
        }
        out.sort(mark);
    }

    private void extensions(List<Extension> extensions) {
        int mark = out.begin();
        for (Extension extension : extensions) {
            extension(extension);
            out.item();
        }
        out.sort(mark);
    }

    private void extension(Extension extension) {
        if (!extension.namespace().isEmpty()) {
            out.ascii("{").text(extension.namespace()).ascii("}");
        }
        out.end().text(extension.name()).end();
        String text = extension.text();
        if (text != null && !text.isEmpty()) {
            out.ascii("=").value(text);
        }
        extensions(extension.fields());
    }
}
