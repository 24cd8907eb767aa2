package org.probity.supply.minerals;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.RealTime;
import org.probity.house.time.TimeMachine;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges the year's open declarations by a new reference list, some hundred in a transaction. Which are judged stands in rows, so that it can be
 * interrupted anywhere and goes on where it was, on this node or another.
 */
@Component
class Rejudging {
    private static final TaskDescriptor<Void> REJUDGING = TaskDescriptor.of("minerals.rejudging");
    private static final int AT_ONCE = 500;
    private static final Duration TAKEN_UP_AFTER = Duration.ofSeconds(5);
    private static final Duration TASK = Duration.ofMinutes(1);

    /** Published in the transaction that sent them back. */
    record Reopened(List<Obligation> obligations) {}

    private final JdbcClient db;
    private final Obligations obligations;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SchedulerClient> jobs;
    private final TransactionTemplate transaction;
    private final RealTime time;
    private final Clock clock;

    Rejudging(
            JdbcClient db, Obligations obligations, ApplicationEventPublisher events, ObjectProvider<SchedulerClient> jobs,
            TransactionTemplate transaction, RealTime time, Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.events = events;
        this.jobs = jobs;
        this.transaction = transaction;
        this.time = time;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        Task<Void> rejudgingDeclarations(Rejudging rejudging, RealTime time) {
            return Tasks.custom(REJUDGING)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(TAKEN_UP_AFTER.multipliedBy(6)))
                    .execute((task, context) -> rejudging.judge(UUID.fromString(task.getId()), TASK)
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, time.now()));
        }
    }

    /** Notes what is to be judged by the list: the newest paper of each declaration of the year that was accepted or waits. The same list twice notes nothing twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UUID list, int year) {
        db.sql("""
                INSERT INTO minerals.rejudged (list, paper)
                SELECT :list, paper.id
                  FROM obligation.standing
                  JOIN LATERAL (SELECT id
                                  FROM minerals.paper
                                 WHERE paper.obligation = standing.id
                                 ORDER BY received_at DESC
                                 LIMIT 1) AS paper ON true
                 WHERE standing.kind = 'minerals.cmrt'
                   AND standing.period = :year
                   AND standing.state IN ('MET', 'SENT_IN')
                ON CONFLICT DO NOTHING
                """)
                .param("list", list).param("year", year)
                .update();
        if (!TimeMachine.telling()) {
            jobs.getObject().schedule(REJUDGING.instance(list.toString()).scheduledTo(time.now().plus(TAKEN_UP_AFTER)));
        }
    }

    /** @return whether all are judged now */
    boolean judge(UUID list, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        while (Boolean.TRUE.equals(transaction.execute(status -> some(list)))) {
            if (System.nanoTime() > until) {
                return false;
            }
        }
        return true;
    }

    /** Whether there may be more. Two who judge at once take different ones. */
    private boolean some(UUID list) {
        var papers = db.sql("""
                SELECT paper
                  FROM minerals.rejudged
                 WHERE list = :list
                   AND judged_at IS NULL
                 LIMIT :some
                   FOR UPDATE SKIP LOCKED
                """)
                .param("list", list).param("some", AT_ONCE)
                .query(UUID.class).list().toArray(UUID[]::new);
        if (papers.length == 0) {
            return false;
        }
        var stale = mark(list, papers);
        db.sql("UPDATE minerals.rejudged SET judged_at = :now, reopened = paper = ANY (:stale) WHERE list = :list AND paper = ANY (:papers)")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("stale", stale.toArray(UUID[]::new))
                .param("list", list).param("papers", papers)
                .update();
        var back = obligations.sendBack(db.sql("SELECT obligation FROM minerals.paper WHERE id = ANY (:stale)")
                .param("stale", stale.toArray(UUID[]::new)).query(UUID.class).list(), "minerals.list-changed");
        events.publishEvent(new Reopened(back));
        return true;
    }

    /** Leaves a finding at the cell of each smelter that is not listed any more, and gives the papers that got one. A paper that is not the newest any more is let be. */
    private List<UUID> mark(UUID list, UUID[] papers) {
        return db.sql("""
                WITH gone AS (
                    SELECT named.paper, named.row, named.smelter, named.name, smelter_list.version
                      FROM minerals.named_smelter AS named
                      JOIN minerals.paper ON paper.id = named.paper
                      JOIN minerals.smelter_list ON smelter_list.id = :list
                     WHERE named.paper = ANY (:papers)
                       AND named.smelter <> ''
                       AND NOT EXISTS (SELECT FROM minerals.listed_smelter AS listed WHERE listed.list = :list AND listed.smelter = named.smelter)
                       AND NOT EXISTS (SELECT
                                         FROM minerals.paper AS newer
                                        WHERE newer.obligation = paper.obligation
                                          AND newer.received_at > paper.received_at)
                ), told AS (
                    INSERT INTO minerals.finding (paper, no, key, severity, sheet, address, value, words_en, words_zh)
                    SELECT gone.paper,
                           coalesce(last.no, 0) + row_number() OVER (PARTITION BY gone.paper ORDER BY gone.row),
                           'minerals.smelter-left', 'MUST_CORRECT', 'Smelter List', 'C' || gone.row, gone.name,
                           gone.smelter || ' is not on the reference list ' || gone.version || '.',
                           gone.smelter || ' 不在参考名单 ' || gone.version || ' 中。'
                      FROM gone
                      LEFT JOIN (SELECT paper, max(no) AS no FROM minerals.finding WHERE paper = ANY (:papers) GROUP BY paper) AS last
                             ON last.paper = gone.paper
                    RETURNING paper
                )
                SELECT DISTINCT paper FROM told
                """)
                .param("list", list).param("papers", papers)
                .query(UUID.class).list();
    }
}
