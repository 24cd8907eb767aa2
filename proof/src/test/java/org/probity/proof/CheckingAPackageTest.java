package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class CheckingAPackageTest {

    private static final Specimen.Made SPECIMEN = Specimen.make(1, 60);

    @Test
    void everyLevelOfBothEditionsIsProvedUnderThePolicy() {
        Optional<TrustPolicy> policy = Optional.of(TrustPolicy.parse(SPECIMEN.policy()));
        assertThat(Verifier.verify(SPECIMEN.first(), policy)).isInstanceOf(Verdict.Proved.class);
        for (byte[] zip : SPECIMEN.second()) {
            assertThat(Verifier.verify(zip, policy)).isInstanceOf(Verdict.Proved.class);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(Specimen.make(1, 60).second().getLast()).isEqualTo(SPECIMEN.second().getLast());
    }

    @Test
    void withoutAWordFromOutsideTheSignerStaysUnknown() {
        assertThat(Verifier.verify(SPECIMEN.first(), Optional.empty())).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
    }

    @Test
    void thePrintedFingerprintIsEnoughToKnowTheSigner() {
        TrustPolicy printed = TrustPolicy.ofFingerprint(SPECIMEN.key().fingerprint());
        assertThat(Verifier.verify(SPECIMEN.first(), Optional.of(printed))).isInstanceOf(Verdict.Proved.class);
        TrustPolicy other = TrustPolicy.ofFingerprint("0".repeat(64));
        assertThat(codes(Verifier.verify(SPECIMEN.first(), Optional.of(other)))).containsExactly("signer.unknown");
    }

    static List<String> codes(Verdict verdict) {
        return verdict instanceof Verdict.NotProved(List<Fault> faults, var _) ? faults.stream().map(Fault::code).toList() : List.of();
    }
}
