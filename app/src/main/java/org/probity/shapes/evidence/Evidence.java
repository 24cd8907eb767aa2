package org.probity.shapes.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Enumeration;
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
    /** Less than what the collector of garbage sets apart as large: it begins a whole round for some of those. Older files lie in pieces of a megabyte. */
    private static final int CHUNK_BYTES = 1 << 18;

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
        try {
            return keep(name, mediaType, sha256(bytes), bytes.length, new ByteArrayInputStream(bytes), by);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** The same for a file that is too large to be held: it is read twice, once for its hash, and must not change between. */
    @Transactional
    public Item keep(String name, String mediaType, Path file, UUID by) throws IOException {
        var digest = sha256();
        var size = 0L;
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) > 0; size += read) {
                digest.update(buffer, 0, read);
            }
        }
        try (var in = Files.newInputStream(file)) {
            return keep(name, mediaType, digest.digest(), size, in, by);
        }
    }

    private Item keep(String name, String mediaType, byte[] hash, long size, InputStream bytes, UUID by) throws IOException {
        var isNew = add(hash, size);
        // What is there may be let go of at this moment: it is held until the item stands, or stored anew.
        while (!isNew && db.sql("SELECT FROM evidence.blob WHERE sha256 = :sha256 FOR KEY SHARE").param("sha256", hash).query((row, n) -> n).optional().isEmpty()) {
            isNew = add(hash, size);
        }
        if (isNew) {
            var no = 0;
            for (var chunk = bytes.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = bytes.readNBytes(CHUNK_BYTES)) {
                db.sql("INSERT INTO evidence.chunk (sha256, no, bytes) VALUES (:sha256, :no, :bytes)").param("sha256", hash).param("no", no++).param("bytes", chunk).update();
            }
        }
        var item = new Item(UUID.randomUUID(), HexFormat.of().formatHex(hash), fileName(name), mediaType, size, by, clock.instant());
        db.sql("""
                INSERT INTO evidence.item (id, sha256, name, media_type, brought_by, brought_at)
                VALUES (:id, :sha256, :name, :type, :by, :at)
                """)
                .param("id", item.id()).param("sha256", hash).param("name", item.name()).param("type", mediaType)
                .param("by", by).param("at", OffsetDateTime.ofInstant(item.broughtAt(), ZoneOffset.UTC))
                .update();
        return item;
    }

    private boolean add(byte[] hash, long size) {
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

    /** The same without holding the file: a chunk at a time. A file that no longer has its hash fails with its last byte. */
    public InputStream open(Item item) {
        var hash = HexFormat.of().parseHex(item.sha256());
        var digest = sha256();
        var chunks = new Enumeration<InputStream>() {
            private int no;
            private long at;

            @Override
            public boolean hasMoreElements() {
                if (at < item.size()) {
                    return true;
                }
                if (no >= 0 && !Arrays.equals(digest.digest(), hash)) {
                    throw new IllegalStateException("evidence " + item.id() + " no longer has the hash " + item.sha256());
                }
                no = -1;
                return false;
            }

            @Override
            public InputStream nextElement() {
                var chunk = db.sql("SELECT bytes FROM evidence.chunk WHERE sha256 = :sha256 AND no = :no").param("sha256", hash).param("no", no++)
                        .query((row, n) -> row.getBytes(1)).single();
                digest.update(chunk);
                at += chunk.length;
                return new ByteArrayInputStream(chunk);
            }
        };
        return new SequenceInputStream(chunks);
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
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }
}
