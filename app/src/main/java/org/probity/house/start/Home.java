package org.probity.house.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The folder with everything one house needs: records, log files, and the lock of the program that serves it.
 *
 * <p>The operating system lets go of the lock when the program ends, however it ends, so no stale lock can remain.
 */
record Home(Path folder) {
    /** Makes the folder if there is none. Refuses one that holds something else, whose permissions are not ours to change. */
    static Home at(Path folder) {
        try {
            mustBeOurs(folder);
            // Others may pass through, because PostgreSQL runs as another user for root; they may not look around.
            Folders.create(folder, "rwx--x--x");
            Folders.create(folder.resolve("log"), "rwx------");
            return new Home(folder.toRealPath());
        } catch (FileAlreadyExistsException e) {
            throw new Stop("The home " + folder + " cannot be a folder: " + e.getFile() + " is a file.");
        } catch (AccessDeniedException e) {
            throw new Stop("You may not write to " + e.getFile() + ". Choose another home with --home.");
        } catch (IOException e) {
            throw new Stop("The home " + folder + " cannot be used: " + e, e);
        }
    }

    private static void mustBeOurs(Path folder) throws IOException {
        // A second node's home begins with the log's key, brought from the first.
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve("lock")) || Files.exists(folder.resolve("log.key"))) {
            return;
        }
        try (var inside = Files.list(folder)) {
            // What a file system of its own begins with does not count.
            if (inside.anyMatch(file -> !file.endsWith("lost+found"))) {
                throw new Stop("The folder " + folder + " holds other files and is no home of Probity. Choose an empty or a new one with --home.");
            }
        }
    }

    /** Holds the home until the channel is closed or the program ends. Refuses when another program holds it. */
    FileChannel hold() {
        return tryHold().orElseThrow(() -> {
            try {
                return new Stop("Another Probity already serves the home " + folder + " (process " + Files.readString(lock()).strip()
                        + "). Stop that one first, or choose another home with --home.");
            } catch (IOException e) {
                throw new UncheckedIOException("lock of " + folder, e);
            }
        });
    }

    /** Empty when another program holds the home. */
    Optional<FileChannel> tryHold() {
        try {
            var channel = FileChannel.open(lock(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(false);
            return Optional.of(channel);
        } catch (OverlappingFileLockException thisProgram) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("lock of " + folder, e);
        }
    }

    private Path lock() {
        return folder.resolve("lock");
    }

    static void letGo(FileChannel held) {
        try {
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path log() {
        return folder.resolve("log/probity.log");
    }
}
