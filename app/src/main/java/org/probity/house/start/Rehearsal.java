package org.probity.house.start;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code probity rehearse}: opens a house that nobody sees, asks it for a few pages and closes it. The Java machine, told to record, keeps
 * what it learned in a file, and every later start is quicker by it. The {@code probity} command runs it once, in the background.
 */
final class Rehearsal {
    private static final List<String> PAGES = List.of("/", "/app", "/app/sign-in", "/health", "/log/checkpoint");
    private static final int ROUNDS = 20;

    private Rehearsal() {}

    static void run(Class<?> application) {
        try {
            var home = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "probity-rehearsal-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home)));
            var port = free();
            Serve.run(application, List.of("--empty", "--home", home.toString(), "--port", "" + port));
            try (var client = HttpClient.newHttpClient()) {
                for (var round = 0; round < ROUNDS; round++) {
                    for (var page : PAGES) {
                        client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page)).build(),
                                HttpResponse.BodyHandlers.discarding());
                    }
                }
            }
            System.exit(0);
        } catch (IOException e) {
            throw new Stop("The rehearsal could not be held: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path home) {
        try {
            // Hooks run side by side; PostgreSQL ends in another one and may write until then.
            for (var attempt = 0; attempt < 100 && Files.exists(home.resolve("postgres/data/postmaster.pid")); attempt++) {
                Thread.sleep(100);
            }
            Folders.delete(home);
        } catch (IOException | InterruptedException e) {
            System.err.println("could not remove " + home + ": " + e);
        }
    }
}
