package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RestoringABackupTest {
    static final String HOSTILE = "a \"quoted\", text\nof two lines\\. \\N 'and' 中文 😀 \t end ";

    private static Database house;
    private static Manifest made;
    private static Path written;
    private static Database back;

    @TempDir Path folder;
    Path file;

    static JdbcClient client(Database database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    /** Backed up once and restored once: most of what is refused is refused of a file. */
    @BeforeAll
    static void aHouseWithRecords(@TempDir Path once) {
        house = TestDatabase.another();
        var db = client(house);
        var account = UUID.randomUUID();
        db.sql("""
                INSERT INTO access.account (id, name, email, language, invited_at, invited_by)
                VALUES (:id, :name, 'li@example.org', 'zh', '2026-03-01T09:00:00.123456Z', :id)
                """).param("id", account).param("name", HOSTILE).update();
        db.sql("INSERT INTO access.audit (at, kind, by, details) VALUES (now(), '', NULL, '{\"a\": [1, null]}')").update();
        db.sql("INSERT INTO access.session VALUES ('1', '1', 0, 0, 0, 0, NULL)").update();
        var bytes = new byte[70_000];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        db.sql("INSERT INTO evidence.blob (sha256, size) VALUES (sha256(:bytes), 70000)").param("bytes", bytes).update();
        db.sql("INSERT INTO evidence.chunk (sha256, no, bytes) VALUES (sha256(:bytes), 0, :bytes)").param("bytes", bytes).update();
        db.sql("INSERT INTO log.checkpoint (size, root, note, signed_at) VALUES (7, '\\x00', 'old', now()), (8, '\\x00', 'newest', now())").update();
        written = once.resolve("house.backup");
        made = Backup.write(house, written);
        back = TestDatabase.empty();
        Restore.fill(written, Restore.check(written), back);
    }

    @BeforeEach
    void itsBackup() throws IOException {
        file = Files.copy(written, folder.resolve("house.backup"));
    }

    @Test
    void everyRowComesBackAsItWas() {
        var restored = TestDatabase.copy(back);
        var again = Backup.write(restored, folder.resolve("again.backup"));
        assertThat(again.tables()).isEqualTo(made.tables());
        assertThat(client(restored).sql("SELECT name FROM access.account").query(String.class).single()).isEqualTo(HOSTILE);
        assertThat(client(restored).sql("SELECT sha256(bytes) = sha256 FROM evidence.chunk").query(Boolean.class).single()).isTrue();
    }

    /** What triggers add up is no part of a backup and is added up again; what was entered before its period was closed comes back all the same. */
    @Test
    void aBookComesBackWithItsBalancesThoughItsPeriodIsClosed() {
        var house = TestDatabase.another();
        var file = folder.resolve("books.backup");
        for (var sql : List.of(
                "INSERT INTO book.book (code) VALUES ('x')", "INSERT INTO book.commodity (book, code, places) VALUES ('x', 'CNY', 2)",
                "INSERT INTO book.account (id, book, commodity, kind, opened_at) SELECT account, 'x', 'CNY', kind, now() FROM (VALUES (uuid '00000000-0000-0000-0000-00000000000a', 'a'), ('00000000-0000-0000-0000-00000000000b', 'b')) AS told (account, kind)",
                "INSERT INTO book.batch (no, book, by, at, record) VALUES (nextval('book.number'), 'x', gen_random_uuid(), now(), gen_random_uuid())",
                "INSERT INTO book.entry (id, batch, no, book, day, source_kind, source, reverses) SELECT id, 1, no, 'x', '2026-01-31', 'x', gen_random_uuid(), reverses FROM (VALUES (uuid '00000000-0000-0000-0000-000000000002', 1, NULL::uuid), ('00000000-0000-0000-0000-000000000001', 2, '00000000-0000-0000-0000-000000000002'), ('00000000-0000-0000-0000-000000000003', 3, NULL)) AS told (id, no, reverses)",
                "INSERT INTO book.closing (book, until_day, last_batch, by, at, record) VALUES ('x', '2026-01-31', 1, gen_random_uuid(), now(), gen_random_uuid())")) {
            client(house).sql(sql).update();
        }
        client(house).sql("""
                INSERT INTO book.move (entry, no, book, day, commodity, from_account, to_account, amount)
                SELECT told.entry::uuid, 1, 'x', '2026-01-31', 'CNY', told.giver::uuid, told.receiver::uuid, told.amount
                  FROM (VALUES ('00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b', 700),
                               ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 700),
                               ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b', 55)) AS told (entry, giver, receiver, amount)
                """).update();
        Backup.write(house, file);
        var restored = TestDatabase.empty();
        Restore.fill(file, Restore.check(file), restored);
        for (var table : List.of("book.balance", "book.month", "book.move", "book.closing")) {
            assertThat(client(restored).sql("SELECT told::text FROM " + table + " AS told ORDER BY 1").query(String.class).list()).as(table)
                    .isNotEmpty().isEqualTo(client(house).sql("SELECT told::text FROM " + table + " AS told ORDER BY 1").query(String.class).list());
        }
    }

    @Test
    void numbersGivenBeforeAreNotGivenAgain() {
        var restored = TestDatabase.copy(back);
        assertThat(client(restored).sql("INSERT INTO access.audit (at, kind, details) VALUES (now(), 'x', '{}') RETURNING id")
                .query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void whatTheLogHadLastSignedTravelsWithIt() {
        assertThat(made.checkpoint()).isEqualTo("newest");
    }

    @Test
    void nobodyIsSignedInAfterwards() {
        assertThat(client(TestDatabase.copy(back)).sql("SELECT count(*) FROM access.session").query(Long.class).single()).isZero();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        assertThat(Files.getPosixFilePermissions(written)).hasSize(2);
    }

    @Test
    void aBackupNeverWritesOverAnother() {
        assertThatThrownBy(() -> Backup.write(house, file)).isInstanceOf(Stop.class).hasMessageContaining("exists already");
    }

    @Test
    void oneChangedByteIsRefusedBeforeAnythingIsMade() throws IOException {
        var account = made.tables().stream().filter(part -> part.table().equals("access.account")).findFirst().orElseThrow();
        change(account.entry(), text -> text.replace("li@example.org", "lo@example.org"));
        assertThatThrownBy(() -> Restore.check(file)).isInstanceOf(Stop.class).hasMessageContaining("access.account is not what was backed up");
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));
        assertThatThrownBy(() -> Restore.check(file)).isInstanceOf(Stop.class).hasMessageContaining("not a whole backup");
    }

    @Test
    void anyOtherFileIsRefused() throws IOException {
        Files.writeString(file, "a letter");
        assertThatThrownBy(() -> Restore.check(file)).isInstanceOf(Stop.class).hasMessageContaining("not a whole backup");
        assertThatThrownBy(() -> Restore.check(folder.resolve("none"))).isInstanceOf(Stop.class).hasMessageContaining("There is no file");
    }

    @Test
    void aDatabaseWithTablesIsRefused() {
        assertThatThrownBy(() -> Restore.fill(file, Restore.check(file), TestDatabase.another()))
                .isInstanceOf(Stop.class).hasMessageContaining("not empty");
    }

    @Test
    void aHomeWithFilesIsRefused() throws IOException {
        assertThatThrownBy(() -> Restore.run(List.of(file.toString(), "--home", folder.toString())))
                .isInstanceOf(Stop.class).hasMessageContaining("not empty");
        assertThat(file).exists();
    }

    @Test
    void aBackupOfANewerProbityIsRefused() throws IOException {
        change(Manifest.ENTRY, text -> text.replaceFirst("\"migrations\" : \\[", "\"migrations\" : [ \"209901010000\","));
        assertThatThrownBy(() -> Restore.fill(file, Restore.check(file), TestDatabase.empty()))
                .isInstanceOf(Stop.class).hasMessageContaining("does not know 209901010000");
    }

    @Test
    void aBackupOfANewerPostgresIsRefused() throws IOException {
        change(Manifest.ENTRY, text -> text.replaceFirst("\"postgres\" : 18", "\"postgres\" : 19"));
        assertThatThrownBy(() -> Restore.fill(file, Restore.check(file), TestDatabase.empty()))
                .isInstanceOf(Stop.class).hasMessageContaining("PostgreSQL 19");
    }

    void change(String entry, UnaryOperator<String> change) throws IOException {
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            var inside = zip.getPath(entry);
            Files.writeString(inside, change.apply(Files.readString(inside)));
        }
    }
}
