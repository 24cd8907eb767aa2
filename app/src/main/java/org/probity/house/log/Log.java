package org.probity.house.log;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Checkpoint;
import org.probity.proof.Commitment;
import org.probity.proof.Commitment.Opening;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.LaterWitness;
import org.probity.proof.LogView;
import org.probity.proof.MerkleTree;
import org.probity.proof.Note;
import org.probity.proof.VerifierKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The log as other rooms see it: they record, and later ask for the proof that they did. */
@Service
public class Log {
    /** Something waits for its place; heard after the transaction has committed. */
    record Recorded() {}

    /**
     * The place of a record in the tree.
     *
     * @param number its number in its class and year, from 1 without gaps
     */
    public record Placed(UUID record, long index, String kind, int year, long number) {
        /** By hand: a figure may ask for a hundred thousand of them. */
        private static Placed of(ResultSet row, int n) throws SQLException {
            return new Placed(row.getObject(1, UUID.class), row.getLong(2), row.getString(3), row.getInt(4), row.getLong(5));
        }
    }

    /** The newest signed state of the tree. */
    public record Signed(long size, Note note) {
        public Checkpoint checkpoint() {
            return Checkpoint.parse(note);
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Sequencer sequencer;
    private final LogKey key;
    private final SecureRandom random = new SecureRandom();

    Log(JdbcClient db, Clock clock, ApplicationEventPublisher events, Sequencer sequencer, LogKey key) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.sequencer = sequencer;
        this.key = key;
    }

    /** Waits until everything that was committed before this call has its place and is signed for. */
    public void settle() {
        sequencer.settle();
    }

    /** Whether {@link #settle} can sign: not while a memory outside contradicts the log, after an unexplained restore, or without its key. */
    public boolean maySign() {
        return sequencer.maySign();
    }

    /** Whether this node has the key of the log; one that has not reads and never signs. */
    public boolean hasKey() {
        return key.signer().isPresent();
    }

    /** Whose signature stands under the log's states. */
    public VerifierKey verifier() {
        return key.verifier();
    }

    /** Whose cosignatures count. */
    public List<VerifierKey> witnesses() {
        return db.sql("SELECT vkey FROM log.witness ORDER BY name").query(String.class).list().stream().map(VerifierKey::parse).toList();
    }

    /** Every witness that was ever named, with the entry that named it: so a package can declare those that its report did not know. */
    public List<LaterWitness> namings() {
        return db.sql("""
                SELECT entry.index, opening.salt, opening.content
                  FROM log.witness
                  JOIN log.entry ON entry.record = witness.record
                  JOIN log.opening ON opening.record = witness.record
                 ORDER BY entry.index
                """)
                .query((row, n) -> new LaterWitness(row.getLong(1), new Opening(row.getBytes(2), Json.parse(row.getString(3))))).list();
    }

