package org.probity.people.survey;

import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.shapes.measure.MeasureKind;
import org.springframework.stereotype.Service;

/** What units promise for what was said: measures about one group that is shown, led by human resources and by whoever heads its unit or one above it. */
@Service
public class Plans implements MeasureKind {
    public static final String MEASURES = "survey.plan";

    private final Surveys surveys;
    private final Results results;
    private final Directory directory;

    Plans(Surveys surveys, Results results, Directory directory) {
        this.surveys = surveys;
        this.results = results;
        this.directory = directory;
    }

    @Override
    public String key() {
        return MEASURES;
    }

    @Override
    public boolean mayLead(Me me) {
        return me.is(Role.HR) || directory.personOf(me).filter(person -> directory.heads(directory.today()).stream().anyMatch(it -> it.person().equals(person))).isPresent();
    }

    /** What was released everybody who works here may read, and so what was promised for it. */
    @Override
    public Optional<About> about(UUID subject, Me me) {
        if (me.roles().stream().anyMatch(Role::outside)) {
            return Optional.empty();
        }
        return results.roundOf(subject).flatMap(surveys::find).flatMap(survey -> results.line(survey.id(), subject)
                .map(it -> new About(survey.number() + " · " + it.name(), survey.number() + " · " + it.name(), "/app/survey/" + survey.id() + "/groups/" + subject, leads(survey, it, me))));
    }

    /** Heads of a unit in it, and of those above. */
    boolean leads(Survey survey, Results.Line line, Me me) {
        if (me.is(Role.HR)) {
            return true;
        }
        var person = directory.personOf(me);
        if (person.isEmpty() || !survey.released()) {
            return false;
        }
        var codes = line.called().parts().stream().flatMap(it -> it.path().stream()).toList();
        var today = directory.today();
        var units = directory.tree(today).stream().filter(it -> codes.contains(it.code())).map(it -> it.id()).toList();
        return directory.heads(today).stream().anyMatch(it -> it.person().equals(person.get()) && units.contains(it.unit()));
    }
}
