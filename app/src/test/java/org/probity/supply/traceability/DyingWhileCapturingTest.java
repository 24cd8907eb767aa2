package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.house.access.As;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A connection ends in the middle of a capture, as when a node dies: what was acknowledged is there, once, and the books say what a reading anew says. */
@WholeHouse
class DyingWhileCapturingTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Autowired Captures captures;
    @Autowired Storing storing;
    @Autowired MaterialBooks books;
    @Autowired Items items;
    @Autowired JdbcClient db;
    @Autowired DataSource source;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"event", "item", "naming", "event_document", "captured"})
    void whatWasAcknowledgedIsThereOnceWhereverANodeDies(String table) throws Exception {
        var chain = new AChain();
        var paper = chain.poly().replace("\"bizStep\"", "\"bizTransactionList\":[{\"type\":\"po\",\"bizTransaction\":\"urn:po:1\"}],\"bizStep\"");
        var document = AChain.document(List.of(chain.quartz(), chain.silicon(), paper, chain.rod()));
        Capture sent;
        try (var holder = source.getConnection()) {
            holder.setAutoCommit(false);
            try (var lock = holder.createStatement()) {
                // Whoever writes there stands still, with all that was written before.
                lock.execute("LOCK TABLE traceability." + table + " IN SHARE MODE");
            }
            var sending = CompletableFuture.supplyAsync(() -> send(document));
            endWhoeverWaitsFor(table);
            holder.rollback();
            sent = sending.get();
        }
        assertThat(storing.read(sent.id(), LONG_ENOUGH)).isTrue();
        assertThat(captures.find(sent.id()).orElseThrow().done().orElseThrow()).extracting(Capture.Done::taken, Capture.Done::duplicates, Capture.Done::refused).containsExactly(4L, 0L, 0L);
        assertThat(db.sql("SELECT count(*) FROM traceability.event WHERE capture = :capture").param("capture", sent.id()).query(Long.class).single()).isEqualTo(4);
        assertThat(db.sql("SELECT count(*) FROM traceability.event").query(Long.class).single()).as("numbers have no gaps").isEqualTo(db.sql("SELECT max(id) FROM traceability.event").query(Long.class).single());
        assertThat(db.sql("SELECT count(*) FROM traceability.item").query(Long.class).single()).isEqualTo(db.sql("SELECT max(number) + 1 FROM traceability.item").query(Long.class).single());
        var rod = items.find(chain.rod).orElseThrow().number();
        var grown = upstream(rod);
        books.rebuild();
        assertThat(upstream(rod)).isEqualTo(grown).hasSize(3);
    }

    private Capture send(String document) {
        try {
            return CapturingEventsTest.done(captures.receive(Form.EPCIS, "d", Files.writeString(folder.resolve("d"), document), Faulty.REFUSE_ALL, CapturingEventsTest.PROCESS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endWhoeverWaitsFor(String table) throws SQLException {
        try (var other = source.getConnection(); var end = other.prepareStatement("""
                SELECT pg_terminate_backend(waiting.pid)
                  FROM pg_locks AS waiting
                 WHERE NOT waiting.granted AND waiting.relation = CAST(? AS regclass)
                """)) {
            end.setString(1, "traceability." + table);
            for (var until = System.nanoTime() + LONG_ENOUGH.toNanos(); System.nanoTime() < until;) {
                try (var ended = end.executeQuery()) {
                    if (ended.next()) {
                        return;
                    }
                }
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("nobody wrote to " + table);
    }

    private Set<Integer> upstream(int item) {
        var all = new TreeSet<Integer>();
        for (var one : books.ask(Reading.SILICON, shelf -> shelf.reach.upstream(item)).orElseThrow()) {
            all.add(one);
        }
        return all;
    }

    @Test
    void whatFailedFiveTimesWaitsForSomebodyWhoTriesAgain() throws Exception {
        var id = send(AChain.document(List.of(new AChain().quartz()))).id();
        var page = "/app/traceability/captures/" + id;
        try (var holder = source.getConnection(); var lock = holder.createStatement()) {
            // The scheduler of this house would be quick to read what is unread again.
            lock.execute("SELECT pg_advisory_lock(hashtext('traceability.capture'))");
            givenUp(id);
            assertThat(browser.get().uri(page).with(As.me(CapturingEventsTest.PROCESS)).exchange()).hasStatusOk().bodyText().contains("could not be read", "2026-11-20 16:00", page + "/again");
            lock.execute("SELECT pg_advisory_unlock(hashtext('traceability.capture'))");
        }
        assertThat(browser.post().uri(page + "/again").with(As.me(CapturingEventsTest.PROCESS)).exchange()).hasStatus(303);
        assertThat(captures.givenUp(captures.find(id).orElseThrow())).isEmpty();
        assertThat(storing.read(id, LONG_ENOUGH)).isTrue();
        assertThat(captures.find(id).orElseThrow().done()).as("what was written before came again, and counts once").get().extracting(Capture.Done::duplicates).isEqualTo(1L);
        assertThat(browser.post().uri(page + "/again").with(As.me(CapturingEventsTest.PROCESS)).exchange()).hasStatus(303);
    }

    private void givenUp(UUID id) {
        db.sql("""
                INSERT INTO time.scheduled_task (task_name, task_instance, execution_time, picked, last_failure, consecutive_failures, version)
                VALUES ('traceability.reading', :id, '9999-01-01Z', false, '2026-11-20T08:00:00Z', 5, 1)
                    ON CONFLICT (task_name, task_instance) DO UPDATE SET execution_time = excluded.execution_time, picked = false, last_failure = excluded.last_failure, consecutive_failures = 5,
                        version = scheduled_task.version + 1
                """).param("id", id.toString()).update();
        db.sql("DELETE FROM traceability.captured WHERE capture = :id").param("id", id).update();
    }
}