    /**
     * Forgets what a record committed to. Its entry stays, so that no number is missing and every proof still holds; but nobody can learn or
     * show any more what it said.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID record) {
        db.sql("DELETE FROM log.opening WHERE record = :record").param("record", record).update();
    }

    /**
     * Records that something happened, within the caller's transaction: both become true together or neither does.
     *
     * @param kind its class, such as {@code obligation.step}
     * @param day the day it belongs to; its year is the year it is numbered in
     * @param content what the commitment binds: ids, hashes, amounts; no name, no free text of a person
     * @return the record's id, by which its proof can be asked later
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(String kind, LocalDate day, Map<String, ?> content) {
        return record(kind, day, Json.of(content), null);
    }

    /** As above, for a content that is written down elsewhere in the same form. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID record(String kind, LocalDate day, Json.Obj content) {
        return record(kind, day, content, null);
    }

    /**
     * Records a batch as one entry: its content is bound together with the root of the batch's own tree over its rows.
     *
     * @param rows what the batch holds, in its order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID recordBatch(String kind, LocalDate day, Map<String, ?> content, List<? extends Map<String, ?>> rows) {
        var tree = new MerkleTree.Growing();
        rows.forEach(row -> tree.add(Hash.leaf(Json.of(row).canonical())));
        var bound = ((Json.Obj) Json.of(content)).with("root", tree.root());
        return record(kind, day, bound, (long) rows.size());
    }

    private UUID record(String kind, LocalDate day, Json content, @Nullable Long size) {
        var id = UUID.randomUUID();
        var opening = Opening.fresh(random, content);
        db.sql("""
                WITH record AS (
                    INSERT INTO log.record (id, class, day, commitment, size, recorded_at)
                    VALUES (:id, :kind, :day, :commitment, :size, :at)
                    RETURNING id
                ), opening AS (
                    INSERT INTO log.opening (record, salt, content)
                    SELECT id, :salt, :content FROM record
                )
                INSERT INTO log.outbox (record) SELECT id FROM record
                """)
                .param("id", id).param("kind", kind).param("day", day)
                .param("commitment", Commitment.of(Commitment.ENTRY, opening).bytes())
                .param("size", size, Types.BIGINT).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("salt", HexFormat.of().parseHex(opening.salt())).param("content", content.text())
                .update();
        events.publishEvent(new Recorded());
        return id;
    }

    /** Where the records stand in the tree; those that still wait for their place are not in the answer. */
    public List<Placed> places(Collection<UUID> records) {
        return db.sql("""
                SELECT record, index, class, year, number
                  FROM log.entry
                 WHERE record = ANY (:records)
                 ORDER BY index
                """)
                .param("records", records.toArray(UUID[]::new))
                .query(Placed::of).list();
    }

    public Optional<Placed> place(UUID record) {
        return places(List.of(record)).stream().findFirst();
    }

    /** The content of a record and its salt, unless they were erased. */
    public Optional<Opening> opening(UUID record) {
        return db.sql("SELECT salt, content FROM log.opening WHERE record = :record")
                .param("record", record)
                .query((row, n) -> new Opening(row.getBytes(1), Json.parse(row.getString(2)))).optional();
    }

    /** What the records committed to, by record, in one go; those that were erased are not in it. */
    public Map<UUID, Opening> openings(Collection<UUID> records) {
        var openings = new HashMap<UUID, Opening>();
        db.sql("SELECT record, salt, content FROM log.opening WHERE record = ANY (:records)")
                .param("records", records.toArray(UUID[]::new))
                .query(row -> {
                    openings.put(row.getObject(1, UUID.class), new Opening(row.getBytes(2), Json.parse(row.getString(3))));
                });
        return openings;
    }

    /** How many witnesses have signed under the state that a reader gets; naming one is not yet being witnessed. */
    public int cosigned() {
        return newestCosigned(-1).map(signed -> signed.note().signatures().size() - 1).orElse(0);
    }

    public Optional<Signed> newest() {
        return signed("TRUE ORDER BY size DESC LIMIT 1", 0);
    }

    public Optional<Signed> at(long size) {
        return signed("size = :size", size);
    }

    /** The first signed state whose tree holds the entry. */
    public Optional<Signed> firstHolding(long index) {
        return signed("size > :size ORDER BY size LIMIT 1", index);
    }

    /** The newest state that a witness has cosigned and that holds the entry; the newest of all when there is none. */
    public Optional<Signed> newestCosigned(long index) {
        return signed("size > :size AND EXISTS (SELECT FROM log.cosignature WHERE cosignature.size = checkpoint.size) ORDER BY size DESC LIMIT 1",
                index).or(this::newest);
    }

