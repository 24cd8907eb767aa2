package org.probity.bench;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.probity.proof.Checkpoint;
import org.probity.proof.Commitment;
import org.probity.proof.Definition;
import org.probity.proof.Entry;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Hash;
import org.probity.proof.Level;
import org.probity.proof.MemoryLog;
import org.probity.proof.MerkleTree;
import org.probity.proof.Note;
import org.probity.proof.Period;
import org.probity.proof.Report;
import org.probity.proof.ReportDraft;
import org.probity.proof.Rounding;
import org.probity.proof.Row;
import org.probity.proof.SealedPackage;
import org.probity.proof.SignerKey;
import org.probity.proof.Tile;
import org.probity.proof.Tiles;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.proof.VerifierKey;
import org.probity.proof.Words;

/// The log and the package, without a database under them: what the tree, the tiles, the signatures and the verifier cost. The floor is SHA-256
/// alone over the same entries in the same run.
///
/// Arguments: `--quick` (a tenth of everything). Ends with 0 when all goals are met, 1 when some are short, 2 when it could not run.
public final class LogBench {
    private static final int AT_ONCE = 500;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final Map<String, byte[]> stored = new HashMap<>();
    private final List<byte[]> bundles = new ArrayList<>();
    private final SignerKey key = SignerKey.generate("log.helia.example", VerifierKey.Kind.NOTE, new SecureRandom());
    private boolean met = true;

    private LogBench() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    static int run(List<String> args) {
        return new LogBench().measure(args.contains("--quick") ? 100_000 : 1_000_000, args.contains("--quick") ? 11_100 : 111_000);
    }

    private int measure(int leaves, int rows) {
        System.out.printf(Locale.ROOT, "# %d leaves, %d rows; JDK %s, %d processors, load %.1f%n", leaves, rows, Runtime.version(),
                Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        List<byte[]> entries = new ArrayList<>(leaves);
        for (int i = 0; i < leaves; i++) {
            entries.add(new Entry("learning.attendance", Hash.sha256(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}), DAY, i + 1).bytes());
        }
        hash(entries);
        double floor = hash(entries);

        long start = System.nanoTime();
        Note checkpoint = grow(entries);
        double growing = seconds(start);
        line("log leaves a second, tiles and a signature for each " + AT_ONCE, leaves / growing, leaves / floor, ">= 2000", leaves / growing >= 2_000);

        double[] proofs = prove(checkpoint, entries);
        line("log proof, ms, p99", proofs[(int) (proofs.length * 0.99)], proofs[proofs.length / 2], "<= 10", proofs[(int) (proofs.length * 0.99)] <= 10);

        start = System.nanoTime();
        verify(checkpoint);
        double verifying = seconds(start);
        double goal = 15.0 * leaves / 1_000_000;
        line("log of " + leaves + " leaves verified, s", verifying, floor, "<= " + goal, verifying <= goal);
        entries.clear();

        packaged(rows);
        return met ? 0 : 1;
    }

    private static double hash(List<byte[]> entries) {
        long start = System.nanoTime();
        Hash last = Hash.sha256();
        for (byte[] entry : entries) {
            last = Hash.leaf(entry);
        }
        return seconds(start) + (last.hex().isEmpty() ? 1 : 0);
    }

