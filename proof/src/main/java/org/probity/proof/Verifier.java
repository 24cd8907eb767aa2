package org.probity.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Recomputes a sealed package from its rows up to the signatures, and believes nothing that stands in it. What each step checks and the code
 * of each fault stand in PACKAGE.md; {@code verify.html} implements the same steps independently, and the two must agree.
 */
public final class Verifier {

    private static final int FAULTS_MAX = 100;

    private final Optional<TrustPolicy> policy;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Long> checks = new LinkedHashMap<>();
    private final List<Verdict.Remark> remarks = new ArrayList<>();

    private SortedMap<String, byte[]> files = new TreeMap<>();
    private Report.@Nullable Sealed sealed;
    private String level = "";
    private final Map<String, FigureHeader> headers = new LinkedHashMap<>();
    /** Figure to code to what the fold reads, as far as details are shown. */
    private final Map<String, Map<String, Json>> rowsByCode = new HashMap<>();
    /** Figure and row number to the commitment that hides who it is. */
    private final Map<String, Hash> hidden = new HashMap<>();
    private final Map<String, Row.Evidence> evidence = new TreeMap<>();
    private final TreeSet<Long> cited = new TreeSet<>();
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final List<LaterWitness> later = new ArrayList<>();
    private @Nullable TlogProof proof;
    private @Nullable Checkpoint tree;

    private Verifier(Optional<TrustPolicy> policy) {
        this.policy = policy;
    }

    public static Verdict verify(Path file, Optional<TrustPolicy> policy) throws IOException {
        return verify(Files.readAllBytes(file), policy);
    }

    public static Verdict verify(byte[] zip, Optional<TrustPolicy> policy) {
        return new Verifier(policy).judge(zip);
    }

    /** Stops a section at its first fault. */
    private static final class Failed extends RuntimeException {
        final Fault fault;

        Failed(Fault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }
    }

    private static Failed failed(String code, String file, int line, String detail) {
        return new Failed(new Fault(code, file, line, detail));
    }

    private static void must(boolean holds, String code, String file, String detail) {
        if (!holds) {
            throw failed(code, file, 0, detail);
        }
    }

    private Verdict judge(byte[] zip) {
        section("", () -> files = PackageZip.read(zip));
        if (faults.isEmpty()) {
            section(SealedPackage.REPORT, this::report);
        }
        if (faults.isEmpty()) {
            for (String figure : sealed().figures()) {
                section("figures/" + figure + ".json", () -> figure(figure));
            }
            section(SealedPackage.PROOF, this::checkpoint);
            if (faults.isEmpty()) {
                section(SealedPackage.PUBLICATION, this::publication);
                section(SealedPackage.ENTRIES, this::entries);
            }
            if (faults.isEmpty()) {
                section(SealedPackage.REPORT, this::population);
                section(SealedPackage.REPORT, this::previousEdition);
                section(SealedPackage.PREVIOUS, this::previousCheckpoint);
                section(SealedPackage.WITNESSES, this::namings);
                section(SealedPackage.OPENINGS, this::openings);
                section(SealedPackage.PROOF, this::trust);
            }
        }
        List<Verdict.Check> done = checks.entrySet().stream().map(check -> new Verdict.Check(check.getKey(), check.getValue())).toList();
        if (!faults.isEmpty()) {
            return new Verdict.NotProved(faults, done);
        }
        return policy.isPresent()
                ? new Verdict.Proved(summary(), done, remarks)
                : new Verdict.ConsistentSignerUnknown(summary(), done, remarks);
    }

    private void section(String file, Runnable checking) {
        if (faults.size() >= FAULTS_MAX) {
            return;
        }
        try {
            checking.run();
        } catch (Failed failed) {
            faults.add(failed.fault);
        } catch (Lines.AtLine atLine) {
            faults.add(new Fault(code(atLine.malformed), file, atLine.number, String.valueOf(atLine.malformed.getMessage())));
        } catch (Malformed malformed) {
            faults.add(new Fault(code(malformed), file, 0, String.valueOf(malformed.getMessage())));
        } catch (RuntimeException ours) {
            // A fault of this program; never a reason to believe the package.
            faults.add(new Fault("verifier", file, 0, "the verifier failed: " + ours));
        }
    }

