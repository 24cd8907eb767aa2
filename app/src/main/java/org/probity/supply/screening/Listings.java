package org.probity.supply.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.screen.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of lists laid out for searching; made again from their rows when they are not in memory. */
@Component
class Listings {
    private static final int KEPT = 8;

    /** @param rows by the entry's code: its row */
    record LaidOut(Listing listing, Map<String, UUID> rows) {}

    private final JdbcClient db;
    private final Map<UUID, LaidOut> laidOut = new LinkedHashMap<>(KEPT, 0.75f, true);

    Listings(JdbcClient db) {
        this.db = db;
    }

    synchronized LaidOut of(UUID version) {
        var found = laidOut.get(version);
        if (found == null) {
            found = layOut(version);
            laidOut.put(version, found);
            if (laidOut.size() > KEPT) {
                laidOut.remove(laidOut.keySet().iterator().next());
            }
        }
        return found;
    }

    private record Row(UUID id, String code, String content) {}

    private LaidOut layOut(UUID version) {
        var rows = db.sql("""
                SELECT entry.id, entry.code, entry.content
                  FROM screening.version
                  JOIN screening.entry ON entry.list = version.list
                                      AND entry.first_no <= version.no
                                      AND (entry.last_no IS NULL OR entry.last_no >= version.no)
                 WHERE version.id = :version
                 ORDER BY entry.code
                """)
                .param("version", version).query(Row.class).list();
        var ids = new LinkedHashMap<String, UUID>();
        rows.forEach(it -> ids.put(it.code(), it.id()));
        return new LaidOut(Listing.of(List.copyOf(rows.stream().map(it -> Entries.party(it.code(), it.content())).toList())), ids);
    }
}
