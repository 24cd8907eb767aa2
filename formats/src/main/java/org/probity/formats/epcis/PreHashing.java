package org.probity.formats.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what an event says into one text, field by field in the order of the standard (CBV 2.0, clause 8.9).
final class PreHashing {

    private final EventHash.Edition edition;
    private final PreHash out;

    /// @param ends whether each value, item and list has an end
    PreHashing(EventHash.Edition edition, boolean ends) {
        this.edition = edition;
        this.out = new PreHash(edition == EventHash.Edition.CBV_2_1, ends);
    }

    /// What is answered is good until the next event is written.
    PreHash write(Event event) {
        out.clear();
        Particulars particulars = event.particulars();
        out.ascii("eventType=").ascii(EventHash.typeOf(event)).end();
        out.ascii("eventTime=").time(particulars.when().time());
        out.ascii("eventTimeZoneOffset=").text(particulars.when().zoneOffset()).end();
        if (edition == EventHash.Edition.CBV_2_0) {
            values("certificationInfo=", particulars.certifications());
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
        Why why = particulars.why();
        value("bizStep=", why.step());
        value("disposition=", why.disposition());
        if (!why.set().isEmpty() || !why.unset().isEmpty()) {
            out.ascii("persistentDisposition");
            values("set=", why.set());
            values("unset=", why.unset());
        }
        place("readPoint", particulars.where().readPoint());
        place("bizLocation", particulars.where().location());
        switch (edition) {
            case CBV_2_0 -> {
                sensors(particulars.sensors());
                rest(why, ilmd, particulars.extensions());
            }
            case CBV_2_1 -> {
                transactions(why);
                sources(why);
                destinations(why);
                sensors(particulars.sensors());
                ilmd(ilmd);
                extensions(particulars.extensions());
            }
        }
        return out;
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
