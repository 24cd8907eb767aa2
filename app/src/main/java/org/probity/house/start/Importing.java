package org.probity.house.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.start.Options.Name;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code probity import KIND FILE}: hands a file to a house that is open, through the door that programs use, with the key of a person.
 * The house says what the file would do or what is wrong with it, line by line; the person brings it in at the address that is printed,
 * because a key does no binding act. Ends with 0 when the file waits to be brought in and with 1 when it has faults.
 *
 * <p>Refuses when: the kind is not one of ours; the file cannot be read; a ledger says nothing of itself; there is no key; the house does
 * not answer, or not to this key.
 */
final class Importing {
    enum Kind {
        SUPPLIERS, SITES, MATERIALS, LEDGER, PEOPLE, UNITS;

        String spelled() {
            return name().toLowerCase(Locale.ROOT);
        }

        String path() {
            return switch (this) {
                case SUPPLIERS, SITES, MATERIALS, LEDGER -> "/api/suppliers/import/" + spelled();
                case PEOPLE, UNITS -> "/api/directory/import";
            };
        }
    }

    /** A file and what is said of it, as a browser's form would send them. */
    private record Form(String boundary, byte[] bytes) {}

    private record Reply(int status, JsonNode json) {}

    static final String KEY = "PROBITY_TOKEN";

    private Importing() {}

    static void run(List<String> words) {
        var code = run(words, Serve.environment(KEY), System.out);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(List<String> words, String key, PrintStream out) {
        var options = Options.parse("import", words, EnumSet.of(Name.URL, Name.PORT, Name.YEAR, Name.ROWS, Name.KILOGRAMS), 2);
        var kinds = Stream.of(Kind.values()).map(Kind::spelled).collect(Collectors.joining(" "));
        if (options.files().size() < 2) {
            throw new Stop("Say what and which file: probity import KIND FILE, where KIND is one of: " + kinds);
        }
        var kind = Stream.of(Kind.values()).filter(known -> known.spelled().equals(options.files().getFirst())).findFirst()
                .orElseThrow(() -> new Stop("Nothing is brought in as " + options.files().getFirst() + ". There are: " + kinds));
        if (key.isBlank()) {
            throw new Stop("Importing wants a key that writes, in the environment as " + KEY + ". You make one in the browser: My account, Keys for programs.");
        }
        var house = options.url().map(Object::toString).orElseGet(() -> "http://localhost:" + options.port());
        return told(house, ask(house + kind.path(), key, form(kind, options)), out);
    }

    private static Form form(Kind kind, Options options) {
        var file = Path.of(options.files().getLast());
        var boundary = UUID.randomUUID().toString();
        var form = new ByteArrayOutputStream();
        if (kind == Kind.LEDGER) {
            Map.of("year", Name.YEAR, "statedRows", Name.ROWS, "statedKilograms", Name.KILOGRAMS).forEach((field, name) ->
                    part(form, boundary, field, options.value(name).orElseThrow(() -> new Stop(
                            "A ledger says of itself --year, --rows and --kilograms, so that a line that went missing shows."))));
        }
        try {
            part(form, boundary, "file\"; filename=\"" + file.getFileName().toString().replace("\"", "%22"), "");
            form.writeBytes(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Stop(file + " cannot be read: " + e, e);
        }
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new Form(boundary, form.toByteArray());
    }

    /** RFC 7578. The line break before a boundary belongs to it; before the first one it is a preamble, which is passed over. */
    private static void part(ByteArrayOutputStream form, String boundary, String name, String value) {
        form.writeBytes(("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value).getBytes(StandardCharsets.UTF_8));
    }

    private static Reply ask(String address, String key, Form form) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofMinutes(5))
                    .header("Authorization", "Bearer " + key).header("Accept-Language", Locale.getDefault().toLanguageTag())
                    .header("Content-Type", "multipart/form-data; boundary=" + form.boundary())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes())).build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), JsonMapper.builder().build().readTree(answer.body()));
        } catch (IOException e) {
            throw new Stop("Nobody answers at " + address + " (" + e + "). Say where the house is with --url or --port.", e);
        } catch (JacksonException e) {
            throw new Stop(address + " does not answer as a house does. Say where the house is with --url or --port.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop("Interrupted; whether the file was read is not known, and nothing of it counts.", e);
        }
    }

    private static int told(String house, Reply reply, PrintStream out) {
        var json = reply.json();
        if (reply.status() == 200) {
            out.printf("%s was read: %s new, %s changed%s, %s the same.%nNothing of it counts yet. Within a day, bring it in at %s%s%n",
                    json.path("file").asString(), json.path("added").asString(), json.path("changed").asString(),
                    json.has("ended") ? ", " + json.path("ended").asString() + " ended" : "", json.path("same").asString(), house, json.path("open").asString());
            return 0;
        }
        if (reply.status() != 422) {
            throw new Stop(json.path("title").asString() + ": " + json.path("detail").asString());
        }
        out.println(json.path("title").asString() + ". " + json.path("detail").asString());
        json.path("faults").forEach(fault -> out.printf("row %s, %s: %s%s%n", fault.path("row").asString(), fault.path("column").asString(),
                fault.path("text").asString(), fault.path("value").asString().isEmpty() ? "" : " (" + fault.path("value").asString() + ")"));
        json.path("reasons").forEach(reason -> out.println(reason.path("text").asString()));
        return 1;
    }
}
