package org.probity.house.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.View;

/** What pages give out on which somebody says something that nobody may tie to them: pages that reach nothing but our own files, answers that nobody keeps, scripts as they lie beside their room. */
public final class Bare {
    /** Nothing but our own files, no form that a browser sends by itself, no frame, no code from text. */
    public static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private Bare() {}

    public static View walled(View view) {
        return (model, request, response) -> {
            response.setHeader("Content-Security-Policy", CONTENT);
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-store");
            view.render(model, request, response);
        };
    }

    public static ResponseEntity<Map<String, Object>> json(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore()).body(body);
    }

    /** A key that the script of the page has words for. */
    public static ResponseEntity<Map<String, Object>> refused(String key) {
        return json(HttpStatus.UNPROCESSABLE_CONTENT, Map.of("refused", key));
    }

    public static ResponseEntity<byte[]> script(byte[] text) {
        return ResponseEntity.ok().contentType(new MediaType(MediaType.parseMediaType("text/javascript"), StandardCharsets.UTF_8)).cacheControl(CacheControl.noCache()).body(text);
    }

    /** @param beside a class in whose package it lies */
    public static byte[] read(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name + ".js")) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
