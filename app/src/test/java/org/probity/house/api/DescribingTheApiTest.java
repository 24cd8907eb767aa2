package org.probity.house.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Open;
import org.probity.house.start.WholeHouse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code openapi.json} from the handlers, their comments being the summaries, and fails when it was another before: look at the
 * difference and commit it.
 */
@WholeHouse(properties = {
    "springdoc.paths-to-match=/api/**",
    "springdoc.paths-to-exclude=/api/openapi.json",
    "springdoc.writer-with-order-by-keys=true",
    "springdoc.default-produces-media-type=application/json",
    "springdoc.api-docs.path=/api/generated"
})
@Import(DescribingTheApiTest.Words.class)
class DescribingTheApiTest {
    static final Path WRITTEN = Path.of("src/main/java/org/probity/house/api/openapi.json");

    @TestConfiguration
    static class Words {
        static {
            // Who asks is told by the key and never by the address.
            SpringDocUtils.getConfig().addRequestWrapperToIgnore(Me.class);
        }

        @Bean
        GlobalOpenApiCustomizer titleAndKey() {
            return api -> {
                api.info(new Info().title("Probity").version("1").description(
                        "What programs can ask a house. Errors are problem documents (RFC 9457). What is published needs no key."));
                api.servers(List.of());
                api.getComponents().addSecuritySchemes("key", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            };
        }

        @Bean
        GlobalOperationCustomizer summaryAndKey() {
            return (operation, handler) -> {
                if (!AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Open.class)
                        && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class)) {
                    operation.addSecurityItem(new SecurityRequirement().addList("key"));
                }
                return operation.summary(comment(handler)).operationId(handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName());
            };
        }

        /** The comment above the handler; a handler without one fails here. */
        static String comment(HandlerMethod handler) {
            var source = Path.of("src/main/java", handler.getBeanType().getName().replace('.', '/') + ".java");
            try {
                var found = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/(?:\\s*@[^\\n]*)*\\s*[\\w<>?, .\\[\\]]+ " + handler.getMethod().getName() + "\\(", Pattern.DOTALL)
                        .matcher(Files.readString(source));
                assertThat(found.find()).as("a comment above " + handler).isTrue();
                return found.group(1).lines().map(line -> line.strip().replaceFirst("^\\* ?", "").strip()).filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" ")).replaceAll("\\{@code ([^}]*)}", "$1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Autowired MockMvcTester browser;
    @Autowired OpenApiWebMvcResource generator;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;

    @Test
    void theDescriptionSaysWhatTheHandlersDo() throws Exception {
        var generated = generator.openapiJson(new MockHttpServletRequest("GET", "/api/generated"), "/api/generated", Locale.ENGLISH);
        var tree = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var text = tree.writeValueAsString(tree.readTree(generated)) + "\n";
        var before = Files.exists(WRITTEN) ? Files.readString(WRITTEN) : "";
        Files.writeString(WRITTEN, text);
        nobodySaysByTheAddressWhoTheyAre(text);
        assertThat(text).as("openapi.json was written anew: look at its difference and commit it").isEqualTo(before);
    }

    @Test
    void everyHandlerOfTheApiIsInIt() throws Exception {
        var paths = new JsonMapper().readTree(Files.readString(WRITTEN)).get("paths");
        assertThat(handlers.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/generated") && !path.equals("/api/openapi.json")))
                .isNotEmpty().allSatisfy(path -> assertThat(paths.has(path)).as(path).isTrue());
    }

    private static void nobodySaysByTheAddressWhoTheyAre(String text) {
        var described = new JsonMapper().readTree(text);
        assertThat(described.get("paths").findValues("parameters").stream().flatMap(all -> all.valueStream()).map(it -> it.get("name").asString())).isNotEmpty().doesNotContain("me");
        assertThat(described.get("components").get("schemas").has("Me")).isFalse();
    }

    @Test
    void anybodyMayReadIt() {
        assertThat(browser.get().uri("/api/openapi.json")).hasStatusOk().bodyText().contains("\"/api/reports/{year}\"");
    }
}
