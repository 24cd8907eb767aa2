package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in a document is what comes out, however it is written.
class ReadingJsonTest {

    private static final String EVENT = """
            "type": "ObjectEvent", "eventTime": "2026-03-02T00:15:30.5Z", "eventTimeZoneOffset": "+08:00", "action": "OBSERVE", "epcList": ["x:a"]""";

    private final EventHash hash = new EventHash();

    @Test
    void anEventIsWhatItSays() {
        Documents.Read read = Documents.read(Documents.json(Documents.BAG));

        assertThat(read.reading().whole()).as(read.reading()::toString).isTrue();
        assertThat(read.reading().document()).isEqualTo(new Reading.Document(Reading.Syntax.JSON, "2.0", false, "2026-03-02T09:00:00Z"));
        assertThat(read.events()).containsExactly(new Event.ObjectEvent(
                Particulars.of(
                        new When(Instant.parse("2026-03-02T00:15:30.500Z"), "+08:00", null),
                        new Where(new Where.Place("urn:epc:id:sgln:9521321.00001.0"), null),
                        Why.of(Cbv.bizStep("commissioning"), Cbv.disposition("active")),
                        List.of(Extension.text("https://helia.example/ns#", "massGrams", "9850"))),
                Action.ADD,
                List.of("urn:epc:id:sgtin:9521321.012345.BAG-1"),
                List.of(),
                List.of(Extension.text("https://helia.example/ns#", "grade", "N"))));
    }

    @Test
    void bothSyntaxesGiveTheSameValue() {
        List<Event> json = Documents.read(Documents.json(Documents.BAG, Documents.TRANSFORMATION)).events();
        List<Event> xml = Documents.read(Documents.xml(Documents.BAG_XML, Documents.TRANSFORMATION_XML)).events();

        assertThat(json).hasSize(2);
        assertThat(xml).isEqualTo(json);
        assertThat(xml.stream().map(hash::id)).containsExactlyElementsOf(json.stream().map(hash::id).toList());
    }

