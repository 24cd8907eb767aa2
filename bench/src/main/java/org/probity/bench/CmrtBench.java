package org.probity.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.probity.formats.cmrt.Background;
import org.probity.formats.cmrt.Cmrt;
import org.probity.formats.cmrt.Limits;
import org.probity.formats.cmrt.Reading;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SecondOpinion;
import org.probity.formats.cmrt.SmelterList;

/// Reading and checking a 6.x workbook, ours and Apache POI's user model, the same files in the same run, each in a process of its own with a heap
/// of its own. Ours reads, checks and gives the second opinion; the rival only opens the workbook and walks the filled cells of the three sheets.
///
/// Arguments: `--quick`, `--data FOLDER` with real forms (else an own sample is read, which is far smaller).
/// Ends with 0 when all goals are met, 1 when some are short, 2 when it could not run.
public final class CmrtBench {

    private static final double GOAL_MS = 120;
    private static final double STRETCH_MS = 60;
    private static final double GOAL_RATIO = 5;
    private static final double GOAL_REJUDGE_S = 60;
    private static final int GOAL_HEAP_MIB = 64;
    private static final int RIVAL_HEAP_MIB = 1024;

    private CmrtBench() {
    }

    public static void main(String[] args) throws Exception {
        List<String> given = List.of(args);
        if (!given.isEmpty() && given.getFirst().equals("contestant")) {
            contest(given.get(1), Integer.parseInt(given.get(2)), given.subList(3, given.size()));
            return;
        }
        System.exit(run(given));
    }

    static int run(List<String> args) throws IOException, InterruptedException {
        int rounds = args.contains("--quick") ? 6 : 30;
        int data = args.indexOf("--data");
        List<String> files = forms(data >= 0 ? Path.of(args.get(data + 1)) : Path.of(System.getProperty("probity.shared", "none"), "supply/cmrt/templates"));
        Result ours = contestant("ours", GOAL_HEAP_MIB, rounds, files);
        Result rival = contestant("rival", RIVAL_HEAP_MIB, rounds, files);
        if (ours == null || rival == null) {
            System.out.println("cmrt: could not run");
            return 2;
        }
        System.out.printf(Locale.ROOT, "# %d files, %d rounds each, median; %s; JDK %s, %d processors, load %.1f%n", ours.files(), rounds,
                files.isEmpty() ? "own sample" : "real forms", System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        double ratio = rival.medianMs() / ours.medianMs();
        boolean met = true;
        met &= line("cmrt read+check, ms a workbook", ours.medianMs(), rival.medianMs(), ratio, "<= 120", ours.medianMs() <= GOAL_MS);
        line("cmrt read+check, stretch", ours.medianMs(), rival.medianMs(), ratio, "<= 60", ours.medianMs() <= STRETCH_MS);
        line("cmrt read+check, ms of working time", ours.workMs(), rival.workMs(), rival.workMs() / ours.workMs(), "<= 60 whatever the load",
                ours.workMs() <= STRETCH_MS);
        met &= line("cmrt times faster than POI", ours.medianMs(), rival.medianMs(), ratio, ">= 5 x", ratio >= GOAL_RATIO);
        met &= line("cmrt heap, MiB (ours capped at 64)", ours.heapMib(), rival.heapMib(), rival.heapMib() / ours.heapMib(), "<= 64",
                ours.heapMib() <= GOAL_HEAP_MIB);
        double seconds = rejudge();
        System.out.printf(Locale.ROOT, "cmrt re-judge 5,000 declarations, s, %.1f, -, -, <= 60, %s%n", seconds, seconds <= GOAL_REJUDGE_S ? "met" : "short");
        return met && seconds <= GOAL_REJUDGE_S ? 0 : 1;
    }

    /// What a new reference list asks of a house with 5,000 suppliers: every stored declaration understood and judged again.
    private static double rejudge() {
        List<SmelterList> lists = SmelterList.fictionalEditions();
        byte[] stored = Cmrt.encode(Sample.workbook(SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org",
                LocalDate.of(2026, 9, 1)).naming(List.copyOf(lists.getFirst().smelters()))), Limits.standard());
        Background background = Background.of(LocalDate.of(2026, 11, 20)).withList(lists.getLast(), lists);
        long start = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            if (!(Cmrt.decode(stored) instanceof Reading.Read(var declaration)) || SecondOpinion.all(declaration, background).isEmpty()) {
                throw new IllegalStateException("a delisted smelter was overlooked");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean line(String what, double ours, double rival, double ratio, String goal, boolean met) {
        System.out.printf(Locale.ROOT, "%s, %.1f, %.1f, %.1f, %s, %s%n", what, ours, rival, ratio, goal, met ? "met" : "short");
        return met;
    }

    private static List<String> forms(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(".*CMRT_6.*\\.xlsx")).sorted().map(Path::toString).toList();
        }
    }

