package org.probity.supply.screening;

import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** What is known of a supplier from lists, below the tabs of its page. */
public record ScreeningTabPage(UUID supplier, List<Alert> alerts, List<OnDay> lists) implements Page {

    public Table<OnDay> seen(Screen s) {
        return OnDayPage.table(s, lists);
    }

    public Table<Alert> table(Screen s) {
        return Table.of(s, alerts)
                .caption(s.t("screening.alerts", alerts.size()))
                .head("screening.listed-name", it -> new Link(it.listedName(), "/app/screening/alerts/" + it.id()))
                .text("screening.list", it -> it.list(s.lang()))
                .number("screening.likeness", it -> Alert.likeness(it.score()))
                .state("screening.standing", it -> it.state(s))
                .day("screening.since", Alert::since);
    }
}
