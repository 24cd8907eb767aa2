package org.probity.shapes.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds suppliers as days begin. The same day twice reminds once. */
@Component
class CaseReminders {
    /** Cases of one supplier that are, or were, due on the same day. @param daysLeft negative when late */
    record Reminded(List<Case> cases, LocalDate day, long daysLeft) {
        Reminded {
            cases = List.copyOf(cases);
        }
    }

    /** Days before the due day, and after it (negative). */
    static final List<Integer> ON_DAYS_LEFT = List.of(7, 1, -1, -7, -14, -30);

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    CaseReminders(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    @EventListener
    void on(DayHasBegun begun) {
        var day = begun.day();
        var reminded = db.sql("""
                INSERT INTO casework.reminder (correction, day, days_left)
                SELECT id, :day, due_day - :day
                  FROM casework.standing
                 WHERE state IN ('PLAN_OWED', 'PLAN_RETURNED', 'PLAN_ACCEPTED', 'DONE_RETURNED')
                   AND due_day IN (SELECT CAST(:day AS date) + days FROM unnest(CAST(:days AS int[])) AS days)
                ON CONFLICT DO NOTHING
                RETURNING correction
                """)
                .param("day", day).param("days", ON_DAYS_LEFT.toArray(Integer[]::new))
                .query(UUID.class).list();
        var told = new LinkedHashMap<UUID, TreeMap<LocalDate, List<Case>>>();
        db.sql("SELECT * FROM casework.standing WHERE id = ANY (:ids) ORDER BY supplier, due_day, id").param("ids", reminded.toArray(UUID[]::new))
                .query(Case.class).list()
                .forEach(it -> told.computeIfAbsent(it.supplier(), supplier -> new TreeMap<>()).computeIfAbsent(it.dueDay(), due -> new ArrayList<>()).add(it));
        told.values().forEach(byDay -> byDay.values().forEach(cases -> events.publishEvent(new Reminded(cases, day, cases.getFirst().daysLeft(day)))));
    }
}
