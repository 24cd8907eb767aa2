package org.probity.people.learning;

import java.time.ZoneId;
import java.util.List;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * What somebody was trained in: for themselves, or for those who may look at one person's record.
 *
 * @param name of whose record it is; empty: one's own
 * @param led sessions that lie ahead and that they lead
 */
public record MinePage(String name, List<Lists.Attended> attended, List<Session> led, boolean known, int year, ZoneId zone) implements Page {
    public long seconds() {
        return attended.stream().filter(it -> it.day().getYear() == year).mapToLong(Lists.Attended::seconds).sum();
    }

    public String thisYear() {
        return Trainings.length(seconds());
    }

    static State state(Screen s, Lists.Attended it) {
        if (!it.completed()) {
            return State.warn(s.t("learning.too-short"));
        }
        return it.validUntil() == null ? State.good(s.t("learning.completed"))
                : it.validUntil().isBefore(s.now().toLocalDate()) ? State.none(s.t("learning.ran-out")) : State.good(s.t("learning.holds-until", s.day(it.validUntil())));
    }

    public Table<Lists.Attended> table(Screen s) {
        var table = Table.of(s, attended).caption(s.t("learning.attended"));
        if (name.isEmpty()) {
            table.head("learning.course", it -> SessionPage.name(s.lang(), it.titleEn(), it.titleZh()));
        } else {
            table.head("learning.course", it -> new Link(SessionPage.name(s.lang(), it.titleEn(), it.titleZh()), "/app/trainings/sessions/" + it.session()));
        }
        return table.day("learning.day", Lists.Attended::day)
                .number("learning.time", it -> Html.words(Trainings.length(it.seconds())))
                .state("learning.state", it -> state(s, it));
    }
}
