package org.probity.proof;

import static org.probity.proof.Checks.failed;
import static org.probity.proof.Checks.must;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** PACKAGE.md, "The archive", "Files" and "report.json": the container, the names in it, and the report's hash of each file. */
final class CheckedFiles {

    private final Checks checks;
    private SortedMap<String, byte[]> files = new TreeMap<>();
    private Report.@Nullable Sealed sealed;
    private ReportWords words = new ReportWords(List.of());
    private String level = "";

    CheckedFiles(Checks checks) {
        this.checks = checks;
    }

    void archive(byte[] zip) {
        files = PackageZip.read(zip);
        must(!files.containsKey(SealedPackage.CUSTOMS), "package.customs", SealedPackage.CUSTOMS, "verify-customs.jar checks it");
    }

    Report.Sealed sealed() {
        return Objects.requireNonNull(sealed);
    }

    /** What the report says in words; known after {@link #words()}. */
    ReportWords said() {
        return words;
    }

    /** The disclosure level whose hashes fit; known after {@link #report}. */
    String level() {
        return level;
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw failed("file.missing", name, 0, "is not in the package");
        }
        return bytes;
    }

    void report() {
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
        if (read.withWords()) {
            headerNames.add(ReportWords.FILE);
        }
        must(!read.figures().isEmpty() && read.files().keySet().equals(headerNames), "shape", SealedPackage.REPORT, "files are not the figures' headers and the words");
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
            throw new Checks.Failed(fault);
        });
        checks.count("files", files.size());
    }

    void words() {
        if (!sealed().withWords()) {
            checks.remark("words.none", sealed().report().key());
            return;
        }
        words = ReportWords.from(Json.parseCanonical(file(ReportWords.FILE)), sealed().figures());
        checks.count("passages", words.passages());
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
}
