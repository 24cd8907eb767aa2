package org.probity.people.dialogue;

import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When who somebody was is forgotten, the words of their letters and of the answers go, with the salt of what the log bound about them. That there was a letter, and
 * whether it was answered in time, stays under an id that leads to nobody; what was told without a name stays, too.
 */
@Component("dialogueLeavers")
class Leavers {
    private final JdbcClient db;
    private final Log log;

    Leavers(JdbcClient db, Log log) {
        this.db = db;
        this.log = log;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        db.sql("""
                SELECT record FROM dialogue.letter WHERE person = :person
                UNION ALL
                SELECT letter_answer.record FROM dialogue.letter_answer JOIN dialogue.letter ON letter.id = letter_answer.letter WHERE letter.person = :person
                """)
                .param("person", somebody.person()).query(UUID.class).list().forEach(log::erase);
        db.sql("UPDATE dialogue.letter_answer SET words = '–' FROM dialogue.letter WHERE letter.id = letter_answer.letter AND letter.person = :person").param("person", somebody.person()).update();
        db.sql("UPDATE dialogue.letter SET subject = '–', words = '–' WHERE person = :person").param("person", somebody.person()).update();
    }
}
