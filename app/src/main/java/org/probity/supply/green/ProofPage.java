package org.probity.supply.green;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.green.Book.Criterion;
import org.probity.supply.supplier.Supplier;

/** One proof, before a person. @param reviews whether they may say something to it */
public record ProofPage(Proof proof, Supplier supplier, Criterion criterion, Evidence.Item file, boolean reviews, LocalDate today, String typed, List<Reason> reasons) implements Page {
    static State state(Screen s, Proof it, LocalDate today) {
        if (it.outcome() == null) {
            return State.note(s.t("green.in-review"));
        }
        return switch (it.outcome()) {
            case ACCEPTED -> it.holds(today) ? State.good(s.t("green.holds")) : State.warn(today.isBefore(it.validFrom()) ? s.t("green.to-come") : s.t("green.ran-out"));
            case RETURNED -> State.bad(s.t("green.returned"));
            case WITHDRAWN -> State.bad(s.t("green.taken-back"));
        };
    }

    public String path() {
        return "/app/green/proofs/" + proof.id();
    }

    public State state(Screen s) {
        return state(s, proof, today);
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("green.criterion"), criterion.title(s.lang())), new Fact(s.t("green.weakest"), s.t("green.strength." + criterion.strength())),
                new Fact(s.t("green.kind"), s.t("green.kind." + proof.kind())), new Fact(s.t("green.number"), proof.number().isEmpty() ? "–" : proof.number()),
                new Fact(s.t("green.issuer"), proof.issuer().isEmpty() ? "–" : proof.issuer()),
                new Fact(s.t("green.valid"), s.day(proof.validFrom()) + " – " + s.day(proof.validUntil())), new Fact(s.t("green.file"), new Link(file.name(), path() + "/file")),
                new Fact("SHA-256", file.sha256().substring(0, 16) + " …"), new Fact(s.t("green.sent"), s.instant(proof.sentAt())));
    }
}
