package org.probity.people.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Query;
import org.probity.shapes.rule.RulesByTwo;
import org.springframework.stereotype.Component;

/** What of training waits for a person: yearly courses they owe, what they thought of a session, whom they can spare, missing sign-outs; and finding a course. */
@Component
class LearningDesk implements Waiting, Finds {
    private static final int ASKED_MOST = 5;

    private final Yearly yearly;
    private final Feedback feedback;
    private final Enrolments enrolments;
    private final BadgeFiles badges;
    private final Courses courses;
    private final Sessions sessions;
    private final RulesByTwo byTwo;

    LearningDesk(Yearly yearly, Feedback feedback, Enrolments enrolments, BadgeFiles badges, Courses courses, Sessions sessions, RulesByTwo byTwo) {
        this.yearly = yearly;
        this.feedback = feedback;
        this.enrolments = enrolments;
        this.badges = badges;
        this.courses = courses;
        this.sessions = sessions;
        this.byTwo = byTwo;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (me.supplier().isPresent()) {
            return List.of();
        }
        var duties = new ArrayList<Duty>();
        yearly.of(me).forEach(it -> duties.add(new Duty(Words.of("learning.desk.take"), s -> SessionPage.name(s.lang(), it.titleEn(), it.titleZh()), Words.of("learning.desk.yearly"),
                "learning.mine", it.online() ? OnlinePage.path(it.course()) : "/app/my-training", Optional.of(it.dueDay()))));
        feedback.of(me).stream().limit(ASKED_MOST).forEach(it -> duties.add(new Duty(Words.of("learning.desk.say"), s -> SessionPage.name(s.lang(), it.titleEn(), it.titleZh()),
                Words.of("learning.desk.asked"), "learning.mine", "/app/my-training#asked", Optional.of(it.until()))));
        var unsaid = enrolments.unsaid(me);
        if (unsaid > 0) {
            duties.add(new Duty(Words.of("learning.desk.spare"), Words.of("learning.team"), Words.of("learning.desk.unsaid", unsaid), "learning.mine", "/app/my-training/team", Optional.empty()));
        }
        if (me.is(Role.HR) && badges.waiting() > 0) {
            duties.add(new Duty(Words.of("learning.desk.settle"), Words.of("learning.badges"), Words.of("learning.lost-wait", badges.waiting()), "learning.training.all",
                    "/app/trainings/badges", Optional.empty()));
        }
        if (LearningRule.AGREES.stream().anyMatch(me::is)) {
            byTwo.waiting(LearningRule.ROOM).stream().filter(it -> !it.proposedBy().equals(me.account())).forEach(it -> duties.add(new Duty(Words.of("learning.desk.rule"),
                    s -> s.t("learning.rule." + it.key()) + ": " + it.value(), Words.of("rule.second"), "learning.rules", LearningRulesWeb.RULES, Optional.of(it.fromDay()))));
        }
        return duties;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String group() {
        return "learning.training.all";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (!me.is(Role.HR) && !me.is(Role.UNION) && !me.is(Role.ASSURER)) {
            return List.of();
        }
        return courses.lines(Query.all("/app/trainings").with("q", words), sessions.today().getYear()).stream().limit(MOST)
                .map(it -> new Hit(s -> it.number() + " · " + it.title(s.lang()), s -> s.t("learning.kind." + it.kind()), "/app/trainings/" + it.id())).toList();
    }
}