    /** Reading has many refusals; a verdict needs to say only which form was not met. */
    private static String code(Malformed malformed) {
        String code = malformed.code();
        if (code.equals("utf8") || code.startsWith("json.") && !code.equals("json.shape")) {
            return "json.form";
        }
        if (code.startsWith("note.") || code.startsWith("checkpoint.")) {
            return "note.form";
        }
        return Set.of("zip.form", "fold.input", "entries.root").contains(code) ? code : "shape";
    }

    private Report.Sealed sealed() {
        return Objects.requireNonNull(sealed);
    }

    private byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw failed("file.missing", name, 0, "is not in the package");
        }
        return bytes;
    }

    private void count(String what, long more) {
        checks.merge(what, more, Long::sum);
    }

    private void report() {
        Report.Sealed read = Report.Sealed.from(Json.parseCanonical(file(SealedPackage.REPORT)));
        sealed = read;
        Set<String> accounts = new HashSet<>();
        read.report().decidedBy().forEach(one -> accounts.add(one.account()));
        must(accounts.size() >= 2 && accounts.size() == read.report().decidedBy().size(), "report.four-eyes", SealedPackage.REPORT,
                "a report is decided by at least two different accounts");
        must(read.previous().isPresent() == read.report().edition() > 1, "previous.edition", SealedPackage.REPORT,
                "editions after the first name the one before");
        Set<String> headerNames = new TreeSet<>();
        Set<String> rowNames = new TreeSet<>();
        for (String figure : read.figures()) {
            headerNames.add("figures/" + figure + ".json");
            rowNames.add("figures/" + figure + ".rows.jsonl");
        }
        must(!read.figures().isEmpty() && read.files().keySet().equals(headerNames), "shape", SealedPackage.REPORT, "files are not the figures' headers");
        Optional<Fault> nearest = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        int known = 0;
        for (Level one : Level.values()) {
            Map<String, Hash> hashes = read.levels().get(one.word);
            if (hashes == null) {
                continue;
            }
            known++;
            Set<String> withoutOpenings = new TreeSet<>(hashes.keySet());
            withoutOpenings.remove(SealedPackage.OPENINGS);
            must(withoutOpenings.equals(rowNames), "shape", SealedPackage.REPORT, "a level does not list the figures' rows");
            List<Fault> wrong = filesOtherThan(read.files(), hashes);
            if (wrong.size() < fewest) {
                fewest = wrong.size();
                nearest = wrong.stream().findFirst();
                level = one.word;
            }
        }
        must(known > 0 && known == read.levels().size(), "shape", SealedPackage.REPORT, "no level, or one that is not known");
        nearest.ifPresent(fault -> {
            throw new Failed(fault);
        });
        count("files", files.size());
    }

    /** How the package differs from what the report lists for one level. */
    private List<Fault> filesOtherThan(Map<String, Hash> common, Map<String, Hash> ofLevel) {
        Map<String, Hash> expected = new TreeMap<>(common);
        expected.putAll(ofLevel);
        List<Fault> wrong = new ArrayList<>();
        expected.forEach((name, hash) -> {
            byte[] bytes = files.get(name);
            if (bytes == null) {
                wrong.add(new Fault("file.missing", name, 0, "is listed in report.json and not in the package"));
            } else if (!Hash.sha256(bytes).equals(hash)) {
                wrong.add(new Fault("file.hash", name, 0, "expected SHA-256 " + hash + ", found " + Hash.sha256(bytes)));
            }
        });
        Set<String> always = new TreeSet<>(Set.of(SealedPackage.REPORT, SealedPackage.ENTRIES, SealedPackage.HASHES, SealedPackage.PUBLICATION,
                SealedPackage.PROOF));
        if (sealed().previous().isPresent()) {
            always.add(SealedPackage.PREVIOUS);
        }
        if (files.containsKey(SealedPackage.WITNESSES)) {
            always.add(SealedPackage.WITNESSES);
        }
        for (String name : always) {
            if (!files.containsKey(name)) {
                wrong.add(new Fault("file.missing", name, 0, "belongs to every package"));
            }
        }
        for (String name : files.keySet()) {
            if (!expected.containsKey(name) && !always.contains(name)) {
                wrong.add(new Fault("file.unknown", name, 0, "belongs to no package of this level"));
            }
        }
        return wrong;
    }

    private void figure(String key) {
        String path = "figures/" + key + ".json";
        String rowsPath = "figures/" + key + ".rows.jsonl";
        FigureHeader header = FigureHeader.from(Json.parseCanonical(file(path)));
        headers.put(key, header);
        must(header.key().equals(key), "shape", path, "is the header of " + header.key());
        if (header.definition().fold() instanceof Fold.MinOverDays(var from, var to)) {
            must(new Period(from, to).equals(header.period()), "figure.period", path, "the fold runs over other days than the period");
        }
        FigureHeader.Adding adding = new FigureHeader.Adding(header.definition().fold());
        Map<String, Json> codes = new HashMap<>();
        long[] withoutDetail = new long[1];
        try {
            Lines.each(file(rowsPath), (json, number) -> {
                Row.Line line = Row.Line.from(json);
                adding.add(line.shown(), line.leaf());
                if (line.detail().isEmpty()) {
                    withoutDetail[0]++;
                    return;
                }
                Commitment.Opening opening = line.detail().get();
                if (!Commitment.of(Commitment.ROW, opening).equals(line.shown().detail())) {
                    throw failed("row.detail", rowsPath, number, "the row's details are not those it committed to");
                }
                Row.Detail detail = Row.Detail.from(opening.content());
                adding.add(line.shown(), detail);
                if (codes.put(detail.code(), line.shown().facts().addTo(Json.object())) != null) {
                    throw failed("row.code", rowsPath, number, "a second row with the code " + detail.code());
                }
                detail.hidden().ifPresent(hash -> hidden.put(key + " " + number, hash));
                detail.evidence().forEach(item -> {
                    cited.add(item.index());
                    evidence.putIfAbsent(item.index() + " " + item.position(), item);
                });
            });
        } catch (Lines.AtLine atLine) {
            throw failed(code(atLine.malformed), rowsPath, atLine.number, String.valueOf(atLine.malformed.getMessage()));
        }
        rowsByCode.put(key, codes);
        FigureHeader.Rows found = adding.rows();
        count("rows", found.size());
        count("row details", found.size() - withoutDetail[0]);
        must(found.root().equals(header.rows().root()), "figure.root", rowsPath, "the rows' tree has the root " + found.root() + ", the header says "
                + header.rows().root());
        must(found.size() == header.rows().size() && found.included() == header.rows().included(), "figure.rows", path,
                "counted " + found.included() + " of " + found.size() + ", the header says " + header.rows().included() + " of " + header.rows().size());
        must(found.excluded().equals(header.rows().excluded()), "figure.excluded", path, "excluded rows by reason are not those in the header");
        Fold.Result result = adding.result();
        FigureHeader.Value value = FigureHeader.Value.of(result.value(), header.definition().rounding());
        must(value.exact().equals(header.value().exact()), "figure.value", path,
                "recomputed " + value.exact().orElse("no value") + ", the header says " + header.value().exact().orElse("no value"));
        must(value.shown().equals(header.value().shown()), "figure.shown", path,
                "recomputed " + value.shown().orElse("no value") + ", the header shows " + header.value().shown().orElse("no value"));
        must(result.worstDay().equals(header.worstDay()), "figure.worst-day", path, "the worst day is another one");
        for (Control.Stated stated : header.controls()) {
            var counted = adding.counted(stated.control());
            must(counted.compareTo(stated.counted()) == 0 && counted.subtract(stated.control().expected()).compareTo(stated.difference()) == 0,
                    "figure.control", path, "control total: counted " + counted.toPlainString() + ", stated " + stated.counted().toPlainString()
                            + " with a difference of " + stated.difference().toPlainString());
            Optional<Words> accepted = stated.control().accepted();
            must(accepted.isEmpty() || stated.difference().signum() != 0, "figure.control", path, "a difference was accepted, and there is none");
            if (stated.difference().signum() != 0) {
                remarks.add(new Verdict.Remark("control.difference", key + ": " + stated.difference().toPlainString()
                        + accepted.map(words -> " (" + words.en() + " / " + words.zh() + ")").orElse("")));
            }
        }
        count("controls", header.controls().size());
        if (withoutDetail[0] == 0) {
            must(adding.evidence().equals(header.evidence()), "figure.evidence", path, "the mix of evidence is not the one in the header");
        } else {
            remarks.add(new Verdict.Remark("rows.withheld", key + ": " + withoutDetail[0]));
        }
        if (header.controls().isEmpty()) {
            remarks.add(new Verdict.Remark("control.none", key));
        }
        count("figures", 1);
    }

    private void checkpoint() {
        byte[] bytes = file(SealedPackage.PROOF);
        TlogProof read = TlogProof.parse(bytes);
        must(Arrays.equals(Keys.utf8(read.toString()), bytes), "note.form", SealedPackage.PROOF, "not in its one form");
        proof = read;
        List<VerifierKey> known = new ArrayList<>(List.of(sealed().report().log()));
        known.addAll(sealed().report().witnesses());
        laterWitnesses(known);
        tree = checked(read.checkpoint(), known, SealedPackage.PROOF);
        for (LaterWitness witness : later) {
            must(read.checkpoint().check(witness.key()) == Note.Checked.GOOD, "witness.silent", SealedPackage.WITNESSES,
                    witness.key().name() + " is declared and has not signed");
        }
    }

    /** Witnesses that the report could not know, read before the signatures; that the log named them is checked with its entries. */
    private void laterWitnesses(List<VerifierKey> known) {
        if (!files.containsKey(SealedPackage.WITNESSES)) {
            return;
        }
        Lines.each(file(SealedPackage.WITNESSES), (json, number) -> {
            LaterWitness witness = LaterWitness.from(json);
            if (known.contains(witness.key()) || !later.isEmpty() && later.getLast().index() >= witness.index()) {
                throw failed("witness.order", SealedPackage.WITNESSES, number, witness.key().name() + " stands twice or out of order");
            }
            later.add(witness);
            known.add(witness.key());
        });
        must(!later.isEmpty(), "shape", SealedPackage.WITNESSES, "declares nobody");
    }

    private void namings() {
        for (LaterWitness witness : later) {
            Entry entry = cited(witness.index(), SealedPackage.WITNESSES);
            must(entry.kind().equals(LaterWitness.KIND) && Commitment.of(Commitment.ENTRY, witness.naming()).equals(entry.commitment()), "witness.named",
                    SealedPackage.WITNESSES, "the log's entry " + witness.index() + " did not name " + witness.key().name());
            count("commitments", 1);
        }
    }

    /** The checkpoint of a note that these keys signed, the log first, each at most once and in this order, and nobody else. */
    private Checkpoint checked(Note note, List<VerifierKey> known, String path) {
        Checkpoint checkpoint = Checkpoint.parse(note);
        VerifierKey log = sealed().report().log();
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
        count("signatures", note.signatures().size());
        return checkpoint;
    }

    private TlogProof proof() {
        return Objects.requireNonNull(proof);
    }

    private Checkpoint tree() {
        return Objects.requireNonNull(tree);
    }

    private void publication() {
        String path = SealedPackage.PUBLICATION;
        Fields fields = Fields.of(Json.parseCanonical(file(path)), "publication");
        Commitment.Opening opening = new Commitment.Opening(fields.text("salt"), fields.any("content"));
        Entry entry = Entry.parse(fields.any("entry"));
        fields.noOthers();
        must(entry.kind().equals(Report.PUBLICATION), "publication.class", path, "an entry of the class " + entry.kind());
        must(proof().holds(entry.bytes()), "publication.inclusion", SealedPackage.PROOF, "the log's tree does not hold this entry at " + proof().index());
        must(Commitment.of(Commitment.ENTRY, opening).equals(entry.commitment()), "publication.commitment", path,
                "the entry committed to another content");
        PreviousEdition.Published published = PreviousEdition.Published.from(opening.content());
        Hash report = Hash.sha256(file(SealedPackage.REPORT));
        must(published.report().equals(report), "publication.report", path, "published was a report with SHA-256 " + published.report() + ", this one has "
                + report);
        Map<String, FigureHeader.Value> values = new TreeMap<>();
        headers.forEach((key, header) -> values.put(key, header.value()));
        must(published.key().equals(sealed().report().key()) && published.edition() == sealed().report().edition()
                && published.figures().equals(values), "publication.content", path, "published were another key, edition or other values");
        count("commitments", 1);
    }

    private void entries() {
        String path = SealedPackage.ENTRIES;
        TreeMap<Long, Hash> leaves = new TreeMap<>();
        Map<String, Long> lastNumbers = new HashMap<>();
        Lines.each(file(path), (json, number) -> {
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
        String text = JsonReader.utf8(file(SealedPackage.HASHES));
        if (!text.isEmpty()) {
            must(text.endsWith("\n"), "note.form", SealedPackage.HASHES, "the last line has no end");
            for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
                hashes.add(Hash.base64(line));
            }
        }
        Hash root = SharedProof.root(leaves, tree().size(), hashes);
        must(root.equals(tree().root()), "entries.root", path, "entries and hashes lead to the root " + root + ", the checkpoint says " + tree().root());
        count("log entries", entries.size());
    }

    private Entry cited(long index, String file) {
        cited.add(index);
        Entry entry = entries.get(index);
        if (entry == null) {
            throw failed("entries.missing", file, 0, "entry " + index + " is cited and not in the package");
        }
        return entry;
    }

    private void population() {
        String path = SealedPackage.REPORT;
        Map<String, Long> last = new TreeMap<>();
        for (Report.Population one : sealed().report().population()) {
            Entry entry = cited(one.index(), path);
            must(entry.kind().equals(one.kind()) && entry.year() == one.year() && entry.number() == one.last(), "population.entry", path,
                    "entry " + one.index() + " is not number " + one.last() + " of " + one.kind() + " " + one.year());
            must(last.put(one.kind() + " " + one.year(), one.last()) == null, "shape", path, one.kind() + " " + one.year() + " stands twice");
        }
        Map<String, Long> seen = new TreeMap<>();
        Set<Long> rowsCite = new HashSet<>();
        for (Row.Evidence item : evidence.values()) {
            Entry entry = cited(item.index(), path);
            String kind = entry.kind() + " " + entry.year();
            must(last.containsKey(kind), "population.missing", path, "rows cite " + kind + ", which the report's population does not cover");
            must(entry.number() <= last.getOrDefault(kind, 0L), "population.beyond", path, "number " + entry.number() + " of " + kind
                    + " lies beyond the population");
            must(item.position() < 0 || entry.size().isPresent() && item.position() < entry.size().getAsLong(), "population.batch", path,
                    "entry " + item.index() + " is no batch with a leaf " + item.position());
            if (rowsCite.add(item.index())) {
                seen.merge(kind, 1L, Long::sum);
            }
        }
        last.forEach((kind, count) -> remarks.add(new Verdict.Remark("population", kind + ": 1 to " + count + ", cited by rows "
                + seen.getOrDefault(kind, 0L))));
        count("populations", last.size());
    }

    private void previousEdition() {
        String path = SealedPackage.REPORT;
        if (sealed().previous().isEmpty()) {
            return;
        }
        PreviousEdition previous = PreviousEdition.from(sealed().previous().get());
        Entry entry = cited(previous.index(), path);
        must(entry.kind().equals(Report.PUBLICATION) && Commitment.of(Commitment.ENTRY, previous.publication()).equals(entry.commitment()),
                "previous.commitment", path, "the log's entry " + previous.index() + " did not publish this");
        must(previous.published().key().equals(sealed().report().key()) && previous.published().edition() == sealed().report().edition() - 1
                && previous.index() < proof().index(), "previous.edition", path, "is not the edition before this one");
        Map<String, FigureHeader.Value> before = previous.published().figures();
        Set<String> said = new HashSet<>();
        for (PreviousEdition.Change change : previous.differences()) {
            must(said.add(change.figure()), "previous.values", path, change.figure() + " stands twice");
            Optional<FigureHeader.Value> now = Optional.ofNullable(headers.get(change.figure())).map(FigureHeader::value);
            must(change.before().equals(Optional.ofNullable(before.get(change.figure()))) && change.after().equals(now)
                    && (change.before().isPresent() || now.isPresent()), "previous.values", path,
                    "the values of " + change.figure() + " before and after are not those published");
            Map<String, Json> rows = rowsByCode.getOrDefault(change.figure(), Map.of());
            boolean allShown = headers.containsKey(change.figure()) && rows.size() == headers.get(change.figure()).rows().size();
            Set<String> codes = new HashSet<>();
            for (PreviousEdition.ChangedRow row : change.rows()) {
                Json shown = rows.get(row.code());
                boolean fits = !allShown || (row.after().isEmpty() ? shown == null : row.after().get().equals(shown));
                must(fits && codes.add(row.code()), "previous.rows", path, "row " + row.code() + " of " + change.figure()
                        + " is not as the difference says");
            }
        }
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(headers.keySet());
        for (String figure : all) {
            Optional<FigureHeader.Value> now = Optional.ofNullable(headers.get(figure)).map(FigureHeader::value);
            must(said.contains(figure) || Optional.ofNullable(before.get(figure)).equals(now), "previous.unsaid", path,
                    figure + " has another value than in the edition before, and the report does not say so");
        }
        count("commitments", 1);
        count("restated figures", said.size());
    }

    private void previousCheckpoint() {
        if (sealed().previous().isEmpty()) {
            return;
        }
        Fields fields = Fields.of(Json.parseCanonical(file(SealedPackage.PREVIOUS)), "previous");
        String text = fields.text("checkpoint");
        List<Hash> hashes = new ArrayList<>();
        for (Json item : fields.list("consistency")) {
            hashes.add(Hash.hex(item instanceof Json.Str(String digits) ? digits : ""));
        }
        fields.noOthers();
        Note note = Note.parse(text);
        must(note.toString().equals(text), "note.form", SealedPackage.PREVIOUS, "not in its one form");
        Checkpoint before = checked(note, List.of(sealed().report().log()), SealedPackage.PREVIOUS);
        long published = Fields.of(sealed().previous().orElseThrow(), "previous").whole("index");
        must(before.size() > published && MerkleTree.extendsTree(before.size(), before.root(), tree().size(), tree().root(), hashes), "previous.consistency",
                SealedPackage.PREVIOUS, "the tree of " + before.size() + " is not the beginning of the tree of " + tree().size()
                        + ", or does not hold the edition before");
        count("consistency proofs", 1);
    }

    private void openings() {
        String path = SealedPackage.OPENINGS;
        Map<Long, Json> contents = new HashMap<>();
        if (files.containsKey(path)) {
            Lines.each(file(path), (json, number) -> {
                Fields line = Fields.of(json, "opening");
                switch (line.text("type")) {
                    case "entry" -> {
                        long index = line.whole("index");
                        Commitment.Opening opening = new Commitment.Opening(line.text("salt"), line.any("content"));
                        line.noOthers();
                        if (!Commitment.of(Commitment.ENTRY, opening).equals(cited(index, path).commitment())) {
                            throw failed("opening.commitment", path, number, "entry " + index + " committed to another content");
                        }
                        contents.put(index, opening.content());
                    }
                    case "hidden" -> {
                        String target = line.text("figure") + " " + line.whole("row");
                        Commitment.Opening opening = new Commitment.Opening(line.text("salt"), line.any("content"));
                        line.noOthers();
                        if (!Commitment.of(Commitment.HIDDEN, opening).equals(hidden.get(target))) {
                            throw failed("opening.commitment", path, number, "row " + target + " hides another content, or none");
                        }
                    }
                    case "leaf" -> batchLeaf(line, contents, number);
                    default -> throw line.wrong("type", "is no opening known here");
                }
                count("commitments", 1);
            });
        }
        must(cited.equals(entries.keySet()), "entries.unused", SealedPackage.ENTRIES, "entries that nothing in the package cites");
    }

    /** A leaf of a batch, whose entry was opened on an earlier line: the batch's content names size and root of its tree. */
    private void batchLeaf(Fields line, Map<Long, Json> contents, int number) {
        long index = line.whole("index");
        long position = line.whole("position");
        Hash leaf = line.hash("leaf");
        List<Hash> hashes = new ArrayList<>();
        for (Json item : line.list("proof")) {
            hashes.add(Hash.hex(item instanceof Json.Str(String digits) ? digits : ""));
        }
        line.noOthers();
        Json content = contents.get(index);
        if (content == null) {
            throw failed("opening.target", SealedPackage.OPENINGS, number, "the batch " + index + " was not opened before");
        }
        Fields batch = Fields.of(content, "batch");
        long size = cited(index, SealedPackage.OPENINGS).size().orElse(0);
        if (batch.whole("size") != size || !MerkleTree.includes(leaf, position, size, hashes, batch.hash("root"))) {
            throw failed("opening.leaf", SealedPackage.OPENINGS, number, "the batch " + index + " does not hold this leaf at " + position);
        }
    }

    private void trust() {
        if (policy.isEmpty()) {
            return;
        }
        VerifierKey log = sealed().report().log();
        must(policy.get().knows(log), "signer.unknown", SealedPackage.PROOF, "the log's key " + log.vkey() + " is not the one you trust");
        Note note = proof().checkpoint();
        policy.get().witnesses().values().forEach(witness -> must(note.check(witness) != Note.Checked.BAD, "signature.bad", SealedPackage.PROOF,
                "the signature of " + witness.name() + " does not verify"));
        must(policy.get().reached(witness -> note.check(witness) == Note.Checked.GOOD), "quorum.missing", SealedPackage.PROOF,
                "fewer witnesses have cosigned than your policy asks for");
        if (!policy.get().asksForWitnesses()) {
            remarks.add(new Verdict.Remark("witness.none-asked", "no witness was asked for: the company alone vouches for the log"));
        }
    }

    private Verdict.Summary summary() {
        Report report = sealed().report();
        Note note = proof().checkpoint();
        List<Verdict.Cosigned> cosigned = new ArrayList<>();
        Stream.concat(report.witnesses().stream(), later.stream().map(LaterWitness::key))
                .forEach(witness -> note.cosignedAt(witness).ifPresent(at -> cosigned.add(new Verdict.Cosigned(witness.name(), at))));
        List<Verdict.Figure> figures = headers.values().stream().map(header -> new Verdict.Figure(header.key(), header.name(),
                header.definition().unit(), header.value().exact(), header.value().shown(), header.rows().included(),
                header.rows().size() - header.rows().included(), header.controls().size())).toList();
        return new Verdict.Summary(report.key(), report.title(), report.company(), report.edition(), report.period(), report.publishedAt(), level,
                tree().origin(), report.log().vkey(), report.log().fingerprint(), tree().size(), cosigned, figures);
    }
}
