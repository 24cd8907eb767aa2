package org.probity.house.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;
import org.probity.house.ui.parts.Mark;

class InboxPages implements PageSamples {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Override
    public List<Page> pages() {
        var all = Query.all("/app");
        var waiting = List.of(
                duty("Late one", Optional.of(LocalDate.of(2026, 11, 20))), duty("Today", Optional.of(LocalDate.of(2026, 11, 22))),
                duty("Next month", Optional.of(LocalDate.of(2026, 12, 20))), duty("Whenever", Optional.empty()));
        var changes = List.of(new Changes.Change(Mark.GOOD, s -> "Solder", s -> "3", Instant.parse("2026-11-21T10:00:00Z"), "/app/suppliers"),
                new Changes.Change(Mark.BAD, s -> "Ribbon", s -> "1", Instant.parse("2026-11-21T09:00:00Z"), ""));
        var figures = List.of(new Numbers.Line(s -> "Tin", "97.3 %", "/app/figures/tin", Mark.NONE, s -> "36 / 37"));
        var notices = List.of(new Notice.Line(s -> "63 / 299", 63, 299));
        return List.of(
                new DeskPage(waiting, all, changes, FRIDAY, figures, notices),
                new DeskPage(waiting, all.with("show", "late").with("q", "nobody"), changes, FRIDAY, figures, List.of()),
                new DeskPage(List.of(), all, List.of(), FRIDAY, List.of(), List.of()),
                new FindPage("", List.of()),
                new FindPage("<solder>", List.of()),
                new FindPage("solder", List.of(new FindPage.Group("inbox.pages", List.of(new Finds.Hit(s -> "Solder", s -> "S-1", "/app/suppliers/1"))))));
    }

    private static Duty duty(String what, Optional<LocalDate> due) {
        return new Duty(s -> "Review", s -> what, s -> "-", "inbox.menu", "/app/minerals", due);
    }
}
