package org.probity.people.learning;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rooms of ours in which sessions are held. */
@Service
public class Rooms {
    private static final int SEATS_MOST = 10_000;

    public record Room(UUID id, String name, int seats) {}

    private final JdbcClient db;
    private final Clock clock;

    Rooms(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A room that can be planned with. Refusals: {@code learning.not-yours}; {@code learning.room-name} missing; {@code learning.words-long};
     * {@code learning.seats-wrong} not from 1 to 10,000; {@code learning.room-there} there is one of that name.
     */
    @Transactional
    public Answer<UUID> open(String name, int seats, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        if (name.isBlank()) {
            return Answer.refused("name", "learning.room-name");
        }
        if (name.strip().length() > Courses.LINE_LONGEST) {
            return Answer.refused("name", "learning.words-long", Courses.LINE_LONGEST);
        }
        if (seats < 1 || seats > SEATS_MOST) {
            return Answer.refused("seats", "learning.seats-wrong");
        }
        return db.sql("INSERT INTO learning.room (id, name, seats, by, at) VALUES (gen_random_uuid(), :name, :seats, :by, :at) ON CONFLICT (name) DO NOTHING RETURNING id")
                .param("name", name.strip()).param("seats", seats).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).query(UUID.class).optional()
                .map(Answer::done).orElseGet(() -> Answer.refused("name", "learning.room-there"));
    }

    List<Room> all() {
        return db.sql("SELECT id, name, seats FROM learning.room ORDER BY name").query(Room.class).list();
    }

    Optional<Room> find(UUID id) {
        return db.sql("SELECT id, name, seats FROM learning.room WHERE id = :id").param("id", id).query(Room.class).optional();
    }
}
