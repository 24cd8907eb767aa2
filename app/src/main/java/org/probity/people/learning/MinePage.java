package org.probity.people.learning;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;

/**
 * What somebody was trained in: for themselves, or for those who may look at one person's record.
 *
 * @param name of whose record it is; empty: one's own
 * @param led sessions that lie ahead and that they lead
 * @param owed yearly courses they have not completed yet
 * @param online courses they can take online
 * @param asked sessions they are asked about
 * @param leads whether they manage people, whose training they then find from here
 */
public record MinePage(String name, List<Lists.Attended> attended, List<Session> led, List<Yearly.Owed> owed, List<Online.Offer> online, List<Feedback.Asked> asked, boolean known, boolean leads, int year, ZoneId zone, List<Reason> reasons) implements Page {
    public List<Task> tasks(Screen s) {
        return owed.stream().map(it -> new Task(SessionPage.name(s.lang(), it.titleEn(), it.titleZh()), it.online() ? OnlinePage.path(it.course()) : "",
                it.online() ? s.t("learning.take-online") : it.startsAt() == null ? s.t("learning.no-session-yet") : s.t("learning.next-session",
                        s.day(it.startsAt().atZone(zone).toLocalDate()) + " " + Trainings.clock(it.startsAt(), zone), it.place() == null ? "" : it.place()), s.time(it.dueDay()),
                it.dueDay().isBefore(s.now().toLocalDate()) ? State.bad(s.t("learning.late")) : State.warn(s.t("learning.owed")))).toList();
    }

    /** What can be taken online besides what is owed. */
    public List<Task> offers(Screen s) {
        return online.stream().filter(it -> owed.stream().noneMatch(due -> due.course().equals(it.course()))).map(it -> new Task(SessionPage.name(s.lang(), it.titleEn(), it.titleZh()),
                OnlinePage.path(it.course()), s.t("learning.minutes-about", it.minutes()), Html.words(""), OnlinePage.state(s, it))).toList();
    }

    public List<Option> steps(Screen s) {
        return IntStream.iterate(Feedback.STEPS, it -> it > 0, it -> it - 1).mapToObj(it -> new Option(String.valueOf(it), s.t("learning.step." + it))).toList();
    }

    public long seconds() {
        return attended.stream().filter(it -> it.day().getYear() == year).mapToLong(Lists.Attended::seconds).sum();
    }

    public String thisYear() {
        return Trainings.length(seconds());
    }

    static State state(Screen s, Lists.Attended it) {
        if (!it.completed()) {
            return it.alone() ? State.none(s.t("learning.part-of-it")) : State.warn(s.t("learning.too-short"));
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
        table.day("learning.day", Lists.Attended::day)
                .number("learning.time", it -> Html.words(Trainings.length(it.seconds())))
                .state("learning.state", it -> state(s, it));
        return name.isEmpty() ? table.text("learning.paper", it -> new Link("PDF", "/app/my-training/" + it.session() + "/certificate-" + s.lang().code() + ".pdf")) : table;
    }
}
