package org.probity.house.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.TestDatabase;
import org.probity.house.ui.Answer;
import org.probity.proof.Json;
import org.probity.proof.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The home was made from a backup; the log may have signed more since, and nothing here remembers it. */
class OpeningARestoredHouseTest {
    private static final Me ADMINISTRATOR = new Me(UUID.randomUUID(), "Someone", Set.of(Role.ADMINISTRATOR), Optional.empty());

    @TempDir Path home;
    @TempDir Path anchor;

    JdbcClient db;
    JdbcTransactionManager transactions;
    LogKey key;

    @BeforeEach
    void aLogOfOneEntryRestored() throws IOException {
        var source = TestDatabase.fresh();
        db = JdbcClient.create(source);
        transactions = new JdbcTransactionManager(source);
        key = new LogKey(home, "helia.example/log", db, Clock.systemUTC());
        var before = house("");
        before.record();
        before.log.settle();
        before.memory.remember();
        house(anchor.toString()).memory.remember();
        Files.writeString(home.resolve("restored.json"), Json.object("format", "probity backup 1", "made", Instant.parse("2026-03-28T01:30:00.123456Z").toString(),
                "checkpoint", before.log.newest().orElseThrow().note().toString()).text());
    }

    @Test
    void itSaysToWhichStateAndSignsNothing() {
        var restored = house("");
        assertThat(restored.memory.standing()).isEqualTo(new OutsideMemory.Standing.Restored(new Restoration(Instant.parse("2026-03-28T01:30:00.123456Z"), 1)));
        assertThat(new LogNotice(restored.memory).now()).isPresent();
        var waiting = restored.record();
        restored.sequencer.sequence();
        assertThat(restored.log.place(waiting)).isEmpty();
        assertThatThrownBy(restored.log::settle).hasMessageContaining("does not sign");
    }

    @Test
    void anAdministratorSaysWhatHappenedAndTheNextEntrySaysSo() {
        var restored = house("");
        assertThat(restored.cosigning.recover("", ADMINISTRATOR)).isInstanceOf(Answer.Refused.class);
        var waiting = restored.record();
        new TransactionTemplate(transactions).executeWithoutResult(
                status -> assertThat(restored.cosigning.recover("The disk broke; nothing was published since.", ADMINISTRATOR)).isEqualTo(Answer.done(1L)));
        restored.log.settle();
        assertThat(restored.log.all("log.recovery", LocalDate.now(Clock.systemUTC()).getYear())).singleElement().satisfies(entry -> assertThat(entry.index()).isEqualTo(1));
        assertThat(restored.log.place(waiting)).isPresent();
        assertThat(new LogNotice(restored.memory).now()).isEmpty();
        assertThat(restored.memory.restoration()).as("the page goes on saying it").isPresent();
    }

    @Test
    void aMemoryOutsideThatAgreesSettlesIt() {
        var restored = house(anchor.toString());
        assertThat(restored.memory.standing()).isEqualTo(new OutsideMemory.Standing.Agrees());
        restored.record();
        restored.log.settle();
        assertThat(restored.log.newest()).hasValueSatisfying(signed -> assertThat(signed.size()).isEqualTo(2));
    }

    @Test
    void withoutItsKeyItSignsNothingUntilTheKeyIsBroughtOrDeclaredLost() throws IOException {
        var old = key.verifier();
        Files.delete(home.resolve("log.key"));
        key = new LogKey(home, "", db, Clock.systemUTC());
        var keyless = house("");
        assertThat(keyless.memory.standing()).isInstanceOf(OutsideMemory.Standing.Keyless.class);
        assertThat(keyless.log.verifier()).isEqualTo(old);
        keyless.transaction.executeWithoutResult(
                status -> assertThat(keyless.cosigning.recover("The disk with the key burnt.", ADMINISTRATOR)).isEqualTo(Answer.done(1L)));
        assertThat(keyless.log.maySign()).as("not before the next start").isFalse();

        key = new LogKey(home, "", db, Clock.systemUTC());
        var again = house("");
        again.log.settle();
        assertThat(again.log.newest().orElseThrow().note().check(key.verifier())).isEqualTo(Note.Checked.GOOD);
        assertThat(key.verifier()).isNotEqualTo(old);
        assertThat(key.origin()).isEqualTo(old.name());
    }

    private record House(Log log, Sequencer sequencer, OutsideMemory memory, Cosigning cosigning, TransactionTemplate transaction) {
        UUID record() {
            return transaction.execute(status -> log.record("test.restored", LocalDate.of(2026, 3, 1), Map.of("n", List.of())));
        }
    }

    private House house(String anchored) {
        var memory = new OutsideMemory(anchored, home, db, key);
        var sequencer = new Sequencer(db, transactions, key, memory, Clock.systemUTC());
        var log = new Log(db, Clock.systemUTC(), event -> {}, sequencer, key);
        return new House(log, sequencer, memory, new Cosigning(db, log, memory, sequencer, key, Clock.systemUTC()), new TransactionTemplate(transactions));
    }
}
