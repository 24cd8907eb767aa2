package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An item is found by all of its address, by how that ends, and by its article; and by nothing that is only like it. */
@WholeHouse
class FindingItemsTest {
    @Autowired Captures captures;
    @Autowired Items items;
    @Autowired JdbcClient db;
    @TempDir Path folder;

    private void send(List<String> uris) throws IOException {
        var event = """
                {"type":"ObjectEvent","action":"ADD","eventTime":"2026-05-01T08:00:00.000Z","eventTimeZoneOffset":"+08:00","readPoint":{"id":"urn:site:x"},"epcList":[%s]}"""
                .formatted(uris.stream().map(it -> '"' + it + '"').collect(Collectors.joining(",")));
        var capture = CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(event))),
                Faulty.REFUSE_ALL, CapturingEventsTest.PROCESS));
        assertThat(captures.faults(capture.id(), 9, 0)).isEmpty();
    }

    private List<String> found(String words) {
        return items.search(words, 50).stream().map(Items.Item::uri).toList();
    }

    @Test
    void byAllOfItByItsEndAndByItsArticle() throws IOException {
        var own = Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()), 36).toUpperCase();
        var article = "https://id.gs1.org/01/09521321012387";
        var first = article + "/21/A" + own + "_1";
        var second = article + "/21/B" + own + "_1";
        var other = article + "/21/C" + own + "X1";
        var chinese = "urn:lot:" + own + "石英";
        send(List.of(first, second, other, chinese));
        assertThat(found(first)).containsExactly(first);
        assertThat(found(own + "_1")).as("longer than what lies in the key; a sign of the search is no sign here").containsExactly(second, first);
        assertThat(found(own.substring(own.length() - 3) + "_1")).as("shorter than that").containsExactly(second, first);
        assertThat(found("B" + own + "_1")).containsExactly(second);
        assertThat(found(own + "石英")).containsExactly(chinese);
        assertThat(found(own)).as("in the middle of it").isEmpty();
        assertThat(found(article)).as("the newest first").startsWith(other, second, first);
        assertThat(items.numbers(List.of(first, other, "urn:nobody")).length).isEqualTo(2);
    }

    @Test
    void theDatabaseMakesTheSameKey() {
        var random = new Random(20_261_207);
        var signs = "ab019/:%_é石𝄞".codePoints().toArray();
        var uris = IntStream.range(0, 300).mapToObj(no -> IntStream.range(0, random.nextInt(no < 100 ? 9 : 80)).mapToObj(n -> Character.toString(signs[random.nextInt(signs.length)]))
                .collect(Collectors.joining())).toList();
        assertThat(db.sql("SELECT traceability.item_key(uri) FROM unnest(:uris) WITH ORDINALITY AS asked (uri, no) ORDER BY no").param("uris", uris.toArray(String[]::new)).query(UUID.class).list())
                .containsExactly(ItemKey.of(uris));
        assertThat(db.sql("SELECT count(*) FROM unnest(:uris) AS asked (uri) WHERE NOT traceability.item_key(uri) BETWEEN :least AND :most AND uri LIKE '%/9'")
                .param("uris", uris.toArray(String[]::new)).param("least", ItemKey.ending("/9", false)).param("most", ItemKey.ending("/9", true)).query(Long.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM traceability.item WHERE key <> traceability.item_key(uri)").query(Long.class).single()).isZero();
    }
}
