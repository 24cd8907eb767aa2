package org.probity.people.succession;

import org.probity.house.directory.Directory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When who somebody was is forgotten, what was written about them goes: findings of their potential, and why a naming ended. That somebody was named stays, for a figure counts it. */
@Component("successionLeavers")
class Leavers {
    private final JdbcClient db;

    Leavers(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        db.sql("DELETE FROM succession.potential USING succession.naming WHERE naming.id = potential.naming AND naming.person = :person").param("person", somebody.person()).update();
        db.sql("UPDATE succession.naming_step SET reason = '–' FROM succession.naming WHERE naming.id = naming_step.naming AND naming.person = :person AND naming_step.reason <> ''")
                .param("person", somebody.person()).update();
    }
}
