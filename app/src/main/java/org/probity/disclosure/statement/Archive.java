package org.probity.disclosure.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.probity.proof.Checkpoint;
import org.probity.proof.Hash;
import org.probity.proof.KeptFile;
import org.probity.proof.Level;
import org.probity.proof.Note;
import org.probity.proof.ReportDraft;
import org.probity.proof.SealedPackage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the files of published editions are kept, each once for all levels; it makes no proof and judges none. */
@Component
class Archive {
    private final JdbcClient db;
    private final Clock clock;

    Archive(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What levels share is kept once; the report names its files by their hashes, so that a level's package can be put together again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Edition edition, ReportDraft.Sealed sealed) {
        sealed.files().forEach(file -> keep(edition, file));
        for (var level : Level.values()) {
            db.sql("INSERT INTO statement.package (edition, level, report) VALUES (:edition, :level, :report)")
                    .param("edition", edition.id()).param("level", level.name()).param("report", sealed.report().bytes())
                    .update();
        }
    }

    private void keep(Edition edition, KeptFile file) {
        db.sql("""
                INSERT INTO statement.kept_file (edition, sha256, deflated) VALUES (:edition, :sha256, :deflated)
                ON CONFLICT DO NOTHING
                """)
                .param("edition", edition.id()).param("sha256", file.sha256().bytes()).param("deflated", file.deflated())
                .update();
    }

    private KeptFile kept(Edition edition, Hash hash) {
        return db.sql("SELECT deflated FROM statement.kept_file WHERE edition = :edition AND sha256 = :sha256")
                .param("edition", edition.id()).param("sha256", hash.bytes())
                .query((row, n) -> new KeptFile(hash, row.getBytes(1))).single();
    }

    /**
     * What a package carries of the log.
     *
     * @param note the signed state with its cosignatures
     * @param since when it came into the package
     */
    record Held(Note note, Instant since) {
        long size() {
            return Checkpoint.parse(note).size();
        }

        /** Who cosigned; the first signature is the log's own. */
        List<String> witnesses() {
            return note.signatures().stream().skip(1).map(Note.Signature::name).toList();
        }
    }

    /** What of the log the package of a level carried when it was last handed out; empty when it never was. */
    Optional<Held> held(Edition edition, Level level) {
        return db.sql("SELECT note, proved_at FROM statement.package WHERE edition = :edition AND level = :level AND note IS NOT NULL")
                .param("edition", edition.id()).param("level", level.name())
                .query((row, n) -> new Held(Note.parse(row.getString(1)), row.getObject(2, OffsetDateTime.class).toInstant())).optional();
    }

    /**
     * @param proofs the hash of the log section among the files, if it is kept for itself
     * @param current whether the log section is that of the best state
     */
    record Stored(SortedMap<String, byte[]> files, Optional<Hash> proofs, boolean current) {}

    /** What a reader of that level gets, with the log section that was kept last, if any was. */
    Stored stored(Edition edition, Level level, Note best) {
        return stored(edition, level, best, "");
    }

    /** As above; nobody else renews it until this transaction is over. */
    Stored locked(Edition edition, Level level, Note best) {
        return stored(edition, level, best, " FOR UPDATE");
    }

    private Stored stored(Edition edition, Level level, Note best, String lock) {
        return db.sql("""
                SELECT report, proofs, coalesce(complete, draft) AS whole, note IS NOT DISTINCT FROM :note AS current
                  FROM statement.package
                 WHERE edition = :edition AND level = :level
                """ + lock)
                .param("note", best.toString()).param("edition", edition.id()).param("level", level.name())
                .query((row, n) -> {
                    var report = Optional.ofNullable(row.getBytes("report")).map(Hash::of);
                    var proofs = Optional.ofNullable(row.getBytes("proofs")).map(Hash::of);
                    // Editions of earlier versions were kept as whole archives, each level for itself.
                    var files = report.isEmpty() ? SealedPackage.unpack(row.getBytes("whole"))
                            : SealedPackage.files(level, report.get(), hash -> kept(edition, hash));
                    return new Stored(proofs.map(hash -> SealedPackage.join(files, SealedPackage.unpack(kept(edition, hash).content()))).orElse(files), proofs,
                            row.getBoolean("current"));
                })
                .single();
    }

    /** Puts a newer log section in the place of the one before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(Edition edition, Level level, Stored stored, SortedMap<String, byte[]> proofs, Note best) {
        var section = KeptFile.of(SealedPackage.pack(proofs));
        keep(edition, section);
        db.sql("""
                UPDATE statement.package
                   SET proofs = :proofs, log_size = :size, note = :note, proved_at = :at
                 WHERE edition = :edition AND level = :level
                """)
                .param("proofs", section.sha256().bytes()).param("size", Checkpoint.parse(best).size()).param("note", best.toString())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("edition", edition.id()).param("level", level.name())
                .update();
        // The section before proves nothing that the new one does not.
        stored.proofs().filter(before -> !before.equals(section.sha256())).ifPresent(before -> db.sql("""
                DELETE FROM statement.kept_file
                 WHERE edition = :edition AND sha256 = :sha256
                   AND NOT EXISTS (SELECT FROM statement.package WHERE package.edition = :edition AND package.proofs = :sha256)
                """)
                .param("edition", edition.id()).param("sha256", before.bytes())
                .update());
    }
}
