package org.probity.house.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.probity.proof.Anchor;
import org.probity.proof.Checkpoint;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.proof.Note;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is remembered of this log outside its home ({@code --anchor}). Without it a home that was set back to an older state, by a restored
 * backup or by somebody's wish, would sign another history under the same name, and nobody here could tell.
 */
@Component
class OutsideMemory {
    private static final Logger SAID = LoggerFactory.getLogger(OutsideMemory.class);

    /** How the tree in the database stands to what is remembered. */
    sealed interface Standing {
        /** No memory was named: a setting back would not be seen. */
        record NoMemory() implements Standing {}

        record Agrees() implements Standing {}

        /** Nothing is signed until somebody explains it. */
        record Contradicted(Note remembered, long ourSize, boolean setBack) implements Standing {}

        record Unreachable(String why) implements Standing {}

        /** The house was made from a backup, no memory says whether more was signed since, and nobody has explained it yet. */
        record Restored(Restoration from) implements Standing {}

        /**
         * This node does not have the log's key.
         *
         * @param from present when this is the restored house itself: then the key may be lost for good
         */
        record Keyless(Optional<Restoration> from) implements Standing {}

        default boolean maySign() {
            return switch (this) {
                case NoMemory(), Agrees() -> true;
                case Contradicted _, Unreachable _, Restored _, Keyless _ -> false;
            };
        }
    }

    private final Optional<Anchor> anchor;
    private final JdbcClient db;
    private final LogKey key;
    private final Optional<Restoration> restoration;

    OutsideMemory(@Value("${probity.anchor:}") String folder, @Value("${probity.home}") Path home, JdbcClient db, LogKey key) {
        this.anchor = folder.isBlank() ? Optional.empty() : Optional.of(new Anchor(Path.of(folder)));
        this.db = db;
        this.key = key;
        this.restoration = Restoration.of(home);
    }

    /** The backup that this house was made from, settled or not. */
    Optional<Restoration> restoration() {
        return restoration;
    }

    /** A memory outside knows whether a restored log lost anything; without one a person has to say so. */
    Standing standing() {
        if (key.signer().isEmpty()) {
            return new Standing.Keyless(restoration.filter(it -> !explained(it.mark())));
        }
        if (anchor.isEmpty()) {
            return restoration.filter(it -> !explained(it.mark())).<Standing>map(Standing.Restored::new).orElseGet(Standing.NoMemory::new);
        }
        try {
            var tree = newest().map(Checkpoint::parse).orElseGet(() -> new Checkpoint(key.origin(), 0, MerkleTree.emptyRoot()));
            return switch (anchor.get().ask(tree, this::proof)) {
                case Anchor.Answer.Fits() -> new Standing.Agrees();
                case Anchor.Answer.SetBack(Note remembered) -> explained(remembered.toString()) ? new Standing.Agrees()
                        : new Standing.Contradicted(remembered, tree.size(), true);
                case Anchor.Answer.Forked(Note remembered) -> explained(remembered.toString()) ? new Standing.Agrees()
                        : new Standing.Contradicted(remembered, tree.size(), false);
            };
        } catch (IOException | RuntimeException e) {
            SAID.warn("the memory outside the home cannot be read", e);
            return new Standing.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Remembers the newest state; called when it is durable here and before anybody is told more. One thread at a time, or the slower of two would
     * offer the state before the newest and be taken for a log that was set back.
     */
    synchronized void remember() {
        if (anchor.isEmpty()) {
            return;
        }
        newest().ifPresent(note -> {
            try {
                switch (anchor.get().remember(note, this::proof)) {
                    case Anchor.Answer.Fits() -> {}
                    case Anchor.Answer.SetBack(Note remembered) -> takeUp(remembered, note);
                    case Anchor.Answer.Forked(Note remembered) -> takeUp(remembered, note);
                }
            } catch (IOException e) {
                SAID.warn("the newest state could not be remembered outside the home", e);
            }
        });
    }

    /** Only after a recovery; another node may also have been quicker than we, then there is nothing to remember. */
    private void takeUp(Note remembered, Note note) throws IOException {
        if (explained(remembered.toString())) {
            anchor.orElseThrow().takeUpFrom(note);
        }
    }

    private boolean explained(String remembered) {
        return db.sql("SELECT EXISTS (SELECT FROM log.recovery WHERE remembered = :remembered)")
                .param("remembered", remembered).query(Boolean.class).single();
    }

    private Optional<Note> newest() {
        return db.sql("SELECT note FROM log.newest_checkpoint").query(String.class).optional().map(Note::parse);
    }

    private List<Hash> proof(long earlier, long later) {
        return MerkleTree.consistencyProof(earlier, later, new StoredTiles(db).tree(later));
    }
}
