package org.probity.people.pay;

import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When who somebody was is forgotten, what they were paid goes, with their letters and the notes of who looked; what payroll must keep by law lies in payroll's books. Sums of groups stay. */
@Component("payLeavers")
class Leavers {
    private final JdbcClient db;
    private final Vault vault;
    private final Log log;

    Leavers(JdbcClient db, Vault vault, Log log) {
        this.db = db;
        this.vault = vault;
        this.log = log;
    }

    @EventListener
    @Transactional
    void forgotten(Directory.Forgotten somebody) {
        var person = somebody.person();
        vault.open(() -> db.sql("DELETE FROM pay.stated WHERE person = :person").param("person", person).update() + db.sql("DELETE FROM pay.letter WHERE person = :person").param("person", person).update());
        db.sql("SELECT record FROM payroll.look WHERE person = :person").param("person", person).query(UUID.class).list().forEach(log::erase);
        db.sql("DELETE FROM payroll.look WHERE person = :person").param("person", person).update();
        // The line stays, so that a file still has as many as were brought; whose it was does not.
        db.sql("UPDATE payroll.line SET number = '', person = NULL, why = 'pay.why.forgotten', about = '' WHERE person = :person").param("person", person).update();
    }
}
