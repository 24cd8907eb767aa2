package org.probity.people.learning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.course.Takings;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The yearly courses: everybody engaged owes each of them once a year, whatever the kind of their engagement. Whoever comes during the year owes them for it,
 * whoever leaves owes them no more. A closed list meets them, and one that is corrected can take that back; so does
 * a quiz that was passed online.
 */
@Service
public class Yearly {
    static final String KIND = "learning.yearly";

    /** What somebody owes. @param session the next one they can go to, if any is planned; @param online whether it can be taken online */
    public record Owed(UUID id, UUID course, String titleEn, String titleZh, LocalDate dueDay, @Nullable UUID session, @Nullable Instant startsAt, @Nullable String place, boolean online) {}

    private final JdbcClient db;
    private final Obligations obligations;
    private final Directory directory;
    private final Clock clock;

    Yearly(JdbcClient db, Obligations obligations, Directory directory, Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener
    void on(DayHasBegun begun) {
        ask(begun.day());
    }

    /** Whoever is engaged on a day and was not asked for its year yet. The same day twice asks nobody twice. */
    @Transactional
    public int ask(LocalDate day) {
        var asked = 0;
        for (var course : db.sql("SELECT id FROM learning.course WHERE kind = 'YEARLY' AND (opened_at AT TIME ZONE 'Asia/Shanghai')::date <= :day ORDER BY number").param("day", day).query(UUID.class).list()) {
            var fresh = db.sql("""
                    SELECT DISTINCT engaged.person
                      FROM directory.engaged(:day, 'infinity') AS engaged
                     WHERE engaged.kind <> 'RETIREE'
                       AND NOT EXISTS (SELECT FROM obligation.about
                                         JOIN obligation.standing ON standing.id = about.id
                                        WHERE about.about = :course AND standing.kind = :kind AND standing.party = engaged.person AND standing.period = :year)
                    """)
                    .param("day", day).param("course", course).param("kind", KIND).param("year", day.getYear()).query(UUID.class).list();
            if (!fresh.isEmpty()) {
                asked += obligations.open(KIND, day.getYear(), due(day), fresh, course, null);
            }
        }
        obligations.waive(db.sql("""
                SELECT id FROM obligation.standing
                 WHERE kind = :kind AND period = :year AND state = 'OWED'
                   AND party NOT IN (SELECT person FROM directory.engaged(:day, 'infinity') WHERE kind <> 'RETIREE')
                """)
                .param("kind", KIND).param("year", day.getYear()).param("day", day).query(UUID.class).list(), "learning.left-before");
        return asked;
    }

    /** The last day of the month that the rule of the year's first day says. */
    private LocalDate due(LocalDate day) {
        var month = db.sql("SELECT learning.rule_on('yearly-due-month', :day)").param("day", LocalDate.of(day.getYear(), 1, 1)).query(Integer.class).single();
        return LocalDate.of(day.getYear(), Math.clamp(month, 1, 12), 1).plusMonths(1).minusDays(1);
    }

    /** Lists of these sessions count anew: who completed a yearly course owes it no more, and who did not after all owes it again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Lists.Counted counted) {
        var ids = counted.sessions().toArray(UUID[]::new);
        var years = db.sql("""
                SELECT DISTINCT extract(year FROM list.day)::int
                  FROM learning.list
                  JOIN learning.course ON course.id = list.course AND course.kind = 'YEARLY'
                 WHERE list.session = ANY (:sessions)
                """).param("sessions", ids).query(Integer.class).list();
        years.forEach(year -> judge(ids, year));
    }

    /** Whoever passes a yearly course online owes it no more from that moment; their time is counted later. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Takings.Passed passed) {
        db.sql("""
                SELECT taking.person, taking.course FROM learning.taking
                  JOIN learning.course ON course.id = taking.course AND course.kind = 'YEARLY'
                 WHERE taking.taking = :taking
                """)
                .param("taking", passed.taking()).query(Completion.class).optional().ifPresent(it -> judge(Set.of(it), passed.attempt().day().getYear()));
    }

    private record Completion(UUID person, UUID course) {}

    private record Standing(UUID id, UUID person, UUID course, State state) {}

    /** Asked by person in three short questions: one long one over all lists of a year is as slow as the planner's guess is bad. */
    private void judge(UUID[] sessions, int year) {
        judge(new HashSet<>(db.sql("""
                SELECT DISTINCT attended.person, list.course
                  FROM learning.list
                  JOIN learning.course ON course.id = list.course AND course.kind = 'YEARLY'
                  JOIN learning.attended ON attended.session = list.session AND attended.no = list.no
                 WHERE list.session = ANY (:sessions) AND extract(year FROM list.day) = :year
                """)
                .param("sessions", sessions).param("year", year).query(Completion.class).list()), year);
    }

    private void judge(Set<Completion> seen, int year) {
        var people = seen.stream().map(Completion::person).distinct().toArray(UUID[]::new);
        var done = new HashSet<>(db.sql("""
                SELECT DISTINCT attended.person, list.course
                  FROM learning.attended
                  JOIN learning.list ON list.session = attended.session AND list.no = attended.no
                 WHERE attended.person = ANY (:people) AND attended.completed AND extract(year FROM list.day) = :year
                   AND NOT EXISTS (SELECT FROM learning.list AS later WHERE later.session = list.session AND later.no > list.no)
                """)
                .param("people", people).param("year", year).query(Completion.class).list());
        done.addAll(db.sql("SELECT person, course FROM learning.passed WHERE person = ANY (:people) AND extract(year FROM day) = :year")
                .param("people", people).param("year", year).query(Completion.class).list());
        var owed = db.sql("""
                SELECT standing.id, standing.party AS person, about.about AS course, standing.state
                  FROM obligation.standing
                  JOIN obligation.about ON about.id = standing.id
                 WHERE standing.party = ANY (:people) AND standing.kind = :kind AND standing.period = :year
                """)
                .param("people", people).param("kind", KIND).param("year", year).query(Standing.class).list().stream().filter(it -> seen.contains(new Completion(it.person(), it.course()))).toList();
        obligations.meet(owed.stream().filter(it -> it.state() != State.MET && it.state() != State.WAIVED && done.contains(new Completion(it.person(), it.course()))).map(Standing::id).toList(),
                LocalDate.of(year, 12, 31));
        obligations.sendBack(owed.stream().filter(it -> it.state() == State.MET && !done.contains(new Completion(it.person(), it.course()))).map(Standing::id).toList(),
                "learning.not-completed-after-all");
    }

    /** What whoever is at the screen owes, soonest due first, with the next session of each that somebody has planned. */
    List<Owed> of(Me me) {
        return directory.personOf(me).map(person -> db.sql("""
                SELECT standing.id, course.id AS course, course.title_en, course.title_zh, standing.due_day, next.session, next.starts_at, next.place,
                       EXISTS (SELECT FROM learning.edition WHERE edition.course = course.id AND edition.ended_at IS NULL) AS online
                  FROM obligation.standing
                  JOIN obligation.about ON about.id = standing.id
                  JOIN learning.course ON course.id = about.about
                  LEFT JOIN LATERAL (SELECT named.session, named.starts_at, named.place
                                       FROM learning.session_named AS named
                                      WHERE named.course = course.id AND named.ends_at > :now
                                        AND NOT EXISTS (SELECT FROM gathering.called_off WHERE called_off.occasion = named.occasion)
                                      ORDER BY named.starts_at LIMIT 1) AS next ON true
                 WHERE standing.kind = :kind AND standing.party = :person
                   AND (standing.state IN ('OWED', 'SENT_BACK') OR standing.state = 'LAPSED' AND standing.period >= extract(year FROM CAST(:today AS date)))
                 ORDER BY standing.due_day, course.number
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("kind", KIND).param("person", person).param("today", LocalDate.now(clock))
                .query(Owed.class).list()).orElse(List.of());
    }
}
