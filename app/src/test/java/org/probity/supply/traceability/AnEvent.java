package org.probity.supply.traceability;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Limits;

/** Events out of documents, for tests. */
final class AnEvent {
    private AnEvent() {}

    static List<Event> in(String document) {
        var events = new ArrayList<Event>();
        var reading = Epcis.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), Limits.standard(), (event, no) -> events.add(event));
        if (!reading.whole()) {
            throw new AssertionError(reading);
        }
        return events;
    }

    static byte[] body() {
        try (var writer = new Body.Writer()) {
            var kept = writer.put(1, in(AChain.document(List.of(new AChain().poly()))).getFirst());
            writer.end();
            return Body.document(null, kept.deflated(), 1);
        }
    }
}
