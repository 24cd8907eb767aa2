package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.IntStream;
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
 * The samples of every room in a real browser, once at a desk in English and light, once on a phone in Chinese and dark. The pictures in
 * {@code target/screenshots} are what a designer goes through. {@code -Dprobity.samples=.*minerals.*} looks at one room's alone.
 */
@SpringBootTest(classes = UiAlone.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "probity.company=Helia Solar")
@Tag("browser")
class LookingAtEveryPageTest {
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);
    private static final Look PHONE = new Look("zh", ColorScheme.DARK, Look.PHONE);

    @LocalServerPort int port;

    record Sample(int number, Page page) {
        @Override
        public String toString() {
            return page.getClass().getSimpleName() + "-" + number;
        }
    }

    static List<Sample> samples() throws ReflectiveOperationException {
        List<Page> pages = EveryPageTest.samples().stream().flatMap(room -> room.pages().stream())
                // The gallery is looked at as it is served.
                .filter(page -> !(page instanceof GalleryPage))
                .filter(page -> page.getClass().getName().matches(System.getProperty("probity.samples", ".*"))).toList();
        return IntStream.range(0, pages.size()).mapToObj(i -> new Sample(i, pages.get(i))).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void canBeReadAndFits(Sample sample) {
        try (var designer = Browser.at(port, DESK)) {
            designer.go("/sample/en/" + sample.number);
            designer.shot("page-" + sample);
            designer.mustBeAccessible();
            designer.wear(PHONE).go("/sample/zh/" + sample.number);
            designer.shot("page-" + sample);
            designer.mustBeAccessible();
            assertThat(designer.page().locator("h1").count()).isEqualTo(1);
        }
    }

    @TestConfiguration
    static class Served {
        @Bean
        RouterFunction<ServerResponse> served(Templates templates) throws ReflectiveOperationException {
            List<Sample> samples = samples();
            // A room's own script is that room's to serve; here it need only be there.
            return RouterFunctions.route().GET("/assets/passkey.js", _ -> ServerResponse.ok().build())
                    .GET("/app/audits/device.js", _ -> ServerResponse.ok().contentType(MediaType.parseMediaType("text/javascript")).build()).GET("/sample/{lang}/{number}", request -> {
                Lang lang = Lang.of(request.pathVariable("lang")).orElseThrow();
                Page page = samples.get(Integer.parseInt(request.pathVariable("number"))).page;
                return ServerResponse.ok().contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .body(templates.html(page, Screens.of(lang)));
            }).build();
        }
    }
}