    @Test
    void thePreHashIsThis() {
        assertThat(Documents.read(Documents.json(Documents.BAG, Documents.TRANSFORMATION)).events().stream().map(hash::preHash)).containsExactly(
                "eventType=ObjectEventeventTime=2026-03-02T00:15:30.500ZeventTimeZoneOffset=+08:00epcListepc=https://id.gs1.org/01/09521321123458/21/BAG-1"
                        + "action=ADDbizStep=https://ref.gs1.org/cbv/BizStep-commissioningdisposition=https://ref.gs1.org/cbv/Disp-active"
                        + "readPointid=https://id.gs1.org/414/9521321000018ilmd{https://helia.example/ns#}grade=N{https://helia.example/ns#}massGrams=9850",
                "eventType=TransformationEventeventTime=2026-03-05T20:00:00.000ZeventTimeZoneOffset=+08:00"
                        + "inputEPCListepc=https://id.gs1.org/01/09521321123458/21/BAG-1epc=https://id.gs1.org/01/09521321123458/21/BAG-2"
                        + "epc=https://id.gs1.org/01/09521321123458/21/BAG-3"
                        + "inputQuantityListquantityElementepcClass=https://id.gs1.org/01/09521321000261/10/RECLAIM-77quantity=210.5uom=KGM"
                        + "outputEPCListepc=https://id.gs1.org/01/09521321000278/21/ROD-1"
                        + "outputQuantityListquantityElementepcClass=https://id.gs1.org/01/09521321000278/10/SCRAP-5quantity=4.25uom=KGM"
                        + "transformationID=https://id.gs1.org/253/9521321000094ROD-1bizStep=https://ref.gs1.org/cbv/BizStep-commissioning"
                        + "disposition=https://ref.gs1.org/cbv/Disp-in_progressreadPointid=https://id.gs1.org/414/9521321000056/254/FURNACE-12"
                        + "bizLocationid=https://id.gs1.org/414/9521321000056bizTransactionListtype=https://ref.gs1.org/cbv/BTT-prodorder"
                        + "bizTransaction=urn:epcglobal:cbv:bt:9521321000056:PO-9{https://helia.example/ns#}scrapGrams=1250{https://helia.example/ns#}sharing=pool");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:15:30.5Z, 2026-03-02T00:15:30.500Z", "2026-03-02T00:15:30Z, 2026-03-02T00:15:30.000Z", "2026-03-02T08:15+08:00, 2026-03-02T00:15:00.000Z",
        "2026-03-02T00:15:30.1415Z, 2026-03-02T00:15:30.142Z", "2026-03-02T00:15:30.1414999999Z, 2026-03-02T00:15:30.141Z",
        "2026-12-31T23:59:59.9995Z, 2027-01-01T00:00:00.000Z", "2024-02-29T23:30:00-01:00, 2024-03-01T00:30:00.000Z", "1900-02-28T12:00:00Z, 1900-02-28T12:00:00.000Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z"})
    void timesAreHashedInUtcToTheMillisecond(String written, String hashed) {
        Event event = Documents.read(Documents.json("{" + EVENT.replace("2026-03-02T00:15:30.5Z", written) + "}")).events().getFirst();

        assertThat(hash.preHash(event)).startsWith("eventType=ObjectEventeventTime=" + hashed + "eventTimeZoneOffset");
        if (!hashed.startsWith("9999")) {
            assertThat(event.when().time()).isBetween(Instant.parse(hashed).minusMillis(1), Instant.parse(hashed).plusMillis(1));
        }
    }

    @Test
    void everyDayOfFourCenturiesIsReadAndWritten() {
        byte[] out = new byte[24];
        for (long day = -141_000; day < 150_000; day += 7) {
            Instant instant = Instant.ofEpochSecond(day * 86_400 + 3_723);
            assertThat(Time.read(instant.toString())).isEqualTo(instant);
            assertThat(Time.write(instant.getEpochSecond(), 0, out, 0)).isEqualTo(24);
            assertThat(new String(out, StandardCharsets.ISO_8859_1)).isEqualTo(instant.toString().replace("Z", ".000Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiving", "cbv:BizStep-receiving", "urn:epcglobal:cbv:bizstep:receiving", "https://ref.gs1.org/cbv/BizStep-receiving"})
    void aWordOfTheVocabularyIsOneHoweverItIsWritten(String written) {
        assertThat(Documents.read(Documents.json("{" + EVENT + ", \"bizStep\": \"" + written + "\"}")).events())
                .singleElement()
                .satisfies(event -> assertThat(event.why().step()).isEqualTo("https://ref.gs1.org/cbv/BizStep-receiving"));
        assertThat(Cbv.word("https://ref.gs1.org/cbv/BizStep-receiving")).isEqualTo("receiving");
    }

    @Test
    void aNumberIsOneHoweverItIsWritten() {
        for (String written : List.of("535.2", "535.20", "5.352e2", "\"535.2000\"", "5352E-1")) {
            Event event = Documents.read(Documents.json("{" + EVENT + ", \"quantityList\": [{\"epcClass\": \"x:c\", \"quantity\": " + written + "}]}")).events().getFirst();

            assertThat(((Event.ObjectEvent) event).quantities()).containsExactly(new Quantity("x:c", new java.math.BigDecimal("535.2"), null));
            assertThat(hash.preHash(event)).contains("quantityElementepcClass=x:cquantity=535.2action");
        }
    }

    @Test
    void aSmallNumberIsWrittenOut() {
        assertThat(hash.preHash(Documents.read(Documents.json("{" + EVENT + ", \"quantityList\": [{\"epcClass\": \"x:c\", \"quantity\": 5e-5}], \"helia:a\": \"1E-7\"}")).events().getFirst()))
                .contains("quantity=0.00005action")
                .endsWith("a=0.0000001");
    }

    @Test
    void aNumberLongerThanADoubleKeepsItsDigits() {
        assertThat(hash.preHash(Documents.read(Documents.json("{" + EVENT + ", \"helia:a\": \"12345678901234567891\"}")).events().getFirst()))
                .endsWith("{https://helia.example/ns#}a=12345678901234567891");
    }

    @Test
    void listsAreSortedByTheirOctets() {
        // In UTF-16 the first of these stands behind the second.
        String event = "{" + EVENT + ", \"helia:a\": [\"\\uffee\", \"\\ud83d\\ude00\", \"b\", \"B\", \"\"]}";

        assertThat(hash.preHash(Documents.read(Documents.json(event)).events().getFirst()))
                .endsWith("{https://helia.example/ns#}a{https://helia.example/ns#}a=B{https://helia.example/ns#}a=b{https://helia.example/ns#}a=\uffee{https://helia.example/ns#}a=\ud83d\ude00");
    }

    @Test
    void aLongListIsSortedToo() {
        String names = String.join(",", IntStream.range(0, 2_000).mapToObj(i -> "\"x:" + i * 7_919 % 2_000 + "\"").toList());
        String preHash = hash.preHash(Documents.read(Documents.json("{" + EVENT.replace("\"x:a\"", names) + "}")).events().getFirst());

        assertThat(preHash).contains(String.join("", IntStream.range(0, 2_000).mapToObj(i -> "epc=x:" + i).sorted().toList()));
    }

    @Test
    void theNameRecordingAndErrorOfAnEventAreNoPartOfItsHash() {
        String with = "{" + EVENT + ", \"eventID\": \"urn:uuid:1\", \"recordTime\": \"2026-03-04T00:00:00Z\", \"errorDeclaration\": {\"declarationTime\": \"2026-03-05T00:00:00Z\","
                + " \"reason\": \"did_not_occur\", \"correctiveEventIDs\": [\"urn:uuid:2\"]}}";
        List<Event> events = Documents.read(Documents.json("{" + EVENT + "}", with)).events();

        assertThat(hash.id(events.getLast())).isEqualTo(hash.id(events.getFirst()));
        assertThat(events.getLast().particulars().error())
                .isEqualTo(new ErrorDeclaration(Instant.parse("2026-03-05T00:00:00Z"), Cbv.error("did_not_occur"), List.of("urn:uuid:2"), List.of()));
    }

    // Short names

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "[\"https://ref.gs1.org/standards/epcis/epcis-context.jsonld\", {\"e\": \"https://helia.example/e#\"}] | e:f",
        "{\"e\": \"https://helia.example/e#\"} | e:f",
        "{\"e\": {\"@id\": \"https://helia.example/e#\", \"@prefix\": true}} | e:f",
        "[{\"x\": \"y:z\"}, [{\"e\": \"https://helia.example/e#\"}]] | e:f",
        "{\"f\": \"https://helia.example/e#f\"} | f",
        "{\"f\": {\"@id\": \"https://helia.example/e#f\", \"@type\": \"xsd:string\"}} | f",
        "{\"@vocab\": \"https://helia.example/e#\"} | f",
        "\"https://helia.example/simple-context.jsonld\" | https://helia.example/e#f"})
    void aShortNameMayBeDeclaredInEveryWay(String context, String name) {
        String document = "{\"@context\": " + context + ", \"type\": \"EPCISDocument\", \"schemaVersion\": \"2.0\", \"epcisBody\": {\"eventList\": [{" + EVENT + ", \"" + name + "\": \"g\"}]}}";
        Documents.Read read = Documents.read(document);

        assertThat(read.reading().whole()).as(read.reading()::toString).isTrue();
        assertThat(read.events().getFirst().particulars().extensions()).containsExactly(Extension.text("https://helia.example/e#", "f", "g"));
    }

    @Test
    void anEventMayDeclareItsOwn() {
        String event = "{\"@context\": {\"helia\": \"https://other.example/\"}, " + EVENT + ", \"helia:a\": \"1\"}";

        assertThat(Documents.read(Documents.json(event, "{" + EVENT + ", \"helia:a\": \"1\"}")).events().stream().map(it -> it.particulars().extensions().getFirst().namespace()))
                .containsExactly("https://other.example/", "https://helia.example/ns#");
    }

    @Test
    void whatARepositoryIgnoresIsNoPartOfAnEvent() {
        String document = Documents.json(Documents.BAG).replaceFirst("\"schemaVersion\"", "\"helia:ignoreFields\": [\"helia:massGrams\"], \"schemaVersion\"");

        assertThat(Documents.read(document).events().getFirst().particulars().extensions()).isEmpty();
        assertThat(Documents.read(Documents.xml(Documents.BAG_XML).replace("<EPCISBody>", "<helia:ignoreFields><helia:massGrams/></helia:ignoreFields><EPCISBody>"))
                .events().getFirst().particulars().extensions()).isEmpty();
    }

    // Forms of documents

    @Test
    void anEventMayStandAloneOrInABareList() {
        String context = "\"@context\": {\"helia\": \"https://helia.example/ns#\"}";

        assertThat(Documents.read("{" + context + ", " + EVENT + "}").events()).hasSize(1);
        assertThat(Documents.read("{" + EVENT.replace("\"type\": \"ObjectEvent\", ", "") + ", \"type\": \"ObjectEvent\", " + context + "}").events()).hasSize(1);
        assertThat(Documents.read("[{" + EVENT + "}, {" + context + ", " + EVENT + "}]").events()).hasSize(2);
        assertThat(Documents.read(Documents.BAG_XML.replace("<ObjectEvent>", "<ObjectEvent xmlns:helia='https://helia.example/ns#'>")).events()).hasSize(1);
        assertThat(Documents.read("\ufeff" + Documents.json(Documents.BAG)).events()).hasSize(1);
    }

    @Test
    void anAnswerToAQueryIsReadLikeWhatIsCaptured() {
        String json = Documents.json(Documents.BAG).replace("EPCISDocument", "EPCISQueryDocument").replace("\"eventList\": [", "\"queryResults\": {\"queryName\": \"SimpleEventQuery\", \"resultsBody\": {\"eventList\": [")
                + "}}";
        String xml = Documents.xml(Documents.BAG_XML).replace("epcis:EPCISDocument", "epcis:EPCISQueryDocument").replace("<EventList>", "<epcis:QueryResults><queryName>SimpleEventQuery</queryName><resultsBody><EventList>")
                .replace("</EventList>", "</EventList></resultsBody></epcis:QueryResults>");

        assertThat(Stream.of(json, xml)).allSatisfy(document -> {
            Documents.Read read = Documents.read(document);
            assertThat(read.reading().whole()).as(read.reading()::toString).isTrue();
            assertThat(read.reading().document().query()).isTrue();
            assertThat(read.events()).isEqualTo(Documents.read(Documents.json(Documents.BAG)).events());
        });
    }

    @Test
    void xmlInSixteenBitsIsRead() {
        byte[] document = Documents.xml(Documents.BAG_XML).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"").getBytes(StandardCharsets.UTF_16);

        assertThat(Documents.read(document).events()).hasSize(1);
    }

    @Test
    void wrappersOfTheOlderEditionAreReadAsIfTheyWereNotThere() {
        String older = Documents.TRANSFORMATION_XML.replaceFirst("(<eventID>.*</eventID>)", "<baseExtension>$1</baseExtension>");

        assertThat(Documents.read(Documents.xml("<extension>" + older + "</extension>").replace("xsd:2", "xsd:1").replace("schemaVersion=\"2.0\"", "schemaVersion=\"1.2\"")).events())
                .isEqualTo(Documents.read(Documents.json(Documents.TRANSFORMATION)).events());
    }

    @Test
    void aDocumentLongerThanTheMemoryIsRead() {
        // 120 MB of 200 thousand events; what stays is one of them and the sum.
        byte[] event = ("\n" + Documents.BAG.replace("BAG-1", "BAG-".repeat(4)) + ",").getBytes(StandardCharsets.UTF_8);
        String[] ends = Documents.json("EVENTS").split("EVENTS");
        Enumeration<InputStream> parts = Collections.enumeration(Stream.of(
                        Stream.of(ends[0].getBytes(StandardCharsets.UTF_8)),
                        Collections.nCopies(200_000, event).stream(),
                        Stream.of((Documents.BAG + ends[1]).getBytes(StandardCharsets.UTF_8)))
                .flatMap(it -> it)
                .map(octets -> (InputStream) new ByteArrayInputStream(octets))
                .toList());
        long[] last = new long[1];

        Reading reading = Epcis.read(new SequenceInputStream(parts), Limits.standard(), (it, number) -> last[0] = number);

        assertThat(reading.whole()).isTrue();
        assertThat(reading.events()).isEqualTo(200_001);
        assertThat(last[0]).isEqualTo(200_001);
    }
}
