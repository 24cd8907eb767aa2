package org.probity.house.reading;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.probity.house.access.RealTime;
import org.probity.house.time.TimeMachine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files on their way from being kept to being read. A file is kept first, so that nothing acknowledged is lost, and read outside of any transaction;
 * whatever interrupts that, a row of the scheduler takes it up again. What fails five times in a row may be given up, until somebody asks to try again.
 */
@Component
public class KeptFiles {
    /** So long whoever sends a file waits for a free reader; then they are shown that it waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration TAKEN_UP_AFTER = Duration.ofSeconds(5);
    private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(30);
    /** What failed so often in a row fails for a reason that waiting does not mend. */
    static final int TRIES = 5;
    /** When a row of the scheduler is looked at that was given up; somebody asks before. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final ObjectProvider<SchedulerClient> jobs;
    private final RealTime time;

    KeptFiles(ObjectProvider<SchedulerClient> jobs, RealTime time) {
        this.jobs = jobs;
        this.time = time;
    }

    /**
     * What the scheduler does with the files of one kind.
     *
     * @param read reads the file with this id, waiting so long for a free reader; false when every reader stayed busy. One that was read before is left alone
     */
    public Task<Void> task(TaskDescriptor<Void> kind, BiPredicate<UUID, Duration> read) {
        return task(kind, read, new FailureHandler.OnFailureRetryLater<>(TRIED_AGAIN_AFTER));
    }

    /** The same where somebody sees that it was {@linkplain #givenUp given up}, and can ask for it {@linkplain #again again}. */
    public Task<Void> taskWithAnEnd(TaskDescriptor<Void> kind, BiPredicate<UUID, Duration> read) {
        return task(kind, read, (failed, operations) -> operations.reschedule(failed, next(failed.getExecution().consecutiveFailures + 1, time.now())));
    }

    private Task<Void> task(TaskDescriptor<Void> kind, BiPredicate<UUID, Duration> read, FailureHandler<Void> failed) {
        return Tasks.custom(kind)
                .onFailure(failed)
                .execute((task, context) -> read.test(UUID.fromString(task.getId()), TAKEN_UP_AFTER)
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) -> operations.reschedule(complete, time.now().plus(TAKEN_UP_AFTER)));
    }

    /** Each time twice as long, so that what passes by itself within minutes has passed. @param failures in a row */
    static Instant next(int failures, Instant now) {
        return failures < TRIES ? now.plus(TRIED_AGAIN_AFTER.multipliedBy(1L << (failures - 1))) : NEVER;
    }

    /** When it was tried for the last time, of what was tried {@value #TRIES} times in vain. */
    public Optional<Instant> givenUp(TaskDescriptor<Void> kind, UUID file) {
        return jobs.getObject().getScheduledExecution(kind.instanceId(file.toString())).filter(it -> !it.getExecutionTime().isBefore(NEVER)).map(ScheduledExecution::getLastFailure);
    }

    /** Tries once more, and as often again, what was given up. @return false when there is nothing to try */
    public boolean again(TaskDescriptor<Void> kind, UUID file) {
        return givenUp(kind, file).isPresent() && jobs.getObject().reschedule(kind.instanceId(file.toString()), time.now());
    }

    /** Sees to it that the file is read even if whoever keeps it now does not come to it. A demo's past is read on the spot. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void promise(TaskDescriptor<Void> kind, UUID file) {
        if (!TimeMachine.telling()) {
            jobs.getObject().schedule(kind.instance(file.toString()).scheduledTo(time.now().plus(TAKEN_UP_AFTER)));
        }
    }

    /** For what can be made only once all that happened is committed: also of a demo's past it is made afterwards. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void afterwards(TaskDescriptor<Void> kind, UUID what) {
        jobs.getObject().schedule(kind.instance(what.toString()).scheduledTo(time.now()));
    }

    /** The same for a file that nobody waits for in front of a screen: it is begun as soon as it is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(TaskDescriptor<Void> kind, UUID file) {
        if (!TimeMachine.telling()) {
            jobs.getObject().schedule(kind.instance(file.toString()).scheduledTo(time.now()));
        }
    }
}
