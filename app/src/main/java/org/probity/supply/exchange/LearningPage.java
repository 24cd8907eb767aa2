package org.probity.supply.exchange;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;
import org.probity.house.ui.parts.Task;

/** What a person is asked to learn, and how far they are. */
public record LearningPage(List<Learn> campaigns, List<Certificate.Attended> attended, boolean known, boolean contact, LocalDate today) implements Page {
    /** A campaign with one's courses. */
    public record Learn(Campaign campaign, List<Campaign.Progress> courses) {}

    static State state(Screen s, Campaign campaign, Campaign.Progress it, LocalDate today) {
        if (it.passed()) {
            return State.good(s.t("exchange.you-passed"));
        }
        if (today.isAfter(campaign.untilDay())) {
            return State.none(s.t("exchange.campaign.over"));
        }
        return it.allRead() ? State.warn(s.t("exchange.quiz-waits"))
                : it.read().isEmpty() ? State.warn(s.t("exchange.to-begin")) : State.note(s.t("exchange.pages-of", it.read().size(), it.course().sheets().size()));
    }

    public List<Task> tasks(Screen s, Learn learn) {
        return learn.courses().stream().map(it -> new Task(it.course().name().in(s.lang()), href(learn.campaign(), it), s.t("exchange.course-says", it.course().minutes(),
                it.course().questions().size()), s.time(learn.campaign().untilDay()), state(s, learn.campaign(), it, today))).toList();
    }

    public Table<Certificate.Attended> table(Screen s) {
        return Table.of(s, attended)
                .caption(s.t("exchange.you-attended"))
                .head("exchange.session", it -> it.title())
                .day("exchange.day", Certificate.Attended::day)
                .text("exchange.time-there", it -> Certificate.length(it.seconds()))
                .text("exchange.certificate", it -> new Link("PDF", "/app/learning/trainings/" + it.session() + "/certificate-" + s.lang().code() + ".pdf"));
    }

    static String href(Campaign campaign, Campaign.Progress it) {
        var at = "/app/learning/" + campaign.id() + "/" + it.course().code();
        return it.passed() ? at + "/result" : it.allRead() ? at + "/quiz" : at;
    }
}
