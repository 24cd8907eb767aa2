package org.probity.people.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.probity.people.home.Stay.Way;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers and stays as they stand, and who sees them. */
@Component
class Stays {
    private static final String SELECT = """
            SELECT stay.id, stay.number, stay.application, stay.person, coalesce(name.number, '') AS staff_number, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, stay.bed, bed.room, room.building,
                   building.name_en AS house_en, building.name_zh AS house_zh, room.number || '-' || bed.no AS place, stay.from_day, stay.until_day, stay.rent, stay.answer_by, stay.turn, stay.offered_at,
                   answer.outcome, answer.reason, answer.answered_at, came.walked_at AS keyed, came.confirmed_at AS confirmed, notice.day AS notice, went.walked_at AS left, went.confirmed_at AS left_confirmed
              FROM home.stay
              JOIN home.bed ON bed.id = stay.bed
              JOIN home.room ON room.id = bed.room
              JOIN home.building ON building.id = room.building
              LEFT JOIN directory.name ON name.id = stay.person
              LEFT JOIN home.answer ON answer.stay = stay.id
              LEFT JOIN home.walk AS came ON came.stay = stay.id AND came.way = 'IN'
              LEFT JOIN home.notice ON notice.stay = stay.id
              LEFT JOIN home.walk AS went ON went.stay = stay.id AND went.way = 'OUT'
            """;

    private final JdbcClient db;
    private final Photos photos;
    private final Directory directory;
    private final Clock clock;

    Stays(JdbcClient db, Photos photos, Directory directory, Clock clock) {
        this.db = db;
        this.photos = photos;
        this.directory = directory;
        this.clock = clock;
    }

    boolean own(Stay it, Me me) {
        return directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    boolean sees(Stay it, Me me) {
        return me.is(Role.HR) || me.is(Role.EHS) || own(it, me);
    }

    Optional<Stay> locked(UUID id) {
        db.sql("SELECT FROM home.stay WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    Optional<Stay> find(UUID id) {
        return db.sql(SELECT + " WHERE stay.id = :id").param("id", id).query(Stay.class).optional();
    }

    List<Stay> of(UUID person) {
        return db.sql(SELECT + " WHERE stay.person = :person ORDER BY stay.offered_at DESC").param("person", person).query(Stay.class).list();
    }

    /** Offers and stays about which somebody has something to do. */
    List<Stay> running() {
        return db.sql(SELECT + """
                 WHERE stay.void_at IS NULL AND (went.id IS NULL OR went.confirmed_at IS NULL)
                   AND (came.id IS NULL OR came.confirmed_at IS NULL OR notice.stay IS NOT NULL
                        OR NOT EXISTS (SELECT FROM directory.engaged(:today, 'infinity') AS now WHERE now.person = stay.person))
                 ORDER BY stay.offered_at
                """).param("today", today()).query(Stay.class).list();
    }

    List<Stay.Walk> walks(UUID stay) {
        record Row(UUID id, Way way, LocalDate day, String words, UUID walkedBy, OffsetDateTime walkedAt, @Nullable OffsetDateTime confirmedAt) {}
        return db.sql("SELECT id, way, day, words, walked_by, walked_at, confirmed_at FROM home.walk WHERE stay = :stay ORDER BY walked_at").param("stay", stay).query(Row.class).list().stream()
                .map(it -> {
                    var found = new EnumMap<Item, Found>(Item.class);
                    db.sql("SELECT item, state FROM home.found WHERE walk = :walk").param("walk", it.id()).query(row -> {
                        found.put(Item.valueOf(row.getString(1)), Found.valueOf(row.getString(2)));
                    });
                    return new Stay.Walk(it.id(), it.way(), it.day(), it.words(), it.walkedBy(), it.walkedAt().toInstant(), it.confirmedAt() == null ? null : it.confirmedAt().toInstant(),
                            found.entrySet().stream().map(line -> new Stay.Line(line.getKey(), line.getValue())).toList(), photos.of(it.id()));
                }).toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
