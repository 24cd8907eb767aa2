package org.probity.formats.epcis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Documents and expected answers of others, beside the checkout and never in it; tests that need them are skipped where they are not.
final class Given {

    private static final Path FOLDER = Path.of(System.getProperty("probity.shared", "none")).resolve("trace");

    private Given() {
    }

    static Path folder(String name) {
        Path folder = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> folder + " is not here");
        return folder;
    }

    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> file + " is not here");
        return file;
    }

    /// All files below that end so, in the order of their names.
    static List<Path> files(Path folder, String... ends) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
