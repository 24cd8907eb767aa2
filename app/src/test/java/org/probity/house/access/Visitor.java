package org.probity.house.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody with a browser that has cookies and no scripts: gets pages, fills in forms with the token of the page before, follows. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String house;
    private String token = "";

    public Visitor(int port) {
        this.house = "http://localhost:" + port;
    }

    public CookieManager cookies() {
        return cookies;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(house + path)).header("Accept", "text/html").header("Accept-Language", "en"));
    }

    /** @param form names and values in turn; the token is added */
    public HttpResponse<String> post(String path, String... form) {
        var body = new StringBuilder("_csrf=" + encoded(token));
        for (var i = 0; i < form.length; i += 2) {
            body.append('&').append(encoded(form[i])).append('=').append(encoded(form[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(house + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en").POST(BodyPublishers.ofString(body.toString())));
    }

    public HttpResponse<String> signIn(String email, String password) {
        get("/app/sign-in");
        return post("/app/sign-in", "email", email, "password", password);
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").map(to -> URI.create(to)).map(to ->
                to.getRawQuery() == null ? to.getRawPath() : to.getRawPath() + "?" + to.getRawQuery()).orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            var found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
