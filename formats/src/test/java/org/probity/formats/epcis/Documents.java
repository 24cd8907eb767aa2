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

    static final String BAG_XML = """
            <ObjectEvent><eventTime>2026-03-02T08:15:30.5+08:00</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>
              <epcList><epc>urn:epc:id:sgtin:9521321.012345.BAG-1</epc></epcList><action>ADD</action>
              <bizStep>urn:epcglobal:cbv:bizstep:commissioning</bizStep><disposition>urn:epcglobal:cbv:disp:active</disposition>
              <readPoint><id>urn:epc:id:sgln:9521321.00001.0</id></readPoint>
              <ilmd><helia:grade>N</helia:grade></ilmd>
              <helia:massGrams>9850</helia:massGrams>
            </ObjectEvent>""";

    /// Three bags and reclaimed silicon become a rod.
    static final String TRANSFORMATION = """
            {"type": "TransformationEvent", "eventTime": "2026-03-05T20:00:00.000Z", "eventTimeZoneOffset": "+08:00",
             "eventID": "urn:uuid:6d1a2b1e-0f6b-4f65-9f6a-6b8f4b5b7c11",
             "inputEPCList": ["https://id.gs1.org/01/09521321123458/21/BAG-1", "https://id.gs1.org/01/09521321123458/21/BAG-2",
               "https://id.gs1.org/01/09521321123458/21/BAG-3"],
             "inputQuantityList": [{"epcClass": "https://id.gs1.org/01/09521321000261/10/RECLAIM-77", "quantity": 210.500, "uom": "KGM"}],
             "outputEPCList": ["https://id.gs1.org/01/09521321000278/21/ROD-1"],
             "outputQuantityList": [{"epcClass": "https://id.gs1.org/01/09521321000278/10/SCRAP-5", "quantity": 4.25, "uom": "KGM"}],
             "transformationID": "https://id.gs1.org/253/9521321000094ROD-1",
             "bizStep": "commissioning", "disposition": "in_progress",
             "readPoint": {"id": "https://id.gs1.org/414/9521321000056/254/FURNACE-12"},
             "bizLocation": {"id": "https://id.gs1.org/414/9521321000056"},
             "bizTransactionList": [{"type": "prodorder", "bizTransaction": "urn:epcglobal:cbv:bt:9521321000056:PO-9"}],
             "helia:sharing": "pool", "helia:scrapGrams": 1250}""";

    static final String TRANSFORMATION_XML = """
            <TransformationEvent><eventTime>2026-03-05T20:00:00.000Z</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>
              <eventID>urn:uuid:6d1a2b1e-0f6b-4f65-9f6a-6b8f4b5b7c11</eventID>
              <inputEPCList><epc>https://id.gs1.org/01/09521321123458/21/BAG-1</epc><epc>https://id.gs1.org/01/09521321123458/21/BAG-2</epc>
                <epc>https://id.gs1.org/01/09521321123458/21/BAG-3</epc></inputEPCList>
              <inputQuantityList><quantityElement><epcClass>https://id.gs1.org/01/09521321000261/10/RECLAIM-77</epcClass><quantity>210.5</quantity>
                <uom>KGM</uom></quantityElement></inputQuantityList>
              <outputEPCList><epc>https://id.gs1.org/01/09521321000278/21/ROD-1</epc></outputEPCList>
              <outputQuantityList><quantityElement><epcClass>https://id.gs1.org/01/09521321000278/10/SCRAP-5</epcClass><quantity>4.25</quantity>
                <uom>KGM</uom></quantityElement></outputQuantityList>
              <transformationID>https://id.gs1.org/253/9521321000094ROD-1</transformationID>
              <bizStep>https://ref.gs1.org/cbv/BizStep-commissioning</bizStep><disposition>https://ref.gs1.org/cbv/Disp-in_progress</disposition>
              <readPoint><id>https://id.gs1.org/414/9521321000056/254/FURNACE-12</id></readPoint>
              <bizLocation><id>https://id.gs1.org/414/9521321000056</id></bizLocation>
              <bizTransactionList><bizTransaction type="https://ref.gs1.org/cbv/BTT-prodorder">urn:epcglobal:cbv:bt:9521321000056:PO-9</bizTransaction>
              </bizTransactionList>
              <helia:sharing>pool</helia:sharing><helia:scrapGrams>1250</helia:scrapGrams>
            </TransformationEvent>""";

    private Documents() {
    }

    /// The same in XML.
    static String xml(String... events) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:helia="https://helia.example/ns#" schemaVersion="2.0"
                 creationDate="2026-03-02T09:00:00Z"><EPCISBody><EventList>
                """ + String.join("\n", events) + "</EventList></EPCISBody></epcis:EPCISDocument>";
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
