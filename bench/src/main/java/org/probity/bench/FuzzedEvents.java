package org.probity.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.probity.formats.epcis.DigitalLink;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.formats.epcis.EventWriter;
import org.probity.formats.epcis.Limits;
import org.probity.formats.epcis.Reading;
import org.probity.formats.epcis.Words;

/**
 * A document of EPCIS as a partner may send it, in either syntax: any bytes give events or sentences why not. What was read can be written and read again as the
 * same, with the same hash and the same seal, and its things have one link each.
 */
record FuzzedEvents(List<byte[]> seeds) implements Fuzzed {
    private static final Limits LIMITS = new Limits(5_000, 30, 5_000, 200, 1 << 20, 100);
    private static final Words WORDS = Words.of(Locale.ENGLISH);
    private static final String JSON = """
            {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"h":"https://helia.example/ns#"}],"type":"EPCISDocument","schemaVersion":"2.0",
            "creationDate":"2026-03-02T09:00:00Z","epcisBody":{"eventList":[{"type":"TransformationEvent","eventTime":"2026-03-02T08:15:30.5+08:00","eventTimeZoneOffset":"+08:00",
            "inputQuantityList":[{"epcClass":"urn:epc:class:lgtin:9521321.012345.L%2f7","quantity":12.50,"uom":"KGM"}],"outputEPCList":["https://helia.example/gtin/9521321123458/ser/R%2D1"],
            "transformationID":"urn:uuid:1","bizStep":"commissioning","disposition":"active","readPoint":{"id":"urn:epc:id:sgln:9521321.00005.0"},
            "bizTransactionList":[{"type":"po","bizTransaction":"urn:epcglobal:cbv:bt:1:2"}],"sensorElementList":[{"sensorReport":[{"type":"gs1:Temperature","value":26.0,"uom":"CEL"}]}],
            "ilmd":{"h:grade":"N","h:more":{"h:x":["007",{"#text":"y"}]}},"h:note":"a"},
            {"type":"AggregationEvent","eventTime":"2026-03-02T00:00Z","eventTimeZoneOffset":"+00:00","action":"ADD","parentID":"urn:epc:id:sscc:9521321.3111111111",
            "childEPCs":["urn:epc:id:sgtin:9521321.012345.1"],"errorDeclaration":{"declarationTime":"2026-03-03T00:00:00Z","reason":"incorrect_data","correctiveEventIDs":["urn:x:1"]}}]}}""";
    private static final String XML = """
            <?xml version="1.0"?><epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:%s" xmlns:h="https://helia.example/ns#" schemaVersion="%s" creationDate="2026-03-02T09:00:00Z">
            <EPCISBody><EventList><ObjectEvent><eventTime>2026-03-02T08:15:30.500Z</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset><epcList><epc>urn:epc:id:sgtin:9521321.012345.1</epc>
            </epcList><action>ADD</action><bizStep>urn:epcglobal:cbv:bizstep:packing</bizStep><readPoint><id>https://id.gs1.org/414/9521321000056/254/7</id></readPoint>
            <extension><quantityList><quantityElement><epcClass>urn:epc:class:lgtin:9521321.012345.L</epcClass><quantity>1.50</quantity><uom>KGM</uom></quantityElement></quantityList>
            <sourceList><source type="urn:epcglobal:cbv:sdt:owning_party">urn:epc:id:pgln:9521321.00000</source></sourceList><ilmd><h:grade h:kind="x">N<![CDATA[&]]></h:grade></ilmd></extension>
            <h:note>a&amp;b</h:note></ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>""";

    static FuzzedEvents make() {
        var documents = List.of(JSON, XML.formatted("2", "2.0"), XML.formatted("1", "1.2"), JSON.substring(JSON.indexOf("{\"type\":\"Agg"), JSON.length() - 3));
        return new FuzzedEvents(documents.stream().map(document -> document.getBytes(StandardCharsets.UTF_8)).toList());
    }

    @Override
    public void feed(byte[] bytes) {
        var hash = new EventHash();
        List<Event> events = new ArrayList<>();
        Reading reading = Epcis.read(new ByteArrayInputStream(bytes), LIMITS, (event, number) -> events.add(event));
        reading.refusals().forEach(WORDS::say);
        if (reading.broken() != null) {
            WORDS.say(reading.broken());
        }
        if (reading.events() != events.size() || reading.whole() && reading.refusedEvents() > 0) {
            throw new IllegalStateException("it says that it handed out " + reading.events() + " and handed out " + events.size());
        }
        List<Event> again = new ArrayList<>();
        Reading second = Epcis.read(new ByteArrayInputStream(written(events)), Limits.standard(), (event, number) -> again.add(event));
        if (!second.whole() || !again.equals(events) || !names(hash, again).equals(names(hash, events))) {
            throw new IllegalStateException(events + " was read again as " + again + ", " + second);
        }
        events.forEach(FuzzedEvents::linked);
    }

    private static byte[] written(List<Event> events) {
        var out = new ByteArrayOutputStream();
        try (var writer = EventWriter.capture(out, Instant.EPOCH, Map.of())) {
            for (Event event : events) {
                writer.write(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> names(EventHash hash, List<Event> events) {
        return events.stream().map(event -> hash.id(event) + " " + HexFormat.of().formatHex(hash.seal(event))).toList();
    }

    private static void linked(Event event) {
        var things = switch (event) {
            case Event.ObjectEvent it -> it.epcs();
            case Event.AggregationEvent it -> it.children();
            case Event.TransactionEvent it -> it.epcs();
            case Event.TransformationEvent it -> it.inputs();
            case Event.AssociationEvent it -> it.children();
        };
        for (String thing : things) {
            var link = DigitalLink.canonical(thing);
            if (!DigitalLink.canonical(link).equals(link)) {
                throw new IllegalStateException(thing + " leads to " + link + ", and that elsewhere");
            }
            DigitalLink.of(thing).ifPresent(known -> known.epc(7));
        }
    }
}
