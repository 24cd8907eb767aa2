package org.probity.supply.traceability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of a house has worked for how long, by the kernel's own count of each thread and of each process of PostgreSQL: what others do on the same machine is not in it. The
 * count goes by hundredths of a second, so it is good for sums over seconds.
 */
final class SpentCpu {
    private static final double TICKS_A_SECOND = 100;

    private final Map<String, Double> seconds;

    private SpentCpu(Map<String, Double> seconds) {
        this.seconds = seconds;
    }

    /** So far. */
    static SpentCpu now() {
        var all = new TreeMap<String, Double>();
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            threads.forEach(it -> add(all, it.resolve("stat"), false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The process's own count has those threads too that have ended meanwhile; one that reads a file ends with it.
        var living = all.values().stream().mapToDouble(it -> it).sum();
        var whole = new TreeMap<String, Double>();
        add(whole, Path.of("/proc/self/stat"), false);
        all.merge("reading", whole.values().iterator().next() - living, Double::sum);
        ProcessHandle.current().descendants().forEach(it -> add(all, Path.of("/proc/" + it.pid() + "/stat"), true));
        return new SpentCpu(all);
    }

    double seconds(String part) {
        return seconds.getOrDefault(part, 0.0);
    }

    private static void add(Map<String, Double> all, Path stat, boolean process) {
        try {
            var line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            var name = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            all.merge(process ? program(stat.getParent()) : thread(name), (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND, Double::sum);
        } catch (IOException ended) {
            // It is no more.
        }
    }

    /** PostgreSQL writes into its own command line what it is. */
    private static String program(Path process) throws IOException {
        var words = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1).replace('\0', ' ');
        return !words.startsWith("postgres:") ? "PostgreSQL, others" : words.contains("checkpointer") || words.contains("walwriter") || words.contains("background writer")
                ? "PostgreSQL, journal and checkpoints" : words.contains("autovacuum") ? "PostgreSQL, vacuum" : "PostgreSQL, statements";
    }

    private static String thread(String name) {
        return Stream.of(Map.entry("C1 ", "compiling"), Map.entry("C2 ", "compiling"), Map.entry("G1 ", "collecting garbage"), Map.entry("GC ", "collecting garbage"),
                        Map.entry("VM Thread", "collecting garbage"), Map.entry("ForkJoin", "helpers and books"), Map.entry("db-sched", "numbering and copying"), Map.entry("events-reading", "reading"))
                .filter(it -> name.startsWith(it.getKey())).map(Map.Entry::getValue).findFirst().orElse("taking files in, others");
    }

    /** Microseconds of each part since an earlier look, for each of some events; the largest first. */
    String since(SpentCpu before, long events) {
        return seconds.entrySet().stream().map(it -> Map.entry(it.getKey(), (it.getValue() - before.seconds.getOrDefault(it.getKey(), 0.0)) * 1e6 / events)).filter(it -> it.getValue() >= 0.1)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()).map(it -> String.format(Locale.ROOT, "%s %.1f", it.getKey(), it.getValue())).collect(Collectors.joining("; "));
    }
}
