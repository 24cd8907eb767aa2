package org.probity.people.subsidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** A claim: for whoever made it, and for human resources, who answer. @param scheme with the budget of the claim's year */
public record ClaimPage(Claim it, Scheme scheme, List<Subsidies.Receipt> receipts, boolean own, boolean keeps, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String path() {
        return SubsidyWeb.ALL + "/claims/" + it.id();
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public String title(Screen s) {
        return it.scheme(s.lang()) + " · " + SubsidiesPage.days(s, it);
    }

    public List<State> tags(Screen s) {
        return List.of(SubsidiesPage.state(s, it).asTag());
    }

    public boolean answers() {
        return keeps && !own && it.state() == Claim.State.CLAIMED;
    }

    public boolean takesBack() {
        return own && it.state() == Claim.State.CLAIMED;
    }

    public String reason() {
        return Objects.requireNonNullElse(it.reason(), "");
    }

    public List<Link> links() {
        return receipts.stream().map(one -> new Link(one.name(), SubsidyWeb.ALL + "/receipts/" + one.id())).toList();
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        if (!own) {
            facts.add(new Fact(s.t("subsidy.person"), it.person(s.lang()) + " · " + it.staffNumber()));
        }
        facts.add(new Fact(s.t("subsidy.amount"), s.number(it.amount())));
        facts.add(new Fact(s.t("subsidy.gives"), SubsidiesPage.gives(s, scheme)));
        if (!it.invoice().isEmpty()) {
            facts.add(new Fact(s.t("subsidy.invoice"), it.invoice()));
        }
        facts.add(new Fact(s.t("subsidy.claimed-at"), s.time(it.claimedAt())));
        if (it.agreed() != null && it.agreed().signum() > 0) {
            facts.add(new Fact(s.t("subsidy.agreed"), s.number(it.agreed())));
        }
        if (it.payment() != null) {
            facts.add(new Fact(s.t("subsidy.payment"), it.payment()));
        }
        if (keeps && !own) {
            facts.add(new Fact(s.t("subsidy.left"), scheme.budget() == null ? "–" : s.number(scheme.budget().subtract(scheme.agreed()))));
        }
        return facts;
    }
}
