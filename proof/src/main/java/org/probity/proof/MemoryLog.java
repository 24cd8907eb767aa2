package org.probity.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A log that lives in memory: for specimens, trials and tests. It signs a checkpoint whenever one is asked for, and forgets everything with
 * the process.
 */
public final class MemoryLog implements LogView {

    private final SignerKey key;
    private final List<SignerKey> witnesses;
    private final Clock clock;
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Tiles tree = new Tiles(0, tile -> {
        throw new IllegalStateException("nothing is stored: " + tile.path());
    });

    public MemoryLog(SignerKey key, List<SignerKey> witnesses, Clock clock) {
        this.key = key;
        this.witnesses = List.copyOf(witnesses);
        this.clock = clock;
    }

    /** Appends an entry with the next number of its class and year; gives its index. */
    public long append(String kind, LocalDate day, Hash commitment) {
        return append(kind, day, commitment, OptionalLong.empty());
    }

    public long append(String kind, LocalDate day, Hash commitment, OptionalLong size) {
        long number = numbers.merge(kind + " " + day.getYear(), 1L, Long::sum);
        byte[] bytes = new Entry(kind, commitment, day, number, size).bytes();
        entries.add(bytes);
        tree.append(Hash.leaf(bytes));
        return entries.size() - 1L;
    }

    /** The same log as if something else had been committed to at one place: what a lying log would show to somebody. */
    public MemoryLog otherwise(long index, Hash commitment) {
        MemoryLog other = new MemoryLog(key, witnesses, clock);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = Entry.parse(entries.get(i));
            other.append(entry.kind(), entry.day(), i == index ? commitment : entry.commitment(), entry.size());
        }
        return other;
    }

    public long lastNumber(String kind, int year) {
        return numbers.getOrDefault(kind + " " + year, 0L);
    }

    @Override
    public Note checkpoint() {
        Checkpoint checkpoint = new Checkpoint(key.verifier().name(), tree.size(), tree.root());
        Note note = Note.sign(checkpoint.text(), clock.instant(), key);
        for (SignerKey witness : witnesses) {
            note = note.with(witness.sign(note.text(), clock.instant()));
        }
        return note;
    }

    @Override
    public MerkleTree.Hashes hashes() {
        return tree;
    }

    @Override
    public byte[] entry(long index) {
        return entries.get((int) index);
    }
}
