package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.probity.house.start.Whole;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The samples of every room in a real browser. Two designers share them, each with a window that stays open. A run looks at one of each kind: of the first, as a room
 * usually gives it, in English, light, at a desk and of the last, as it is refused, in Chinese, dark, on a phone, the one with more on it; it must then fit into the other
 * width too. Pictures are taken of those with a fault. What templates say in either language, and of all other samples, is read in {@link EveryPageTest}.
 * {@code ./probity trial pages} looks at all there are in both ways; {@code -Dprobity.samples=.*minerals.*} at all of one room, and leaves the pictures in
 * {@code target/screenshots}, which a designer goes through.
 */
@SpringBootTest(classes = UiAlone.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "probity.company=Helia Solar")
@Tag("browser")
class LookingAtEveryPageTest {
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);
    private static final Look PHONE = new Look("zh", ColorScheme.DARK, Look.PHONE);
    private static final int DESIGNERS = 2;
    private static final String AXE = "/axe.js";
    private static final Templates TEMPLATES = new Templates();
    private static final boolean ALL = Whole.WANTED || System.getProperty("probity.samples") != null;
    private static @Nullable List<CompletableFuture<Void>> seen;

    @LocalServerPort int port;

    /** @param first how it is opened and looked at with all that a program can tell */
    record Sample(int number, Page page, Look first) {
        /** The same page at the other width and in the other colours, for which nothing is fetched. */
        Look then() {
            var other = first.equals(DESK) ? PHONE : DESK;
            return new Look(first.lang(), other.scheme(), other.width());
        }

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

    /** One of a kind, in the one way or the other; all of them in both when all are wanted. */
    private static void add(List<Sample> samples, List<Page> kind) {
        if (ALL) {
            kind.forEach(page -> List.of(DESK, PHONE).forEach(look -> samples.add(new Sample(samples.size(), page, look))));
        } else if (size(kind.getFirst()) > size(kind.getLast())) {
            samples.add(new Sample(samples.size(), kind.getFirst(), DESK));
        } else {
            samples.add(new Sample(samples.size(), kind.getLast(), PHONE));
        }
    }

    private static int size(Page page) {
        return TEMPLATES.html(page, Screens.of(Lang.EN)).length();
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
                try (Browser designer = Browser.at(port, DESK).withAxeAt(AXE)) {
                    for (int n = next.getAndIncrement(); n < samples.size(); n = next.getAndIncrement()) {
                        try {
                            look(designer, samples.get(n));
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

    private static void look(Browser designer, Sample sample) {
        try {
            designer.wear(sample.first).go("/sample/" + sample.first.lang() + "/" + sample.number).mustBeAccessible().mustBeQuiet();
            assertThat(designer.page().locator("h1").count()).isEqualTo(1);
            designer.shot("page-" + sample);
            designer.wear(sample.then()).mustFitTheScreen();
        } catch (AssertionError found) {
            designer.picture("page-" + sample);
            throw found;
        }
    }

    @TestConfiguration
    static class Served {
        @Bean
        RouterFunction<ServerResponse> served(Templates templates) throws ReflectiveOperationException {
            List<Sample> samples = samples();
            // A room's own script is that room's to serve; here it need only be there.
            return RouterFunctions.route().GET(AXE, _ -> ServerResponse.ok().contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8")).cacheControl(CacheControl.maxAge(Duration.ofHours(1))).body(Browser.AXE))
                    .GET("/assets/passkey.js", _ -> ServerResponse.ok().build())
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
