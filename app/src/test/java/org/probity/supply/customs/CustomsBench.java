package org.probity.supply.customs;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.probity.Probity;
import org.probity.customs.VerifyCustomsCommand;
import org.probity.house.start.TestDatabase;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.admission.Newcomer;
import org.probity.supply.traceability.APlant;
import org.probity.trace.plant.Size;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench pack [--quick]`: a pack for customs about a hundred thousand modules of an invented plant with reclaim in 30 % of its rods, from asking until the file lies in the
/// house, checked, with its entry in the log; then the check again by a Java machine of its own with half a gigabyte, as a stranger runs it. The plant is captured before and not counted.
///
/// Ends with 0 when both goals are met, 1 when one is short, 2 when it could not run.
public final class CustomsBench {
    private static final double GOAL = 60;
    private static final String HEAP = "-Xmx512m";

    private CustomsBench() {}

    public static void main(String[] args) {
        try {
            System.exit(run(List.of(args).contains("--quick") ? 5_000 : 100_000) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("pack could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean run(int modules) throws Exception {
        var folder = Files.createTempDirectory("probity-bench-");
        var database = TestDatabase.durable();
        try (var house = new SpringApplicationBuilder(Probity.class).web(WebApplicationType.SERVLET)
                .properties(Map.of("probity.home", folder.toString(), "server.port", "0", "server.address", "127.0.0.1", "spring.datasource.url", database.getUrl(),
                        "spring.datasource.username", Objects.requireNonNull(database.getUsername()), "spring.datasource.password", Objects.requireNonNull(database.getPassword()),
                        "probity.demo.story", "false", "logging.level.root", "WARN"))
                .run()) {
            var plant = APlant.in(house, folder, new Size(55, LocalDate.of(2026, 9, 1), 22, Math.max(600, modules / 20), 300, true, true), Map.of());
            var serials = plant.modules(modules);
            var db = house.getBean(JdbcClient.class);
            APlant.read(house);
            System.out.printf(Locale.ROOT, "# %,d modules of a plant with %,d events; JDK %s, %d processors, load %.1f%n", serials.size(), db.sql("SELECT count(*) FROM traceability.event").query(Long.class).single(),
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            var packs = house.getBean(CustomsPacks.class);
            var start = System.nanoTime();
            var id = Newcomer.done(packs.ask("bench", String.join("\n", serials), MakingACustomsPackTest.COUNSEL));
            var pack = APack.made(house, id);
            var made = since(start);
            var it = pack.made().orElseThrow(() -> new IllegalStateException(String.valueOf(pack.state())));
            var zip = folder.resolve("customs.zip");
            var evidence = house.getBean(Evidence.class);
            var item = evidence.find(it.evidence()).orElseThrow();
            try (var in = evidence.open(item)) {
                Files.copy(in, zip);
            }
            var checked = checked(zip);
            System.out.printf(Locale.ROOT, "# %,d serials, %,d events, %,d papers, %d chains, %,d bytes%n", it.serials(), it.events(), it.papers(), packs.groups(id), item.size());
            var good = it.serials() == serials.size() && (modules < 100_000 || made <= GOAL && checked <= GOAL);
            System.out.printf(Locale.ROOT, "pack seconds until it lies in the house checked, %.1f, <= %.0f, %s%n", made, GOAL, made <= GOAL ? "met" : "short");
            System.out.printf(Locale.ROOT, "pack seconds to check it with %s, %.1f, <= %.0f, %s%n", HEAP, checked, GOAL, checked <= GOAL ? "met" : "short");
            return good;
        }
    }

    /** By a Java machine of its own, its start among the seconds. */
    private static double checked(Path zip) throws Exception {
        var start = System.nanoTime();
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-cp", System.getProperty("java.class.path"), VerifyCustomsCommand.class.getName(), zip.toString(),
                "--lang", "en").inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the check refused the pack");
        }
        return since(start);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
