package org.probity.house.start;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.probity.house.start.Options.Name;

/**
 * {@code probity backup FILE}: every row of the house in one file, as it stood at one moment, whether the house is open or closed.
 *
 * <p>The file is a zip of one CSV for each table and a manifest with counts and hashes; it is also the whole-company export. It holds
 * people's data in the clear, so only its owner may read it. The log's signing key is not in it: that key proves who signs, and a copy of
 * it in a backup could sign too.
 *
 * <p>Refuses when: no file is named; the file exists; there is no house in the home; the house cannot be reached.
 */
final class Backup {
    private Backup() {}

    static void run(List<String> words) {
        var options = Options.parse("backup", words, EnumSet.of(Name.HOME, Name.DB), 1);
        if (options.files().isEmpty()) {
            throw new Stop("Name the file to write: probity backup FILE");
        }
        var file = Path.of(options.files().getFirst()).toAbsolutePath();
        var manifest = Standing.of(options).use(database -> write(database, file));
        System.out.println("Backed up " + manifest.rows() + " rows of " + manifest.tables().size() + " tables into " + file + ".");
    }

    static Manifest write(Database database, Path file) {
        if (Files.exists(file)) {
            throw new Stop(file + " exists already. A backup never writes over another; name a new file.");
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (var connection = database.connect()) {
            Files.deleteIfExists(unfinished);
            Folders.writeSecret(unfinished, "");
            Manifest manifest;
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
                manifest = write(connection, zip);
            }
            try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (SQLException e) {
            throw new Stop("The records could not be read (" + database + "): " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Stop("The backup could not be written to " + unfinished + ": " + e, e);
        }
    }

    private static Manifest write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        Snapshot.spellAlike(connection);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            var parts = new ArrayList<Manifest.Part>();
            var tables = Tables.in(connection);
            for (var table : tables) {
                var entry = "tables/%03d-%s.%s.csv".formatted(parts.size(), table.schema(), table.name());
                zip.putNextEntry(entry(entry));
                parts.add(Snapshot.write(connection, table, entry, zip));
                zip.closeEntry();
            }
            var manifest = new Manifest(Manifest.FORMAT, Instant.now(), connection.getMetaData().getDatabaseMajorVersion(),
                    texts(connection, "SELECT version FROM house.flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank"),
                    parts, counters(connection), checkpoint(connection));
            zip.putNextEntry(entry(Manifest.ENTRY));
            zip.write(manifest.written().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return manifest;
        }
    }

    /** Without a time of its own, so that the same records give the same bytes. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        return entry;
    }

    private static List<Manifest.Counter> counters(Connection connection) throws SQLException {
        var counters = new ArrayList<Manifest.Counter>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value
                  FROM pg_sequences
                 WHERE last_value IS NOT NULL
                 ORDER BY 1
                """)) {
            while (rows.next()) {
                counters.add(new Manifest.Counter(rows.getString(1), rows.getLong(2)));
            }
        }
        return counters;
    }

    private static @Nullable String checkpoint(Connection connection) throws SQLException {
        var view = texts(connection, "SELECT to_regclass('log.newest_checkpoint')::text");
        if (view.getFirst() == null) {
            return null;
        }
        var notes = texts(connection, "SELECT note FROM log.newest_checkpoint");
        return notes.isEmpty() ? null : notes.getFirst();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
