package org.probity.proof;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Published test vectors, where this machine has them. A test that asks for a missing folder is skipped, never passed. */
final class Vectors {

    private Vectors() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("probity.shared", "no-such-folder"), name);
        assumeThat(folder).isDirectory();
        return folder;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
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
}
