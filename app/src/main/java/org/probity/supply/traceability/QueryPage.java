package org.probity.supply.traceability;

import java.util.List;
import java.util.Map;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;
import org.probity.supply.traceability.Items.Site;

/**
 * One question, what comes of it, and who is told.
 *
 * @param fresh the secret just made, shown this once; empty otherwise
 */
public record QueryPage(NamedQuery query, List<Events.Line> newest, Map<String, Site> sites, List<Subscription> told, boolean keeps, String fresh, Map<String, String> typed, List<Reason> reasons) implements Page {
    public Table<Events.Line> table(Screen s) {
        return EventsPage.table(newest, sites, s).caption(s.t("traceability.query-newest"));
    }

    public State state(Screen s, Subscription it) {
        return it.stopped() ? State.bad(s.t("traceability.told-stopped")) : it.onItsWay() ? State.note(s.t("traceability.told-on-its-way"))
                : it.left() > 0 ? State.note(s.t("traceability.told-left", it.left())) : State.good(s.t("traceability.told-all"));
    }

    /** What the other side answered to the newest message, or why it did not. */
    public String answer(Screen s, Subscription it) {
        return it.newest().map(one -> one.status() != null ? s.t("traceability.told-answered", one.status()) : one.trouble().startsWith("webhook.") ? s.t(one.trouble()) : one.trouble()).orElse("");
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public String path() {
        return "/app/traceability/queries/" + query.id();
    }
}
