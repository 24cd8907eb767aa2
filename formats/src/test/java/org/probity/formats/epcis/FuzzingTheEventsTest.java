package org.probity.formats.epcis;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Replays the seeds in the ordinary tests; `JAZZER_FUZZ=1 mvn -pl formats test -Dtest=FuzzingTheEventsTest` looks for more.
class FuzzingTheEventsTest {

    private static final Limits LIMITS = new Limits(5_000, 30, 5_000, 200, 1 << 20, 100);
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    /// What was read can be hashed, written, and read again as the same.
    @FuzzTest(maxDuration = "2m")
    void anyOctetsGiveAReading(byte[] document) throws IOException {
        EventHash hash = new EventHash();
        Documents.Read read = Documents.read(document, LIMITS);
        read.reading().refusals().forEach(WORDS::say);
        if (read.reading().broken() != null) {
            WORDS.say(read.reading().broken());
        }
        List<String> ids = read.events().stream().map(hash::id).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (EventWriter writer = EventWriter.capture(out, Instant.EPOCH, Map.of())) {
            for (Event event : read.events()) {
                writer.write(event);
            }
        }
        Documents.Read again = Documents.read(out.toByteArray());
        if (!again.reading().whole() || !again.events().equals(read.events()) || !again.events().stream().map(hash::id).toList().equals(ids)) {
            throw new AssertionError(read.events() + " was read again as " + again.events() + ", " + again.reading());
        }
    }

    /// A name leads to one link, and the link to itself; an EPC made from it leads back.
    @FuzzTest(maxDuration = "1m")
    void anyNameLeadsToOneLink(FuzzedDataProvider data) {
        int prefix = data.consumeInt(6, 12);
        String name = data.consumeRemainingAsString();
        String link = DigitalLink.canonical(name);
        if (!DigitalLink.canonical(link).equals(link)) {
            throw new AssertionError(name + " leads to " + link + " and that to " + DigitalLink.canonical(link));
        }
        DigitalLink.of(name).ifPresent(known -> {
            known.label();
            known.checkDigitHolds();
            known.epc(prefix);
        });
    }
}
