package org.probity.people.survey;

import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.stereotype.Component;

/** Rounds that were counted and wait for human resources; what can never be released waits for nobody. That somebody has not answered waits on no desk: nobody knows it. */
@Component
class SurveyDesk implements Waiting {
    private final Surveys surveys;
    private final Counting counting;

    SurveyDesk(Surveys surveys, Counting counting) {
        this.surveys = surveys;
        this.counting = counting;
    }

    @Override
    public List<Duty> waiting(Me me) {
        return me.is(Role.HR) ? surveys.all().stream().filter(it -> !it.released() && counting.closing(it.id()).filter(one -> one.holds() && one.ballots() >= it.least()).isPresent())
                .map(it -> new Duty(Words.of("survey.release"), s -> SurveysPage.called(s, it), Words.of("survey.release-now"), "survey.title", "/app/survey/" + it.id(), Optional.empty())).toList() : List.of();
    }
}
