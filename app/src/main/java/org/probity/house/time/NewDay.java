package org.probity.house.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells every room that a day has begun. Days missed while nobody served the house are told one by one. A room that fails on a day stops
 * the calendar there, loudly, until it no longer fails: a day that is skipped would be reminders never sent and lapses never noticed.
 */
@Component
class NewDay {
    private static final Logger log = LoggerFactory.getLogger(NewDay.class);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NewDay(JdbcClient db, PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** Begins every day up to today that has not begun yet. */
    void catchUp() {
        while (transaction.execute(status -> beginNext()).isPresent()) {
            // one transaction a day
        }
    }

    private Optional<LocalDate> beginNext() {
        var today = LocalDate.now(clock);
        db.sql("INSERT INTO time.day (last_begun) VALUES (:yesterday) ON CONFLICT DO NOTHING")
                .param("yesterday", today.minusDays(1)).update();
        var last = db.sql("SELECT last_begun FROM time.day FOR UPDATE").query(LocalDate.class).single();
        if (!last.isBefore(today)) {
            return Optional.empty();
        }
        var next = last.plusDays(1);
        db.sql("UPDATE time.day SET last_begun = :next").param("next", next).update();
        events.publishEvent(new DayHasBegun(next));
        log.info("{} has begun", next);
        return Optional.of(next);
    }
}
