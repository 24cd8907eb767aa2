package org.probity.supply.traceability;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventWriter;
import org.probity.formats.epcis.Limits;
import org.probity.formats.epcis.Particulars;
import org.probity.formats.epcis.When;

/**
 * An event as it is kept: a document of EPCIS 2.0 in JSON that holds this event alone, without what a repository says of it (when it was recorded, whether
 * it was declared wrong). Neighbours in a file are deflated together, with a dictionary of the words that every event has, since one alone is too short to learn them; until
 * 2026-12 each was by itself. The dictionary is part of what is stored and is never changed.
 */
final class Body {
    static final Map<String, String> NAMESPACES = Map.of("trace", Reading.NAMESPACE);
    /** The most frequent words last, where they are nearest. */
    private static final byte[] DICTIONARY = ("""
            "sensorElementList":[{"sensorMetadata":{"time":"},"sensorReport":[{"type":"gs1:","value":,"uom":"}]}]"type":"AssociationEvent""type":"TransactionEvent"\
            "certificationInfo":["eventID":"ni:///sha-256;?ver=CBV2.0""persistentDisposition":{"set":[""]}\
            "sourceList":[{"type":"owning_party","source":"https://id.gs1.org/417/"}],"destinationList":[{"type":"owning_party","destination":"https://id.gs1.org/417/"}]\
            "bizTransactionList":[{"type":"desadv","bizTransaction":"urn:epcglobal:cbv:bt:"},{"type":"inv""po""bol"\
            "type":"AggregationEvent","parentID":"https://id.gs1.org/00/","childEPCs":["https://id.gs1.org/01/","action":"OBSERVE""DELETE"\
            "bizStep":"shipping","disposition":"in_transit""bizStep":"receiving","disposition":"in_progress""bizStep":"packing","bizStep":"commissioning","disposition":"active"\
            "ilmd":{"epcList":["https://id.gs1.org/01/"quantityList":[{"epcClass":"https://id.gs1.org/01/"transformationID":"\
            "trace:sharing":"proportional""measured""position""fifo""pool","trace:pool":"https://id.gs1.org/8004/","trace:scrapGrams":"0","trace:material":"silicon""tin"\
            "trace:massGrams":""inputEPCList":["https://id.gs1.org/01/","inputQuantityList":[{"epcClass":"https://id.gs1.org/01/0/10/","quantity":,"uom":"KGM"},\
            "outputEPCList":["https://id.gs1.org/01/0/21/","outputQuantityList":[{"epcClass":"https://id.gs1.org/01/","quantity":100,"uom":"KGM"}],\
            "readPoint":{"id":"https://id.gs1.org/414/"},"bizLocation":{"id":"https://id.gs1.org/414/"},\
            {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"trace":"https://probity.example/ns/trace#"}],"type":"EPCISDocument","schemaVersion":"2.0",\
            "creationDate":"1970-01-01T00:00:00Z","epcisBody":{"eventList":[{"type":"ObjectEvent","type":"TransformationEvent","eventTime":"2026-01-01T00:00:00Z","eventTimeZoneOffset":"+08:00",\
            "action":"ADD"}]}}""")
            .getBytes(StandardCharsets.UTF_8);
    private static final int LARGEST = 1 << 27;

    private Body() {}

    /** Of a stored row: the document of one event. @param alone as it was stored by itself; nothing where it lies among its neighbours @param together their documents @param no in its file */
    static byte[] document(byte @Nullable [] alone, byte @Nullable [] together, long no) {
        if (alone != null) {
            return inflated(alone);
        }
        if (together == null) {
            throw new IllegalStateException("nothing is kept of event " + no + " of its file");
        }
        for (var all = ByteBuffer.wrap(inflated(together)); all.hasRemaining();) {
            var of = all.getLong();
            var document = new byte[all.getInt()];
            all.get(document);
            if (of == no) {
                return document;
            }
        }
        throw new IllegalStateException("event " + no + " of its file is not among its neighbours");
    }

    /** Documents of neighbours in a file, deflated once all of them are there. */
    static final class Together {
        private final long no;
        private byte @Nullable [] deflated;

        private Together(long no) {
            this.no = no;
        }

        /** Of the first. */
        long no() {
            return no;
        }

        byte[] deflated() {
            return Objects.requireNonNull(deflated);
        }
    }

