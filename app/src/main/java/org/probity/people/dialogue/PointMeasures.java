package org.probity.people.dialogue;

import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.measure.MeasureKind;
import org.springframework.stereotype.Component;

/** What is promised about a point that was raised at a meeting. */
@Component
class PointMeasures implements MeasureKind {
    static final String KIND = "dialogue.point";

    private final Meetings meetings;
    private final Points points;
    private final Reading reading;
    private final Places places;

    PointMeasures(Meetings meetings, Points points, Reading reading, Places places) {
        this.meetings = meetings;
        this.points = points;
        this.reading = reading;
        this.places = places;
    }

    @Override
    public String key() {
        return KIND;
    }

    /** Whoever leads a place may have any role; the places are asked for each measure. */
    @Override
    public boolean mayLead(Me me) {
        return me.is(Role.HR) || !places.ledBy(me).isEmpty();
    }

    @Override
    public Optional<About> about(UUID point, Me me) {
        return points.find(point).flatMap(it -> meetings.find(it.meeting()).flatMap(meeting -> {
            var reader = reading.of(me);
            return reader.readsPoints(meeting) ? Optional.of(new About(it.words(), it.words(), meeting.path() + "#p" + it.no(), reader.leads(meeting))) : Optional.empty();
        }));
    }
}
