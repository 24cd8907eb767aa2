package org.probity.bench;

import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Extension;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.Where;
import org.probity.formats.epcis.Why;

/** The events of a plant in the XML of EPCIS 2.0, so that both spellings of the same events can be measured. It writes what a plant's events have, and no more. */
final class PlantInXml implements AutoCloseable {
    private final XMLStreamWriter xml;

    PlantInXml(OutputStream out) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("epcis:EPCISDocument");
        xml.writeAttribute("xmlns:epcis", "urn:epcglobal:epcis:xsd:2");
        xml.writeAttribute("xmlns:trace", "https://probity.example/ns/trace#");
        xml.writeAttribute("schemaVersion", "2.0");
        xml.writeAttribute("creationDate", "2026-10-01T00:00:00Z");
        xml.writeStartElement("EPCISBody");
        xml.writeStartElement("EventList");
    }

    void write(Event event) throws XMLStreamException {
        switch (event) {
            case Event.ObjectEvent it -> {
                begin("ObjectEvent", event);
                names("epcList", it.epcs(), true);
                text("action", it.action().name());
                middle(event);
                quantities("quantityList", it.quantities());
                ends(event.why());
            }
            case Event.AggregationEvent it -> {
                begin("AggregationEvent", event);
                text("parentID", it.parent());
                names("childEPCs", it.children(), true);
                text("action", it.action().name());
                middle(event);
                ends(event.why());
            }
            case Event.TransformationEvent it -> {
                begin("TransformationEvent", event);
                names("inputEPCList", it.inputs(), false);
                quantities("inputQuantityList", it.inputQuantities());
                names("outputEPCList", it.outputs(), false);
                quantities("outputQuantityList", it.outputQuantities());
                text("transformationID", it.transformation());
                middle(event);
                ends(event.why());
                if (!it.ilmd().isEmpty()) {
                    xml.writeStartElement("ilmd");
                    extensions(it.ilmd());
                    xml.writeEndElement();
                }
            }
            case Event.TransactionEvent _, Event.AssociationEvent _ -> throw new IllegalArgumentException("a plant has no such event: " + event);
        }
        extensions(event.particulars().extensions());
        xml.writeEndElement();
    }

    private void begin(String kind, Event event) throws XMLStreamException {
        xml.writeStartElement(kind);
        text("eventTime", event.when().time().toString());
        text("eventTimeZoneOffset", event.when().zoneOffset());
    }

    private void middle(Event event) throws XMLStreamException {
        text("bizStep", event.why().step());
        text("disposition", event.why().disposition());
        place("readPoint", event.where().readPoint());
        place("bizLocation", event.where().location());
        links("bizTransactionList", "bizTransaction", event.why().transactions());
    }

    private void ends(Why why) throws XMLStreamException {
        links("sourceList", "source", why.sources());
        links("destinationList", "destination", why.destinations());
    }

    private void place(String name, Where.@Nullable Place place) throws XMLStreamException {
        if (place != null) {
            xml.writeStartElement(name);
            text("id", place.id());
            xml.writeEndElement();
        }
    }

    private void links(String list, String name, List<Why.Link> links) throws XMLStreamException {
        if (links.isEmpty()) {
            return;
        }
        xml.writeStartElement(list);
        for (Why.Link link : links) {
            xml.writeStartElement(name);
            if (link.type() != null) {
                xml.writeAttribute("type", link.type());
            }
            xml.writeCharacters(link.id());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void names(String list, List<String> names, boolean always) throws XMLStreamException {
        if (names.isEmpty() && !always) {
            return;
        }
        xml.writeStartElement(list);
        for (String name : names) {
            text("epc", name);
        }
        xml.writeEndElement();
    }

    private void quantities(String list, List<Quantity> quantities) throws XMLStreamException {
        if (quantities.isEmpty()) {
            return;
        }
        xml.writeStartElement(list);
        for (Quantity quantity : quantities) {
            xml.writeStartElement("quantityElement");
            text("epcClass", quantity.epcClass());
            text("quantity", quantity.amount() == null ? null : quantity.amount().toPlainString());
            text("uom", quantity.unit());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void extensions(List<Extension> extensions) throws XMLStreamException {
        for (Extension extension : extensions) {
            text("trace:" + extension.name(), extension.text());
        }
    }

    private void text(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeEndDocument();
        xml.close();
    }
}
