package org.probity.proof;

import static org.probity.proof.Checks.must;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** PACKAGE.md, "previous": what the edition before said, what is different now, and that the log has only grown since. */
final class CheckedHistory {

    private final Checks checks;
    private final CheckedFiles files;
    private final CheckedFigures figures;
    private final CheckedLog log;
    private final CheckedEvidence evidence;

    CheckedHistory(Checks checks, CheckedFiles files, CheckedFigures figures, CheckedLog log, CheckedEvidence evidence) {
        this.checks = checks;
        this.files = files;
        this.figures = figures;
        this.log = log;
        this.evidence = evidence;
    }

    void previousEdition() {
        String path = SealedPackage.REPORT;
        if (files.sealed().previous().isEmpty()) {
            return;
        }
        PreviousEdition previous = PreviousEdition.from(files.sealed().previous().get(), files.sealed().withWords());
        Entry entry = evidence.cited(previous.index(), path);
        must(entry.kind().equals(Report.PUBLICATION) && Commitment.of(Commitment.ENTRY, previous.publication()).equals(entry.commitment()),
                "previous.commitment", path, "the log's entry " + previous.index() + " did not publish this");
        must(previous.published().key().equals(files.sealed().report().key()) && previous.published().edition() == files.sealed().report().edition() - 1
                && previous.index() < log.proof().index(), "previous.edition", path, "is not the edition before this one");
        Map<String, FigureHeader.Value> before = previous.published().figures();
        Set<String> said = new HashSet<>();
        for (PreviousEdition.Change change : previous.differences()) {
            must(said.add(change.figure()), "previous.values", path, change.figure() + " stands twice");
            Optional<FigureHeader.Value> now = Optional.ofNullable(figures.headers().get(change.figure())).map(FigureHeader::value);
            must(change.before().equals(Optional.ofNullable(before.get(change.figure()))) && change.after().equals(now)
                    && (change.before().isPresent() || now.isPresent()), "previous.values", path,
                    "the values of " + change.figure() + " before and after are not those published");
            Map<String, Json> rows = figures.rowsByCode().getOrDefault(change.figure(), Map.of());
            boolean allShown = figures.headers().containsKey(change.figure()) && rows.size() == figures.headers().get(change.figure()).rows().size();
            Set<String> codes = new HashSet<>();
            for (PreviousEdition.ChangedRow row : change.rows()) {
                Json shown = rows.get(row.code());
                boolean fits = !allShown || (row.after().isEmpty() ? shown == null : row.after().get().equals(shown));
                must(fits && codes.add(row.code()), "previous.rows", path, "row " + row.code() + " of " + change.figure()
                        + " is not as the difference says");
            }
        }
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(figures.headers().keySet());
        for (String figure : all) {
            Optional<FigureHeader.Value> now = Optional.ofNullable(figures.headers().get(figure)).map(FigureHeader::value);
            must(said.contains(figure) || Optional.ofNullable(before.get(figure)).equals(now), "previous.unsaid", path,
                    figure + " has another value than in the edition before, and the report does not say so");
        }
        Set<List<String>> places = new HashSet<>();
        for (ReportWords.Change change : previous.words()) {
            must(places.add(List.of(change.chapter(), change.part())) && files.said().follows(change), "previous.words", path,
                    change.part() + " of " + change.chapter() + " is not as the report says that it was changed");
        }
        must(!previous.ofWordsAlone() || previous.differences().isEmpty() && !previous.words().isEmpty(), "previous.words", path,
                "only words are said to be changed, and figures are, or nothing is");
        checks.count("commitments", 1);
        checks.count("restated figures", said.size());
    }

    void previousCheckpoint() {
        if (files.sealed().previous().isEmpty()) {
            return;
        }
        Fields fields = Fields.of(Json.parseCanonical(files.file(SealedPackage.PREVIOUS)), "previous");
        String text = fields.text("checkpoint");
        List<Hash> hashes = new ArrayList<>();
        for (Json item : fields.list("consistency")) {
            hashes.add(Hash.hex(item instanceof Json.Str(String digits) ? digits : ""));
        }
        fields.noOthers();
        Note note = Note.parse(text);
        must(note.toString().equals(text), "note.form", SealedPackage.PREVIOUS, "not in its one form");
        Checkpoint before = log.checked(note, List.of(files.sealed().report().log()), SealedPackage.PREVIOUS);
        long published = Fields.of(files.sealed().previous().orElseThrow(), "previous").whole("index");
        must(before.size() > published && MerkleTree.extendsTree(before.size(), before.root(), log.tree().size(), log.tree().root(), hashes),
                "previous.consistency", SealedPackage.PREVIOUS, "the tree of " + before.size() + " is not the beginning of the tree of " + log.tree().size()
                        + ", or does not hold the edition before");
        checks.count("consistency proofs", 1);
    }
}
