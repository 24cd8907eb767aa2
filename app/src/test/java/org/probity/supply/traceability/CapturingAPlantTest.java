package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.start.SampleKind;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class CapturingAPlantTest {
    @Autowired Captures captures;
    @Autowired Storing storing;
    @Autowired MaterialBooks books;
    @Autowired JdbcClient db;
    @TempDir Path folder;

    @Test
    void everyEventIsTakenAndTheBooksCloseToTheGram() throws IOException {
        var file = folder.resolve("plant.json");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new PlantSample().write(out, new SampleKind.Wish(1, 5));
        }
        var capture = CapturingEventsTest.read(captures, storing, captures.receive(Form.EPCIS, "plant.json", file, Faulty.REFUSE_ALL, CapturingEventsTest.PROCESS));
        var done = capture.done().orElseThrow();
        assertThat(captures.faults(capture.id(), 3, 0)).isEmpty();
        assertThat(done.taken()).isEqualTo(done.events()).isGreaterThan(800);

        var module = db.sql("SELECT number FROM traceability.item WHERE uri = :uri").param("uri", "https://id.gs1.org/01/09521007017132/21/HM000000300").query(Integer.class).single();
        var caughtUp = asked(module);
        books.rebuild();
        assertThat(asked(module)).as("the same after everything was read anew").isEqualTo(caughtUp);
        assertThat(caughtUp).extracting(uri -> uri.replaceAll(".*/10/(.).*", "$1")).contains("Q", "S", "P", "R", "B", "W", "C");

        var ours = new HashSet<>(db.sql("SELECT id FROM traceability.event WHERE capture = :capture").param("capture", capture.id()).query(Long.class).list());
        assertThat(books.contradictions().values()).allSatisfy(some -> assertThat(some).noneMatch(it -> ours.contains(it.event())));
        for (var material : List.of("silicon", "tin")) {
            books.ask(material, shelf -> {
                assertThat(shelf.differences).noneMatch(it -> ours.contains(it.event()));
                assertThat(shelf.book.balance().difference()).isZero();
                return true;
            }).orElseThrow();
        }
        var tin = books.ask("tin", shelf -> shelf.book.made(module)).orElseThrow();
        assertThat(tin).as("milligrams").isEqualTo(12_400);
        assertThat(books.ask("silicon", shelf -> shelf.book.made(module)).orElseThrow()).as("grams").isBetween(528L, 530L);
    }

    /** What a module was made from, by name. */
    private Set<String> asked(int module) {
        var items = books.ask("silicon", shelf -> shelf.reach.upstream(module)).orElseThrow();
        return new HashSet<>(db.sql("SELECT uri FROM traceability.item WHERE number IN (:items)").param("items", Arrays.stream(items).boxed().toList()).query(String.class).list());
    }
}
