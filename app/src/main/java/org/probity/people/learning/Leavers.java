package org.probity.people.learning;

import java.util.List;
import org.probity.house.directory.Directory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When who somebody was is forgotten, why they withdrew, what their manager wrote about their asking and the address of their calendar go. That they were there, and for how long, stays for figures count it. */
@Component("learningLeavers")
class Leavers {
    private final JdbcClient db;

    Leavers(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        for (var sql : List.of(
                "UPDATE learning.manager_word SET words = '–' FROM learning.enrolment WHERE enrolment.id = manager_word.enrolment AND enrolment.person = :person AND manager_word.words <> ''",
                "UPDATE learning.lost_sign_out SET because = '–' WHERE person = :person AND because <> ''",
                "UPDATE learning.enrolment SET because = '–' WHERE person = :person AND because <> ''",
                "DELETE FROM learning.calendar WHERE person = :person")) {
            db.sql(sql).param("person", somebody.person()).update();
        }
    }
}
