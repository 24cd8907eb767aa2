package org.probity.people.retirement;

import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When who somebody was is forgotten, their birth, words and reasons go, with the salts of what the log bound about them. That there was a visit, an insurance or a contract stays, of whom leads to nobody. */
@Component("retirementLeavers")
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
                SELECT record FROM retirement.file WHERE person = :person
                UNION SELECT record FROM retirement.choice WHERE person = :person
                UNION SELECT answer.record FROM retirement.answer JOIN retirement.choice ON choice.id = answer.choice WHERE choice.person = :person
                UNION SELECT record FROM retirement.handover WHERE person = :person
                UNION SELECT done_record FROM retirement.handover WHERE person = :person AND done_record IS NOT NULL
                UNION SELECT record FROM retirement.benefit WHERE person = :person
                UNION SELECT record FROM retirement.visit WHERE person = :person
                UNION SELECT record FROM retirement.rehired WHERE person = :person
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        for (var sql : List.of(
                "DELETE FROM retirement.file WHERE person = :person",
                "UPDATE retirement.choice SET words = '' WHERE person = :person",
                "UPDATE retirement.answer SET reason = '–' FROM retirement.choice WHERE choice.id = answer.choice AND choice.person = :person AND answer.reason <> ''",
                "UPDATE retirement.handover SET what = '–' WHERE person = :person",
                "UPDATE retirement.benefit SET source = '–' WHERE person = :person",
                "UPDATE retirement.visit SET words = '' WHERE person = :person",
                "UPDATE retirement.rehired SET contract = '–' WHERE person = :person")) {
            db.sql(sql).param("person", person).update();
        }
    }
}
