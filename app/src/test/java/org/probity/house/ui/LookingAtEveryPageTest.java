package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The samples of every room in a real browser, at a desk in English and light, on a phone in Chinese and dark. Two designers share them, each
 * with a window for the desk and one for the phone that stay open. A whole run looks at two of each kind and takes pictures of those with a fault;
 * {@code -Dprobity.samples=.*minerals.*} looks at all of one room, {@code .*} at all of all, and leaves the pictures in {@code target/screenshots},
 * which a designer goes through.
 */
@SpringBootTest(classes = UiAlone.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "probity.company=Helia Solar")
@Tag("browser")
class LookingAtEveryPageTest {
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);
    private static final Look PHONE = new Look("zh", ColorScheme.DARK, Look.PHONE);
    private static final int DESIGNERS = 2;
    private static final boolean ALL = System.getProperty("probity.samples") != null;
    private static @Nullable List<CompletableFuture<Void>> seen;

    @LocalServerPort int port;

    /** @param full where it is looked at with all that a program can tell; in the other window it must fit and say nothing */
    record Sample(int number, Page page, Set<Look> full) {
        @Override
        public String toString() {
            return page.getClass().getSimpleName() + "-" + number;
        }
    }

    static List<Sample> samples() throws ReflectiveOperationException {
        var samples = new ArrayList<Sample>();
        EveryPageTest.samples().stream().flatMap(room -> room.pages().stream())
                // The gallery is looked at as it is served.
                .filter(page -> !(page instanceof GalleryPage))
                .filter(page -> page.getClass().getName().matches(System.getProperty("probity.samples", ".*")))
                .collect(Collectors.groupingBy(Page::getClass, LinkedHashMap::new, Collectors.toList()))
                .values().forEach(kind -> add(samples, kind));
        return samples;
    }

    /**
     * The first and the last of a kind, which rooms give as they usually are and refused: what colours and names the one has in one window, the other has in the
     * other. All of them in both when samples are named.
     */
    private static void add(List<Sample> samples, List<Page> kind) {
        if (ALL || kind.size() == 1) {
            kind.forEach(page -> samples.add(new Sample(samples.size(), page, Set.of(DESK, PHONE))));
        } else {
            samples.add(new Sample(samples.size(), kind.getFirst(), Set.of(DESK)));
            samples.add(new Sample(samples.size(), kind.getLast(), Set.of(PHONE)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void canBeReadAndFits(Sample sample) throws Throwable {
        if (seen == null) {
            seen = lookAt(samples());
        }
        try {
            seen.get(sample.number).get();
        } catch (ExecutionException found) {
            throw found.getCause();
        }
    }

    /** What each sample came to, in their order. The designers begin at once, so that one works while the other's page is drawn. */
    private List<CompletableFuture<Void>> lookAt(List<Sample> samples) {
        List<CompletableFuture<Void>> verdicts = samples.stream().map(_ -> new CompletableFuture<Void>()).toList();
        var next = new AtomicInteger();
        for (int i = 0; i < DESIGNERS; i++) {
            Thread.ofPlatform().daemon().name("designer-" + i).start(() -> {
                try (Browser desk = Browser.at(port, DESK); Browser phone = Browser.at(port, PHONE)) {
                    for (int n = next.getAndIncrement(); n < samples.size(); n = next.getAndIncrement()) {
                        try {
                            look(desk, DESK, samples.get(n));
                            look(phone, PHONE, samples.get(n));
                            verdicts.get(n).complete(null);
                        } catch (Throwable found) {
                            verdicts.get(n).completeExceptionally(found);
                        }
                    }
                } catch (Throwable noWindow) {
                    verdicts.forEach(verdict -> verdict.completeExceptionally(noWindow));
                }
                Browser.quit();
            });
        }
        return verdicts;
    }

    private static void look(Browser designer, Look look, Sample sample) {
        designer.go("/sample/" + look.lang() + "/" + sample.number);
        try {
            if (sample.full.contains(look)) {
                designer.mustBeAccessible();
            }
            designer.mustFitTheScreen().mustBeQuiet();
            assertThat(designer.page().locator("h1").count()).isEqualTo(1);
        } catch (AssertionError found) {
            designer.picture("page-" + sample);
            throw found;
        }
        designer.shot("page-" + sample);
    }

    @TestConfiguration
    static class Served {
        @Bean
        RouterFunction<ServerResponse> served(Templates templates) throws ReflectiveOperationException {
            List<Sample> samples = samples();
            // A room's own script is that room's to serve; here it need only be there.
            return RouterFunctions.route().GET("/assets/passkey.js", _ -> ServerResponse.ok().build())
                    .GET("/app/course/sign.js", _ -> ServerResponse.ok().contentType(MediaType.parseMediaType("text/javascript")).build())
                    .GET("/community/{name}.js", _ -> ServerResponse.ok().contentType(MediaType.parseMediaType("text/javascript")).build())
                    .GET("/survey/{name}.js", _ -> ServerResponse.ok().contentType(MediaType.parseMediaType("text/javascript")).build())
                    .GET("/voice/{name}.js", _ -> ServerResponse.ok().contentType(MediaType.parseMediaType("text/javascript")).build())
                    .GET("/app/audits/device.js", _ -> ServerResponse.ok().contentType(MediaType.parseMediaType("text/javascript")).build()).GET("/sample/{lang}/{number}", request -> {
                Lang lang = Lang.of(request.pathVariable("lang")).orElseThrow();
                Page page = samples.get(Integer.parseInt(request.pathVariable("number"))).page;
                return ServerResponse.ok().contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .body(templates.html(page, Screens.of(lang)));
            }).build();
        }
    }
}
