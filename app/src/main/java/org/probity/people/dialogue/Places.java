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
        return directory.place(place, directory.today()).filter(it -> it.kind() != Place.Kind.ENTITY);
    }

    /** Reads everything of every place: those who call meetings, and those who supervise. */
    static boolean supervises(Me me) {
        return me.is(Role.HR) || me.is(Role.UNION) || me.is(Role.ASSURER);
    }

    boolean leads(UUID place, Me me) {
        return me.is(Role.HR) || ledBy(me).contains(place);
    }

    /** Places whose head or whose head's deputy somebody is today, and everything below; human resources lead nothing by this. */
    Set<UUID> ledBy(Me me) {
        return new HashSet<>(db.sql("""
                WITH mine AS (
                    SELECT person FROM directory.pass WHERE account = :me
                    UNION
                    SELECT away.person FROM directory.deputies(:day, 'infinity') AS away JOIN directory.pass ON pass.person = away.deputy WHERE pass.account = :me
                ), led AS MATERIALIZED (
                    SELECT array_agg(head.unit) AS units FROM directory.heads(:day, 'infinity') AS head JOIN mine ON mine.person = head.person
                )
                SELECT place.unit
                  FROM led
                  JOIN directory.places(:day, 'infinity') AS place ON place.path && led.units
                """)
                .param("day", directory.today()).param("me", me.account())
                .query(UUID.class).list());
    }

    /** Where somebody works, with everything above. */
    Set<UUID> of(Me me) {
        return new HashSet<>(db.sql("""
                SELECT DISTINCT above.unit
                  FROM directory.pass
                  JOIN directory.engaged(:day, 'infinity') AS engaged ON engaged.person = pass.person AND engaged.kind <> 'RETIREE'
                  JOIN directory.places(:day, 'infinity') AS place ON place.unit = engaged.unit
                 CROSS JOIN unnest(place.path || place.site) AS above (unit)
                 WHERE pass.account = :me AND above.unit IS NOT NULL
                """)
                .param("day", directory.today()).param("me", me.account())
                .query(UUID.class).list());
    }
}
