package org.probity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes that a fuzzer thinks up, before whatever reads bytes from outside: {@code probity trial fuzz workbook|note|package|list|events [seconds]}. What it
 * learned is kept in the folder it names, and the next run goes on from there; an input that broke something lies beside it.
 */
public final class FuzzTrial {

    /** An input may take no longer, however busy the machine; and the whole process has this much memory. */
    private static final int SECONDS_EACH = 25;
    private static final String HEAP = "-Xmx512m";
    private static final int BYTES_MAX = 200_000;
    /** The fuzzer's line of progress: executions, then branches reached. */
    private static final Pattern PROGRESS = Pattern.compile("(?m)^#(\\d+)\\s+\\w+.*? cov: (\\d+)");

    record Outcome(long executions, int coverage, boolean sound, List<Path> findings) {}

    private FuzzTrial() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String name = args.length > 0 ? args[0].toLowerCase(Locale.ROOT) : "";
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 120;
        Path folder = Path.of(System.getProperty("probity.command", "probity")).toAbsolutePath().resolveSibling("bench/target/fuzz/" + name);
        Outcome outcome = run(name, seconds, folder);
        System.out.printf("%s: %,d executions in %d s, %,d branches reached, %d findings%s; see %s%n", name, outcome.executions, seconds, outcome.coverage,
                outcome.findings.size(), outcome.sound ? "" : ", the fuzzer stopped early", folder);
        outcome.findings.forEach(file -> System.out.println("FOUND " + file));
        System.exit(outcome.sound && outcome.findings.isEmpty() ? 0 : 1);
    }

    static Outcome run(String name, int seconds, Path folder) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (byte[] seed : Fuzzed.named(name).seeds()) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        Path log = folder.resolve("fuzzer.log");
        Process fuzzer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.statusLoggerLevel=OFF", "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(), "--target_args=" + name, "--instrumentation_includes=org.probity.proof.**:org.probity.formats.**:org.probity.screen.**",
                "--reproducer_path=" + folder, "-artifact_prefix=" + folder + "/", "-max_total_time=" + seconds, "-timeout=" + SECONDS_EACH,
                "-max_len=" + BYTES_MAX, "-seed=1", corpus.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean sound = fuzzer.waitFor() == 0;
        List<MatchResult> progress = PROGRESS.matcher(Files.readString(log)).results().toList();
        return new Outcome(progress.stream().mapToLong(line -> Long.parseLong(line.group(1))).max().orElse(0),
                progress.stream().mapToInt(line -> Integer.parseInt(line.group(2))).max().orElse(0), sound, findings(folder));
    }

    private static List<Path> findings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom|leak)-.*")).sorted().toList();
        }
    }
}
