package org.probity.shapes.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files behind the records. What is kept here stays as it was brought, byte for byte. */
@Service
public class Evidence {
    private static final int CHUNK_BYTES = 1 << 20;

    /**
     * One bringing of a file.
     *
     * @param sha256 lower-case hex, the file's name in every proof
     * @param size in bytes
     */
    public record Item(UUID id, String sha256, String name, String mediaType, long size, UUID broughtBy, Instant broughtAt) {}

    private final JdbcClient db;
    private final Clock clock;

    Evidence(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps a file. The same bytes are stored once, however often they are brought. */
    @Transactional
    public Item keep(String name, String mediaType, byte[] bytes, UUID by) {
        var hash = sha256(bytes);
        var isNew = add(hash, bytes.length);
        // What is there may be let go of at this moment: it is held until the item stands, or stored anew.
        while (!isNew && db.sql("SELECT FROM evidence.blob WHERE sha256 = :sha256 FOR KEY SHARE").param("sha256", hash).query((row, n) -> n).optional().isEmpty()) {
            isNew = add(hash, bytes.length);
        }
        for (int at = 0, no = 0; isNew && at < bytes.length; at += CHUNK_BYTES, no++) {
            db.sql("INSERT INTO evidence.chunk (sha256, no, bytes) VALUES (:sha256, :no, :bytes)")
                    .param("sha256", hash).param("no", no)
                    .param("bytes", Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK_BYTES)))
                    .update();
        }
        var item = new Item(UUID.randomUUID(), HexFormat.of().formatHex(hash), fileName(name), mediaType, bytes.length, by, clock.instant());
        db.sql("""
                INSERT INTO evidence.item (id, sha256, name, media_type, brought_by, brought_at)
                VALUES (:id, :sha256, :name, :type, :by, :at)
                """)
                .param("id", item.id()).param("sha256", hash).param("name", item.name()).param("type", mediaType)
                .param("by", by).param("at", OffsetDateTime.ofInstant(item.broughtAt(), ZoneOffset.UTC))
                .update();
        return item;
    }

    private boolean add(byte[] hash, int size) {
        return db.sql("INSERT INTO evidence.blob (sha256, size) VALUES (:sha256, :size) ON CONFLICT DO NOTHING").param("sha256", hash).param("size", size).update() == 1;
    }

    public Optional<Item> find(UUID id) {
        return db.sql("""
                SELECT item.id, encode(item.sha256, 'hex') AS sha256, item.name, item.media_type, blob.size,
                       item.brought_by, item.brought_at
                  FROM evidence.item
                  JOIN evidence.blob USING (sha256)
                 WHERE item.id = :id
                """)
                .param("id", id)
                .query(Item.class).optional();
    }

    /** The file of that hash, as it was brought first; for whoever follows what a log entry commits to. */
    public Optional<Item> bySha256(String sha256) {
        return db.sql("""
                SELECT item.id, encode(item.sha256, 'hex') AS sha256, item.name, item.media_type, blob.size,
                       item.brought_by, item.brought_at
                  FROM evidence.item
                  JOIN evidence.blob USING (sha256)
                 WHERE item.sha256 = decode(:sha256, 'hex')
                 ORDER BY item.brought_at, item.id
                 LIMIT 1
                """)
                .param("sha256", sha256)
                .query(Item.class).optional();
    }

    /** The bytes of an item as they were brought; checked against the hash on every reading. */
    public byte[] bytes(Item item) {
        var hash = HexFormat.of().parseHex(item.sha256());
        List<byte[]> chunks = db.sql("SELECT bytes FROM evidence.chunk WHERE sha256 = :sha256 ORDER BY no")
                .param("sha256", hash)
                .query((row, n) -> row.getBytes(1)).list();
        var bytes = new byte[Math.toIntExact(item.size())];
        var at = 0;
        for (var chunk : chunks) {
            System.arraycopy(chunk, 0, bytes, at, chunk.length);
            at += chunk.length;
        }
        if (!Arrays.equals(sha256(bytes), hash)) {
            throw new IllegalStateException("evidence " + item.id() + " no longer has the hash " + item.sha256());
        }
        return bytes;
    }

    /** A name that is safe to show and to send back: no folders, no control characters, at most 120 characters. */
    static String fileName(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "_").strip();
        if (clean.isEmpty()) {
            return "file";
        }
        return clean.length() <= 120 ? clean : clean.substring(clean.length() - 120);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }
}
