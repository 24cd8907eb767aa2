package org.probity.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import javax.xml.stream.XMLStreamException;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.formats.epcis.Limits;

/// The hash that an event is known by: a month of an invented plant, as JSON and as XML, read, brought into one form and hashed on one thread, beside
/// OpenEPCIS doing the same with the same files. Then the documents of the reference implementation: how many of their hashes each of the two has. The floor
/// is SHA-256 alone over the same bytes.
///
/// Rates are of the thread's own time, so that other work on the machine does not count; what the clock says stands beside. A machine that was told to compile
/// lightly is named, since it is two or three times slower.
///
/// Arguments: `--quick` (three days instead of thirty). The rival's jars lie where `-Dprobity.fetched` says; `./probity bench hash` fetches them. Ends with 0
/// when all goals are met, 1 when some are short, 2 when it could not run.
public final class HashBench {
    private static final int ROUNDS = 7;
    private static final int WARM = 5;
    private static boolean met = true;

    private record Theirs(List<String> hashes, double seconds) {}

    private HashBench() {}

    public static void main(String[] args) throws Exception {
        System.out.printf(Locale.ROOT, "# JDK %s, %d processors, load %.1f%n", Runtime.version(), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var told = System.getenv().getOrDefault("JAVA_TOOL_OPTIONS", "");
        if (told.contains("TieredStopAtLevel")) {
            System.out.println("# this machine was told to compile lightly, so all rates are too low: " + told);
        }
        var folder = Files.createTempDirectory("probity-hash-");
        try {
            var json = folder.resolve("plant.json");
            sample(json, List.of(args).contains("--quick") ? 3 : 30);
            var xml = folder.resolve("plant.xml");
            var hashes = spelledInXml(json, xml);
            double[] ours = {measure(json, hashes, "JSON", 150_000), measure(xml, hashes, "XML", 60_000)};
            beside(List.of(json, xml), hashes, ours);
            given();
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static void sample(Path file, int days) throws IOException, InterruptedException {
        var command = System.getProperty("probity.command");
        if (command == null) {
            throw new IllegalStateException("this is run by ./probity bench hash");
        }
        var process = new ProcessBuilder(command, "sample", "plant", file.toString(), "--days", "" + days, "--seed", "7").inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("no sample of a plant was written");
        }
    }

    /** @return the hashes of the events as they came in JSON */
    private static List<String> spelledInXml(Path json, Path xml) throws IOException, XMLStreamException {
        var hash = new EventHash();
        List<String> hashes = new ArrayList<>();
        try (var out = new BufferedOutputStream(Files.newOutputStream(xml), 1 << 16); var written = new PlantInXml(out)) {
            read(json, (event, number) -> {
                hashes.add(hash.id(event));
                try {
                    written.write(event);
                } catch (XMLStreamException e) {
                    throw new UncheckedIOException(new IOException(e));
                }
            });
        }
        return hashes;
    }

    private static void read(Path file, ObjLongConsumer<Event> each) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var reading = Epcis.read(in, Limits.standard(), each);
            if (!reading.whole()) {
                throw new IOException(file + " was not read whole: " + reading.refusals() + " " + reading.broken());
            }
        }
    }

