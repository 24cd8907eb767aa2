package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;
import org.probity.formats.epcis.Reading.Refusal;

/// Whatever a stranger sends: one event is refused with its place and the others are read, or the document is, and nothing is thrown.
class RefusingHostileEventsTest {

    // Whole documents

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "~~ | EMPTY", "~ \n ~ | EMPTY", "%PDF-1.7 | UNKNOWN_SYNTAX", "~\"text\"~ | UNKNOWN_SYNTAX", "{} | NOT_EPCIS", "{\"type\": \"Invoice\"} | NOT_EPCIS", "{\"@context\": [], \"epcisBody\": {\"eventList\": []}} | NOT_EPCIS", "{\"type\": \"EPCISDocument\"} | NOT_EPCIS",
        "{\"@context\": [], \"type\": \"Invoice\", \"epcisBody\": {\"eventList\": []}} | NOT_EPCIS",
        "[1, | DAMAGED", "{\"type\": \"EPCISDocument\" | DAMAGED", "{\"type\" \"EPCISDocument\"} | DAMAGED", "[] x | DAMAGED", "{\"a\": NaN} | DAMAGED",
        "{\"type\": \"EPCISDocument\", \"schemaVersion\": []} | WRONG_HEADER", "{\"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": [{}]}} | NO_CONTEXT",
        "{\"type\": \"EPCISDocument\", \"epcisBody\": 1} | DAMAGED", "{\"@context\": \"x:y\", \"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": 1}} | DAMAGED",
        "{\"@context\": [], \"type\": \"EPCISDocument\", \"schemaVersion\": \"3.0\", \"epcisBody\": {\"eventList\": []}} | UNKNOWN_VERSION",
        "<invoice/> | NOT_EPCIS", "<ObjectEvent xmlns='urn:other'/> | NOT_EPCIS", "<EPCISDocument/> | UNKNOWN_VERSION", "<EPCISDocument schemaVersion='3'/> | UNKNOWN_VERSION",
        "<EPCISDocument schemaVersion='2.0'/> | NOT_EPCIS", "<EPCISDocument schemaVersion='2.0'><EPCISBody/></EPCISDocument> | NOT_EPCIS", "< | DAMAGED",
        "<EPCISDocument schemaVersion='2.0'><EPCISBody><EventList> | DAMAGED", "<EPCISDocument schemaVersion='2.0'></EPCISBody> | DAMAGED",
        "<EPCISQueryDocument schemaVersion='2.0'><EPCISBody><Poll/></EPCISBody></EPCISQueryDocument> | NOT_EPCIS"})
    void eachFaultOfADocumentHasItsReason(String document, Reason expected) {
        Reading reading = Documents.read(document).reading();

        assertThat(reading.broken()).extracting(Refusal::reason).isEqualTo(expected);
        assertThat(reading.whole()).isFalse();
        assertThat(Words.of(Locale.ENGLISH).say(reading.broken())).isNotBlank();
    }

    @Test
    void halfAFileGivesTheEventsBeforeTheCut() {
        for (String document : List.of(Documents.json(Documents.BAG, Documents.TRANSFORMATION), Documents.xml(Documents.BAG_XML, Documents.TRANSFORMATION_XML))) {
            Documents.Read read = Documents.read(document.substring(0, document.length() - 400));

            assertThat(read.events()).hasSize(1);
            assertThat(read.reading().broken().reason()).isEqualTo(Reason.DAMAGED);
            assertThat(read.reading().broken().at().event()).isEqualTo(2);
            assertThat(read.reading().broken().at().line()).isGreaterThan(8);
        }
    }

    @Test
    void everyCutIsRefused() {
        for (String document : List.of(Documents.json(Documents.BAG), Documents.xml(Documents.BAG_XML))) {
            for (int length = 0; length < document.length() - 1; length++) {
                assertThat(Documents.read(document.substring(0, length)).reading().broken()).as("%d", length).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE a [<!ENTITY x \"lol\">]><EPCISDocument schemaVersion='2.0'><EPCISBody><EventList>&x;</EventList></EPCISBody></EPCISDocument>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><EPCISDocument schemaVersion='2.0'><EPCISBody><EventList>&x;</EventList></EPCISBody></EPCISDocument>",
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><EPCISDocument schemaVersion='2.0'><EPCISBody><EventList>&b;</EventList></EPCISBody></EPCISDocument>"})
    void noEntityIsResolved(String document) {
        assertThat(Documents.read(document).reading().broken().reason()).isEqualTo(Reason.UNSAFE_MARKUP);
    }

    @Test
    void theSignsThatXmlItselfWritesSoAreRead() {
        String document = Documents.xml(Documents.BAG_XML.replace("9850", "a &amp; b &#x4e2d; &lt;<![CDATA[c & d]]>"));

        assertThat(Documents.read(document).events()).singleElement().satisfies(event ->
                assertThat(event.particulars().extensions().getFirst().text()).isEqualTo("a & b \u4e2d <c & d"));
    }

    @Test
    void aDocumentTypeThatNobodyUsesIsPassedOver() {
        String document = Documents.xml(Documents.BAG_XML).replaceFirst("<epcis:", "<!DOCTYPE x SYSTEM \"http://helia.example/never.dtd\">\n<epcis:");

        assertThat(Documents.read(document).reading().whole()).isTrue();
    }

    // One event among others

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "\"action\": \"ADD\" | \"action\": \"CREATE\" | action | WRONG_ACTION",
        "\"action\": \"ADD\", | | ~~ | MISSING",
        "\"action\": \"ADD\" | \"action\": \"OBSERVE\" | ilmd | CONTRADICTION",
        "\"action\": \"ADD\" | \"action\": \"ADD\", \"action\": \"ADD\" | action | TWICE",
        "\"action\": \"ADD\" | \"action\": [\"ADD\"] | action | WRONG_TYPE",
        "\"action\": \"ADD\" | \"action\": null | action | WRONG_TYPE",
        "ObjectEvent | ObservationEvent | type | UNKNOWN_EVENT",
        "\"type\": \"ObjectEvent\", | | ~~ | MISSING",
        "2026-03-02T08:15:30.5+08:00 | 2026-03-02 | eventTime | WRONG_TIME",
        "2026-03-02T08:15:30.5+08:00 | 2026-02-29T08:15:30Z | eventTime | WRONG_TIME",
        "2026-03-02T08:15:30.5+08:00 | 2026-03-02T24:00:00Z | eventTime | WRONG_TIME",
        "2026-03-02T08:15:30.5+08:00 | 2026-03-02T08:15:30 | eventTime | WRONG_TIME",
        "2026-03-02T08:15:30.5+08:00 | 0000-03-02T08:15:30Z | eventTime | WRONG_TIME",
        "2026-03-02T08:15:30.5+08:00 | 9999-12-31T23:59:59-01:00 | eventTime | WRONG_TIME",
        "2026-03-02T08:15:30.5+08:00 | 99999-12-31T23:59:59Z | eventTime | WRONG_TIME",
        "\"eventTimeZoneOffset\": \"+08:00\" | \"eventTimeZoneOffset\": \"+15:00\" | eventTimeZoneOffset | WRONG_ZONE",
        "\"eventTimeZoneOffset\": \"+08:00\" | \"eventTimeZoneOffset\": \"Z\" | eventTimeZoneOffset | WRONG_ZONE",
        "\"eventTimeZoneOffset\": \"+08:00\", | | ~~ | MISSING",
        "\"bizStep\": \"commissioning\" | \"bizStep\": \"conjuring\" | bizStep | UNKNOWN_WORD",
        "urn:epc:id:sgtin:9521321.012345.BAG-1 | BAG-1 | epcList | WRONG_ADDRESS",
        "[\"urn:epc:id:sgtin:9521321.012345.BAG-1\"] | \"urn:epc:id:sgtin:9521321.012345.BAG-1\" | epcList | WRONG_TYPE",
        "\"id\": \"urn:epc:id:sgln:9521321.00001.0\" | \"where\": \"x:y\" | readPoint | UNKNOWN_FIELD",
        "\"helia:grade\" | \"grade\" | ilmd | UNKNOWN_FIELD",
        "\"helia:massGrams\" | \"massGrams\" | ~~ | UNKNOWN_FIELD",
        "\"helia:massGrams\": 9850 | \"parentID\": \"x:y\" | parentID | UNKNOWN_FIELD",
        "\"helia:massGrams\": 9850 | \"quantityList\": [{\"quantity\": 1}] | quantityList | MISSING",
        "\"helia:massGrams\": 9850 | \"quantityList\": [{\"epcClass\": \"x:y\", \"quantity\": -1}] | quantityList | WRONG_AMOUNT",
        "\"helia:massGrams\": 9850 | \"quantityList\": [{\"epcClass\": \"x:y\", \"quantity\": 0}] | quantityList | WRONG_AMOUNT",
        "\"helia:massGrams\": 9850 | \"quantityList\": [{\"epcClass\": \"x:y\", \"quantity\": 1e999999999}] | quantityList | WRONG_AMOUNT",
        "\"helia:massGrams\": 9850 | \"quantityList\": [{\"epcClass\": \"x:y\", \"quantity\": 1e99999999999}] | quantityList | WRONG_AMOUNT",
        "\"helia:massGrams\": 9850 | \"quantityList\": [{\"epcClass\": \"x:y\", \"quantity\": \"ten\"}] | quantityList | WRONG_AMOUNT",
        "\"helia:massGrams\": 9850 | \"quantityList\": [{\"epcClass\": \"x:y\", \"quantity\": 1, \"uom\": \"kg\"}] | quantityList | WRONG_UNIT",
        "\"helia:massGrams\": 9850 | \"sourceList\": [{\"source\": \"x:y\"}] | sourceList | MISSING",
        "\"helia:massGrams\": 9850 | \"bizTransactionList\": [{\"type\": \"po\"}] | bizTransactionList | MISSING",
        "\"helia:massGrams\": 9850 | \"errorDeclaration\": {} | errorDeclaration | MISSING",
        "\"helia:massGrams\": 9850 | \"sensorElementList\": [{\"sensorReport\": [{\"type\": \"Mass\", \"value\": \"x\"}]}] | sensorElementList/sensorReport | WRONG_NUMBER",
        "\"helia:massGrams\": 9850 | \"@context\": {\"a\": \"b:c\"} | @context | NO_CONTEXT",
        "\"ilmd\": {\"helia:grade\": \"N\"} | \"bizLocation\": {\"id\": \"x:y\", \"helia:a\": 1}, \"@context\": {\"helia\": \"b:c\"} | @context | NO_CONTEXT"})
    void eachFaultOfAnEventHasItsReasonAndPlaceAndTheNextIsRead(String there, String instead, String path, Reason expected) {
        assertThat(Documents.BAG).contains(there);
        String wrong = Documents.BAG.replace(there, instead == null ? "" : instead);
        Documents.Read read = Documents.read(Documents.json(Documents.TRANSFORMATION, wrong, Documents.BAG));

        assertThat(read.events()).hasSize(2);
        assertThat(read.reading().broken()).isNull();
        assertThat(read.reading().refusedEvents()).isOne();
        assertThat(read.reading().refusals()).anySatisfy(refusal -> {
            assertThat(refusal.reason()).isEqualTo(expected);
            assertThat(refusal.at().event()).isEqualTo(2);
            assertThat(refusal.at().path()).isEqualTo(path);
            assertThat(refusal.at().line()).isBetween(17, 24);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "<action>ADD</action> | <action>CREATE</action> | action | WRONG_ACTION",
        "<action>ADD</action> | <action/> | ~~ | MISSING",
        "<action>ADD</action> | <action>ADD</action><madeUp>x</madeUp> | madeUp | UNKNOWN_FIELD",
        "<action>ADD</action> | <action>ADD</action><type>x</type> | type | UNKNOWN_FIELD",
        "<action>ADD</action> | <action>ADD</action><action>ADD</action> | action | TWICE",
        "<action>ADD</action> | <action>ADD<b/></action> | action | WRONG_TYPE",
        "<ObjectEvent> | <ObjectEvent><action>ADD</action> | eventTime | WRONG_ORDER",
        "<helia:massGrams>9850</helia:massGrams> | <quantityList><quantityElement><quantity>1</quantity></quantityElement></quantityList> | quantityList | MISSING",
        "<helia:massGrams>9850</helia:massGrams> | <sourceList><source>x:y</source></sourceList> | sourceList | MISSING",
        "<helia:massGrams>9850</helia:massGrams> | <sensorElementList><sensorElement><sensorReport booleanValue='maybe'/></sensorElement></sensorElementList> | sensorElementList/sensorReport | WRONG_TYPE",
        "<id>urn:epc:id:sgln:9521321.00001.0</id> | ~~ | readPoint | MISSING"})
    void soItIsInXml(String there, String instead, String path, Reason expected) {
        assertThat(Documents.BAG_XML).contains(there);
        Documents.Read read = Documents.read(Documents.xml(Documents.TRANSFORMATION_XML, Documents.BAG_XML.replace(there, instead), Documents.BAG_XML));

        assertThat(read.events()).hasSize(2);
        assertThat(read.reading().broken()).isNull();
        assertThat(read.reading().refusals()).anySatisfy(refusal -> {
            assertThat(refusal.reason()).isEqualTo(expected);
            assertThat(refusal.at().event()).isEqualTo(2);
            assertThat(refusal.at().path()).isEqualTo(path);
            assertThat(refusal.at().line()).isPositive();
        });
    }

    @Test
    void whatIsNoEventAtAllIsRefusedInItsPlace() {
        assertThat(Documents.read(Documents.json(Documents.BAG, "17", "null", "[[]]", Documents.BAG)).reading())
                .satisfies(reading -> assertThat(reading.events()).isEqualTo(2))
                .satisfies(reading -> assertThat(reading.refusals()).extracting(Refusal::reason).containsExactlyElementsOf(Collections.nCopies(3, Reason.WRONG_TYPE)));
        assertThat(Documents.read(Documents.xml(Documents.BAG_XML, "<QuantityEvent><a/></QuantityEvent>", Documents.BAG_XML)).reading())
                .satisfies(reading -> assertThat(reading.events()).isEqualTo(2))
                .satisfies(reading -> assertThat(reading.refusals()).extracting(Refusal::reason).containsExactly(Reason.UNKNOWN_EVENT));
    }

    // Too much

    private static final Limits LITTLE = new Limits(60, 5, 200, 30, 100_000, 3);

    @Test
    void anEventThatIsTooMuchIsPassedOver() {
        String many = String.join(",", Collections.nCopies(100, "\"x:y\""));
        assertRefused(Measure.VALUES, Documents.json(Documents.BAG.replace("\"epcList\": [", "\"epcList\": [" + many + ","), Documents.BAG));
        assertRefused(Measure.DEPTH, Documents.json(Documents.BAG.replace("9850", "{\"a\":".repeat(8) + "1" + "}".repeat(8)), Documents.BAG));
        assertRefused(Measure.DEPTH, Documents.json(Documents.BAG.replace("9850", "[".repeat(8) + "]".repeat(8)), Documents.BAG));
        assertRefused(Measure.TEXT, Documents.json(Documents.BAG.replace("9850", "\"" + "x".repeat(201) + "\""), Documents.BAG));
        assertRefused(Measure.NAME, Documents.json(Documents.BAG.replace("massGrams", "x".repeat(31)), Documents.BAG));
        assertRefused(Measure.VALUES, Documents.xml(Documents.BAG_XML.replace("<epcList>", "<epcList>" + "<epc>x:y</epc>".repeat(100)), Documents.BAG_XML));
        assertRefused(Measure.DEPTH, Documents.xml(Documents.BAG_XML.replace("9850", "<helia:a>".repeat(8) + "</helia:a>".repeat(8)), Documents.BAG_XML));
        assertRefused(Measure.TEXT, Documents.xml(Documents.BAG_XML.replace("9850", "x".repeat(201)), Documents.BAG_XML));
        assertRefused(Measure.NAME, Documents.xml(Documents.BAG_XML.replace("massGrams", "x".repeat(31)), Documents.BAG_XML));
    }

    private static void assertRefused(Measure measure, String document) {
        Documents.Read read = Documents.read(document.getBytes(StandardCharsets.UTF_8), LITTLE);

        assertThat(read.reading().refusals()).extracting(Refusal::reason).containsExactly(Reason.TOO_BIG);
        assertThat(read.reading().refusals().getFirst().args()).contains(measure);
        assertThat(read.events()).hasSize(1);
        assertThat(read.reading().broken()).isNull();
    }

    @Test
    void aDocumentLongerThanItMayBeIsLeftThere() {
        String document = Documents.json(Collections.nCopies(1_000, Documents.BAG).toArray(String[]::new));
        Documents.Read read = Documents.read(document.getBytes(StandardCharsets.UTF_8), LITTLE);

        assertThat(read.reading().broken().reason()).isEqualTo(Reason.TOO_BIG);
        assertThat(read.reading().broken().args()).containsExactly(Measure.DOCUMENT, 100_000L);
        assertThat(read.events()).hasSizeBetween(200, 400);
    }

    /// Each of its values is short enough and there are few of them; together they would fill the memory.
    @Test
    void anEventLongerThanOneMayBeIsRefusedAndTheNextIsRead() {
        String text = "x".repeat(9_990);
        String json = Documents.json(Documents.BAG.replace("9850", "[" + String.join(",", Collections.nCopies(3_600, '"' + text + '"')) + "]"), Documents.BAG);
        String xml = Documents.xml(Documents.BAG_XML.replace("<helia:massGrams>9850</helia:massGrams>", ("<helia:a>" + text + "</helia:a>").repeat(3_600)), Documents.BAG_XML);
        for (String document : List.of(json, xml)) {
            Documents.Read read = Documents.read(document.getBytes(StandardCharsets.UTF_8));

            assertThat(read.reading().refusals()).singleElement().satisfies(refusal -> assertThat(refusal.args()).containsExactly(Measure.EVENT, CountedStream.EVENT));
            assertThat(read.events()).hasSize(1);
            assertThat(read.reading().broken()).isNull();
            assertThat(Words.of(Locale.ENGLISH).say(read.reading().refusals().getFirst())).endsWith("More than 33554432 octets in one event.");
        }
    }

    @Test
    void everyMeasureHasWords() {
        for (Measure measure : Measure.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(Words.of(locale).say(new Refusal(new Position(1, "", 1), Reason.TOO_BIG, List.of(measure, 5)))).contains("5");
            }
        }
    }

    @Test
    void refusalsBeyondTheLimitAreCounted() {
        String wrong = Documents.BAG.replace("ADD", "CREATE");
        Reading reading = Documents.read(Documents.json(wrong, wrong, wrong, wrong, wrong).getBytes(StandardCharsets.UTF_8), LITTLE).reading();

        assertThat(reading.refusedEvents()).isEqualTo(5);
        assertThat(reading.refusals()).hasSize(3);
    }

    @Test
    void aValueWithoutEndIsLeftBeforeItFillsTheMemory() {
        for (String begin : List.of("{\"type\": \"", "{\"@context\": [], \"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": [{\"type\": \"", "<a b='",
                "<EPCISDocument schemaVersion='2.0'><!--", "<EPCISDocument schemaVersion='2.0' a='")) {
            Reading reading = Epcis.read(new Endless(begin), Limits.standard(), (event, number) -> { });

            assertThat(reading.broken().reason()).as(begin).isEqualTo(Reason.TOO_BIG);
        }
    }

    @Test
    void nestingWithoutEndIsLeft() {
        assertThat(Documents.read("[".repeat(100_000)).reading().broken().args()).contains(Measure.DEPTH);
        assertThat(Documents.read("{\"a\":".repeat(100_000)).reading().broken().args()).contains(Measure.DEPTH);
        assertThat(Documents.read("<EPCISDocument schemaVersion='2.0'>" + "<EPCISBody>".repeat(100_000)).reading().broken()).isNotNull();
        assertThat(Documents.read("<EPCISDocument schemaVersion='2.0'><EPCISBody><EventList>" + "<extension>".repeat(100_000)).reading().broken()).isNotNull();
        assertThat(Documents.read("<ObjectEvent>" + "<a:b xmlns:a='x:y'>".repeat(100_000)).reading().broken()).isNotNull();
    }

    @Test
    void aStreamThatBreaksIsACutDocument() {
        InputStream breaks = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 5) {
                    throw new IOException("the line is dead");
                }
                return "{\"typ".charAt(at++);
            }
        };
        assertThat(Epcis.read(breaks, Limits.standard(), (event, number) -> { }).broken().reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void whatTheTakerThrowsComesOut() {
        for (String document : List.of(Documents.json(Documents.BAG), Documents.xml(Documents.BAG_XML))) {
            assertThatThrownBy(() -> Epcis.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), Limits.standard(), (event, number) -> {
                        throw new IllegalStateException("no room");
                    }))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("no room");
        }
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        assertThat(Words.of(Locale.SIMPLIFIED_CHINESE).keys()).isEqualTo(Words.of(Locale.ENGLISH).keys());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(Stream.of(Reason.values())
                            .map(reason -> Words.of(locale).say(new Refusal(new Position(3, "uom", 41), reason, List.of(Measure.TEXT, 5)))))
                    .allSatisfy(sentence -> assertThat(sentence).contains("3").contains("41").contains("uom"));
        }
        assertThat(Words.of(Locale.ENGLISH).say(new Refusal(new Position(1_003, "quantityList", 41), Reason.WRONG_UNIT, List.of("kg"))))
                .isEqualTo("Event 1003, line 41, quantityList: \"kg\" is no code of a unit; kilograms are KGM.");
    }

    /// Begins so, and never ends.
    private static final class Endless extends InputStream {

        private final String begin;
        private long at;

        Endless(String begin) {
            this.begin = begin;
        }

        @Override
        public int read() {
            return at < begin.length() ? begin.charAt((int) at++) : 'x';
        }
    }
}
