package org.probity.house.log;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds what a node recorded and did not live to sequence. */
@Configuration(proxyBeanMethods = false)
class Schedule {
    @Bean
    RecurringTask<Void> sequenceTask(Sequencer sequencer) {
        return Tasks.recurring("log.sequence", FixedDelay.ofSeconds(10)).execute((task, context) -> sequencer.sequence());
    }
}
