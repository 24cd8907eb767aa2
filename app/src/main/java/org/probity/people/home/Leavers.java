package org.probity.people.home;

import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When who somebody was is forgotten, what they wrote, what was written about their room, why they were passed over or passed somebody, and their photos go, with the salts of what the log bound about them. That a bed
 * was lived in, and for how long a fault stood, stays.
 */
@Component("homeLeavers")
class Leavers {
    private final JdbcClient db;
    private final Log log;
    private final LettingGo lettingGo;

    Leavers(JdbcClient db, Log log, LettingGo lettingGo) {
        this.db = db;
        this.log = log;
        this.lettingGo = lettingGo;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        var person = somebody.person();
        db.sql("""
                SELECT record FROM home.application WHERE person = :person
                UNION SELECT over_record FROM home.application WHERE person = :person AND over_record IS NOT NULL
                UNION SELECT record FROM home.stay WHERE person = :person
                UNION SELECT answer.record FROM home.answer JOIN home.stay ON stay.id = answer.stay WHERE stay.person = :person
                UNION SELECT walk.record FROM home.walk JOIN home.stay ON stay.id = walk.stay WHERE stay.person = :person
                UNION SELECT walk.confirm_record FROM home.walk JOIN home.stay ON stay.id = walk.stay WHERE stay.person = :person AND walk.confirm_record IS NOT NULL
                UNION SELECT notice.record FROM home.notice JOIN home.stay ON stay.id = notice.stay WHERE stay.person = :person
                UNION SELECT fault.record FROM home.fault JOIN home.stay ON stay.id = fault.stay WHERE stay.person = :person
                UNION SELECT mending.record FROM home.mending JOIN home.fault ON fault.id = mending.fault JOIN home.stay ON stay.id = fault.stay WHERE stay.person = :person
                UNION SELECT sent_back.record FROM home.sent_back JOIN home.mending ON mending.id = sent_back.mending JOIN home.fault ON fault.id = mending.fault JOIN home.stay ON stay.id = fault.stay
                       WHERE stay.person = :person
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        var photos = db.sql("""
                SELECT photo.evidence
                  FROM home.photo
                  LEFT JOIN home.walk ON walk.id = photo.walk
                  LEFT JOIN home.fault ON fault.id = photo.fault
                  JOIN home.stay ON stay.id = coalesce(walk.stay, fault.stay)
                 WHERE stay.person = :person
                """).param("person", person).query(UUID.class).list();
        for (var sql : List.of(
                "UPDATE home.application SET words = '', grounds = '{}', over_at = coalesce(over_at, asked_at) WHERE person = :person",
                "UPDATE home.stay SET turn = '' WHERE person = :person",
                "UPDATE home.answer SET reason = '' FROM home.stay WHERE stay.id = answer.stay AND stay.person = :person",
                "UPDATE home.walk SET words = '' FROM home.stay WHERE stay.id = walk.stay AND stay.person = :person",
                "DELETE FROM home.photo USING home.walk, home.stay WHERE walk.id = photo.walk AND stay.id = walk.stay AND stay.person = :person",
                "DELETE FROM home.photo USING home.fault, home.stay WHERE fault.id = photo.fault AND stay.id = fault.stay AND stay.person = :person",
                "UPDATE home.sent_back SET words = '–' FROM home.mending, home.fault, home.stay WHERE mending.id = sent_back.mending AND fault.id = mending.fault AND stay.id = fault.stay AND stay.person = :person",
                "UPDATE home.mending SET words = '–' FROM home.fault, home.stay WHERE fault.id = mending.fault AND stay.id = fault.stay AND stay.person = :person",
                "UPDATE home.fault SET words = '–' FROM home.stay WHERE stay.id = fault.stay AND stay.person = :person")) {
            db.sql(sql).param("person", person).update();
        }
        photos.forEach(it -> lettingGo.letGo(it, person));
    }
}
