package org.probity.people.learning;

import static org.probity.shapes.gathering.AnOccasion.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.shapes.gathering.Occasions;
import org.springframework.context.ApplicationContext;

/** Courses and sessions for tests. */
public final class ATraining {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    private ATraining() {}

    public static UUID course(ApplicationContext house, Kind kind) {
        return done(house.getBean(Courses.class).open(new Courses.Opening(kind, kind == Kind.YEARLY ? Duty.OTHER : null, "A course", "一门课程", "", "", null, List.of()), HR));
    }

    /** One session of a course. @return its id */
    public static UUID session(ApplicationContext house, UUID course, Instant from, Duration length) {
        return session(house, course, from, length, null);
    }

    static UUID session(ApplicationContext house, UUID course, Instant from, Duration length, UUID trainer) {
        var occasion = done(house.getBean(Sessions.class).plan(course, List.of(new Sessions.Plan(from, from.plus(length), "Room 3", trainer, false)), HR));
        return house.getBean(Occasions.class).sessions(occasion).getFirst().id();
    }
}
