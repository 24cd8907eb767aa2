package org.probity.shapes.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of drafts, before anything stands on them. Somebody who begins something may bring files and take them out again; without an end to that, one person
 * could fill the disk. So a day has an end, and what was taken out is let go of on the day after. A file that any row refers to stays: all rooms refer to
 * files by foreign keys, and the database is asked for them.
 */
@Service
public class LettingGo {
    /** So many files, and so many bytes of them, one person brings into drafts within a day. */
    public static final int FILES_A_DAY = 200;
    public static final long BYTES_A_DAY = 1L << 30;

    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    LettingGo(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether somebody has brought as much within a day as one may. */
    public boolean full(UUID by) {
        return db.sql("""
                SELECT count(*) >= :files OR coalesce(sum(blob.size), 0) >= :bytes
                  FROM evidence.item
                  JOIN evidence.blob USING (sha256)
                 WHERE item.brought_by = :by
                   AND item.brought_at > :since
                """)
                .param("files", FILES_A_DAY).param("bytes", BYTES_A_DAY).param("by", by).param("since", now().minus(DAY))
                .query(Boolean.class).single();
    }

    /** A file was taken out of a draft. Whoever took it out of one and has it in another loses nothing. */
    @Transactional
    public void letGo(UUID item, UUID by) {
        db.sql("INSERT INTO evidence.let_go (item, by, at) SELECT id, :by, :at FROM evidence.item WHERE id = :item ON CONFLICT DO NOTHING")
                .param("item", item).param("by", by).param("at", now())
                .update();
    }

    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        var before = begun.day().atStartOfDay(clock.getZone()).toOffsetDateTime();
        var parts = db.sql("""
                SELECT format('EXISTS (SELECT FROM %s AS part WHERE part.%I = let_go.item)', constrained.conrelid::regclass, attribute.attname)
                  FROM pg_constraint AS constrained
                  JOIN pg_attribute AS attribute ON attribute.attrelid = constrained.conrelid AND attribute.attnum = ANY (constrained.conkey)
                 WHERE constrained.contype = 'f'
                   AND constrained.confrelid = 'evidence.item'::regclass
                   AND constrained.conrelid <> 'evidence.let_go'::regclass
                """).query(String.class).list().stream().collect(Collectors.joining(" OR "));
        db.sql("DELETE FROM evidence.let_go WHERE at < :before AND (" + parts + ")").param("before", before).update();
        var hashes = db.sql("DELETE FROM evidence.item USING evidence.let_go WHERE let_go.item = item.id AND let_go.at < :before RETURNING item.sha256").param("before", before)
                .query((row, n) -> row.getBytes(1)).list();
        // Locked first, in a statement of its own: whoever keeps the same bytes at this moment has them, and the next statements see it.
        hashes.forEach(it -> db.sql("SELECT FROM evidence.blob WHERE sha256 = :sha256 FOR UPDATE").param("sha256", it).query((row, n) -> n).optional());
        for (var hash : hashes) {
            var alone = " WHERE sha256 = :sha256 AND NOT EXISTS (SELECT FROM evidence.item WHERE item.sha256 = :sha256)";
            db.sql("DELETE FROM evidence.chunk" + alone).param("sha256", hash).update();
            db.sql("DELETE FROM evidence.blob" + alone).param("sha256", hash).update();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
