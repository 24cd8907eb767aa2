package org.probity.house.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.start.Options.Name;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;

/**
 * {@code probity serve}: brings the home's PostgreSQL up, decides what kind of house this is, and opens the door.
 *
 * <p>Stops with a sentence when: another program serves the home; the port is taken; plain HTTP would leave this machine; a demo would
 * be seen from the network or be turned into a real house; the database cannot be reached; a new database was named without saying
 * what to found in it.
 */
final class Serve {
    private Serve() {}

    static void run(Class<?> application, List<String> words) {
        var options = Options.parse("serve", words, EnumSet.range(Name.HOME, Name.DEMO_SIZE), 0);
        options.mustNotSpeakPlainlyToTheNetwork();
        var home = Home.at(options.home());
        var held = home.hold();
        mustBeFree(options);
        var embedded = options.value(Name.DB).isPresent() ? Optional.<Postgres>empty() : Optional.of(Postgres.in(home.postgres()));
        // After the application has ended its last request, and when it never came that far.
        SpringApplication.getShutdownHandlers().add(() -> {
            embedded.ifPresent(Postgres::close);
            Home.letGo(held);
        });
        try {
            var database = embedded.map(Postgres::database)
                    .orElseGet(() -> Database.at(options.value(Name.DB).orElseThrow(), environment("PROBITY_DB_PASSWORD")));
            var kind = kind(database, options);
            var spring = new SpringApplication(application);
            spring.setDefaultProperties(settings(options, home, database, kind));
            // Before a demo tells its story, which goes on behind the first page.
            spring.addListeners((ApplicationListener<ApplicationStartedEvent>) started -> System.out.println(
                    "Probity is open at " + address(options) + " (home " + home.folder() + "; Ctrl-C ends it)."));
            spring.run();
        } catch (RuntimeException e) {
            embedded.ifPresent(Postgres::close);
            throw e instanceof Stop ? e : new Stop("Probity could not start: " + rootOf(e).getMessage() + "\nMore is in " + home.log() + ".", e);
        }
    }

    private static House.Kind kind(Database database, Options options) {
        try {
            var kind = House.kind(database).orElseGet(() -> {
                if (options.value(Name.DB).isPresent() && !options.has(Name.EMPTY) && !options.has(Name.DEMO)) {
                    throw new Stop("The database at --db holds no house yet. Say what to found there: --empty for a real one, --demo to look around.");
                }
                return options.has(Name.EMPTY) ? House.Kind.REAL : House.Kind.DEMO;
            });
            if (kind == House.Kind.DEMO && options.has(Name.EMPTY)) {
                throw new Stop("This home holds the demo, and a demo never becomes a real house. Choose another home with --home.");
            }
            if (kind == House.Kind.REAL && options.has(Name.DEMO)) {
                throw new Stop("This home is a real house; the demo does not come into it. Choose another home with --home.");
            }
            if (kind == House.Kind.DEMO && !options.listen().isLoopbackAddress()) {
                throw new Stop("A demo, whose passwords everyone can read, is shown on this machine only. Leave --listen away, or found a real house with --empty and another --home.");
            }
            return kind;
        } catch (SQLException e) {
            throw new Stop("The database cannot be used (" + database + "): " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> settings(Options options, Home home, Database database, House.Kind kind) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("server.address", options.listen().getHostAddress());
        settings.put("server.port", options.port());
        settings.put("probity.home", home.folder().toString());
        settings.put("probity.demo", kind == House.Kind.DEMO);
        if (kind == House.Kind.DEMO) {
            settings.put("probity.company", "Helia Solar");
            options.demoSize().ifPresent(size -> settings.put("probity.demo.size", size));
        }
        settings.put("probity.url", address(options));
        // What a log that is born now is called; witnesses tell logs apart by it. A real house without an address of its own gets a random name.
        (kind == House.Kind.DEMO ? Optional.of("probity.example") : options.url().map(URI::getHost))
                .ifPresent(host -> settings.put("probity.log.origin", host + "/log"));
        options.value(Name.ANCHOR).ifPresent(folder -> settings.put("probity.anchor", Path.of(folder).toAbsolutePath().toString()));
        if (options.certificate()) {
            settings.put("server.ssl.bundle", "probity");
            settings.put("spring.ssl.bundle.pem.probity.keystore.certificate", file(options, Name.CERT));
            settings.put("spring.ssl.bundle.pem.probity.keystore.private-key", file(options, Name.KEY));
            settings.put("spring.ssl.bundle.pem.probity.reload-on-update", true);
        } else if (options.url().isPresent()) {
            // Only who named a proxy is believed when a request says where it came from.
            settings.put("server.forward-headers-strategy", "framework");
        }
        settings.put("server.servlet.session.cookie.secure", address(options).startsWith("https:"));
        settings.put("logging.file.name", home.log().toString());
        settings.put("logging.threshold.console", "WARN");
        settings.put("logging.pattern.console", "%d{HH:mm:ss} %msg%n%ex{short}");
        return settings;
    }

    private static String file(Options options, Name name) {
        var file = Path.of(options.value(name).orElseThrow()).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new Stop(name.spelled() + " names a file that cannot be read: " + file);
        }
        return "file:" + file;
    }

    /** What people type; links in mails begin with it. */
    private static String address(Options options) {
        return options.url().map(Object::toString)
                .orElseGet(() -> (options.certificate() ? "https" : "http") + "://" + host(options.listen()) + ":" + options.port());
    }

    private static String host(InetAddress listen) {
        try {
            return listen.isLoopbackAddress() ? "localhost"
                    : listen.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostName() : listen.getHostAddress();
        } catch (UnknownHostException nameless) {
            return listen.getHostAddress();
        }
    }

    private static void mustBeFree(Options options) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(options.listen(), options.port()));
        } catch (IOException taken) {
            throw new Stop("Port " + options.port() + " on " + options.listen().getHostAddress() + " cannot be used ("
                    + taken.getMessage() + "). Choose another with --port.");
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static String environment(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
