package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A house that starts again takes its books from a file and reads what came since; where the file is of no use it reads everything. */
@WholeHouse
class TakingUpBooksTest {
    @Autowired Captures captures;
    @Autowired Items items;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @TempDir Path home;

    private final List<Long> taken = new ArrayList<>();

    /** A node of this house that was just started. */
    private MaterialBooks node(String program) {
        return new MaterialBooks(db, transaction, new KeptBooks(home.resolve("books"), program, 1) {
            @Override
            synchronized Kept take(long event) throws IOException {
                var kept = super.take(event);
                taken.add(event);
                return kept;
            }
        });
    }

    private void send(String... told) throws IOException {
        CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(home.resolve("events.json"), AChain.document(List.of(told))), Faulty.REFUSE_ALL, TracingSiliconTest.PROCESS));
    }

    private List<Integer> upstream(MaterialBooks books, String of) {
        var item = items.find(of).orElseThrow().number();
        return books.ask(Reading.SILICON, shelf -> Arrays.stream(shelf.reach.upstream(item)).boxed().toList()).orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(home.resolve("books"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void whatCameSinceIsAllThatIsRead() throws IOException {
        var it = new AChain();
        send(it.quartz(), it.silicon(), it.poly());
        var first = node("one");
        assertThat(upstream(first, it.mg)).contains(items.find(it.quartz).orElseThrow().number());
        assertThat(taken).as("there was none").isEmpty();
        var known = first.state().known();

        send(it.rod());
        var second = node("one");
        assertThat(upstream(second, it.rod)).isEqualTo(upstream(first, it.rod)).contains(items.find(it.quartz).orElseThrow().number());
        assertThat(taken).contains(known);
        assertThat(second.state().ready()).isTrue();
    }

    @Test
    void whatIsOfAnotherProgramOrDamagedIsNotTakenAndNobodyNotices() throws IOException {
        var it = new AChain();
        send(it.quartz(), it.silicon());
        var quartz = items.find(it.quartz).orElseThrow().number();
        assertThat(upstream(node("one"), it.mg)).contains(quartz);
        assertThat(upstream(node("another"), it.mg)).contains(quartz);
        assertThat(taken).isEmpty();

        for (var file : files()) {
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        assertThat(upstream(node("another"), it.mg)).contains(quartz);
        assertThat(taken).isEmpty();

        for (var file : files()) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
        }
        var kept = new KeptBooks(home.resolve("books"), "another", 1);
        assertThatThrownBy(() -> kept.take(kept.all().getFirst())).isInstanceOf(IOException.class);
        assertThat(kept.all()).as("nobody tries it twice").isEmpty();
    }
}
