package org.probity.supply.admission;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps how places stand, for lists. It keeps what {@code admission.standing} answered and decides nothing: a fact about a supplier forgets its
 * places in the transaction of the fact, and whatever is not kept, lists compute. Clearances go by it too, so nothing may change how a place stands without forgetting it.
 */
@Component
class Keeping {
    /** So many places in one transaction, during which facts wait: a fifth of a second. */
    private static final int TOGETHER = 200;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Keeping(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps every place that is not kept for today; leaves off when facts are being written, and is called again. */
    void all() {
        var today = LocalDate.now(clock);
        var kept = TOGETHER;
        while (kept == TOGETHER) {
            kept = transaction.execute(status -> some(today));
        }
    }

    private int some(LocalDate today) {
        var alone = db.sql("SELECT pg_try_advisory_xact_lock(hashtext('admission.kept'))").query(Boolean.class).single();
        return !alone ? 0 : db.sql("""
                WITH wanted AS MATERIALIZED (
                    SELECT dossier.id
                      FROM admission.dossier
                     WHERE NOT EXISTS (SELECT FROM admission.kept WHERE kept.dossier = dossier.id AND :today BETWEEN kept.of_day AND kept.good_until)
                     ORDER BY dossier.id
                     LIMIT :together
                )
                INSERT INTO admission.kept (dossier, of_day, good_until, outcome, from_day, until_day, missing, suspension, condition_due, record)
                SELECT standing.dossier, :today, standing.good_until, standing.outcome, standing.from_day, standing.until_day, standing.missing,
                       standing.suspension, standing.condition_due, standing.record
                  FROM wanted
                 CROSS JOIN LATERAL (SELECT * FROM admission.standing_for_days(:today) AS standing WHERE standing.dossier = wanted.id) AS standing
                ON CONFLICT (dossier) DO UPDATE
                   SET of_day = excluded.of_day, good_until = excluded.good_until, outcome = excluded.outcome, from_day = excluded.from_day,
                       until_day = excluded.until_day, missing = excluded.missing, suspension = excluded.suspension,
                       condition_due = excluded.condition_due, record = excluded.record
                """)
                .param("today", today).param("together", TOGETHER)
                .update();
    }

    @Configuration
    static class Schedule {
        @Bean
        RecurringTask<Void> keepStandingsTask(Keeping keeping) {
            return Tasks.recurring("admission.keep", FixedDelay.ofSeconds(5)).execute((task, context) -> keeping.all());
        }
    }
}
