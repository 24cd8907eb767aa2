package org.probity.people.career;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When who somebody was is forgotten, what they wrote and brought to be certified goes, what each of a panel found of them, what they wished, planned and chose, and the
 * contract of a move, with the salts of what the log bound about them alone. That they were placed, applied, held a level and moved stays under an id that leads to nobody,
 * for figures count it. What they had applied for and nobody decided is withdrawn. A file that placed many is one entry of the log and stays.
 */
@Component("careerLeavers")
class Leavers {
    private final JdbcClient db;
    private final LettingGo lettingGo;
    private final Log log;
    private final Clock clock;

    Leavers(JdbcClient db, LettingGo lettingGo, Log log, Clock clock) {
        this.db = db;
        this.lettingGo = lettingGo;
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        var person = somebody.person();
        db.sql("""
                SELECT bound.record
                  FROM (SELECT step.record FROM career.step JOIN career.application ON application.id = step.application WHERE application.person = :person
                        UNION SELECT record FROM career.decision WHERE person = :person
                        UNION SELECT record FROM career.move WHERE person = :person) AS bound
                 WHERE bound.record IS NOT NULL
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        var files = db.sql("""
                SELECT file.id FROM career.file JOIN career.application ON application.id = file.application WHERE application.person = :person
                UNION SELECT file FROM career.move WHERE person = :person AND file IS NOT NULL
                """).param("person", person).query(UUID.class).list();
        for (var sql : List.of(
                "DELETE FROM career.file USING career.application WHERE application.id = file.application AND application.person = :person",
                "DELETE FROM career.said USING career.application WHERE application.id = said.application AND application.person = :person",
                "DELETE FROM career.vote USING career.application WHERE application.id = vote.application AND application.person = :person",
                "DELETE FROM career.decided_item USING career.application WHERE application.id = decided_item.application AND application.person = :person",
                """
                INSERT INTO career.step (application, no, state, by, at, because)
                SELECT application.id, newest.no + 1, 'WITHDRAWN', :person, CAST(:at AS timestamptz), 'FORGOTTEN'
                  FROM career.application
                  JOIN LATERAL (SELECT no, state FROM career.step WHERE step.application = application.id ORDER BY no DESC LIMIT 1) AS newest ON true
                 WHERE application.person = :person AND newest.state IN ('DRAFT', 'SENT', 'PANEL')
                """,
                // Which of their choices it was tells how much they wanted it.
                "UPDATE career.shortlisted SET choice = 0 WHERE person = :person",
                "DELETE FROM career.wish WHERE person = :person",
                "DELETE FROM career.plan WHERE person = :person",
                "DELETE FROM career.choice WHERE person = :person",
                "DELETE FROM career.cleared WHERE person = :person",
                "UPDATE career.move SET words = CASE words WHEN '' THEN '' ELSE '–' END, file = NULL, file_gone_at = CASE WHEN file IS NULL THEN file_gone_at ELSE CAST(:at AS timestamptz) END WHERE person = :person")) {
            db.sql(sql).param("person", person).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        }
        files.forEach(it -> lettingGo.letGo(it, person));
    }
}
