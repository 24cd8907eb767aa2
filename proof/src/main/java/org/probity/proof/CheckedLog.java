package org.probity.proof;

import static org.probity.proof.Checks.failed;
import static org.probity.proof.Checks.must;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * PACKAGE.md, "publication.json and publication.tlog-proof", "log entry" and "log/entries.jsonl and log/hashes.txt": the signatures, and that the log
 * holds what is cited.
 */
final class CheckedLog {

    private final Checks checks;
    private final CheckedFiles files;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private @Nullable TlogProof proof;
    private @Nullable Checkpoint tree;

    CheckedLog(Checks checks, CheckedFiles files) {
        this.checks = checks;
        this.files = files;
    }

    TlogProof proof() {
        return Objects.requireNonNull(proof);
    }

    Checkpoint tree() {
        return Objects.requireNonNull(tree);
    }

    /** Index to entry, after {@link #entries}. */
    Map<Long, Entry> listed() {
        return entries;
    }

    void checkpoint(CheckedWitnesses witnesses) {
        byte[] bytes = files.file(SealedPackage.PROOF);
        TlogProof read = TlogProof.parse(bytes);
        must(Arrays.equals(Keys.utf8(read.toString()), bytes), "note.form", SealedPackage.PROOF, "not in its one form");
        proof = read;
        List<VerifierKey> known = new ArrayList<>(List.of(files.sealed().report().log()));
        known.addAll(files.sealed().report().witnesses());
        witnesses.declared(known);
        tree = checked(read.checkpoint(), known, SealedPackage.PROOF);
        witnesses.haveSigned(read.checkpoint());
    }

    /** The checkpoint of a note that these keys signed, the log first, each at most once and in this order, and nobody else. */
    Checkpoint checked(Note note, List<VerifierKey> known, String path) {
        Checkpoint checkpoint = Checkpoint.parse(note);
        VerifierKey log = files.sealed().report().log();
        must(checkpoint.origin().equals(log.name()) && checkpoint.extensions().isEmpty(), "checkpoint.origin", path,
                "a checkpoint of " + checkpoint.origin() + ", the report's log is " + log.name());
        int last = -1;
        for (Note.Signature signature : note.signatures()) {
            int place = -1;
            for (int i = 0; i < known.size(); i++) {
                place = signature.claims(known.get(i)) ? i : place;
            }
            must(place >= 0, "signature.unknown", path, "signed by " + signature.name() + ", a key that neither the report nor the log names");
            must(place > last, "signature.order", path, "the signature of " + signature.name() + " stands twice or out of order");
            last = place;
        }
        for (VerifierKey key : known) {
            must(note.check(key) != Note.Checked.BAD, "signature.bad", path, "the signature of " + key.name() + " does not verify");
        }
        must(note.check(log) == Note.Checked.GOOD, "signature.missing", path, "the log has not signed");
        checks.count("signatures", note.signatures().size());
        return checkpoint;
    }

    void publication(Map<String, FigureHeader.Value> values) {
        String path = SealedPackage.PUBLICATION;
        Fields fields = Fields.of(Json.parseCanonical(files.file(path)), "publication");
        Commitment.Opening opening = new Commitment.Opening(fields.text("salt"), fields.any("content"));
        Entry entry = Entry.parse(fields.any("entry"));
        fields.noOthers();
        must(entry.kind().equals(Report.PUBLICATION), "publication.class", path, "an entry of the class " + entry.kind());
        must(proof().holds(entry.bytes()), "publication.inclusion", SealedPackage.PROOF, "the log's tree does not hold this entry at " + proof().index());
        must(Commitment.of(Commitment.ENTRY, opening).equals(entry.commitment()), "publication.commitment", path,
                "the entry committed to another content");
        PreviousEdition.Published published = PreviousEdition.Published.from(opening.content());
        Hash report = Hash.sha256(files.file(SealedPackage.REPORT));
        must(published.report().equals(report), "publication.report", path, "published was a report with SHA-256 " + published.report() + ", this one has "
                + report);
        must(published.key().equals(files.sealed().report().key()) && published.edition() == files.sealed().report().edition()
                && published.figures().equals(values), "publication.content", path, "published were another key, edition or other values");
        checks.count("commitments", 1);
    }

    void entries() {
        String path = SealedPackage.ENTRIES;
        TreeMap<Long, Hash> leaves = new TreeMap<>();
        Map<String, Long> lastNumbers = new HashMap<>();
        Lines.each(files.file(path), (json, number) -> {
            Fields line = Fields.of(json, "entry");
            long index = line.whole("index");
            Entry entry = Entry.parse(line.any("entry"));
            line.noOthers();
            if (!entries.isEmpty() && entries.lastKey() >= index) {
                throw failed("entries.order", path, number, "indexes do not ascend");
            }
            entries.put(index, entry);
            leaves.put(index, entry.leaf());
            long before = lastNumbers.getOrDefault(entry.kind() + " " + entry.year(), 0L);
            if (entry.number() <= before) {
                throw failed("entries.number", path, number, "number " + entry.number() + " of " + entry.kind() + " comes after " + before);
            }
            lastNumbers.put(entry.kind() + " " + entry.year(), entry.number());
        });
        List<Hash> hashes = new ArrayList<>();
        String text = JsonReader.utf8(files.file(SealedPackage.HASHES));
        if (!text.isEmpty()) {
            must(text.endsWith("\n"), "note.form", SealedPackage.HASHES, "the last line has no end");
            for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
                hashes.add(Hash.base64(line));
            }
        }
        Hash root = SharedProof.root(leaves, tree().size(), hashes);
        must(root.equals(tree().root()), "entries.root", path, "entries and hashes lead to the root " + root + ", the checkpoint says " + tree().root());
        checks.count("log entries", entries.size());
    }
}
