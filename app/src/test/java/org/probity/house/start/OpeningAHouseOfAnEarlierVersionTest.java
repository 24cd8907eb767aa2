package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Migrations only add: what an earlier version wrote is there after the upgrade, column by column as it was. */
class OpeningAHouseOfAnEarlierVersionTest {
    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> everyRecordIsFoundAsItWas() throws Exception {
        try (var files = Files.list(Path.of("src/test/resources/backups"))) {
            return files.filter(file -> file.toString().endsWith(".backup")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> mustBeThereAfterTheUpgrade(file)));
        }
    }

    @Test
    void thisVersionsOwnHouseOpens() throws Exception {
        var file = folder.resolve("own.backup");
        Backup.write(TestDatabase.another(), file);
        mustBeThereAfterTheUpgrade(file);
    }

    static void mustBeThereAfterTheUpgrade(Path file) throws Exception {
        var manifest = Restore.check(file);
        var upgraded = TestDatabase.empty();
        Restore.fill(file, manifest, upgraded);
        try (var zip = new ZipFile(file.toFile()); var connection = upgraded.connect()) {
            Snapshot.spellAlike(connection);
            connection.setAutoCommit(false);
            var now = Tables.in(connection).stream().collect(Collectors.toMap(table -> table.schema() + "." + table.name(), table -> table));
            for (var part : manifest.tables()) {
                assertThat(now).as("tables are not dropped").containsKey(part.table());
                var table = now.get(part.table());
                var then = new Tables.Table(table.schema(), table.name(), columns(zip, part), table.order(), table.owner());
                assertThat(Snapshot.write(connection, then, part.entry(), OutputStream.nullOutputStream())).isEqualTo(part);
            }
        }
    }

    static List<String> columns(ZipFile zip, Manifest.Part part) throws Exception {
        try (var lines = new BufferedReader(new InputStreamReader(zip.getInputStream(zip.getEntry(part.entry())), StandardCharsets.UTF_8))) {
            return List.of(lines.readLine().split(","));
        }
    }
}
