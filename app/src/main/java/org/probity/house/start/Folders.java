package org.probity.house.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Folders and small files with the permissions they must have from their first moment. */
final class Folders {
    private Folders() {}

    static Path create(Path folder, String permissions) throws IOException {
        var wanted = PosixFilePermissions.fromString(permissions);
        if (Files.isDirectory(folder)) {
            Files.setPosixFilePermissions(folder, wanted);
            return folder;
        }
        if (folder.getParent() != null) {
            Files.createDirectories(folder.getParent());
        }
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(wanted));
        // The process's mask may have taken bits away.
        return Files.setPosixFilePermissions(folder, wanted);
    }

    /** Readable by the owner alone before the first byte is in it. */
    static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
