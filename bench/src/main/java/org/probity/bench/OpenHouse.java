package org.probity.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A demo house of its own, empty of stories, opened as anybody opens one, with its database at hand to fill. What is measured goes through its
 * doors; only the filling goes round them.
 */
final class OpenHouse implements AutoCloseable {
    /** A first start may have to build the program. */
    private static final Duration START = Duration.ofMinutes(10);
    private static final Pattern KEY = Pattern.compile("probity_[A-Za-z0-9_-]{43}");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Path home;
    private final boolean kept;
    private final int port;
    private final Process program;
    private HttpClient browser = browser();

    OpenHouse() throws IOException, InterruptedException {
        this(Files.createTempDirectory("probity-bench-"), false);
    }

    /** @param kept the folder stays when the house is closed, and another can be opened there */
    OpenHouse(Path home, boolean kept) throws IOException, InterruptedException {
        this.home = home;
        this.kept = kept;
        var command = System.getProperty("probity.command");
        if (command == null) {
            throw new IOException("run it with ./probity bench, which says how a house is opened");
        }
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var builder = new ProcessBuilder(command, "serve", "--home", home.toString(), "--port", "" + port)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(words().toFile()));
        builder.environment().putAll(Map.of("PROBITY_DEMO_STORY", "false", "PROBITY_NO_REHEARSAL", "1"));
        if (kept) {
            Files.createDirectories(temporary());
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary());
        }
        program = builder.start();
        try {
            await();
        } catch (IOException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** What the program has said. */
    Path words() {
        return home.resolveSibling(home.getFileName() + ".out");
    }

    /** What the program writes down for a while, if the house is kept; gone when it is closed, and not when it is killed. */
    Path temporary() {
        return home.resolveSibling(home.getFileName() + ".tmp");
    }

    private void await() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && program.isAlive()) {
            try {
                if (browser.send(request("/health").build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // nobody listens
            }
            Thread.sleep(100);
        }
        throw new IOException("the house did not open: " + Files.readString(words()).lines().limit(20).collect(Collectors.joining("\n")));
    }

    Connection database() throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + Files.readString(home.resolve("postgres/port")).strip() + "/probity",
                "probity", Files.readString(home.resolve("postgres/password")).strip());
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** Signal 9, in the middle of whatever it does; what it keeps stays, and another can be opened there. */
    void kill() throws InterruptedException {
        browser.close();
        program.destroyForcibly().waitFor();
    }

    /** The same for PostgreSQL and the program, in this order. */
    void killAll() throws IOException, InterruptedException {
        ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst().strip())).ifPresent(ProcessHandle::destroyForcibly);
        kill();
    }

    /** The one who runs campaigns, as the demo knows them. */
    OpenHouse asOfficer() throws IOException, InterruptedException {
        return as("officer@helia.example");
    }

    /** From now on this person, in a browser of their own. */
    OpenHouse as(String email) throws IOException, InterruptedException {
        browser.close();
        browser = browser();
        post("/app/sign-in", "/app/sign-in", Map.of("email", email, "password", "sunlight on glass"));
        return this;
    }

    /** A key for programs, to write with, of whoever is signed in. */
    String key(String label) throws IOException, InterruptedException {
        var page = "/app/account/tokens";
        var made = send(request(page).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(
                "label=" + label + "&may=WRITE&days=30&_csrf=" + URLEncoder.encode(token(page), StandardCharsets.UTF_8))));
        var found = KEY.matcher(made);
        if (!found.find()) {
            throw new IOException("no key was made");
        }
        return found.group();
    }

    /** A page as it comes; one that leads elsewhere was not the page that was asked for. */
    String page(String path) throws IOException, InterruptedException {
        var answer = browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /** Sends a form as a browser does that has its page open. */
    void post(String page, String action, Map<String, String> fields) throws IOException, InterruptedException {
        var body = Stream.concat(fields.entrySet().stream(), Stream.of(Map.entry("_csrf", token(page))))
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(request(action).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As above, with a file. @return what the house says to it */
    String upload(String page, String action, Map<String, String> fields, String fileName, byte[] file) throws IOException, InterruptedException {
        var edge = "edge-of-a-part-" + System.nanoTime();
        var head = new StringBuilder();
        Stream.concat(fields.entrySet().stream(), Stream.of(Map.entry("_csrf", token(page)))).forEach(field -> head.append("--").append(edge)
                .append("\r\nContent-Disposition: form-data; name=\"").append(field.getKey()).append("\"\r\n\r\n").append(field.getValue()).append("\r\n"));
        head.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return send(request(action).header("Content-Type", "multipart/form-data; boundary=" + edge).POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                head.toString().getBytes(StandardCharsets.UTF_8), file, ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    private String token(String page) throws IOException, InterruptedException {
        var found = TOKEN.matcher(send(request(page)));
        if (!found.find()) {
            throw new IOException(page + " has no form");
        }
        return found.group(1);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofMinutes(5));
    }

    /** What the program and its PostgreSQL have worked so far; a process that ended meanwhile is not in it. */
    double cpuSeconds() {
        return Stream.concat(Stream.of(program.toHandle()), program.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus).toMillis() / 1e3;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        browser.close();
        program.destroy();
        program.waitFor();
        if (kept) {
            remove(temporary());
            return;
        }
        remove(home);
        Files.deleteIfExists(words());
    }

    static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
