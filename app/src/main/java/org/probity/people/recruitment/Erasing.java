package org.probity.people.recruitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        if (found.isEmpty() || go(List.of(found.get()), Why.WITHDRAWN) == 0) {
            return Answer.refused("", "recruitment.link-dead");
        }
        return Answer.done(found.get());
    }

    @EventListener
    @Transactional
    public void day(DayHasBegun begun) {
        go(db.sql("SELECT id FROM recruitment.application WHERE keep_until <= :day ORDER BY id").param("day", begun.day()).query(UUID.class).list(), Why.OVER);
    }

    private record Row(UUID id, UUID requisition, @Nullable UUID file, UUID record) {}

    /** @return how many were still there */
    private int go(List<UUID> ids, Why why) {
        if (ids.isEmpty()) {
            return 0;
        }
        var locked = db.sql("SELECT id, requisition, file, record FROM recruitment.application WHERE id = ANY (:ids) ORDER BY id FOR UPDATE").param("ids", ids.toArray(UUID[]::new)).query(Row.class).list();
        apart.countWhatGoes(locked.stream().map(Row::id).toList());
        var gone = locked.stream().map(Row::id).toArray(UUID[]::new);
        var bound = db.sql("""
                SELECT record FROM recruitment.step WHERE application = ANY (:ids)
                UNION ALL SELECT record FROM recruitment.interview WHERE application = ANY (:ids)
                UNION ALL SELECT record FROM recruitment.accepted WHERE application = ANY (:ids)
                """).param("ids", gone).query(UUID.class).list();
        Stream.concat(locked.stream().map(Row::record), bound.stream()).forEach(log::erase);
        // Steps of all in one statement: what it takes from the sums it takes in their order, so that it never waits for somebody who decides and waits for it.
        db.sql("DELETE FROM recruitment.step WHERE application = ANY (:ids)").param("ids", gone).update();
        db.sql("DELETE FROM recruitment.application WHERE id = ANY (:ids)").param("ids", gone).update();
        locked.forEach(it -> told(it, why));
        return locked.size();
    }

    private void told(Row it, Why why) {
        outbox.forget(RecruitmentLetters.of(it.id()));
        if (it.file() != null) {
            lettingGo.letGo(it.file(), it.id());
        }
        db.sql("INSERT INTO recruitment.erased (record, requisition, why, day) VALUES (:record, :requisition, :why, :day)")
                .param("record", log.record("recruitment.erased", requisitions.today(), Map.of("why", why.name()))).param("requisition", it.requisition()).param("why", why.name())
                .param("day", requisitions.today())
                .update();
    }
}
