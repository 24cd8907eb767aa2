package org.probity.supply.admission;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** Everything goes along: what was proven of a company stays proven under its other number. */
@Component
class AdmissionMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("admission.dossier", "admission.merge.dossiers", "id"),
                Moves.all("admission.proof", "admission.merge.proofs", "id"),
                Moves.all("admission.agreement", "admission.merge.agreements", "id"),
                Moves.all("admission.signatory", "admission.merge.signatories", "id"),
                Moves.all("admission.draft", "admission.merge.drafts", "account", "subject"));
    }
}
