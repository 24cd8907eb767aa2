import io.openepcis.epc.eventhash.EventHashGenerator;
import java.io.BufferedInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The hashes of {@code ./probity bench hash}, by OpenEPCIS (Apache-2.0). Run as a source file over the jars of the pom beside it:
 * {@code OpenEpcisRival ROUNDS FILE...}. For each file, {@code .xml} being XML, it prints a line for each hash and then how many microseconds the last of the
 * rounds took.
 */
public final class OpenEpcisRival {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** As ours: the time for which threads were running that do the work; of XML, another than this does most. Collector and compiler are none of them. */
    private static long own() {
        return LongStream.of(THREADS.getAllThreadIds()).map(THREADS::getThreadCpuTime).filter(nanos -> nanos > 0).sum();
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        for (String file : List.of(args).subList(1, args.length)) {
            System.out.println("file " + file);
            try {
                long took = 0;
                List<String> hashes = List.of();
                for (int round = 0; round < rounds; round++) {
                    long start = own();
                    try (var in = new BufferedInputStream(Files.newInputStream(Path.of(file)), 1 << 20)) {
                        var generator = new EventHashGenerator();
                        hashes = (file.endsWith(".xml") ? generator.fromXml(in, "sha-256") : generator.fromJson(in, "sha-256")).subscribe().asStream().toList();
                    }
                    took = (own() - start) / 1_000;
                }
                hashes.forEach(hash -> System.out.println("hash " + hash));
                System.out.println("took " + took + " " + hashes.size());
            } catch (Throwable e) {
                System.out.println("failed " + e.toString().lines().findFirst().orElse(""));
            }
        }
    }
}
