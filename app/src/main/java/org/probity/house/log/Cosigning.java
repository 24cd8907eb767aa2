package org.probity.house.log;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.proof.Checkpoint;
import org.probity.proof.CosignRequest;
import org.probity.proof.Hash;
import org.probity.proof.LaterWitness;
import org.probity.proof.Malformed;
import org.probity.proof.Note;
import org.probity.proof.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Witnesses: whose keys count, what they are asked to sign, and what they signed (C2SP tlog-witness, tlog-cosignature). */
@Service
class Cosigning {
    private final JdbcClient db;
    private final Log log;
    private final OutsideMemory memory;
    private final Sequencer sequencer;
    private final LogKey key;
    private final Clock clock;

    Cosigning(JdbcClient db, Log log, OutsideMemory memory, Sequencer sequencer, LogKey key, Clock clock) {
        this.db = db;
        this.log = log;
        this.memory = memory;
        this.sequencer = sequencer;
        this.key = key;
        this.clock = clock;
    }

    List<LogPage.Witness> witnesses() {
        return db.sql("""
                SELECT witness.name, witness.vkey, coalesce(newest.size, 0) AS size, newest.cosigned_at
                  FROM log.witness
                  LEFT JOIN LATERAL (
                       SELECT size, cosigned_at FROM log.cosignature
                        WHERE cosignature.witness = witness.vkey
                        ORDER BY size DESC
                        LIMIT 1
                  ) AS newest ON true
                 ORDER BY witness.name
                """).query(LogPage.Witness.class).list();
    }

    /**
     * From now on this key's cosignatures count. Reports published later name it; packages of earlier ones bring along this entry of the log.
     *
     * <p>Refuses: what is no witness's key; a name or key that is known already; the log's own key.
     */
    @Transactional
    public Answer<VerifierKey> name(String vkey, Me by) {
        VerifierKey key;
        try {
            key = VerifierKey.parse(vkey.strip());
        } catch (Malformed e) {
            return Answer.refused("vkey", "log.witness.no_key");
        }
        if (key.kind() != VerifierKey.Kind.COSIGNATURE || key.rawKey().equals(log.verifier().rawKey())) {
            return Answer.refused("vkey", "log.witness.no_key");
        }
        var added = db.sql("""
                INSERT INTO log.witness (vkey, name, added_by, added_at)
                VALUES (:vkey, :name, :by, :at)
                ON CONFLICT DO NOTHING
                """)
                .param("vkey", key.vkey()).param("name", key.name()).param("by", by.account()).param("at", now())
                .update();
        if (added == 0) {
            return Answer.refused("vkey", "log.witness.known", key.name());
        }
        var record = log.record(LaterWitness.KIND, today(), Map.of("witness", key.vkey()));
        db.sql("UPDATE log.witness SET record = :record WHERE vkey = :vkey").param("record", record).param("vkey", key.vkey()).update();
        return Answer.done(key);
    }

    /** What a witness that last saw a tree of this size is to be handed. Refuses a size that was never signed. */
    Answer<CosignRequest> request(long old) {
        var newest = log.newest();
        if (newest.isEmpty() || old < 0 || old > newest.get().size() || old > 0 && log.at(old).isEmpty()) {
            return Answer.refused("old", "log.request.no_size");
        }
        List<Hash> proof = old == 0 || old == newest.get().size() ? List.of() : log.consistencyProof(old, newest.get().size());
        var alone = new Note(newest.get().note().text(), newest.get().note().signatures().subList(0, 1));
        return Answer.done(new CosignRequest(old, proof, alone));
    }

    /**
     * Puts a witness's line under the state it signed.
     *
     * <p>Refuses: what is no signature line; a key that is no witness of ours; a line that fits none of the states we signed.
     */
    @Transactional
    public Answer<Long> cosign(String text) {
        Note.Signature line;
        try {
            line = Note.Signature.parse(text.strip());
        } catch (Malformed e) {
            return Answer.refused("line", "log.cosignature.no_line");
        }
        var witness = log.witnesses().stream().filter(line::claims).findFirst();
        if (witness.isEmpty()) {
            return Answer.refused("line", "log.cosignature.stranger", line.name());
        }
        var fits = db.sql("SELECT note FROM log.checkpoint ORDER BY size DESC LIMIT 10000").query(String.class).list().stream()
                .map(Note::parse).filter(note -> note.with(line).check(witness.get()) == Note.Checked.GOOD).findFirst();
        if (fits.isEmpty()) {
            return Answer.refused("line", "log.cosignature.fits_none");
        }
        var size = Checkpoint.parse(fits.get()).size();
        var at = fits.get().with(line).cosignedAt(witness.get()).orElseThrow();
        db.sql("""
                INSERT INTO log.cosignature (size, witness, line, cosigned_at)
                VALUES (:size, :witness, :line, :at)
                ON CONFLICT DO NOTHING
                """)
                .param("size", size).param("witness", witness.get().vkey()).param("line", line.line())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        return Answer.done(size);
    }

    /**
     * Takes the log up again from the state it has, although a longer or another one is remembered outside, or although it comes from a backup
     * and nobody can know what was signed since. The first entry after it says so and commits to what contradicts us; both notes stay with the
     * memory. Witnesses that signed more will not follow: they signed the other tree. When the restored house was not brought its key, a new one
     * is made, which signs from the next start on.
     *
     * <p>Refuses: when nothing contradicts us; without a reason.
     */
    @Transactional
    public Answer<Long> recover(String reason, Me by) {
        var found = switch (memory.standing()) {
            case OutsideMemory.Standing.Contradicted(Note note, long _, boolean _) -> Optional.of(note.toString());
            case OutsideMemory.Standing.Restored(Restoration from) -> Optional.of(from.mark());
            case OutsideMemory.Standing.Keyless(var from) -> from.map(Restoration::mark);
            case OutsideMemory.Standing.NoMemory(), OutsideMemory.Standing.Agrees(), OutsideMemory.Standing.Unreachable _ -> Optional.<String>empty();
        };
        if (found.isEmpty()) {
            return Answer.refused("", "log.recovery.nothing");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "log.recovery.no_reason");
        }
        var remembered = found.get();
        var ourSize = log.newest().map(Log.Signed::size).orElse(0L);
        var record = log.record("log.recovery", today(), Map.of("remembered", remembered, "size", ourSize));
        db.sql("""
                INSERT INTO log.recovery (record, remembered, size, reason, recovered_by, recovered_at)
                VALUES (:record, :remembered, :size, :reason, :by, :at)
                """)
                .param("record", record).param("remembered", remembered).param("size", ourSize).param("reason", reason.strip())
                .param("by", by.account()).param("at", now())
                .update();
        sequencer.goFirst(record);
        if (!log.hasKey()) {
            key.beginAnew();
        }
        return Answer.done(ourSize);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
