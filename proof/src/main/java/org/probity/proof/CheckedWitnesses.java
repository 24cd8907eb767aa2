package org.probity.proof;

import static org.probity.proof.Checks.failed;
import static org.probity.proof.Checks.must;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PACKAGE.md, "log/witnesses.jsonl" and "Trust": who has cosigned, who the log says they are, and whether the reader asked for them. */
final class CheckedWitnesses {

    private final Checks checks;
    private final CheckedFiles files;
    private final List<LaterWitness> later = new ArrayList<>();

    CheckedWitnesses(Checks checks, CheckedFiles files) {
        this.checks = checks;
        this.files = files;
    }

    List<LaterWitness> later() {
        return later;
    }

    /** Witnesses that the report could not know, read before the signatures; that the log named them is checked with its entries. */
    void declared(List<VerifierKey> known) {
        if (!files.has(SealedPackage.WITNESSES)) {
            return;
        }
        Lines.each(files.file(SealedPackage.WITNESSES), (json, number) -> {
            LaterWitness witness = LaterWitness.from(json);
            if (known.contains(witness.key()) || !later.isEmpty() && later.getLast().index() >= witness.index()) {
                throw failed("witness.order", SealedPackage.WITNESSES, number, witness.key().name() + " stands twice or out of order");
            }
            later.add(witness);
            known.add(witness.key());
        });
        must(!later.isEmpty(), "shape", SealedPackage.WITNESSES, "declares nobody");
    }

    void haveSigned(Note checkpoint) {
        for (LaterWitness witness : later) {
            must(checkpoint.check(witness.key()) == Note.Checked.GOOD, "witness.silent", SealedPackage.WITNESSES,
                    witness.key().name() + " is declared and has not signed");
        }
    }

    void namings(CheckedEvidence evidence) {
        for (LaterWitness witness : later) {
            Entry entry = evidence.cited(witness.index(), SealedPackage.WITNESSES);
            must(entry.kind().equals(LaterWitness.KIND) && Commitment.of(Commitment.ENTRY, witness.naming()).equals(entry.commitment()), "witness.named",
                    SealedPackage.WITNESSES, "the log's entry " + witness.index() + " did not name " + witness.key().name());
            checks.count("commitments", 1);
        }
    }

    void trust(Optional<TrustPolicy> policy, Note note) {
        if (policy.isEmpty()) {
            return;
        }
        VerifierKey log = files.sealed().report().log();
        must(policy.get().knows(log), "signer.unknown", SealedPackage.PROOF, "the log's key " + log.vkey() + " is not the one you trust");
        policy.get().witnesses().values().forEach(witness -> must(note.check(witness) != Note.Checked.BAD, "signature.bad", SealedPackage.PROOF,
                "the signature of " + witness.name() + " does not verify"));
        must(policy.get().reached(witness -> note.check(witness) == Note.Checked.GOOD), "quorum.missing", SealedPackage.PROOF,
                "fewer witnesses have cosigned than your policy asks for");
        if (!policy.get().asksForWitnesses()) {
            checks.remark("witness.none-asked", "no witness was asked for: the company alone vouches for the log");
        }
    }
}
