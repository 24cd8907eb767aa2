package org.probity.people.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who leads a place, and who works there: as the directory says today. */
@Component
class Places {
    private final Directory directory;
    private final JdbcClient db;

    Places(Directory directory, JdbcClient db) {
        this.directory = directory;
        this.db = db;
    }

    /** Sites and departments, in the order of the tree. */
    List<Place> all() {
        return directory.tree(directory.today()).stream().filter(it -> it.kind() != Place.Kind.ENTITY).toList();
    }

    Optional<Place> find(UUID place) {
        return all().stream().filter(it -> it.id().equals(place)).findFirst();
    }

    /** Human resources everywhere; otherwise its head, the head of anything above it, and who stands in for them. */
    boolean leads(UUID place, Me me) {
        return me.is(Role.HR) || db.sql("""
                SELECT EXISTS (SELECT FROM directory.places(:day, now()) AS place
                                 JOIN directory.heads(:day, now()) AS head ON head.unit = ANY (place.path)
                                 JOIN directory.pass ON pass.person = head.person
                                WHERE place.unit = :place AND pass.account = :me)
                """)
                .param("day", directory.today()).param("place", place).param("me", me.account())
                .query(Boolean.class).single();
    }

    /** Reads everything of every place: those who lead all, and those who supervise. */
    static boolean supervises(Me me) {
        return me.is(Role.HR) || me.is(Role.UNION) || me.is(Role.ASSURER);
    }

    /** Where somebody works, with everything above. */
    Set<UUID> of(Me me) {
        return new HashSet<>(db.sql("""
                SELECT DISTINCT above.unit
                  FROM directory.pass
                  JOIN directory.engaged(:day, now()) AS engaged ON engaged.person = pass.person AND engaged.kind <> 'RETIREE'
                  JOIN directory.places(:day, now()) AS place ON place.unit = engaged.unit
                 CROSS JOIN unnest(place.path || place.site) AS above (unit)
                 WHERE pass.account = :me AND above.unit IS NOT NULL
                """)
                .param("day", directory.today()).param("me", me.account())
                .query(UUID.class).list());
    }

    /** Places that somebody leads and everything below. */
    Set<UUID> ledBy(Me me) {
        return new HashSet<>(db.sql("""
                SELECT place.unit
                  FROM directory.places(:day, now()) AS place
                 WHERE :all OR place.path && ARRAY(SELECT head.unit FROM directory.heads(:day, now()) AS head JOIN directory.pass ON pass.person = head.person WHERE pass.account = :me)
                """)
                .param("day", directory.today()).param("me", me.account()).param("all", me.is(Role.HR))
                .query(UUID.class).list());
    }
}