    /** Writes one after another; one of these serves one thread. */
    static final class Writer implements AutoCloseable {
        /** More of them are shorter; but whoever asks for one unpacks all. */
        private static final int NEIGHBOURS = 64;
        private static final int LARGE = 1 << 17;
        private static final byte[] TAIL = "]}}".getBytes(StandardCharsets.US_ASCII);

        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private final ByteArrayOutputStream document = new ByteArrayOutputStream(4_096);
        private final ByteArrayOutputStream all = new ByteArrayOutputStream(1 << 16);
        private final byte[] some = new byte[1 << 14];
        /** One for all: what it says before the first event stands before each. */
        private final EventWriter writer;
        private final byte[] head;
        private int neighbours;
        private @Nullable Together open;

        Writer() {
            try {
                writer = EventWriter.capture(document, Instant.EPOCH, NAMESPACES);
                writer.flush();
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
            head = document.toByteArray();
        }

        /** Puts an event among its neighbours, which are whole after the last one and {@link #end}. */
        Together put(long no, Event event) {
            if (open == null) {
                open = new Together(no);
            }
            var into = open;
            var written = document(event);
            all.writeBytes(ByteBuffer.allocate(12).putLong(no).putInt(written.length).array());
            all.writeBytes(written);
            if (++neighbours == NEIGHBOURS || all.size() > LARGE) {
                end();
            }
            return into;
        }

        void end() {
            if (open != null) {
                open.deflated = deflated(all.toByteArray());
                all.reset();
                neighbours = 0;
                open = null;
            }
        }

        private byte[] document(Event event) {
            var particulars = event.particulars();
            var bare = with(event, new Particulars(particulars.id(), new When(event.when().time(), event.when().zoneOffset(), null), null, particulars.where(), particulars.why(), particulars.sensors(),
                    particulars.certifications(), particulars.extensions()));
            document.reset();
            try {
                writer.write(bare);
                writer.flush();
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
            var written = document.toByteArray();
            var from = written[0] == ',' ? 1 : 0;
            return ByteBuffer.allocate(head.length + written.length - from + TAIL.length).put(head).put(written, from, written.length - from).put(TAIL).array();
        }

        private byte[] deflated(byte[] documents) {
            deflater.reset();
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(documents);
            deflater.finish();
            var out = new ByteArrayOutputStream(documents.length / 8 + 64);
            while (!deflater.finished()) {
                out.write(some, 0, deflater.deflate(some));
            }
            return out.toByteArray();
        }

        @Override
        public void close() {
            deflater.end();
            try {
                writer.close();
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
        }
    }

    static Event event(byte[] document) {
        var found = new AtomicReference<Event>();
        var reading = Epcis.read(new ByteArrayInputStream(document), Limits.standard(), (event, no) -> found.set(event));
        if (!reading.whole()) {
            throw new IllegalStateException("a stored event cannot be read: " + reading);
        }
        return found.get();
    }

    private static byte[] inflated(byte[] stored) {
        var inflater = new Inflater();
        try {
            inflater.setInput(stored);
            var out = new byte[Math.max(2_048, 8 * stored.length)];
            var size = 0;
            while (!inflater.finished()) {
                var read = inflater.inflate(out, size, out.length - size);
                if (inflater.needsDictionary()) {
                    inflater.setDictionary(DICTIONARY);
                } else if (read == 0 && size < out.length) {
                    throw new IllegalStateException("an event's body ends after " + size + " bytes");
                }
                size += read;
                if (size == out.length && !inflater.finished()) {
                    if (size >= LARGEST) {
                        throw new IllegalStateException("an event's body is larger than " + LARGEST);
                    }
                    out = Arrays.copyOf(out, 2 * size);
                }
            }
            return Arrays.copyOf(out, size);
        } catch (DataFormatException e) {
            throw new IllegalStateException("an event's body cannot be unpacked", e);
        } finally {
            inflater.end();
        }
    }

    /** The same event with something else said of it. */
    static Event with(Event event, Particulars particulars) {
        return switch (event) {
            case Event.ObjectEvent it -> new Event.ObjectEvent(particulars, it.action(), it.epcs(), it.quantities(), it.ilmd());
            case Event.AggregationEvent it -> new Event.AggregationEvent(particulars, it.action(), it.parent(), it.children(), it.quantities());
            case Event.TransactionEvent it -> new Event.TransactionEvent(particulars, it.action(), it.parent(), it.epcs(), it.quantities());
            case Event.TransformationEvent it ->
                    new Event.TransformationEvent(particulars, it.inputs(), it.inputQuantities(), it.outputs(), it.outputQuantities(), it.transformation(), it.ilmd());
            case Event.AssociationEvent it -> new Event.AssociationEvent(particulars, it.action(), it.parent(), it.children(), it.quantities());
        };
    }
}
