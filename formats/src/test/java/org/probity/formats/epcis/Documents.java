package org.probity.formats.epcis;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Documents of a plant that does not exist, and how tests read them.
final class Documents {

    /// A bag of polysilicon comes into being.
    static final String BAG = """
            {"type": "ObjectEvent", "eventTime": "2026-03-02T08:15:30.5+08:00", "eventTimeZoneOffset": "+08:00", "action": "ADD",
             "bizStep": "commissioning", "disposition": "active",
             "epcList": ["urn:epc:id:sgtin:9521321.012345.BAG-1"],
             "readPoint": {"id": "urn:epc:id:sgln:9521321.00001.0"},
             "ilmd": {"helia:grade": "N"},
             "helia:massGrams": 9850}""";

    private Documents() {
    }

    /// A document to capture that holds these events.
    static String json(String... events) {
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", {"helia": "https://helia.example/ns#"}],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-02T09:00:00Z",
                 "epcisBody": {"eventList": [
                """ + String.join(",\n", events) + "]}}";
    }

    record Read(List<Event> events, Reading reading) {
    }

    static Read read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    static Read read(byte[] document) {
        return read(document, Limits.standard());
    }

    static Read read(byte[] document, Limits limits) {
        List<Event> events = new ArrayList<>();
        return new Read(events, Epcis.read(new ByteArrayInputStream(document), limits, (event, number) -> events.add(event)));
    }
}
