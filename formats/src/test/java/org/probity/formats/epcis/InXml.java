package org.probity.formats.epcis;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes events as EPCIS 2.0 in XML, for tests that hold one syntax against the other.
final class InXml {

    private final XMLStreamWriter out;

    private InXml(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] document(List<Event> events) throws XMLStreamException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(octets, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("epcis:EPCISDocument");
        out.writeAttribute("xmlns:epcis", "urn:epcglobal:epcis:xsd:2");
        out.writeAttribute("schemaVersion", "2.0");
        out.writeStartElement("EPCISBody");
        out.writeStartElement("EventList");
        for (Event event : events) {
            new InXml(out).event(event);
        }
        out.writeEndDocument();
        out.close();
        return octets.toByteArray();
    }

    private void event(Event event) throws XMLStreamException {
        Particulars particulars = event.particulars();
        out.writeStartElement(EventHash.typeOf(event));
        text("eventTime", event.when().time().toString());
        text("recordTime", event.when().recorded() == null ? null : event.when().recorded().toString());
        text("eventTimeZoneOffset", event.when().zoneOffset());
        text("eventID", particulars.id());
        if (particulars.error() != null) {
            out.writeStartElement("errorDeclaration");
            text("declarationTime", particulars.error().declared().toString());
            text("reason", particulars.error().reason());
            list("correctiveEventIDs", "correctiveEventID", particulars.error().corrections());
            extensions(particulars.error().extensions());
            out.writeEndElement();
        }
        for (String certification : particulars.certifications()) {
            text("certificationInfo", certification);
        }
        switch (event) {
            case Event.ObjectEvent it -> {
                list("epcList", "epc", it.epcs());
                text("action", it.action().name());
                quantities("quantityList", it.quantities());
                ilmd(it.ilmd());
            }
            case Event.AggregationEvent it -> {
                text("parentID", it.parent());
                list("childEPCs", "epc", it.children());
                text("action", it.action().name());
                quantities("childQuantityList", it.quantities());
            }
            case Event.TransactionEvent it -> {
                text("parentID", it.parent());
                list("epcList", "epc", it.epcs());
                text("action", it.action().name());
                quantities("quantityList", it.quantities());
            }
            case Event.TransformationEvent it -> {
                list("inputEPCList", "epc", it.inputs());
                quantities("inputQuantityList", it.inputQuantities());
                list("outputEPCList", "epc", it.outputs());
                quantities("outputQuantityList", it.outputQuantities());
                text("transformationID", it.transformation());
                ilmd(it.ilmd());
            }
            case Event.AssociationEvent it -> {
                text("parentID", it.parent());
                list("childEPCs", "epc", it.children());
                text("action", it.action().name());
                quantities("childQuantityList", it.quantities());
            }
        }
        text("bizStep", event.why().step());
        text("disposition", event.why().disposition());
        place("readPoint", event.where().readPoint());
        place("bizLocation", event.where().location());
        links("bizTransactionList", "bizTransaction", event.why().transactions());
        links("sourceList", "source", event.why().sources());
        links("destinationList", "destination", event.why().destinations());
        sensors(particulars.sensors());
        if (!event.why().set().isEmpty() || !event.why().unset().isEmpty()) {
            out.writeStartElement("persistentDisposition");
            for (String unset : event.why().unset()) {
                text("unset", unset);
            }
            for (String set : event.why().set()) {
                text("set", set);
            }
            out.writeEndElement();
        }
        extensions(particulars.extensions());
        out.writeEndElement();
    }

    private void text(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            out.writeStartElement(name);
            out.writeCharacters(text);
            out.writeEndElement();
        }
    }

    private void list(String list, String item, List<String> texts) throws XMLStreamException {
        out.writeStartElement(list);
        for (String text : texts) {
            text(item, text);
        }
        out.writeEndElement();
    }

    private void quantities(String list, List<Quantity> quantities) throws XMLStreamException {
        out.writeStartElement(list);
        for (Quantity quantity : quantities) {
            out.writeStartElement("quantityElement");
            text("epcClass", quantity.epcClass());
            text("quantity", quantity.amount() == null ? null : quantity.amount().toString());
            text("uom", quantity.unit());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void ilmd(List<Extension> ilmd) throws XMLStreamException {
        if (!ilmd.isEmpty()) {
            out.writeStartElement("ilmd");
            extensions(ilmd);
            out.writeEndElement();
        }
    }

    private void place(String name, Where.@Nullable Place place) throws XMLStreamException {
        if (place != null) {
            out.writeStartElement(name);
            text("id", place.id());
            extensions(place.extensions());
            out.writeEndElement();
        }
    }

    private void links(String list, String item, List<Why.Link> links) throws XMLStreamException {
        out.writeStartElement(list);
        for (Why.Link link : links) {
            out.writeStartElement(item);
            if (link.type() != null) {
                out.writeAttribute("type", link.type());
            }
            out.writeCharacters(link.id());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void sensors(List<SensorElement> sensors) throws XMLStreamException {
        out.writeStartElement("sensorElementList");
        for (SensorElement sensor : sensors) {
            out.writeStartElement("sensorElement");
            if (!sensor.metadata().isEmpty() || !sensor.metadataExtensions().isEmpty()) {
                report("sensorMetadata", sensor.metadata(), sensor.metadataExtensions());
            }
            for (SensorElement.Report report : sensor.reports()) {
                report("sensorReport", report.facts(), report.extensions());
            }
            extensions(sensor.extensions());
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private void report(String name, List<SensorElement.Fact> facts, List<Extension> extensions) throws XMLStreamException {
        out.writeStartElement(name);
        for (SensorElement.Fact fact : facts) {
            out.writeAttribute(fact.field().label(), fact.value());
        }
        extensions(extensions);
        out.writeEndElement();
    }

    private void extensions(List<Extension> extensions) throws XMLStreamException {
        for (Extension extension : extensions) {
            out.writeStartElement("x:" + extension.name());
            out.writeAttribute("xmlns:x", extension.namespace());
            if (extension.text() != null) {
                out.writeCharacters(extension.text());
            }
            extensions(extension.fields());
            out.writeEndElement();
        }
    }
}
