package org.probity.people.aid;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * What came to the committee. Whoever looks on reads number, ground, amounts and how it stands, and no name.
 *
 * @param closed applications that a member of the committee may not open
 */
public record ApplicationsPage(List<Application> all, boolean decides, Set<UUID> closed, Instant now, Query query, long count) implements Page {
    public Table<Application> table(Screen s) {
        var table = Table.of(s, all).caption(s.t("aid.applications"));
        if (decides) {
            table.head("aid.number", it -> closed.contains(it.id()) ? it.number() : new Link(it.number(), "/app/aid/applications/" + it.id()));
            table.text("aid.person", it -> closed.contains(it.id()) ? s.t("aid.concerns-you") : it.person(s.lang()));
        } else {
            table.head("aid.number", Application::number);
        }
        return table.text("aid.ground", it -> closed.contains(it.id()) ? "" : s.t("aid.ground." + it.ground()))
                .day("aid.applied-on", it -> s.time(it.appliedAt()))
                .text("aid.clock-short", it -> clock(s, it))
                .number("aid.at-once", it -> it.urgent() == null || closed.contains(it.id()) ? "" : s.number(Fund.yuan(it.urgent())))
                .number("aid.given-now", it -> it.amount() == null || closed.contains(it.id()) || "REFUSED".equals(it.outcome()) ? "" : s.number(Fund.yuan(it.amount())))
                .state("aid.stands", it -> state(s, it))
                .paged(query, count);
    }

    private String clock(Screen s, Application it) {
        if (it.dueAt() == null) {
            return "";
        }
        if (it.urgentAt() != null) {
            return s.t(it.inTime() ? "aid.in-time" : "aid.late");
        }
        return it.open() ? s.t("aid.until", s.instant(it.dueAt())) : "";
    }

    private State state(Screen s, Application it) {
        return AidPage.state(s, it);
    }
}
