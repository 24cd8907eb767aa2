package org.probity.house.start;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once for each version from the archive that travels in our jar. */
final class Unpacked {
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");

    private Unpacked() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; it appears whole or not at all. */
    static Path in(Path folder) throws IOException {
        var archive = Unpacked.class.getClassLoader().getResource(ARCHIVE);
        if (archive == null || !System.getProperty("os.arch").equals("amd64")) {
            throw new Stop("This build carries PostgreSQL for 64-bit Intel and AMD Linux only. Name a server of your own with --db.");
        }
        var version = VERSION.matcher(archive.toString());
        var place = folder.resolve(version.find() ? version.group(1) : "unversioned");
        if (Files.exists(place.resolve("bin/postgres"))) {
            return place;
        }
        Files.createDirectories(folder);
        var unfinished = Files.createTempDirectory(folder, "unpacking-");
        try (var in = archive.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in, 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(entry, tar, unfinished);
            }
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            // Two programs unpacked at the same time; the first one's folder is as good as ours.
            if (!Files.exists(place.resolve("bin/postgres"))) {
                throw another;
            }
            Folders.delete(unfinished);
        }
        return place;
    }

    private static void put(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive wants to write outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!entry.isSymbolicLink()) {
            var runs = entry.isDirectory() || (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
