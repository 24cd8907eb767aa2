package org.probity.supply.minerals;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A paper that one department accepted must not lie with the other: after five days, and every five days more, that one is written to. */
@Component
class ReviewReminders {
    private static final int DAYS = 5;

    /**
     * Published in the transaction of the day on which a department should be told.
     *
     * @param papers how many wait for it since so many days
     */
    record Awaited(Department department, long papers, int days) {}

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    ReviewReminders(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** The same day twice writes nothing twice. */
    @EventListener
    @Transactional
    public void on(DayHasBegun begun) {
        remind(begun.day()).forEach(events::publishEvent);
    }

    private List<Awaited> remind(LocalDate day) {
        return db.sql("""
                WITH reminded AS (
                    INSERT INTO minerals.review_reminder (paper, department, day)
                    SELECT paper, department, :day
                      FROM minerals.awaited
                     WHERE second
                       AND CAST(:day AS date) > (since AT TIME ZONE 'Asia/Shanghai')::date
                       AND (CAST(:day AS date) - (since AT TIME ZONE 'Asia/Shanghai')::date) % :days = 0
                    ON CONFLICT DO NOTHING
                    RETURNING department
                )
                SELECT department, count(*) AS papers, :days AS days
                  FROM reminded
                 GROUP BY department
                """)
                .param("day", day).param("days", DAYS)
                .query(Awaited.class).list();
    }
}
