package org.probity.house.start;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.probity.house.start.Options.Name;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.core.JacksonException;

/**
 * {@code probity restore FILE --home NEW}: a house made anew from a backup, in an empty home or an empty database.
 *
 * <p>The tables are made as they were when the backup was written, filled, counted and hashed against the manifest, and only then brought
 * up to this version. What the log had last signed is left beside the house as {@code restored.json}.
 *
 * <p>Refuses when: the file is not a whole backup, or any byte of it was changed; the home or the database is not empty; the backup comes
 * from a newer Probity or a newer PostgreSQL. A restore that fails leaves nothing behind in the home.
 */
final class Restore {
    private Restore() {}

    static void run(List<String> words) {
        var options = Options.parse("restore", words, EnumSet.of(Name.HOME, Name.DB), 1);
        if (options.files().isEmpty() || options.value(Name.HOME).isEmpty()) {
            throw new Stop("Say what to restore and where: probity restore FILE --home NEW");
        }
        var file = Path.of(options.files().getFirst()).toAbsolutePath();
        var folder = options.home();
        var manifest = check(file);
        mustBeEmpty(folder);
        var home = Home.at(folder);
        try (var held = home.hold()) {
            if (options.value(Name.DB).isPresent()) {
                fill(file, manifest, Database.at(options.value(Name.DB).get(), Serve.environment("PROBITY_DB_PASSWORD")));
            } else {
                try (var postgres = Postgres.in(home.postgres())) {
                    fill(file, manifest, postgres.database());
                }
            }
            Files.writeString(home.folder().resolve("restored.json"), manifest.written());
        } catch (RuntimeException | IOException e) {
            empty(folder);
            throw e instanceof RuntimeException failure ? failure : new Stop("The home " + folder + " cannot be used: " + e, e);
        }
        System.out.println("Restored " + manifest.rows() + " rows of " + manifest.tables().size() + " tables, as they were at "
                + manifest.made() + ", into " + folder + ". Open it with: probity serve --home " + folder);
    }

    /** Reads the whole file once before anything is made. */
    static Manifest check(Path file) {
        if (!Files.isReadable(file)) {
            throw new Stop("There is no file " + file + " that can be read.");
        }
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new Stop(file + " is not a backup of Probity: it has no " + Manifest.ENTRY + ".");
            }
            var manifest = Manifest.read(zip.getInputStream(entry).readAllBytes());
            if (!manifest.format().equals(Manifest.FORMAT)) {
                throw new Stop(file + " is of a kind this version does not know: " + manifest.format() + ".");
            }
            for (var part : manifest.tables()) {
                var bytes = zip.getEntry(part.entry());
                var digest = Snapshot.sha256();
                if (bytes != null) {
                    try (var in = new DigestInputStream(zip.getInputStream(bytes), digest)) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
                if (bytes == null || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                    throw new Stop(file + " is damaged: " + part.table() + " is not what was backed up.");
                }
            }
            return manifest;
        } catch (ZipException e) {
            throw new Stop(file + " is not a whole backup of Probity: " + e.getMessage() + ".", e);
        } catch (IOException | JacksonException e) {
            throw new Stop(file + " cannot be read as a backup of Probity: " + e.getMessage(), e);
        }
    }

    static void fill(Path file, Manifest manifest, Database database) {
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        try (var connection = source.getConnection()) {
            mustTake(manifest, connection, database);
            mustKnow(manifest, Migrations.on(source).load().info().all());
            var highest = manifest.migrations().stream().map(MigrationVersion::fromVersion).max(MigrationVersion::compareTo);
            Migrations.on(source)
                    .target(highest.orElseThrow(() -> new Stop(file + " says nothing of its tables' version.")))
                    .load().migrate();
            load(file, manifest, connection);
            Migrations.on(source).load().migrate();
        } catch (SQLException e) {
            throw new Stop("The records could not be written (" + database + "): " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Stop(file + " could not be read to its end: " + e, e);
        }
    }

    private static void mustTake(Manifest manifest, Connection connection, Database database) throws SQLException {
        var major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < manifest.postgres()) {
            throw new Stop("The backup was written by PostgreSQL " + manifest.postgres() + " and the server has " + major
                    + ". Restore into the same or a newer one.");
        }
        if (!Tables.in(connection).isEmpty()) {
            throw new Stop("The database is not empty (" + database + "). A backup is restored into an empty one.");
        }
    }

    private static void mustKnow(Manifest manifest, MigrationInfo[] known) {
        var versions = Arrays.stream(known).map(info -> Optional.ofNullable(info.getVersion()).map(Object::toString).orElse(""))
                .collect(Collectors.toSet());
        var unknown = manifest.migrations().stream().filter(version -> !versions.contains(version)).toList();
        if (!unknown.isEmpty()) {
            throw new Stop("The backup comes from a newer Probity: this one does not know " + String.join(", ", unknown)
                    + ". Restore it with that version or a later one.");
        }
    }

    private static void load(Path file, Manifest manifest, Connection connection) throws SQLException, IOException {
        Snapshot.spellAlike(connection);
        connection.setAutoCommit(false);
        var tables = Tables.in(connection).stream().collect(Collectors.toMap(table -> table.schema() + "." + table.name(), table -> table));
        try (var zip = new ZipFile(file.toFile()); var statement = connection.createStatement()) {
            // Migrations may have put rows of their own; the backup has them too.
            for (var table : tables.values()) {
                table.mayBeEmptied(connection, true);
            }
            statement.execute("TRUNCATE " + tables.values().stream().map(Tables.Table::full).collect(Collectors.joining(", ")));
            for (var table : tables.values()) {
                table.mayBeEmptied(connection, false);
            }
            for (var part : manifest.tables()) {
                var table = Optional.ofNullable(tables.get(part.table())).orElseThrow(() -> new Stop(
                        "The backup has a table this version cannot place: " + part.table() + "."));
                try (var rows = unhurried(zip.getInputStream(zip.getEntry(part.entry())))) {
                    table.putOn(connection);
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), rows, 1 << 16);
                    table.takeOff(connection);
                }
                var written = Snapshot.write(connection, table, part.entry(), OutputStream.nullOutputStream());
                if (!written.equals(part)) {
                    throw new Stop("What was written is not what was backed up: " + part.table() + " has " + written.rows() + " rows with hash "
                            + written.sha256() + ", and should have " + part.rows() + " with " + part.sha256() + ".");
                }
            }
            for (var counter : manifest.counters()) {
                try (var set = connection.prepareStatement("SELECT pg_catalog.setval(?::regclass, ?)")) {
                    set.setString(1, counter.sequence());
                    set.setLong(2, counter.last());
                    set.execute();
                }
            }
            connection.commit();
        } catch (SQLException | IOException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
        connection.setAutoCommit(true);
    }

    /** A zip entry gives bytes as they are unpacked; COPY takes a short read for the end, so it is given full ones. */
    private static InputStream unhurried(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                var read = in.readNBytes(into, from, length);
                return read == 0 && length > 0 ? -1 : read;
            }
        };
    }

    private static void mustBeEmpty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var inside = Files.list(folder)) {
                    if (inside.findAny().isPresent()) {
                        throw new Stop("The home " + folder + " is not empty. A backup is restored into a new one.");
                    }
                }
            }
        } catch (IOException e) {
            throw new Stop("The home " + folder + " cannot be used: " + e, e);
        }
    }

    private static void empty(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("What a failed restore left in " + folder + " could not be removed: " + e);
        }
    }
}
