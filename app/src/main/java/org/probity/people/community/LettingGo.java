package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.shapes.rule.Rules;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the board does not keep. The words of a thread go when nothing has moved in it for as many months as the rule says, unless it still waits for an answer; the counts
 * stay. Whoever left is in no office from the day on which who they were is forgotten; that a place had somebody stays under an id that leads to nobody, for a figure counts
 * it, and the salts of what the log bound about them alone go.
 */
@Component("communityLettingGo")
class LettingGo {
    private final JdbcClient db;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    LettingGo(JdbcClient db, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** After what came yesterday is shown: a reply keeps its thread. */
    @EventListener
    @Order(1)
    @Transactional
    public void timeIsOver(DayHasBegun begun) {
        var before = begun.day().minusMonths(rules.on(CommunityRule.KEEP_MONTHS, begun.day()));
        var over = db.sql("""
                SELECT thread.id
                  FROM community.thread
                  LEFT JOIN LATERAL (SELECT what, day FROM community.step WHERE step.thread = thread.id ORDER BY no DESC LIMIT 1) AS step ON TRUE
                 WHERE thread.let_go_on IS NULL AND thread.day < :before AND step.day < :before AND step.what <> 'REOPENED'
                   AND NOT EXISTS (SELECT FROM community.post WHERE post.thread = thread.id AND post.day >= :before)
                 ORDER BY thread.id
                """).param("before", before).query(UUID.class).list();
        for (var sql : List.of(
                "UPDATE community.post SET text = '–' WHERE thread = ANY (:over)",
                "UPDATE community.step SET text = '–' WHERE thread = ANY (:over) AND text <> ''",
                "UPDATE community.look SET appeal = '–' WHERE appeal <> '' AND post IN (SELECT id FROM community.post WHERE thread = ANY (:over))",
                "UPDATE community.thread SET let_go_on = :day WHERE id = ANY (:over)")) {
            db.sql(sql).param("over", over.toArray(UUID[]::new)).param("day", begun.day()).update();
        }
    }

    @EventListener
    void forgotten(Directory.Forgotten somebody) {
        var today = LocalDate.now(clock);
        for (var sql : List.of(
                "UPDATE community.liaison SET until_day = greatest(from_day, CAST(:today AS date)), ended_at = CAST(:at AS timestamptz) WHERE person = :person AND until_day IS NULL",
                "UPDATE community.seat SET until_day = greatest(from_day, CAST(:today AS date)) WHERE person = :person AND until_day IS NULL")) {
            db.sql(sql).param("person", somebody.person()).param("today", today).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        }
        db.sql("SELECT record FROM community.liaison WHERE person = :person UNION SELECT record FROM community.seat WHERE person = :person").param("person", somebody.person())
                .query(UUID.class).list().forEach(log::erase);
    }
}
