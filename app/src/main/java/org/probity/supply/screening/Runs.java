package org.probity.supply.screening;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.RealTime;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.time.TimeMachine;
import org.probity.screen.Names;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for suppliers on lists, some hundred in a transaction. What is to be looked for stands in rows, so that a run can be interrupted anywhere and goes
 * on where it was, on this node or another. When the last result is there, the run is one entry of the log over all of them.
 */
@Component
class Runs {
    private static final TaskDescriptor<Void> SCREENING = TaskDescriptor.of("screening.run");
    private static final int AT_ONCE = 200;
    private static final Duration TAKEN_UP_AFTER = Duration.ofSeconds(5);
    private static final Duration TASK = Duration.ofMinutes(1);
    /** So long whoever changes a supplier, or takes a list, waits for the first results. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** While a story is told nothing is left for later. */
    private static final Duration TELLING = Duration.ofHours(1);

    private final JdbcClient db;
    private final Judging judging;
    private final Log log;
    private final ObjectProvider<SchedulerClient> jobs;
    private final org.springframework.context.ApplicationEventPublisher events;
    private final TransactionTemplate apart;
    private final RealTime time;
    private final Clock clock;

    Runs(JdbcClient db, Judging judging, Log log, ObjectProvider<SchedulerClient> jobs, org.springframework.context.ApplicationEventPublisher events,
            org.springframework.transaction.PlatformTransactionManager transactions, RealTime time, Clock clock) {
        this.db = db;
        this.judging = judging;
        this.log = log;
        this.jobs = jobs;
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
        this.time = time;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        Task<Void> screeningSuppliers(Runs runs, RealTime time) {
            return Tasks.custom(SCREENING)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(TAKEN_UP_AFTER.multipliedBy(6)))
                    .execute((task, context) -> runs.work(UUID.fromString(task.getId()), TASK)
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, time.now()));
        }
    }

    /** Heard after the commit of what caused it. */
    private record Begun(UUID run) {}

    /** Everybody who supplies us, against one version of a list. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID ofVersion(UUID version, Run.Cause cause, @Nullable Me by) {
        var run = begin(cause, by);
        db.sql("""
                INSERT INTO screening.result (run, supplier, version)
                SELECT :run, active.supplier, :version
                  FROM supplier.active(:today, :now) AS active
                """)
                .param("run", run).param("version", version).param("today", today()).param("now", now())
                .update();
        return run;
    }

    /** Some suppliers, against all lists in force. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> ofSuppliers(Collection<UUID> suppliers, @Nullable Me by) {
        var lists = db.sql("SELECT version FROM screening.in_force(:today, :now)").param("today", today()).param("now", now()).query(UUID.class).list();
        if (lists.isEmpty() || suppliers.isEmpty()) {
            return Optional.empty();
        }
        var run = begin(Run.Cause.SUPPLIER, by);
        db.sql("""
                INSERT INTO screening.result (run, supplier, version)
                SELECT :run, supplier, version FROM unnest(:suppliers) AS supplier CROSS JOIN unnest(:versions) AS version
                """)
                .param("run", run).param("suppliers", suppliers.toArray(UUID[]::new)).param("versions", lists.toArray(UUID[]::new))
                .update();
        return Optional.of(run);
    }

    private UUID begin(Run.Cause cause, @Nullable Me by) {
        var run = UUID.randomUUID();
        db.sql("INSERT INTO screening.run (id, cause, rules, begun_by, begun_at) VALUES (:id, :cause, :rules, :by, :at)")
                .param("id", run).param("cause", cause.name()).param("rules", Names.RULES).param("by", by == null ? null : by.account(), java.sql.Types.OTHER)
                .param("at", now())
                .update();
        if (!TimeMachine.telling()) {
            jobs.getObject().schedule(SCREENING.instance(run.toString()).scheduledTo(time.now().plus(TAKEN_UP_AFTER)));
        }
        events.publishEvent(new Begun(run));
        return run;
    }

    /** A supplier that is new, bears another name or number, or has another site, is looked for at once. */
    @EventListener
    void said(Suppliers.Said it) {
        ofSuppliers(it.suppliers(), null);
    }

    /** Not waiting for the scheduler, so that whoever did it sees the first results. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void begun(Begun it) {
        work(it.run(), TimeMachine.telling() ? TELLING : PATIENCE);
    }

    /** A version whose day has come, and suppliers who came in by a way that nobody told of. */
    @EventListener
    void day(DayHasBegun it) {
        for (var version : db.sql("""
                SELECT held.version
                  FROM screening.in_force(:day, :now) AS held
                 WHERE NOT EXISTS (SELECT FROM screening.result WHERE result.version = held.version)
                """)
                .param("day", it.day()).param("now", now()).query(UUID.class).list()) {
            ofVersion(version, Run.Cause.VERSION, null);
        }
        ofSuppliers(db.sql("""
                SELECT DISTINCT active.supplier
                  FROM supplier.active(:day, :now) AS active
                 CROSS JOIN screening.in_force(:day, :now) AS held
                 WHERE NOT EXISTS (SELECT FROM screening.result WHERE result.supplier = active.supplier AND result.version = held.version)
                """)
                .param("day", it.day()).param("now", now()).query(UUID.class).list(), null);
    }

    /** @return whether nothing is left of it now */
    boolean work(UUID run, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        while (Boolean.TRUE.equals(apart.execute(status -> some(run)))) {
            if (System.nanoTime() > until) {
                return false;
            }
        }
        apart.executeWithoutResult(status -> finish(run));
        return true;
    }

    private record Asked(UUID supplier, UUID version) {}

    private boolean some(UUID run) {
        var asked = db.sql("""
                SELECT supplier, version
                  FROM screening.result
                 WHERE run = :run
                   AND judged_at IS NULL
                 ORDER BY version, supplier
                 LIMIT :some
                   FOR UPDATE SKIP LOCKED
                """)
                .param("run", run).param("some", AT_ONCE).query(Asked.class).list();
        if (asked.isEmpty()) {
            return false;
        }
        var byVersion = new java.util.TreeMap<UUID, List<UUID>>();
        asked.forEach(it -> byVersion.computeIfAbsent(it.version(), none -> new ArrayList<>()).add(it.supplier()));
        byVersion.forEach((version, suppliers) -> judging.judge(run, version, suppliers));
        return true;
    }

    private record Row(UUID supplier, UUID version, String subject, int hits, String digest) {}

    /** The rows of a run in the order in which its root holds them. */
    List<Map<String, ?>> leaves(UUID run) {
        return db.sql("SELECT supplier, version, subject, hits, digest FROM screening.result WHERE run = :run ORDER BY version, supplier").param("run", run)
                .query(Row.class).list().stream()
                .<Map<String, ?>>map(it -> Map.of("supplier", it.supplier().toString(), "version", it.version().toString(), "subject", it.subject(),
                        "hits", it.hits(), "digest", it.digest()))
                .toList();
    }

    private void finish(UUID run) {
        var open = db.sql("SELECT rules FROM screening.run WHERE id = :run AND done_at IS NULL FOR UPDATE").param("run", run).query(Integer.class).optional();
        var left = db.sql("SELECT count(*) FROM screening.result WHERE run = :run AND judged_at IS NULL").param("run", run).query(Long.class).single();
        if (open.isEmpty() || left > 0) {
            return;
        }
        var record = log.recordBatch("screening.run", today(), Map.of("run", run.toString(), "rules", open.get(), "versions", versions(run)), leaves(run));
        db.sql("UPDATE screening.run SET done_at = :now, record = :record WHERE id = :run").param("now", now()).param("record", record).param("run", run).update();
    }

    private List<String> versions(UUID run) {
        return db.sql("SELECT DISTINCT version::text FROM screening.result WHERE run = :run ORDER BY 1").param("run", run).query(String.class).list();
    }

    /** The newest runs, and any that is not done. */
    List<Run> latest(int most) {
        return db.sql("""
                SELECT run.id, cause, begun_at, done_at,
                       count(result.run) AS "all", count(judged_at) AS judged, coalesce(sum(hits), 0) AS hits,
                       (SELECT count(*) FROM screening.alert WHERE alert.run = run.id) AS opened
                  FROM screening.run
                  LEFT JOIN screening.result ON result.run = run.id
                 GROUP BY run.id
                 ORDER BY done_at IS NOT NULL, begun_at DESC
                 LIMIT :most
                """)
                .param("most", most).query(Run.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
