package org.probity.people.care;

import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When who somebody was is forgotten, their words, the reasons they were given what showed their service and which paper they brought go, with the salts of what the log bound about them alone. What
 * was granted and used up stays, on accounts whose owner leads to nobody: the book adds up without them no more than with them.
 */
@Component("careLeavers")
class Leavers {
    private final JdbcClient db;
    private final Log log;

    Leavers(JdbcClient db, Log log) {
        this.db = db;
        this.log = log;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        var person = somebody.person();
        db.sql("""
                SELECT record FROM care.service WHERE person = :person
                UNION SELECT answered.record FROM care.answered JOIN care.leave ON leave.id = answered.leave WHERE leave.person = :person
                UNION SELECT back.record FROM care.back JOIN care.leave ON leave.id = back.leave WHERE leave.person = :person
                UNION SELECT withdrawn.record FROM care.withdrawn JOIN care.leave ON leave.id = withdrawn.leave WHERE leave.person = :person
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        for (var sql : List.of(
                "UPDATE care.service SET source = '–' WHERE person = :person",
                "UPDATE care.leave SET words = '' WHERE person = :person",
                "DELETE FROM care.shown USING care.leave WHERE leave.id = shown.leave AND leave.person = :person",
                "UPDATE care.answered SET reason = '–' FROM care.leave WHERE leave.id = answered.leave AND leave.person = :person AND reason <> ''")) {
            db.sql(sql).param("person", person).update();
        }
    }
}
