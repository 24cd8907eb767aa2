package org.probity.house.start;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.probity.Probity;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// A house with a database of its own that keeps what it is told, for benchmarks of a room's pages; and how long these take. Pages are asked in the process of the house, with its gate
/// and its templates, without a socket. A page's goal is a p95 of 150 ms with 10,000 people.
public final class PageBench {
    private static final double PAGE_MILLIS = 150;

    /** What a room measures. */
    public interface Measures {
        /** @return whether all goals were met */
        boolean in(ConfigurableApplicationContext house) throws Exception;
    }

    private final String room;
    private final MockMvcTester browser;
    private final Me me;
    private final int times;

    public PageBench(String room, ConfigurableApplicationContext house, Me me, int times) {
        this.room = room;
        this.browser = MockMvcTester.from((WebApplicationContext) house, it -> it.apply(springSecurity()).build());
        this.me = me;
        this.times = times;
    }

    public static boolean house(Measures measures) throws Exception {
        var database = TestDatabase.durable();
        var home = Files.createTempDirectory("probity-bench-");
        try (var house = new SpringApplicationBuilder(Probity.class).web(WebApplicationType.SERVLET)
                .properties(Map.of("probity.home", home.toString(), "server.port", "0", "server.address", "127.0.0.1", "spring.datasource.url", database.getUrl(),
                        "spring.datasource.username", Objects.requireNonNull(database.getUsername()), "spring.datasource.password", Objects.requireNonNull(database.getPassword()),
                        "logging.level.root", "WARN"))
                .run()) {
            return measures.in(house);
        }
    }

    /** What was measured on, for whoever reads the numbers later. */
    public static void where(String what) {
        System.out.printf(Locale.ROOT, "# %s; JDK %s, %d processors, load %.1f%n", what, Runtime.version(), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** @param name of the page, where its path has an id */
    public boolean page(String path, String name) {
        return met(name, p95(times, () -> {
            var answer = browser.get().uri(path).with(As.me(me)).exchange();
            if (answer.getResponse().getStatus() != 200) {
                throw new IllegalStateException(path + " answers " + answer.getResponse().getStatus());
            }
        }), PAGE_MILLIS);
    }

    /** @param name of what is sent @param status that answers it */
    public boolean sent(String path, String name, int status) {
        return met(name, p95(times, () -> {
            var answer = browser.post().uri(path).with(As.me(me)).exchange();
            if (answer.getResponse().getStatus() != status) {
                throw new IllegalStateException(path + " answers " + answer.getResponse().getStatus());
            }
        }), PAGE_MILLIS);
    }

    public boolean met(String what, double millis, double goal) {
        System.out.printf(Locale.ROOT, "%s %s, ms p95, %.1f, <= %.0f, %s%n", room, what, millis, goal, millis <= goal ? "met" : "short");
        return millis <= goal;
    }

    /** Milliseconds of all but the slowest twentieth; the first ones warm up. */
    public static double p95(int times, Runnable what) {
        for (var i = 0; i < 5; i++) {
            what.run();
        }
        var millis = new double[times];
        for (var i = 0; i < times; i++) {
            var begun = System.nanoTime();
            what.run();
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        return millis[(int) Math.ceil(.95 * times) - 1];
    }
}