    /**
     * The signed state that proves an entry best: of those that most witnesses have cosigned the newest, and the newest of all while nobody
     * has. A cosignature counts when the state holds the entry that named the witness, because only then can a reader see who that is.
     */
    public Optional<Signed> best(long index) {
        return db.sql("""
                SELECT checkpoint.size, checkpoint.note, best.lines
                  FROM log.checkpoint
                  JOIN (SELECT cosignature.size, array_agg(cosignature.line ORDER BY entry.index) AS lines
                          FROM log.cosignature
                          JOIN log.witness ON witness.vkey = cosignature.witness
                          JOIN log.entry ON entry.record = witness.record AND entry.index < cosignature.size
                         WHERE cosignature.size > :index
                         GROUP BY cosignature.size) AS best USING (size)
                 ORDER BY cardinality(best.lines) DESC, checkpoint.size DESC
                 LIMIT 1
                """)
                .param("index", index)
                .query(Log::signed).optional()
                .or(() -> newest().filter(signed -> signed.size() > index)
                        .map(signed -> new Signed(signed.size(), new Note(signed.note().text(), signed.note().signatures().subList(0, 1)))));
    }

    private static Signed signed(ResultSet row, int number) throws SQLException {
        var note = Note.parse(row.getString("note"));
        for (var line : (String[]) row.getArray("lines").getArray()) {
            note = note.with(Note.Signature.parse(line.strip()));
        }
        return new Signed(row.getLong("size"), note);
    }

    /** A signed state with whatever witnesses have signed under it since. */
    private Optional<Signed> signed(String which, long size) {
        return db.sql("""
                SELECT checkpoint.size, checkpoint.note,
                       ARRAY(SELECT line FROM log.cosignature WHERE cosignature.size = checkpoint.size ORDER BY witness) AS lines
                  FROM log.checkpoint
                 WHERE""" + " " + which)
                .param("size", size)
                .query(Log::signed).optional();
    }

    /** The hashes that lead from a leaf to the root of the tree of that size. */
    public List<Hash> inclusionProof(long index, long size) {
        return MerkleTree.inclusionProof(index, size, new StoredTiles(db).treeAround(index, size));
    }

    /** The hashes that show that the later tree only added to the earlier one. */
    public List<Hash> consistencyProof(long earlier, long later) {
        return MerkleTree.consistencyProof(earlier, later, new StoredTiles(db).tree(later));
    }

    /** The newest entry of a class and year; its number says how many there are. */
    public Optional<Placed> last(String kind, int year) {
        return db.sql("""
                SELECT record, index, class, year, number
                  FROM log.entry
                 WHERE class = :kind AND year = :year
                 ORDER BY number DESC
                 LIMIT 1
                """)
                .param("kind", kind).param("year", year)
                .query(Placed::of).optional();
    }

    /** The log at its newest signed state, as a package takes it. */
    public LogView view() {
        return view(newest().orElseThrow(() -> new IllegalStateException("nothing was ever signed")));
    }

    /** The log at one of its signed states. */
    public LogView view(Signed signed) {
        var tree = new StoredTiles(db).tree(signed.size());
        return new LogView() {
            @Override
            public Note checkpoint() {
                return signed.note();
            }

            @Override
            public MerkleTree.Hashes hashes() {
                return tree;
            }

            @Override
            public byte[] entry(long index) {
                return db.sql("SELECT bytes FROM log.entry WHERE index = :index").param("index", index).query(byte[].class).single();
            }

            @Override
            public List<byte[]> entries(SortedSet<Long> indexes) {
                var entries = db.sql("SELECT bytes FROM log.entry WHERE index = ANY (:indexes) ORDER BY index")
                        .param("indexes", indexes.toArray(Long[]::new)).query(byte[].class).list();
                if (entries.size() != indexes.size()) {
                    throw new IllegalStateException("the log lost " + (indexes.size() - entries.size()) + " entries");
                }
                return entries;
            }
        };
    }

    /** All entries of a class and year, in order; for the file that shows completeness. */
    public List<Placed> all(String kind, int year) {
        return db.sql("""
                SELECT record, index, class, year, number
                  FROM log.entry
                 WHERE class = :kind AND year = :year
                 ORDER BY number
                """)
                .param("kind", kind).param("year", year)
                .query(Placed::of).list();
    }

    long waiting() {
        return db.sql("SELECT count(*) FROM log.outbox").query(Long.class).single();
    }
}