    private record Result(double medianMs, double workMs, double heapMib, int files) {
    }

    private static @org.jspecify.annotations.Nullable Result contestant(String who, int heapMib, int rounds, List<String> files)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC", "-Dlog4j2.statusLoggerLevel=OFF",
                // Without these the rival cannot open the newest form on a JDK since 24: it counts &quot; as an entity and stops at 100,000.
                "-Djdk.xml.maxGeneralEntitySizeLimit=0", "-Djdk.xml.totalEntitySizeLimit=0", "-cp", System.getProperty("java.class.path"), CmrtBench.class.getName(),
                "contestant", who, String.valueOf(rounds)));
        command.addAll(files);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = "";
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                answer = line;
            }
        }
        if (process.waitFor() != 0 || !answer.startsWith("result ")) {
            return null;
        }
        String[] parts = answer.split(" ");
        return new Result(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]),
                Integer.parseInt(parts[4]));
    }

    /// One contestant: three rounds to warm up, then the rounds that count; the median of all files and rounds, and the most heap ever in use.
    private static void contest(String who, int rounds, List<String> names) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : names) {
            files.add(Files.readAllBytes(new File(name).toPath()));
        }
        if (files.isEmpty()) {
            files.add(Sample.workbook(SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", LocalDate.of(2026, 9, 1))));
        }
        List<Double> times = new ArrayList<>();
        List<Double> works = new ArrayList<>();
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        for (int round = -3; round < rounds; round++) {
            for (byte[] file : files) {
                long start = System.nanoTime();
                long work = thread.getCurrentThreadCpuTime();
                int seen = who.equals("ours") ? ours(file) : rival(file);
                if (seen < 1) {
                    throw new IllegalStateException("nothing read");
                }
                if (round >= 0) {
                    times.add((System.nanoTime() - start) / 1e6);
                    works.add((thread.getCurrentThreadCpuTime() - work) / 1e6);
                }
            }
        }
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed()).sum();
        System.out.println("result " + median(times) + " " + median(works) + " " + heap / 1048576.0 + " " + files.size());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static int ours(byte[] file) {
        return switch (Cmrt.read(file)) {
            case Reading.Read(var declaration) ->
                    declaration.answers().size() + SecondOpinion.all(declaration, Background.of(LocalDate.of(2026, 11, 20))).size();
            case Reading.Unreadable(var reason, var more) -> throw new IllegalStateException(reason + " " + more);
        };
    }

    private static int rival(byte[] file) throws IOException {
        int filled = 0;
        DataFormatter formatter = new DataFormatter();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (String sheet : Arrays.asList("Declaration", "Smelter List", "Product List")) {
                for (Row row : book.getSheet(sheet)) {
                    for (Cell cell : row) {
                        switch (cell.getCellType()) {
                            case STRING, NUMERIC, BOOLEAN -> filled += formatter.formatCellValue(cell).isEmpty() ? 0 : 1;
                            case FORMULA, BLANK, ERROR, _NONE -> { }
                        }
                    }
                }
            }
        }
        return filled;
    }
}
