package org.probity.house.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes one call and reads its status. It speaks HTTP/1.1 itself, because it must connect to the very address it has checked: an HTTP client
 * would ask for the name a second time, and a second answer may lead into the house.
 */
@Component
class Courier {
    static final int MOST_BYTES = 64 * 1024;
    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);

    /** What came of a call. @param trouble a message key, or the words of the machine; empty when there was an answer */
    record Outcome(OptionalInt status, String trouble) {
        static Outcome none(String trouble) {
            return new Outcome(OptionalInt.empty(), trouble);
        }

        boolean arrived() {
            return status.isPresent() && status.getAsInt() >= 200 && status.getAsInt() < 300;
        }

        /** 410: the receiver wants nothing of this ever again. */
        boolean gone() {
            return status.equals(OptionalInt.of(410));
        }
    }

    private final Hosts hosts;
    private final SSLSocketFactory tls;
    private final Duration whole;

    @Autowired
    Courier(Hosts hosts) {
        this(hosts, (SSLSocketFactory) SSLSocketFactory.getDefault(), WHOLE_CALL);
    }

    Courier(Hosts hosts, SSLSocketFactory tls, Duration whole) {
        this.hosts = hosts;
        this.tls = tls;
        this.whole = whole;
    }

    /**
     * Posts a body. No call is made when: {@code webhook.trouble.host-not-listed}; {@code webhook.trouble.host-unknown} its name leads
     * nowhere; {@code webhook.trouble.host-inside} it leads to this machine or a private network and nobody said so;
     * {@code webhook.trouble.host-forbidden} it leads where no call may go.
     */
    Outcome post(URI url, Map<String, String> headers, String body) {
        var listed = hosts.find(url.getHost());
        if (listed.isEmpty()) {
            return Outcome.none("webhook.trouble.host-not-listed");
        }
        try {
            var addresses = InetAddress.getAllByName(url.getHost());
            for (var address : addresses) {
                switch (Reach.of(address)) {
                    case OUTSIDE -> {}
                    case INSIDE -> {
                        if (!listed.get().inside()) {
                            return Outcome.none("webhook.trouble.host-inside");
                        }
                    }
                    case NOWHERE -> {
                        return Outcome.none("webhook.trouble.host-forbidden");
                    }
                }
            }
            return call(addresses[0], url, headers, body);
        } catch (UnknownHostException unknown) {
            return Outcome.none("webhook.trouble.host-unknown");
        } catch (IOException e) {
            return Outcome.none(e.getMessage() == null ? e.getClass().getSimpleName() : shortened(e.getMessage()));
        }
    }

    private Outcome call(InetAddress address, URI url, Map<String, String> headers, String body) throws IOException {
        try (var plain = new Socket()) {
            var end = Thread.startVirtualThread(() -> closeLater(plain));
            try {
                plain.connect(new InetSocketAddress(address, url.getPort() < 0 ? 443 : url.getPort()), CONNECT_MILLIS);
                return new Outcome(OptionalInt.of(speak(plain, url, headers, body)), "");
            } finally {
                end.interrupt();
            }
        }
    }

    /** However slowly the other side drips, the call ends: whoever waits on the socket then gets an exception. */
    private void closeLater(Socket socket) {
        try {
            Thread.sleep(whole);
            socket.close();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int speak(Socket plain, URI url, Map<String, String> headers, String body) throws IOException {
        try (var socket = (SSLSocket) tls.createSocket(plain, url.getHost(), plain.getPort(), true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = new StringBuilder("POST " + target(url) + " HTTP/1.1\r\nHost: " + url.getRawAuthority() + "\r\n");
            headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Content-Type: application/json\r\nContent-Length: ").append(bytes.length)
                    .append("\r\nUser-Agent: Probity\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return status(socket.getInputStream());
        }
    }

    private static String target(URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** The first status that is not 1xx. What stands before it counts against the measure; what stands after it is not read. */
    private static int status(InputStream in) throws IOException {
        var head = new Head(new BufferedInputStream(in));
        while (true) {
            var line = head.line();
            if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
                throw new IOException("the answer is not HTTP");
            }
            var status = Integer.parseInt(line.substring(9, 12));
            if (status >= 200) {
                return status;
            }
            while (!line.isEmpty()) {
                line = head.line();
            }
        }
    }

    private static String shortened(String words) {
        return words.length() > 300 ? words.substring(0, 300) : words;
    }

    /** The lines of an answer's head, as far as the measure goes. */
    private static final class Head {
        private final InputStream in;
        private int left = MOST_BYTES;

        Head(InputStream in) {
            this.in = in;
        }

        String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (var read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new IOException("the answer ended before its status");
                }
                if (--left <= 0) {
                    throw new IOException("the answer has no status in its first " + MOST_BYTES + " bytes");
                }
                line.write(read);
            }
            return line.toString(StandardCharsets.US_ASCII).stripTrailing();
        }
    }
}
