package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = UiAlone.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "probity.company=Helia Solar")
class WhenARequestComesToNothingTest {
    @LocalServerPort
    int port;

    @Test
    void anAddressWithNothingBehindItGetsAPageOfOurs() throws Exception {
        var answer = get("/nothing/at/all", "en");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Nothing is here</h1>", "Helia Solar · Probity</title>").doesNotContain("Exception");
    }

    @Test
    void itSpeaksTheBrowsersLanguage() throws Exception {
        assertThat(get("/nothing", "zh-Hans-CN, en;q=0.5").body()).contains("<html lang=\"zh-CN\"", "<h1>这里什么也没有</h1>");
    }

    @Test
    void theHeaderNamesTheLanguageOfThePage() throws Exception {
        assertThat(get("/nothing?lang=zh", "en").headers().firstValue("Content-Language")).hasValue("zh-CN");
        assertThat(get("/nothing", "de").headers().firstValue("Content-Language")).hasValue("en");
    }

    @Test
    void aWrongMethodIsNotAFault() throws Exception {
        var answer = get("/preferences", "en");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("This cannot be done here");
    }

    @Test
    void aProgramGetsAProblemDocument() throws Exception {
        var answer = get("/api/nothing", "en");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404");
    }

    @Test
    void sheetsAndScriptsMayBeKeptForEver() throws Exception {
        var assets = new Assets();
        for (String path : new String[] {assets.css(), assets.reportCss(), assets.htmx(), assets.script()}) {
            var answer = get(path, "en");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        }
        assertThat(get("/assets/probity-0000000000000000.css", "en").statusCode()).isEqualTo(404);
    }

    @Test
    void aChoiceOfLanguageReturnsToWhereOneWas() throws Exception {
        var answer = post("/preferences", "lang=zh-CN&back=%2Fapp%2Fsuppliers%3Fgrade%3DC%26lang%3Den");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/app/suppliers?grade=C");
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie ->
                assertThat(cookie).startsWith("probity-lang=zh;").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void aChoiceNeverLeadsOutOfTheHouse() {
        for (String address : new String[] {
            "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "", "app", "/ space", "/%0d%0aSet-Cookie:x", "/\r\nX: y"
        }) {
            assertThat(Preferences.local(address)).as(address).satisfiesAnyOf(
                    stays -> assertThat(stays).isEqualTo("/"), stays -> assertThat(stays).isEqualTo("/%0d%0aSet-Cookie:x"));
        }
        assertThat(Preferences.local("/app/suppliers?page=2")).isEqualTo("/app/suppliers?page=2");
    }

    private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).header("Accept-Language", language).header("Accept", "text/html"));
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
