package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal of {@code probity serve} is a sentence that says what to do. */
class AskingForAHouseTest {
    @TempDir Path folder;

    static Options options(String... words) {
        return Options.parse("serve", List.of(words), EnumSet.allOf(Options.Name.class), 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --hoem x                  | does not know --hoem
            --port                    | wants a value
            --port 1 --port 2         | given twice
            --port seven              | wants a number
            --port 70000              | wants a number
            --listen no.such.invalid  | wants an address of this machine
            --url ftp://x             | wants the address people type
            --url https://x/path      | wants the address people type
            --cert x                  | belong together
            --listen 0.0.0.0          | listens on this machine only
            --listen 0.0.0.0 --url http://x.example | listens on this machine only
            somewhere                 | cannot use somewhere
            """)
    void whatCannotBeIsRefused(String words, String sentence) {
        assertThatThrownBy(() -> {
            var options = options(words.split(" "));
            options.port();
            options.url();
            options.certificate();
            options.mustNotSpeakPlainlyToTheNetwork();
        }).isInstanceOf(Stop.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --listen 127.0.0.1
            --listen ::1
            --listen 0.0.0.0 --cert a --key b
            --listen 0.0.0.0 --url https://probity.example.org
            """)
    void theNetworkIsForEncryptedDoors(String words) {
        options(words.split(" ")).mustNotSpeakPlainlyToTheNetwork();
    }

    @Test
    void aHomeIsServedByOneProgram() throws Exception {
        var home = Home.at(folder.resolve("home"));
        try (var held = home.hold()) {
            assertThat(held.isOpen()).isTrue();
            assertThatThrownBy(home::hold).isInstanceOf(Stop.class)
                    .hasMessageContaining("already serves").hasMessageContaining("" + ProcessHandle.current().pid());
        }
        home.hold().close();
    }

    @Test
    void aHomeBelowAFileIsRefused() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Home.at(folder.resolve("file/home"))).isInstanceOf(Stop.class);
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("letter"), "");
        var before = Files.getPosixFilePermissions(folder);
        assertThatThrownBy(() -> Home.at(folder)).isInstanceOf(Stop.class).hasMessageContaining("is no home of Probity");
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(before);
    }

    @Test
    void anAddressOfADatabaseIsRead() {
        assertThat(Database.at("postgresql://li@db.example.org/probity?sslmode=verify-full", "s3cret"))
                .isEqualTo(new Database("jdbc:postgresql://db.example.org:5432/probity?sslmode=verify-full", "li", "s3cret"));
        assertThat(Database.at("postgres://li:p%40ss@db:6000/x", "").password()).isEqualTo("p@ss");
        assertThatThrownBy(() -> Database.at("mysql://x", "")).isInstanceOf(Stop.class).hasMessageContaining("--db wants an address");
        assertThat(Database.at("postgresql://li@db/x", "s3cret")).asString().doesNotContain("s3cret");
    }
}
