package org.probity.formats.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Fields of several kinds of events, written in JSON; one that says nothing is not written.
record JsonParts(JsonGenerator out) {

    void links(String list, String field, List<Why.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        out.writeName(list);
        out.writeStartArray();
        for (Why.Link link : links) {
            out.writeStartObject();
            word("type", link.type());
            out.writeStringProperty(field, link.id());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void quantities(String name, List<Quantity> quantities) {
        if (quantities.isEmpty()) {
            return;
        }
        out.writeName(name);
        out.writeStartArray();
        for (Quantity quantity : quantities) {
            out.writeStartObject();
            out.writeStringProperty("epcClass", quantity.epcClass());
            if (quantity.amount() != null) {
                out.writeName("quantity");
                out.writeNumber(Numbers.plain(quantity.amount()));
            }
            text("uom", quantity.unit());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void text(String name, @Nullable String text) {
        if (text != null) {
            out.writeStringProperty(name, text);
        }
    }

    void word(String name, @Nullable String address) {
        if (address != null) {
            out.writeStringProperty(name, Cbv.word(address));
        }
    }

    void texts(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            out.writeName(name);
            list(texts);
        }
    }

    void list(List<String> texts) {
        out.writeStartArray();
        texts.forEach(out::writeString);
        out.writeEndArray();
    }
}
