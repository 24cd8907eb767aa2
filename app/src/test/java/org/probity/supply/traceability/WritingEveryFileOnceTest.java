package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.formats.epcis.EventHash;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.supply.traceability.Capture.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files of made-up events, with events that came before, that are refused, that are declared wrong, before or behind what they are about; and a second opinion that keeps
 * everything in maps: what stands in the tables is what that says.
 */
@WholeHouse
class WritingEveryFileOnceTest {
    private static final int FILES = 40;

    @Autowired Captures captures;
    @Autowired JdbcClient db;
    @TempDir Path folder;

    private record Kept(long capture, long no, String json) {}

    /** What somebody would say who reads the files one after another. */
    private static final class Opinion {
        final Map<String, Kept> events = new LinkedHashMap<>();
        final Set<String> items = new LinkedHashSet<>();
        final Map<String, List<List<Object>>> links = new HashMap<>();
        final Map<String, Set<String>> wrong = new HashMap<>();
        final Map<String, Long> places = new TreeMap<>();
    }

    @Test
    void whatStandsInTheTablesIsWhatTheFilesSayWhoeverReadsThem() throws IOException {
        var random = new Random(20_261_203);
        var own = UUID.randomUUID().toString().substring(0, 8);
        var opinion = new Opinion();
        var before = new ArrayList<String>();
        for (var file = 0; file < FILES; file++) {
            var events = new ArrayList<String>();
            for (var no = random.nextInt(30); no >= 0; no--) {
                events.add(!before.isEmpty() && random.nextInt(5) == 0 ? before.get(random.nextInt(before.size())) : event(random, own));
                if (random.nextInt(6) == 0) {
                    var declared = declared(events.get(random.nextInt(events.size())), random.nextInt(3));
                    events.add(random.nextInt(events.size() + 1), declared);
                }
                if (random.nextInt(40) == 0) {
                    events.add("{\"type\":\"ObjectEvent\"}");
                }
            }
            events.stream().filter(it -> it.contains("readPoint")).forEach(before::add);
            var faulty = random.nextInt(3) == 0 ? Faulty.REFUSE_ALL : Faulty.TAKE_GOOD;
            var sent = CapturingEventsTest.done(captures.receive(Form.EPCIS, "f" + file, Files.writeString(folder.resolve("f" + file), AChain.document(events)), faulty, CapturingEventsTest.PROCESS));
            holds(sent, events, faulty, opinion);
        }
        stands(own, opinion);
    }

    private void holds(Capture sent, List<String> events, Faulty faulty, Opinion opinion) {
        var done = sent.done().orElseThrow();
        var refused = events.stream().filter(it -> !it.contains("readPoint")).count();
        if (refused > 0 && faulty == Faulty.REFUSE_ALL) {
            assertThat(done).extracting(Capture.Done::outcome, Capture.Done::taken, Capture.Done::declared).containsExactly(Outcome.REFUSED, 0L, 0L);
            return;
        }
        var taken = 0;
        var hashes = new EventHash();
        var ofTaken = 0;
        var declarations = new LinkedHashSet<List<String>>();
        for (var no = 0; no < events.size(); no++) {
            if (!events.get(no).contains("readPoint")) {
                continue;
            }
            var event = AnEvent.in(AChain.document(List.of(events.get(no)))).getFirst();
            var hash = HexFormat.of().formatHex(hashes.hash(event));
            var error = event.particulars().error();
            if (error != null) {
                declarations.add(List.of(hash, error.declared().toString()));
            }
            if (opinion.events.putIfAbsent(hash, new Kept(sent.no(), no + 1, events.get(no))) == null) {
                taken++;
                ofTaken += error == null ? 0 : 1;
                var reading = Reading.of(event).reading().orElseThrow();
                var named = new ArrayList<>(reading.items());
                named.sort(java.util.Comparator.comparing((Reading.Named it) -> it.role().sign).thenComparing(Reading.Named::place));
                named.forEach(it -> opinion.items.add(it.uri()));
                opinion.links.put(hash, named.stream().map(it -> java.util.Arrays.<Object>asList(it.role().sign, it.place(), it.uri(), it.mass())).toList());
                opinion.places.merge(event.where().readPoint().id(), 1L, Long::sum);
            }
        }
        var entered = declarations.stream().filter(it -> opinion.wrong.computeIfAbsent(it.getFirst(), none -> new HashSet<>()).add(it.getLast())).count();
        assertThat(done).extracting(Capture.Done::outcome, Capture.Done::events, Capture.Done::taken, Capture.Done::declared, Capture.Done::refused)
                .containsExactly(Outcome.TAKEN, (long) events.size(), (long) taken, entered - ofTaken, refused);
    }

