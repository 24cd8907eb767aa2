package org.probity.house.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class ImportingAFileTest {
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @LocalServerPort int port;
    @TempDir Path folder;

    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    final String number = "I" + UUID.randomUUID();
    UUID somebody;

    @BeforeEach
    void aBuyerOfHumanResources() {
        somebody = granted(accounts.invite(
                new Accounts.Newcomer("Bo", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER, Role.HR), Optional.empty(), "en"), Accounts.HOUSE));
    }

    static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }

    String key(Tokens.May may) {
        return granted(tokens.make(somebody, "import", may, 1));
    }

    String file(String content) throws Exception {
        return Files.writeString(folder.resolve("list \"of\" 供应商.csv"), content).toString();
    }

    int run(String key, String... words) {
        return Importing.run(Stream.concat(Stream.of(words), Stream.of("--port", "" + port)).toList(), key, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    long suppliers() {
        return db.sql("SELECT count(*) FROM supplier.supplier WHERE number LIKE :number || '%'").param("number", number).query(Long.class).single();
    }

    @Test
    void aFileIsReadAndWaitsUntilItsPersonBringsItInInTheBrowser() throws Exception {
        var file = file("number,name_zh,name_en,name_other,country,category,credit_code,lei\n" + number + ",甲,Alpha,,CN,solder,,\n");
        assertThat(run(key(Tokens.May.WRITE), "suppliers", file)).isZero();
        assertThat(printed()).contains("供应商.csv was read: 1 new, 0 changed, 0 the same.", "Nothing of it counts yet.");
        assertThat(suppliers()).isZero();
        var address = printed().substring(printed().indexOf("/app/suppliers/import/")).strip();
        var me = new Me(somebody, "Bo", Set.of(Role.BUYER, Role.HR), Optional.empty());
        assertThat(browser.post().uri(address).with(As.stale(me))).as("bringing in asks who it is").hasStatus3xxRedirection();
        assertThat(suppliers()).isZero();
        assertThat(browser.post().uri(address).with(As.me(me))).hasStatus(303);
        assertThat(suppliers()).isEqualTo(1);
    }

    @Test
    void eachFaultIsPrintedWithItsRowAndColumn() throws Exception {
        var file = file("number,name_zh,name_en,name_other,country,category,credit_code,lei\n" + number + ",甲,Alpha,,ZZ,solder,,\n");
        assertThat(run(key(Tokens.May.WRITE), "suppliers", file)).isEqualTo(1);
        assertThat(printed()).containsPattern("row 2, country: .+ \\(ZZ\\)");
    }

    @Test
    void aLedgerIsHeldAgainstWhatIsSaidOfIt() throws Exception {
        var file = file("document;line;supplier;material;day;kilograms\n");
        assertThatThrownBy(() -> run(key(Tokens.May.WRITE), "ledger", file)).isInstanceOf(Stop.class).hasMessageContaining("--kilograms");
        assertThat(run(key(Tokens.May.WRITE), "ledger", file, "--year", "1999", "--rows", "1", "--kilograms", "1")).isEqualTo(1);
        assertThat(printed()).isNotBlank();
    }

    @Test
    void peopleAndUnitsGoToTheDirectory() throws Exception {
        assertThat(run(key(Tokens.May.WRITE), "people", file("a,b\n1,2\n"))).isEqualTo(1);
        assertThat(printed()).contains("row 1, ");
    }

    @Test
    void aKeyThatOnlyReadsHandsNothingIn() throws Exception {
        var file = file("number\n1\n");
        assertThatThrownBy(() -> run(key(Tokens.May.READ), "suppliers", file)).isInstanceOf(Stop.class).hasMessageStartingWith("You may not see this");
        assertThatThrownBy(() -> run("probity_nonsense", "suppliers", file)).isInstanceOf(Stop.class).hasMessageStartingWith("A key is needed");
    }

    @Test
    void whatCannotBeDoneIsOneSentence() throws Exception {
        var file = file("number\n1\n");
        assertThatThrownBy(() -> run("", "suppliers", file)).isInstanceOf(Stop.class).hasMessageContaining(Importing.KEY);
        assertThatThrownBy(() -> run("k", "suppliers")).isInstanceOf(Stop.class).hasMessageContaining("suppliers sites materials ledger people units");
        assertThatThrownBy(() -> run("k", "prices", file)).isInstanceOf(Stop.class).hasMessageContaining("prices");
        assertThatThrownBy(() -> run("k", "suppliers", folder.resolve("none.csv").toString())).isInstanceOf(Stop.class).hasMessageContaining("none.csv");
        assertThatThrownBy(() -> Importing.run(List.of("suppliers", file, "--url", "http://localhost:1"), "k", System.out))
                .isInstanceOf(Stop.class).hasMessageContaining("Nobody answers");
    }
}
