package org.probity.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest checkpoint of each log, remembered in a folder that does not share the log's fate: on another disk, or at a witness. A log that
 * is shorter than what stands here was set back; one that does not begin with it was forked. Either is refused, and both notes are kept side
 * by side, because two signatures that contradict each other are the proof.
 */
public final class Anchor {

    private static final Lock TURN = new ReentrantLock();
    private final Path folder;

    public Anchor(Path folder) {
        this.folder = folder;
    }

    /** How a tree stands to what is remembered. */
    public sealed interface Answer {

        /** It continues what is remembered, or nothing was remembered. */
        record Fits() implements Answer {}

        /** It is shorter than what is remembered. */
        record SetBack(Note remembered) implements Answer {}

        /** It is not a continuation of what is remembered. */
        record Forked(Note remembered) implements Answer {}
    }

    /** Gives the consistency proof between two sizes of the tree that is asked about; sizes from 1. */
    @FunctionalInterface
    public interface Proofs {
        List<Hash> consistency(long earlier, long later);
    }

    public Optional<Note> newest(String origin) throws IOException {
        Path file = file(origin);
        return Files.exists(file) ? Optional.of(Note.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    /** Whether a tree may be signed or believed in. Remembers nothing. */
    public Answer ask(Checkpoint tree, Proofs proofs) throws IOException {
        Optional<Note> known = newest(tree.origin());
        if (known.isEmpty()) {
            return new Answer.Fits();
        }
        Checkpoint before = Checkpoint.parse(known.get());
        if (tree.size() < before.size()) {
            return new Answer.SetBack(known.get());
        }
        boolean continues = tree.size() == before.size() ? tree.root().equals(before.root())
                : before.size() == 0 || MerkleTree.extendsTree(before.size(), before.root(), tree.size(), tree.root(),
                        proofs.consistency(before.size(), tree.size()));
        return continues ? new Answer.Fits() : new Answer.Forked(known.get());
    }

    /**
     * Asks, and on {@link Answer.Fits} remembers: when this returns, the checkpoint is on the disk. Otherwise both notes are written beside
     * it. The caller has checked the note's signature.
     */
    public Answer remember(Note note, Proofs proofs) throws IOException {
        return alone(() -> {
            Checkpoint tree = Checkpoint.parse(note);
            Answer answer = ask(tree, proofs);
            switch (answer) {
                case Answer.Fits() -> write(file(tree.origin()), note.toString());
                case Answer.SetBack(Note remembered) -> evidence(tree, remembered, note);
                case Answer.Forked(Note remembered) -> evidence(tree, remembered, note);
            }
            return answer;
        });
    }

    /**
     * Forgets what was remembered, in favour of a log that was knowingly taken up again from an older state. Both notes are kept beside it;
     * a witness that is not ours will not follow.
     */
    public void takeUpFrom(Note note) throws IOException {
        alone(() -> {
            Checkpoint tree = Checkpoint.parse(note);
            Optional<Note> before = newest(tree.origin());
            if (before.isPresent()) {
                evidence(tree, before.get(), note);
            }
            write(file(tree.origin()), note.toString());
            return note;
        });
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    /** The file's lock keeps other programs out; threads of one program must not even ask for it at once, so they take turns before. */
    private <T> T alone(Work<T> work) throws IOException {
        TURN.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                return work.done();
            }
        } finally {
            TURN.unlock();
        }
    }

    private void evidence(Checkpoint tree, Note remembered, Note offered) throws IOException {
        Hash both = Hash.sha256(remembered.bytes(), offered.bytes());
        write(folder.resolve(name(tree.origin()) + "-" + both.hex().substring(0, 16) + ".contradiction"), remembered + "\n" + offered);
    }

    private Path file(String origin) {
        return folder.resolve(name(origin) + ".checkpoint");
    }

    private static String name(String origin) {
        return Hash.sha256(Keys.utf8(origin)).hex().substring(0, 32);
    }

    /** Whole or not at all, also when the power fails: a new file, made durable, takes the old one's name, and the folder is made durable too. */
    private void write(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(folder, "new-", ".tmp");
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