    /** @return events a second */
    private static double measure(Path file, List<String> expected, String syntax, double bound) throws Exception {
        var hash = new EventHash();
        List<String> hashes = new ArrayList<>();
        read(file, (event, number) -> hashes.add(hash.id(event)));
        if (!hashes.equals(expected)) {
            throw new IllegalStateException(syntax + " gives other hashes than JSON, the first at " + Arrays.mismatch(hashes.toArray(), expected.toArray()));
        }
        double[] reads = new double[ROUNDS];
        double[] both = new double[ROUNDS];
        double[] clock = new double[ROUNDS];
        double[] floors = new double[ROUNDS];
        byte[] bytes = Files.readAllBytes(file);
        for (int warm = 0; warm < WARM; warm++) {
            read(file, (event, number) -> hash.hash(event));
        }
        for (int round = 0; round < ROUNDS; round++) {
            reads[round] = own(() -> read(file, (event, number) -> {}));
            long start = System.nanoTime();
            both[round] = own(() -> read(file, (event, number) -> hash.hash(event)));
            clock[round] = (System.nanoTime() - start) / 1e9;
            floors[round] = own(() -> MessageDigest.getInstance("SHA-256").digest(bytes));
        }
        double events = expected.size();
        double rate = events / median(both);
        System.out.printf(Locale.ROOT, "# %s: %,d events, %,d bytes; read alone %,.0f events/s, read and hashed %,.0f (%,.0f by the clock); SHA-256 of the bytes alone would be %,.0f%n", syntax,
                expected.size(), bytes.length, events / median(reads), rate, events / median(clock), events / median(floors));
        line("events a second on one thread, " + syntax + ", read, canonical and hashed", rate, events / median(floors), ">= " + (long) bound, rate >= bound);
        return rate;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Seconds for which this thread was running. */
    private static double own(Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void beside(List<Path> files, List<String> hashes, double[] ours) throws IOException, InterruptedException {
        var theirs = rival(ROUNDS - 2, files);
        for (int i = 0; i < files.size(); i++) {
            var syntax = i == 0 ? "JSON" : "XML";
            var said = theirs.get(files.get(i).toString());
            if (said == null || said.hashes().isEmpty()) {
                System.out.println("# OpenEPCIS gave no hashes for " + syntax + ", so nothing is said of its speed");
                continue;
            }
            int same = 0;
            for (int at = 0; at < Math.min(hashes.size(), said.hashes().size()); at++) {
                same += hashes.get(at).equals(said.hashes().get(at)) ? 1 : 0;
            }
            double rate = said.hashes().size() / said.seconds();
            System.out.printf(Locale.ROOT, "# OpenEPCIS event-hash-generator 0.9.2 (Apache-2.0), %s: %,.0f events/s; %,d of %,d hashes as ours%n", syntax, rate, same, hashes.size());
            line("times faster than OpenEPCIS, " + syntax, ours[i] / rate, rate, ">= 8", ours[i] / rate >= 8);
        }
    }

    /** The documents of the reference implementation, where they are. */
    private static void given() throws IOException, InterruptedException {
        var examples = Path.of(System.getProperty("probity.shared", ""), "trace/epcis-event-hash/examples");
        if (!Files.isDirectory(examples)) {
            System.out.println("# the reference's documents are not here, so nothing is said of its hashes");
            return;
        }
        List<Path> files;
        try (var all = Files.list(examples)) {
            files = all.filter(file -> file.toString().endsWith(".xml") || file.toString().endsWith(".jsonld")).sorted().toList();
        }
        var theirs = rival(1, files);
        int[] right = new int[3];
        for (Path file : files) {
            var expected = Files.readAllLines(Path.of(file.toString().replaceAll("\\.[a-z]+$", ".hashes"))).stream().filter(line -> !line.isBlank()).map(String::strip).toList();
            List<String> ours = new ArrayList<>();
            var hash = new EventHash();
            read(file, (event, number) -> ours.add(hash.id(event)));
            right[0] += expected.size();
            right[1] += same(expected, ours);
            right[2] += same(expected, theirs.getOrDefault(file.toString(), new Theirs(List.of(), 0)).hashes());
        }
        System.out.printf("# of the %d hashes of the reference's documents OpenEPCIS has %d%n", right[0], right[2]);
        line("hashes of the reference's documents that are right, of " + right[0], right[1], right[2], "all", right[1] == right[0]);
    }

    private static int same(List<String> expected, List<String> said) {
        int same = 0;
        for (int at = 0; at < Math.min(expected.size(), said.size()); at++) {
            same += expected.get(at).equals(said.get(at)) ? 1 : 0;
        }
        return same;
    }

    /** What the rival says of each file, in a process of its own. */
    private static Map<String, Theirs> rival(int rounds, List<Path> files) throws IOException, InterruptedException {
        var fetched = Path.of(System.getProperty("probity.fetched", ""), "openepcis");
        if (!Files.isDirectory(fetched)) {
            System.out.println("# OpenEPCIS was not fetched: " + fetched);
            return Map.of();
        }
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-cp", fetched + "/*",
                Path.of(System.getProperty("probity.rivals", "")).resolve("openepcis/OpenEpcisRival.java").toString(), "" + rounds));
        files.forEach(file -> command.add(file.toString()));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, Theirs> said = new HashMap<>();
        String file = "";
        List<String> hashes = new ArrayList<>();
        for (String line : process.inputReader().lines().toList()) {
            var words = line.split(" ", 2);
            switch (words[0]) {
                case "file" -> {
                    file = words[1];
                    hashes = new ArrayList<>();
                }
                case "hash" -> hashes.add(words[1]);
                case "took" -> said.put(file, new Theirs(hashes, Long.parseLong(words[1].split(" ")[0]) / 1e6));
                case "failed" -> System.out.println("# OpenEPCIS failed on " + Path.of(file).getFileName() + ": " + words[1]);
                default -> {}
            }
        }
        process.waitFor();
        return said;
    }

    private static void line(String what, double ours, double floor, String goal, boolean reached) {
        met &= reached;
        System.out.printf(Locale.ROOT, "hash %s, %.1f, %.1f, %s, %s%n", what, ours, floor, goal, reached ? "met" : "short");
    }
}
