package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a node remembers of what it stored, and what the database says of the same events. */
@WholeHouse
class TellingBooksWhatWasStoredTest {
    @Autowired MaterialBooks books;
    @Autowired Links links;
    @Autowired Copying copying;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void whatIsRememberedIsWhatTheDatabaseSays() {
        var random = new Random(20_261_127);
        var own = UUID.randomUUID().toString().substring(0, 8);
        transaction.executeWithoutResult(status -> {
            db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability.capture'))").query((row, n) -> n).list();
            for (var file = 0; file < 30; file++) {
                var numbering = new Numbering(db, links, copying, UUID.randomUUID(), null, Instant.parse("2026-12-01T00:00:00Z"));
                var events = IntStream.range(0, 1 + random.nextInt(40)).mapToObj(n -> WritingEveryFileOnceTest.event(random, own)).collect(Collectors.toList());
                if (file % 3 == 0) {
                    events.add("{\"type\":\"TransactionEvent\",\"action\":\"ADD\",\"eventTime\":\"2026-05-01T08:00:00.123456789Z\",\"eventTimeZoneOffset\":\"+08:00\",\"readPoint\":{\"id\":\"urn:site:x\"},"
                            + "\"bizTransactionList\":[{\"bizTransaction\":\"urn:po:1\"}],\"epcList\":[\"urn:piece:" + own + file + "\"]}");
                    events.add("{\"type\":\"ObjectEvent\",\"action\":\"OBSERVE\",\"eventTime\":\"1969-12-31T23:59:59.9999999Z\",\"eventTimeZoneOffset\":\"+00:00\",\"readPoint\":{\"id\":\"urn:site:" + own + file
                            + "\"},\"epcList\":[\"urn:piece:" + own + file + "\"]}");
                }
                var after = last("event", "id");
                var item = last("item", "number");
                var came = new Incoming(numbering::take, true, false, Set.of(), Instant.parse("2027-01-01T00:00:00Z"))
                        .document(new ByteArrayInputStream(AChain.document(events).getBytes(StandardCharsets.UTF_8)));
                assertThat(came.faults()).isEmpty();
                numbering.end();
                holds(numbering.lot(), after, item);
            }
            status.setRollbackOnly();
        });
    }

    private void holds(JustStored.Lot lot, long after, long item) {
        var stored = new JustStored();
        stored.add(lot);
        var names = new Names();
        LongStream.rangeClosed(0, item).forEach(n -> names.item("before"));
        var until = last("event", "id");
        var heard = stored.between(after, until, names).orElseThrow();
        assertThat(heard.events()).isEqualTo(books.told(names, LongStream.rangeClosed(after + 1, until).boxed().collect(Collectors.toSet())));
        assertThat(heard.articles()).isEqualTo(db.sql("SELECT article FROM traceability.item WHERE number > :item ORDER BY number").param("item", item).query(String.class).list());
    }

    private long last(String table, String column) {
        return db.sql("SELECT coalesce(max(" + column + "), CASE WHEN '" + table + "' = 'item' THEN -1 ELSE 0 END) FROM traceability." + table).query(Long.class).single();
    }

    private static JustStored.Lot lot(long after, long until, int firstItem, int items) {
        var lot = new JustStored.Lot(after, firstItem);
        IntStream.range(0, items).forEach(n -> lot.item("article"));
        var words = new JustStored.Words("silicon", "OBJECT", "ADD", 1_000 - until, "", 0, "urn:here", null);
        LongStream.rangeClosed(after + 1, until).forEach(event -> lot.event(event, words, List.of(new Shelf.Named(Reading.Role.OUTPUT, firstItem, 1L))));
        return lot;
    }

    @Test
    void onlyWhatIsWholeAndInARowIsTold() {
        var stored = new JustStored();
        var names = new Names();
        stored.add(lot(0, 3, 0, 2));
        stored.add(lot(3, 5, 2, 1));
        assertThat(stored.between(0, 5, names).orElseThrow().events()).as("in the order of happening").extracting(it -> it.event().event()).containsExactly(4L, 5L, 1L, 2L, 3L);
        assertThat(stored.between(0, 4, names)).as("a capture is seen whole or not at all").isEmpty();
        assertThat(stored.between(0, 9, names)).as("another node stored more").isEmpty();
        assertThat(stored.between(1, 5, names)).as("books that stand in the middle of one").isEmpty();
        names.item("one");
        assertThat(stored.between(0, 5, names)).as("books that know other items").isEmpty();
        names.item("two");
        assertThat(stored.between(3, 5, names).orElseThrow().articles()).containsExactly("article");
        stored.add(lot(9, 10, 5, 1));
        assertThat(stored.has(3)).as("what came before a gap is of no use").isFalse();
        assertThat(stored.has(9)).isTrue();
    }

    @Test
    void aFileTooLargeToRememberIsReadFromTheDatabase() {
        var stored = new JustStored();
        var large = new JustStored.Lot(0, 0);
        var words = new JustStored.Words("silicon", "OBJECT", "ADD", 0, "", 0, "urn:here", null);
        var many = IntStream.range(0, 100_000).mapToObj(n -> new Shelf.Named(Reading.Role.OUTPUT, n, 1L)).toList();
        LongStream.rangeClosed(1, 7).forEach(event -> large.event(event, words, many));
        stored.add(large);
        assertThat(stored.has(0)).isFalse();
    }
}
