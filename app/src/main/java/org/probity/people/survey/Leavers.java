package org.probity.people.survey;

import org.probity.house.directory.Directory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever is forgotten is asked no more. Their ballot, if there is one, is nobody's and stays. */
@Component("surveyLeavers")
class Leavers {
    private final JdbcClient db;

    Leavers(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        db.sql("DELETE FROM survey.invited WHERE person = :person").param("person", somebody.person()).update();
    }
}
