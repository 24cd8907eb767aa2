package org.probity.formats.cmrt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Real workbooks that may not be shipped with the sources. Tests that want them are skipped where they are absent.
final class Shared {

    private Shared() {
    }

    static Path path(String name) {
        Path path = Path.of(System.getProperty("probity.shared", "none")).resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "reference data not here: " + name);
        return path;
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Declaration declaration(String name) {
        return switch (Cmrt.read(bytes(name))) {
            case Reading.Read(Declaration declaration) -> declaration;
            case Reading.Unreadable unreadable -> throw new AssertionError(name + ": " + unreadable);
        };
    }
}
