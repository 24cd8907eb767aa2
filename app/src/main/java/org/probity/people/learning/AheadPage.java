package org.probity.people.learning;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/**
 * Sessions that lie ahead, for whoever wants to be there; what they are enrolled for stands first.
 *
 * @param secret address of their calendar, shown once when it was made
 * @param kept whether there is one already
 */
public record AheadPage(List<Enrolments.Ahead> sessions, Optional<String> secret, boolean kept, boolean known, ZoneId zone, List<Reason> reasons) implements Page {
    public String title(Screen s, Enrolments.Ahead it) {
        return SessionPage.name(s.lang(), it.titleEn(), it.titleZh());
    }

    public String when(Screen s, Enrolments.Ahead it) {
        return s.day(it.startsAt().atZone(zone).toLocalDate()) + " " + Trainings.clock(it.startsAt(), zone) + " – " + Trainings.clock(it.endsAt(), zone)
                + (it.online() ? " · " + s.t("learning.online") : it.where().isEmpty() ? "" : " · " + it.where());
    }

    public String room(Screen s, Enrolments.Ahead it) {
        return it.capacity() == null ? s.t("learning.places-open", it.enrolled()) : s.t("learning.places", it.enrolled(), it.capacity());
    }

    public State state(Screen s, Enrolments.Ahead it) {
        return it.seated() ? State.good(s.t("learning.you-have-a-place")) : State.warn(s.t("learning.you-wait", it.place() == null || it.capacity() == null ? 0 : it.place() - it.capacity()));
    }
}
