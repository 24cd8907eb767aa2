package org.probity.house.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.probity.proof.Checkpoint;
import org.probity.proof.Json;
import org.probity.proof.Note;

/**
 * That this home was made from a backup, and how far the log had come then. The log may have signed more after the backup was made; nobody
 * here can know.
 *
 * @param made when the backup was made
 * @param size the entries of the newest signed state in it; 0 when nothing was signed
 */
record Restoration(Instant made, long size) {

    /** What {@code restore} left beside the house. */
    static Optional<Restoration> of(Path home) {
        var file = home.resolve("restored.json");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            var written = (Json.Obj) Json.parse(Files.readString(file));
            var size = written.get("checkpoint").map(it -> it instanceof Json.Str(var note) ? Checkpoint.parse(Note.parse(note)).size() : 0L).orElse(0L);
            return Optional.of(new Restoration(Instant.parse(((Json.Str) written.get("made").orElseThrow()).value()), size));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** By what its explanation is found. */
    String mark() {
        return "restored from the backup of " + made;
    }
}
