package org.probity.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code probity bench NAME} and {@code probity trial NAME}: runs the class of this package that is called so, {@code cmrt} being
 * {@code CmrtBench} and {@code kill} being {@code KillTrial}. A new one is found by its name alone. It prints a line for each goal and ends
 * the program with 0 when all are met, 1 when some are short, 2 when it could not run.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws IOException, URISyntaxException {
        var kind = args.length > 0 && args[0].equals("trial") ? "Trial" : "Bench";
        var words = args.length > 0 && List.of("trial", "bench").contains(args[0]) ? Arrays.copyOfRange(args, 1, args.length) : args;
        var known = named(kind);
        if (words.length == 0 || !known.contains(words[0].toLowerCase(Locale.ROOT))) {
            System.err.println("probity " + kind.toLowerCase(Locale.ROOT) + " NAME, where NAME is one of: " + String.join(" ", known));
            System.exit(2);
        }
        var name = words[0].toLowerCase(Locale.ROOT);
        try {
            Class.forName(Bench.class.getPackageName() + "." + Character.toUpperCase(name.charAt(0)) + name.substring(1) + kind)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(words, 1, words.length));
        } catch (InvocationTargetException e) {
            System.err.println(name + " could not run: " + e.getCause() + ". Where it failed stands in " + trace(name, e.getCause()));
            System.exit(2);
        } catch (ReflectiveOperationException e) {
            System.err.println(name + " cannot be run: " + e);
            System.exit(2);
        }
    }

    /** @return the file with every line that was on the stack */
    private static Path trace(String name, Throwable failure) throws IOException {
        var file = Files.createTempFile("probity-" + name + "-", ".txt");
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            failure.printStackTrace(out);
        }
        return file;
    }

    private static List<String> named(String kind) throws IOException, URISyntaxException {
        var place = Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(place))) {
            return named(kind, Path.of(place));
        }
        try (var jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
            return named(kind, jar.getPath("/"));
        }
    }

    private static List<String> named(String kind, Path root) throws IOException {
        try (Stream<Path> classes = Files.list(root.resolve("org/probity/bench"))) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("[A-Z][a-z]*" + kind + "\\.class"))
                    .map(file -> file.substring(0, file.length() - kind.length() - ".class".length()).toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
        }
    }
}
