package org.probity.supply.blacklist;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;

/** What was and is held against a supplier, below the tabs of its page. */
public record BlacklistTabPage(String number, List<Matter> matters, LocalDate today) implements Page {
    public Table<Matter> table(Screen s) {
        return Table.of(s, matters)
                .head("blacklist.ground", it -> new Link(it.ground(s.lang()), it.path()))
                .state("blacklist.state", it -> MattersPage.state(s, it, today))
                .day("blacklist.opened", it -> it.openedAt())
                .text("blacklist.ban-until", it -> it.ban() == null ? "" : it.forGood() ? s.t("blacklist.for-good") : s.day(it.banUntil()));
    }
}
