package org.probity.people.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Files of readers at doors: bringing one in, what came of those before, and whose sign-outs are missing. */
public record BadgesPage(List<BadgeFiles.Brought> files, List<Waits> waits, List<Reason> reasons) implements Page {
    /** A session with lines that have no sign-out. */
    public record Waits(UUID session, String number, String titleEn, String titleZh, LocalDate day, long lines) {}

    public Table<Waits> table(Screen s) {
        return Table.of(s, waits)
                .caption(s.t("learning.lost-by-session"))
                .head("learning.session", it -> new Link(it.number() + " " + SessionPage.name(s.lang(), it.titleEn(), it.titleZh()), "/app/trainings/sessions/" + it.session()))
                .day("learning.day", Waits::day)
                .number("learning.lost", Waits::lines);
    }

    public Table<BadgeFiles.Brought> fileTable(Screen s) {
        return Table.of(s, files)
                .caption(s.t("learning.files"))
                .head("learning.file", BadgeFiles.Brought::name)
                .text("learning.brought-at", it -> s.instant(it.at()))
                .number("learning.lines", it -> (long) it.lines())
                .number("learning.sessions", it -> (long) it.sessions())
                .state("learning.lost", it -> it.lost() == 0 ? State.none("0") : State.warn(s.number((long) it.lost())));
    }
}
