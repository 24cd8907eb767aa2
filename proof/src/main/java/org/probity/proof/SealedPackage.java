package org.probity.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the proofs into a package, and newer ones when the log has grown or more witnesses have signed. */
public final class SealedPackage {

    static final String ENTRIES = "log/entries.jsonl";
    static final String HASHES = "log/hashes.txt";
    static final String PREVIOUS = "log/previous.json";
    static final String WITNESSES = "log/witnesses.jsonl";
    static final String PUBLICATION = "publication.json";
    static final String PROOF = "publication.tlog-proof";
    static final String OPENINGS = "openings.jsonl";
    static final String REPORT = "report.json";
    /** The manifest of a pack for customs, which another program checks. */
    static final String CUSTOMS = "customs.json";
    private static final Set<String> LOG_SECTION = Set.of(ENTRIES, HASHES, PREVIOUS, WITNESSES, PUBLICATION, PROOF);

    private SealedPackage() {}

    /**
     * The files of a level before their proofs.
     *
     * @param report the hash of {@code report.json}, which names all others
     * @param kept what {@link ReportDraft.Sealed#files} gave to keep, by hash
     */
    public static SortedMap<String, byte[]> files(Level level, Hash report, Function<Hash, KeptFile> kept) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(REPORT, content(report, kept));
        Report.Sealed sealed = Report.Sealed.from(Json.parseCanonical(file(files, REPORT)));
        sealed.files().forEach((name, hash) -> files.put(name, content(hash, kept)));
        sealed.levels().getOrDefault(level.word, Map.of()).forEach((name, hash) -> files.put(name, content(hash, kept)));
        return files;
    }

    private static byte[] content(Hash hash, Function<Hash, KeptFile> kept) {
        KeptFile file = kept.apply(hash);
        if (!file.sha256().equals(hash)) {
            throw new IllegalStateException("asked for file " + hash + ", given " + file.sha256());
        }
        return file.content();
    }

    /**
     * The log section: what proves the report by the log's present state.
     *
     * @param files as {@link #files} gives them, or with the log section that is to be renewed
     * @param publication what the publication's entry committed to, with its salt
     * @param index of that entry
     * @param previousCheckpoint the checkpoint that the previous edition was published with, to show that the log has only grown since; needed
     *     once for every edition but the first
     * @param named whom the log named as witnesses at any time; those that the report does not know and that signed are declared
     */
    public static SortedMap<String, byte[]> proofs(SortedMap<String, byte[]> files, Commitment.Opening publication, long index, LogView log,
            Optional<Note> previousCheckpoint, List<LaterWitness> named) {
        Report.Sealed report = Report.Sealed.from(Json.parseCanonical(file(files, REPORT)));
        TreeSet<Long> cited = cited(files, report);
        List<LaterWitness> later = later(named, report.report(), log.checkpoint());
        List<VerifierKey> signers = new ArrayList<>(List.of(report.report().log()));
        signers.addAll(report.report().witnesses());
        later.forEach(witness -> {
            signers.add(witness.key());
            cited.add(witness.index());
        });
        Note note = signedBy(log.checkpoint(), signers);
        Checkpoint tree = Checkpoint.parse(note);
        StringBuilder entries = new StringBuilder();
        Iterator<byte[]> bytes = log.entries(cited).iterator();
        for (long one : cited) {
            entries.append(Json.object("entry", Json.parse(bytes.next()), "index", one).text()).append('\n');
        }
        StringBuilder hashes = new StringBuilder();
        SharedProof.make(cited, tree.size(), log.hashes()).forEach(hash -> hashes.append(hash.base64()).append('\n'));
        TreeMap<String, byte[]> proofs = new TreeMap<>();
        proofs.put(ENTRIES, Keys.utf8(entries.toString()));
        proofs.put(HASHES, Keys.utf8(hashes.toString()));
        proofs.put(PUBLICATION, Json.object("content", publication.content(), "entry", Json.parse(log.entry(index)),
                "salt", publication.salt()).canonical());
        proofs.put(PROOF, Keys.utf8(new TlogProof(index, MerkleTree.inclusionProof(index, tree.size(), log.hashes()), note).toString()));
        if (report.previous().isPresent()) {
            Note before = signedBy(previousCheckpoint.or(() -> previousCheckpoint(files)).orElseThrow(() ->
                    new IllegalArgumentException("an edition after the first needs the checkpoint of the one before")), List.of(report.report().log()));
            List<Hash> proof = MerkleTree.consistencyProof(Checkpoint.parse(before).size(), tree.size(), log.hashes());
            proofs.put(PREVIOUS, Json.object("checkpoint", before.toString(), "consistency", proof).canonical());
        }
        if (!later.isEmpty()) {
            proofs.put(WITNESSES, Keys.utf8(later.stream().map(witness -> witness.json().text() + "\n").collect(Collectors.joining())));
        }
        return proofs;
    }

    /** Those who signed this state, whom the report does not name, and whose naming this state's tree holds. */
    private static List<LaterWitness> later(List<LaterWitness> named, Report report, Note note) {
        long size = Checkpoint.parse(note).size();
        return named.stream()
                .filter(witness -> witness.index() < size && !report.witnesses().contains(witness.key())
                        && note.check(witness.key()) == Note.Checked.GOOD)
                .sorted(Comparator.comparingLong(LaterWitness::index))
                .toList();
    }

    /** The signatures that a package may carry, in the one order that it may carry them. */
    private static Note signedBy(Note note, List<VerifierKey> signers) {
        return new Note(note.text(), signers.stream()
                .flatMap(signer -> note.signatures().stream().filter(signature -> signature.claims(signer)).limit(1)).toList());
    }

    /** The files of a package by name. */
    public static SortedMap<String, byte[]> unpack(byte[] zip) {
        return PackageZip.read(zip);
    }

    private static Optional<Note> previousCheckpoint(Map<String, byte[]> files) {
        return Optional.ofNullable(files.get(PREVIOUS)).map(bytes -> Note.parse(Fields.of(Json.parse(bytes), "previous").text("checkpoint")));
    }

    /** A package whose proofs are those of the log's present state; the other files stay byte for byte. */
    public static byte[] complete(byte[] zip, Commitment.Opening publication, long index, LogView log, Optional<Note> previousCheckpoint,
            List<LaterWitness> named) {
        SortedMap<String, byte[]> files = unpack(zip);
        return pack(join(files, proofs(files, publication, index, log, previousCheckpoint, named)));
    }

    /** The files with this log section, in place of whatever log section they had. */
    public static SortedMap<String, byte[]> join(SortedMap<String, byte[]> files, SortedMap<String, byte[]> proofs) {
        TreeMap<String, byte[]> all = new TreeMap<>(files);
        all.keySet().removeAll(LOG_SECTION);
        all.putAll(proofs);
        return all;
    }

    /** The one zip that these files have. */
    public static byte[] pack(SortedMap<String, byte[]> files) {
        return PackageZip.write(files);
    }

    /**
     * The entries that a package has to bring along: evidence of rows whose details are shown, ends of the population, what is opened. A package
     * that is renewed has them already, and its hundred thousand rows are not read again.
     */
    private static TreeSet<Long> cited(Map<String, byte[]> files, Report.Sealed sealed) {
        TreeSet<Long> cited = new TreeSet<>();
        if (files.containsKey(ENTRIES)) {
            Lines.each(file(files, ENTRIES), (json, _) -> cited.add(Fields.of(json, "entry").whole("index")));
            if (files.containsKey(WITNESSES)) {
                Lines.each(file(files, WITNESSES), (json, _) -> cited.remove(LaterWitness.from(json).index()));
            }
            return cited;
        }
        sealed.report().population().forEach(one -> cited.add(one.index()));
        sealed.previous().ifPresent(previous -> cited.add(Fields.of(previous, "previous").whole("index")));
        for (String figure : sealed.figures()) {
            Lines.each(file(files, "figures/" + figure + ".rows.jsonl"), (json, _) -> Row.Line.from(json).detail()
                    .ifPresent(opening -> Row.Detail.from(opening.content()).evidence().forEach(item -> cited.add(item.index()))));
        }
        if (files.containsKey(OPENINGS)) {
            Lines.each(file(files, OPENINGS), (json, _) -> {
                Fields line = Fields.of(json, "opening");
                if (line.has("index")) {
                    cited.add(line.whole("index"));
                }
            });
        }
        return cited;
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new Malformed("file.missing", name);
        }
        return bytes;
    }
}
