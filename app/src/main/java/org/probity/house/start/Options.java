package org.probity.house.start;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person typed after {@code probity <command>}: names with values, flags, and files. */
record Options(Map<Name, String> values, Set<Name> flags, List<String> files) {
    enum Name {
        HOME, PORT, LISTEN, DB, CERT, KEY, URL, ANCHOR, EMPTY, DEMO,
        /** How many suppliers a demo has. */
        DEMO_SIZE,
        /** What a goods-receipt ledger says of itself. */
        YEAR, ROWS, KILOGRAMS,
        /** Of a sample that tells a story. */
        DAYS, SEED;

        boolean flag() {
            return this == EMPTY || this == DEMO;
        }

        String spelled() {
            return "--" + name().toLowerCase().replace('_', '-');
        }
    }

    static final int PORT = 8080;

    Options {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
        files = List.copyOf(files);
    }

    /**
     * Refuses: an option this command does not know; an option without its value; the same option twice; more files than the command
     * takes.
     */
    static Options parse(String command, List<String> words, Set<Name> known, int filesMax) {
        var values = new EnumMap<Name, String>(Name.class);
        var flags = EnumSet.noneOf(Name.class);
        var files = new ArrayList<String>();
        var left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            var word = left.poll();
            if (!word.startsWith("--")) {
                files.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var spelled = equals < 0 ? word : word.substring(0, equals);
            var name = known.stream().filter(n -> n.spelled().equals(spelled)).findFirst().orElseThrow(() -> new Stop(
                    "probity " + command + " does not know " + spelled + ". It knows "
                            + Stream.of(Name.values()).filter(known::contains).map(Name::spelled).collect(Collectors.joining(" ")) + "."));
            if (name.flag()) {
                flags.add(name);
                continue;
            }
            var value = equals < 0 ? left.poll() : word.substring(equals + 1);
            if (value == null || value.isBlank()) {
                throw new Stop(spelled + " wants a value after it.");
            }
            if (values.put(name, value) != null) {
                throw new Stop(spelled + " was given twice.");
            }
        }
        if (files.size() > filesMax) {
            throw new Stop("probity " + command + " cannot use " + String.join(" ", files.subList(filesMax, files.size())) + ".");
        }
        return new Options(values, flags, files);
    }

    Optional<String> value(Name name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(Name flag) {
        return flags.contains(flag);
    }

    /** For root a folder that PostgreSQL's user can reach, otherwise where this person's programs keep their data. */
    Path home() {
        return value(Name.HOME).map(Path::of).orElseGet(() -> {
            if ("root".equals(System.getProperty("user.name"))) {
                return Path.of("/var/lib/probity");
            }
            var data = System.getenv("XDG_DATA_HOME");
            var person = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
            return (data == null || data.isBlank() ? Path.of(person, ".local/share") : Path.of(data)).resolve("probity");
        }).toAbsolutePath().normalize();
    }

    int port() {
        var typed = value(Name.PORT).orElse("" + PORT);
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > 65535) {
            throw new Stop("--port wants a number up to 65535, not " + typed + ".");
        }
        return Integer.parseInt(typed);
    }

    /** Refuses what is no number of suppliers; the story names 158 of its own, and more than 50,000 take longer than anybody waits. */
    Optional<Integer> demoSize() {
        return value(Name.DEMO_SIZE).map(typed -> {
            if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > 50_000) {
                throw new Stop("--demo-size wants a number of suppliers up to 50000, not " + typed + ".");
            }
            return Integer.parseInt(typed);
        });
    }

    InetAddress listen() {
        var typed = value(Name.LISTEN).orElse("127.0.0.1");
        try {
            return InetAddress.getByName(typed);
        } catch (UnknownHostException e) {
            throw new Stop("--listen wants an address of this machine, and " + typed + " is none.");
        }
    }

    Optional<URI> url() {
        return value(Name.URL).map(typed -> {
            if (!typed.matches("https?://[^/\\s]+/?")) {
                throw new Stop("--url wants the address people type, such as https://probity.example.org, not " + typed + ".");
            }
            return URI.create(typed.replaceAll("/$", ""));
        });
    }

    boolean certificate() {
        if (value(Name.CERT).isPresent() != value(Name.KEY).isPresent()) {
            throw new Stop("--cert and --key belong together: the certificate chain and its private key, both as PEM files.");
        }
        return value(Name.CERT).isPresent();
    }

    /** Plain HTTP stays on this machine; beyond it there is a certificate here or in a proxy that somebody took the trouble to name. */
    void mustNotSpeakPlainlyToTheNetwork() {
        var named = url().filter(url -> url.getScheme().equals("https")).isPresent();
        if (!listen().isLoopbackAddress() && !certificate() && !named) {
            throw new Stop("Without encryption Probity listens on this machine only. To listen on " + listen().getHostAddress()
                    + " give it --cert and --key, or name the HTTPS proxy in front of it: --url https://your.name.");
        }
    }
}
