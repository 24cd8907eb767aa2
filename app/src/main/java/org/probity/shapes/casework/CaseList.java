package org.probity.shapes.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.access.Me;
import org.probity.house.ui.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of cases that those who handle them work from. */
@Component
class CaseList {
    private static final String WHERE = """
             WHERE kind = ANY (:kinds)
               AND (:kind = '' OR kind = :kind)
               AND (:severity = '' OR severity = :severity)
               AND CASE :state WHEN 'ours' THEN state IN ('PLAN_SENT', 'DONE_SENT', 'VERIFIED', 'NO_ACTION')
                               WHEN 'theirs' THEN state IN ('PLAN_OWED', 'PLAN_RETURNED', 'PLAN_ACCEPTED', 'DONE_RETURNED')
                               WHEN 'late' THEN state <> 'CLOSED' AND due_day < :today
                               WHEN 'closed' THEN state = 'CLOSED'
                               ELSE true END
            """;

    private final JdbcClient db;
    private final Spans spans;
    private final Clock clock;

    CaseList(JdbcClient db, Spans spans, Clock clock) {
        this.db = db;
        this.spans = spans;
        this.clock = clock;
    }

    List<Case> lines(Query query) {
        var order = query.orderBy(Map.of("due", "due_day", "close", "close_due_day", "opened", "opened_day"), "state = 'CLOSED', due_day, id");
        return narrowed("SELECT *", query, " ORDER BY " + order + " LIMIT :limit OFFSET :offset").param("limit", query.limit()).param("offset", query.offset())
                .query(Case.class).list();
    }

    long count(Query query) {
        return narrowed("SELECT count(*)", query, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec narrowed(String select, Query query, String rest) {
        return db.sql(select + " FROM casework.standing" + WHERE + rest)
                .param("kinds", spans.kinds().stream().map(CaseKind::key).toArray(String[]::new))
                .param("kind", query.filter("kind")).param("severity", query.filter("severity")).param("state", query.filter("state"))
                .param("today", LocalDate.now(clock));
    }

    /** What waits for one of those who handle it: a plan, a proof, a second yes that is not after their own first. */
    List<Case> waiting(Me me) {
        return waiting("SELECT *", " ORDER BY due_day, id", me).query(Case.class).list();
    }

    long waitingCount(Me me) {
        return waiting("SELECT count(*)", "", me).query(Long.class).single();
    }

    private JdbcClient.StatementSpec waiting(String select, String order, Me me) {
        return db.sql(select + """

                  FROM casework.standing
                 WHERE kind = ANY (:kinds)
                   AND (state IN ('PLAN_SENT', 'DONE_SENT') OR state IN ('VERIFIED', 'NO_ACTION') AND by <> :me)
                """ + order)
                .param("kinds", kinds(me)).param("me", me.account());
    }

    /** What suppliers are late with. */
    List<Case> late(Me me) {
        return db.sql("""
                SELECT *
                  FROM casework.standing
                 WHERE kind = ANY (:kinds)
                   AND state IN ('PLAN_OWED', 'PLAN_RETURNED', 'PLAN_ACCEPTED', 'DONE_RETURNED')
                   AND due_day < :today
                 ORDER BY due_day, id
                """)
                .param("kinds", kinds(me)).param("today", LocalDate.now(clock))
                .query(Case.class).list();
    }

    private String[] kinds(Me me) {
        return spans.kinds().stream().filter(it -> it.handledBy(me)).map(CaseKind::key).toArray(String[]::new);
    }
}
