package org.probity.people.recruitment;

import java.util.Map;
import java.util.UUID;
import org.probity.house.log.Log;
import org.probity.house.mail.Outbox;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets applications go: at once when consent is withdrawn, whatever was decided meanwhile, and on the day that the notice named. Rows go with letters, the
 * file with the next day; the log keeps its commitments and forgets what they bound; counts keep a number.
 */
@Service
public class Erasing {
    private enum Why { WITHDRAWN, OVER }

    private final JdbcClient db;
    private final Applying applying;
    private final Requisitions requisitions;
    private final Apart apart;
    private final LettingGo lettingGo;
    private final Outbox outbox;
    private final Log log;

    Erasing(JdbcClient db, Applying applying, Requisitions requisitions, Apart apart, LettingGo lettingGo, Outbox outbox, Log log) {
        this.db = db;
        this.applying = applying;
        this.requisitions = requisitions;
        this.apart = apart;
        this.lettingGo = lettingGo;
        this.outbox = outbox;
        this.log = log;
    }

    /** The applicant withdraws their consent. Refusals: {@code recruitment.link-dead} there is no such application, or it has gone already. */
    @Transactional
    public Answer<UUID> withdraw(String secret) {
        var found = applying.of(secret);
        if (found.isEmpty() || !go(found.get(), Why.WITHDRAWN)) {
            return Answer.refused("", "recruitment.link-dead");
        }
        return Answer.done(found.get());
    }

    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        db.sql("SELECT id FROM recruitment.application WHERE keep_until <= :day ORDER BY id").param("day", begun.day()).query(UUID.class).list().forEach(it -> go(it, Why.OVER));
    }

    private record Row(UUID requisition, UUID file, UUID record) {}

    private boolean go(UUID id, Why why) {
        var locked = db.sql("SELECT requisition, file, record FROM recruitment.application WHERE id = :id FOR UPDATE").param("id", id)
                .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class))).optional();
        if (locked.isEmpty()) {
            return false;
        }
        var it = locked.get();
        apart.countWhatGoes(id);
        log.erase(it.record());
        db.sql("SELECT record FROM recruitment.step WHERE application = :id UNION ALL SELECT record FROM recruitment.interview WHERE application = :id").param("id", id).query(UUID.class).list()
                .forEach(log::erase);
        outbox.forget(applying.contact(id).email());
        db.sql("DELETE FROM recruitment.application WHERE id = :id").param("id", id).update();
        if (it.file() != null) {
            lettingGo.letGo(it.file(), id);
        }
        db.sql("INSERT INTO recruitment.erased (record, requisition, why, day) VALUES (:record, :requisition, :why, :day)")
                .param("record", log.record("recruitment.erased", requisitions.today(), Map.of("why", why.name()))).param("requisition", it.requisition()).param("why", why.name())
                .param("day", requisitions.today())
                .update();
        return true;
    }
}
