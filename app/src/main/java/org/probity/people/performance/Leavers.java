package org.probity.people.performance;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When who somebody was is forgotten, what they and others wrote about their work goes: commitments, notes, reasons, words of ratings and of appeals, days of leave, and with
 * them the salts of what the log bound about them alone. That there was a rating, a talk, an appeal and its outcome stays under an id that leads to nobody, for a figure and
 * the comparison before a close count them. A file's entry binds many people under a root and stays. As long as an appeal runs, what it is about stays: it has to be answered.
 */
@Component("performanceLeavers")
class Leavers {
    /** Cycles of somebody in which nothing waits for an answer. */
    private static final String OVER = """
             %1$s.person = :person
               AND NOT EXISTS (SELECT FROM performance.appeal AS running WHERE running.cycle = %1$s.cycle AND running.person = %1$s.person AND running.outcome IS NULL)
            """;

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Leavers(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        db.sql("INSERT INTO performance.forgotten (person, at) VALUES (:person, :at) ON CONFLICT DO NOTHING").param("person", somebody.person())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        letGo(somebody.person());
    }

    /** What an appeal that was answered since has kept. */
    @EventListener
    @Transactional
    public void answeredSince(DayHasBegun begun) {
        db.sql("""
                SELECT DISTINCT forgotten.person
                  FROM performance.forgotten
                  JOIN performance.appeal ON appeal.person = forgotten.person AND appeal.outcome IS NOT NULL AND appeal.words <> '–'
                """).query(UUID.class).list().forEach(this::letGo);
    }

    private void letGo(UUID person) {
        for (var sql : List.of(
                "SELECT record FROM performance.sheet WHERE" + over("sheet"),
                "SELECT record FROM performance.note WHERE" + over("note"),
                "SELECT record FROM performance.assessment WHERE" + over("assessment"),
                "SELECT look.record FROM performance.second_look AS look JOIN performance.assessment ON assessment.id = look.assessment WHERE" + over("assessment"),
                "SELECT seen.record FROM performance.acknowledgement AS seen JOIN performance.assessment ON assessment.id = seen.assessment WHERE" + over("assessment"),
                "SELECT record FROM performance.appeal WHERE" + over("appeal"),
                "SELECT answer_record FROM performance.appeal WHERE" + over("appeal"))) {
            db.sql("SELECT bound.record FROM (" + sql + ") AS bound (record) JOIN log.recorded ON recorded.record = bound.record WHERE recorded.class NOT LIKE '%-brought'")
                    .param("person", person).query(UUID.class).list().forEach(log::erase);
        }
        for (var sql : List.of(
                "DELETE FROM performance.commitment USING performance.sheet WHERE sheet.id = commitment.sheet AND" + over("sheet"),
                "UPDATE performance.sheet SET reason = CASE reason WHEN '' THEN '' ELSE '–' END, return_words = CASE WHEN return_words <> '' THEN '–' ELSE return_words END WHERE" + over("sheet"),
                "DELETE FROM performance.note WHERE handed_in_at IS NULL AND" + over("note"),
                // A talk that came by file has no words, and the figure says so.
                "UPDATE performance.note SET words = '–' WHERE words <> '' AND" + over("note"),
                "DELETE FROM performance.reason USING performance.assessment WHERE assessment.id = reason.assessment AND" + over("assessment"),
                "UPDATE performance.acknowledgement SET words = '–' FROM performance.assessment WHERE assessment.id = acknowledgement.assessment AND acknowledgement.words <> '' AND" + over("assessment"),
                "UPDATE performance.assessment SET words = CASE words WHEN '' THEN '' ELSE '–' END, salt = gen_random_uuid() WHERE" + over("assessment"),
                "UPDATE performance.appeal SET words = '–', answer = CASE WHEN answer <> '' THEN '–' ELSE answer END WHERE" + over("appeal"),
                """
                UPDATE performance.recusal SET words = '–'
                  FROM performance.session, performance.member
                 WHERE session.id = recusal.session AND member.cycle = session.cycle AND member.person = recusal.person AND recusal.words <> '' AND""" + over("member"),
                "UPDATE performance.recusal SET words = '–' WHERE panelist = :person AND words <> ''",
                "DELETE FROM performance.absence USING performance.absence_list, performance.cycle WHERE absence_list.id = absence.list AND cycle.id = absence_list.cycle AND cycle.closed_at IS NOT NULL AND absence.person = :person",
                "UPDATE performance.member SET title = '' WHERE person = :person")) {
            db.sql(sql).param("person", person).update();
        }
    }

    private static String over(String table) {
        return OVER.formatted(table);
    }
}
