package org.probity.formats.epcis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {

    @Test
    void anEventIsWhatItSays() {
        Documents.Read read = Documents.read(Documents.json(Documents.BAG));

        assertTrue(read.reading().whole(), read.reading()::toString);
        assertEquals(
                List.of(new Event.ObjectEvent(
                        Common.of(
                                new When(Instant.parse("2026-03-02T00:15:30.500Z"), "+08:00", null),
                                new Where(new Where.Place("urn:epc:id:sgln:9521321.00001.0"), null),
                                Why.of(Cbv.bizStep("commissioning"), Cbv.disposition("active")),
                                List.of(Extension.text("https://helia.example/ns#", "massGrams", "9850"))),
                        Action.ADD,
                        List.of("urn:epc:id:sgtin:9521321.012345.BAG-1"),
                        List.of(),
                        List.of(Extension.text("https://helia.example/ns#", "grade", "N")))),
                read.events());
    }
}
