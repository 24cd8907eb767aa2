package org.probity.supply.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Event;
import org.probity.supply.admission.Agreement.Signatory;
import org.probity.supply.admission.Agreement.Stage;
import org.probity.supply.supplier.Supplier;

/**
 * An agreement before the supplier: the words in both languages, and the signature of whoever may sign.
 *
 * @param signatory the authority of the contact who looks, when it was checked and holds
 */
public record PortalAgreementPage(
        Supplier supplier, Agreement agreement, Optional<Signatory> signatory, boolean named, Map<UUID, String> names, LocalDate today, List<Reason> reasons) implements Page {

    public String path() {
        return "/app/portal/admission/agreements/" + agreement.leg();
    }

    public Stage stage() {
        return agreement.stage(today);
    }

    public boolean maySign() {
        return signatory.isPresent() && (stage() == Stage.OFFERED || stage() == Stage.RETURNED);
    }

    public int step() {
        return switch (stage()) {
            case OFFERED, RETURNED -> 0;
            case PAPER_TO_CHECK, TO_COUNTERSIGN -> 1;
            case IN_FORCE, ENDED -> 2;
        };
    }

    public List<Event> events(Screen s) {
        return agreement.steps().reversed().stream()
                .map(it -> new Event(SigningPage.mark(it.act()), s.t("admission.act." + it.act()),
                        Optional.ofNullable(it.signatoryName()).orElse("") + it.reasons(), s.instant(it.at())))
                .toList();
    }
}
