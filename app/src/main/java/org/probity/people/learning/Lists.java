package org.probity.people.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.AttendanceFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What closed lists say of each person, kept when a list is closed: figures over a hundred thousand stays then add up lines instead of stretches of time.
 * Lines are only added; a list that is closed again has new ones.
 */
@Service
public class Lists {
    /** Somebody at one session, by its newest list. */
    record There(UUID person, String number, String nameEn, String nameZh, long seconds, boolean completed) {}

    /** A session that somebody was at. @param alone they read it online at their own time */
    record Attended(
            UUID session, String number, String kind, String titleEn, String titleZh, LocalDate day, boolean alone, long seconds, boolean completed, @Nullable LocalDate validUntil, UUID record) {}

    /** One closing of a list. */
    record Closing(int no, java.time.Instant at, long people, long seconds, UUID record) {}

    /** Published in the transaction in which lists of sessions count, or count anew. */
    public record Counted(List<UUID> sessions) {}

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Lists(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Attendance.Closed closed) {
        if (closed.occasion().kind().equals(Trainings.KIND)) {
            keep(List.of(closed.session()));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AttendanceFiles.ClosedTogether closed) {
        if (closed.kind().equals(Trainings.KIND)) {
            keep(closed.sessions());
        }
    }

    private void keep(List<UUID> sessions) {
        var ids = sessions.toArray(UUID[]::new);
        db.sql("""
                INSERT INTO learning.list (session, no, course, day, at, record)
                SELECT DISTINCT ON (closing.session) closing.session, closing.no, run.course, (closing.starts_at AT TIME ZONE 'Asia/Shanghai')::date, closing.at, closing.record
                  FROM gathering.closing_known AS closing
                  JOIN learning.run ON run.occasion = closing.occasion
                 WHERE closing.session = ANY (:sessions)
                 ORDER BY closing.session, closing.no DESC
                """)
                .param("sessions", ids).update();
        db.sql("""
                INSERT INTO learning.attended (session, no, person, seconds, completed)
                SELECT spent.session, list.no, spent.guest, spent.seconds,
                       CASE WHEN online_day.edition IS NULL
                            THEN spent.seconds * 100 >= learning.rule_on('completed-percent', list.day) * extract(epoch FROM known.ends_at - known.starts_at)
                            ELSE EXISTS (SELECT FROM learning.passed WHERE passed.edition = online_day.edition AND passed.day = online_day.day AND passed.person = spent.guest) END
                  FROM (SELECT DISTINCT ON (session) session, no, day FROM learning.list WHERE session = ANY (:sessions) ORDER BY session, no DESC) AS list
                  JOIN gathering.session_known AS known ON known.id = list.session
                  LEFT JOIN learning.online_day ON online_day.occasion = known.occasion
                  JOIN gathering.spent('infinity') AS spent ON spent.session = list.session
                 WHERE spent.session = ANY (:sessions)
                   AND spent.circle = 'staff'
                """)
                .param("sessions", ids).update();
        events.publishEvent(new Counted(sessions));
    }

    /** Who was there, by the newest list. */
    List<There> there(UUID session) {
        return db.sql("""
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, attended.seconds, attended.completed
                  FROM learning.attended
                  JOIN directory.name ON name.id = attended.person
                 WHERE attended.session = :session
                   AND attended.no = (SELECT max(no) FROM learning.list WHERE session = :session)
                 ORDER BY name.number
                """)
                .param("session", session).query(There.class).list();
    }

    /** Each time the list was closed, the newest first. */
    List<Closing> closings(UUID session) {
        return db.sql("""
                SELECT list.no, list.at, count(attended.person) AS people, coalesce(sum(attended.seconds), 0) AS seconds, list.record
                  FROM learning.list
                  LEFT JOIN learning.attended ON attended.session = list.session AND attended.no = list.no
                 WHERE list.session = :session
                 GROUP BY list.session, list.no
                 ORDER BY list.no DESC
                """)
                .param("session", session).query(Closing.class).list();
    }

    /** What somebody was at, the newest first. */
    List<Attended> attended(UUID person) {
        return db.sql("""
                SELECT named.session, named.number, named.kind, named.title_en, named.title_zh, named.day, named.alone, attended.seconds, attended.completed,
                       CASE WHEN attended.completed THEN (named.day + make_interval(months => course.valid_months))::date END AS valid_until, list.record
                  FROM learning.attended
                  JOIN learning.list ON list.session = attended.session AND list.no = attended.no
                  JOIN learning.session_named AS named ON named.session = attended.session
                  JOIN learning.course ON course.id = named.course
                 WHERE attended.person = :person
                   AND NOT EXISTS (SELECT FROM learning.list AS later WHERE later.session = list.session AND later.no > list.no)
                 ORDER BY named.starts_at DESC, named.number DESC
                """)
                .param("person", person).query(Attended.class).list();
    }

    Optional<Attended> attended(UUID person, UUID session) {
        return attended(person).stream().filter(it -> it.session().equals(session)).findFirst();
    }
}
