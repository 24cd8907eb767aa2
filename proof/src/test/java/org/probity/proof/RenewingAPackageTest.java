package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** A package is published, and later a witness is named and signs. */
class RenewingAPackageTest {

    private static final Specimen.Made SPECIMEN = Specimen.make(1, 60);
    private static final Optional<TrustPolicy> POLICY = Optional.of(TrustPolicy.parse(SPECIMEN.policy()));

    private final byte[] renewed = SPECIMEN.second().getFirst();
    private final byte[] before = SealedPackage.complete(renewed, SPECIMEN.publication(), SPECIMEN.index(), SPECIMEN.log(), Optional.empty(), List.of());

    @Test
    void theCosignatureOfALaterWitnessComesInAndTheReportStaysByteForByte() {
        assertThat(cosigners(before)).containsExactly("union.helia.example/witness", "assurer.example/witness");
        assertThat(cosigners(renewed)).containsExactly("union.helia.example/witness", "assurer.example/witness", "customer.example/witness");
        var old = SealedPackage.unpack(before);
        var now = SealedPackage.unpack(renewed);
        assertThat(now.keySet()).containsAll(old.keySet());
        old.forEach((name, bytes) -> {
            if (!Set.of(SealedPackage.ENTRIES, SealedPackage.HASHES, SealedPackage.PREVIOUS, SealedPackage.PROOF).contains(name)) {
                assertThat(now.get(name)).as(name).isEqualTo(bytes);
            }
        });
    }

    @Test
    void renewingTwiceChangesNothing() {
        assertThat(SealedPackage.complete(renewed, SPECIMEN.publication(), SPECIMEN.index(), SPECIMEN.log(), Optional.empty(), List.of(SPECIMEN.later())))
                .isEqualTo(renewed);
    }

    @Test
    void aPolicyMayAskForTheLaterWitness() {
        var policy = Optional.of(TrustPolicy.parse("log " + SPECIMEN.key().vkey() + "\nwitness customer " + SPECIMEN.later().key().vkey() + "\nquorum customer\n"));
        assertThat(Verifier.verify(renewed, policy)).isInstanceOf(Verdict.Proved.class);
        assertThat(CheckingAPackageTest.codes(Verifier.verify(before, policy))).containsExactly("quorum.missing");
    }

    @Test
    void aWitnessThatTheLogDidNotNameIsSeenThrough() {
        var other = new LaterWitness(SPECIMEN.later().index(), new Commitment.Opening("0".repeat(64), SPECIMEN.later().naming().content()));
        assertThat(codes(Keys.utf8(other.json().text() + "\n"))).containsExactly("witness.named");
        assertThat(codes(new byte[0])).containsExactly("shape");
        var line = SPECIMEN.later().json().text() + "\n";
        assertThat(codes(Keys.utf8(line + line))).containsExactly("witness.order");
    }

    @Test
    void aDeclaredWitnessMustHaveSigned() {
        var files = new TreeMap<>(SealedPackage.unpack(renewed));
        var proof = TlogProof.parse(Objects.requireNonNull(files.get(SealedPackage.PROOF)));
        var note = new Note(proof.checkpoint().text(), proof.checkpoint().signatures().subList(0, 3));
        files.put(SealedPackage.PROOF, Keys.utf8(new TlogProof(proof.index(), proof.proof(), note).toString()));
        assertThat(CheckingAPackageTest.codes(Verifier.verify(SealedPackage.pack(files), POLICY))).containsExactly("witness.silent");
    }

    @Test
    void itsSignatureWithoutTheDeclarationIsAStrangers() {
        var files = new TreeMap<>(SealedPackage.unpack(renewed));
        files.remove(SealedPackage.WITNESSES);
        assertThat(CheckingAPackageTest.codes(Verifier.verify(SealedPackage.pack(files), POLICY))).containsExactly("signature.unknown");
    }

    private List<String> codes(byte[] witnesses) {
        var files = new TreeMap<>(SealedPackage.unpack(renewed));
        files.put(SealedPackage.WITNESSES, witnesses);
        return CheckingAPackageTest.codes(Verifier.verify(SealedPackage.pack(files), POLICY));
    }

    private static List<String> cosigners(byte[] zip) {
        return Verifier.verify(zip, POLICY) instanceof Verdict.Proved(Verdict.Summary summary, var _, var _)
                ? summary.cosigned().stream().map(Verdict.Cosigned::witness).toList() : List.of();
    }
}
