package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartingPostgresTest {
    static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    Path folder;

    @BeforeEach
    void aFolder() throws Exception {
        folder = Files.createTempDirectory(TEMPORARY, "probity-postgres-test-");
    }

    @AfterEach
    void noFolder() throws Exception {
        Folders.delete(folder);
    }

    Postgres start() throws Exception {
        return Postgres.in(folder, TEMPORARY.toRealPath().resolve("probity-postgres-" + System.getProperty("user.name")), true);
    }

    @Test
    void recordsPortAndPasswordOutliveARestart() throws Exception {
        Database first;
        try (var postgres = start()) {
            first = postgres.database();
            execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var postgres = start()) {
            assertThat(postgres.database()).isEqualTo(first);
            assertThat(ask(first, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void dataAreCheckedWrittenThroughAndReachableFromThisMachineAlone() throws Exception {
        try (var postgres = start()) {
            var database = postgres.database();
            assertThat(ask(postgres.maintenance(), "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(postgres.maintenance(), "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres.maintenance(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres.maintenance(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres.maintenance(), "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password"))).hasSize(2);
        }
    }

    @Test
    void filesAreFlushedInOneCallAfterACrashWhereTheKernelTellsOfFailures() throws Exception {
        assertThat(Postgres.tellsOfFailedFlushes("5.8.0-generic")).isTrue();
        assertThat(Postgres.tellsOfFailedFlushes("6.1.0")).isTrue();
        assertThat(Postgres.tellsOfFailedFlushes("5.7.19")).isFalse();
        assertThat(Postgres.tellsOfFailedFlushes("4.19.0")).isFalse();
        assertThat(Postgres.tellsOfFailedFlushes("unknown")).isFalse();
        try (var postgres = start()) {
            assertThat(ask(postgres.maintenance(), "SHOW recovery_init_sync_method"))
                    .isEqualTo(Postgres.tellsOfFailedFlushes(System.getProperty("os.version")) ? "syncfs" : "fsync");
        }
    }

    @Test
    void aServerKilledUnderARunningProgramComesBackOnTheSamePort() throws Exception {
        try (var postgres = start()) {
            var database = postgres.database();
            execute(database, "CREATE TABLE kept AS SELECT 42 AS answer");
            var killed = postgres.pid();
            new ProcessBuilder("kill", "-9", "" + killed).start().waitFor();
            assertThat(askUntilItAnswers(database, "SELECT answer FROM kept")).isEqualTo("42");
            assertThat(postgres.pid()).isNotEqualTo(killed);
        }
    }

    @Test
    void aStaleProcessFileOfAMachineThatLostPowerIsNoObstacle() throws Exception {
        start().close();
        // The number of a living process, as after a restart of a container, where numbers are small and come again.
        Files.writeString(folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder.resolve("data") + "\n");
        try (var postgres = start()) {
            assertThat(ask(postgres.database(), "SELECT 1")).isEqualTo("1");
        }
    }

    static void execute(Database database, String sql) throws Exception {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Database database, String sql) throws Exception {
        try (var connection = database.connect(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static String askUntilItAnswers(Database database, String sql) throws Exception {
        for (var attempts = 0;; attempts++) {
            try {
                return ask(database, sql);
            } catch (SQLException down) {
                if (attempts == 1_200) {
                    throw down;
                }
                Thread.sleep(50);
            }
        }
    }
}
