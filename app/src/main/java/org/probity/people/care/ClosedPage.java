package org.probity.people.care;

import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Fact;

/** What became of one person's hours of a year. */
public record ClosedPage(Closings.Closed it, boolean own) implements Page {
    public String title(Screen s) {
        return s.t("care.closed-title", String.valueOf(it.year()));
    }

    public List<Fact> facts(Screen s) {
        return List.of(new Fact(s.t("care.person"), it.name(s.lang())), new Fact(s.t("care.carried"), s.number(CarePage.hours(it.carried()))), new Fact(s.t("care.owed"), s.number(CarePage.hours(it.owed()))),
                new Fact(s.t("care.closed-at"), s.time(it.closedAt())));
    }
}
