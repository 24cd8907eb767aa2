package org.probity.formats.epcis;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.function.ObjLongConsumer;
import org.probity.formats.epcis.Reading.Reason;

/// The door: a document in, its events out one by one, a [Reading] at the end.
///
/// ```java
/// Reading reading = Epcis.read(in, Limits.standard(), (event, number) -> System.out.println(hash.id(event)));
/// reading.refusals().forEach(System.out::println);
/// ```
///
/// Reads documents to capture, answers to queries, single events and bare lists of events. JSON or XML is seen from the first sign. What a document
/// may be long is its sender's affair: only one event is in memory.
public final class Epcis {

    private Epcis() {
    }

    /// Reads in the caller's process; time is the caller's to hold.
    ///
    /// @param each gets every good event and its number in the document, from 1; refused events are counted too. What it throws ends the reading and
    /// comes out here
    public static Reading read(InputStream document, Limits limits, ObjLongConsumer<Event> each) {
        Tally tally = new Tally(limits, each);
        try {
            CountedStream counted = new CountedStream(document, limits.documentBytes());
            PushbackInputStream in = new PushbackInputStream(counted, XmlDocument.BEGIN + 1);
            switch (firstSign(in)) {
                case -1 -> throw new Refused(Reason.EMPTY, new Position(0, "", 1));
                case '{', '[' -> new JsonDocument(in, counted, limits, tally).read();
                // Two octets begin XML in UTF-16.
                case '<', 0xfe, 0xff -> new XmlDocument(in, counted, limits, tally).read();
                default -> throw new Refused(Reason.UNKNOWN_SYNTAX, new Position(0, "", 1));
            }
        } catch (Refused refused) {
            tally.broken(refused);
        } catch (IOException cut) {
            tally.broken(new Refused(Reason.DAMAGED, new Position(0, "", 0)));
        } catch (TakerFailed failed) {
            throw failed.failure;
        }
        return tally.reading();
    }

    /// The first sign that is neither blank nor a byte order mark; it and all behind it are left to be read.
    private static int firstSign(PushbackInputStream in) throws IOException {
        int sign;
        do {
            sign = in.read();
            if (sign == 0xef) {
                in.readNBytes(2);
                sign = in.read();
            }
        } while (sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n');
        if (sign >= 0) {
            in.unread(sign);
        }
        return sign;
    }
}
