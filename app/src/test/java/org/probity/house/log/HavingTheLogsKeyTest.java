package org.probity.house.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.start.TestDatabase;
import org.probity.proof.SignerKey;
import org.probity.proof.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One log, several homes: the first has the key, the others must be brought it. */
class HavingTheLogsKeyTest {
    @TempDir Path first;
    @TempDir Path second;

    DriverManagerDataSource source;
    JdbcClient db;

    @BeforeEach
    void oneDatabase() {
        source = TestDatabase.fresh();
        db = JdbcClient.create(source);
    }

    @Test
    void aLogIsBornUnderTheNameItIsGivenAndKeepsIt() {
        assertThat(key(first, "report.helia.example/log").origin()).isEqualTo("report.helia.example/log");
        assertThat(key(first, "moved.helia.example/log").origin()).isEqualTo("report.helia.example/log");
    }

    @Test
    void aLogThatIsGivenNoNameGetsOneOfItsOwn() {
        var name = key(first, "").origin();
        assertThat(name).matches("probity-[0-9a-f]{16}/log");
        assertThat(key(first, "").origin()).isEqualTo(name);
    }

    @Test
    void aHomeFromBeforeNamesWereGivenKeepsItsOwn() throws IOException {
        var old = SignerKey.generate("probity.example/log", VerifierKey.Kind.NOTE, new SecureRandom());
        Files.writeString(first.resolve("log.key"), old.skey() + "\n");
        assertThat(key(first, "report.helia.example/log").verifier()).isEqualTo(old.verifier());
    }

    @Test
    void aSecondNodeWithoutTheKeyReadsAndNeverSigns() {
        var here = node(first);
        var there = node(second);
        assertThat(there.log.verifier()).isEqualTo(here.log.verifier());
        assertThat(there.log.hasKey()).isFalse();
        assertThat(there.memory.standing()).isEqualTo(new OutsideMemory.Standing.Keyless(Optional.empty()));
        assertThat(second.resolve("log.key")).doesNotExist();

        record(there);
        there.sequencer.sequence();
        assertThat(there.log.newest()).isEmpty();
        here.sequencer.sequence();
        assertThat(there.log.newest()).hasValueSatisfying(signed -> assertThat(signed.size()).isEqualTo(1));
    }

    @Test
    void anotherLogsKeyIsNoKey() throws IOException {
        node(first);
        Files.writeString(second.resolve("log.key"), SignerKey.generate("other.example/log", VerifierKey.Kind.NOTE, new SecureRandom()).skey());
        assertThat(node(second).log.maySign()).isFalse();
    }

    @Test
    void aSecondNodeSignsOnceTheKeyWasBrought() throws IOException {
        node(first);
        Files.copy(first.resolve("log.key"), second.resolve("log.key"));
        var there = node(second);
        record(there);
        there.log.settle();
        assertThat(there.log.newest()).isPresent();
    }

    private record Node(Log log, Sequencer sequencer, OutsideMemory memory) {}

    private LogKey key(Path home, String origin) {
        return new LogKey(home, origin, db, Clock.systemUTC());
    }

    private Node node(Path home) {
        var key = key(home, "");
        var memory = new OutsideMemory("", home, db, key);
        var sequencer = new Sequencer(db, new JdbcTransactionManager(source), key, memory, Clock.systemUTC());
        return new Node(new Log(db, Clock.systemUTC(), event -> {}, sequencer, key), sequencer, memory);
    }

    private void record(Node node) {
        new TransactionTemplate(new JdbcTransactionManager(source))
                .executeWithoutResult(status -> node.log.record("test.keyed", LocalDate.of(2026, 3, 1), Map.of()));
    }
}
