package org.probity.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recomputes a sealed package from its rows up to the signatures, and believes nothing that stands in it. What each step checks and the code
 * of each fault stand in PACKAGE.md; {@code verify.html} implements the same steps independently, and the two must agree.
 *
 * <p>The rules stand in the classes called Checked…, each under the headings of PACKAGE.md that it names; here is only their order.
 */
public final class Verifier {

    private final Optional<TrustPolicy> policy;
    private final Checks checks = new Checks();
    private final CheckedFiles files = new CheckedFiles(checks);
    private final CheckedFigures figures = new CheckedFigures(checks, files);
    private final CheckedWitnesses witnesses = new CheckedWitnesses(checks, files);
    private final CheckedLog log = new CheckedLog(checks, files);

    private Verifier(Optional<TrustPolicy> policy) {
        this.policy = policy;
    }

    public static Verdict verify(Path file, Optional<TrustPolicy> policy) throws IOException {
        return verify(Files.readAllBytes(file), policy);
    }

    public static Verdict verify(byte[] zip, Optional<TrustPolicy> policy) {
        return new Verifier(policy).judge(zip);
    }

    private Verdict judge(byte[] zip) {
        checks.section("", () -> files.archive(zip));
        if (checks.sound()) {
            checks.section(SealedPackage.REPORT, files::report);
        }
        if (checks.sound()) {
            checks.section(ReportWords.FILE, files::words);
            for (String figure : files.sealed().figures()) {
                checks.section("figures/" + figure + ".json", () -> figures.figure(figure));
            }
            checks.section(SealedPackage.PROOF, () -> log.checkpoint(witnesses));
        }
        if (checks.sound()) {
            checks.section(SealedPackage.PUBLICATION, () -> log.publication(figures.values()));
            checks.section(SealedPackage.ENTRIES, log::entries);
        }
        if (checks.sound()) {
            CheckedEvidence evidence = new CheckedEvidence(checks, files, figures, log);
            CheckedHistory history = new CheckedHistory(checks, files, figures, log, evidence);
            checks.section(SealedPackage.REPORT, evidence::population);
            checks.section(SealedPackage.REPORT, history::previousEdition);
            checks.section(SealedPackage.PREVIOUS, history::previousCheckpoint);
            checks.section(SealedPackage.WITNESSES, () -> witnesses.namings(evidence));
            checks.section(SealedPackage.OPENINGS, evidence::openings);
            checks.section(SealedPackage.PROOF, () -> witnesses.trust(policy, log.proof().checkpoint()));
        }
        if (!checks.sound()) {
            return new Verdict.NotProved(checks.faults(), checks.done());
        }
        return policy.isPresent()
                ? new Verdict.Proved(summary(), checks.done(), checks.remarks())
                : new Verdict.ConsistentSignerUnknown(summary(), checks.done(), checks.remarks());
    }

    private Verdict.Summary summary() {
        Report report = files.sealed().report();
        Note note = log.proof().checkpoint();
        List<Verdict.Cosigned> cosigned = new ArrayList<>();
        Stream.concat(report.witnesses().stream(), witnesses.later().stream().map(LaterWitness::key))
                .forEach(witness -> note.cosignedAt(witness).ifPresent(at -> cosigned.add(new Verdict.Cosigned(witness.name(), at))));
        List<Verdict.Figure> values = figures.headers().values().stream().map(header -> new Verdict.Figure(header.key(), header.name(),
                header.definition().unit(), header.value().exact(), header.value().shown(), header.rows().included(),
                header.rows().size() - header.rows().included(), header.controls().size())).toList();
        return new Verdict.Summary(report.key(), report.title(), report.company(), report.edition(), report.period(), report.publishedAt(), files.level(),
                log.tree().origin(), report.log().vkey(), report.log().fingerprint(), log.tree().size(), cosigned, values);
    }
}
