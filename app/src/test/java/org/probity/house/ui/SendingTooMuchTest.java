package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeHouse
class SendingTooMuchTest {
    @LocalServerPort int port;

    /** The token of the form lies in the same body that is too large to be read; the page must still say which of the two is the matter. */
    @Test
    void aFileThatIsTooLargeIsNotTakenForAForgedForm() throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"a.xlsx\"\r\n\r\n" + "x".repeat(120_000_000) + "\r\n--x--\r\n";
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/app/portal"))
                    .header("Content-Type", "multipart/form-data; boundary=x").header("Accept-Language", "en")
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("<h1>That was too large</h1>");
        }
    }
}
