package org.probity.house.reading;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
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
 * whatever interrupts that, a row of the scheduler takes it up again.
 */
@Component
public class KeptFiles {
    /** So long whoever sends a file waits for a free reader; then they are shown that it waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration TAKEN_UP_AFTER = Duration.ofSeconds(5);

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
        return Tasks.custom(kind)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(TAKEN_UP_AFTER.multipliedBy(6)))
                .execute((task, context) -> read.test(UUID.fromString(task.getId()), TAKEN_UP_AFTER)
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) -> operations.reschedule(complete, time.now().plus(TAKEN_UP_AFTER)));
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
