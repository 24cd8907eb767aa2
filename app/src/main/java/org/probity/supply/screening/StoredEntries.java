package org.probity.supply.screening;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.screen.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries of lists, each from the version it came with until before the one that changed or dropped it. */
@Component
class StoredEntries {
    record Stored(UUID id, String code, String sha256, String content) {}

    private final JdbcClient db;

    StoredEntries(JdbcClient db) {
        this.db = db;
    }

    void store(UUID list, int no, List<Party> parties) {
        var stored = now(list);
        var fresh = new ArrayList<Party>();
        for (var party : parties) {
            var before = stored.get(party.id());
            if (before != null && before.sha256().equals(Entries.hash(Entries.content(party)))) {
                stored.remove(party.id());
            } else {
                fresh.add(party);
            }
        }
        db.sql("UPDATE screening.entry SET last_no = :before WHERE id = ANY (:gone)")
                .param("before", no - 1).param("gone", stored.values().stream().map(Stored::id).toArray(UUID[]::new))
                .update();
        db.sql("""
                INSERT INTO screening.entry (id, list, code, content, likeness, sha256, first_no)
                SELECT gen_random_uuid(), :list, code, content, likeness, sha256, :no
                  FROM unnest(:codes, :contents, :likenesses, :hashes) AS it (code, content, likeness, sha256)
                """)
                .param("list", list).param("no", no)
                .param("codes", fresh.stream().map(Party::id).toArray(String[]::new))
                .param("contents", fresh.stream().map(it -> new String(Entries.content(it).canonical(), StandardCharsets.UTF_8)).toArray(String[]::new))
                .param("likenesses", fresh.stream().map(Entries::likeness).toArray(String[]::new))
                .param("hashes", fresh.stream().map(it -> Entries.hash(Entries.content(it))).toArray(String[]::new))
                .update();
    }

    /** What holds of a list after its last version, by code. */
    Map<String, Stored> now(UUID list) {
        var stored = new LinkedHashMap<String, Stored>();
        db.sql("SELECT id, code, sha256, content FROM screening.entry WHERE list = :list AND last_no IS NULL ORDER BY code").param("list", list)
                .query(Stored.class).list().forEach(it -> stored.put(it.code(), it));
        return stored;
    }
}
