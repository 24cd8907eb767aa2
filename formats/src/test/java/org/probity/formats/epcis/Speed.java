package org.probity.formats.epcis;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

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
        double[] hashed = new double[2];
        double[] read = new double[2];
        for (long until = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < until;) {
            best(hashed, document, event -> sum[0] += hash.hash(event)[0]);
            best(read, document, event -> sum[0]++);
        }
        System.out.printf("%-22s %,9.0f events/s read and hashed (%,.0f by the thread's own time), %,9.0f read (%,.0f); %d octets an event%n", name, hashed[0], hashed[1],
                read[0], read[1], document.length / EVENTS);
    }

    /// By the clock, and by the time that the thread was running: the second says something on a busy machine, too.
    private static void best(double[] soFar, byte[] document, Consumer<Event> take) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long clock = System.nanoTime();
        long own = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 10; i++) {
            Reading reading = Epcis.read(new ByteArrayInputStream(document), Limits.standard(), (event, number) -> take.accept(event));
            if (!reading.whole()) {
                throw new IllegalStateException(reading.toString());
            }
        }
        soFar[0] = Math.max(soFar[0], 10e9 * EVENTS / (System.nanoTime() - clock));
        soFar[1] = Math.max(soFar[1], 10e9 * EVENTS / (threads.getCurrentThreadCpuTime() - own));
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
