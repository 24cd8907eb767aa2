package org.probity.shapes.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is reminded of what they owe, and on which days; nobody of the same thing twice a day. Always within the transaction of whoever asks. */
@Component
class Reminding {
    /** Days before the due day on which a party is reminded, and after it (negative). */
    static final List<Integer> REMIND_ON_DAYS_LEFT = List.of(30, 14, 7, 1, -1, -7, -14, -30);

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Reminding(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** Those for whom this day is one on which a party is told. */
    void onTheDay(LocalDate day) {
        var reminded = db.sql("""
                INSERT INTO obligation.reminder (obligation, day, days_left)
                SELECT id, :day, due_day - :day
                  FROM obligation.stands
                 WHERE due_day = ANY (ARRAY(SELECT CAST(:day AS date) + days FROM unnest(CAST(:days AS int[])) AS days))
                   AND (state IN ('OWED', 'SENT_BACK') OR state = 'LAPSED' AND period >= extract(year FROM CAST(:day AS date)))
                ON CONFLICT DO NOTHING
                RETURNING obligation
                """)
                .param("day", day).param("days", REMIND_ON_DAYS_LEFT.toArray(Integer[]::new))
                .query(UUID.class).list();
        tell(reminded, day);
    }

    /** Those of these that wait for their party. @return how many are reminded of now */
    int byHand(Collection<UUID> ids, LocalDate day) {
        var reminded = db.sql("""
                INSERT INTO obligation.reminder (obligation, day, days_left)
                SELECT id, :day, due_day - :day
                  FROM obligation.standing
                 WHERE id = ANY (:ids)
                   AND (state IN ('OWED', 'SENT_BACK') OR state = 'LAPSED' AND period >= extract(year FROM CAST(:day AS date)))
                ON CONFLICT DO NOTHING
                RETURNING obligation
                """)
                .param("day", day).param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class).list();
        tell(reminded, day);
        return reminded.size();
    }

    private void tell(List<UUID> reminded, LocalDate day) {
        var told = new LinkedHashMap<UUID, TreeMap<LocalDate, List<Obligation>>>();
        for (var obligation : db.sql("SELECT * FROM obligation.standing WHERE id = ANY (:ids) ORDER BY id").param("ids", reminded.toArray(UUID[]::new)).query(Obligation.class).list()) {
            told.computeIfAbsent(obligation.party(), party -> new TreeMap<>())
                    .computeIfAbsent(obligation.dueDay(), due -> new ArrayList<>()).add(obligation);
        }
        told.forEach((party, byDay) -> byDay.values().forEach(obligations ->
                events.publishEvent(new Obligations.Reminded(party, obligations, day, obligations.getFirst().daysLeft(day)))));
    }
}
