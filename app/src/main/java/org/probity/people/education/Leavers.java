package org.probity.people.education;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When who somebody was is forgotten, why they asked, why they were refused, receipts and papers go, with the salts of what the log bound about them alone. What was agreed,
 * paid and obtained stays under an id that leads to nobody, for figures count it; of a receipt its hash, so that nobody is paid for it again. What finance must keep by
 * accounting law lies in finance's own books. A file of payments is one entry of the log for many and stays.
 */
@Component("educationLeavers")
class Leavers {
    private final JdbcClient db;
    private final Decisions decisions;
    private final LettingGo lettingGo;
    private final Log log;
    private final Clock clock;

    Leavers(JdbcClient db, Decisions decisions, LettingGo lettingGo, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.lettingGo = lettingGo;
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        var person = somebody.person();
        db.sql("""
                SELECT approved.record FROM education.approved JOIN education.application ON application.id = approved.application WHERE application.person = :person
                UNION SELECT result.record FROM education.result JOIN education.application ON application.id = result.application WHERE application.person = :person
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        var files = db.sql("""
                SELECT proof.file FROM education.proof JOIN education.application ON application.id = proof.application WHERE application.person = :person AND proof.file IS NOT NULL
                UNION SELECT result.file FROM education.result JOIN education.application ON application.id = result.application WHERE application.person = :person AND result.file IS NOT NULL
                """).param("person", person).query(UUID.class).list();
        for (var sql : List.of(
                "UPDATE education.application SET words = '–' WHERE person = :person",
                "UPDATE education.refused SET reason = '–' FROM education.application WHERE application.id = refused.application AND application.person = :person",
                "UPDATE education.proof SET file = NULL, file_gone_at = CAST(:at AS timestamptz) FROM education.application WHERE application.id = proof.application AND application.person = :person AND file IS NOT NULL",
                "UPDATE education.result SET file = NULL, file_gone_at = CAST(:at AS timestamptz) FROM education.application WHERE application.id = result.application AND application.person = :person AND file IS NOT NULL")) {
            db.sql(sql).param("person", person).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        }
        db.sql("SELECT id FROM education.application WHERE person = :person").param("person", person).query(UUID.class).list().forEach(it -> decisions.forget(Supports.MATTER, it));
        files.forEach(it -> lettingGo.letGo(it, person));
    }
}
