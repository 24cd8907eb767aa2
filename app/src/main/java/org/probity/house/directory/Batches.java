package org.probity.house.directory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that a room read: the lines of each, or what stands in their way, wait for a day until somebody brings them in. The room has the tables {@code batch} and {@code staged} in the shape
 * that the directory's have; what lines mean and would do, it says itself.
 *
 * @param <F> a fault as the room tells it
 */
public final class Batches<F> {
    private static final int FILE_LONGEST = 300;

    /** A file that was read. @param faults what stands in the way; empty: it waits to be brought in */
    public record Waiting<F>(UUID id, String kind, String file, List<F> faults) {}

    private final String room;
    private final JavaType faults;
    private final Staging staging;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Batches(String room, Class<F> fault, Staging staging, JdbcClient db, JsonMapper json, Clock clock) {
        this.room = room;
        this.faults = json.getTypeFactory().constructCollectionType(List.class, fault);
        this.staging = staging;
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what was read.
     *
     * @param wrong what is wrong with a line by itself
     * @param lines by their number, each with its fields
     * @param clashes what is wrong between lines and with what is known, asked once they are staged and nothing is wrong with any
     */
    public UUID keep(String kind, String file, UUID by, List<F> wrong, Map<Integer, String[]> lines, Function<UUID, List<F>> clashes) {
        var batch = UUID.randomUUID();
        sql("INSERT INTO %s.batch (id, kind, file, read_at, read_by) VALUES (:id, :kind, :file, :now, :by)")
                .param("id", batch).param("kind", kind).param("file", file.substring(0, Math.min(file.length(), FILE_LONGEST))).param("now", now()).param("by", by)
                .update();
        var told = wrong;
        if (told.isEmpty()) {
            staging.copy(room + ".staged", batch, lines);
            told = clashes.apply(batch);
        }
        if (!told.isEmpty()) {
            sql("UPDATE %s.batch SET faults = CAST(:faults AS jsonb) WHERE id = :batch").param("faults", json.writeValueAsString(told)).param("batch", batch).update();
            sql("DELETE FROM %s.staged WHERE batch = :batch").param("batch", batch).update();
        }
        return batch;
    }

    public Optional<Waiting<F>> find(UUID batch) {
        return sql("SELECT kind, file, coalesce(faults, '[]') AS faults FROM %s.batch WHERE id = :batch AND imported_at IS NULL AND read_at > :yesterday")
                .param("batch", batch).param("yesterday", yesterday())
                .query((row, n) -> new Waiting<>(batch, row.getString("kind"), row.getString("file"), json.<List<F>>readValue(row.getString("faults"), faults))).optional();
    }

    /** What nobody brought in goes with its lines and faults: it names people. */
    public void forget() {
        sql("DELETE FROM %s.batch WHERE imported_at IS NULL AND read_at <= :yesterday").param("yesterday", yesterday()).update();
    }

    /** It was brought in. @param record its entry in the log */
    public void close(UUID batch, UUID record) {
        sql("UPDATE %s.batch SET imported_at = :now, record = :record WHERE id = :batch").param("now", now()).param("record", record).param("batch", batch).update();
        sql("DELETE FROM %s.staged WHERE batch = :batch").param("batch", batch).update();
    }

    private JdbcClient.StatementSpec sql(String sql) {
        return db.sql(sql.formatted(room));
    }

    private OffsetDateTime yesterday() {
        return now().minusDays(1);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
