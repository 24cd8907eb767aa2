package org.probity.supply.traceability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.customs.PackDraft;
import org.probity.house.log.Log;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.traceability.CustomsMaking.Watched;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts into the draft of a pack what lies here: events, the captures they came in, the files behind their papers. */
@Component
class CustomsFilling {
    private static final int FETCH = 2_000;
    private static final int LOOKED_AT = 5_000;

    private final JdbcClient db;
    private final Evidence evidence;
    private final Log log;
    private final TransactionTemplate transaction;

    CustomsFilling(JdbcClient db, Evidence evidence, Log log, TransactionTemplate transaction) {
        this.db = db;
        this.evidence = evidence;
        this.log = log;
        this.transaction = transaction;
    }

    record Came(int no, UUID capture, long first) {}

    /** In the order of time, those that were declared wrong left out, as books are read. */
    List<Came> events(PackDraft draft, CustomsFollowing.Followed followed, Watched watched) {
        var captures = new LinkedHashMap<UUID, Came>();
        var wanted = followed.events().stream().mapToObj(it -> (long) it).toArray(Long[]::new);
        var written = new long[1];
        transaction.executeWithoutResult(status -> db.sql("""
                SELECT event.id, event.hash, event.no, event.body, kept.deflated, event.capture
                  FROM traceability.event
                  LEFT JOIN LATERAL (SELECT deflated FROM traceability.body WHERE body.capture = event.capture AND body.no <= event.no ORDER BY no DESC LIMIT 1) AS kept ON event.body IS NULL
                 WHERE event.id = ANY (:events) AND NOT EXISTS (SELECT FROM traceability.correction WHERE correction.event = event.id)
                 ORDER BY event.happened_at, event.id
                """).param("events", wanted).withFetchSize(FETCH).query((RowCallbackHandler) row -> {
                    var capture = row.getObject("capture", UUID.class);
                    var came = captures.get(capture);
                    if (came == null) {
                        came = new Came(captures.size(), capture, db.sql("SELECT min(id) FROM traceability.event WHERE capture = :capture").param("capture", capture).query(Long.class).single());
                        captures.put(capture, came);
                    }
                    try {
                        draft.event(Body.document(row.getBytes("body"), row.getBytes("deflated"), row.getLong("no")), row.getBytes("hash"), came.no(), row.getLong("id") - came.first());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    if (++written[0] % LOOKED_AT == 0) {
                        watched.at(Math.min(written[0], wanted.length), wanted.length);
                    }
                }));
        return List.copyOf(captures.values());
    }

    void captured(PackDraft draft, List<Came> captures) throws IOException {
        for (var it : captures) {
            var record = db.sql("SELECT record FROM traceability.captured WHERE capture = :capture").param("capture", it.capture()).query(UUID.class).single();
            var place = log.place(record).orElseThrow(() -> new IllegalStateException("the log has no place for the capture " + it.capture()));
            var leaves = new ByteArrayOutputStream();
            transaction.executeWithoutResult(status -> db.sql("SELECT hash FROM traceability.event WHERE capture = :capture ORDER BY id").param("capture", it.capture()).withFetchSize(FETCH)
                    .query((RowCallbackHandler) row -> leaves.writeBytes(row.getBytes(1))));
            draft.captured(it.no(), place.index(), log.opening(record).orElseThrow(), leaves.toByteArray());
        }
    }

    /** The newest file behind each paper that was brought to an event of the pack: the same number on papers of others is another paper. */
    Map<String, PackDraft.Kept> files(List<String> papers, CustomsFollowing.Followed followed, Path folder, Watched watched) throws IOException {
        var kept = new HashMap<String, PackDraft.Kept>();
        var found = db.sql("""
                SELECT DISTINCT ON (uri) uri, evidence FROM traceability.document WHERE uri = ANY (:uris) AND event = ANY (:events) ORDER BY uri, said_at DESC
                """).param("uris", papers.toArray(String[]::new)).param("events", followed.events().stream().mapToObj(it -> (long) it).toArray(Long[]::new)).query((row, n) -> Map.entry(row.getString(1), row.getObject(2, UUID.class))).list();
        var no = 0;
        for (var it : found) {
            var item = evidence.find(it.getValue()).orElseThrow();
            var file = folder.resolve("paper-" + item.sha256());
            if (!Files.exists(file)) {
                try (var in = evidence.open(item)) {
                    Files.copy(in, file);
                }
            }
            kept.put(it.getKey(), new PackDraft.Kept(item.name(), item.sha256(), file));
            watched.at(++no, found.size());
        }
        return kept;
    }
}
