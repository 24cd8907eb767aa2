package org.probity.people.amenity;

import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When who somebody was is forgotten, their plans go, what showed that they were a coach, and the salts of what the log bound about their bookings. That a seat was taken stays. */
@Component("amenityLeavers")
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
                SELECT record FROM amenity.booking WHERE person = :person
                UNION SELECT void_record FROM amenity.booking WHERE person = :person AND void_record IS NOT NULL
                UNION SELECT record FROM amenity.coach WHERE person = :person
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        db.sql("DELETE FROM amenity.plan WHERE person = :person OR coach IN (SELECT id FROM amenity.coach WHERE person = :person)").param("person", person).update();
        db.sql("UPDATE amenity.coach SET shows = '–', over_day = coalesce(over_day, from_day) WHERE person = :person").param("person", person).update();
    }
}
