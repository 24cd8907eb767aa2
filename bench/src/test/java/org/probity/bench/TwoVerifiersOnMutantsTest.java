package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.probity.proof.Specimen;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;

class TwoVerifiersOnMutantsTest {

    private static final Specimen.Made SPECIMEN = Specimen.make(1, 60);
    private static final Optional<TrustPolicy> POLICY = Optional.of(TrustPolicy.parse(SPECIMEN.policy()));

    @Test
    void agreeOnTwoHundredInARealBrowserAndPassNone() throws Exception {
        assumeThat(VerifyPage.canBeOpened()).as("chromium is installed").isTrue();
        MutantsTrial.Outcome outcome = MutantsTrial.run(200, 0);
        assertThat(outcome.disagreed()).isEmpty();
        assertThat(outcome.passed()).isEmpty();
        assertThat(outcome.mutants()).isGreaterThan(180);
    }

    @Test
    void everyLieOfTheCompanyIsSeenThroughByTheJavaVerifier() {
        Mutants mutants = new Mutants(SPECIMEN);
        Set<String> lies = new HashSet<>();
        for (int number = Mutants.KINDS - 1; number < 75 * Mutants.KINDS; number += Mutants.KINDS) {
            mutants.mutant(number).ifPresent(mutant -> {
                Verdict verdict = Verifier.verify(mutant.zip(), POLICY);
                assertThat(verdict).as(mutant.name()).isInstanceOf(Verdict.NotProved.class);
                lies.add(mutant.name());
            });
        }
        assertThat(lies).hasSizeGreaterThan(20);
    }

    @Test
    void everyOddArchiveIsRefusedForItsFormWhileItsFilesAreTheRightOnes() {
        OddArchive right = new OddArchive(OpenPackage.of(SPECIMEN.first()));
        Set<String> kinds = new TreeSet<>();
        for (int number = 0; number < 200; number++) {
            Mutants.Mutant odd = right.mutant(new Random(number));
            assertThat(Verifier.verify(odd.zip(), POLICY)).as(odd.name()).isInstanceOfSatisfying(Verdict.NotProved.class,
                    not -> assertThat(not.faults().getFirst().code()).as(odd.name()).isIn("zip.form", "file.missing"));
            kinds.add(odd.name());
        }
        assertThat(kinds).hasSize(13);
    }

    @Test
    void anArchivePutTogetherUnchangedIsThePackageItself() {
        List<OddArchive.Part> parts = new OddArchive(OpenPackage.of(SPECIMEN.first())).parts();
        assertThat(OddArchive.zip(parts, parts)).isEqualTo(SPECIMEN.first());
    }
}
