package org.probity.supply.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.supply.admission.Agreement.Mandate;
import org.probity.supply.admission.Agreement.Signatory;

/**
 * One authority to sign, on its own: what it says, and how it is taken back.
 *
 * @param path of this page; the form goes to it
 */
public record AuthorityPage(Shown it, Owner owner, String path, Map<UUID, String> names, LocalDate today, List<Reason> reasons) implements Page {
    /** Of either side, with what is known of it. */
    sealed interface Shown permits OfSupplier, OfOurs {}

    record OfSupplier(Signatory signatory, String[] supplier) implements Shown {}

    record OfOurs(Mandate mandate) implements Shown {}

    /** On whose screens it is shown, and the list it came from. */
    enum Owner {
        LEGAL("/app/admission/signatories"), PORTAL("/app/portal/admission/signatories");

        private final String list;

        Owner(String list) {
            this.list = list;
        }
    }

    public boolean portal() {
        return owner == Owner.PORTAL;
    }

    public Link back(Screen s) {
        return new Link(s.t("admission.signatories"), owner.list);
    }

    public String name() {
        return switch (it) {
            case OfSupplier(var signatory, var supplier) -> signatory.name();
            case OfOurs(var mandate) -> names.getOrDefault(mandate.account(), "–");
        };
    }

    public boolean holds() {
        return switch (it) {
            case OfSupplier(var signatory, var supplier) -> signatory.holds(today);
            case OfOurs(var mandate) -> mandate.holds(today);
        };
    }

    public State state(Screen s) {
        return switch (it) {
            case OfSupplier(var signatory, var supplier) -> PortalSignatoriesPage.state(s, signatory, today);
            case OfOurs(var mandate) -> SignatoriesPage.state(s, mandate, today);
        };
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        switch (it) {
            case OfSupplier(var signatory, var supplier) -> {
                facts.add(new Fact(s.t("admission.signs-for"), supplier[s.lang() == Lang.EN ? 0 : 1]));
                facts.add(new Fact(s.t("admission.capacity"), s.t("admission.capacity." + signatory.capacity())));
                facts.add(new Fact(s.t("admission.until"), s.day(signatory.until() == null ? signatory.validUntil() : signatory.until())));
                if (signatory.reasons() != null) {
                    facts.add(new Fact(s.t("admission.reasons"), signatory.reasons()));
                }
                takenBack(s, facts, signatory.withdrawnAt(), signatory.withdrawnWhy(), signatory.withdrawnBy());
            }
            case OfOurs(var mandate) -> {
                facts.add(new Fact(s.t("admission.since"), s.day(mandate.fromDay())));
                facts.add(new Fact(s.t("admission.until"), s.day(mandate.untilDay())));
                facts.add(new Fact(s.t("admission.given-by"), names.getOrDefault(mandate.givenBy(), "–")));
                takenBack(s, facts, mandate.withdrawnAt(), mandate.withdrawnWhy(), mandate.withdrawnBy());
            }
        }
        return List.copyOf(facts);
    }

    private void takenBack(Screen s, List<Fact> facts, @Nullable Instant at, @Nullable String why, @Nullable UUID by) {
        if (at != null) {
            facts.add(new Fact(s.t("admission.taken-back"), s.instant(at) + " · " + names.getOrDefault(by, "–")));
            facts.add(new Fact(s.t("admission.taken-back-why"), String.valueOf(why)));
        }
    }
}
