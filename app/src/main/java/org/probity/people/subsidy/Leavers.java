package org.probity.people.subsidy;

import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When who somebody was is forgotten, their words, invoice numbers, reasons and receipts go, with the salts of what the log bound about them alone. What was paid stays, for the books of the company. */
@Component("subsidyLeavers")
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
                SELECT record FROM subsidy.claim WHERE person = :person
                UNION SELECT void_record FROM subsidy.claim WHERE person = :person AND void_record IS NOT NULL
                UNION SELECT answer.record FROM subsidy.answer JOIN subsidy.claim ON claim.id = answer.claim WHERE claim.person = :person
                """).param("person", person).query(UUID.class).list().forEach(log::erase);
        var files = db.sql("DELETE FROM subsidy.receipt USING subsidy.claim WHERE claim.id = receipt.claim AND claim.person = :person RETURNING receipt.evidence").param("person", person).query(UUID.class).list();
        db.sql("UPDATE subsidy.claim SET words = '', invoice = '' WHERE person = :person").param("person", person).update();
        db.sql("UPDATE subsidy.answer SET reason = '–' FROM subsidy.claim WHERE claim.id = answer.claim AND claim.person = :person AND answer.reason <> ''").param("person", person).update();
        files.forEach(it -> lettingGo.letGo(it, person));
    }
}
