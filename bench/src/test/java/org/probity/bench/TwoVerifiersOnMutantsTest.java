package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.probity.proof.Specimen;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;

class TwoVerifiersOnMutantsTest {

    @Test
    void agreeOnThreeHundredAndPassNone() throws Exception {
        assumeThat(MutantsTrial.hasNode()).as("node is on the path").isTrue();
        MutantsTrial.Outcome outcome = MutantsTrial.run(300, 0);
        assertThat(outcome.disagreed()).isEmpty();
        assertThat(outcome.passed()).isEmpty();
        assertThat(outcome.mutants()).isGreaterThan(250);
    }

    @Test
    void everyLieOfTheCompanyIsSeenThroughByTheJavaVerifier() {
        Specimen.Made specimen = Specimen.make(1, 60);
        Mutants mutants = new Mutants(specimen);
        Optional<TrustPolicy> policy = Optional.of(TrustPolicy.parse(specimen.policy()));
        Set<String> lies = new HashSet<>();
        for (int number = 3; number < 300; number += 4) {
            mutants.mutant(number).ifPresent(mutant -> {
                Verdict verdict = Verifier.verify(mutant.zip(), policy);
                assertThat(verdict).as(mutant.name()).isInstanceOf(Verdict.NotProved.class);
                lies.add(mutant.name());
            });
        }
        assertThat(lies).hasSizeGreaterThan(20);
    }
}
