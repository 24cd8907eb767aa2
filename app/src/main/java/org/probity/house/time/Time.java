package org.probity.house.time;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The house's one clock. Its zone decides when a day begins; instants are stored without one. */
@Configuration(proxyBeanMethods = false)
class Time {
    @Bean
    @ConditionalOnBooleanProperty(name = "probity.demo", havingValue = false, matchIfMissing = true)
    Clock clock(@Value("${probity.zone}") ZoneId zone) {
        return Clock.system(zone);
    }

    @Bean
    @ConditionalOnBooleanProperty("probity.demo")
    DemoClock demoClock(DataSource database, @Value("${probity.zone}") ZoneId zone) {
        return new DemoClock(database, zone);
    }

    /** Looks every minute whether a day has begun; whichever node is first does it. */
    @Bean
    RecurringTask<Void> newDayTask(NewDay newDay) {
        return Tasks.recurring("time.new-day", FixedDelay.ofMinutes(1)).execute((task, context) -> newDay.catchUp());
    }
}
