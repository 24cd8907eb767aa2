package org.probity.formats.epcis;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// How fast events are read and hashed on one core. Not a test: run it on a quiet machine, `Speed [seconds] [name of a document]`.
final class Speed {

    private Speed() {
    }

    private static final int EVENTS = 2_000;

    public static void main(String... args) {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        String only = args.length > 1 ? args[1] : "";
        Map<String, byte[]> documents = new TreeMap<>(
                Map.of("JSON, bag", json(false), "JSON, transformation", json(true), "XML, bag", xml(false), "XML, transformation", xml(true)));
        documents.forEach((name, document) -> {
            if (name.startsWith(only)) {
                report(name, document, seconds);
            }
        });
    }

    private static void report(String name, byte[] document, int seconds) {
        EventHash hash = new EventHash();
        int[] sum = new int[1];
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        double best = 0;
        double bestRead = 0;
        while (System.nanoTime() < until) {
            long from = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                Reading reading = Epcis.read(new ByteArrayInputStream(document), Limits.standard(), (event, number) -> sum[0] += hash.hash(event)[0]);
                if (!reading.whole()) {
                    throw new IllegalStateException(reading.toString());
                }
            }
            best = Math.max(best, 10e9 * EVENTS / (System.nanoTime() - from));
            from = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                Epcis.read(new ByteArrayInputStream(document), Limits.standard(), (event, number) -> sum[0]++);
            }
            bestRead = Math.max(bestRead, 5e9 * EVENTS / (System.nanoTime() - from));
        }
        System.out.printf("%-22s %,9.0f events/s read and hashed, %,9.0f read; %d octets an event%n", name, best, bestRead, document.length / EVENTS);
    }

    private static byte[] json(boolean transformation) {
        String[] events = new String[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            events[i] = transformation ? Documents.TRANSFORMATION.replace("ROD-1", "ROD-" + i) : Documents.BAG.replace("BAG-1", "BAG-" + i);
        }
        return Documents.json(events).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xml(boolean transformation) {
        String[] events = new String[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            events[i] = transformation ? Documents.TRANSFORMATION_XML.replace("ROD-1", "ROD-" + i) : Documents.BAG_XML.replace("BAG-1", "BAG-" + i);
        }
        return Documents.xml(events).getBytes(StandardCharsets.UTF_8);
    }
}
