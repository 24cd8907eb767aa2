package org.probity.people.recruitment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Requests that wait for a second yes, applications to screen, people to ask, and panels' decisions. */
@Component
class RecruitmentDesk implements Waiting {
    private final Requisitions requisitions;
    private final Applications applications;
    private final UnlawfulWords words;

    RecruitmentDesk(Requisitions requisitions, Applications applications, UnlawfulWords words) {
        this.requisitions = requisitions;
        this.applications = applications;
        this.words = words;
    }

    @Override
    public List<Duty> waiting(Me me) {
        var asked = requisitions.toRule(me).stream()
                .map(it -> new Duty(Words.of("recruitment.desk.approve"), s -> it.number() + " · " + it.title(s.lang()), Words.of("recruitment.requisition.ASKED"), "recruitment.title",
                        "/app/recruitment/" + it.id(), Optional.empty()));
        var screen = me.is(Role.HR) ? requisitions.toScreen().stream()
                .map(it -> new Duty(Words.of("recruitment.desk.screen"), s -> it.number() + " · " + it.title(s.lang()), Words.of("recruitment.application.SCREENING"), "recruitment.title",
                        "/app/recruitment/" + it.id() + "?state=SCREENING", Optional.empty())) : Stream.<Duty>empty();
        var sign = me.is(Role.LEGAL) ? words.waiting().stream().filter(it -> !it.proposedBy().equals(me.account())).map(it -> new Duty(Words.of("recruitment.desk.sign"),
                s -> s.t("recruitment.act." + it.act()) + ": " + it.word(), Words.of("recruitment.counsel-awaited"), "recruitment.words", WordsWeb.WORDS, Optional.of(it.fromDay()))) : Stream.<Duty>empty();
        var come = me.is(Role.HR) ? applications.toCome().stream().map(it -> duty("recruitment.desk.hire", it)) : Stream.<Duty>empty();
        return Stream.of(asked, screen, sign, come, applications.toInterview(me).stream().map(it -> duty("recruitment.desk.interview", it)), applications.toRule(me).stream()
                .map(it -> duty("recruitment.desk.rule", it))).flatMap(it -> it).toList();
    }

    private static Duty duty(String act, Application it) {
        return new Duty(Words.of(act), s -> it.code() + " · " + it.title(s.lang()), Words.of("recruitment.application." + it.state()), "recruitment.title",
                "/app/recruitment/applications/" + it.id(), Optional.empty());
    }
}
