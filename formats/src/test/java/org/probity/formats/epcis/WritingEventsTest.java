package org.probity.formats.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WritingEventsTest {

    private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

    private final EventHash hash = new EventHash();

    @Test
    void whatIsWrittenIsReadAsTheSame() throws IOException {
        List<Event> events = Documents.read(Documents.json(Documents.BAG)).events();

        assertSame(events, writeAndRead(events, Map.of("helia", "https://helia.example/ns#")));
        assertSame(events, writeAndRead(events, Map.of()));
    }

    @Test
    void twoThousandEventsThatNobodySentAreWrittenAndReadAsTheSame() throws IOException {
        RandomEvents random = new RandomEvents(5);
        List<Event> events = Stream.generate(random::next).limit(2_000).toList();

        assertSame(events, writeAndRead(events, Map.of("other", "urn:other:")));
    }

    @Test
    void theyAreTheSameInXml() throws XMLStreamException {
        RandomEvents random = new RandomEvents(11);
        List<Event> events = Stream.generate(random::next).limit(2_000).toList();
        Documents.Read read = Documents.read(InXml.document(events));

        assertThat(read.reading().whole()).as(read.reading()::toString).isTrue();
        assertSame(events, read.events());
    }

    @Test
    void anAnswerToAQueryIsOne() throws IOException {
        List<Event> events = Documents.read(Documents.json(Documents.BAG)).events();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = EventWriter.answer(out, DAY, Map.of())) {
            writer.write(events.getFirst());
        }

        Documents.Read read = Documents.read(out.toByteArray());

        assertThat(read.reading().document()).isEqualTo(new Reading.Document(Reading.Syntax.JSON, "2.0", true, "2026-03-02T09:00:00Z"));
        assertThat(read.events()).isEqualTo(events);
    }

    @TestFactory
    Stream<DynamicTest> everyGivenEventIsWrittenAndReadAsTheSame() {
        return Given.files(Given.folder(""), ".json", ".jsonld").stream()
                .filter(file -> file.toString().contains("event-hash") || file.toString().contains("openepcis-test-resources"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    List<Event> events = Documents.read(Given.bytes(file)).events();

                    assertSame(events, writeAndRead(events, Map.of("example", "https://ns.example.com/epcis/")));
                }));
    }

    private void assertSame(List<Event> events, List<Event> again) {
        assertThat(again).isEqualTo(events);
        assertThat(again.stream().map(hash::id)).containsExactlyElementsOf(events.stream().map(hash::id).toList());
    }

    private static List<Event> writeAndRead(List<Event> events, Map<String, String> namespaces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = EventWriter.capture(out, DAY, namespaces)) {
            for (Event event : events) {
                writer.write(event);
            }
        }
        Documents.Read read = Documents.read(out.toByteArray());
        assertThat(read.reading().whole()).as(read.reading()::toString).isTrue();
        return read.events();
    }
}
