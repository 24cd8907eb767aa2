package org.probity.house.webhook;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** Another system of the company, on this machine, with a certificate for localhost that only tests trust. */
final class Receiver implements AutoCloseable {
    record Call(String target, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.get(name);
        }
    }

    /** Certificate and key, under the password {@code changeit}. */
    static final Path KEYS = keys();
    static final SSLContext TLS = tls();

    final LinkedBlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    volatile int answer = 204;
    private final HttpsServer server;

    Receiver() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TLS));
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(it -> it.getKey().toLowerCase(), it -> String.join(",", it.getValue())));
            calls.add(new Call(exchange.getRequestURI().toString(), headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort() + "/hooks?from=probity";
    }

    /** Answers the first call with these bytes, and holds the line open. */
    static SSLServerSocket saying(byte[] bytes) throws IOException {
        var socket = (SSLServerSocket) TLS.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Thread.startVirtualThread(() -> {
            try (var call = socket.accept()) {
                call.getOutputStream().write(bytes);
                call.getOutputStream().flush();
                while (call.getInputStream().read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException theCallerHungUp) {
                Thread.currentThread().interrupt();
            }
        });
        return socket;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static Path keys() {
        try {
            var file = Files.createTempDirectory("receiver").resolve("localhost.p12");
            var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC", "-alias", "it",
                    "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(),
                    "-storepass", "changeit").inheritIO().start().waitFor();
            if (made != 0) {
                throw new IllegalStateException("keytool ended with " + made);
            }
            file.getParent().toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext tls() {
        try {
            var store = KeyStore.getInstance(KEYS.toFile(), "changeit".toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, "changeit".toCharArray());
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("it", store.getCertificate("it"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return tls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
