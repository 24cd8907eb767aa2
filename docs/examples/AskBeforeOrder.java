import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an ERP does before it places an order: it asks, places the order only when it may, and reports what it placed.
///
///     PROBITY_KEY=probity_... java AskBeforeOrder.java https://probity.helia.example SUP-00932 solder PO-4711 12500.00
///
/// Ends with 0 when the order was placed, 1 when it may not be placed, 2 when nobody could be asked: then no order is placed either.
public class AskBeforeOrder {
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public static void main(String[] args) {
        if (args.length != 5 || System.getenv("PROBITY_KEY") == null) {
            System.err.println("AskBeforeOrder URL SUPPLIER CATEGORY ORDER AMOUNT, with the key in PROBITY_KEY");
            System.exit(2);
        }
        try {
            System.exit(order(args[0], args[1], args[2], args[3], args[4]));
        } catch (Exception nobodyAnswered) {
            System.err.println("Order " + args[3] + " is not placed: nobody could be asked (" + nobodyAnswered + ")");
            System.exit(2);
        }
    }

    private static int order(String url, String supplier, String category, String order, String amount) throws Exception {
        // The order's number goes along as reference, so that both sides find each other later.
        var answer = post(url + "/api/clearances",
                "{\"supplier\":%s,\"category\":%s,\"act\":\"ORDER\",\"reference\":%s}".formatted(quoted(supplier), quoted(category), quoted(order)));
        var clearance = field(answer, "id");
        if (!answer.contains("\"allowed\":true")) {
            System.out.println("Order " + order + " is refused (clearance " + clearance + "):");
            said(answer);
            return 1;
        }
        if (answer.contains("\"outcome\":\"WARNED\"")) {
            System.out.println("Order " + order + " may be placed, knowing this:");
            said(answer);
        }
        System.out.println("Order " + order + " is placed (clearance " + clearance + ").");
        post(url + "/api/deeds", ("{\"source\":\"example ERP\",\"rows\":1,\"lines\":[{\"kind\":\"ORDER\",\"document\":%s,\"supplier\":%s,\"day\":\"%s\",\"amount\":%s,"
                + "\"currency\":\"CNY\",\"clearance\":\"%s\"}]}").formatted(quoted(order), quoted(supplier), LocalDate.now(), quoted(amount), clearance));
        return 0;
    }

    private static String post(String url, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).header("Authorization", "Bearer " + System.getenv("PROBITY_KEY"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        var response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /// Each reason comes in both languages.
    private static void said(String answer) {
        Matcher reasons = Pattern.compile("\"en\":\"((?:[^\"\\\\]|\\\\.)*)\",\"zh\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(answer);
        while (reasons.find()) {
            System.out.println("  - " + reasons.group(1) + " / " + reasons.group(2));
        }
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
