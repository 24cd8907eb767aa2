package org.probity.proof;

import static org.probity.proof.Checks.failed;
import static org.probity.proof.Checks.must;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** PACKAGE.md, "Population" and "openings.jsonl": what is cited lies within what the report counts, and what is opened was committed to. */
final class CheckedEvidence {

    private final Checks checks;
    private final CheckedFiles files;
    private final CheckedFigures figures;
    private final CheckedLog log;
    private final Set<Long> cited = new TreeSet<>();

    CheckedEvidence(Checks checks, CheckedFiles files, CheckedFigures figures, CheckedLog log) {
        this.checks = checks;
        this.files = files;
        this.figures = figures;
        this.log = log;
        figures.evidence().values().forEach(item -> cited.add(item.index()));
    }

    Entry cited(long index, String file) {
        cited.add(index);
        Entry entry = log.listed().get(index);
        if (entry == null) {
            throw failed("entries.missing", file, 0, "entry " + index + " is cited and not in the package");
        }
        return entry;
    }

    void population() {
        String path = SealedPackage.REPORT;
        Map<String, Long> last = new TreeMap<>();
        for (Report.Population one : files.sealed().report().population()) {
            Entry entry = cited(one.index(), path);
            must(entry.kind().equals(one.kind()) && entry.year() == one.year() && entry.number() == one.last(), "population.entry", path,
                    "entry " + one.index() + " is not number " + one.last() + " of " + one.kind() + " " + one.year());
            must(last.put(one.kind() + " " + one.year(), one.last()) == null, "shape", path, one.kind() + " " + one.year() + " stands twice");
        }
        Map<String, Long> seen = new TreeMap<>();
        Set<Long> rowsCite = new HashSet<>();
        for (Row.Evidence item : figures.evidence().values()) {
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
        last.forEach((kind, count) -> checks.remark("population", kind + ": 1 to " + count + ", cited by rows "
                + seen.getOrDefault(kind, 0L)));
        checks.count("populations", last.size());
    }

    void openings() {
        String path = SealedPackage.OPENINGS;
        Map<Long, Json> contents = new HashMap<>();
        if (files.has(path)) {
            Lines.each(files.file(path), (json, number) -> {
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
                        if (!Commitment.of(Commitment.HIDDEN, opening).equals(figures.hidden().get(target))) {
                            throw failed("opening.commitment", path, number, "row " + target + " hides another content, or none");
                        }
                    }
                    case "leaf" -> batchLeaf(line, contents, number);
                    default -> throw line.wrong("type", "is no opening known here");
                }
                checks.count("commitments", 1);
            });
        }
        must(cited.equals(log.listed().keySet()), "entries.unused", SealedPackage.ENTRIES, "entries that nothing in the package cites");
    }

    /** A leaf of a batch, whose entry was opened on an earlier line: the batch's content names size and root of its tree. */
    void batchLeaf(Fields line, Map<Long, Json> contents, int number) {
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
}
