import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What an ERP does about clearances, in one file without libraries: it asks before it places an order, reports what it placed, and hears of changes.
/// README.md beside this file says how to run it.
///
///     java Erp.java order URL SUPPLIER CATEGORY ORDER AMOUNT [DAY]
///     java Erp.java report URL SUPPLIER ORDER AMOUNT DAY [CLEARANCE]
///     java Erp.java listen URL PORT KEYSTORE
///
/// `order` ends with 0 when the order was placed, 1 when it may not be placed, 2 when nobody could be asked: then no order is placed either; and with 3
/// when it was placed and could not be reported: then `report` does that later.
public class Erp {
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final int LARGEST = 64 * 1024;
    /// Standard Webhooks: whoever recorded a message yesterday cannot play it back today.
    private static final Duration FRESH = Duration.ofMinutes(5);

    public static void main(String[] args) throws Exception {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        var command = args.length == 0 ? "" : args[0];
        if (System.getenv("PROBITY_KEY") == null) {
            stop("The key is expected in PROBITY_KEY.");
        } else if (command.equals("order") && (args.length == 6 || args.length == 7)) {
            System.exit(order(args[1], args[2], args[3], args[4], args[5], args.length == 7 ? args[6] : LocalDate.now().toString()));
        } else if (command.equals("report") && (args.length == 6 || args.length == 7)) {
            System.exit(report(args[1], args[2], args[3], args[4], args[5], args.length == 7 ? args[6] : ""));
        } else if (command.equals("listen") && args.length == 4 && System.getenv("WEBHOOK_SECRET") != null) {
            listen(args[1], Integer.parseInt(args[2]), Path.of(args[3]), System.getenv("WEBHOOK_SECRET"));
        } else {
            stop("""
                    java Erp.java order URL SUPPLIER CATEGORY ORDER AMOUNT [DAY]
                    java Erp.java report URL SUPPLIER ORDER AMOUNT DAY [CLEARANCE]
                    java Erp.java listen URL PORT KEYSTORE      with WEBHOOK_SECRET and STORE_PASSWORD""");
        }
    }

    private static int order(String url, String supplier, String category, String order, String amount, String day) {
        String answer;
        try {
            // The order's number goes along as reference, so that both sides find each other later.
            answer = ask(url, supplier, category, order);
        } catch (Exception nobodyAnswered) {
            System.out.println("Order " + order + " is not placed: nobody could be asked (" + nobodyAnswered.getMessage() + ")");
            return 2;
        }
        var clearance = field(answer, "id");
        if (!answer.contains("\"allowed\":true")) {
            System.out.println("Order " + order + " is refused (clearance " + clearance + "):");
            reasons(answer);
            return 1;
        }
        if (answer.contains("\"outcome\":\"WARNED\"")) {
            System.out.println("Order " + order + " may be placed, knowing this:");
            reasons(answer);
        }
        System.out.println("Order " + order + " is placed (clearance " + clearance + ").");
        return report(url, supplier, order, amount, day, clearance) == 0 ? 0 : 3;
    }

    private static int report(String url, String supplier, String order, String amount, String day, String clearance) {
        try {
            var taken = post(url + "/api/deeds", ("{\"source\":\"example ERP\",\"rows\":1,\"lines\":[{\"kind\":\"ORDER\",\"document\":%s,\"supplier\":%s,\"day\":%s,\"amount\":%s,"
                    + "\"currency\":\"CNY\",\"clearance\":%s}]}").formatted(quoted(order), quoted(supplier), quoted(day), quoted(amount), quoted(clearance)));
            System.out.println("Order " + order + " is reported" + (taken.contains("\"asked\":1") ? "." : ", and nobody had asked for it before."));
            return 0;
        } catch (Exception nobodyAnswered) {
            System.out.println("Order " + order + " could not be reported, do it again: java Erp.java report " + String.join(" ", url, supplier, order, amount, day, clearance)
                    + " (" + nobodyAnswered.getMessage() + ")");
            return 1;
        }
    }

    private static String ask(String url, String supplier, String category, String reference) throws IOException, InterruptedException {
        return post(url + "/api/clearances", "{\"supplier\":%s,\"category\":%s,\"act\":\"ORDER\",\"reference\":%s}"
                .formatted(quoted(supplier), category.isEmpty() ? "null" : quoted(category), quoted(reference)));
    }

    private static String post(String url, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).header("Authorization", "Bearer " + System.getenv("PROBITY_KEY"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /// Each reason comes in both languages.
    private static void reasons(String answer) {
        var each = Pattern.compile("\"en\":\"((?:[^\"\\\\]|\\\\.)*)\",\"zh\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(answer);
        while (each.find()) {
            System.out.println("  - " + plain(each.group(1)) + " / " + plain(each.group(2)));
        }
    }

    // ---- hearing of changes

    /// Standard Webhooks over HTTPS: what is signed by the house and new is acted upon; only then it is answered, so that a message is never lost.
    private static void listen(String url, int port, Path keystore, String secret) throws IOException, GeneralSecurityException {
        Set<String> done = ConcurrentHashMap.newKeySet();
        var server = HttpsServer.create(new InetSocketAddress(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(keystore)));
        server.createContext("/probity", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(heard(exchange, url, secret, done), -1);
            }
        });
        server.start();
        System.out.println("Listening on port " + server.getAddress().getPort());
    }

    private static int heard(HttpExchange exchange, String url, String secret, Set<String> done) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST);
        var id = header(exchange, "webhook-id");
        if (!genuine(id, header(exchange, "webhook-timestamp"), header(exchange, "webhook-signature"), body, secret)) {
            System.out.println("Message " + id + " is not signed by the house: not believed.");
            return 401;
        }
        if (done.contains(id)) {
            return 204;
        }
        var message = new String(body, StandardCharsets.UTF_8);
        var supplier = field(message, "supplier");
        System.out.println("Heard: " + field(message, "type") + " " + supplier);
        if (!supplier.isEmpty()) {
            // A message tells that something changed, never what is allowed: that is asked.
            try {
                var answer = ask(url, supplier, "", "after " + id);
                System.out.println("Supplier " + supplier + (answer.contains("\"allowed\":true") ? ": orders may be placed." : ": orders are held back:"));
                reasons(answer);
            } catch (IOException nobodyAnswered) {
                System.out.println("Supplier " + supplier + ": nobody could be asked (" + nobodyAnswered.getMessage() + ")");
                return 503;
            } catch (InterruptedException weAreClosing) {
                Thread.currentThread().interrupt();
                return 503;
            }
        }
        done.add(id);
        return 204;
    }

    /// `v1,` and the base64 of HMAC-SHA256 over id, time and the body as it came. For a day after a new secret there are two; one that fits is enough.
    private static boolean genuine(String id, String timestamp, String signatures, byte[] body, String secret) {
        try {
            if (Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs().compareTo(FRESH) > 0) {
                return false;
            }
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            var expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
            for (var signature : signatures.split(" ")) {
                if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
                    return true;
                }
            }
            return false;
        } catch (NumberFormatException noTime) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static SSLContext tls(Path keystore) throws IOException, GeneralSecurityException {
        var password = System.getenv().getOrDefault("STORE_PASSWORD", "changeit").toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keystore.toFile(), password), password);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    // ---- as much JSON as this needs

    private static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String plain(String escaped) {
        return escaped.replace("\\\"", "\"").replace("\\n", " ").replace("\\\\", "\\");
    }

    private static void stop(String why) {
        System.err.println(why);
        System.exit(2);
    }
}
