package org.probity.house.webhook;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.probity.house.access.RealTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries messages when their time has come. Two at once, so that a receiver that answers slowly does not keep the house's other work waiting. */
@Configuration
class Carrying {
    private static final Duration UNTIL_A_HAND_IS_FREE = Duration.ofSeconds(2);

    private final Semaphore hands = new Semaphore(2);

    @Bean
    Task<Void> carryingMessages(Deliveries deliveries, RealTime time) {
        return Tasks.custom(Deliveries.CARRYING).execute((task, context) -> {
            if (!hands.tryAcquire()) {
                return at(time.now().plus(UNTIL_A_HAND_IS_FREE));
            }
            try {
                return deliveries.carry(UUID.fromString(task.getId().split("/")[0])).map(Carrying::at).orElseGet(CompletionHandler.OnCompleteRemove::new);
            } finally {
                hands.release();
            }
        });
    }

    private static CompletionHandler<Void> at(Instant moment) {
        return (complete, operations) -> operations.reschedule(complete, moment);
    }
}
