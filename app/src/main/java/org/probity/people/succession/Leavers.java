package org.probity.people.succession;

import org.probity.house.directory.Directory;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When who somebody was is forgotten, what was written about them goes: findings of their potential, and why a naming ended. That somebody was named stays, for a figure counts it. What was
 * found within a project goes when its last day is over: it was found for that project, and the yes was to that.
 */
@Component("successionLeavers")
class Leavers {
    private final JdbcClient db;

    Leavers(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    @Transactional
    public void projectsEnd(DayHasBegun begun) {
        db.sql("DELETE FROM succession.potential USING succession.naming, succession.project WHERE naming.id = potential.naming AND project.id = naming.project AND project.until_day < :day")
                .param("day", begun.day()).update();
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        db.sql("DELETE FROM succession.potential USING succession.naming WHERE naming.id = potential.naming AND naming.person = :person").param("person", somebody.person()).update();
        db.sql("UPDATE succession.naming_step SET reason = '–' FROM succession.naming WHERE naming.id = naming_step.naming AND naming.person = :person AND naming_step.reason <> ''")
                .param("person", somebody.person()).update();
    }
}