    private Note grow(List<byte[]> entries) {
        Note note = Note.sign(new Checkpoint(key.verifier().name(), 0, MerkleTree.emptyRoot()).text(), Instant.EPOCH, key);
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            Tiles tiles = new Tiles(from, this::read);
            List<byte[]> some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
            some.forEach(entry -> tiles.append(Hash.leaf(entry)));
            tiles.changed().forEach(tile -> stored.put(tile.tile().level() + "/" + tile.tile().index(), tile.hashes()));
            note = Note.sign(new Checkpoint(key.verifier().name(), tiles.size(), tiles.root()).text(), Instant.EPOCH, key);
        }
        for (int from = 0; from < entries.size(); from += Tile.WIDTH) {
            bundles.add(Tile.bundle(entries.subList(from, Math.min(from + Tile.WIDTH, entries.size()))));
        }
        return note;
    }

    private byte[] read(Tile tile) {
        return stored.get(tile.level() + "/" + tile.index());
    }

    private double[] prove(Note checkpoint, List<byte[]> entries) {
        Checkpoint tree = Checkpoint.parse(checkpoint);
        Random random = new Random(1);
        double[] millis = new double[5_000];
        for (int i = 0; i < millis.length; i++) {
            long index = random.nextLong(tree.size());
            long start = System.nanoTime();
            List<Hash> proof = MerkleTree.inclusionProof(index, tree.size(), new Tiles(tree.size(), this::read));
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (!MerkleTree.includes(Hash.leaf(entries.get((int) index)), index, tree.size(), proof, tree.root())) {
                throw new IllegalStateException("a proof that proves nothing, for " + index);
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    /** As a monitor does it: every entry against its leaf hash in the tile, all of them against the signed root. */
    private void verify(Note checkpoint) {
        Checkpoint tree = Checkpoint.parse(checkpoint);
        MerkleTree.Growing growing = new MerkleTree.Growing();
        for (int i = 0; i < bundles.size(); i++) {
            byte[] tile = stored.get("0/" + i);
            List<byte[]> entries = Tile.unbundle(bundles.get(i));
            for (int j = 0; j < entries.size(); j++) {
                Hash leaf = Hash.leaf(entries.get(j));
                if (!leaf.equals(Hash.of(Arrays.copyOfRange(tile, j * Hash.BYTES, (j + 1) * Hash.BYTES)))) {
                    throw new IllegalStateException("entry " + j + " of bundle " + i);
                }
                growing.add(leaf);
            }
        }
        if (checkpoint.check(key.verifier()) != Note.Checked.GOOD || !growing.root().equals(tree.root())) {
            throw new IllegalStateException("the log does not verify");
        }
    }

    private void packaged(int rows) {
        Clock clock = Clock.systemUTC();
        MemoryLog log = new MemoryLog(key, List.of(), clock);
        long[] index = new long[rows / 100 + 1];
        for (int i = 0; i < index.length; i++) {
            index[i] = log.append("learning.attendance", DAY, Hash.sha256(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        Words words = new Words("Training hours", "\u57f9\u8bad\u5b66\u65f6");
        var draft = new ReportDraft(new SecureRandom());
        long start = System.nanoTime();
        var figure = draft.figure("training-hours", words, new Definition("1", words, words, words, words, "SELECT", new Fold.RatioOfSums("hours", "people"),
                words, Rounding.places(2), Definition.TimeRule.OVER_PERIOD), Period.year(2026), words, clock.instant(), Level.PUBLIC);
        figure.addAll(IntStream.range(0, rows).boxed().toList(), i -> Row.included("P-%06d".formatted(i),
                Facts.of(Map.of("hours", BigDecimal.valueOf(1_000 + i % 977, 2), "people", BigDecimal.ONE)),
                List.of(new Row.Evidence("attendance", Row.Source.SYSTEM, index[i / 100]))));
        var sealed = draft.seal(new Report("training", 1, words, words, Period.year(2026), Instant.parse("2026-11-22T12:00:00Z"),
                List.of(new Report.DecidedBy("a", "a", Instant.EPOCH), new Report.DecidedBy("b", "b", Instant.EPOCH)), key.verifier(), List.of(),
                List.of(new Report.Population("learning.attendance", 2026, index.length, index[index.length - 1])), Optional.empty()));
        double sealing = seconds(start);
        var opening = Commitment.Opening.fresh(new SecureRandom(), sealed.publication());
        long at = log.append(Report.PUBLICATION, DAY, Commitment.of(Commitment.ENTRY, opening));
        var files = sealed.files(Level.PUBLIC);
        byte[] zip = SealedPackage.pack(SealedPackage.join(files, SealedPackage.proofs(files, opening, at, log, Optional.empty(), List.of())));
        double goal = 3.0 * rows / 111_000;
        line("package of " + rows + " rows sealed, s", sealing, Double.NaN, "<= " + goal, sealing <= goal);
        start = System.nanoTime();
        long computing = cpu();
        Verdict verdict = Verifier.verify(zip, Optional.empty());
        double verifying = seconds(start);
        System.out.printf(Locale.ROOT, "# verifying computed for %.2f s%n", (cpu() - computing) / 1e9);
        if (!(verdict instanceof Verdict.ConsistentSignerUnknown)) {
            throw new IllegalStateException(verdict.toString());
        }
        line("package of " + zip.length / 1_000_000 + " MB verified, s", verifying, Double.NaN, "<= " + 5 * goal, verifying <= 5 * goal);
    }

    private void line(String what, double ours, double floor, String goal, boolean reached) {
        System.out.printf(Locale.ROOT, "%s, %.3f, %.3f, %.2f, %s, %s%n", what, ours, floor, ours / floor, goal, reached ? "met" : "short");
        met &= reached;
    }

    /** What this thread has had of a processor: on a busy machine the rest of the time is waiting. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