    private void stands(String own, Opinion opinion) {
        var mine = "%" + own + "%";
        assertThat(db.sql("SELECT encode(hash, 'hex') FROM traceability.event WHERE read_point LIKE :mine ORDER BY id").param("mine", mine).query(String.class).list())
                .as("each event once, in the order of files").containsExactlyElementsOf(opinion.events.keySet());
        assertThat(db.sql("SELECT uri FROM traceability.item WHERE uri LIKE :mine ORDER BY number").param("mine", mine).query(String.class).list())
                .as("each item once, in the order in which it was named").containsExactlyElementsOf(opinion.items);
        var links = new HashMap<String, List<List<Object>>>();
        db.sql("""
                SELECT encode(event.hash, 'hex') AS hash, named.role, named.place, item.uri, named.grams
                  FROM traceability.event
                 CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named
                  JOIN traceability.item ON item.number = named.item
                 WHERE event.read_point LIKE :mine
                 ORDER BY event.id, named.role, named.place
                """).param("mine", mine)
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> links.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                        .add(java.util.Arrays.asList(row.getString(2), row.getInt(3), row.getString(4), row.getObject(5, Long.class))));
        assertThat(links).isEqualTo(opinion.links);
        assertThat(db.sql("""
                SELECT count(*)
                  FROM (SELECT event.id, named.item, named.role FROM traceability.event CROSS JOIN LATERAL traceability.named(event.items, event.roles, event.grams) AS named) AS from_events
                  FULL JOIN (SELECT each.event AS id, naming.item, each.role FROM traceability.naming CROSS JOIN LATERAL unnest(naming.events, string_to_array(naming.roles, NULL)) AS each (event, role)) AS from_items
                 USING (id, item, role)
                 WHERE from_events IS NULL OR from_items IS NULL
                """).query(Long.class).single()).as("what leads from events to items leads back").isZero();
        var wrong = new HashMap<String, Set<String>>();
        db.sql("SELECT encode(event.hash, 'hex'), correction.declared_at FROM traceability.correction JOIN traceability.event ON event.id = correction.event WHERE event.read_point LIKE :mine").param("mine", mine)
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> wrong.computeIfAbsent(row.getString(1), none -> new HashSet<>())
                        .add(row.getObject(2, java.time.OffsetDateTime.class).toInstant().toString()));
        assertThat(wrong).isEqualTo(opinion.wrong);
        var places = new TreeMap<String, Long>();
        db.sql("SELECT uri, times FROM traceability.seen WHERE kind = 'PLACE' AND uri LIKE :mine").param("mine", mine)
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> places.put(row.getString(1), row.getLong(2)));
        assertThat(places).isEqualTo(opinion.places);
        db.sql("""
                SELECT encode(event.hash, 'hex'), (SELECT deflated FROM traceability.body WHERE body.capture = event.capture AND body.no <= event.no ORDER BY body.no DESC LIMIT 1), event.no, event.happened_at
                  FROM traceability.event
                 WHERE event.read_point LIKE :mine
                """).param("mine", mine)
                .query((org.springframework.jdbc.core.RowCallbackHandler) row -> {
                    var event = Body.event(Body.document(null, row.getBytes(2), row.getLong(3)));
                    assertThat(HexFormat.of().formatHex(new EventHash().hash(event))).as("a body says what came").isEqualTo(row.getString(1));
                    assertThat(event.when().time()).isEqualTo(row.getObject(4, java.time.OffsetDateTime.class).toInstant());
                    assertThat(row.getLong(3)).isEqualTo(opinion.events.get(row.getString(1)).no());
                });
    }

    static String event(Random random, String own) {
        var lots = new LinkedHashMap<String, Integer>();
        for (var no = random.nextInt(6); no >= 0; no--) {
            lots.put("https://id.gs1.org/01/09521321012349/10/" + own + "-" + random.nextInt(200), 1 + random.nextInt(500));
        }
        var quantities = lots.entrySet().stream().map(it -> "{\"epcClass\":\"%s\",\"quantity\":%d,\"uom\":\"KGM\"}".formatted(it.getKey(), it.getValue())).collect(java.util.stream.Collectors.joining(","));
        var head = "\"eventTime\":\"2026-0%d-%02dT08:00:00.%03d+08:00\",\"eventTimeZoneOffset\":\"+08:00\",\"readPoint\":{\"id\":\"urn:site:%s-%d\"}".formatted(1 + random.nextInt(9), 1 + random.nextInt(28), random.nextInt(1_000), own,
                random.nextInt(4));
        var paper = random.nextInt(3) > 0 ? "" : ",\"bizTransactionList\":[{\"type\":\"po\",\"bizTransaction\":\"urn:po:%1$s\"},{\"type\":\"inv\",\"bizTransaction\":\"urn:po:%1$s\"}]".formatted(random.nextInt(20));
        return switch (random.nextInt(3)) {
            case 0 -> "{\"type\":\"ObjectEvent\",\"action\":\"ADD\"," + head + paper + ",\"quantityList\":[" + quantities + "]}";
            case 1 -> "{\"type\":\"AggregationEvent\",\"action\":\"ADD\"," + head + paper + ",\"parentID\":\"urn:pack:" + own + random.nextInt(50) + "\",\"childEPCs\":[\"urn:piece:" + own + random.nextInt(100) + "\"]}";
            default -> "{\"type\":\"TransformationEvent\"," + head + paper + ",\"inputQuantityList\":[" + quantities + "],\"outputEPCList\":[\"urn:made:" + own + random.nextInt(1_000) + "\"]}";
        };
    }

    private static String declared(String event, int hour) {
        return !event.contains("readPoint") || event.contains("errorDeclaration") ? event
                : event.substring(0, event.length() - 1) + ",\"errorDeclaration\":{\"declarationTime\":\"2026-10-01T0" + hour + ":00:00Z\",\"reason\":\"incorrect_data\"}}";
    }
}
